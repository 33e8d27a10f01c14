/*
 * The session to watch is looked up again whenever a session or logind itself comes or goes; the
 * rest follows from two signals. All calls are asynchronous; a new call about the session replaces
 * the pending one.
 */
#include "daemon/adapters/logind.h"

#include <errno.h>
#include <fcntl.h>
#include <libintl.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <systemd/sd-login.h>
#include <unistd.h>

#include "daemon/adapters/cleanup.h"
#include "daemon/adapters/hints.h"

#define _(text) gettext(text)

#define LOGIND "org.freedesktop.login1"
#define LOGIND_PATH "/org/freedesktop/login1"
#define LOGIND_MANAGER LOGIND ".Manager"
#define LOGIND_SESSION LOGIND ".Session"
#define PROPERTIES "org.freedesktop.DBus.Properties"

enum { MATCHES = 4 };

struct logind {
	struct logind_events events;
	void *user;
	sd_bus *bus; /* NULL: not connected */
	sd_bus_slot *matches[MATCHES];
	sd_bus_slot *changes;         /* match for PropertiesChanged of the session */
	sd_bus_slot *session_call;    /* pending call: which session, or its properties */
	sd_bus_slot *delay_call;      /* pending call: Inhibit */
	sd_bus_slot *sleep_call;      /* pending call: PreparingForSleep */
	int delay;                    /* descriptor of the inhibitor that delays sleep, or -1 */
	bool listed;                  /* the session was chosen from ListSessions */
	bool was_active;              /* the session was on the screen once */
	bool away;                    /* another session is on the screen now */
	bool hinted;                  /* LockedHint */
	bool present, locked, asleep; /* as reported to the callbacks */
};

static void report(struct logind *logind, bool *level, bool is,
		   void (*callback)(void *user, bool is))
{
	if (*level == is)
		return;
	*level = is;
	callback(logind->user, is);
}

static void report_locked(struct logind *logind)
{
	report(logind, &logind->locked, logind_locked(logind), logind->events.locked);
}

static void report_asleep(struct logind *logind, bool asleep)
{
	report(logind, &logind->asleep, asleep, logind->events.asleep);
}

static void report_idle(struct logind *logind, const struct hints *hints)
{
	struct realtime since = { (usec)(hints->idle_since & INT64_MAX) };
	if (hints->idle >= 0)
		logind->events.idle(logind->user, hints->idle, since);
}

/* A session that never was active has its X server on another VT than its login: not `away`. */
static void take_lock(struct logind *logind, const struct hints *hints)
{
	if (hints->locked >= 0)
		logind->hinted = hints->locked;
	if (hints->active >= 0)
		logind->away = logind->was_active && !hints->active;
	logind->was_active |= hints->active > 0;
}

static void session_lost(struct logind *logind)
{
	logind->changes = sd_bus_slot_unref(logind->changes);
	logind->hinted = logind->away = logind->was_active = false;
	report_locked(logind);
	report(logind, &logind->present, false, logind->events.present);
}

static void delay_end(struct logind *logind)
{
	logind->delay_call = sd_bus_slot_unref(logind->delay_call);
	if (logind->delay >= 0)
		close(logind->delay);
	logind->delay = -1;
}

static void logind_lost(struct logind *logind)
{
	logind->session_call = sd_bus_slot_unref(logind->session_call);
	logind->sleep_call = sd_bus_slot_unref(logind->sleep_call);
	delay_end(logind);
	report_asleep(logind, false);
	session_lost(logind);
}

/* Call logind without starting it; the call replaces the pending one of *slot. The arguments follow
 * `types` as in sd_bus_message_append(). */
static int call(struct logind *logind, sd_bus_slot **slot, sd_bus_message_handler_t on_reply,
		const char *path, const char *interface, const char *member, const char *types, ...)
{
	_cleanup_message_ sd_bus_message *message = NULL;
	sd_bus_slot *pending = NULL;
	TRY(sd_bus_message_new_method_call(logind->bus, &message, LOGIND, path, interface, member));
	va_list arguments;
	va_start(arguments, types);
	int r = sd_bus_message_appendv(message, types, arguments);
	va_end(arguments);
	TRY(r);
	TRY(sd_bus_message_set_auto_start(message, false));
	TRY(sd_bus_call_async(logind->bus, &pending, message, on_reply, logind, 0));
	sd_bus_slot_unref(*slot);
	*slot = pending;
	return 0;
}

