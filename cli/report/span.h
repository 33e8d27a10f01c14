/* The days of a report. */
#ifndef LIMBER_SPAN_H
#define LIMBER_SPAN_H

#include "core/base/moment.h"

/* Days, and their span of real time, from the first moment to before the last. An open end is
 * INT32_MIN and moment 0, or INT32_MAX and REALTIME_OPEN. */
struct span {
	struct realtime from, until;
	int32_t first, last; /* day numbers, see zone_day() */
};

/*
 * Read "today", "yesterday", "tomorrow", "week" (today and the six days before it), "month" (and
 * the 29 before it) or "year" (and the 364), each also with a colon before it; "2026-11-24",
 * "2026-11" or "2026"; or "A..B" of these, one of which may be missing; or "all". Days begin at
 * `day_starts`. False for other texts, and where B ends before A begins.
 */
bool span_read(const char *text, usec day_starts, struct realtime now, struct span *ret);

#endif
