/* The sums of the diary, the reasons to see somebody, and its entries in the state. */
#include "core/model/diary_sum.h"
#include "core/policy/step.h"
#include "core/words/diary_text.h"
#include "tests/core/plans.h"
#include "tests/core/zones.h"

enum { TODAY = 20000 };

/* "w0.03" a cramp that woke the user at 3:00 of the day 0 days ago; "c3" a cramp of 3 days ago;
 * "s7=4" a score; "n2" numbness; "x" before it: taken back. */
static void rows_add(struct diary_sum *sum, const char *text)
{
	char copy[128];
	snprintf(copy, sizeof(copy), "%s", text);
	for (char *word = strtok(copy, " "); word; word = strtok(NULL, " ")) {
		bool gone = word[0] == 'x';
		char kind = word[gone];
		char *end;
		long ago = strtol(word + gone + 1, &end, 10);
		long value = *end ? strtol(end + 1, NULL, 10) : 12;
		struct record row = { .kind = kind == 's' ? RECORD_SCORE : RECORD_CRAMP,
				      .outcome = gone ? OUTCOME_NONE : OUTCOME_DONE,
				      .day = TODAY - (int32_t)ago,
				      .zone = 3600 };
		int64_t hour = kind == 'w' ? value : 12;
		row.ended.us = ((int64_t)(TODAY - ago) * 24 + hour - 1) * USEC_PER_HOUR;
		if (kind == 's')
			row.amount = (int32_t)value;
		if (kind == 'w') {
			row.marks = DIARY_WOKE;
			row.day -= hour < 4;
		}
		if (kind == 'n')
			row.marks = diary_id(DIARY_SYMPTOM, "numb")->value;
		diary_sum_add(sum, &row);
	}
}

static void reasons_are_found(void **state)
{
	static const struct {
		const char *what, *rows;
		uint32_t reasons;
	} cases[] = {
		{ "nothing", "", 0 },
		{ "two nights", "w0.03 w2.03", 0 },
		{ "three nights", "w0.03 w2.03 w5.02", DIARY_NIGHTS },
		{ "three cramps of one night", "w1.23 w0.01 w0.05", 0 },
		{ "the third night is the seventh one back", "w0.03 w2.03 w6.02", DIARY_NIGHTS },
		{ "it is the eighth", "w0.03 w2.03 w7.02", 0 },
		{ "the second half of a night is the same night", "w0.03 w1.23 w3.03", 0 },
		{ "one was taken back", "w0.03 xw2.03 w5.02", 0 },
		{ "cramps that woke nobody", "c0 c2 c4", 0 },
		{ "a warning sign", "n0", DIARY_SIGN },
		{ "six days ago", "n6", DIARY_SIGN },
		{ "seven days ago", "n7", 0 },
		{ "taken back", "xn0", 0 },
		{ "more cramps twice", "c15 c8 c9 c0 c1 c2", DIARY_WORSE },
		{ "more cramps once", "c8 c0 c1", 0 },
		{ "as many", "c15 c8 c9 c0 c1", 0 },
		{ "fewer again", "c15 c8 c9 c10 c0 c1", 0 },
		{ "nothing is known of the week before", "c8 c0 c1 c2", 0 },
		{ "no cramp in it, but scores", "s15=2 c8 c0 c1", DIARY_WORSE },
		{ "higher scores twice", "s15=2 s16=2 s8=3 s9=3 s0=4 s1=4", DIARY_WORSE },
		{ "by the mean", "s15=2 s16=2 s8=9 s9=1 s10=1 s0=4 s1=4", DIARY_WORSE },
		{ "the same mean", "s15=2 s16=2 s8=3 s9=3 s0=3 s1=3", 0 },
		{ "one score is no mean", "s15=2 s16=2 s8=3 s9=3 s0=9", 0 },
		{ "lower scores", "s15=9 s16=9 s8=5 s9=5 s0=1 s1=1", 0 },
		{ "all at once", "n0 w0.03 w1.03 w2.03 c8 c9 c15",
		  DIARY_SIGN | DIARY_NIGHTS | DIARY_WORSE },
		{ "of days to come", "w-1.03 w-2.03 w-3.03 n-1", 0 },
		{ "of years ago", "w9000.03 n9000", 0 },
	};
	struct rows rows = rows_begin(state);
	struct realtime now = { ((int64_t)TODAY * 24 + 9 - 1) * USEC_PER_HOUR };
	for (size_t i = 0; i < ROWS(cases); i++) {
		struct diary_sum sum = diary_sum_begin(TODAY, diary_night(now, 3600));
		char said[DIARY_REASONS][DIARY_SAID];
		rows_add(&sum, cases[i].rows);
		uint32_t reasons = diary_reasons(&sum), bits = reasons;
		int count = 0;
		for (; bits; bits &= bits - 1)
			count++;
		row_check(&rows,
			  reasons == cases[i].reasons && diary_reasons_say(&sum, NULL, said) ==
								 (count > 0 ? count + 1 : 0),
			  "%s: %#x", cases[i].what, reasons);
	}
	rows_end(&rows);
}

