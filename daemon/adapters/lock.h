/*
 * Whether the desktop's locker reports on the session bus that the screen is locked or blanked:
 * some lockers never set logind's LockedHint (daemon/adapters/logind.h). No locker is started.
 */
#ifndef LIMBER_LOCK_H
#define LIMBER_LOCK_H

#include "daemon/adapters/levels.h"

/* changed: what the functions below return may have changed. */
int lock_new(struct levels **ret, levels_changed *changed, void *user);

/* The first locker that reports: "GNOME"; "" for none. */
const char *lock_source(const struct levels *lock);

/* Whether any of them reports a locked screen. */
bool lock_is_on(const struct levels *lock);

#endif
