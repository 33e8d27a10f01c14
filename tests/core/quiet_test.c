/* Where quiet, the evening card and fixed times go for other hours than those of the default. */
#include "core/foresee/quiet.h"
#include "tests/core/plans.h"
#include "tests/rows.h"

static void ranges_read(const char *text, struct ranges *ret)
{
	char copy[128], *rest = copy;
	ret->count = 0;
	snprintf(copy, sizeof(copy), "%s", text);
	for (char *one = strtok_r(copy, "|", &rest); one; one = strtok_r(NULL, "|", &rest))
		assert_int_equal(hours_read(one, &ret->hours[ret->count++]), TEXT_OK);
}

static void ranges_write(const struct ranges *ranges, char out[128])
{
	int length = 0;
	out[0] = '\0';
	for (int i = 0; i < ranges->count; i++) {
		char text[HOURS_SIZE];
		hours_print(&ranges->hours[i], text);
		length += snprintf(out + length, 128 - (size_t)length, "%s%s", i > 0 ? "|" : "",
				   text);
	}
}

#define NIGHT "22:30-07:00"

static void quiet(void **state)
{
	static const struct {
		const char *hours, *quiet;
		int evenings[2], count;
		const char *becomes; /* NULL: it stays */
	} cases[] = {
		{ "08:00-20:00", NIGHT, { 1290 }, 1, NULL },
		{ "08:00-20:00", NIGHT, { 0 }, 0, NULL },
		{ "Mon..Fri 09:00-17:00", NIGHT, { 1260 }, 1, NULL },
		/* The evening card has 90 min before quiet. */
		{ "08:00-20:00", NIGHT, { 1320 }, 1, "23:30-07:00" },
		{ "08:00-20:00", NIGHT, { 1350 }, 1, "00:00-07:00" },
		{ "08:00-20:00", NIGHT, { 30 }, 1, "02:00-07:00" },
		{ "08:00-20:00", NIGHT, { 1290, 1350 }, 2, "00:00-07:00" },
		{ "08:00-20:00", NIGHT, { 210 }, 1, "22:30-03:30" },
		/* Little would be left of it. */
		{ "08:00-20:00", "22:30-03:00", { 1425 }, 1, "01:15-08:00" },
		/* Hours that begin early or end late cut it. */
		{ "06:00-14:00", NIGHT, { 1290 }, 1, "23:00-06:00" },
		{ "06:00-14:00", NIGHT, { 0 }, 0, "22:30-06:00" },
		{ "14:00-22:00", NIGHT, { 1290 }, 1, NULL },
		{ "14:00-22:00", NIGHT, { 1410 }, 1, "01:00-07:00" },
		{ "15:00-23:30", NIGHT, { 0 }, 0, "23:30-07:00" },
		/* At night it is the other half of the day, or begins after the evening card. */
		{ "22:00-06:00", NIGHT, { 0 }, 0, "08:00-20:00" },
		{ "22:00-06:00", NIGHT, { 450 }, 1, "09:00-20:00" },
		{ "20:00-04:00", NIGHT, { 0 }, 0, "06:00-18:00" },
		{ "22:00-06:00", "12:00-13:00|22:30-07:00", { 0 }, 0, "12:00-13:00|08:00-20:00" },
		/* In the middle of the hours, or where these leave no night. */
		{ "08:00-20:00", NIGHT, { 840 }, 1, NULL },
		{ "00:00-24:00", NIGHT, { 1290 }, 1, NULL },
		{ "00:00-24:00", NIGHT, { 1350 }, 1, "00:00-07:00" },
		{ "08:00-06:00", NIGHT, { 0 }, 0, NULL },
		/* Other days are no reason. */
		{ "Mon..Fri 05:00-13:00", "Sat 22:30-07:00", { 0 }, 0, NULL },
		{ "Sat,Sun 05:00-13:00", NIGHT, { 0 }, 0, "22:30-05:00" },
		{ "08:00-12:00|13:00-23:00", NIGHT, { 0 }, 0, "23:00-07:00" },
		{ "22:00-06:00", "", { 0 }, 0, NULL },
		/* A long break by day is no night. */
		{ "09:00-17:00", NIGHT "|13:00-17:00", { 0 }, 0, NULL },
		{ "09:00-17:00", NIGHT "|13:00-17:00", { 1350 }, 1, "00:00-07:00|13:00-17:00" },
		{ "06:00-14:00",
		  "Mon..Fri 22:30-07:00|Sat,Sun 00:00-07:00",
		  { 0 },
		  0,
		  "Mon..Fri 22:30-06:00|Sat,Sun 00:00-06:00" },
	};
	struct rows rows = rows_begin(state);
	for (size_t i = 0; i < ROWS(cases); i++) {
		struct plan plan = { 0 };
		struct ranges moved;
		char text[128] = "stays";
		ranges_read(cases[i].hours, &plan.hours);
		ranges_read(cases[i].quiet, &plan.quiet);
		if (quiet_moves(&plan, cases[i].evenings, cases[i].count, &moved))
			ranges_write(&moved, text);
		row_check(&rows, strcmp(text, cases[i].becomes ? cases[i].becomes : "stays") == 0,
			  "%s, quiet %s, evening %d: %s", cases[i].hours, cases[i].quiet,
			  cases[i].count ? cases[i].evenings[0] : -1, text);
	}
	rows_end(&rows);
}

