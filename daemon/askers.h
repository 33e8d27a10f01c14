/*
 * The inhibitors of `limber inhibit` are one hold in the core, with the name of the last. A reply
 * lists each of them, because each has its own end.
 */
#ifndef LIMBER_ASKERS_H
#define LIMBER_ASKERS_H

#include "daemon/app.h"

enum { ASKERS_MAX = 8 }; /* in a reply; of more, the last entry is the number of the others */

/* The number of entries of a hold: one for each inhibitor; 1 for holds of other kinds. */
int askers_count(const struct app *app, const struct hold *hold);

/* Entry `which` of a hold, the last inhibitor first. Its `who` is valid until the next call, or
 * until an inhibitor ends. */
struct hold askers_one(const struct app *app, const struct hold *hold, int which,
		       struct moment now);

#endif
