/*
 * Whether the screen is locked or blanked, as the desktop's locker tells on the session bus: some
 * never set the hint that logind tells (daemon/logind.h). Nobody is started for it.
 */
#ifndef LIMBER_LOCK_H
#define LIMBER_LOCK_H

#include <stdbool.h>
#include <systemd/sd-bus.h>

struct lock;

/* What the functions below say is another now. At each change, only from the event loop. */
struct lock_events {
	void (*changed)(void *user);
};

int lock_new(struct lock **ret, const struct lock_events *events, void *user);
struct lock *lock_free(struct lock *lock); /* NULL; without a word */

/* There is a session bus, which is referenced. */
int lock_up(struct lock *lock, sd_bus *bus);

/* Ask again: a signal may have been missed. */
void lock_again(struct lock *lock);

/* Who tells, "GNOME", or "" for nobody. */
const char *lock_source(const struct lock *lock);

/* Whether any of them says so. */
bool lock_is_on(const struct lock *lock);

#endif
