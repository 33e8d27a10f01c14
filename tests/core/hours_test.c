/* Days of the week and ranges of hours: reading, writing, lying in them, their next start. */
#include "core/base/hours.h"

#include "tests/core/zones.h"

enum { MON = 1, TUE = 2, WED = 4, THU = 8, FRI = 16, SAT = 32, SUN = 64 };

#define WORKDAYS (MON | TUE | WED | THU | FRI)

static void days_are_read(void **state)
{
	static const struct {
		const char *text;
		enum text_error error;
		unsigned days;
	} cases[] = {
		{ "Mon", TEXT_OK, MON },
		{ "sunday", TEXT_OK, SUN },
		{ "Mon..Fri", TEXT_OK, WORKDAYS },
		{ "monday..FRIDAY", TEXT_OK, WORKDAYS },
		{ "Sat,Sun", TEXT_OK, SAT | SUN },
		{ "Sun,Sat", TEXT_OK, SAT | SUN },
		{ "Fri..Mon", TEXT_OK, FRI | SAT | SUN | MON },
		{ "Sun..Mon", TEXT_OK, SUN | MON },
		{ "Mon..Mon", TEXT_OK, MON },
		{ "Mon..Sun", TEXT_OK, DAYS_ALL },
		{ "Tue..Mon", TEXT_OK, DAYS_ALL },
		{ "Mon,Wed..Fri", TEXT_OK, MON | WED | THU | FRI },
		{ "Mon..Wed,Tue..Thu", TEXT_OK, MON | TUE | WED | THU },
		{ "Mon,Mon", TEXT_OK, MON },
		{ "", TEXT_EMPTY, 0 },
		{ ",", TEXT_BAD_DAY, 0 },
		{ "Mon,", TEXT_BAD_DAY, 0 },
		{ ",Mon", TEXT_BAD_DAY, 0 },
		{ "Mon,,Tue", TEXT_BAD_DAY, 0 },
		{ "Mon, Tue", TEXT_BAD_DAY, 0 },
		{ "Mon..", TEXT_BAD_DAY, 0 },
		{ "..Fri", TEXT_BAD_DAY, 0 },
		{ "Mon.Fri", TEXT_BAD_DAY, 0 },
		{ "Mon...Fri", TEXT_BAD_DAY, 0 },
		{ "Mon-Fri", TEXT_OK, 0x1f },
		{ "Mon..Wed..Fri", TEXT_BAD_DAY, 0 },
		{ "Mon…Fri", TEXT_BAD_DAY, 0 },
		{ "Mon..Fry", TEXT_BAD_DAY, 0 },
		{ "weekdays", TEXT_OK, 0x1f },
		{ "Weekend", TEXT_OK, 0x60 },
		{ "weekdays,Sun", TEXT_OK, 0x5f },
		{ "Mon-", TEXT_BAD_DAY, 0 },
		{ "weekdays-Fri", TEXT_BAD_DAY, 0 },
		{ "*", TEXT_BAD_DAY, 0 },
	};
	struct rows rows = rows_begin(state);
	for (size_t i = 0; i < ROWS(cases); i++) {
		uint8_t days = 0;
		enum text_error error = days_read(cases[i].text, strlen(cases[i].text), &days);
		row_check(&rows, error == cases[i].error && days == cases[i].days,
			  "\"%s\": error %d, days %#x", cases[i].text, error, days);
	}
	rows_end(&rows);
}

static void days_are_written(void **state)
{
	static const struct {
		unsigned days;
		const char *text;
	} cases[] = {
		{ DAYS_ALL, "" },
		{ MON, "Mon" },
		{ WORKDAYS, "Mon..Fri" },
		{ SAT | SUN, "Sat,Sun" },
		{ MON | TUE | WED, "Mon..Wed" },
		{ FRI | SAT | SUN | MON, "Mon,Fri..Sun" },
		{ MON | WED | FRI | SUN, "Mon,Wed,Fri,Sun" },
		{ MON | TUE | THU | FRI | SUN, "Mon,Tue,Thu,Fri,Sun" },
	};
	struct rows rows = rows_begin(state);
	for (size_t i = 0; i < ROWS(cases); i++) {
		char text[DAYS_SIZE];
		days_print((uint8_t)cases[i].days, text);
		row_check(&rows, strcmp(text, cases[i].text) == 0, "\"%s\", not \"%s\"", text,
			  cases[i].text);
	}
	for (unsigned days = 1; days < DAYS_ALL; days++) {
		char text[DAYS_SIZE];
		uint8_t back = 0;
		days_print((uint8_t)days, text);
		row_check(&rows, days_read(text, strlen(text), &back) == TEXT_OK && back == days,
			  "\"%s\" came back as %#x", text, back);
	}
	rows_end(&rows);
}

