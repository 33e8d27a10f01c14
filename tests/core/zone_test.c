/* Civil time: dates, offsets, the hour that is skipped and the one that is repeated. */
#include "core/base/zone.h"

#include <stdlib.h>

#include "tests/core/zones.h"

static void dates_are_days(void **state)
{
	static const struct {
		struct civil date;
		int32_t day;
		int weekday;
	} cases[] = {
		{ { 1970, 1, 1, 0, 0, 0 }, 0, THURSDAY },
		{ { 1969, 12, 31, 0, 0, 0 }, -1, WEDNESDAY },
		{ { 2000, 2, 29, 0, 0, 0 }, 11016, TUESDAY },
		{ { 2000, 3, 1, 0, 0, 0 }, 11017, WEDNESDAY },
		{ { 2024, 2, 29, 0, 0, 0 }, 19782, THURSDAY },
		{ { 2024, 3, 1, 0, 0, 0 }, 19783, FRIDAY },
		{ { 2026, 3, 29, 0, 0, 0 }, 20541, SUNDAY },
		{ { 2026, 12, 31, 0, 0, 0 }, 20818, THURSDAY },
		{ { 2028, 2, 29, 0, 0, 0 }, 21243, TUESDAY },
		{ { 2100, 2, 28, 0, 0, 0 }, 47540, SUNDAY },
		{ { 2100, 3, 1, 0, 0, 0 }, 47541, MONDAY },
		{ { 1, 1, 1, 0, 0, 0 }, -719162, MONDAY },
		{ { 0, 2, 29, 0, 0, 0 }, -719469, TUESDAY },
		{ { 9999, 12, 31, 0, 0, 0 }, 2932896, FRIDAY },
	};
	struct rows rows = rows_begin(state);
	for (size_t i = 0; i < ROWS(cases); i++) {
		const struct civil *date = &cases[i].date;
		int32_t day = civil_day(*date);
		struct civil back = civil_of_day(cases[i].day);
		row_check(&rows, day == cases[i].day, "%d-%d-%d is day %d", date->year, date->month,
			  date->day, day);
		row_check(&rows, civil_weekday(day) == cases[i].weekday, "%d-%d-%d is weekday %d",
			  date->year, date->month, date->day, civil_weekday(day));
		row_check(&rows, memcmp(&back, date, sizeof(back)) == 0, "day %d is %d-%d-%d",
			  cases[i].day, back.year, back.month, back.day);
	}
	rows_end(&rows);
}

static void fields_are_carried_over(void **state)
{
	static const struct {
		struct civil date;
		const char *day;
	} cases[] = {
		{ { 2026, 2, 29, 0, 0, 0 }, "2026-03-01 00:00" },
		{ { 2026, 3, 0, 0, 0, 0 }, "2026-02-28 00:00" },
		{ { 2024, 3, 0, 0, 0, 0 }, "2024-02-29 00:00" },
		{ { 2026, 13, 1, 0, 0, 0 }, "2027-01-01 00:00" },
		{ { 2026, 0, 31, 0, 0, 0 }, "2025-12-31 00:00" },
		{ { 2026, -11, 1, 0, 0, 0 }, "2025-01-01 00:00" },
		{ { 2026, 25, 1, 0, 0, 0 }, "2028-01-01 00:00" },
		{ { 2026, 1, 366, 0, 0, 0 }, "2027-01-01 00:00" },
		{ { 2026, 1, -364, 0, 0, 0 }, "2025-01-01 00:00" },
		{ { 2026, 12, 31, 24, 0, 0 }, "2027-01-01 00:00" },
		{ { 2026, 1, 1, -1, 0, 0 }, "2025-12-31 23:00" },
		{ { 2026, 1, 1, 0, 1439, 59 }, "2026-01-01 23:59:59" },
		{ { 2026, 1, 1, 0, 1440, 0 }, "2026-01-02 00:00" },
		{ { 2026, 1, 1, 0, 0, -1 }, "2025-12-31 23:59:59" },
		{ { 2026, 1, 1, 0, 0, 86400 }, "2026-01-02 00:00" },
	};
	struct rows rows = rows_begin(state);
	for (size_t i = 0; i < ROWS(cases); i++) {
		struct realtime want = utc(cases[i].day),
				real = zone_real(&utc_zone, cases[i].date);
		int32_t day = civil_day(cases[i].date);
		row_check(&rows, real.us == want.us, "row for %s: %lld", cases[i].day,
			  (long long)real.us);
		row_check(&rows, day == civil_day(zone_civil(&utc_zone, want)),
			  "row for %s: day %d", cases[i].day, day);
	}
	rows_end(&rows);
}

