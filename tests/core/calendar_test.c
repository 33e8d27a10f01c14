/* Calendar times of an `at`: reading, writing, and when they next fall. */
#include "core/calendar.h"

#include "tests/core/zones.h"

static void times_are_read_and_written(void **state)
{
	static const struct {
		const char *text;
		enum text_error error;
		const char *printed;
	} cases[] = {
		{ "21:30", TEXT_OK, "21:30" },
		{ "8:00", TEXT_OK, "08:00" },
		{ "00:00", TEXT_OK, "00:00" },
		{ "23:59", TEXT_OK, "23:59" },
		{ " 21:30 ", TEXT_OK, "21:30" },
		{ "Mon 12:15", TEXT_OK, "Mon 12:15" },
		{ "Mon..Fri 12:30", TEXT_OK, "Mon..Fri 12:30" },
		{ "MON..friday  12:30", TEXT_OK, "Mon..Fri 12:30" },
		{ "Sat,Sun 10:00", TEXT_OK, "Sat,Sun 10:00" },
		{ "Mon,Wed..Fri 1:00", TEXT_OK, "Mon,Wed..Fri 01:00" },
		{ "Mon..Sun 9:00", TEXT_OK, "09:00" },
		{ "", TEXT_EMPTY, NULL },
		{ "\t", TEXT_EMPTY, NULL },
		{ "24:00", TEXT_BAD_TIME, NULL },
		{ "25:00", TEXT_BAD_TIME, NULL },
		{ "21:30:00", TEXT_BAD_TIME, NULL },
		{ "21", TEXT_BAD_TIME, NULL },
		{ "Mon", TEXT_BAD_TIME, NULL },
		{ "Mon 2", TEXT_BAD_TIME, NULL },
		{ "*-*-* 21:30", TEXT_BAD_TIME, NULL },
		{ "-21:30", TEXT_BAD_TIME, NULL },
		{ "daily", TEXT_BAD_DAY, NULL },
		{ "Mon, Wed 08:00", TEXT_BAD_DAY, NULL },
		{ "Mon-Fri 08:00", TEXT_BAD_DAY, NULL },
		{ "Mon21:30", TEXT_BAD_DAY, NULL },
		{ "21:30 Mon", TEXT_TRAILING, NULL },
		{ "21:30-22:00", TEXT_TRAILING, NULL },
		{ "21:30 Europe/Berlin", TEXT_TRAILING, NULL },
		{ "21:30\n", TEXT_TRAILING, NULL },
	};
	struct rows rows = rows_begin(state);
	for (size_t i = 0; i < ROWS(cases); i++) {
		struct calendar time = { 0, -1 }, back = { 0, -2 };
		char printed[CALENDAR_SIZE];
		enum text_error error = calendar_read(cases[i].text, &time);
		row_check(&rows, error == cases[i].error, "\"%s\": error %d", cases[i].text, error);
		if (error != TEXT_OK) {
			row_check(&rows, time.minute == -1, "\"%s\" was changed", cases[i].text);
			continue;
		}
		calendar_print(&time, printed);
		row_check(&rows, strcmp(printed, cases[i].printed) == 0, "\"%s\" is \"%s\"",
			  cases[i].text, printed);
		calendar_read(printed, &back);
		row_check(&rows, back.days == time.days && back.minute == time.minute,
			  "\"%s\" did not come back", printed);
	}
	rows_end(&rows);
}

