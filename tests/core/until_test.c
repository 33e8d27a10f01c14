/* People's times: their forms, and the moments they mean. */
#include "core/model/until.h"

#include "tests/core/zones.h"

static void forms_are_read(void **state)
{
	static const struct {
		const char *text;
		enum text_error error;
		struct until until;
	} cases[] = {
		{ "10m", TEXT_OK, { UNTIL_LENGTH, 10 * USEC_PER_MIN, 0, -1, 0 } },
		{ "1h30", TEXT_OK, { UNTIL_LENGTH, 90 * USEC_PER_MIN, 0, -1, 0 } },
		{ "45 min", TEXT_OK, { UNTIL_LENGTH, 45 * USEC_PER_MIN, 0, -1, 0 } },
		{ "400days", TEXT_OK, { UNTIL_LENGTH, LENGTH_MAX, 0, -1, 0 } },
		{ "14:00", TEXT_OK, { UNTIL_CLOCK, 0, 0, 840, 0 } },
		{ " 9:05 ", TEXT_OK, { UNTIL_CLOCK, 0, 0, 545, 0 } },
		{ "until 14:00", TEXT_OK, { UNTIL_CLOCK, 0, 0, 840, 0 } },
		{ "Until\t14:00", TEXT_OK, { UNTIL_CLOCK, 0, 0, 840, 0 } },
		{ "24:00", TEXT_OK, { UNTIL_CLOCK, 0, 0, 1440, 0 } },
		{ "tomorrow", TEXT_OK, { UNTIL_TOMORROW, 0, 0, -1, 0 } },
		{ "TOMORROW", TEXT_OK, { UNTIL_TOMORROW, 0, 0, -1, 0 } },
		{ "until tomorrow", TEXT_OK, { UNTIL_TOMORROW, 0, 0, -1, 0 } },
		{ "tomorrow 9:00", TEXT_OK, { UNTIL_TOMORROW, 0, 0, 540, 0 } },
		{ "tomorrow  0:00 ", TEXT_OK, { UNTIL_TOMORROW, 0, 0, 0, 0 } },
		{ "monday", TEXT_OK, { UNTIL_WEEKDAY, 0, MONDAY, -1, 0 } },
		{ "Sun", TEXT_OK, { UNTIL_WEEKDAY, 0, SUNDAY, -1, 0 } },
		{ "until fri 8:30", TEXT_OK, { UNTIL_WEEKDAY, 0, FRIDAY, 510, 0 } },
		{ "2026-12-24", TEXT_OK, { UNTIL_DATE, 0, 0, -1, 20811 } },
		{ "until 2026-12-24 9:00", TEXT_OK, { UNTIL_DATE, 0, 0, 540, 20811 } },
		{ "2026-02-30", TEXT_BAD_UNTIL, { 0 } },
		{ "2026-12-24x", TEXT_BAD_UNTIL, { 0 } },
		{ "24-12-2026", TEXT_BAD_UNTIL, { 0 } },
		{ "2026-12-24 9", TEXT_BAD_TIME, { 0 } },
		{ "", TEXT_EMPTY, { 0 } },
		{ "  ", TEXT_EMPTY, { 0 } },
		{ "0", TEXT_BAD_UNTIL, { 0 } },
		{ "0min", TEXT_BAD_UNTIL, { 0 } },
		{ "until", TEXT_BAD_UNTIL, { 0 } },
		{ "until until 9:00", TEXT_BAD_UNTIL, { 0 } },
		{ "-5min", TEXT_BAD_UNTIL, { 0 } },
		{ "later", TEXT_BAD_UNTIL, { 0 } },
		{ "today", TEXT_BAD_UNTIL, { 0 } },
		{ "tomorrow9:00", TEXT_BAD_UNTIL, { 0 } },
		{ "morgen", TEXT_BAD_UNTIL, { 0 } },
		{ "明日", TEXT_BAD_UNTIL, { 0 } },
		{ "10", TEXT_NO_UNIT, { 0 } },
		{ "9am", TEXT_OK, { UNTIL_CLOCK, 0, 0, 540, 0 } },
		{ "until 5\xc2\xa0pm", TEXT_OK, { UNTIL_CLOCK, 0, 0, 1020, 0 } },
		{ "17.30", TEXT_OK, { UNTIL_CLOCK, 0, 0, 1050, 0 } },
		{ "noon", TEXT_OK, { UNTIL_CLOCK, 0, 0, 720, 0 } },
		{ "tomorrow midnight", TEXT_OK, { UNTIL_TOMORROW, 0, 0, 0, 0 } },
		{ "monday 12:30pm", TEXT_OK, { UNTIL_WEEKDAY, 0, MONDAY, 750, 0 } },
		{ "2026\xe2\x80\x91"
		  "12\xe2\x80\x91"
		  "24 9am",
		  TEXT_OK,
		  { UNTIL_DATE, 0, 0, 540, 20811 } },
		{ "13pm", TEXT_BAD_TIME, { 0 } },
		{ "0 am", TEXT_BAD_TIME, { 0 } },
		{ "401days", TEXT_RANGE, { 0 } },
		{ "99999999999999999999h", TEXT_RANGE, { 0 } },
		{ "1e300", TEXT_BAD_UNIT, { 0 } },
		{ "25:00", TEXT_BAD_TIME, { 0 } },
		{ "until 10m", TEXT_BAD_TIME, { 0 } },
		{ "tomorrow morning", TEXT_BAD_TIME, { 0 } },
		{ "monday 9", TEXT_BAD_TIME, { 0 } },
		{ "monday tuesday", TEXT_BAD_TIME, { 0 } },
		{ "14:00 tomorrow", TEXT_TRAILING, { 0 } },
		{ "tomorrow 9:00 sharp", TEXT_TRAILING, { 0 } },
	};
	struct rows rows = rows_begin(state);
	for (size_t i = 0; i < ROWS(cases); i++) {
		const struct until *want = &cases[i].until;
		struct until until = { 0 };
		enum text_error error = until_read(cases[i].text, &until);
		row_check(&rows,
			  error == cases[i].error && until.kind == want->kind &&
				  until.length == want->length && until.weekday == want->weekday &&
				  until.minute == want->minute && until.day == want->day,
			  "\"%s\": error %d, kind %d, weekday %d, minute %d", cases[i].text, error,
			  until.kind, until.weekday, until.minute);
	}
	rows_end(&rows);
}