static bool civil_is(struct civil civil, const char *text)
{
	char said[96];
	snprintf(said, sizeof(said), "%04d-%02d-%02d %02d:%02d:%02d", civil.year, civil.month,
		 civil.day, civil.hour, civil.minute, civil.second);
	return strcmp(said, text) == 0;
}

/* What the wall shows at a moment, and the moment at which it first shows that. */
static void moments_and_walls(void **state)
{
	static const struct {
		const struct zone *zone;
		const char *moment, *wall, *first;
	} cases[] = {
		{ &utc_zone, "1970-01-01 00:00", "1970-01-01 00:00:00", NULL },
		{ &utc_zone, "1969-12-31 23:59:59", "1969-12-31 23:59:59", NULL },
		{ &utc_zone, "2024-02-29 12:00", "2024-02-29 12:00:00", NULL },
		{ &berlin, "2026-01-15 12:00", "2026-01-15 13:00:00", NULL },
		{ &berlin, "2026-03-29 00:59:59", "2026-03-29 01:59:59", NULL },
		{ &berlin, "2026-03-29 01:00", "2026-03-29 03:00:00", NULL },
		{ &berlin, "2026-10-24 23:59:59", "2026-10-25 01:59:59", NULL },
		{ &berlin, "2026-10-25 00:00", "2026-10-25 02:00:00", NULL },
		{ &berlin, "2026-10-25 00:59:59", "2026-10-25 02:59:59", NULL },
		{ &berlin, "2026-10-25 01:00", "2026-10-25 02:00:00", "2026-10-25 00:00" },
		{ &berlin, "2026-10-25 01:59:59", "2026-10-25 02:59:59", "2026-10-25 00:59:59" },
		{ &berlin, "2026-10-25 02:00", "2026-10-25 03:00:00", NULL },
		{ &berlin, "2027-06-01 10:00", "2027-06-01 12:00:00", NULL },
		{ &berlin, "2026-12-31 23:00", "2027-01-01 00:00:00", NULL },
		{ &berlin, "2028-02-28 23:00", "2028-02-29 00:00:00", NULL },
		{ &lord_howe, "2026-04-04 14:59:59", "2026-04-05 01:59:59", NULL },
		{ &lord_howe, "2026-04-04 15:00", "2026-04-05 01:30:00", "2026-04-04 14:30" },
		{ &lord_howe, "2026-04-04 15:30", "2026-04-05 02:00:00", NULL },
		{ &lord_howe, "2026-10-03 15:29:59", "2026-10-04 01:59:59", NULL },
		{ &lord_howe, "2026-10-03 15:30", "2026-10-04 02:30:00", NULL },
		{ &sydney, "2026-04-04 16:30", "2026-04-05 02:30:00", "2026-04-04 15:30" },
		{ &sydney, "2026-07-01 00:00", "2026-07-01 10:00:00", NULL },
		{ &sydney, "2026-10-03 16:00", "2026-10-04 03:00:00", NULL },
		{ &kathmandu, "2026-03-01 00:00", "2026-03-01 05:45:00", NULL },
		{ &kathmandu, "2026-02-28 18:15", "2026-03-01 00:00:00", NULL },
		{ &havana, "2026-03-08 05:00", "2026-03-08 01:00:00", NULL },
		{ &havana, "2026-11-01 05:00", "2026-11-01 00:00:00", "2026-11-01 04:00" },
		{ &nuuk, "2026-10-25 01:00", "2026-10-24 23:00:00", "2026-10-25 00:00" },
		{ &nuuk, "2026-10-25 02:00", "2026-10-25 00:00:00", NULL },
		{ &nowhere, "2026-10-24 23:00", "2026-10-25 00:00:00", NULL },
		{ &nowhere, "2026-10-24 23:30", "2026-10-24 23:30:00", "2026-10-24 22:30" },
	};
	struct rows rows = rows_begin(state);
	for (size_t i = 0; i < ROWS(cases); i++) {
		struct realtime moment = utc(cases[i].moment);
		struct realtime first = cases[i].first != NULL ? utc(cases[i].first) : moment;
		struct civil wall = zone_civil(cases[i].zone, moment);
		row_check(&rows, civil_is(wall, cases[i].wall), "%s %s", cases[i].zone->name,
			  cases[i].moment);
		row_check(&rows, zone_real(cases[i].zone, wall).us == first.us, "%s %s and back",
			  cases[i].zone->name, cases[i].moment);
		struct wall shown = zone_wall(cases[i].zone, moment);
		usec time = shown.second * USEC_PER_SEC;
		row_check(&rows, shown.day == civil_day(wall), "%s %s: day %d", cases[i].zone->name,
			  cases[i].moment, shown.day);
		row_check(&rows, zone_time(cases[i].zone, shown.day, time).us == first.us,
			  "%s %s without a date", cases[i].zone->name, cases[i].moment);
	}
	rows_end(&rows);
}

