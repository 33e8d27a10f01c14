/*
 * limberd: a user's reminders for tight hips, all day, at no cost while nothing happens.
 *
 * A map of the daemon:
 *
 *	main.c                   the start in order, the loop, the end
 *	app_step.c               steps the core, saves, carries its actions out
 *	app_life.c               its begin and end, a new configuration
 *	app_files.c              the files of the configuration
 *	app_events.c             what the adapters tell, made into events
 *	app_store.c              what is told of the store, read late, and checked
 *	app_busy.c               what keeps cards back from outside, made into events
 *	display.c                where cards are shown
 *	bus.c                    the objects on the bus
 *	manager.c, reminder.c    their members: decode, one call, encode
 *	request*.c               a caller's words to an event, a refusal to an error
 *	reconfigure.c            changes of settings, and the way back
 *	reply.c                  what a request did, encoded
 *	status.c                 what Status and Explain answer
 *	problems.c               what is not well
 *	askers.c                 the programs that asked for silence, one by one
 *	welcome.c                what the first words say, on a fresh store
 *	silence_file.c           that no card is seen, told where no one asked
 *	sources.c                what tells Limber of the world, and how well
 *
 * and in daemon/adapters, one file for each outside thing:
 *
 *	displays.c               cards on bus clients
 *	backlog.c                a limit to what waits for clients that do not read
 *	notifier.c, notifier_child.c   cards on the desktop, each in a limber-notify child
 *	clock.c, clock_zone.c    the only place that reads a clock; the zone as data
 *	idle.c, candidate.c      whether anybody is at the keys: the best of what tells of it
 *	idle_mutter.c            of that, GNOME; the plug-ins are in idle/
 *	system_bus.c             the connection to the system bus, and again when it was lost
 *	logind.c, hints.c        lock, sleep and a hint of idleness
 *	lock.c                   what the desktop's locker says of the screen
 *	calls.c, awake.c, dnd.c  microphones; what keeps the session awake; do-not-disturb
 *	inhibit.c                silence that programs ask for
 *	levels.c                 levels that services on a bus tell, for awake.c, dnd.c, lock.c
 *	watch.c, watch_files.c   the files of the configuration; way.c: the links to them
 *	log.c, dict.c, cleanup.h  log lines; dictionary entries; what is given back by itself
 *
 * The policy is in core/, the plan comes from config/, what is kept goes to store/.
 */
#include <errno.h>
#include <getopt.h>
#include <inttypes.h>
#include <libintl.h>
#include <limits.h>
#include <malloc.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <systemd/sd-daemon.h>
#include <unistd.h>

#include "core/base/contract.h"
#include "daemon/adapters/backlog.h"
#include "daemon/adapters/cleanup.h"
#include "daemon/adapters/log.h"
#include "daemon/app.h"
#include "daemon/bus.h"

#define _(text) gettext(text)

/* The start ends, and the log says why: no call it makes fails with this. */
#define REFUSED (-ECANCELED)

/* " (pid 12)", "" where it is not known. */
static const char *pid_say(uint32_t pid, char out[24])
{
	out[0] = '\0';
	if (pid)
		snprintf(out, 24, " (pid %" PRIu32 ")", pid);
	return out;
}

/* ---- the store ---- */

static int refuse_store(enum store_open opened, const char *folder, const struct store_trouble *why)
{
	char pid[24];
	switch (opened) {
	case STORE_LOCKED:
		log_say(LOG_ERR, NULL, "another limberd%s is at work in %s: this one ends",
			pid_say((uint32_t)why->pid, pid), folder);
		return REFUSED;
	case STORE_NEWER:
		log_say(LOG_ERR, NULL,
			"%s/limber.db was written by a newer limberd: update this one", folder);
		return REFUSED;
	case STORE_OK:
	case STORE_MOVED: /* app_start() tells */
	case STORE_WAITS: /* the first save tells */
		break;
	}
	return 0;
}

/* Only another limberd, at work or newer, is a reason not to run. */
static int start_store(struct app *app)
{
	_cleanup_free_ char *folder = NULL;
	struct store_trouble trouble = { 0 };
	int r = store_folder(&folder);
	if (r >= 0)
		r = store_open(folder, &app->store, &trouble);
	if (r >= 0)
		return refuse_store((enum store_open)r, folder, &trouble);
	if (r == -ENOMEM)
		return r;
	log_say(LOG_ERR, NULL, "no store in %s: %s; all is kept in memory",
		folder ? folder : "$HOME", strerror(-r));
	app->save_error = r;
	return 0;
}

