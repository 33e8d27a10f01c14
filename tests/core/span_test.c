/* Spans of sitting and absences, as history has them. Days begin at 08:00, with the user there. */
#include "core/policy/record.h"
#include "tests/core/script.h"

static void spans(void **state)
{
	static const struct row rows[] = {
		{ "an absence ends a span; both are known when it is over", "desk",
		  "only spans; 08:30; lock; 08:40; unlock; 09:00",
		  "08:40 sat 08:00 30m, away 08:30 10m locked" },
		{ "the sitting is known as soon as a step sees that it counts", "desk",
		  "only spans; 08:30; lock; 08:35; timer; 08:40; unlock",
		  "08:35 sat 08:00 30m; 08:40 away 08:30 10m locked" },
		{ "too short to count", "desk",
		  "only spans; 08:30; lock; +50s; unlock; 09:00; lock; 09:10; unlock",
		  "09:10 sat 08:00 60m, away 09:00 10m locked" },
		{ "every reason is named", "desk",
		  "only spans; 08:30; lock; 08:31; sleep; 12:30; wake; unlock",
		  "12:30 sat 08:00 30m, away 08:30 240m locked asleep" },
		{ "less than a minute of sitting is none", "desk",
		  "only spans; 08:30; lock; 08:40; unlock; +50s; lock; 09:00; unlock",
		  "08:40 sat 08:00 30m, away 08:30 10m locked; 09:00 away 08:40 19m locked" },
		{ "limberd was stopped in between", "desk",
		  "only spans; 08:30; stop 10m; 09:00; lock; 09:10; unlock",
		  "08:40 sat 08:00 30m, away 08:30 10m down; 09:01 sat 08:40 20m; "
		  "09:10 away 09:00 10m locked" },
		{ "limberd was restarted", "desk",
		  "only spans; 08:30; stop 1m; 09:00; lock; 09:10; unlock",
		  "09:10 sat 08:00 60m, away 09:00 10m locked" },
		{ "a night switched off", "desk", "only spans; 20:00; halt 12h; 09:00",
		  "Tue 08:00 sat 08:00 720m, away 20:00 720m down" },
		{ "away already when it was switched off", "desk",
		  "only spans; 19:00; lock; 20:00; timer; halt 12h; 09:00",
		  "20:00 sat 08:00 660m; Tue 08:00 away 19:00 780m locked" },
		{ "a correction by nothing", "desk", "only spans; 09:00; sat 0m; 09:30; lock", "" },
		{ "stood, reported afterwards", "desk",
		  "only spans; 09:00; stood 20m; 09:30; lock; 09:40; unlock",
		  "09:00 sat 08:00 40m, away 08:40 20m standing; 09:40 sat 09:00 30m, "
		  "away 09:30 10m locked" },
	};
	script_rows(state, rows, ROWS(rows));
}

/* The clock was set back while a card was up. */
static void no_row_begins_after_its_end(void **state)
{
	static struct plan plan;
	static struct state is;
	struct record row = { .ended = { 100 }, .shown = { 200 }, .due = { 300 } };
	(void)state;
	record_number(&plan, &is, &row);
	assert_int_equal(row.shown.us, 100);
	assert_int_equal(row.due.us, 100);
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(spans),
					    cmocka_unit_test(no_row_begins_after_its_end) };
	return cmocka_run_group_tests(tests, NULL, NULL);
}