static void what_the_gap_swallows_comes_after_it(void **state)
{
	static const struct {
		const struct zone *zone;
		struct civil wall;
		const char *moment;
	} cases[] = {
		{ &berlin, { 2026, 3, 29, 2, 0, 0 }, "2026-03-29 01:00" },
		{ &berlin, { 2026, 3, 29, 2, 30, 0 }, "2026-03-29 01:00" },
		{ &berlin, { 2026, 3, 29, 2, 59, 59 }, "2026-03-29 01:00" },
		{ &berlin, { 2026, 3, 29, 3, 0, 1 }, "2026-03-29 01:00:01" },
		{ &berlin, { 2027, 3, 28, 2, 30, 0 }, "2027-03-28 01:00" },
		{ &lord_howe, { 2026, 10, 4, 2, 0, 0 }, "2026-10-03 15:30" },
		{ &lord_howe, { 2026, 10, 4, 2, 29, 59 }, "2026-10-03 15:30" },
		{ &lord_howe, { 2026, 10, 4, 2, 31, 0 }, "2026-10-03 15:31" },
		{ &sydney, { 2026, 10, 4, 2, 15, 0 }, "2026-10-03 16:00" },
		{ &havana, { 2026, 3, 8, 0, 0, 0 }, "2026-03-08 05:00" },
		{ &havana, { 2026, 3, 7, 24, 30, 0 }, "2026-03-08 05:00" },
		{ &nuuk, { 2026, 3, 28, 23, 30, 0 }, "2026-03-29 01:00" },
	};
	struct rows rows = rows_begin(state);
	for (size_t i = 0; i < ROWS(cases); i++) {
		struct realtime real = zone_real(cases[i].zone, cases[i].wall);
		row_check(&rows, real.us == utc(cases[i].moment).us, "%s %02d:%02d:%02d: %lld",
			  cases[i].zone->name, cases[i].wall.hour, cases[i].wall.minute,
			  cases[i].wall.second, (long long)real.us);
	}
	rows_end(&rows);
}

static void days_begin_at_day_starts(void **state)
{
	static const struct {
		const struct zone *zone;
		const char *moment;
		int starts; /* minutes after midnight */
		struct civil date;
	} cases[] = {
		{ &berlin, "2026-11-10 23:00", 0, { 2026, 11, 11, 0, 0, 0 } },
		{ &berlin, "2026-11-10 22:59:59.999999", 0, { 2026, 11, 10, 0, 0, 0 } },
		{ &berlin, "2026-11-10 23:00", 240, { 2026, 11, 10, 0, 0, 0 } },
		{ &berlin, "2026-11-11 02:59:59.999999", 240, { 2026, 11, 10, 0, 0, 0 } },
		{ &berlin, "2026-11-11 03:00", 240, { 2026, 11, 11, 0, 0, 0 } },
		{ &berlin, "2026-12-31 23:30", 240, { 2026, 12, 31, 0, 0, 0 } },
		{ &berlin, "2024-02-29 02:30", 240, { 2024, 2, 28, 0, 0, 0 } },
		{ &berlin, "2024-02-29 03:30", 240, { 2024, 2, 29, 0, 0, 0 } },
		{ &berlin, "2026-03-29 01:59", 240, { 2026, 3, 28, 0, 0, 0 } },
		{ &berlin, "2026-03-29 02:00", 240, { 2026, 3, 29, 0, 0, 0 } },
		/* It begins in the gap: at its end. */
		{ &berlin, "2026-03-29 00:59:59", 150, { 2026, 3, 28, 0, 0, 0 } },
		{ &berlin, "2026-03-29 01:00", 150, { 2026, 3, 29, 0, 0, 0 } },
		/* It begins in the repeated hour: once. */
		{ &berlin, "2026-10-25 00:29", 150, { 2026, 10, 24, 0, 0, 0 } },
		{ &berlin, "2026-10-25 00:30", 150, { 2026, 10, 25, 0, 0, 0 } },
		{ &berlin, "2026-10-25 01:10", 150, { 2026, 10, 25, 0, 0, 0 } },
		{ &havana, "2026-11-01 04:10", 0, { 2026, 11, 1, 0, 0, 0 } },
		{ &nowhere, "2026-10-24 22:59", 0, { 2026, 10, 24, 0, 0, 0 } },
		{ &nowhere, "2026-10-24 23:10", 0, { 2026, 10, 25, 0, 0, 0 } },
		{ &nowhere, "2026-10-24 23:40", 0, { 2026, 10, 25, 0, 0, 0 } },
		{ &kathmandu, "2026-05-04 22:14", 240, { 2026, 5, 4, 0, 0, 0 } },
		{ &kathmandu, "2026-05-04 22:15", 240, { 2026, 5, 5, 0, 0, 0 } },
	};
	struct rows rows = rows_begin(state);
	for (size_t i = 0; i < ROWS(cases); i++) {
		int32_t day = zone_day(cases[i].zone, utc(cases[i].moment),
				       cases[i].starts * USEC_PER_MIN);
		struct civil date = civil_of_day(day);
		row_check(&rows, day == civil_day(cases[i].date), "%s %s: %d-%02d-%02d",
			  cases[i].zone->name, cases[i].moment, date.year, date.month, date.day);
	}
	rows_end(&rows);
}