static int read_boot_id(char boot_id[BOOT_ID_SIZE])
{
	FILE *file = fopen("/proc/sys/kernel/random/boot_id", "re");
	if (!file)
		return -errno;
	size_t got = fread(boot_id, 1, BOOT_ID_SIZE - 1, file);
	boot_id[got] = '\0';
	fclose(file);
	return got == BOOT_ID_SIZE - 1 ? 0 : -EIO;
}

/* ---- the bus ---- */

/* 0: nobody has it, or the bus does not say. */
static uint32_t name_owner(sd_bus *bus)
{
	_cleanup_message_ sd_bus_message *reply = NULL;
	uint32_t owner = 0;
	if (sd_bus_call_method(bus, "org.freedesktop.DBus", "/org/freedesktop/DBus",
			       "org.freedesktop.DBus", "GetConnectionUnixProcessID", NULL, &reply,
			       "s", LIMBER_BUS_NAME) >= 0)
		(void)sd_bus_message_read(reply, "u", &owner);
	return owner;
}

static int refuse_name(uint32_t owner)
{
	char pid[24];
	log_say(LOG_ERR, NULL, "another limberd%s has the name %s: this one ends",
		pid_say(owner, pid), LIMBER_BUS_NAME);
	return REFUSED;
}

/* It comes before the loop ends for that; what there is, is saved after it. */
static int on_bus_gone(sd_bus_message *signal, void *user, sd_bus_error *error)
{
	(void)signal, (void)user, (void)error;
	log_say(LOG_ERR, NULL, "the session bus is gone: saving, and ending");
	return 0;
}

static int connect_bus(struct app *app)
{
	int r = sd_bus_open_user(&app->bus);
	if (r < 0) {
		log_say(LOG_ERR, NULL, "no session bus: %s. Is DBUS_SESSION_BUS_ADDRESS set?",
			strerror(-r));
		return REFUSED;
	}
	(void)sd_bus_set_exit_on_disconnect(app->bus, true);
	r = sd_bus_match_signal(app->bus, NULL, NULL, "/org/freedesktop/DBus/Local",
				"org.freedesktop.DBus.Local", "Disconnected", on_bus_gone, app);
	if (r >= 0)
		r = backlog_limit(app->bus);
	if (r >= 0)
		r = sd_bus_attach_event(app->bus, app->event, SD_EVENT_PRIORITY_NORMAL);
	return r < 0 ? r : bus_export(app->bus, app);
}

static int look_for_another(const struct app *app)
{
	uint32_t owner = name_owner(app->bus);
	return owner ? refuse_name(owner) : 0;
}

static int request_name(struct app *app)
{
	int r = sd_bus_request_name(app->bus, LIMBER_BUS_NAME, 0);
	return r == -EEXIST ? refuse_name(name_owner(app->bus)) : r;
}

/* ---- adapters ---- */

/* Where limber-notify and the plug-ins are: beside us in a build tree, else where they were
 * installed. */
static const char *parts_folder(void)
{
	static char path[PATH_MAX];
	ssize_t length = readlink("/proc/self/exe", path, sizeof(path) - sizeof("limber-notify"));
	char *slash = length > 0 ? memrchr(path, '/', (size_t)length) : NULL;
	if (slash) {
		memcpy(slash + 1, "limber-notify", sizeof("limber-notify"));
		bool there = access(path, X_OK) == 0;
		*slash = '\0';
		if (there)
			return path;
	}
	return LIBEXECDIR;
}

static int start_adapters(struct app *app)
{
	const char *parts = parts_folder();
	char notify[PATH_MAX + sizeof("/limber-notify")];
	int r = clock_new(&app->clock, app->event, &app_clock_events, app);
	if (r >= 0)
		r = displays_new(&app->displays, app->bus);
	snprintf(notify, sizeof(notify), "%s/limber-notify", parts);
	if (r >= 0)
		r = notifier_new(&app->notifier, app->event, app->bus, notify, &app_notifier_events,
				 app);
	if (r >= 0)
		notifier_look(app->notifier);
	if (r >= 0)
		r = idle_new(&app->idle, app->event, app->bus, parts, &app_idle_events, app);
	if (r >= 0)
		r = logind_new(&app->logind, &app_logind_events, app);
	if (r >= 0)
		r = lock_new(&app->lock, &app_lock_events, app);
	if (r >= 0)
		r = awake_new(&app->awake, &app_awake_events, app);
	if (r >= 0)
		r = dnd_new(&app->dnd, &app_dnd_events, app);
	if (r >= 0)
		r = inhibit_new(&app->inhibit, app->event, &app_inhibit_events, app);
	if (r >= 0)
		r = system_bus_new(&app->system_bus, app->event, &app_system_bus_events, app);
	if (r < 0)
		return r;
	app_watch(app);
	return 0;
}

/* No longer than this does the start wait for a display server that hangs. */
#define SETTLE UINT64_C(100000)

