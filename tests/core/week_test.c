/* The week by `hours`, its line, the card that has it, and the offer of half as many cards. */
#include <string.h>

#include "core/model/week.h"
#include "core/policy/week_card.h"
#include "core/words/card_text.h"
#include "core/words/week_text.h"
#include "tests/rows.h"

static int32_t day_of(const char *text)
{
	int32_t day;
	assert_true(date_read(text, &day));
	return day;
}

static void weeks(void **state)
{
	static const struct {
		const char *hours, *day, *first, *ends;
	} cases[] = {
		{ NULL, "2026-11-27", "2026-11-23", "2026-11-27" },
		{ "08:00-20:00", "2026-11-29", "2026-11-23", "2026-11-27" },
		{ "Mon..Fri 9:00-17:00", "2026-11-23", "2026-11-23", "2026-11-27" },
		{ "Mon..Fri 9:00-17:00", "2026-11-22", "2026-11-16", "2026-11-20" },
		{ "Mon..Thu 9:00-17:00", "2026-11-27", "2026-11-23", "2026-11-26" },
		{ "Sun..Thu 9:00-17:00", "2026-11-27", "2026-11-22", "2026-11-26" },
		{ "Sun..Thu 9:00-17:00", "2026-11-29", "2026-11-29", "2026-12-03" },
		{ "Sat,Sun 9:00-17:00", "2026-11-27", "2026-11-21", "2026-11-22" },
		{ "Mon,Wed,Fri 9:00-17:00", "2026-11-24", "2026-11-23", "2026-11-27" },
		{ "Wed 9:00-17:00", "2026-11-24", "2026-11-18", "2026-11-18" },
		{ "Mon..Sat 9:00-17:00", "2026-11-29", "2026-11-23", "2026-11-28" },
		{ "Mon..Fri 22:00-06:00", "2027-01-01", "2026-12-28", "2027-01-01" },
	};
	struct rows rows = rows_begin(state);
	for (size_t i = 0; i < ROWS(cases); i++) {
		struct plan plan = { 0 };
		if (cases[i].hours) {
			plan.hours.count = 1;
			assert_int_equal(hours_read(cases[i].hours, plan.hours.hours), TEXT_OK);
		}
		struct week week = week_of(&plan, day_of(cases[i].day));
		row_check(&rows,
			  week.first == day_of(cases[i].first) &&
				  week.ends == day_of(cases[i].ends),
			  "%s with %s: %d, %d days", cases[i].day,
			  cases[i].hours ? cases[i].hours : "none", (int)week.first,
			  (int)(week.ends - week.first));
	}
	rows_end(&rows);
}

struct counts {
	int done, natural, skipped, perhaps, not_shown, longest, cramps;
};

static struct day day_make(struct counts counts)
{
	struct day day = { 0 };
	day.fields[DAY_OUTCOMES + OUTCOME_DONE] = counts.done;
	day.fields[DAY_OUTCOMES + OUTCOME_NATURAL] = counts.natural;
	day.fields[DAY_OUTCOMES + OUTCOME_SKIPPED] = counts.skipped;
	day.fields[DAY_OUTCOMES + OUTCOME_PERHAPS] = counts.perhaps;
	day.fields[DAY_OUTCOMES + OUTCOME_NOT_SHOWN] = counts.not_shown;
	day.fields[DAY_SPANS] = counts.longest > 0;
	day.fields[DAY_LONGEST] = counts.longest * 60;
	day.fields[DAY_CRAMPS] = counts.cramps;
	day.fields[DAY_ROWS] = counts.done + counts.natural + counts.skipped + counts.perhaps +
			       counts.not_shown + (counts.longest > 0) + counts.cramps;
	return day;
}

static void lines(void **state)
{
	static const struct {
		struct counts is, before;
		const char *line;
	} cases[] = {
		{ { 19, 12, 7, 0, 0, 110, 2 },
		  { 0, 0, 0, 0, 0, 140, 4 },
		  "31 of 38 breaks, 12 by yourself; longest sit 1 h 50 min (2 h 20 min last week); "
		  "cramps 2 (4)" },
		{ { 1, 0, 0, 9, 9, 0, 0 }, { 0 }, "1 of 1 break, 0 by yourself" },
		{ { 0, 0, 0, 9, 9, 0, 0 }, { 9, 9, 9, 0, 0, 9, 0 }, "" },
		{ { 0, 0, 0, 0, 0, 59, 0 }, { 0 }, "longest sit 59 min" },
		{ { 0, 0, 0, 0, 0, 0, 0 }, { .cramps = 3 }, "cramps 0 (3)" },
		{ { .cramps = 3 }, { .done = 1 }, "cramps 3 (0)" },
		{ { .cramps = 3 }, { 0 }, "cramps 3" },
		{ { .longest = 600 }, { .longest = 601 }, "longest sit 10 h (10 h last week)" },
	};
	struct rows rows = rows_begin(state);
	for (size_t i = 0; i < ROWS(cases); i++) {
		struct day is = day_make(cases[i].is), before = day_make(cases[i].before);
		char line[SENTENCE_SIZE];
		week_say(&is, &before, NULL, line);
		row_check(&rows, strcmp(line, cases[i].line) == 0, "%s", line);
	}
	rows_end(&rows);
}