static void evening(void **state)
{
	static const struct {
		const char *hours;
		int minute, fits;
	} cases[] = {
		{ "08:00-20:00", 1290, 1290 }, { "09:00-17:00", 1290, 1290 },
		{ "06:00-14:00", 1290, 1290 }, { "14:00-22:00", 1290, 1410 },
		{ "22:00-06:00", 1290, 450 },  { "23:00-07:00", 1290, 510 },
		{ "18:00-02:00", 1290, 210 },  { "00:00-24:00", 1290, 1290 },
		{ "22:00-06:00", 450, 450 },   { "09:00-17:00", 450, 1110 },
	};
	struct rows rows = rows_begin(state);
	for (size_t i = 0; i < ROWS(cases); i++) {
		struct ranges hours;
		ranges_read(cases[i].hours, &hours);
		int fits = quiet_evening(&hours, cases[i].minute);
		row_check(&rows, fits == cases[i].fits, "%s %d: %d", cases[i].hours,
			  cases[i].minute, fits);
	}
	rows_end(&rows);
}

static void times(void **state)
{
	static const struct {
		const char *hours, *quiet, *time, *becomes; /* NULL: it stays */
		const char *before;                         /* hours; NULL: none */
	} cases[] = {
		{ "08:00-20:00", NIGHT, "12:30", NULL, NULL },
		/* Back from night work. */
		{ "09:00-17:00", NIGHT, "Tue..Sat 01:00", "Mon..Fri 12:00", "22:00-06:00" },
		{ "09:00-17:00", NIGHT, "Mon,Wed,Fri 22:30", "Mon,Wed,Fri 09:30", "22:00-06:00" },
		{ "22:00-06:00", "08:00-20:00", "Mon..Fri 12:30", "Tue..Sat 01:30", "09:00-17:00" },
		{ "08:00-20:00", NIGHT, "23:00", "19:45", NULL },
		{ "22:00-06:00", "08:00-20:00", "Mon *-*-01..07 12:15", "Mon *-*-01..07 00:45",
		  NULL },
		{ "22:00-06:00", "08:00-20:00", "Mon..Fri 12:30", "Tue..Sat 01:00", NULL },
		{ "22:00-06:00", "08:00-20:00", "Mon,Wed,Fri 08:45", "Mon,Wed,Fri 22:30", NULL },
		{ "22:00-06:00", "08:00-20:00", "18:00", "04:30", NULL },
		{ "22:00-06:00", "08:00-20:00", "20:00", NULL, NULL },
		/* One that falls at several times of day. */
		{ "22:00-06:00", "08:00-20:00", "9..17/2:00", NULL, NULL },
		{ "22:00-06:00", "22:00-06:00", "23:00", NULL, NULL },
	};
	struct rows rows = rows_begin(state);
	for (size_t i = 0; i < ROWS(cases); i++) {
		struct plan plan = { 0 };
		struct calendar time, moved;
		struct ranges before = { 0 };
		char text[CALENDAR_SIZE] = "stays";
		ranges_read(cases[i].hours, &plan.hours);
		ranges_read(cases[i].quiet, &plan.quiet);
		assert_int_equal(calendar_read(cases[i].time, &time), TEXT_OK);
		if (cases[i].before)
			ranges_read(cases[i].before, &before);
		if (quiet_moves_time(&plan, &before, &time, &moved))
			calendar_print(&moved, text);
		row_check(&rows, strcmp(text, cases[i].becomes ? cases[i].becomes : "stays") == 0,
			  "%s, quiet %s, %s: %s", cases[i].hours, cases[i].quiet, cases[i].time,
			  text);
	}
	rows_end(&rows);
}

static void longest(void **state)
{
	static const struct {
		const char *hours;
		int minutes;
	} cases[] = {
		{ "", 1440 },
		{ "09:00-12:00|13:00-17:30", 270 },
		{ "22:00-06:00", 480 },
		{ "Mon 09:00-12:00|Tue 11:00-15:00", 360 }, /* days are taken together */
		{ "00:00-24:00", 1440 },
	};
	struct rows rows = rows_begin(state);
	for (size_t i = 0; i < ROWS(cases); i++) {
		struct ranges hours;
		ranges_read(cases[i].hours, &hours);
		int found = quiet_longest(&hours);
		row_check(&rows, found == cases[i].minutes, "%s: %d", cases[i].hours, found);
	}
	rows_end(&rows);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(quiet),
		cmocka_unit_test(evening),
		cmocka_unit_test(times),
		cmocka_unit_test(longest),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