/* Who asks as soon as we have the name is told rightly who sees the input. */
static int settle(const struct app *app)
{
	uint64_t now = 0, end = 0;
	int r = sd_event_now(app->event, CLOCK_MONOTONIC, &end);
	end += SETTLE;
	while (r >= 0 && idle_is_choosing(app->idle) &&
	       sd_event_get_state(app->event) != SD_EVENT_FINISHED) {
		r = sd_event_now(app->event, CLOCK_MONOTONIC, &now);
		if (r >= 0 && now >= end)
			return 0;
		if (r >= 0)
			r = sd_event_run(app->event, end - now);
	}
	return r < 0 ? r : 0;
}

/* ---- signals ---- */

static int on_end(sd_event_source *source, const struct signalfd_siginfo *signal, void *user)
{
	(void)signal, (void)user;
	(void)sd_notify(0, "STOPPING=1");
	return sd_event_exit(sd_event_source_get_event(source), EXIT_SUCCESS);
}

static int on_hangup(sd_event_source *source, const struct signalfd_siginfo *signal, void *user)
{
	(void)source, (void)signal;
	app_config_changed(user, NULL);
	return 0;
}

static int start_signals(struct app *app)
{
	sigset_t all;
	sigemptyset(&all);
	sigaddset(&all, SIGTERM);
	sigaddset(&all, SIGINT);
	sigaddset(&all, SIGHUP);
	sigaddset(&all, SIGCHLD);
	if (sigprocmask(SIG_BLOCK, &all, NULL) < 0)
		return -errno;
	(void)signal(SIGPIPE, SIG_IGN);
	(void)signal(SIGXFSZ, SIG_IGN);
	int r = sd_event_new(&app->event);
	if (r >= 0)
		r = sd_event_add_signal(app->event, NULL, SIGTERM, on_end, app);
	if (r >= 0)
		r = sd_event_add_signal(app->event, NULL, SIGINT, on_end, app);
	if (r >= 0)
		r = sd_event_add_signal(app->event, NULL, SIGHUP, on_hangup, app);
	return r;
}

/* ---- the program ---- */

/* In the order of what can refuse: who is at work already is told before anything is touched. */
static int start(struct app *app)
{
	int r = start_signals(app);
	if (r >= 0)
		r = read_boot_id(app->boot_id);
	if (r >= 0)
		r = start_store(app);
	if (r >= 0)
		r = connect_bus(app);
	if (r < 0)
		return r;
	r = config_layers_init(&app->layers);
	if (r >= 0)
		r = app_load(app);
	if (r >= 0)
		r = look_for_another(app);
	if (r >= 0)
		r = start_adapters(app);
	if (r >= 0)
		r = app_start(app);
	if (r < 0)
		return r;
	r = settle(app);
	return r < 0 ? r : request_name(app);
}

static int run(void)
{
	static struct app app; /* a stack would keep all of it in memory, used or not */
	app.version = LIMBER_VERSION;
	int r = start(&app);
	if (r >= 0) {
		(void)sd_notify(0, "READY=1");
		app_ready(&app);
		malloc_trim(0); /* reading the configuration left holes, and none is needed soon */
		r = sd_event_loop(app.event);
	} else if (r != REFUSED) {
		log_say(LOG_ERR, NULL, "limberd could not start: %s", strerror(-r));
	}
	app_finish(&app);
	return r == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}

static int usage(FILE *stream)
{
	fputs(_("Usage: limberd [--help | --version]\n\n"
		"The reminder service; limber(1) talks to it, and starts it: limber on\n"
		"It takes no other arguments: see limberd(8) and limber.conf(5).\n"),
	      stream);
	return stream == stdout ? EXIT_SUCCESS : EXIT_USAGE;
}

/* In UTF-8 whatever the locale: nothing else may travel on the bus. */
static void speak_the_users_language(void)
{
	const char *at = getenv("LIMBER_LOCALEDIR");
	app_speak();
	bindtextdomain("limber", at ? at : LOCALEDIR);
	bind_textdomain_codeset("limber", "UTF-8");
	bind_textdomain_codeset("libc", "UTF-8"); /* strerror() */
	textdomain("limber");
}

int main(int argc, char *argv[])
{
	static const struct option options[] = {
		{ "help", no_argument, NULL, 'h' },
		{ "version", no_argument, NULL, 'v' },
		{ 0 },
	};
	speak_the_users_language();
	log_open();
	switch (getopt_long(argc, argv, "h", options, NULL)) {
	case -1:
		return optind == argc ? run() : usage(stderr);
	case 'h':
		return usage(stdout);
	case 'v':
		puts("limberd " LIMBER_VERSION);
		return EXIT_SUCCESS;
	default:
		return usage(stderr);
	}
}
