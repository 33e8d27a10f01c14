/* Which days a report is about. */
#ifndef LIMBER_SPAN_H
#define LIMBER_SPAN_H

#include "core/base/moment.h"

/* Days, and their span of real time, from the first moment to before the last. */
struct span {
	struct realtime from, until;
	int32_t first, last; /* day numbers, see zone_day() */
};

/*
 * "today", "yesterday", "tomorrow", "week" (today and the six days before it), "month" (today and
 * the 29 before it), each also with a colon before it, or "2026-11-24", as days that begin at
 * `day_starts`. False when it is none of these.
 */
bool span_read(const char *text, usec day_starts, struct realtime now, struct span *ret);

#endif
