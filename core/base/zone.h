/*
 * Civil time. A zone is a small table of its coming offset changes, which the shell reads from the
 * machine and renews by an event before `until`. The Gregorian arithmetic is that of Howard
 * Hinnant's "chrono-compatible low-level date algorithms" (days_from_civil).
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

/* How long before the moment of the probe the table begins. */
#define ZONE_PAST (32 * USEC_PER_DAY)

struct zone {
	char name[64];  /* "Europe/Berlin"; "" if unknown */
	int32_t offset; /* seconds east of UTC before the first change */
	int32_t count;  /* changes, in order of time */
	struct zone_change changes[ZONE_CHANGES_MAX];
	struct realtime until; /* the end of the table */
};

/* Seconds east of UTC at a moment. */
int32_t zone_offset(const struct zone *zone, struct realtime real);

/* The wall time of a moment. */
struct civil zone_civil(const struct zone *zone, struct realtime real);

/*
 * The moment of a wall time. A time within the spring gap is the first moment after it; a repeated
 * time of autumn is its first occurrence. Members out of range are carried over (hour 24 is hour 0
 * of the next day, day 0 the last of the month before).
 */
struct realtime zone_real(const struct zone *zone, struct civil civil);

/* The day number of a date: days since 1970-01-01, carried over as above; its weekday. */
int32_t civil_day(struct civil civil);
int civil_weekday(int32_t day);

/* Midnight of a day number. */
struct civil civil_of_day(int32_t day);

/* As zone_civil() and zone_real(), with a day number instead of a date. */
struct wall {
	int32_t day; /* day number */
	int32_t second;
};
struct wall zone_wall(const struct zone *zone, struct realtime real);

/* Fractions of a second of `after_midnight` are dropped. */
struct realtime zone_time(const struct zone *zone, int32_t day, usec after_midnight);

/* Read a date "2026-11-22" of the years 2000 to 2199 into a day number, and print one. */
enum { DATE_SIZE = 11 };
bool date_read(const char *text, int32_t *ret);
void date_print(int32_t day, char out[DATE_SIZE]);

/*
 * The day number of a moment if days begin at `day_starts` (a length after midnight, below a day).
 */
int32_t zone_day(const struct zone *zone, struct realtime real, usec day_starts);

#endif
