/*
 * Civil time: a zone as data.
 *
 * The shell probes the machine's zone into a small table of the coming offset changes and
 * refreshes it by an event before `until`; a test invents one. The Gregorian arithmetic is that
 * of Howard Hinnant's "chrono-compatible low-level date algorithms" (days_from_civil).
 */
#ifndef LIMBER_ZONE_H
#define LIMBER_ZONE_H

#include "core/base/limits.h"
#include "core/base/moment.h"

enum { MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY };
#define DAYS_ALL 0x7f /* their bits */

/* A date and time of day on the wall. month 1-12, day 1-31, hour 0-23. */
struct civil {
	int year, month, day;
	int hour, minute, second;
};

struct zone_change {
	struct realtime at; /* from here on */
	int32_t offset;     /* seconds east of UTC */
};

/* How long before the moment of the probe the table begins: what is older is not asked for. */
#define ZONE_PAST (32 * USEC_PER_DAY)

struct zone {
	char name[64];  /* "Europe/Berlin"; "" when the machine does not say */
	int32_t offset; /* seconds east of UTC before the first change */
	int32_t count;  /* changes, in order of time */
	struct zone_change changes[ZONE_CHANGES_MAX];
	struct realtime until; /* the table is good until here */
};

/* Seconds east of UTC at a moment. */
int32_t zone_offset(const struct zone *zone, struct realtime real);

/* What a clock on the wall shows. */
struct civil zone_civil(const struct zone *zone, struct realtime real);

/*
 * When a clock on the wall shows this. A time that the spring gap swallows is the first moment
 * after the gap; one that comes twice in autumn is its first coming. Fields out of range are
 * carried over (hour 24 is the next day's 0, day 0 the last of the month before).
 */
struct realtime zone_real(const struct zone *zone, struct civil civil);

/* Days since 1970-01-01 of a date, carried over as above; and MONDAY … SUNDAY of such a day. */
int32_t civil_day(struct civil civil);
int civil_weekday(int32_t day);

/* Midnight of such a day. */
struct civil civil_of_day(int32_t day);

/* The same as zone_civil() and zone_real(), without the way through a date. */
struct wall {
	int32_t day; /* such a one */
	int32_t second;
};
struct wall zone_wall(const struct zone *zone, struct realtime real);

/* `after_midnight` in whole seconds: fractions are dropped. */
struct realtime zone_time(const struct zone *zone, int32_t day, usec after_midnight);

/* A date "2026-11-22" of the years 2000 to 2199 as such a day, and back. False: it is none. */
enum { DATE_SIZE = 11 };
bool date_read(const char *text, int32_t *ret);
void date_print(int32_t day, char out[DATE_SIZE]);

/*
 * The day a moment belongs to when days begin at `day_starts` (a length after midnight, less
 * than a day): the day number of the date that has begun.
 */
int32_t zone_day(const struct zone *zone, struct realtime real, usec day_starts);

#endif
