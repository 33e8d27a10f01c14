/* What a file that is left out may have said of the user's health. */
#ifndef LIMBER_LOST_H
#define LIMBER_LOST_H

#include "config/source.h"

/*
 * Whether it may hold a health fact, a kind of cramp or a warning sign: an item could be dealt that
 * these would stop. In doubt, and for what could not be read, it may. What only permits, as
 * `agreed` and `cleared` do, is not missed.
 */
bool lost_may_tell_health(const struct source *source);

#endif
