/*
 * limberd: the reminder service of a user; it sleeps until the next event or the one armed timer.
 *
 * A map of the daemon:
 *
 *	main.c                   the start in order, the loop, the end
 *	app_step.c               steps the core, saves, carries the actions out
 *	app_life.c               start, a new configuration, end
 *	app_files.c              the files of the configuration, watched
 *	app_events.c             callbacks of the adapters, made into events
 *	app_busy.c               the same for calls, inhibitors and do-not-disturb
 *	app_store.c              problems of the store; reading it late, checking it
 *	display.c                shows cards on all displays
 *	bus.c                    the objects on the bus
 *	manager.c, reminder.c    their members: decode, one call, encode
 *	request*.c               arguments to an event, a refusal to an error; signals.c: signals
 *	reconfigure.c            changes of settings, and undoing them
 *	effects.c                sentences about the effects of a change
 *	reply.c                  the results of requests, encoded
 *	status.c, status_reminder.c, status_explain.c   the replies of Status and Explain
 *	problems.c               the problems in that reply
 *	sources.c                which adapters work, and how well
 *	askers.c                 the programs that hold an inhibitor of `limber inhibit`
 *	week.c, diary.c          the line about the week on a card; sums of cramps and scores
 *	cues.c                   what of a routine is spoken or sounded
 *	answers.c                health answers that are gone from the files
 *	silence_file.c           the file that tells other commands that no card is seen
 *
 * and in daemon/adapters, one file for each outside thing:
 *
 *	displays.c               cards on bus clients
 *	backlog.c                limits the queue for clients that do not read
 *	notifier.c, notifier_child.c   cards on the desktop, each in a limber-notify child
 *	voice.c                        cues of a routine, in a limber-voice child
 *	clock.c, clock_zone.c    reads the clocks, and the zone as a table
 *	idle.c                   whether there is input: from a source, gamepads, logind's hint
 *	idle_choice.c, candidate.c   chooses the best source
 *	idle_retry.c             when sources that do not answer are tried again
 *	idle_mutter.c            the source for GNOME; those for Wayland and X11 are in idle/
 *	rest.c, pads.c           absence joined with other input; input of gamepads
 *	system_bus.c             the connection to the system bus, restored when lost
 *	logind.c, hints.c        lock, sleep and the hint of idleness
 *	lock.c                   lock, from the desktop's screen locker
 *	calls.c                  calls, from the microphones
 *	recorders.c              calls, from the sound server, by a limber-calls child
 *	awake.c, dnd.c           inhibitors of idleness; do-not-disturb
 *	dconf.c                  a setting of GNOME, for dnd.c
 *	inhibit.c                the descriptors of `limber inhibit`
 *	levels.c                 reads levels of services on a bus, for awake.c, dnd.c, lock.c
 *	watch.c, watch_spots.c, watch_files.c   watches files; way.c walks the way to them
 *	log.c, dict.c, cleanup.h, loop.h   log lines; dictionary entries; freeing; time of the loop
 *
 * The policy is in core/; config/ makes the plan; store/ keeps state and history.
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
#include "daemon/cues.h"

#define _(text) gettext(text)

/* The start was refused and the reason is logged; no library call returns this errno. */
#define REFUSED (-ECANCELED)

/* " (pid 12)", or "" for 0. */
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
		log_say(LOG_ERR, NULL, "another limberd%s uses %s, exiting",
			pid_say((uint32_t)why->pid, pid), folder);
		return REFUSED;
	case STORE_NEWER:
		log_say(LOG_ERR, NULL,
			"%s/limber.db was written by a newer limberd: update this one", folder);
		return REFUSED;
	case STORE_OK:
	case STORE_MOVED:      /* app_start() logs it */
	case STORE_UNWRITABLE: /* the first save logs it */
		break;
	}
	return 0;
}

/* Without a store limberd runs in memory; only another one that runs or is newer stops the start.
 */
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
	log_say(LOG_ERR, NULL, "no store in %s: %s; keeping everything in memory",
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

/* The pid of the owner of the name; 0: none, or the bus does not report it. */
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
	log_say(LOG_ERR, NULL, "another limberd%s owns the name %s, exiting", pid_say(owner, pid),
		LIMBER_BUS_NAME);
	return REFUSED;
}

