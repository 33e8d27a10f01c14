/*
 * Hours of the day, "08:00-20:00" or "Mon..Fri 22:00-06:00": on which days a range begins, and
 * from when to when. A range whose end is not after its start goes on past midnight, and
 * belongs to the day it began. "00:00-24:00" is the whole day. Also read: "9-5", "9am-5pm",
 * "weekdays 9:00-17:00", "Mon-Fri noon-18:00".
 */
#ifndef LIMBER_HOURS_H
#define LIMBER_HOURS_H

#include "core/base/text.h"
#include "core/base/zone.h"

struct hours {
	uint8_t days;     /* bit MONDAY … bit SUNDAY */
	int16_t from, to; /* minutes after midnight; to <= from: of the next day */
};

enum { HOURS_SIZE = 48 };

enum text_error hours_read(const char *text, struct hours *ret);
void hours_print(const struct hours *hours, char out[HOURS_SIZE]);

/* Days of the week: "Mon..Fri", "Sat,Sun", "Fri..Mon", "Mon,Wed..Fri"; `length` bytes of text. */
enum { DAYS_SIZE = 32 };
enum text_error days_read(const char *text, size_t length, uint8_t *ret);
void days_print(uint8_t days, char out[DAYS_SIZE]); /* "" for all seven */

/* For parsers of longer texts: read the days at *at, if any, and move behind them. */
enum text_error days_scan(const char **at, uint8_t *ret);

/* Whether a moment is in one of `count` ranges; without ranges: always. */
bool hours_contain(const struct hours hours[], int count, const struct zone *zone,
		   struct realtime real);

/*
 * The first start of a range after `real`; REALTIME_OPEN for none within 15 days. Without ranges:
 * the next midnight.
 */
struct realtime hours_next_start(const struct hours hours[], int count, const struct zone *zone,
				 struct realtime real);

/*
 * The end of the range that contains `real`; `real` if none does; REALTIME_OPEN if it does not end
 * within 15 days. Without ranges: REALTIME_OPEN.
 */
struct realtime hours_next_end(const struct hours hours[], int count, const struct zone *zone,
			       struct realtime real);

/*
 * The first moment from `real` on in `hours` (without ranges: always) and in none of `quiet`;
 * REALTIME_OPEN for none within about two weeks.
 */
struct realtime hours_open_from(const struct hours hours[], int count, const struct hours quiet[],
				int quiet_count, const struct zone *zone, struct realtime real);

#endif