static void hours_are_read_and_written(void **state)
{
	static const struct {
		const char *text;
		enum text_error error;
		const char *printed;
	} cases[] = {
		{ "08:00-20:00", TEXT_OK, "08:00-20:00" },
		{ "8:00-20:00", TEXT_OK, "08:00-20:00" },
		{ " 8:00 - 20:00 ", TEXT_OK, "08:00-20:00" },
		{ "00:00-24:00", TEXT_OK, "00:00-24:00" },
		{ "22:00-06:00", TEXT_OK, "22:00-06:00" },
		{ "22:00-00:00", TEXT_OK, "22:00-00:00" },
		{ "08:00-08:00", TEXT_OK, "08:00-08:00" },
		{ "Mon..Fri 08:00-12:30", TEXT_OK, "Mon..Fri 08:00-12:30" },
		{ "mon..fri\t08:00-12:30", TEXT_OK, "Mon..Fri 08:00-12:30" },
		{ "Fri..Mon 22:00-02:00", TEXT_OK, "Mon,Fri..Sun 22:00-02:00" },
		{ "Mon..Sun 9:00-17:00", TEXT_OK, "09:00-17:00" },
		{ "", TEXT_EMPTY, NULL },
		{ " ", TEXT_EMPTY, NULL },
		{ "08:00", TEXT_BAD_RANGE, NULL },
		{ "08:00 20:00", TEXT_BAD_RANGE, NULL },
		{ "08:00..20:00", TEXT_BAD_RANGE, NULL },
		{ "08:00–20:00", TEXT_OK, "08:00-20:00" },
		{ "24:00-06:00", TEXT_BAD_RANGE, NULL },
		{ "Mon..Fri", TEXT_BAD_RANGE, NULL },
		{ "8-20", TEXT_OK, "08:00-20:00" },
		{ "9-5", TEXT_OK, "09:00-17:00" },
		{ "8-8", TEXT_OK, "08:00-20:00" },
		{ "9-12", TEXT_OK, "09:00-12:00" },
		{ "22-6", TEXT_OK, "22:00-06:00" },
		{ "0-24", TEXT_OK, "00:00-24:00" },
		{ "9am-5pm", TEXT_OK, "09:00-17:00" },
		{ "9 am \xe2\x80\x93 5:30 pm", TEXT_OK, "09:00-17:30" },
		{ "9-5pm", TEXT_OK, "09:00-17:00" },
		{ "1-5pm", TEXT_OK, "13:00-17:00" },
		{ "11am-1", TEXT_OK, "11:00-13:00" },
		{ "10pm-6am", TEXT_OK, "22:00-06:00" },
		{ "noon-17.30", TEXT_OK, "12:00-17:30" },
		{ "22:00-midnight", TEXT_OK, "22:00-00:00" },
		{ "Mon-Fri 9:00-17:00", TEXT_OK, "Mon..Fri 09:00-17:00" },
		{ "weekdays noon-6pm", TEXT_OK, "Mon..Fri 12:00-18:00" },
		{ "weekends 10-4", TEXT_OK, "Sat,Sun 10:00-16:00" },
		{ "9-13pm", TEXT_BAD_RANGE, NULL },
		{ "9-25", TEXT_BAD_RANGE, NULL },
		{ "-20:00", TEXT_BAD_RANGE, NULL },
		{ "08:00-", TEXT_BAD_RANGE, NULL },
		{ "08:00-25:00", TEXT_BAD_RANGE, NULL },
		{ "08:00--20:00", TEXT_BAD_RANGE, NULL },
		{ "Mon 1,08:00-20:00", TEXT_BAD_RANGE, NULL },
		{ "Mon--Fri 08:00-20:00", TEXT_BAD_DAY, NULL },
		{ "Mon..Fri08:00-20:00", TEXT_BAD_DAY, NULL },
		{ "always", TEXT_BAD_DAY, NULL },
		{ "08:00-20:00 Mon", TEXT_TRAILING, NULL },
		{ "08:00-20:00,21:00-22:00", TEXT_TRAILING, NULL },
	};
	struct rows rows = rows_begin(state);
	for (size_t i = 0; i < ROWS(cases); i++) {
		struct hours hours = { 0, -1, -1 }, back = { 0, -2, -2 };
		char printed[HOURS_SIZE];
		enum text_error error = hours_read(cases[i].text, &hours);
		row_check(&rows, error == cases[i].error, "\"%s\": error %d", cases[i].text, error);
		if (error != TEXT_OK) {
			row_check(&rows, hours.from == -1, "\"%s\" was changed", cases[i].text);
			continue;
		}
		hours_print(&hours, printed);
		row_check(&rows, strcmp(printed, cases[i].printed) == 0, "\"%s\" is \"%s\"",
			  cases[i].text, printed);
		hours_read(printed, &back);
		row_check(&rows,
			  back.days == hours.days && back.from == hours.from && back.to == hours.to,
			  "\"%s\" did not come back", printed);
	}
	rows_end(&rows);
}

