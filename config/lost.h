/* Whether a skipped file may hold health settings. */
#ifndef LIMBER_LOST_H
#define LIMBER_LOST_H

#include "config/source.h"

/*
 * True if a file may hold a health fact, a kind of cramp or a warning sign: without it an item
 * could be shown that these forbid. Also true in doubt, and for a file that could not be read. Keys
 * that only permit, `agreed` and `cleared`, do not count.
 */
bool lost_may_hold_health(const struct source *source);

#endif
