/*
 * A logind that suspends a virtual machine at each line of its input: it signals the sleep, waits
 * for the inhibitor that delays it (10 s, or the test fails), suspends for the seconds of its
 * argument, and signals the return.
 */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <systemd/sd-bus.h>
#include <systemd/sd-event.h>
#include <unistd.h>

#define LOGIND "org.freedesktop.login1"
#define LOGIND_PATH "/org/freedesktop/login1"
#define SESSION_PATH LOGIND_PATH "/session/c1"

struct sleeper {
	sd_event *event;
	sd_bus *bus;
	const char *seconds;
	int asked; /* who asked for a moment has the other end open; -1: nobody */
};

static int on_inhibit(sd_bus_message *call, void *user, sd_bus_error *error)
{
	struct sleeper *sleeper = user;
	int ends[2];
	(void)error;
	if (pipe2(ends, O_CLOEXEC) < 0)
		return -errno;
	sleeper->asked = ends[0];
	int r = sd_bus_reply_method_return(call, "h", ends[1]);
	close(ends[1]);
	return r;
}

static int on_sessions(sd_bus_message *call, void *user, sd_bus_error *error)
{
	(void)user;
	(void)error;
	return sd_bus_reply_method_return(call, "a(susso)", 1, "c1", (uint32_t)getuid(), "root",
					  "seat0", SESSION_PATH);
}

static int on_inhibitors(sd_bus_message *call, void *user, sd_bus_error *error)
{
	(void)user;
	(void)error;
	return sd_bus_reply_method_return(call, "a(ssssuu)", 0);
}

static const sd_bus_vtable manager[] = {
	SD_BUS_VTABLE_START(0),
	SD_BUS_METHOD("Inhibit", "ssss", "h", on_inhibit, SD_BUS_VTABLE_UNPRIVILEGED),
	SD_BUS_METHOD("ListSessions", "", "a(susso)", on_sessions, SD_BUS_VTABLE_UNPRIVILEGED),
	SD_BUS_METHOD("ListInhibitors", "", "a(ssssuu)", on_inhibitors, SD_BUS_VTABLE_UNPRIVILEGED),
	SD_BUS_SIGNAL("PrepareForSleep", "b", 0),
	SD_BUS_VTABLE_END,
};

static int never(sd_bus *bus, const char *path, const char *interface, const char *property,
		 sd_bus_message *reply, void *user, sd_bus_error *error)
{
	(void)bus, (void)path, (void)interface, (void)property, (void)user, (void)error;
	return sd_bus_message_append(reply, "b", 0);
}

static const sd_bus_vtable session[] = {
	SD_BUS_VTABLE_START(0),
	SD_BUS_PROPERTY("LockedHint", "b", never, 0, 0),
	SD_BUS_PROPERTY("IdleHint", "b", never, 0, 0),
	SD_BUS_VTABLE_END,
};

static int say(struct sleeper *sleeper, int asleep)
{
	int r = sd_bus_emit_signal(sleeper->bus, LOGIND_PATH, LOGIND ".Manager", "PrepareForSleep",
				   "b", asleep);
	return r < 0 ? r : sd_bus_flush(sleeper->bus);
}

static int set(const char *file, const char *word)
{
	FILE *out = fopen(file, "w");
	if (!out)
		return -errno;
	fputs(word, out);
	return fclose(out) == 0 ? 0 : -errno;
}

/* Who asked for a moment has had it. */
static int on_ready(sd_event_source *source, int fd, uint32_t events, void *user)
{
	struct sleeper *sleeper = user;
	(void)events;
	alarm(0);
	sd_event_source_disable_unref(source);
	close(fd);
	int r = set("/sys/class/rtc/rtc0/wakealarm", sleeper->seconds);
	r = r < 0 ? r : set("/sys/power/state", "mem");
	printf("slept %d\n", r);
	return say(sleeper, 0);
}

static int on_order(sd_event_source *source, int fd, uint32_t events, void *user)
{
	struct sleeper *sleeper = user;
	char line[16];
	(void)source;
	(void)events;
	if (read(fd, line, sizeof(line)) <= 0)
		return sd_event_exit(sleeper->event, 0);
	if (sleeper->asked < 0)
		return -ESRCH;
	alarm(10);
	int r = sd_event_add_io(sleeper->event, NULL, sleeper->asked, EPOLLHUP, on_ready, sleeper);
	return r < 0 ? r : say(sleeper, 1);
}

int main(int argc, char **argv)
{
	struct sleeper sleeper = { .seconds = argc > 1 ? argv[1] : "+20", .asked = -1 };
	setvbuf(stdout, NULL, _IOLBF, 0);
	int r = sd_event_default(&sleeper.event);
	r = r < 0 ? r : sd_bus_open_system(&sleeper.bus);
	r = r < 0 ? r : sd_bus_attach_event(sleeper.bus, sleeper.event, 0);
	r = r < 0 ? r
		  : sd_bus_add_object_vtable(sleeper.bus, NULL, LOGIND_PATH, LOGIND ".Manager",
					     manager, &sleeper);
	r = r < 0 ? r
		  : sd_bus_add_object_vtable(sleeper.bus, NULL, SESSION_PATH, LOGIND ".Session",
					     session, &sleeper);
	r = r < 0 ? r : sd_bus_request_name(sleeper.bus, LOGIND, 0);
	r = r < 0 ? r : sd_event_add_io(sleeper.event, NULL, 0, EPOLLIN, on_order, &sleeper);
	if (r >= 0)
		r = sd_event_loop(sleeper.event);
	if (r < 0)
		fprintf(stderr, "sleeper: %d\n", r);
	return r < 0;
}
