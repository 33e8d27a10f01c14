/*
 * The search is done in wall time: a calendar time falls when the wall clock first shows it or a
 * later time. So the next time after a moment is the first one later than every wall time shown up
 * to then, and neither the gap of spring nor the repeated hour of autumn is a special case.
 */
#include "core/base/calendar.h"

enum { MONTHS_AHEAD = 64 * 12 };

struct calendar calendar_at(uint8_t weekdays, int minute)
{
	return (struct calendar){
		.years = CALENDAR_EACH_YEAR,
		.months = CALENDAR_EACH_MONTH,
		.days = CALENDAR_EACH_DAY,
		.weekdays = weekdays,
		.hours = UINT32_C(1) << minute / 60,
		.minutes = UINT64_C(1) << minute % 60,
	};
}

/* Whether only the weekday restricts the days. */
static bool of_weekdays(const struct calendar *time)
{
	return time->years == CALENDAR_EACH_YEAR && time->months == CALENDAR_EACH_MONTH &&
	       time->days == CALENDAR_EACH_DAY && time->weekdays != 0;
}

bool calendar_daily(const struct calendar *calendar)
{
	return of_weekdays(calendar) && calendar->weekdays == DAYS_ALL &&
	       calendar->hours != CALENDAR_EACH_HOUR;
}

int calendar_nth(const struct calendar *calendar)
{
	const uint32_t week = 0xfe; /* 1 to 7 */
	uint8_t weekday = calendar->weekdays;
	bool one = weekday != 0 && (weekday & (weekday - 1)) == 0;
	if (!one || calendar->years != CALENDAR_EACH_YEAR ||
	    calendar->months != CALENDAR_EACH_MONTH)
		return 0;
	if (calendar->days_to_last)
		return calendar->days == week << 24 ? -1 : 0;
	for (int nth = 1; nth <= 4; nth++)
		if (calendar->days == week << 7 * (nth - 1))
			return nth;
	return 0;
}

/* The first member of a set from `least` on, -1 for none. */
static int first_from(uint64_t set, int least)
{
	set = least < 64 ? set >> least : 0;
	return set != 0 ? least + __builtin_ctzll(set) : -1;
}

/* The first second of a day from `least` on, -1 for none. */
static int clock_from(const struct calendar *time, int least)
{
	int from = (least - time->second + 59) / 60; /* the minutes before it are over */
	int hour = from / 60, minute = -1;
	if (hour < 24 && time->hours >> hour & 1)
		minute = first_from(time->minutes, from % 60);
	if (minute < 0) {
		hour = first_from(time->hours, hour + 1);
		minute = first_from(time->minutes, 0);
	}
	return hour < 0 ? -1 : hour * 3600 + minute * 60 + time->second;
}

static bool year_in(const struct calendar *time, int year)
{
	int bit = year - CALENDAR_FIRST_YEAR;
	return time->years == CALENDAR_EACH_YEAR ||
	       (bit >= 0 && bit < 64 && time->years >> bit & 1);
}

static bool month_in(const struct calendar *time, const struct civil *date)
{
	return time->months >> date->month & 1 && year_in(time, date->year);
}

/* Move a date to the first matching day of its month from it on; false: there is none. */
static bool day_from(const struct calendar *time, struct civil *date)
{
	struct civil first = { .year = date->year, .month = date->month, .day = 1 };
	struct civil after = { .year = date->year, .month = date->month + 1, .day = 1 };
	int32_t start = civil_day(first), length = civil_day(after) - start;
	int weekday = civil_weekday(start);
	for (int day = date->day; day <= length; day++) {
		int bit = time->days_to_last ? 31 - (length - day) : day;
		date->day = day;
		if (time->days >> bit & 1 && time->weekdays >> (weekday + day - 1) % 7 & 1)
			return true;
	}
	return false;
}

/* The same in any month. */
static bool date_from(const struct calendar *time, struct civil *date)
{
	for (int i = 0; i < MONTHS_AHEAD; i++) {
		if (month_in(time, date) && day_from(time, date))
			return true;
		date->day = 1;
		date->year += date->month == 12;
		date->month = date->month % 12 + 1;
	}
	return false;
}

/* The first matching day from `day` on; INT32_MAX for none. */
static int32_t first_day(const struct calendar *time, int32_t day)
{
	if (of_weekdays(time)) {
		int weekday = civil_weekday(day);
		while (!(time->weekdays >> weekday++ % 7 & 1))
			day++;
		return day;
	}
	struct civil date = civil_of_day(day);
	return date_from(time, &date) ? civil_day(date) : INT32_MAX;
}

static bool later_on_wall(struct wall a, struct wall b)
{
	return a.day != b.day ? a.day > b.day : a.second > b.second;
}

/* The latest wall time that was shown up to a moment. */
static struct wall wall_latest(const struct zone *zone, struct realtime real)
{
	struct wall latest = zone_wall(zone, real);
	int32_t offset = zone->offset;
	for (int i = 0; i < zone->count && zone->changes[i].at.us <= real.us; i++) {
		struct realtime before = { zone->changes[i].at.us - 1 };
		bool back = zone->changes[i].offset < offset;
		offset = zone->changes[i].offset;
		/* No zone is set back by more than a day, so older changes do not matter. */
		if (!back || realtime_since(real, before) > 2 * USEC_PER_DAY)
			continue;
		struct wall shown = zone_wall(zone, before);
		if (later_on_wall(shown, latest))
			latest = shown;
	}
	return latest;
}

static struct realtime time_next(const struct calendar *time, const struct zone *zone,
				 struct realtime after, struct wall latest)
{
	int clock = clock_from(time, latest.second + 1);
	int32_t day = first_day(time, clock < 0 ? latest.day + 1 : latest.day);
	if (day == INT32_MAX)
		return REALTIME_OPEN;
	if (day > latest.day)
		clock = clock_from(time, 0);
	struct realtime real = zone_time(zone, day, clock * USEC_PER_SEC);
	return real.us > after.us ? real : REALTIME_OPEN; /* at the end of what 64 bits hold */
}

struct realtime calendar_next(const struct calendar times[], int count, const struct zone *zone,
			      struct realtime after)
{
	struct realtime first = REALTIME_OPEN;
	struct wall latest = wall_latest(zone, after);
	for (int i = 0; i < count; i++) {
		struct realtime next = time_next(&times[i], zone, after, latest);
		if (next.us < first.us)
			first = next;
	}
	return first;
}

/* Bisect: a time falls at `last`, and none after `end`. */
struct realtime calendar_last(const struct calendar times[], int count, const struct zone *zone,
			      struct realtime after, struct realtime until)
{
	struct realtime last = calendar_next(times, count, zone, after), end = until;
	if (last.us > until.us)
		return REALTIME_OPEN;
	while (last.us < end.us) {
		struct realtime middle = { last.us + (end.us - last.us) / 2 };
		struct realtime next = calendar_next(times, count, zone, middle);
		if (next.us <= until.us)
			last = next;
		else
			end = middle;
	}
	return last;
}
