/*
 * Silence that programs ask for is one hold to the core, of which it knows the last that asked.
 * People are told each of them, as each has its own end.
 */
#ifndef LIMBER_ASKERS_H
#define LIMBER_ASKERS_H

#include "daemon/app.h"

enum { ASKERS_MAX = 8 }; /* that are told; of more than that, the last is how many more */

/* How often a hold is told: once for each that asked, any other one once. */
int askers_count(const struct app *app, const struct hold *hold);

/* The hold as number `which` of them asked for it, the last one first. Its `who` is good until the
 * next call, and until a program ends its asking. */
struct hold askers_one(const struct app *app, const struct hold *hold, int which,
		       struct moment now);

#endif