static int on_session_changed(sd_bus_message *message, void *user, sd_bus_error *error)
{
	struct logind *logind = user;
	if (sd_bus_message_skip(message, "s") < 0)
		return 0;
	struct hints hints = hints_read(message);
	if (!logind->present)
		return 0;
	take_lock(logind, &hints);
	report_locked(logind);
	report_idle(logind, &hints);
	return 0;
}

static int sessions_list(struct logind *logind);

/* A session without LockedHint cannot be locked. */
static int on_session(sd_bus_message *message, void *user, sd_bus_error *error)
{
	struct logind *logind = user;
	if (sd_bus_message_is_method_error(message, NULL)) {
		if (!logind->listed)
			return sessions_list(logind);
		session_lost(logind);
		return 0;
	}
	struct hints hints = hints_read(message);
	logind->hinted = logind->away = false;
	take_lock(logind, &hints);
	report(logind, &logind->present, true, logind->events.present);
	report_locked(logind);
	report_idle(logind, &hints);
	return 0;
}

/* The match is sent before the call, so no change is lost between the two. */
static int session_follow(struct logind *logind, const char *path)
{
	logind->changes = sd_bus_slot_unref(logind->changes);
	TRY(sd_bus_match_signal_async(logind->bus, &logind->changes, LOGIND, path, PROPERTIES,
				      "PropertiesChanged", on_session_changed, NULL, logind));
	return call(logind, &logind->session_call, on_session, path, PROPERTIES, "GetAll", "s",
		    LOGIND_SESSION);
}

/* The first session of the user that has a seat, else the last of the user; NULL for none. */
static int session_choose(sd_bus_message *message, const char **ret)
{
	const char *seat, *path;
	uint32_t uid;
	*ret = NULL;
	int r = sd_bus_message_enter_container(message, 'a', "(susso)");
	while (r > 0 &&
	       (r = sd_bus_message_read(message, "(susso)", NULL, &uid, NULL, &seat, &path)) > 0) {
		if (uid != getuid())
			continue;
		*ret = path;
		if (seat[0])
			break;
	}
	return r < 0 ? r : 0;
}

static int on_sessions(sd_bus_message *message, void *user, sd_bus_error *error)
{
	struct logind *logind = user;
	const char *path = NULL;
	if (!sd_bus_message_is_method_error(message, NULL))
		session_choose(message, &path);
	if (path)
		return session_follow(logind, path);
	session_lost(logind);
	return 0;
}

static int sessions_list(struct logind *logind)
{
	logind->listed = true;
	return call(logind, &logind->session_call, on_sessions, LOGIND_PATH, LOGIND_MANAGER,
		    "ListSessions", "");
}

/* Follow the display session that logind chose. If its file in /run does not name it (a container),
 * or names one that this bus does not know, choose from the list. */
static int session_find(struct logind *logind)
{
	char *id = NULL, *path = NULL;
	int r = sd_uid_get_display(getuid(), &id);
	if (r >= 0)
		r = sd_bus_path_encode(LOGIND_PATH "/session", id, &path);
	logind->listed = false;
	r = r < 0 ? sessions_list(logind) : session_follow(logind, path);
	free(path);
	free(id);
	return r;
}

void logind_session(char *out, size_t size)
{
	char *id = NULL;
	out[0] = '\0';
	if (sd_uid_get_display(getuid(), &id) >= 0)
		snprintf(out, size, "%s", id);
	free(id);
}

static int on_delay(sd_bus_message *message, void *user, sd_bus_error *error)
{
	struct logind *logind = user;
	int fd;
	logind->delay_call = sd_bus_slot_unref(logind->delay_call);
	if (sd_bus_message_read(message, "h", &fd) >= 0)
		logind->delay = fcntl(fd, F_DUPFD_CLOEXEC, 3);
	return 0;
}

/* Take an inhibitor: logind delays sleep until the callback `asleep` has returned. */
static int delay_begin(struct logind *logind)
{
	delay_end(logind);
	return call(logind, &logind->delay_call, on_delay, LOGIND_PATH, LOGIND_MANAGER, "Inhibit",
		    "ssss", "sleep", "Limber", _("keeps your sitting time before the sleep"),
		    "delay");
}

