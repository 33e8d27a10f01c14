/* Calendar times of an `at`: when they next fall, and when they last fell. */
#include "core/base/calendar.h"

#include "tests/core/zones.h"

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
		/* Hours and minutes. */
		{ { "*:0/20" }, &utc_zone, "2026-11-09 12:19:59", "2026-11-09 12:20" },
		{ { "*:0/20" }, &utc_zone, "2026-11-09 12:40", "2026-11-09 13:00" },
		{ { "*:0/20" }, &utc_zone, "2026-12-31 23:40", "2027-01-01 00:00" },
		{ { "9..17/4:00" }, &utc_zone, "2026-11-09 13:30", "2026-11-09 17:00" },
		{ { "9..17/4:00" }, &utc_zone, "2026-11-09 17:00", "2026-11-10 09:00" },
		{ { "9:00:30" }, &utc_zone, "2026-11-09 09:00:29", "2026-11-09 09:00:30" },
		{ { "9:00:30" }, &utc_zone, "2026-11-09 09:00:30", "2026-11-10 09:00:30" },
		{ { "00:00:30" }, &utc_zone, "2026-11-09 23:59:59", "2026-11-10 00:00:30" },
		/* Dates. */
		{ { "monthly" }, &utc_zone, "2026-12-01 00:00", "2027-01-01 00:00" },
		{ { "yearly" }, &utc_zone, "2026-01-01 00:00", "2027-01-01 00:00" },
		{ { "*-*-31 9:00" }, &utc_zone, "2026-01-31 09:00", "2026-03-31 09:00" },
		{ { "*-*~1 9:00" }, &utc_zone, "2026-01-31 09:00", "2026-02-28 09:00" },
		{ { "*-*~1 9:00" }, &utc_zone, "2028-02-01 09:00", "2028-02-29 09:00" },
		{ { "*-02~3 9:00" }, &utc_zone, "2026-11-09 09:00", "2027-02-26 09:00" },
		{ { "Mon *-*-1..7 12:15" }, &utc_zone, "2026-11-02 12:15", "2026-12-07 12:15" },
		{ { "Mon *-05~1..7 9:00" }, &utc_zone, "2026-05-25 09:00", "2027-05-31 09:00" },
		{ { "*-02-29 9:00" }, &utc_zone, "2096-02-29 09:00", "2104-02-29 09:00" },
		{ { "Thu *-02-29 9:00" }, &utc_zone, "2080-02-29 12:00", "2120-02-29 09:00" },
		{ { "2027-01-01 9:00" }, &utc_zone, "2026-11-09 12:00", "2027-01-01 09:00" },
		{ { "2027-01-01 9:00" }, &utc_zone, "2027-01-01 09:00", "never" },
		{ { "2000-01-01 9:00" }, &utc_zone, "1960-01-01 09:00", "2000-01-01 09:00" },
		{ { "*-01-01 0:00" }, &utc_zone, "1969-06-01 09:00", "1970-01-01 00:00" },
		{ { "2000-01-01 9:00", "*-*~1 9:00" },
		  &utc_zone,
		  "2026-11-09 12:00",
		  "2026-11-30 09:00" },
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
		{ { "*:0/15" }, &berlin, "2026-03-29 00:45", "2026-03-29 01:00" },
		{ { "*:0/15" }, &berlin, "2026-03-29 01:00", "2026-03-29 01:15" },
		{ { "*-03~3 2:30" }, &berlin, "2026-03-29 00:45", "2026-03-29 01:00" },
		/* The repeated hour: the first time only. */
		{ { "02:30" }, &berlin, "2026-10-24 22:00", "2026-10-25 00:30" },
		{ { "02:30" }, &berlin, "2026-10-25 00:30", "2026-10-26 01:30" },
		{ { "02:30" }, &berlin, "2026-10-25 01:10", "2026-10-26 01:30" },
		{ { "01:45" }, &lord_howe, "2026-04-04 14:45", "2026-04-05 15:15" },
		{ { "02:15" }, &lord_howe, "2026-04-04 14:45", "2026-04-04 15:45" },
		{ { "*:0/30" }, &berlin, "2026-10-25 00:30", "2026-10-25 02:00" },
		{ { "*:0/30" }, &berlin, "2026-10-25 01:10", "2026-10-25 02:00" },
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
		struct calendar time = calendar_at(DAYS_ALL, (int)(i % 24 * 60 + 30));
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

