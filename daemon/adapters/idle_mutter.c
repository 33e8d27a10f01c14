/*
 * An idle watch of Mutter fires each time its length is reached, at once if it was reached before.
 * An active watch fires once, so it is set only while the user is idle. When an idle watch fires,
 * GetIdletime is called, because the user may be active again by then.
 *
 * While an application inhibits idleness, idle watches do not fire.
 */
#include "daemon/adapters/idle_mutter.h"
#include "core/base/try.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#define PATH "/org/gnome/Mutter/IdleMonitor/Core"

struct mutter;

struct watch {
	struct mutter *mutter;
	usec length;       /* wanted; 0: none */
	usec asked;        /* of the watch that Mutter has or is adding */
	uint32_t id;       /* 0: none yet */
	sd_bus_slot *call; /* pending call that adds it */
	bool fired;        /* GetIdletime is pending */
};

struct mutter {
	struct idle_source_events events;
	void *user;
	sd_bus *bus;
	sd_bus_slot *signals, *owner;
	sd_bus_slot *idletime; /* pending call: GetIdletime */
	bool ready;
	struct watch active; /* the active watch, without a length */
	struct watch watches[IDLE_WATCHES];
};

static void fail(struct mutter *mutter, int error)
{
	mutter->idletime = sd_bus_slot_unref(mutter->idletime);
	mutter->events.failed(mutter->user, error);
}

/* Calls never start Mutter. */
static int call(struct mutter *mutter, sd_bus_slot **slot, const char *member, usec length,
		sd_bus_message_handler_t answer, void *user)
{
	sd_bus_message *message = NULL;
	int r = sd_bus_message_new_method_call(mutter->bus, &message, MUTTER_IDLE, PATH,
					       MUTTER_IDLE, member);
	if (r >= 0 && length > 0)
		r = sd_bus_message_append(message, "t", (uint64_t)length / 1000);
	if (r >= 0)
		r = sd_bus_message_set_auto_start(message, false);
	*slot = sd_bus_slot_unref(*slot);
	if (r >= 0)
		r = sd_bus_call_async(mutter->bus, slot, message, answer, user, 0);
	sd_bus_message_unref(message);
	return r;
}

/* ---- watches ---- */

static void watch_remove(struct watch *watch)
{
	if (watch->id)
		(void)sd_bus_call_method_async(watch->mutter->bus, NULL, MUTTER_IDLE, PATH,
					       MUTTER_IDLE, "RemoveWatch", NULL, NULL, "u",
					       watch->id);
	watch->id = 0;
	watch->asked = 0;
}

static void watch_settle(struct watch *watch);

static int on_added(sd_bus_message *reply, void *user, sd_bus_error *error)
{
	struct watch *watch = user;
	watch->call = sd_bus_slot_unref(watch->call);
	if (sd_bus_message_read(reply, "u", &watch->id) < 0)
		fail(watch->mutter, -EOPNOTSUPP);
	else
		watch_settle(watch);
	return 0;
}

/* Replace the watch if its length changed; not while a call is pending, whose reply has the id. */
static void watch_settle(struct watch *watch)
{
	if (watch->call || watch->asked == watch->length)
		return;
	watch_remove(watch);
	watch->asked = watch->length;
	if (watch->length > 0)
		(void)call(watch->mutter, &watch->call, "AddIdleWatch", watch->length, on_added,
			   watch);
}

static int on_active_added(sd_bus_message *reply, void *user, sd_bus_error *error)
{
	struct watch *watch = user;
	watch->call = sd_bus_slot_unref(watch->call);
	(void)sd_bus_message_read(reply, "u", &watch->id);
	return 0;
}

static void active_set(struct mutter *mutter)
{
	if (mutter->active.id == 0 && !mutter->active.call)
		(void)call(mutter, &mutter->active.call, "AddUserActiveWatch", 0, on_active_added,
			   &mutter->active);
}

/* ---- signals and replies ---- */

