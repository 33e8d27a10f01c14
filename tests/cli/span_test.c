/* Days of a report: they begin at four in the morning, and on a DST night, too. */
#include "tests/rows.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "cli/report/span.h"
#include "core/base/zone.h"

static const struct {
	const char *now, *text, *from, *until; /* from NULL: rejected; "": an open end */
} cases[] = {
	{ "2026-11-24 14:06", ":today", "2026-11-24 04:00", "2026-11-25 04:00" },
	{ "2026-11-24 04:00", ":today", "2026-11-24 04:00", "2026-11-25 04:00" },
	{ "2026-11-24 03:59", ":today", "2026-11-23 04:00", "2026-11-24 04:00" },
	{ "2026-11-24 03:59", ":yesterday", "2026-11-22 04:00", "2026-11-23 04:00" },
	{ "2026-11-24 14:06", ":week", "2026-11-18 04:00", "2026-11-25 04:00" },
	{ "2026-11-24 14:06", "week", "2026-11-18 04:00", "2026-11-25 04:00" },
	{ "2026-11-24 14:06", "month", "2026-10-26 04:00", "2026-11-25 04:00" },
	{ "2026-11-24 03:59", "tomorrow", "2026-11-24 04:00", "2026-11-25 04:00" },
	{ "2026-03-01 12:00", "yesterday", "2026-02-28 04:00", "2026-03-01 04:00" },
	{ "2026-03-01 12:00", ":yesterday", "2026-02-28 04:00", "2026-03-01 04:00" },
	{ "2026-03-29 12:00", ":today", "2026-03-29 04:00", "2026-03-30 04:00" },
	{ "2026-10-25 03:30", ":today", "2026-10-24 04:00", "2026-10-25 04:00" },
	{ "2026-11-24 14:06", "2026-11-20", "2026-11-20 04:00", "2026-11-21 04:00" },
	{ "2026-11-24 14:06", "2024-02-29", "2024-02-29 04:00", "2024-03-01 04:00" },
	{ "2026-11-24 14:06", ":year", "2025-11-25 04:00", "2026-11-25 04:00" },
	{ "2026-11-24 14:06", "2026-11", "2026-11-01 04:00", "2026-12-01 04:00" },
	{ "2026-11-24 14:06", "2024-02", "2024-02-01 04:00", "2024-03-01 04:00" },
	{ "2026-11-24 14:06", "2026-12", "2026-12-01 04:00", "2027-01-01 04:00" },
	{ "2026-11-24 14:06", "2026", "2026-01-01 04:00", "2027-01-01 04:00" },
	{ "2026-11-24 14:06", "2026-11-01..2026-11-15", "2026-11-01 04:00", "2026-11-16 04:00" },
	{ "2026-11-24 14:06", "2026-10..2026-11", "2026-10-01 04:00", "2026-12-01 04:00" },
	{ "2026-11-24 14:06", "all", "", "" },
	{ "2026-11-24 14:06", ":all", "", "" },
	{ "2026-11-24 14:06", "all..today", NULL, NULL },
	{ "2026-11-24 14:06", "2026-11-20..yesterday", "2026-11-20 04:00", "2026-11-24 04:00" },
	{ "2026-11-24 14:06", ":week..:today", "2026-11-18 04:00", "2026-11-25 04:00" },
	{ "2026-11-24 14:06", "2026-11-15..2026-11-15", "2026-11-15 04:00", "2026-11-16 04:00" },
	{ "2026-11-24 14:06", "2026-11-01..", "2026-11-01 04:00", "" },
	{ "2026-11-24 14:06", "..2026-10-31", "", "2026-11-01 04:00" },
	{ "2026-11-24 14:06", "..2025", "", "2026-01-01 04:00" },
	{ "2026-11-24 14:06", "..", NULL, NULL },
	{ "2026-11-24 14:06", "2026-11-15..2026-11-01", NULL, NULL },
	{ "2026-11-24 14:06", "2026-11-01...2026-11-15", NULL, NULL },
	{ "2026-11-24 14:06", "2026-11-01..x", NULL, NULL },
	{ "2026-11-24 14:06", "2026-11-01-2026-11-15..", NULL, NULL },
	{ "2026-11-24 14:06", "2026-11-", NULL, NULL },
	{ "2026-11-24 14:06", "2026-00", NULL, NULL },
	{ "2026-11-24 14:06", "0026", NULL, NULL },
	{ "2026-11-24 14:06", "20261", NULL, NULL },
	{ "2026-11-24 14:06", "2026-02-29", NULL, NULL },
	{ "2026-11-24 14:06", "2026-13-01", NULL, NULL },
	{ "2026-11-24 14:06", "2026-1-1", NULL, NULL },
	{ "2026-11-24 14:06", "24.11.2026", NULL, NULL },
	{ "2026-11-24 14:06", "::week", NULL, NULL },
	{ "2026-11-24 14:06", "weeks", NULL, NULL },
	{ "2026-11-24 14:06", "", NULL, NULL },
};

/* A moment of local time; `otherwise` for "". */
static struct realtime moment(const char *text, struct realtime otherwise)
{
	struct tm local = { .tm_isdst = -1 };
	if (!text[0])
		return otherwise;
	strptime(text, "%Y-%m-%d %H:%M", &local);
	return (struct realtime){ mktime(&local) * USEC_PER_SEC };
}

/* The day number of the date; `otherwise` for "". */
static int32_t day_of(const char *text, int32_t otherwise)
{
	struct civil civil = { 0 };
	return sscanf(text, "%d-%d-%d", &civil.year, &civil.month, &civil.day) == 3
		       ? civil_day(civil)
		       : otherwise;
}

static bool span_is(const struct span *span, const char *from, const char *until)
{
	return span->from.us == moment(from, (struct realtime){ 0 }).us &&
	       span->until.us == moment(until, REALTIME_OPEN).us &&
	       span->first == day_of(from, INT32_MIN) &&
	       span->last == (until[0] ? day_of(until, 0) - 1 : INT32_MAX);
}

static void spans(void **state)
{
	struct rows rows = rows_begin(state);
	for (size_t i = 0; i < ROWS(cases); i++) {
		struct span span = { .from = { 1 }, .until = { 2 } };
		bool good = span_read(cases[i].text, 4 * USEC_PER_HOUR,
				      moment(cases[i].now, REALTIME_OPEN), &span);
		bool right = !cases[i].from ? !good && span.from.us == 1 && span.until.us == 2
					    : good && span_is(&span, cases[i].from, cases[i].until);
		row_check(&rows, right, "%s at %s", cases[i].text, cases[i].now);
	}
	rows_end(&rows);
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(spans) };
	setenv("TZ", "Europe/Berlin", 1);
	tzset();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
