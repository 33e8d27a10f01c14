/*
 * Which session is watched is asked anew whenever one comes or goes and when logind does; all
 * else follows from two signals. Each question is asynchronous, at most one about the session is
 * under way, and a newer one makes the older void.
 */
#include "daemon/adapters/logind.h"

#include <errno.h>
#include <fcntl.h>
#include <libintl.h>
#include <stdlib.h>
#include <string.h>
#include <systemd/sd-login.h>
#include <unistd.h>

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
	sd_bus *bus; /* NULL: none now */
	sd_bus_slot *matches[MATCHES];
	sd_bus_slot *changes;   /* PropertiesChanged of the session */
	sd_bus_slot *question;  /* about the session: the answer waited for */
	sd_bus_slot *delay_ask; /* likewise, for the delay */
	sd_bus_slot *sleep_ask; /* likewise, whether it prepares for sleep */
	int delay;              /* the machine does not sleep while it is open; -1: it is not */
	bool listed;            /* the session that is asked about was chosen from the list */
	bool shown;             /* the session was seen on the screen */
	bool away, hinted;      /* and is not now, another is; its LockedHint */
	bool present, locked, asleep;
};

static void say(struct logind *logind, bool *level, bool is, void (*callback)(void *user, bool is))
{
	if (*level == is)
		return;
	*level = is;
	callback(logind->user, is);
}

static void say_locked(struct logind *logind)
{
	say(logind, &logind->locked, logind_locked(logind), logind->events.locked);
}

static void say_asleep(struct logind *logind, bool asleep)
{
	say(logind, &logind->asleep, asleep, logind->events.asleep);
}

static void say_idle(struct logind *logind, const struct hints *hints)
{
	struct realtime since = { (usec)(hints->idle_since & INT64_MAX) };
	if (hints->idle >= 0)
		logind->events.idle(logind->user, hints->idle, since);
}

/* A session that never was on the screen is one whose X server is on another VT than its login. */
static void take_lock(struct logind *logind, const struct hints *hints)
{
	if (hints->locked >= 0)
		logind->hinted = hints->locked;
	if (hints->active >= 0)
		logind->away = logind->shown && !hints->active;
	logind->shown |= hints->active > 0;
}

static void session_lost(struct logind *logind)
{
	logind->changes = sd_bus_slot_unref(logind->changes);
	logind->hinted = logind->away = logind->shown = false;
	say_locked(logind);
	say(logind, &logind->present, false, logind->events.present);
}

static void delay_end(struct logind *logind)
{
	logind->delay_ask = sd_bus_slot_unref(logind->delay_ask);
	if (logind->delay >= 0)
		close(logind->delay);
	logind->delay = -1;
}

static void logind_lost(struct logind *logind)
{
	logind->question = sd_bus_slot_unref(logind->question);
	logind->sleep_ask = sd_bus_slot_unref(logind->sleep_ask);
	delay_end(logind);
	say_asleep(logind, false);
	session_lost(logind);
}

/* Ask logind, if it is there: nothing here is worth starting it. Takes the message. */
static int ask(struct logind *logind, sd_bus_slot **question, sd_bus_message *message,
	       sd_bus_message_handler_t answer)
{
	sd_bus_slot *slot = NULL;
	int r = sd_bus_message_set_auto_start(message, false);
	if (r >= 0)
		r = sd_bus_call_async(logind->bus, &slot, message, answer, logind, 0);
	sd_bus_message_unref(message);
	if (r < 0)
		return r;
	sd_bus_slot_unref(*question);
	*question = slot;
	return 0;
}

static int on_session_changed(sd_bus_message *message, void *user, sd_bus_error *error)
{
	struct logind *logind = user;
	(void)error;
	if (sd_bus_message_skip(message, "s") < 0)
		return 0;
	struct hints hints = hints_read(message);
	if (!logind->present)
		return 0;
	take_lock(logind, &hints);
	say_locked(logind);
	say_idle(logind, &hints);
	return 0;
}

static int sessions_list(struct logind *logind);

/* A session without LockedHint is a session that cannot be locked. */
static int on_session(sd_bus_message *message, void *user, sd_bus_error *error)
{
	struct logind *logind = user;
	(void)error;
	if (sd_bus_message_is_method_error(message, NULL)) {
		if (!logind->listed)
			return sessions_list(logind);
		session_lost(logind);
		return 0;
	}
	struct hints hints = hints_read(message);
	logind->hinted = logind->away = false;
	take_lock(logind, &hints);
	say(logind, &logind->present, true, logind->events.present);
	say_locked(logind);
	say_idle(logind, &hints);
	return 0;
}

/* The match is sent before the question, so no change can fall between the two. */
static int session_follow(struct logind *logind, const char *path)
{
	sd_bus_message *message = NULL;
	logind->changes = sd_bus_slot_unref(logind->changes);
	int r = sd_bus_match_signal_async(logind->bus, &logind->changes, LOGIND, path, PROPERTIES,
					  "PropertiesChanged", on_session_changed, NULL, logind);
	if (r < 0)
		return r;
	r = sd_bus_message_new_method_call(logind->bus, &message, LOGIND, path, PROPERTIES,
					   "GetAll");
	if (r < 0)
		return r;
	r = sd_bus_message_append(message, "s", LOGIND_SESSION);
	if (r < 0) {
		sd_bus_message_unref(message);
		return r;
	}
	return ask(logind, &logind->question, message, on_session);
}