/* The last of several times; moments are UTC. */
static void times_fell(void **state)
{
	static const struct {
		const char *times[2];
		const struct zone *zone;
		const char *after, *until, *last;
	} cases[] = {
		{ { "21:30" }, &utc_zone, "2026-11-09 12:00", "2026-11-09 21:29", "never" },
		{ { "21:30" },
		  &utc_zone,
		  "2026-11-09 12:00",
		  "2026-11-09 21:30",
		  "2026-11-09 21:30" },
		{ { "21:30" }, &utc_zone, "2026-11-09 21:30", "2026-11-09 21:30", "never" },
		{ { "21:30" }, &utc_zone, "2026-11-09 21:30", "2026-11-10 21:29", "never" },
		{ { "21:30" },
		  &utc_zone,
		  "2026-10-09 12:00",
		  "2026-11-09 12:00",
		  "2026-11-08 21:30" },
		{ { "21:30" },
		  &utc_zone,
		  "1970-01-01 00:00",
		  "2026-11-09 12:00",
		  "2026-11-08 21:30" },
		{ { "*:*" },
		  &utc_zone,
		  "1970-01-01 00:00",
		  "2026-11-09 12:00",
		  "2026-11-09 12:00" },
		{ { "monthly" }, &utc_zone, "2026-11-01 00:00", "2026-11-30 12:00", "never" },
		{ { "monthly" },
		  &utc_zone,
		  "2026-08-09 00:00",
		  "2026-11-30 12:00",
		  "2026-11-01 00:00" },
		{ { "*-02-29 9:00" },
		  &utc_zone,
		  "1970-01-01 00:00",
		  "2103-11-09 12:00",
		  "2096-02-29 09:00" },
		{ { "*-*~1 9:00", "Mon 12:15" },
		  &utc_zone,
		  "2026-11-01 00:00",
		  "2026-11-30 12:00",
		  "2026-11-30 09:00" },
		{ { "*-*~1 9:00", "Mon 12:15" },
		  &utc_zone,
		  "2026-11-01 00:00",
		  "2026-12-06 12:00",
		  "2026-11-30 12:15" },
		{ { "02:30" },
		  &berlin,
		  "2026-03-28 12:00",
		  "2026-03-29 12:00",
		  "2026-03-29 01:00" },
		{ { "02:30" }, &berlin, "2026-03-29 01:00", "2026-03-29 12:00", "never" },
		{ { "02:30" },
		  &berlin,
		  "2026-10-24 12:00",
		  "2026-10-25 01:30",
		  "2026-10-25 00:30" },
		{ { "02:30" }, &berlin, "2026-10-25 00:30", "2026-10-25 01:30", "never" },
		{ { NULL }, &utc_zone, "1970-01-01 00:00", "2026-11-09 12:00", "never" },
	};
	struct rows rows = rows_begin(state);
	for (size_t i = 0; i < ROWS(cases); i++) {
		struct calendar times[2];
		int count = 0;
		for (; count < 2 && cases[i].times[count] != NULL; count++)
			assert_int_equal(calendar_read(cases[i].times[count], &times[count]),
					 TEXT_OK);
		struct realtime last = calendar_last(times, count, cases[i].zone,
						     utc(cases[i].after), utc(cases[i].until));
		row_check(&rows, last.us == utc(cases[i].last).us, "%s from %s to %s: %lld",
			  cases[i].times[0], cases[i].after, cases[i].until,
			  (long long)(last.us / USEC_PER_SEC));
	}
	rows_end(&rows);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(times_fall),
		cmocka_unit_test(a_year_has_its_days),
		cmocka_unit_test(times_fell),
	};
	return cmocka_run_group_tests_name("core/calendar", tests, NULL, NULL);
}
