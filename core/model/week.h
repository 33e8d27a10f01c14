/* Which days are the working week, by `hours`. */
#ifndef LIMBER_WEEK_H
#define LIMBER_WEEK_H

#include "core/model/day.h"
#include "core/model/plan.h"

/*
 * Seven days that begin after the longest run of days without hours: Monday, where these are the
 * weekend. Hours on all days give no weekend: Monday, and the last working day is Friday.
 */
struct week {
	int32_t first; /* the last day is six later */
	int32_t ends;  /* the last one with hours */
};

/* The week that a day belongs to. */
struct week week_of(const struct plan *plan, int32_t day);

/*
 * Most of the breaks of two whole weeks were natural: half as many cards would do. At most once a
 * fortnight, by the number of the second week, which begins on `first`.
 */
bool week_is_natural(int32_t first, const struct day *week, const struct day *before);

#endif