/* Of water in millilitres, the number of scores, and their sum. */
static void diary_lines(void **state)
{
	static const struct {
		int32_t water, scores, sum, water_before, scores_before, sum_before;
		bool ounces;
		const char *before, *line;
	} cases[] = {
		{ 0, 0, 0, 500, 1, 5, false, "cramps 1 (0)", "cramps 1 (0)" },
		{ 250, 0, 0, 0, 0, 0, false, "", "water 250 ml" },
		{ 1950, 0, 0, 999, 0, 0, false, "", "water 2.0 l (999 ml)" },
		{ 1949, 0, 0, 0, 0, 0, false, "", "water 1.9 l" },
		{ 2000, 0, 0, 250, 0, 0, true, "", "water 68 oz (8 oz)" },
		{ 0, 1, 4, 0, 0, 0, false, "", "trouble 4.0 of 10" },
		{ 250, 3, 8, 0, 2, 0, false, "cramps 1 (0)",
		  "cramps 1 (0); water 250 ml; trouble 2.7 of 10 (0.0)" },
	};
	struct rows rows = rows_begin(state);
	for (size_t i = 0; i < ROWS(cases); i++) {
		struct day is = { .fields = { [DAY_WATER] = cases[i].water,
					      [DAY_SCORES] = cases[i].scores,
					      [DAY_SCORE_SUM] = cases[i].sum } };
		struct day before = { .fields = { [DAY_WATER] = cases[i].water_before,
						  [DAY_SCORES] = cases[i].scores_before,
						  [DAY_SCORE_SUM] = cases[i].sum_before } };
		char line[SENTENCE_SIZE];
		snprintf(line, sizeof(line), "%s", cases[i].before);
		week_diary_say(&is, &before, cases[i].ounces, NULL, line);
		row_check(&rows, strcmp(line, cases[i].line) == 0, "%s", line);
	}
	rows_end(&rows);
}

static void offers(void **state)
{
	static const struct {
		const char *name, *first;
		struct counts is, before;
		int every; /* minutes */
		bool offered;
	} cases[] = {
		{ "most of two weeks",
		  "2026-11-23",
		  { .done = 4, .natural = 6 },
		  { .done = 4, .natural = 6 },
		  50,
		  true },
		{ "the week between",
		  "2026-11-30",
		  { .done = 4, .natural = 6 },
		  { .done = 4, .natural = 6 },
		  50,
		  false },
		{ "half is not most",
		  "2026-11-23",
		  { .done = 5, .natural = 5 },
		  { .done = 4, .natural = 6 },
		  50,
		  false },
		{ "one week only",
		  "2026-11-23",
		  { .done = 4, .natural = 6 },
		  { .done = 6, .natural = 4 },
		  50,
		  false },
		{ "few cards",
		  "2026-11-23",
		  { .done = 0, .natural = 9 },
		  { .done = 0, .natural = 9 },
		  50,
		  false },
		{ "perhaps counts for nothing",
		  "2026-11-23",
		  { .done = 4, .natural = 6, .perhaps = 99 },
		  { .done = 4, .natural = 6 },
		  50,
		  true },
		{ "an hour is doubled",
		  "2026-11-23",
		  { .done = 0, .natural = 10 },
		  { .done = 0, .natural = 10 },
		  60,
		  true },
		{ "not beyond two hours",
		  "2026-11-23",
		  { .done = 0, .natural = 10 },
		  { .done = 0, .natural = 10 },
		  61,
		  false },
	};
	struct rows rows = rows_begin(state);
	for (size_t i = 0; i < ROWS(cases); i++) {
		struct day is = day_make(cases[i].is), before = day_make(cases[i].before);
		struct reminder reminder = { .name = "desk",
					     .trigger = TRIGGER_SITTING,
					     .every = cases[i].every * USEC_PER_MIN };
		char offer[SENTENCE_SIZE] = "";
		bool offered =
			week_offer(&reminder, day_of(cases[i].first), &is, &before, NULL, offer);
		row_check(&rows,
			  offered == cases[i].offered &&
				  (!offered || strstr(offer, "limber set desk every=")),
			  "%s: %s", cases[i].name, offer);
	}
	rows_end(&rows);
}

