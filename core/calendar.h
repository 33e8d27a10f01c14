/*
 * Calendar times of an `at`: so far a time of day on some days of the week, "21:30" or
 * "Mon..Fri 12:30"; a subset of systemd.time(7) calendar events.
 */
#ifndef LIMBER_CALENDAR_H
#define LIMBER_CALENDAR_H

#include "core/hours.h"

struct calendar {
	uint8_t days;   /* bit MONDAY … bit SUNDAY */
	int16_t minute; /* after midnight, 0 to 1439 */
};

enum { CALENDAR_SIZE = 48 };

enum text_error calendar_read(const char *text, struct calendar *ret);
void calendar_print(const struct calendar *calendar, char out[CALENDAR_SIZE]);

/*
 * The first moment after `after` at which one of `count` calendar times falls; REALTIME_OPEN
 * when there is none. A time swallowed by the spring gap falls right after it, one that comes
 * twice in autumn on its first coming.
 */
struct realtime calendar_next(const struct calendar times[], int count, const struct zone *zone,
			      struct realtime after);

#endif