/* Up to two ranges; a row's moment is UTC, 2026-11-09 is a Monday. */
struct span_case {
	const char *ranges[2];
	const struct zone *zone;
	const char *moment;
	bool in;
	const char *next;
};

static const struct span_case spans[] = {
	/* A day's range, its ends. */
	{ { "08:00-20:00" }, &utc_zone, "2026-11-09 07:59:59.999999", false, "2026-11-09 08:00" },
	{ { "08:00-20:00" }, &utc_zone, "2026-11-09 08:00", true, "2026-11-10 08:00" },
	{ { "08:00-20:00" }, &utc_zone, "2026-11-09 19:59:59.999999", true, "2026-11-10 08:00" },
	{ { "08:00-20:00" }, &utc_zone, "2026-11-09 20:00", false, "2026-11-10 08:00" },
	{ { "08:00-20:00" }, &berlin, "2026-11-09 07:00", true, "2026-11-10 07:00" },
	{ { "08:00-20:00" }, &kathmandu, "2026-11-09 02:14:59", false, "2026-11-09 02:15" },
	/* Days of the week. */
	{ { "Mon..Fri 08:00-20:00" }, &utc_zone, "2026-11-13 20:00", false, "2026-11-16 08:00" },
	{ { "Mon..Fri 08:00-20:00" }, &utc_zone, "2026-11-14 12:00", false, "2026-11-16 08:00" },
	{ { "Mon 08:00-20:00" }, &utc_zone, "2026-11-09 08:00", true, "2026-11-16 08:00" },
	{ { "Mon 08:00-20:00" }, &kathmandu, "2026-11-08 23:00", false, "2026-11-09 02:15" },
	/* Across midnight: it belongs to the day it began. */
	{ { "22:00-06:00" }, &utc_zone, "2026-11-09 05:59:59", true, "2026-11-09 22:00" },
	{ { "22:00-06:00" }, &utc_zone, "2026-11-09 06:00", false, "2026-11-09 22:00" },
	{ { "22:00-06:00" }, &utc_zone, "2026-11-09 23:00", true, "2026-11-10 22:00" },
	{ { "Fri 22:00-06:00" }, &utc_zone, "2026-11-14 05:00", true, "2026-11-20 22:00" },
	{ { "Fri 22:00-06:00" }, &utc_zone, "2026-11-13 05:00", false, "2026-11-13 22:00" },
	{ { "Sun 22:00-06:00" }, &utc_zone, "2026-11-09 05:00", true, "2026-11-15 22:00" },
	{ { "22:00-00:00" }, &utc_zone, "2026-11-09 23:59:59", true, "2026-11-10 22:00" },
	{ { "22:00-24:00" }, &utc_zone, "2026-11-10 00:00", false, "2026-11-10 22:00" },
	/* Whole days. */
	{ { "00:00-24:00" }, &utc_zone, "2026-11-09 00:00", true, "2026-11-10 00:00" },
	{ { "Mon 08:00-08:00" }, &utc_zone, "2026-11-10 07:59", true, "2026-11-16 08:00" },
	{ { "Mon 08:00-08:00" }, &utc_zone, "2026-11-10 08:00", false, "2026-11-16 08:00" },
	/* Two ranges; none at all is always. */
	{ { "08:00-12:00", "13:00-17:00" },
	  &utc_zone,
	  "2026-11-09 12:30",
	  false,
	  "2026-11-09 13:00" },
	{ { "13:00-17:00", "08:00-12:00" },
	  &utc_zone,
	  "2026-11-09 17:00",
	  false,
	  "2026-11-10 08:00" },
	{ { "Sat 9:00-10:00", "Sun 9:00-10:00" },
	  &utc_zone,
	  "2026-11-15 09:30",
	  true,
	  "2026-11-21 09:00" },
	{ { NULL }, &utc_zone, "2026-11-09 12:00", true, "2026-11-10 00:00" },
	{ { NULL }, &berlin, "2026-11-09 12:00", true, "2026-11-09 23:00" },
	{ { NULL }, &havana, "2026-03-08 04:00", true, "2026-03-08 05:00" },
	/* The leap day. */
	{ { "Thu 23:00-01:00" }, &utc_zone, "2024-03-01 00:30", true, "2024-03-07 23:00" },
	{ { "Thu 08:00-20:00" }, &utc_zone, "2024-02-28 23:00", false, "2024-02-29 08:00" },
	/* The hour left out: what starts in it starts after it, what lies in it is not. */
	{ { "02:30-06:00" }, &berlin, "2026-03-29 00:59", false, "2026-03-29 01:00" },
	{ { "02:30-06:00" }, &berlin, "2026-03-29 01:00", true, "2026-03-30 00:30" },
	{ { "02:00-03:00" }, &berlin, "2026-03-29 01:00", false, "2026-03-30 00:00" },
	{ { "22:00-02:30" }, &berlin, "2026-03-29 00:59", true, "2026-03-29 20:00" },
	{ { "22:00-02:30" }, &berlin, "2026-03-29 01:00", false, "2026-03-29 20:00" },
	{ { "02:15-06:00" }, &lord_howe, "2026-10-03 15:30", true, "2026-10-04 15:15" },
	/* The repeated hour: a range opens and closes once. */
	{ { "02:30-06:00" }, &berlin, "2026-10-25 00:29", false, "2026-10-25 00:30" },
	{ { "02:30-06:00" }, &berlin, "2026-10-25 01:10", true, "2026-10-26 01:30" },
	{ { "02:30-06:00" }, &berlin, "2026-10-25 04:59", true, "2026-10-26 01:30" },
	{ { "22:00-02:30" }, &berlin, "2026-10-25 00:29", true, "2026-10-25 21:00" },
	{ { "22:00-02:30" }, &berlin, "2026-10-25 01:10", false, "2026-10-25 21:00" },
	{ { "08:00-20:00" }, &berlin, "2026-10-24 20:00", false, "2026-10-25 07:00" },
	{ { "01:45-02:15" }, &lord_howe, "2026-04-04 15:10", true, "2026-04-05 15:15" },
	{ { "08:00-20:00" }, &sydney, "2026-10-03 12:00", false, "2026-10-03 21:00" },
	/* … around midnight. */
	{ { "Sun 00:00-01:00" }, &nowhere, "2026-10-24 23:40", true, "2026-11-01 00:00" },
	{ { "Sat 23:15-23:45" }, &nuuk, "2026-10-25 00:20", true, "2026-11-01 01:15" },
	{ { "Sat 23:15-23:45" }, &nuuk, "2026-10-25 01:20", false, "2026-11-01 01:15" },
};

