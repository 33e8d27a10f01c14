/*
 * Calendar times of an `at`: "21:30", "Mon..Fri 12:30", "*-*-01 09:00", "Sat *-*~01..07 10:00",
 * "9..17/2:00"; the subset of systemd.time(7) calendar events that limber.conf(5) describes.
 *
 * It falls at each time that is in all of its sets, at most once a minute.
 */
#ifndef LIMBER_CALENDAR_H
#define LIMBER_CALENDAR_H

#include "core/base/text.h"
#include "core/base/zone.h"

enum { CALENDAR_FIRST_YEAR = 2000 };

struct calendar {
	uint64_t years;    /* bit 0: CALENDAR_FIRST_YEAR … bit 63; all set: every year there is */
	uint64_t minutes;  /* bit 0 to 59 */
	uint32_t hours;    /* bit 0 to 23 */
	uint32_t days;     /* of the month, bit 1 to 31 */
	uint16_t months;   /* bit 1 to 12 */
	uint8_t weekdays;  /* bit MONDAY … bit SUNDAY */
	uint8_t second;    /* 0 to 59 */
	bool days_to_last; /* of `days`, bit 31 is the last of any month, bit 30 the one before */
};

#define CALENDAR_EACH_YEAR UINT64_MAX
#define CALENDAR_EACH_MONTH UINT16_C(0x1ffe)
#define CALENDAR_EACH_DAY UINT32_C(0xfffffffe)
#define CALENDAR_EACH_HOUR UINT32_C(0xffffff)

/* Above the longest text, which has every other number of each set. */
enum { CALENDAR_SIZE = 640 };

/*
 * The time of day is required, except in hourly, daily, weekly, monthly, quarterly and yearly,
 * which are as in systemd.time(7). TEXT_NEVER: a date that does not exist (30 February).
 */
enum text_error calendar_read(const char *text, struct calendar *ret);

/* In normal form, without fields that match everything: "21:30", "*-12-24 18:00", "Mon *:00/15". */
void calendar_print(const struct calendar *calendar, char out[CALENDAR_SIZE]);

/* A time of day, in minutes after midnight and less than a day, on days of the week. */
struct calendar calendar_at(uint8_t weekdays, int minute);

/* Whether it has fixed times of day, and not times of each hour. */
bool calendar_daily(const struct calendar *calendar);

/* 1 to 4: the nth of one weekday in each month; -1: the last one; 0: neither. */
int calendar_nth(const struct calendar *calendar);

/*
 * The first moment after `after` at which one of `count` calendar times falls; REALTIME_OPEN if
 * there is none within 64 years, at most 768 months searched for each. A time within the spring gap
 * falls right after it, a time that is repeated in autumn at its first occurrence.
 */
struct realtime calendar_next(const struct calendar times[], int count, const struct zone *zone,
			      struct realtime after);

/*
 * The last moment after `after` and not after `until` at which one of them falls; REALTIME_OPEN for
 * none. `after` is not negative. At most 64 calls of calendar_next().
 */
struct realtime calendar_last(const struct calendar times[], int count, const struct zone *zone,
			      struct realtime after, struct realtime until);

#endif
