/* Calendar times of an `at`: reading and writing. */
#include "core/base/calendar.h"

#include <string.h>

#include "tests/rows.h"

static bool same(const struct calendar *a, const struct calendar *b)
{
	return a->years == b->years && a->months == b->months && a->days == b->days &&
	       a->days_to_last == b->days_to_last && a->weekdays == b->weekdays &&
	       a->hours == b->hours && a->minutes == b->minutes && a->second == b->second;
}

static void times_are_read_and_written(void **state)
{
	static const struct {
		const char *text, *printed;
	} cases[] = {
		{ "21:30", "21:30" },
		{ "8:00", "08:00" },
		{ "00:00", "00:00" },
		{ "23:59", "23:59" },
		{ " 21:30 ", "21:30" },
		{ "21:30:00", "21:30" },
		{ "21:30:05", "21:30:05" },
		{ "Mon 12:15", "Mon 12:15" },
		{ "Mon..Fri 12:30", "Mon..Fri 12:30" },
		{ "MON..friday  12:30", "Mon..Fri 12:30" },
		{ "Sat,Sun 10:00", "Sat,Sun 10:00" },
		{ "Mon,Wed..Fri 1:00", "Mon,Wed..Fri 01:00" },
		{ "Fri..Mon 9:00", "Mon,Fri..Sun 09:00" },
		{ "Mon..Sun 9:00", "09:00" },
		{ "Mon-Fri 9:00", "Mon..Fri 09:00" },
		{ "weekdays 5pm", "Mon..Fri 17:00" },
		{ "noon", "12:00" },
		{ "Sun midnight", "Sun 00:00" },
		{ "*-*-01 12:30 pm", "*-*-01 12:30" },
		{ "Mon\xe2\x80\xa6"
		  "Fri\xc2\xa0"
		  "9:00",
		  "Mon..Fri 09:00" },
		{ "9:5", "09:05" },
		{ "2027-1-2 9:5", "2027-01-02 09:05" },
		/* Hours and minutes: lists, ranges, steps. */
		{ "*:00", "*:00" },
		{ "*:*", "*:*" },
		{ "*:*:30", "*:*:30" },
		{ "*:0/15", "*:00/15" },
		{ "*:5/20", "*:05,25,45" },
		{ "*:00,15,30,45", "*:00/15" },
		{ "0..23:00", "*:00" },
		{ "9..17:00", "09..17:00" },
		{ "9..17/2:00", "09..17/2:00" },
		{ "9..18/2:00", "09..17/2:00" },
		{ "9,11,13,15,17:00", "09..17/2:00" },
		{ "9/2:00", "09/2:00" },
		{ "20..22/3:00", "20:00" },
		{ "18..23:00", "18..23:00" },
		{ "18/1:00", "18..23:00" },
		{ "9,12,15:00", "09,12,15:00" },
		{ "15,12,9,12:00", "09,12,15:00" },
		{ "9,10,12:00", "09,10,12:00" },
		{ "8..10,12,14..16:30", "08..10,12,14..16:30" },
		{ "5..5:00", "05:00" },
		/* Dates. */
		{ "*-*-* 21:30", "21:30" },
		{ "*-*-01 9:00", "*-*-01 09:00" },
		{ "*-1 9:00", "*-*-01 09:00" },
		{ "12-24 18:00", "*-12-24 18:00" },
		{ "2026-12-24 18:00", "2026-12-24 18:00" },
		{ "2026,2028-1-1 9:00", "2026,2028-01-01 09:00" },
		{ "2026..2030/2-1-1 9:00", "2026,2028,2030-01-01 09:00" },
		{ "2026/2-1-1 9:00", "2026/2-01-01 09:00" },
		{ "2000..2063-1-1 9:00", "*-01-01 09:00" },
		{ "Mon *-*-1..7 12:15", "Mon *-*-01..07 12:15" },
		{ "*-*-1/10 9:00", "*-*-01/10 09:00" },
		{ "*-*-2..20/6 9:00", "*-*-02..20/6 09:00" },
		{ "*-3/3-15 9:00", "*-03/3-15 09:00" },
		{ "*-1,7-1 9:00", "*-01,07-01 09:00" },
		{ "*-02-29 9:00", "*-02-29 09:00" },
		/* Days before the last of a month. */
		{ "*-*~01 9:00", "*-*~01 09:00" },
		{ "*-*~1,3 9:00", "*-*~03,01 09:00" },
		{ "*-*~1..7 9:00", "*-*~01..07 09:00" },
		{ "*-*~1..7/2 9:00", "*-*~07/2 09:00" },
		{ "*-*~4..10/2 9:00", "*-*~04..10/2 09:00" },
		{ "*-*~28 9:00", "*-*~28 09:00" },
		{ "*-*~1..28 9:00", "*-*~01..28 09:00" },
		{ "Mon 05~07/1 9:00", "Mon *-05~01..07 09:00" },
		{ "02~01 9:00", "*-02~01 09:00" },
		/* Words. */
		{ "hourly", "*:00" },
		{ "Daily", "00:00" },
		{ "WEEKLY", "Mon 00:00" },
		{ " monthly ", "*-*-01 00:00" },
		{ "quarterly", "*-01/3-01 00:00" },
		{ "yearly", "*-01-01 00:00" },
	};
	struct rows rows = rows_begin(state);
	for (size_t i = 0; i < ROWS(cases); i++) {
		struct calendar time = { 0 }, back = { 0 };
		char printed[CALENDAR_SIZE];
		enum text_error error = calendar_read(cases[i].text, &time);
		if (!row_check(&rows, error == TEXT_OK, "\"%s\": error %d", cases[i].text, error))
			continue;
		calendar_print(&time, printed);
		row_check(&rows, strcmp(printed, cases[i].printed) == 0, "\"%s\" is \"%s\"",
			  cases[i].text, printed);
		row_check(&rows, calendar_read(printed, &back) == TEXT_OK && same(&time, &back),
			  "\"%s\" did not come back", printed);
	}
	rows_end(&rows);
}