static int ranges_read(const struct span_case *span, struct hours hours[2])
{
	int count = 0;
	while (count < 2 && span->ranges[count] != NULL) {
		if (hours_read(span->ranges[count], &hours[count]) != TEXT_OK)
			fail_msg("a test says \"%s\" for hours", span->ranges[count]);
		count++;
	}
	return count;
}

static void moments_lie_in_hours(void **state)
{
	struct rows rows = rows_begin(state);
	for (size_t i = 0; i < ROWS(spans); i++) {
		struct hours hours[2];
		const struct span_case *span = &spans[i];
		int count = ranges_read(span, hours);
		struct realtime real = utc(span->moment);
		struct realtime next = hours_next_start(hours, count, span->zone, real);
		row_check(&rows, hours_contain(hours, count, span->zone, real) == span->in,
			  "%s in %s %s", span->moment, span->zone->name, span->ranges[0]);
		row_check(&rows, next.us == utc(span->next).us, "after %s in %s %s: %lld",
			  span->moment, span->zone->name, span->ranges[0],
			  (long long)(next.us / USEC_PER_SEC));
	}
	rows_end(&rows);
}

/* Minute by minute over a week with a change of the offset: a range is entered at a next start. */
static void starts_are_where_hours_begin(void **state)
{
	static const char *const texts[] = { "08:00-20:00", "22:00-02:30", "02:30-02:45",
					     "Sat 23:15-01:45", "Sun 01:50-02:10" };
	static const struct {
		const struct zone *zone;
		const char *from;
	} weeks[] = {
		{ &berlin, "2026-03-26 00:00" },    { &berlin, "2026-10-22 00:00" },
		{ &lord_howe, "2026-04-02 00:00" }, { &lord_howe, "2026-10-01 00:00" },
		{ &nuuk, "2026-10-22 00:00" },      { &nowhere, "2026-10-22 00:00" },
	};
	struct rows rows = rows_begin(state);
	for (size_t i = 0; i < ROWS(texts) * ROWS(weeks); i++) {
		struct hours hours;
		const struct zone *zone = weeks[i / ROWS(texts)].zone;
		const char *text = texts[i % ROWS(texts)];
		struct realtime at = utc(weeks[i / ROWS(texts)].from);
		assert_int_equal(hours_read(text, &hours), TEXT_OK);
		struct realtime start = hours_next_start(&hours, 1, zone, at);
		bool in = hours_contain(&hours, 1, zone, at);
		for (int minute = 0; minute < 7 * 1440; minute++) {
			at.us += USEC_PER_MIN;
			bool now = hours_contain(&hours, 1, zone, at);
			row_check(&rows, !now || in || at.us == start.us, "%s %s opens at %lld",
				  zone->name, text, (long long)(at.us / USEC_PER_SEC));
			in = now;
			if (at.us >= start.us)
				start = hours_next_start(&hours, 1, zone, at);
		}
	}
	rows_end(&rows);
}