/* Moments are UTC; 2026-11-09 is a Monday. */
static void times_fall(void **state)
{
	static const struct {
		const char *times[3];
		const struct zone *zone;
		const char *after, *next;
	} cases[] = {
		{ { "21:30" }, &utc_zone, "2026-11-09 12:00", "2026-11-09 21:30" },
		{ { "21:30" }, &utc_zone, "2026-11-09 21:29:59.999999", "2026-11-09 21:30" },
		{ { "21:30" }, &utc_zone, "2026-11-09 21:30", "2026-11-10 21:30" },
		{ { "00:00" }, &utc_zone, "2026-12-31 23:59", "2027-01-01 00:00" },
		{ { "00:00" }, &utc_zone, "2024-02-28 12:00", "2024-02-29 00:00" },
		{ { "00:00" }, &utc_zone, "2024-02-29 12:00", "2024-03-01 00:00" },
		{ { "Mon 12:15" }, &utc_zone, "2026-11-09 12:15", "2026-11-16 12:15" },
		{ { "Mon..Fri 12:30" }, &utc_zone, "2026-11-13 12:30", "2026-11-16 12:30" },
		{ { "Sun 23:00", "Mon 1:00" }, &utc_zone, "2026-11-08 22:00", "2026-11-08 23:00" },
		{ { "Sun 23:00", "Mon 1:00" }, &utc_zone, "2026-11-08 23:00", "2026-11-09 01:00" },
		{ { "18:00", "9:00", "12:00" }, &utc_zone, "2026-11-09 10:00", "2026-11-09 12:00" },
		{ { NULL }, &utc_zone, "2026-11-09 12:00", "never" },
		{ { "12:00" }, &utc_zone, "never", "never" },
		{ { "00:30" }, &kathmandu, "2026-11-09 18:00", "2026-11-09 18:45" },
		{ { "Tue 00:30" }, &kathmandu, "2026-11-09 18:44", "2026-11-09 18:45" },
		/* The hour left out: right after it, once. */
		{ { "02:30" }, &berlin, "2026-03-28 12:00", "2026-03-29 01:00" },
		{ { "02:30" }, &berlin, "2026-03-29 00:59:59", "2026-03-29 01:00" },
		{ { "02:30" }, &berlin, "2026-03-29 01:00", "2026-03-30 00:30" },
		{ { "02:00", "03:00" }, &berlin, "2026-03-29 01:00", "2026-03-30 00:00" },
		{ { "21:30" }, &berlin, "2026-03-28 20:30", "2026-03-29 19:30" },
		{ { "02:15" }, &lord_howe, "2026-10-03 12:00", "2026-10-03 15:30" },
		{ { "Sun 00:30" }, &havana, "2026-03-08 04:00", "2026-03-08 05:00" },
		{ { "Sat 23:30" }, &nuuk, "2026-03-28 12:00", "2026-03-29 01:00" },
		/* The hour that comes twice: the first time only. */
		{ { "02:30" }, &berlin, "2026-10-24 22:00", "2026-10-25 00:30" },
		{ { "02:30" }, &berlin, "2026-10-25 00:30", "2026-10-26 01:30" },
		{ { "02:30" }, &berlin, "2026-10-25 01:10", "2026-10-26 01:30" },
		{ { "01:45" }, &lord_howe, "2026-04-04 14:45", "2026-04-05 15:15" },
		{ { "02:15" }, &lord_howe, "2026-04-04 14:45", "2026-04-04 15:45" },
		{ { "02:15" }, &sydney, "2026-04-04 12:00", "2026-04-04 15:15" },
		{ { "02:15" }, &sydney, "2026-04-04 15:15", "2026-04-05 16:15" },
		{ { "23:30" }, &nuuk, "2026-10-25 00:30", "2026-10-26 01:30" },
		{ { "00:10" }, &nowhere, "2026-10-24 23:10", "2026-10-26 00:10" },
		{ { "23:45" }, &nowhere, "2026-10-24 23:10", "2026-10-25 23:45" },
	};
	struct rows rows = rows_begin(state);
	for (size_t i = 0; i < ROWS(cases); i++) {
		struct calendar times[3];
		int count = 0;
		for (; count < 3 && cases[i].times[count] != NULL; count++)
			assert_int_equal(calendar_read(cases[i].times[count], &times[count]),
					 TEXT_OK);
		struct realtime next =
			calendar_next(times, count, cases[i].zone, utc(cases[i].after));
		row_check(&rows, next.us == utc(cases[i].next).us, "after %s in %s: %lld",
			  cases[i].after, cases[i].zone->name, (long long)(next.us / USEC_PER_SEC));
	}
	rows_end(&rows);
}

/* A year of half past two in each zone: once a day, never twice. */
static void a_year_has_its_days(void **state)
{
	static const struct zone *const zones[] = { &utc_zone,  &berlin, &lord_howe, &sydney,
						    &kathmandu, &havana, &nuuk };
	struct rows rows = rows_begin(state);
	for (size_t i = 0; i < ROWS(zones) * 24; i++) {
		const struct zone *zone = zones[i / 24];
		struct calendar time = { DAYS_ALL, (int16_t)(i % 24 * 60 + 30) };
		struct realtime at = zone_real(zone, (struct civil){ 2026, 1, 1, 0, 0, 0 });
		struct realtime end = zone_real(zone, (struct civil){ 2027, 1, 1, 0, 0, 0 });
		int count = -1;
		for (; at.us < end.us; count++)
			at = calendar_next(&time, 1, zone, at);
		row_check(&rows, count == 365, "%s, %d:30: %d times", zone->name, (int)(i % 24),
			  count);
	}
	rows_end(&rows);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(times_are_read_and_written),
		cmocka_unit_test(times_fall),
		cmocka_unit_test(a_year_has_its_days),
	};
	return cmocka_run_group_tests_name("core/calendar", tests, NULL, NULL);
}
