/*
 * The span is sampled in steps shorter than the time between two changes of any zone, and each
 * change is bisected to its second.
 */
#include "core/base/zone_probe.h"

#include "core/base/text.h"

/* Seconds; the shortest known time between two changes is Ramadan in Morocco. Each step costs 600
 * instructions at the start. */
enum { STRIDE = 3 * 24 * 60 * 60 };

/* The first second after `from`, up to `to`, with another offset than `offset`; `to` has another.
 */
static int64_t change_narrow(int64_t from, int64_t to, int32_t offset,
			     int32_t (*offset_at)(int64_t))
{
	while (to - from > 1) {
		int64_t middle = from + (to - from) / 2;
		if (offset_at(middle) == offset)
			from = middle;
		else
			to = middle;
	}
	return to;
}

/* The next change after `from`, `end` for none before it. */
static int64_t change_next(int64_t from, int64_t end, int32_t (*offset_at)(int64_t))
{
	int32_t offset = offset_at(from);
	while (from < end) {
		int64_t to = end - from > STRIDE ? from + STRIDE : end;
		if (offset_at(to) != offset)
			return change_narrow(from, to, offset, offset_at);
		from = to;
	}
	return end;
}

void zone_probe(struct zone *zone, struct realtime from, int32_t (*offset_at)(int64_t second))
{
	int64_t first = (from.us - ZONE_PAST) / USEC_PER_SEC;
	int64_t end = (from.us + LENGTH_MAX) / USEC_PER_SEC;
	int64_t at = change_next(first, end, offset_at);
	zone->offset = offset_at(first);
	zone->count = 0;
	while (at < end && zone->count < ZONE_CHANGES_MAX) {
		zone->changes[zone->count++] =
			(struct zone_change){ { at * USEC_PER_SEC }, offset_at(at) };
		at = change_next(at, end, offset_at);
	}
	zone->until.us = at * USEC_PER_SEC;
}