/* Called before the loop ends for the lost bus (exit_on_disconnect); the state is saved after it.
 */
static int on_bus_gone(sd_bus_message *signal, void *user, sd_bus_error *error)
{
	log_say(LOG_ERR, NULL, "the session bus is gone: saving and exiting");
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
	TRY(sd_bus_match_signal(app->bus, NULL, NULL, "/org/freedesktop/DBus/Local",
				"org.freedesktop.DBus.Local", "Disconnected", on_bus_gone, app));
	TRY(backlog_limit(app->bus));
	TRY(sd_bus_attach_event(app->bus, app->event, SD_EVENT_PRIORITY_NORMAL));
	return bus_export(app->bus, app);
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

/* The folder of limber-notify and the plug-ins: that of limberd in a build tree, else LIBEXECDIR.
 */
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
	char path[PATH_MAX + sizeof("/limber-notify")];
	TRY(clock_new(&app->clock, app->event, &app_clock_events, app));
	TRY(displays_new(&app->displays, app->bus));
	snprintf(path, sizeof(path), "%s/limber-notify", parts);
	TRY(notifier_new(&app->notifier, app->event, app->bus, path, &app_notifier_events, app));
	notifier_look(app->notifier);
	snprintf(path, sizeof(path), "%s/limber-voice", parts);
	TRY(voice_new(&app->voice, app->event, path, &cues_events, app));
	snprintf(path, sizeof(path), "%s/limber-calls", parts);
	TRY(recorders_new(&app->recorders, app->event, path, app_recorders_changed, app));
	TRY(idle_new(&app->idle, app->event, app->bus, parts, &app_idle_events, app));
	TRY(pads_new(&app->pads, app->event, PADS_REST, app_played, app));
	TRY(logind_new(&app->logind, &app_logind_events, app));
	TRY(lock_new(&app->lock, app_lock_changed, app));
	TRY(awake_new(&app->awake, &app_awake_events, app));
	TRY(dnd_new(&app->dnd, app_dnd_changed, app));
	TRY(inhibit_new(&app->inhibit, app->event, &app_inhibit_events, app));
	TRY(system_bus_new(&app->system_bus, app->event, &app_system_bus_events, app));
	app_watch(app);
	return 0;
}

/* How long the start waits for a display server that hangs. */
#define SETTLE UINT64_C(100000)

/* Choose the source of input before the name is taken: the first client gets it in Status. */
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
	(void)sd_notify(0, "STOPPING=1");
	return sd_event_exit(sd_event_source_get_event(source), EXIT_SUCCESS);
}

static int on_hangup(sd_event_source *source, const struct signalfd_siginfo *signal, void *user)
{
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
	TRY(sd_event_new(&app->event));
	TRY(sd_event_add_signal(app->event, NULL, SIGTERM, on_end, app));
	TRY(sd_event_add_signal(app->event, NULL, SIGINT, on_end, app));
	return sd_event_add_signal(app->event, NULL, SIGHUP, on_hangup, app);
}

/* ---- the program ---- */

/* In the order of what can refuse: another limberd is found before anything is changed. */
static int start(struct app *app)
{
	TRY(start_signals(app));
	TRY(read_boot_id(app->boot_id));
	TRY(start_store(app));
	TRY(connect_bus(app));
	TRY(config_layers_init(&app->layers));
	TRY(app_load(app));
	TRY(look_for_another(app));
	TRY(start_adapters(app));
	TRY(app_start(app));
	TRY(settle(app));
	return request_name(app);
}

static int run(void)
{
	static struct app app; /* on the stack, all its pages would stay in memory */
	app.version = LIMBER_VERSION;
	int r = start(&app);
	if (r >= 0) {
		(void)sd_notify(0, "READY=1");
		app_ready(&app);
		malloc_trim(0); /* the parsers of the configuration freed much */
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

/* UTF-8 in any locale: the bus allows nothing else. */
static void set_language(void)
{
	const char *at = getenv("LIMBER_LOCALEDIR");
	app_set_language();
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
	set_language();
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
