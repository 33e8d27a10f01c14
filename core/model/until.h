/*
 * Ends of a snooze or a pause, as users type them.
 *
 *   10m, 1h30, 45min       from now on
 *   14:00, until 5pm       the next time the clock shows it
 *   tomorrow [9:00]        without a time: the first start of `hours` after the next day start
 *   monday [9:00]          the next such day, never today; without a time as above
 *   2026-12-24 [9:00]      that day; without a time as above
 *
 * The command checks the form (until_read), the daemon reads and resolves it.
 */
#ifndef LIMBER_UNTIL_H
#define LIMBER_UNTIL_H

#include "core/base/zone.h"
#include "core/model/plan.h"

enum until_kind { UNTIL_LENGTH, UNTIL_CLOCK, UNTIL_TOMORROW, UNTIL_WEEKDAY, UNTIL_DATE };

struct until {
	enum until_kind kind;
	usec length; /* UNTIL_LENGTH: more than 0 */
	int weekday; /* UNTIL_WEEKDAY */
	int minute;  /* after midnight, -1 if none was given */
	int32_t day; /* UNTIL_DATE: day number of zone.h */
};

enum text_error until_read(const char *text, struct until *ret);

/* The nearest word of a time to a mistyped one: "tomorrow", "monday"; NULL for none. */
const char *until_nearest(const char *word);

/* The moment that is meant; after `now`, except a date, which may have passed. */
struct realtime until_resolve(const struct until *until, const struct plan *plan,
			      const struct zone *zone, struct realtime now);

#endif