static int on_sessions_changed(sd_bus_message *message, void *user, sd_bus_error *error)
{
	return session_find(user);
}

static int logind_read(struct logind *logind)
{
	TRY(session_find(logind));
	return delay_begin(logind);
}

static int on_owner_changed(sd_bus_message *message, void *user, sd_bus_error *error)
{
	struct logind *logind = user;
	const char *owner;
	if (sd_bus_message_read(message, "sss", NULL, NULL, &owner) < 0)
		return 0;
	logind_lost(logind);
	return owner[0] ? logind_read(logind) : 0;
}

/* Closing the inhibitor lets the machine sleep; a new one is taken after the wake-up. */
static int sleep_take(struct logind *logind, bool asleep)
{
	bool was = logind->asleep;
	report_asleep(logind, asleep);
	if (asleep)
		delay_end(logind);
	else if (was || logind->delay < 0)
		return delay_begin(logind);
	return 0;
}

static int on_sleep(sd_bus_message *message, void *user, sd_bus_error *error)
{
	struct logind *logind = user;
	int asleep;
	if (sd_bus_message_read(message, "b", &asleep) < 0)
		return 0;
	return sleep_take(logind, asleep);
}

static int on_preparing(sd_bus_message *message, void *user, sd_bus_error *error)
{
	struct logind *logind = user;
	int asleep;
	logind->sleep_call = sd_bus_slot_unref(logind->sleep_call);
	if (sd_bus_message_read(message, "v", "b", &asleep) >= 0)
		sleep_take(logind, asleep);
	return 0;
}

void logind_again(struct logind *logind)
{
	if (!logind->bus)
		return;
	(void)session_find(logind);
	(void)call(logind, &logind->sleep_call, on_preparing, LOGIND_PATH, PROPERTIES, "Get", "ss",
		   LOGIND_MANAGER, "PreparingForSleep");
}

static const struct {
	const char *rule;
	sd_bus_message_handler_t handler;
} matches[MATCHES] = {
	{ "type='signal',sender='org.freedesktop.DBus',member='NameOwnerChanged',arg0='" LOGIND "'",
	  on_owner_changed },
	{ "type='signal',sender='" LOGIND "',interface='" LOGIND_MANAGER "',member='SessionNew'",
	  on_sessions_changed },
	{ "type='signal',sender='" LOGIND "',interface='" LOGIND_MANAGER
	  "',member='SessionRemoved'",
	  on_sessions_changed },
	{ "type='signal',sender='" LOGIND "',interface='" LOGIND_MANAGER
	  "',member='PrepareForSleep'",
	  on_sleep },
};

int logind_up(struct logind *logind, sd_bus *bus)
{
	int r = 0;
	logind_down(logind);
	logind->bus = sd_bus_ref(bus);
	for (int i = 0; r >= 0 && i < MATCHES; i++)
		r = sd_bus_add_match_async(bus, &logind->matches[i], matches[i].rule,
					   matches[i].handler, NULL, logind);
	return r < 0 ? r : logind_read(logind);
}

static void bus_disconnect(struct logind *logind)
{
	logind->changes = sd_bus_slot_unref(logind->changes);
	logind->session_call = sd_bus_slot_unref(logind->session_call);
	logind->sleep_call = sd_bus_slot_unref(logind->sleep_call);
	for (int i = 0; i < MATCHES; i++)
		logind->matches[i] = sd_bus_slot_unref(logind->matches[i]);
	logind->bus = sd_bus_unref(logind->bus);
}

void logind_down(struct logind *logind)
{
	logind_lost(logind);
	bus_disconnect(logind);
}

bool logind_locked(const struct logind *logind)
{
	return logind->hinted || logind->away;
}

bool logind_delays(const struct logind *logind)
{
	return logind->delay >= 0;
}

int logind_new(struct logind **ret, const struct logind_events *events, void *user)
{
	struct logind *logind = calloc(1, sizeof(*logind));
	if (!logind)
		return -ENOMEM;
	logind->events = *events;
	logind->user = user;
	logind->delay = -1;
	*ret = logind;
	return 0;
}

struct logind *logind_free(struct logind *logind)
{
	if (!logind)
		return NULL;
	delay_end(logind);
	bus_disconnect(logind);
	free(logind);
	return NULL;
}
