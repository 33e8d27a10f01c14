/* A day begins when the plan says so, not at midnight; the zone is that of whoever asks. */
#include "cli/report/span.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

#include "core/base/zone.h"

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

static const struct span_word {
	const char *name;
	int first, days; /* the first day from today on, and how many */
} span_words[] = {
	{ "today", 0, 1 }, { "yesterday", -1, 1 }, { "tomorrow", 1, 1 },
	{ "week", -6, 7 }, { "month", -29, 30 },
};

/* A colon may come first. NULL: another text. */
static const struct span_word *span_word(const char *text)
{
	text += *text == ':';
	for (size_t i = 0; i < sizeof(span_words) / sizeof(span_words[0]); i++)
		if (strcmp(span_words[i].name, text) == 0)
			return &span_words[i];
	return NULL;
}

bool span_read(const char *text, usec day_starts, struct realtime now, struct span *ret)
{
	struct tm day = span_today(day_starts, now);
	const struct span_word *word = span_word(text);
	int first = word ? word->first : 0, days = word ? word->days : 1;
	if (!word && !span_date(text, &day))
		return false;
	ret->from = span_day(day, first, day_starts);
	ret->until = span_day(day, first + days, day_starts);
	ret->first = civil_day((struct civil){
		.year = day.tm_year + 1900, .month = day.tm_mon + 1, .day = day.tm_mday + first });
	ret->last = ret->first + days - 1;
	return true;
}