static int on_idletime(sd_bus_message *reply, void *user, sd_bus_error *error)
{
	struct mutter *mutter = user;
	uint64_t idle;
	mutter->idletime = sd_bus_slot_unref(mutter->idletime);
	if (sd_bus_message_read(reply, "t", &idle) < 0 || idle > INT64_MAX / 1000) {
		fail(mutter, sd_bus_message_is_method_error(reply, NULL) ? -EOPNOTSUPP : -EBADMSG);
		return 0;
	}
	if (!mutter->ready) {
		mutter->ready = true;
		mutter->events.ready(mutter->user, "Mutter", false);
		return 0;
	}
	for (enum idle_watch i = 0; i < IDLE_WATCHES; i++) {
		struct watch *watch = &mutter->watches[i];
		bool is_so = watch->fired && (usec)idle * 1000 >= watch->length;
		watch->fired = false;
		if (is_so && watch->length > 0)
			mutter->events.idle(mutter->user, i, (usec)idle * 1000);
	}
	return 0;
}

static void on_watch(struct mutter *mutter, struct watch *watch)
{
	watch->fired = true;
	active_set(mutter);
	(void)call(mutter, &mutter->idletime, "GetIdletime", 0, on_idletime, mutter);
}

static int on_fired(sd_bus_message *signal, void *user, sd_bus_error *error)
{
	struct mutter *mutter = user;
	uint32_t id;
	if (sd_bus_message_read(signal, "u", &id) < 0 || id == 0)
		return 0;
	if (id == mutter->active.id) {
		mutter->active.id = 0;
		mutter->events.active(mutter->user);
		return 0;
	}
	for (enum idle_watch i = 0; i < IDLE_WATCHES; i++)
		if (mutter->watches[i].id == id)
			on_watch(mutter, &mutter->watches[i]);
	return 0;
}

static int on_owner(sd_bus_message *signal, void *user, sd_bus_error *error)
{
	fail(user, -ECONNRESET);
	return 0;
}

/* ---- the source ---- */

static void mutter_free(void *source)
{
	struct mutter *mutter = source;
	for (enum idle_watch i = 0; i < IDLE_WATCHES; i++) {
		watch_remove(&mutter->watches[i]);
		sd_bus_slot_unref(mutter->watches[i].call);
	}
	watch_remove(&mutter->active);
	sd_bus_slot_unref(mutter->active.call);
	sd_bus_slot_unref(mutter->idletime);
	sd_bus_slot_unref(mutter->signals);
	sd_bus_slot_unref(mutter->owner);
	sd_bus_unref(mutter->bus);
	free(mutter);
}

static int begin(struct mutter *mutter)
{
	TRY(sd_bus_match_signal_async(mutter->bus, &mutter->signals, MUTTER_IDLE, PATH, MUTTER_IDLE,
				      "WatchFired", on_fired, NULL, mutter));
	TRY(sd_bus_add_match_async(
		mutter->bus, &mutter->owner,
		"type='signal',sender='org.freedesktop.DBus',member='NameOwnerChanged',"
		"arg0='" MUTTER_IDLE "'",
		on_owner, NULL, mutter));
	return call(mutter, &mutter->idletime, "GetIdletime", 0, on_idletime, mutter);
}

static int mutter_open(void **ret, sd_event *event, sd_bus *bus,
		       const struct idle_source_events *events, void *user)
{
	if (!bus)
		return -EOPNOTSUPP;
	struct mutter *mutter = calloc(1, sizeof(*mutter));
	if (!mutter)
		return -ENOMEM;
	*mutter = (struct mutter){ .events = *events, .user = user, .bus = sd_bus_ref(bus) };
	mutter->active.mutter = mutter;
	for (enum idle_watch i = 0; i < IDLE_WATCHES; i++)
		mutter->watches[i].mutter = mutter;
	int r = begin(mutter);
	if (r < 0) {
		mutter_free(mutter);
		return r;
	}
	*ret = mutter;
	return 0;
}

static void mutter_want(void *source, const usec lengths[IDLE_WATCHES])
{
	struct mutter *mutter = source;
	for (enum idle_watch i = 0; i < IDLE_WATCHES; i++) {
		mutter->watches[i].length = lengths[i];
		watch_settle(&mutter->watches[i]);
	}
}

/* Mutter has no call for it. */
static bool mutter_watch_screen(void *source, bool wanted)
{
	return false;
}

const struct idle_source idle_mutter = {
	.open = mutter_open,
	.want = mutter_want,
	.watch_screen = mutter_watch_screen,
	.dates = true,
	.free = mutter_free,
};
