/* A day begins when the plan says so, not at midnight; the zone is that of whoever asks. */
#include "cli/report/span.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

/* When the day `days` after the date of `local` begins; mktime() carries the date over and knows
 * DST, but for the time of day only fields in their range: seconds past 60 are added as they are.
 */
static struct realtime span_day(struct tm local, int days, usec day_starts)
{
	struct tm day = { .tm_year = local.tm_year,
			  .tm_mon = local.tm_mon,
			  .tm_mday = local.tm_mday + days,
			  .tm_hour = (int)(day_starts / USEC_PER_HOUR),
			  .tm_min = (int)(day_starts % USEC_PER_HOUR / USEC_PER_MIN),
			  .tm_sec = (int)(day_starts % USEC_PER_MIN / USEC_PER_SEC),
			  .tm_isdst = -1 };
	return (struct realtime){ mktime(&day) * USEC_PER_SEC };
}

/* The date of the day that has begun. */
static struct tm span_today(usec day_starts, struct realtime now)
{
	time_t seconds = (time_t)(now.us / USEC_PER_SEC);
	struct tm local;
	localtime_r(&seconds, &local);
	if (now.us < span_day(local, 0, day_starts).us)
		local.tm_mday--;
	return local;
}

/* A date that exists, written in ten characters. */
static bool span_date(const char *text, struct tm *ret)
{
	struct tm date = { .tm_isdst = -1, .tm_hour = 12 };
	if (strlen(text) != 10 || strspn(text, "0123456789-") != 10 ||
	    sscanf(text, "%4d-%2d-%2d", &date.tm_year, &date.tm_mon, &date.tm_mday) != 3)
		return false;
	date.tm_year -= 1900;
	date.tm_mon -= 1;
	struct tm carried = date;
	if (mktime(&carried) == -1 || carried.tm_mday != date.tm_mday ||
	    carried.tm_mon != date.tm_mon)
		return false;
	*ret = date;
	return true;
}

bool span_read(const char *text, usec day_starts, struct realtime now, struct span *ret)
{
	struct tm day = span_today(day_starts, now);
	int first = 0, days = 1;
	if (strcmp(text, ":yesterday") == 0)
		first = -1;
	else if (strcmp(text, ":week") == 0)
		first = -6, days = 7;
	else if (strcmp(text, ":today") != 0 && !span_date(text, &day))
		return false;
	ret->from = span_day(day, first, day_starts);
	ret->until = span_day(day, first + days, day_starts);
	return true;
}
