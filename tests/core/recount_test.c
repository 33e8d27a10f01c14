/* What the state has of rows of history that another program removed. */
#include "tests/core/script.h"

#include "core/policy/recount.h"

static struct record row_of(const char *name, enum record_kind kind, enum outcome outcome,
			    int32_t amount)
{
	struct record row = {
		.kind = kind, .outcome = outcome, .amount = amount, .shown = { 1 }, .ended = { 2 }
	};
	snprintf(row.reminder, sizeof(row.reminder), "%s", name);
	return row;
}

static void counts_are_those_of_the_rows_left(void **state)
{
	(void)state;
	static struct story story;
	static struct recount counts;
	script_play(&story, "desk water", "done desk; drink; drink 500ml; skip water");
	struct state *is = &story.state;
	assert_int_equal(water_today(&story.plan.plan, is, story.now), 750);
	counts = (struct recount){ .day = is->today.day, .gone = 2 };
	const struct record rows[] = {
		row_of("desk", RECORD_CARD, OUTCOME_PARTLY, 0),
		row_of("water", RECORD_DRINK, OUTCOME_DONE, 300),
		row_of("gone", RECORD_CARD, OUTCOME_DONE, 0),
		row_of("water", RECORD_CARD, OUTCOME_NONE, 0),
		row_of("", RECORD_SITTING, OUTCOME_DONE, 0),
	};
	for (size_t i = 0; i < ROWS(rows); i++)
		recount_add(&counts, &story.plan.plan, &rows[i]);
	story_send(&story, (struct event){ .kind = EVENT_RECOUNT, .recount = &counts });
	assert_int_equal(is->today.outcomes[OUTCOME_DONE], 2);
	assert_int_equal(is->today.outcomes[OUTCOME_PARTLY], 1);
	assert_int_equal(is->today.outcomes[OUTCOME_SKIPPED], 0);
	assert_int_equal(is->reminders[0].today.outcomes[OUTCOME_PARTLY], 1);
	assert_int_equal(is->reminders[0].today.outcomes[OUTCOME_DONE], 0);
	assert_int_equal(is->reminders[0].today.unasked, 0);
	assert_int_equal(water_today(&story.plan.plan, is, story.now), 300);
	assert_int_not_equal(is->reminders[0].last.sequence, 0);
	assert_int_equal(is->reminders[1].last.sequence, 0);
	assert_int_not_equal(is->undo.kind, UNDO_NOTHING);
	counts.undo_gone = true;
	counts.day++;
	story_send(&story, (struct event){ .kind = EVENT_RECOUNT, .recount = &counts });
	assert_int_equal(is->undo.kind, UNDO_NOTHING);
	/* A recorded day has no counts. */
	story_send(&story, (struct event){ .kind = EVENT_RECOUNT });
	assert_int_equal(water_today(&story.plan.plan, is, story.now), 300);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(counts_are_those_of_the_rows_left),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