static void weeks_are_summed(void **state)
{
	struct diary_sum sum = diary_sum_begin(TODAY, TODAY - 1);
	struct record row = { .kind = RECORD_CRAMP,
			      .outcome = OUTCOME_DONE,
			      .day = TODAY - 27,
			      .amount = 8,
			      .marks = DIARY_RATED };
	rows_add(&sum, "c0 c6 w7.03 w7.05 s7=4 s8=7");
	diary_sum_add(&sum, &row);
	row.day--;
	diary_sum_add(&sum, &row);
	assert_int_equal(sum.weeks[0].cramps, 2);
	assert_int_equal(sum.weeks[0].rated, 0);
	assert_int_equal(sum.weeks[1].cramps, 2);
	assert_int_equal(sum.weeks[1].nights, 1);
	assert_int_equal(sum.weeks[1].scores, 2);
	assert_int_equal(sum.weeks[1].score_sum, 11);
	assert_int_equal(sum.weeks[3].cramps, 1);
	assert_int_equal(sum.weeks[3].worst, 8);
}

/* What counts is when it was noted: a cramp of last night is noted in the morning. */
static void entries_noted_later_are_new(void **state)
{
	(void)state;
	struct record row = { .sequence = 8, .ended = { 50 } };
	assert_true(diary_is_new(&row, (struct realtime){ 100 }, 8));
	assert_false(diary_is_new(&row, (struct realtime){ 100 }, 9));
	row.ended.us = 150;
	assert_false(diary_is_new(&row, (struct realtime){ 100 }, 9));
	row.origin = 1;
	assert_true(diary_is_new(&row, (struct realtime){ 100 }, 9));
	row.ended.us = 100;
	assert_false(diary_is_new(&row, (struct realtime){ 100 }, 1));
}

static void kinds_are_kept_in_marks(void **state)
{
	(void)state;
	assert_int_equal(diary_kind(0), CRAMP_COUNT);
	for (enum cramp cramp = 0; cramp < CRAMP_COUNT; cramp++)
		assert_int_equal(diary_kind(diary_kind_bits(cramp) | DIARY_SYMPTOM_BITS |
					    DIARY_WOKE | DIARY_RATED),
				 cramp);
	assert_int_equal(diary_kind(UINT32_MAX), CRAMP_COUNT);
}

/* The row that a step booked; kind RECORD_COUNT for none. */
static struct record booked(const struct result *result)
{
	for (int i = 0; i < result->count; i++)
		if (result->actions[i].kind == ACTION_ROW)
			return result->actions[i].record;
	return (struct record){ .kind = RECORD_COUNT };
}

static void entries_are_booked_and_taken_back(void **state)
{
	static struct state now;
	static struct test_plan plan;
	static struct result result;
	struct event event = { .kind = EVENT_START };
	plan_make(&plan, "desk");
	event.now = (struct moment){ { USEC_PER_HOUR }, utc("2026-11-09 08:00") };
	state_init(&now, &plan.plan, &berlin, event.now);
	step(&plan.plan, &now, &event, &result);
	event.kind = EVENT_BOOK;
	event.book.row = (struct record){ .kind = RECORD_SCORE,
					  .outcome = OUTCOME_DONE,
					  .amount = 4,
					  .ended = utc("2026-11-08 02:00") };
	event.book.before = (struct record){ 0 };
	step(&plan.plan, &now, &event, &result);
	struct record first = booked(&result);
	assert_int_equal(first.kind, RECORD_SCORE);
	assert_int_equal(first.sequence, 1);
	assert_int_equal(first.revision, 1);
	assert_int_equal(first.zone, 3600);
	assert_int_equal(first.day,
			 civil_day((struct civil){ .year = 2026, .month = 11, .day = 8 }) -
				 (plan.plan.day_starts > 3 * USEC_PER_HOUR));
	event.book.row = event.book.before = first;
	event.book.row.amount = 6;
	step(&plan.plan, &now, &event, &result);
	assert_int_equal(booked(&result).sequence, 1);
	assert_int_equal(booked(&result).revision, 2);
	event.kind = EVENT_UNDO;
	step(&plan.plan, &now, &event, &result);
	assert_int_equal(result.undone, UNDO_BOOK);
	assert_int_equal(booked(&result).revision, 3);
	assert_int_equal(booked(&result).amount, 4);
	step(&plan.plan, &now, &event, &result);
	assert_int_equal(result.answer, ANSWER_NOTHING_TO_UNDO);
	event.kind = EVENT_BOOK;
	event.book.row = (struct record){ .kind = RECORD_CRAMP,
					  .outcome = OUTCOME_DONE,
					  .item = "calf",
					  .sides = SIDES_LEFT,
					  .amount = 7,
					  .marks = DIARY_WOKE };
	step(&plan.plan, &now, &event, &result);
	assert_int_equal(booked(&result).sequence, 2);
	event.kind = EVENT_UNDO;
	step(&plan.plan, &now, &event, &result);
	struct record gone = booked(&result);
	assert_int_equal(gone.outcome, OUTCOME_NONE);
	assert_int_equal(gone.revision, 2);
	/* Nothing of what it was about is kept. */
	assert_int_equal(gone.marks | gone.sides | (uint32_t)gone.amount, 0);
	assert_string_equal(gone.item, "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(reasons_are_found),
		cmocka_unit_test(weeks_are_summed),
		cmocka_unit_test(entries_noted_later_are_new),
		cmocka_unit_test(kinds_are_kept_in_marks),
		cmocka_unit_test(entries_are_booked_and_taken_back),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
