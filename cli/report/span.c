/* A day begins at day_starts of the plan; the zone is that of this process. */
#include "cli/report/span.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

#include "core/base/zone.h"

/* mktime() knows DST, but reads of the time of day only fields in their range: seconds past 60 are
 * added as they are. */
static struct realtime day_begin(int32_t day, usec day_starts)
{
	struct civil civil = civil_of_day(day);
	struct tm local = { .tm_year = civil.year - 1900,
			    .tm_mon = civil.month - 1,
			    .tm_mday = civil.day,
			    .tm_hour = (int)(day_starts / USEC_PER_HOUR),
			    .tm_min = (int)(day_starts % USEC_PER_HOUR / USEC_PER_MIN),
			    .tm_sec = (int)(day_starts % USEC_PER_MIN / USEC_PER_SEC),
			    .tm_isdst = -1 };
	return (struct realtime){ mktime(&local) * USEC_PER_SEC };
}

/* The day that has begun. */
static int32_t day_now(usec day_starts, struct realtime now)
{
	time_t seconds = (time_t)(now.us / USEC_PER_SEC);
	struct tm local;
	localtime_r(&seconds, &local);
	int32_t day = civil_day((struct civil){
		.year = local.tm_year + 1900, .month = local.tm_mon + 1, .day = local.tm_mday });
	return now.us < day_begin(day, day_starts).us ? day - 1 : day;
}

struct days {
	int32_t first, last;
};

/* A colon may come first. */
static bool days_word(const char *text, int32_t today, struct days *ret)
{
	static const struct {
		const char *name;
		int first, last; /* from today on */
	} words[] = {
		{ "today", 0, 0 }, { "yesterday", -1, -1 }, { "tomorrow", 1, 1 },
		{ "week", -6, 0 }, { "month", -29, 0 },     { "year", -364, 0 },
	};
	text += *text == ':';
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
		if (strcmp(words[i].name, text) != 0)
			continue;
		*ret = (struct days){ today + words[i].first, today + words[i].last };
		return true;
	}
	return false;
}

/* A date, or the month or the year that it begins. */
static bool days_date(const char *text, struct days *ret)
{
	static const struct {
		size_t length;
		const char *rest;
		int months;
	} forms[] = { { 10, "", 0 }, { 7, "-01", 1 }, { 4, "-01-01", 12 } };
	for (size_t i = 0; i < sizeof(forms) / sizeof(forms[0]); i++) {
		char date[DATE_SIZE];
		if (strlen(text) != forms[i].length)
			continue;
		snprintf(date, sizeof(date), "%s%s", text, forms[i].rest);
		if (!date_read(date, &ret->first))
			return false;
		struct civil end = civil_of_day(ret->first);
		end.month += forms[i].months;
		end.day += forms[i].months == 0;
		ret->last = civil_day(end) - 1;
		return true;
	}
	return false;
}

static bool days_one(const char *text, int32_t today, struct days *ret)
{
	return days_word(text, today, ret) || days_date(text, ret);
}

static bool days_read(const char *text, int32_t today, struct days *ret)
{
	const char *dots = strstr(text, "..");
	char from[16];
	if (strcmp(text + (*text == ':'), "all") == 0) {
		*ret = (struct days){ INT32_MIN, INT32_MAX };
		return true;
	}
	if (!dots)
		return days_one(text, today, ret);
	struct days first = { .first = INT32_MIN }, last = { .last = INT32_MAX };
	size_t length = (size_t)(dots - text);
	if (length >= sizeof(from) || (length == 0 && !dots[2]))
		return false;
	snprintf(from, sizeof(from), "%.*s", (int)length, text);
	if ((from[0] && !days_one(from, today, &first)) ||
	    (dots[2] && !days_one(dots + 2, today, &last)))
		return false;
	*ret = (struct days){ first.first, last.last };
	return ret->first <= ret->last;
}

bool span_read(const char *text, usec day_starts, struct realtime now, struct span *ret)
{
	struct days days;
	if (!days_read(text, day_now(day_starts, now), &days))
		return false;
	*ret = (struct span){ .first = days.first, .last = days.last, .until = REALTIME_OPEN };
	if (days.first != INT32_MIN)
		ret->from = day_begin(days.first, day_starts);
	if (days.last != INT32_MAX)
		ret->until = day_begin(days.last + 1, day_starts);
	return true;
}
