/*
 * The lockers of all desktops speak one dialect under names of their own: a row each. Who is the
 * freedesktop one differs: Plasma, light-locker, or a stand-in for one of the others; where it only
 * serves inhibitions (xscreensaver), it does not answer and is not known.
 */
#include "daemon/adapters/lock.h"

#include <errno.h>
#include <stdlib.h>

#include "daemon/adapters/levels.h"

static int read_active(sd_bus_message *answer, struct level *level)
{
	int on = 0;
	int r = sd_bus_message_read(answer, "b", &on);
	level->on = on;
	return r < 0 ? r : 0;
}

#define LOCKER(desktop, word)                                                                      \
	{                                                                                          \
		.name = (desktop), .service = "org." word ".ScreenSaver",                          \
		.signals = "interface='org." word ".ScreenSaver',member='ActiveChanged'",          \
		.questions = {                                                                     \
			{ .path = "/org/" word "/ScreenSaver",                                     \
			  .interface = "org." word ".ScreenSaver",                                 \
			  .member = "GetActive",                                                   \
			  .read = read_active },                                                   \
		},                                                                                 \
	}

static const struct level_row lockers[] = {
	LOCKER("GNOME", "gnome"), LOCKER("Cinnamon", "cinnamon"),       LOCKER("MATE", "mate"),
	LOCKER("Xfce", "xfce"),   LOCKER("freedesktop", "freedesktop"),
};

enum { LOCKERS = sizeof(lockers) / sizeof(lockers[0]) };

struct lock {
	struct lock_events events;
	void *user;
	struct levels *levels;
};

static void on_changed(void *user)
{
	const struct lock *lock = user;
	lock->events.changed(lock->user);
}

void lock_again(struct lock *lock)
{
	levels_again(lock->levels);
}

const char *lock_source(const struct lock *lock)
{
	for (int i = 0; i < LOCKERS; i++)
		if (levels_get(lock->levels, i)->known)
			return lockers[i].name;
	return "";
}

bool lock_is_on(const struct lock *lock)
{
	for (int i = 0; i < LOCKERS; i++)
		if (levels_get(lock->levels, i)->on)
			return true;
	return false;
}

int lock_up(struct lock *lock, sd_bus *bus)
{
	return levels_up(lock->levels, bus);
}

int lock_new(struct lock **ret, const struct lock_events *events, void *user)
{
	struct lock *lock = calloc(1, sizeof(*lock));
	if (!lock)
		return -ENOMEM;
	lock->events = *events;
	lock->user = user;
	int r = levels_new(&lock->levels, lockers, LOCKERS, on_changed, lock);
	if (r < 0) {
		lock_free(lock);
		return r;
	}
	*ret = lock;
	return 0;
}

struct lock *lock_free(struct lock *lock)
{
	if (!lock)
		return NULL;
	levels_free(lock->levels);
	free(lock);
	return NULL;
}