static struct plan plan_of(const char *hours, int day_starts)
{
	struct plan plan = { .day_starts = day_starts * USEC_PER_MIN };
	if (hours[0] == '\0')
		return plan;
	plan.hours.count = 1;
	if (hours_read(hours, &plan.hours.hours[0]) != TEXT_OK)
		fail_msg("a test says \"%s\" for hours", hours);
	return plan;
}

#define OFFICE "Mon..Fri 08:00-18:00"
#define NIGHT "22:00-06:00"

/* Moments are UTC. 2026-11-09 is a Monday; Berlin is an hour ahead of UTC then. */
static void times_are_moments(void **state)
{
	static const struct {
		const char *text, *hours;
		const struct zone *zone;
		const char *now, *until;
	} cases[] = {
		{ "10m", OFFICE, &berlin, "2026-11-09 11:00:07.5", "2026-11-09 11:10:07.5" },
		{ "2h", OFFICE, &berlin, "2026-03-29 00:30", "2026-03-29 02:30" },
		{ "1us", OFFICE, &berlin, "2026-11-09 11:00", "2026-11-09 11:00:00.000001" },
		/* The next time the clock shows it. */
		{ "14:00", OFFICE, &berlin, "2026-11-09 11:00", "2026-11-09 13:00" },
		{ "14:00", OFFICE, &berlin, "2026-11-09 13:00", "2026-11-10 13:00" },
		{ "14:00", OFFICE, &berlin, "2026-11-09 12:59:59.999999", "2026-11-09 13:00" },
		{ "1:00", OFFICE, &berlin, "2026-11-09 22:00", "2026-11-10 00:00" },
		{ "24:00", OFFICE, &berlin, "2026-11-09 22:00", "2026-11-09 23:00" },
		{ "0:00", OFFICE, &berlin, "2026-11-09 22:00", "2026-11-09 23:00" },
		{ "14:00", OFFICE, &kathmandu, "2026-11-09 08:14:59", "2026-11-09 08:15" },
		{ "14:00", OFFICE, &utc_zone, "1969-12-31 13:00", "1969-12-31 14:00" },
		{ "2:30", OFFICE, &berlin, "2026-03-29 00:30", "2026-03-29 01:00" },
		{ "2:30", OFFICE, &berlin, "2026-03-29 01:00", "2026-03-30 00:30" },
		{ "2:30", OFFICE, &berlin, "2026-10-24 23:00", "2026-10-25 00:30" },
		{ "2:30", OFFICE, &berlin, "2026-10-25 00:30", "2026-10-25 01:30" },
		{ "2:30", OFFICE, &berlin, "2026-10-25 00:45", "2026-10-25 01:30" },
		{ "2:30", OFFICE, &berlin, "2026-10-25 01:10", "2026-10-25 01:30" },
		{ "2:30", OFFICE, &berlin, "2026-10-25 01:30", "2026-10-26 01:30" },
		{ "1:45", OFFICE, &lord_howe, "2026-04-04 15:00", "2026-04-04 15:15" },
		{ "0:00", OFFICE, &nuuk, "2026-10-25 00:30", "2026-10-25 02:00" },
		{ "23:30", OFFICE, &nuuk, "2026-10-25 01:10", "2026-10-25 01:30" },
		/* Tomorrow: when hours start; the day changes at 04:00. */
		{ "tomorrow", OFFICE, &berlin, "2026-11-09 11:00", "2026-11-10 07:00" },
		{ "tomorrow", OFFICE, &berlin, "2026-11-10 01:00", "2026-11-10 07:00" },
		{ "tomorrow", OFFICE, &berlin, "2026-11-10 02:59:59", "2026-11-10 07:00" },
		{ "tomorrow", OFFICE, &berlin, "2026-11-10 03:00", "2026-11-11 07:00" },
		{ "tomorrow", OFFICE, &berlin, "2026-11-13 11:00", "2026-11-16 07:00" },
		{ "tomorrow", OFFICE, &berlin, "2026-12-31 11:00", "2027-01-01 07:00" },
		{ "tomorrow", OFFICE, &berlin, "2028-02-28 11:00", "2028-02-29 07:00" },
		{ "tomorrow", "08:00-20:00", &berlin, "2026-03-28 11:00", "2026-03-29 06:00" },
		{ "tomorrow", "08:00-20:00", &berlin, "2026-10-24 11:00", "2026-10-25 07:00" },
		{ "tomorrow", NIGHT, &berlin, "2026-11-09 14:00", "2026-11-10 21:00" },
		{ "tomorrow", NIGHT, &berlin, "2026-11-10 02:00", "2026-11-10 21:00" },
		{ "tomorrow", "04:00-12:00", &berlin, "2026-11-09 11:00", "2026-11-10 03:00" },
		{ "tomorrow", "", &berlin, "2026-11-09 11:00", "2026-11-10 03:00" },
		{ "tomorrow", "00:00-24:00", &berlin, "2026-11-09 11:00", "2026-11-10 03:00" },
		{ "tomorrow 9:00", OFFICE, &berlin, "2026-11-09 11:00", "2026-11-10 08:00" },
		{ "tomorrow 9:00", OFFICE, &berlin, "2026-11-10 00:30", "2026-11-10 08:00" },
		{ "tomorrow 9:00", OFFICE, &berlin, "2026-11-13 11:00", "2026-11-14 08:00" },
		{ "tomorrow 0:30", OFFICE, &berlin, "2026-11-09 11:00", "2026-11-09 23:30" },
		{ "tomorrow 0:30", OFFICE, &berlin, "2026-11-10 00:30", "2026-11-10 23:30" },
		{ "tomorrow 24:00", OFFICE, &berlin, "2026-11-09 11:00", "2026-11-10 23:00" },
		{ "tomorrow 2:30", OFFICE, &berlin, "2026-03-28 11:00", "2026-03-29 01:00" },
		/* A day of the week, never today. */
		{ "tuesday", OFFICE, &berlin, "2026-11-09 11:00", "2026-11-10 07:00" },
		{ "monday", OFFICE, &berlin, "2026-11-09 11:00", "2026-11-16 07:00" },
		{ "sunday", OFFICE, &berlin, "2026-11-09 11:00", "2026-11-16 07:00" },
		{ "saturday", "", &berlin, "2026-11-09 11:00", "2026-11-14 03:00" },
		{ "tuesday", OFFICE, &berlin, "2026-11-10 01:00", "2026-11-10 07:00" },
		{ "monday", OFFICE, &berlin, "2026-11-10 01:00", "2026-11-16 07:00" },
		{ "monday 9:00", OFFICE, &berlin, "2026-11-08 11:00", "2026-11-09 08:00" },
		{ "monday 23:00", OFFICE, &berlin, "2026-11-09 11:00", "2026-11-16 22:00" },
		{ "tuesday 0:30", OFFICE, &berlin, "2026-11-09 11:00", "2026-11-09 23:30" },
		{ "tuesday 0:30", OFFICE, &berlin, "2026-11-10 00:30", "2026-11-16 23:30" },
		{ "sun 2:30", OFFICE, &berlin, "2026-03-28 11:00", "2026-03-29 01:00" },
		/* A date, which may have passed. */
		{ "2026-12-24", OFFICE, &berlin, "2026-11-09 11:00", "2026-12-24 07:00" },
		{ "2026-12-26", OFFICE, &berlin, "2026-11-09 11:00", "2026-12-28 07:00" },
		{ "2026-12-26", "", &berlin, "2026-11-09 11:00", "2026-12-26 03:00" },
		{ "2026-12-24 0:30", OFFICE, &berlin, "2026-11-09 11:00", "2026-12-23 23:30" },
		{ "2026-11-09 20:00", OFFICE, &berlin, "2026-11-09 11:00", "2026-11-09 19:00" },
		{ "2026-11-02", OFFICE, &berlin, "2026-11-09 11:00", "2026-11-02 07:00" },
	};
	struct rows rows = rows_begin(state);
	for (size_t i = 0; i < ROWS(cases); i++) {
		struct plan plan = plan_of(cases[i].hours, 240);
		struct until until;
		struct realtime now = utc(cases[i].now);
		assert_int_equal(until_read(cases[i].text, &until), TEXT_OK);
		struct realtime real = until_resolve(&until, &plan, cases[i].zone, now);
		row_check(&rows, real.us == utc(cases[i].until).us, "%s at %s in %s: %lld",
			  cases[i].text, cases[i].now, cases[i].zone->name,
			  (long long)(real.us / USEC_PER_SEC));
	}
	rows_end(&rows);
}