static void days_are_told_by_their_place(void **state)
{
	static const struct {
		const char *text;
		int nth;
	} cases[] = {
		{ "Mon *-*-1..7 12:15", 1 },   { "Sat *-*-8..14 9,18:00", 2 },
		{ "Tue *-*-15..21 9:00", 3 },  { "Sun *-*-22..28 9:00", 4 },
		{ "Fri *-*~1..7 16:00", -1 },  { "Fri *-*~1..6 16:00", 0 },
		{ "Mon *-*-2..8 9:00", 0 },    { "Mon,Tue *-*-1..7 9:00", 0 },
		{ "*-*-1..7 9:00", 0 },        { "Mon *-01-1..7 9:00", 0 },
		{ "Mon 2027-*-1..7 9:00", 0 }, { "Mon 9:00", 0 },
	};
	struct rows rows = rows_begin(state);
	for (size_t i = 0; i < ROWS(cases); i++) {
		struct calendar time = { 0 };
		row_check(&rows, calendar_read(cases[i].text, &time) == TEXT_OK, "\"%s\"",
			  cases[i].text);
		row_check(&rows, calendar_nth(&time) == cases[i].nth, "\"%s\": %d", cases[i].text,
			  calendar_nth(&time));
	}
	rows_end(&rows);
}

static void times_are_refused(void **state)
{
	static const struct {
		const char *text;
		enum text_error error;
	} cases[] = {
		{ "", TEXT_EMPTY },
		{ "\t", TEXT_EMPTY },
		{ "24:00", TEXT_BAD_TIME },
		{ "25:00", TEXT_BAD_TIME },
		{ "9..25:00", TEXT_BAD_TIME },
		{ "23:60", TEXT_BAD_TIME },
		{ "21:30:60", TEXT_BAD_TIME },
		{ "21:3", TEXT_BAD_TIME },
		{ "21:30:5", TEXT_BAD_TIME },
		{ "009:00", TEXT_BAD_TIME },
		{ "21:", TEXT_BAD_TIME },
		{ "21:30:", TEXT_BAD_TIME },
		{ "21", TEXT_BAD_TIME },
		{ "Mon 2", TEXT_BAD_TIME },
		{ "-21:30", TEXT_BAD_TIME },
		{ "17..9:00", TEXT_BAD_TIME },
		{ "9..:00", TEXT_BAD_TIME },
		{ "9...17:00", TEXT_BAD_TIME },
		{ "9,:00", TEXT_BAD_TIME },
		{ "*,9:00", TEXT_BAD_TIME },
		{ "*:*/15", TEXT_BAD_TIME },
		{ "*:0/", TEXT_BAD_TIME },
		{ "0/0:00", TEXT_BAD_TIME },
		{ "*:0/60", TEXT_BAD_TIME },
		{ "23/1:00", TEXT_BAD_TIME },
		{ "0/4294967297:00", TEXT_BAD_TIME },
		{ "4294967296:00", TEXT_BAD_TIME },
		{ "2026-12-24T18:00", TEXT_BAD_TIME },
		{ "Mon..Fri hourly", TEXT_BAD_TIME },
		{ "Mon", TEXT_NO_TIME },
		{ "Mon *-*-01", TEXT_NO_TIME },
		{ "*-*-* ", TEXT_NO_TIME },
		{ "*-*-32 9:00", TEXT_BAD_DATE },
		{ "*-*-0 9:00", TEXT_BAD_DATE },
		{ "*-13-1 9:00", TEXT_BAD_DATE },
		{ "*-*-*-1 9:00", TEXT_BAD_DATE },
		{ "*-*- 9:00", TEXT_BAD_DATE },
		{ "*-*-1- 9:00", TEXT_BAD_DATE },
		{ "1999-1-1 9:00", TEXT_BAD_YEAR },
		{ "2064-1-1 9:00", TEXT_BAD_YEAR },
		{ "Mon 2100-12-24 9:00", TEXT_BAD_YEAR },
		{ "9:5pm", TEXT_TRAILING },
		{ "26-12-24 9:00", TEXT_BAD_DATE },
		{ "12026-1-1 9:00", TEXT_BAD_DATE },
		{ "*~*-1 9:00", TEXT_BAD_DATE },
		{ "*-*~* 9:00", TEXT_BAD_DATE },
		{ "*-*~0 9:00", TEXT_BAD_DATE },
		{ "*-*~29 9:00", TEXT_BAD_DATE },
		{ "*-*~3..1 9:00", TEXT_BAD_DATE },
		{ "*-*~2/3 9:00", TEXT_BAD_DATE },
		{ "- 9:00", TEXT_BAD_DATE },
		{ "-- 9:00", TEXT_BAD_DATE },
		{ "~ 9:00", TEXT_BAD_DATE },
		{ "dayly", TEXT_BAD_WORD },
		{ "minutely", TEXT_BAD_WORD },
		{ "dayly 9:00", TEXT_BAD_DAY },
		{ "Mon, Wed 08:00", TEXT_BAD_DAY },
		{ "Mon--Fri 08:00", TEXT_BAD_DAY },
		{ "Mon21:30", TEXT_BAD_DAY },
		{ "21:30 Mon", TEXT_TRAILING },
		{ "21:30-22:00", TEXT_TRAILING },
		{ "21:30 Europe/Berlin", TEXT_TRAILING },
		{ "21:30 UTC", TEXT_TRAILING },
		{ "21:30:00.5", TEXT_TRAILING },
		{ "21:30\n", TEXT_TRAILING },
		{ "*:*:*", TEXT_TOO_OFTEN },
		{ "9:00:0/30", TEXT_TOO_OFTEN },
		{ "9:00:00,30", TEXT_TOO_OFTEN },
		{ "*-02-30 9:00", TEXT_NEVER },
		{ "*-2,4,6,9,11-31 9:00", TEXT_NEVER },
		{ "2027-02-29 9:00", TEXT_NEVER },
		{ "Mon 2026-11-10 9:00", TEXT_NEVER },
	};
	struct rows rows = rows_begin(state);
	for (size_t i = 0; i < ROWS(cases); i++) {
		struct calendar time = { .second = 99 };
		enum text_error error = calendar_read(cases[i].text, &time);
		row_check(&rows, error == cases[i].error, "\"%s\": error %d, not %d", cases[i].text,
			  error, cases[i].error);
		row_check(&rows, time.second == 99, "\"%s\" was changed", cases[i].text);
	}
	rows_end(&rows);
}