/* The C library as an oracle; rules in TZ itself, so that no tz database is needed. */
static void the_library_agrees(void **state)
{
	static const struct {
		const char *rules;
		const struct zone *zone;
	} cases[] = {
		{ "CET-1CEST,M3.5.0,M10.5.0/3", &berlin },
		{ "<+1030>-10:30<+11>-11,M10.1.0,M4.1.0", &lord_howe },
		{ "AEST-10AEDT,M10.1.0,M4.1.0/3", &sydney },
		{ "<+0545>-5:45", &kathmandu },
		{ "CST5CDT,M3.2.0/0,M11.1.0/1", &havana },
		{ "<-02>2<-01>,M3.5.0/-1,M10.5.0/0", &nuuk },
	};
	struct rows rows = rows_begin(state);
	time_t start = utc("2026-01-01 00:07:13").us / USEC_PER_SEC;
	for (size_t i = 0; i < ROWS(cases); i++) {
		setenv("TZ", cases[i].rules, 1);
		tzset();
		for (time_t at = start; at < start + 365 * 86400; at += 1800) {
			struct tm tm;
			struct realtime real = { at * USEC_PER_SEC };
			struct civil wall = zone_civil(cases[i].zone, real);
			localtime_r(&at, &tm);
			row_check(&rows,
				  wall.year == tm.tm_year + 1900 && wall.month == tm.tm_mon + 1 &&
					  wall.day == tm.tm_mday && wall.hour == tm.tm_hour &&
					  wall.minute == tm.tm_min && wall.second == tm.tm_sec &&
					  zone_offset(cases[i].zone, real) == tm.tm_gmtoff,
				  "%s at %lld", cases[i].zone->name, (long long)at);
		}
	}
	unsetenv("TZ");
	rows_end(&rows);
}

/* The ends of what 64 bits hold: any answer is right that is one. */
static void nothing_overflows(void **state)
{
	static const int64_t moments[] = {
		INT64_MIN, INT64_MIN + 1, -1, 0, INT64_MAX - 1, INT64_MAX
	};
	static const struct civil walls[] = {
		{ INT32_MAX, INT32_MAX, INT32_MAX, INT32_MAX, INT32_MAX, INT32_MAX },
		{ INT32_MIN, INT32_MIN, INT32_MIN, INT32_MIN, INT32_MIN, INT32_MIN },
	};
	struct rows rows = rows_begin(state);
	for (size_t i = 0; i < ROWS(moments); i++) {
		struct realtime real = { moments[i] };
		struct civil civil = zone_civil(&berlin, real);
		row_check(&rows, civil.month >= 1 && civil.month <= 12, "%lld", (long long)real.us);
		zone_day(&berlin, real, 4 * USEC_PER_HOUR);
	}
	row_check(&rows, civil_day(walls[0]) == INT32_MAX, "the last day");
	row_check(&rows, civil_day(walls[1]) == INT32_MIN, "the first day");
	row_check(&rows, zone_real(&berlin, walls[0]).us > INT64_MAX - USEC_PER_SEC, "the end");
	row_check(&rows, zone_real(&berlin, walls[1]).us < INT64_MIN + USEC_PER_SEC,
		  "the beginning");
	row_check(&rows, civil_day(civil_of_day(INT32_MAX)) == INT32_MAX, "the last day, back");
	row_check(&rows, civil_day(civil_of_day(INT32_MIN)) == INT32_MIN, "the first day, back");
	row_check(&rows, civil_weekday(INT32_MAX) >= MONDAY, "its weekday");
	row_check(&rows, civil_weekday(INT32_MIN) <= SUNDAY, "its weekday");
	rows_end(&rows);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(dates_are_days),
		cmocka_unit_test(fields_are_carried_over),
		cmocka_unit_test(moments_and_walls),
		cmocka_unit_test(what_the_gap_swallows_comes_after_it),
		cmocka_unit_test(days_begin_at_day_starts),
		cmocka_unit_test(the_library_agrees),
		cmocka_unit_test(nothing_overflows),
	};
	return cmocka_run_group_tests_name("core/zone", tests, NULL, NULL);
}