/* Every form, every 20 minutes of weeks with a change, any start of the day. */
static void what_is_meant_is_to_come(void **state)
{
	static const char *const texts[] = { "1us",       "0:00",          "2:30",
					     "24:00",     "tomorrow",      "tomorrow 0:30",
					     "sun",       "sun 2:30",      "mon 0:30",
					     "sat 23:45", "tomorrow 24:00" };
	static const struct zone *const zones[] = { &berlin, &lord_howe, &havana, &nuuk, &nowhere };
	struct rows rows = rows_begin(state);
	for (size_t i = 0; i < ROWS(texts) * ROWS(zones) * 3; i++) {
		const struct zone *zone = zones[i % ROWS(zones)];
		const char *text = texts[i / ROWS(zones) % ROWS(texts)];
		struct plan plan = plan_of(NIGHT, (int)(i / ROWS(zones) / ROWS(texts)) * 150);
		struct until until;
		assert_int_equal(until_read(text, &until), TEXT_OK);
		for (int change = 0; change < zone->count; change++) {
			struct realtime now = { zone->changes[change].at.us - 2 * USEC_PER_DAY };
			for (int step = 0; step < 4 * 72; step++, now.us += 20 * USEC_PER_MIN) {
				struct realtime real = until_resolve(&until, &plan, zone, now);
				row_check(&rows,
					  real.us > now.us && real.us < now.us + 9 * USEC_PER_DAY,
					  "%s in %s at %lld", text, zone->name,
					  (long long)(now.us / USEC_PER_SEC));
			}
		}
	}
	rows_end(&rows);
}