/* Random sets come back from their text, which fits. */
static void any_time_comes_back(void **state)
{
	struct rows rows = rows_begin(state);
	uint64_t dice = 88172645463325252U;
	for (int i = 0; i < 20000; i++) {
		uint64_t throws[4];
		for (size_t k = 0; k < ROWS(throws); k++) {
			dice ^= dice << 13;
			dice ^= dice >> 7;
			dice ^= dice << 17;
			throws[k] = dice;
		}
		struct calendar time = calendar_at((uint8_t)(throws[0] >> 57 | 1), 0), back;
		/* 2000-01-31, a Monday, is in all of them. */
		time.years = throws[1] | 1;
		time.minutes = throws[2] >> 4 | 1;
		time.hours = (uint32_t)(throws[3] >> 40) | 1;
		time.months = (uint16_t)(throws[3] >> 8 & CALENDAR_EACH_MONTH) | 2;
		time.days_to_last = throws[3] & 1;
		time.days = (uint32_t)throws[0] & (time.days_to_last ? 0xfffffff0 : 0xfffffffe);
		time.days |= UINT32_C(1) << 31;
		time.second = throws[0] >> 32 & 31;
		char text[CALENDAR_SIZE];
		calendar_print(&time, text);
		row_check(&rows, calendar_read(text, &back) == TEXT_OK && same(&time, &back),
			  "\"%s\" did not come back", text);
	}
	rows_end(&rows);
}

/* As long as it gets: two of three. */
static void the_longest_fits(void **state)
{
	(void)state;
	struct calendar time = calendar_at(0x5b, 0);
	time.years = time.minutes = 0xb6db6db6db6db6db;
	time.minutes &= (UINT64_C(1) << 60) - 1;
	time.hours = 0xdb6db6;
	time.months = 0x16da;
	time.days = 0x6db6db6c;
	time.second = 59;
	char text[CALENDAR_SIZE];
	calendar_print(&time, text);
	assert_true(strlen(text) >= 400 && strlen(text) < CALENDAR_SIZE);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(times_are_read_and_written),
		cmocka_unit_test(days_are_told_by_their_place),
		cmocka_unit_test(times_are_refused),
		cmocka_unit_test(any_time_comes_back),
		cmocka_unit_test(the_longest_fits),
	};
	return cmocka_run_group_tests_name("core/calendar_text", tests, NULL, NULL);
}