/* Of the user's sessions the first with a seat, else the last; NULL when there is none. */
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
	(void)error;
	if (!sd_bus_message_is_method_error(message, NULL))
		session_choose(message, &path);
	if (path)
		return session_follow(logind, path);
	session_lost(logind);
	return 0;
}

static int sessions_list(struct logind *logind)
{
	sd_bus_message *message = NULL;
	logind->listed = true;
	int r = sd_bus_message_new_method_call(logind->bus, &message, LOGIND, LOGIND_PATH,
					       LOGIND_MANAGER, "ListSessions");
	return r < 0 ? r : ask(logind, &logind->question, message, on_sessions);
}

/*
 * The display session as logind chose it. Where its file in /run does not say (a container), or
 * names a session that this bus does not know, choose from the list.
 */
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
	(void)error;
	logind->delay_ask = sd_bus_slot_unref(logind->delay_ask);
	if (sd_bus_message_read(message, "h", &fd) >= 0)
		logind->delay = fcntl(fd, F_DUPFD_CLOEXEC, 3);
	return 0;
}

/* Have logind wait before the machine sleeps, until what is told by then is dealt with. */
static int delay_begin(struct logind *logind)
{
	sd_bus_message *message = NULL;
	delay_end(logind);
	int r = sd_bus_message_new_method_call(logind->bus, &message, LOGIND, LOGIND_PATH,
					       LOGIND_MANAGER, "Inhibit");
	if (r >= 0)
		r = sd_bus_message_append(message, "ssss", "sleep", "Limber",
					  _("keeps your sitting time before the sleep"), "delay");
	if (r >= 0)
		return ask(logind, &logind->delay_ask, message, on_delay);
	sd_bus_message_unref(message);
	return r;
}

static int on_sessions_changed(sd_bus_message *message, void *user, sd_bus_error *error)
{
	(void)message;
	(void)error;
	return session_find(user);
}

static int logind_ask(struct logind *logind)
{
	int r = session_find(logind);
	return r < 0 ? r : delay_begin(logind);
}

static int on_owner_changed(sd_bus_message *message, void *user, sd_bus_error *error)
{
	struct logind *logind = user;
	const char *owner;
	(void)error;
	if (sd_bus_message_read(message, "sss", NULL, NULL, &owner) < 0)
		return 0;
	logind_lost(logind);
	return owner[0] ? logind_ask(logind) : 0;
}

/* A delay that is held lets the machine sleep when it is given back, and is asked for anew after.
 */
static int sleep_take(struct logind *logind, bool asleep)
{
	bool was = logind->asleep;
	say_asleep(logind, asleep);
	if (asleep)
		delay_end(logind);
	else if (was || logind->delay < 0)
		return delay_begin(logind);
	return 0;
}

/* When the callback returns, all is done: the machine may sleep. */
static int on_sleep(sd_bus_message *message, void *user, sd_bus_error *error)
{
	struct logind *logind = user;
	int asleep;
	(void)error;
	if (sd_bus_message_read(message, "b", &asleep) < 0)
		return 0;
	return sleep_take(logind, asleep);
}

static int on_preparing(sd_bus_message *message, void *user, sd_bus_error *error)
{
	struct logind *logind = user;
	int asleep;
	(void)error;
	logind->sleep_ask = sd_bus_slot_unref(logind->sleep_ask);
	if (sd_bus_message_read(message, "v", "b", &asleep) >= 0)
		sleep_take(logind, asleep);
	return 0;
}

static int sleep_question(struct logind *logind)
{
	sd_bus_message *message = NULL;
	int r = sd_bus_message_new_method_call(logind->bus, &message, LOGIND, LOGIND_PATH,
					       PROPERTIES, "Get");
	if (r >= 0)
		r = sd_bus_message_append(message, "ss", LOGIND_MANAGER, "PreparingForSleep");
	if (r >= 0)
		return ask(logind, &logind->sleep_ask, message, on_preparing);
	sd_bus_message_unref(message);
	return r;
}

void logind_again(struct logind *logind)
{
	if (!logind->bus)
		return;
	(void)session_find(logind);
	(void)sleep_question(logind);
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
	return r < 0 ? r : logind_ask(logind);
}

static void bus_forget(struct logind *logind)
{
	logind->changes = sd_bus_slot_unref(logind->changes);
	logind->question = sd_bus_slot_unref(logind->question);
	logind->sleep_ask = sd_bus_slot_unref(logind->sleep_ask);
	for (int i = 0; i < MATCHES; i++)
		logind->matches[i] = sd_bus_slot_unref(logind->matches[i]);
	logind->bus = sd_bus_unref(logind->bus);
}

void logind_down(struct logind *logind)
{
	logind_lost(logind);
	bus_forget(logind);
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
	bus_forget(logind);
	free(logind);
	return NULL;
}