/* The same week: a range is left at the end that was computed at its start. */
static void ends_are_where_hours_end(void **state)
{
	static const char *const texts[][2] = { { "08:00-20:00", "20:00-21:00" },
						{ "22:00-02:30", "02:00-04:00" },
						{ "02:30-02:45", "12:00-12:01" },
						{ "Sat 23:15-01:45", "Sun 01:45-02:10" } };
	static const struct zone *const zones[] = { &berlin, &lord_howe, &nuuk, &kathmandu };
	struct rows rows = rows_begin(state);
	for (size_t i = 0; i < ROWS(texts) * ROWS(zones); i++) {
		struct hours hours[2];
		const struct zone *zone = zones[i / ROWS(texts)];
		const char *const *text = texts[i % ROWS(texts)];
		struct realtime at = utc("2026-10-22 12:03"), end = at;
		assert_int_equal(hours_read(text[0], &hours[0]), TEXT_OK);
		assert_int_equal(hours_read(text[1], &hours[1]), TEXT_OK);
		bool in = false;
		for (int minute = 0; minute < 7 * 1440; minute++, at.us += USEC_PER_MIN) {
			bool now = hours_contain(hours, 2, zone, at);
			if (now && !in)
				end = hours_next_end(hours, 2, zone, at);
			row_check(&rows, now == (at.us < end.us), "%s %s ends at %lld, now %lld",
				  zone->name, text[0], (long long)(end.us / USEC_PER_SEC),
				  (long long)(at.us / USEC_PER_SEC));
			in = now;
		}
	}
	rows_end(&rows);
}

static void no_day_has_no_start(void **state)
{
	static const struct hours none = { 0, 480, 1200 };
	struct rows rows = rows_begin(state);
	struct realtime now = utc("2026-11-09 12:00");
	row_check(&rows, !hours_contain(&none, 1, &berlin, now), "no day contains");
	row_check(&rows, hours_next_start(&none, 1, &berlin, now).us == REALTIME_OPEN.us, "starts");
	row_check(&rows, hours_next_end(&none, 1, &berlin, now).us == now.us, "no day ends");
	row_check(&rows, hours_next_end(NULL, 0, &berlin, now).us == REALTIME_OPEN.us,
		  "no range ends");
	rows_end(&rows);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(days_are_read),
		cmocka_unit_test(days_are_written),
		cmocka_unit_test(hours_are_read_and_written),
		cmocka_unit_test(moments_lie_in_hours),
		cmocka_unit_test(starts_are_where_hours_begin),
		cmocka_unit_test(ends_are_where_hours_end),
		cmocka_unit_test(no_day_has_no_start),
	};
	return cmocka_run_group_tests_name("core/hours", tests, NULL, NULL);
}
