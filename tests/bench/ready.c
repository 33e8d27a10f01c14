/*
 * How long a program takes from its fork until it has a name on the session bus, in microseconds.
 * Then it is ended.
 *
 * usage: ready NAME COMMAND [ARGUMENT...]
 */
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <systemd/sd-bus.h>

static bool owned;

static int on_owner(sd_bus_message *signal, void *user, sd_bus_error *error)
{
	const char *owner = "";
	(void)user, (void)error;
	int r = sd_bus_message_read(signal, "sss", NULL, NULL, &owner);
	owned = owner[0] != '\0';
	return r < 0 ? r : 0;
}

static double now_us(void)
{
	struct timespec now;
	clock_gettime(CLOCK_MONOTONIC, &now);
	return (double)now.tv_sec * 1e6 + (double)now.tv_nsec / 1e3;
}

static int wait_until(sd_bus *bus, bool is_owned)
{
	int r = 0;
	while (r >= 0 && owned != is_owned) {
		r = sd_bus_process(bus, NULL);
		if (r == 0)
			r = sd_bus_wait(bus, UINT64_MAX);
	}
	return r;
}

static int round_trip(sd_bus *bus, char *command[])
{
	double begin = now_us();
	pid_t child = fork();
	if (child == 0) {
		execv(command[0], command);
		_exit(127);
	}
	int r = child < 0 ? -1 : wait_until(bus, true);
	if (r >= 0)
		printf("%.0f\n", now_us() - begin);
	if (child > 0)
		kill(child, SIGTERM);
	if (r >= 0)
		r = wait_until(bus, false);
	if (child > 0)
		waitpid(child, NULL, 0);
	return r;
}

int main(int argc, char *argv[])
{
	char match[300];
	sd_bus *bus = NULL;
	int r = argc < 3 ? -1 : sd_bus_open_user(&bus);
	snprintf(match, sizeof(match),
		 "type='signal',sender='org.freedesktop.DBus',member='NameOwnerChanged',arg0='%s'",
		 argc < 3 ? "" : argv[1]);
	if (r >= 0)
		r = sd_bus_add_match(bus, NULL, match, on_owner, NULL);
	if (r >= 0)
		r = round_trip(bus, argv + 2);
	if (r < 0)
		fputs("usage: ready NAME COMMAND [ARGUMENT...], on a session bus\n", stderr);
	sd_bus_unref(bus);
	return r < 0 ? EXIT_FAILURE : EXIT_SUCCESS;
}
