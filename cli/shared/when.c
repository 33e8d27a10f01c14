/* The core makes the words. Its zone has only the two moments in question, not a whole table. */
#include "cli/shared/when.h"

#include <stdio.h>
#include <time.h>

#include "cli/shared/say.h"
#include "core/base/text.h"

usec when_clock_us(clockid_t clock)
{
	struct timespec time;
	clock_gettime(clock, &time);
	return time.tv_sec * USEC_PER_SEC + time.tv_nsec / 1000;
}

uint64_t when_now(void)
{
	return (uint64_t)when_clock_us(CLOCK_REALTIME);
}

static struct tm when_local(uint64_t us)
{
	time_t seconds = (time_t)(us / (uint64_t)USEC_PER_SEC);
	struct tm local = { 0 };
	localtime_r(&seconds, &local);
	return local;
}

/* A zone that is correct at two moments. */
static struct zone when_zone(uint64_t a, uint64_t b)
{
	uint64_t early = a < b ? a : b, late = a < b ? b : a;
	struct zone zone = { .offset = (int32_t)when_local(early).tm_gmtoff,
			     .count = 1,
			     .until = REALTIME_OPEN };
	zone.changes[0].at.us = (int64_t)late;
	zone.changes[0].offset = (int32_t)when_local(late).tm_gmtoff;
	return zone;
}

void when_say(uint64_t us, uint64_t now, char out[WHEN_SIZE])
{
	if (us == 0) {
		snprintf(out, WHEN_SIZE, "-");
		return;
	}
	bool open = us > INT64_MAX;
	struct zone zone = when_zone(open ? now : us, now);
	struct realtime when = open ? REALTIME_OPEN : (struct realtime){ (int64_t)us };
	words_when(when, &zone, (struct realtime){ (int64_t)now }, say_translate, out);
}

uint64_t when_midnight(uint64_t now)
{
	struct tm day = when_local(now);
	day = (struct tm){ .tm_year = day.tm_year,
			   .tm_mon = day.tm_mon,
			   .tm_mday = day.tm_mday + 1,
			   .tm_isdst = -1 };
	return (uint64_t)mktime(&day) * (uint64_t)USEC_PER_SEC;
}

void when_clock(uint64_t us, char out[WHEN_SIZE])
{
	struct tm local = when_local(us);
	strftime(out, WHEN_SIZE, "%H:%M:%S", &local);
}

/* Fill a pattern with a day and its time, the number of the day in `width` columns. */
static void when_fill(uint64_t us, const char *pattern, int width, char out[WHEN_SIZE])
{
	struct tm local = when_local(us);
	char day[12], year[12], clock[16];
	snprintf(day, sizeof(day), "%*d", width, local.tm_mday);
	strftime(year, sizeof(year), "%Y", &local);
	strftime(clock, sizeof(clock), local.tm_sec ? "%H:%M:%S" : "%H:%M", &local);
	words_fill(out, WHEN_SIZE, pattern, "weekday", _(weekday_short((local.tm_wday + 6) % 7)),
		   "day", day, "month", _(month_short(local.tm_mon + 1)), "year", year, "time",
		   clock, NULL);
}

void when_day(uint64_t us, char out[WHEN_SIZE])
{
	when_fill(us, _("{weekday} {day} {month} {year} {time}"), 2, out);
}

void when_date(uint64_t us, char out[WHEN_SIZE])
{
	when_fill(us, _("{weekday} {day} {month} {year}"), 2, out);
}

void when_head(uint64_t us, char out[WHEN_SIZE])
{
	uint64_t minute = us - us % (uint64_t)USEC_PER_MIN;
	when_fill(minute, _("{weekday} {day} {month}, {time}"), 1, out);
}

void when_stamp(uint64_t us, char out[WHEN_SIZE])
{
	struct tm local = when_local(us);
	strftime(out, WHEN_SIZE, "%Y-%m-%d %H:%M", &local);
}