static void last_cards(void **state)
{
	static const struct {
		const char *name;
		int hour, minute, last; /* the hour of the last card a week ago; -1: none */
		bool is;
	} cases[] = {
		{ "the afternoon, nothing known", 15, 0, -1, false },
		{ "room for another", 16, 9, -1, false },
		{ "none before the end of hours", 16, 11, -1, true },
		{ "an hour before that of a week ago", 13, 59, 14, false },
		{ "the hour of a week ago", 14, 0, 14, true },
		{ "after it", 15, 30, 14, true },
	};
	struct rows rows = rows_begin(state);
	for (size_t i = 0; i < ROWS(cases); i++) {
		struct reminder reminder = { .every = 50 * USEC_PER_MIN };
		struct plan plan = { .count = 1, .reminders = &reminder, .gap = 30 * USEC_PER_MIN };
		static struct state is;
		struct day before = { 0 };
		plan.hours.count = 1;
		assert_int_equal(hours_read("Mon..Fri 9:00-17:00", plan.hours.hours), TEXT_OK);
		is.at.real = (struct realtime){ day_of("2026-11-27") * USEC_PER_DAY +
						cases[i].hour * USEC_PER_HOUR +
						cases[i].minute * USEC_PER_MIN };
		is.card.id = 1;
		if (cases[i].last >= 0)
			before.fields[DAY_HOURS_ASKED + cases[i].last] = 2;
		row_check(&rows, week_card_last(&plan, &is, &before) == cases[i].is, "%s",
			  cases[i].name);
	}
	rows_end(&rows);
}

/* Only the card of the reminder that counts sitting, on the last day of the week. */
static void cards(void **state)
{
	static const struct {
		const char *name, *day;
		struct card card;
		bool is;
	} cases[] = {
		{ "no card", "2026-11-27", { .id = 0 }, false },
		{ "its card", "2026-11-27", { .id = 1 }, true },
		{ "on another day", "2026-11-26", { .id = 1 }, false },
		{ "of another reminder", "2026-11-27", { .id = 1, .reminder = 1 }, false },
		{ "called for", "2026-11-27", { .id = 1, .called = true }, false },
		{ "played", "2026-11-27", { .id = 1, .played = true }, false },
	};
	struct rows rows = rows_begin(state);
	for (size_t i = 0; i < ROWS(cases); i++) {
		struct reminder reminders[2] = {
			{ .enabled = true, .trigger = TRIGGER_SITTING, .with = -1 },
			{ .enabled = true, .trigger = TRIGGER_AT, .with = -1 },
		};
		struct plan plan = { .count = 2, .reminders = reminders, .setup_done = true };
		static struct state is;
		plan.hours.count = 1;
		assert_int_equal(hours_read("Mon..Fri 9:00-17:00", plan.hours.hours), TEXT_OK);
		is.at.real.us = day_of(cases[i].day) * USEC_PER_DAY + 12 * USEC_PER_HOUR;
		is.card = cases[i].card;
		row_check(&rows, week_card(&plan, &is) == cases[i].is, "%s", cases[i].name);
	}
	rows_end(&rows);
}

static void the_line_is_before_those_that_may_be_left_out(void **state)
{
	static const struct {
		const char *body;
		int spare;
		const char *with;
	} cases[] = {
		{ "How\nWhy", 1, "How\nWeek\nWhy" },
		{ "How", 0, "How\nWeek" },
		{ "Why\nWhen", 2, "Week\nWhy\nWhen" },
		{ "", 0, "Week" },
		{ "How\nWhy\nWhen", 2, "How\nWeek\nWhy\nWhen" },
	};
	struct rows rows = rows_begin(state);
	for (size_t i = 0; i < ROWS(cases); i++) {
		static struct card_text card;
		memset(&card, 0, sizeof(card));
		strcpy(card.body, cases[i].body);
		card.spare = cases[i].spare;
		card_text_line(&card, "Week");
		card_text_line(&card, "");
		row_check(&rows,
			  strcmp(card.body, cases[i].with) == 0 && card.spare == cases[i].spare,
			  "%s: %s", cases[i].body, card.body);
	}
	rows_end(&rows);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(weeks),
		cmocka_unit_test(lines),
		cmocka_unit_test(diary_lines),
		cmocka_unit_test(offers),
		cmocka_unit_test(last_cards),
		cmocka_unit_test(cards),
		cmocka_unit_test(the_line_is_before_those_that_may_be_left_out),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
