/*
 * The chooser of idle sources alone, for scripts: prints each callback as a line: "known NAME",
 * "unknown", "absent AGO", "present", "moment", with times in milliseconds; "screen full",
 * "screen free", "screen unknown".
 *
 * usage: idle_say FOLDER, the folder of the plug-ins. It executes the lines of its input: "want
 * LONG SHORT GAP", "look DISPLAY" (the value of the variable), "screen", "no screen", "name"
 * (prints "name NAME", with "waits" or "input only"), and exits at its end.
 */
#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "daemon/adapters/idle.h"

static struct idle *idle;

static void on_known(void *user, bool known)
{
	(void)user;
	printf("%s %s\n", known ? "known" : "unknown", idle_name(idle));
}

static void on_absent(void *user, usec ago)
{
	(void)user;
	printf("absent %lld\n", (long long)ago / 1000);
}

static void on_present(void *user)
{
	(void)user;
	puts("present");
}

static void on_moment(void *user)
{
	(void)user;
	puts("moment");
}

static void on_fullscreen(void *user, bool known, bool on)
{
	(void)user;
	printf("screen %s\n", !known ? "unknown" : on ? "full" : "free");
}

static const struct idle_events events = {
	.known = on_known,
	.absent = on_absent,
	.present = on_present,
	.moment = on_moment,
	.fullscreen = on_fullscreen,
};

static void obey(const char *line)
{
	long long all[IDLE_WATCHES];
	if (sscanf(line, "want %lld %lld %lld", &all[0], &all[1], &all[2]) == 3) {
		const usec lengths[] = { all[0] * 1000, all[1] * 1000, all[2] * 1000 };
		idle_want(idle, lengths);
	} else if (strncmp(line, "look ", 5) == 0) {
		setenv("DISPLAY", line + 5, 1);
		idle_look(idle);
	} else if (strcmp(line, "screen") == 0 || strcmp(line, "no screen") == 0) {
		idle_want_screen(idle, line[0] == 's');
	} else if (strcmp(line, "name") == 0) {
		printf("name %s%s%s\n", idle_name(idle), idle_waits(idle) ? " waits" : "",
		       idle_is_input_only(idle) ? " input only" : "");
	}
}

/* Who writes writes whole lines. */
static int on_input(sd_event_source *source, int fd, uint32_t revents, void *user)
{
	char text[512];
	(void)revents, (void)user;
	ssize_t n = read(fd, text, sizeof(text) - 1);
	if (n <= 0)
		return sd_event_exit(sd_event_source_get_event(source), 0);
	text[n] = '\0';
	for (char *line = strtok(text, "\n"); line; line = strtok(NULL, "\n"))
		obey(line);
	return 0;
}

int main(int argc, char **argv)
{
	sd_event *event = NULL;
	sd_bus *bus = NULL;
	setvbuf(stdout, NULL, _IOLBF, 0);
	/* As limberd does: a server that is about to end still takes a connection, and no word. */
	signal(SIGPIPE, SIG_IGN);
	if (argc != 2 || sd_event_new(&event) < 0)
		return EXIT_FAILURE;
	if (sd_bus_open_user(&bus) >= 0)
		(void)sd_bus_attach_event(bus, event, SD_EVENT_PRIORITY_NORMAL);
	if (idle_new(&idle, event, bus, argv[1], &events, NULL) < 0 ||
	    sd_event_add_io(event, NULL, STDIN_FILENO, POLLIN, on_input, NULL) < 0)
		return EXIT_FAILURE;
	int r = sd_event_loop(event);
	idle_free(idle);
	sd_bus_flush_close_unref(bus);
	sd_event_unref(event);
	return r;
}
