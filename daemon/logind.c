/*
 * Which session is watched is asked anew whenever one comes or goes and when logind does; all
 * else follows from two signals. Each question is asynchronous, at most one is under way, and a
 * newer one makes the older void.
 */
#include "daemon/logind.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <systemd/sd-bus.h>
#include <systemd/sd-login.h>
#include <unistd.h>

#define LOGIND "org.freedesktop.login1"
#define LOGIND_PATH "/org/freedesktop/login1"
#define LOGIND_MANAGER LOGIND ".Manager"
#define LOGIND_SESSION LOGIND ".Session"
#define PROPERTIES "org.freedesktop.DBus.Properties"

enum { MATCHES = 5 };

struct logind {
	struct logind_events events;
	void *user;
	sd_bus *bus;
	sd_bus_slot *matches[MATCHES];
	sd_bus_slot *changes;  /* PropertiesChanged of the session */
	sd_bus_slot *question; /* the answer waited for */
	bool listed;           /* the session that is asked about was chosen from the list */
	bool present, locked, asleep;
};

static void say(struct logind *logind, bool *level, bool is, void (*callback)(void *user, bool is))
{
	if (*level == is)
		return;
	*level = is;
	callback(logind->user, is);
}

static void say_locked(struct logind *logind, bool locked)
{
	say(logind, &logind->locked, locked, logind->events.locked);
}

static void say_asleep(struct logind *logind, bool asleep)
{
	say(logind, &logind->asleep, asleep, logind->events.asleep);
}

static void session_lost(struct logind *logind)
{
	logind->changes = sd_bus_slot_unref(logind->changes);
	say_locked(logind, false);
	say(logind, &logind->present, false, logind->events.present);
}

static void logind_lost(struct logind *logind)
{
	logind->question = sd_bus_slot_unref(logind->question);
	say_asleep(logind, false);
	session_lost(logind);
}

/* Ask logind, if it is there: nothing here is worth starting it. Takes the message. */
static int ask(struct logind *logind, sd_bus_message *message, sd_bus_message_handler_t answer)
{
	sd_bus_slot *slot = NULL;
	int r = sd_bus_message_set_auto_start(message, false);
	if (r >= 0)
		r = sd_bus_call_async(logind->bus, &slot, message, answer, logind, 0);
	sd_bus_message_unref(message);
	if (r < 0)
		return r;
	sd_bus_slot_unref(logind->question);
	logind->question = slot;
	return 0;
}

/*
 * LockedHint in a dictionary of properties: 1 or 0, -ENODATA when it is not in it. Others are
 * skipped whatever they hold.
 */
static int locked_read(sd_bus_message *message)
{
	int locked = -ENODATA;
	int r = sd_bus_message_enter_container(message, 'a', "{sv}");
	while (r > 0 && (r = sd_bus_message_enter_container(message, 'e', "sv")) > 0) {
		const char *name;
		r = sd_bus_message_read(message, "s", &name);
		if (r < 0)
			return r;
		if (strcmp(name, "LockedHint") == 0)
			r = sd_bus_message_read(message, "v", "b", &locked);
		else
			r = sd_bus_message_skip(message, "v");
		if (r >= 0)
			r = sd_bus_message_exit_container(message);
	}
	return r < 0 ? r : locked;
}

static int on_session_changed(sd_bus_message *message, void *user, sd_bus_error *error)
{
	struct logind *logind = user;
	(void)error;
	if (sd_bus_message_skip(message, "s") < 0)
		return 0;
	int locked = locked_read(message);
	if (logind->present && locked >= 0)
		say_locked(logind, locked);
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
	int locked = locked_read(message);
	say(logind, &logind->present, true, logind->events.present);
	say_locked(logind, locked > 0);
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
	return ask(logind, message, on_session);
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
	return r < 0 ? r : ask(logind, message, on_sessions);
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

static int on_sessions_changed(sd_bus_message *message, void *user, sd_bus_error *error)
{
	(void)message;
	(void)error;
	return session_find(user);
}

static int on_owner_changed(sd_bus_message *message, void *user, sd_bus_error *error)
{
	struct logind *logind = user;
	const char *owner;
	(void)error;
	if (sd_bus_message_read(message, "sss", NULL, NULL, &owner) < 0)
		return 0;
	logind_lost(logind);
	return owner[0] ? session_find(logind) : 0;
}

static int on_sleep(sd_bus_message *message, void *user, sd_bus_error *error)
{
	int asleep;
	(void)error;
	if (sd_bus_message_read(message, "b", &asleep) >= 0)
		say_asleep(user, asleep);
	return 0;
}

static int on_disconnected(sd_bus_message *message, void *user, sd_bus_error *error)
{
	(void)message;
	(void)error;
	logind_lost(user);
	return 0;
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
	{ "type='signal',interface='org.freedesktop.DBus.Local',member='Disconnected'",
	  on_disconnected },
};

static int logind_start(struct logind *logind, sd_event *event)
{
	int r = sd_bus_attach_event(logind->bus, event, SD_EVENT_PRIORITY_NORMAL);
	for (int i = 0; r >= 0 && i < MATCHES; i++)
		r = sd_bus_add_match_async(logind->bus, &logind->matches[i], matches[i].rule,
					   matches[i].handler, NULL, logind);
	return r < 0 ? r : session_find(logind);
}

int logind_new(struct logind **ret, sd_event *event, const struct logind_events *events, void *user)
{
	struct logind *logind = calloc(1, sizeof(*logind));
	if (!logind)
		return -ENOMEM;
	logind->events = *events;
	logind->user = user;
	int r = 0;
	if (sd_bus_open_system(&logind->bus) >= 0)
		r = logind_start(logind, event);
	if (r < 0) {
		logind_free(logind);
		return r;
	}
	*ret = logind;
	return 0;
}

struct logind *logind_free(struct logind *logind)
{
	if (!logind)
		return NULL;
	sd_bus_slot_unref(logind->question);
	sd_bus_slot_unref(logind->changes);
	for (int i = 0; i < MATCHES; i++)
		sd_bus_slot_unref(logind->matches[i]);
	sd_bus_close_unref(logind->bus);
	free(logind);
	return NULL;
}
