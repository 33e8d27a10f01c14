/*
 * All lockers have the same interface under different names: a row each.
 * org.freedesktop.ScreenSaver is Plasma, light-locker or an alias of one of the others; one that
 * only serves inhibitions (xscreensaver) does not answer GetActive, and stays unknown.
 */
#include "daemon/adapters/lock.h"

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

const char *lock_source(const struct levels *lock)
{
	for (int i = 0; i < LOCKERS; i++)
		if (levels_get(lock, i)->known)
			return lockers[i].name;
	return "";
}

bool lock_is_on(const struct levels *lock)
{
	for (int i = 0; i < LOCKERS; i++)
		if (levels_get(lock, i)->on)
			return true;
	return false;
}

int lock_new(struct levels **ret, levels_changed *changed, void *user)
{
	return levels_new(ret, lockers, LOCKERS, changed, user);
}