static void reminders_are_found(void **state)
{
	static const struct reminder reminders[] = { { .name = "desk" }, { .name = "bedtime" } };
	static const struct plan plan = { .count = 2, .reminders = reminders }, empty = { 0 };
	struct rows rows = rows_begin(state);
	row_check(&rows, plan_find(&plan, "desk") == 0, "desk");
	row_check(&rows, plan_find(&plan, "bedtime") == 1, "bedtime");
	row_check(&rows, plan_find(&plan, "Desk") == -1, "Desk");
	row_check(&rows, plan_find(&plan, "bed") == -1, "bed");
	row_check(&rows, plan_find(&plan, "") == -1, "no name");
	row_check(&rows, plan_find(&empty, "desk") == -1, "in an empty plan");
	rows_end(&rows);
}

static void the_nearest_time_is_found(void **state)
{
	static const struct {
		const char *word, *nearest;
	} cases[] = {
		{ "tomorow", "tomorrow" },  { "tommorow", "tomorrow" },
		{ "mondy", "monday" },      { "wendesday", "wednesday" },
		{ "satruday", "saturday" }, { "desk", NULL },
		{ "water", NULL },          { "today", NULL },
		{ "9:00", NULL },           { "", NULL },
	};
	struct rows rows = rows_begin(state);
	for (size_t i = 0; i < ROWS(cases); i++) {
		const char *nearest = until_nearest(cases[i].word);
		bool good = cases[i].nearest ? nearest && strcmp(nearest, cases[i].nearest) == 0
					     : nearest == NULL;
		row_check(&rows, good, "\"%s\" is near \"%s\"", cases[i].word,
			  nearest ? nearest : "(none)");
	}
	rows_end(&rows);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(forms_are_read),      cmocka_unit_test(the_nearest_time_is_found),
		cmocka_unit_test(times_are_moments),   cmocka_unit_test(what_is_meant_is_to_come),
		cmocka_unit_test(reminders_are_found),
	};
	return cmocka_run_group_tests_name("core/until", tests, NULL, NULL);
}
