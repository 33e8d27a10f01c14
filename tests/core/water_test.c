/* Water: which rows are drinks, and what they sum up to. Stories with their transcripts. */
#include "tests/core/script.h"

/* The kind and the millilitres of the last row of water. */
static void rows_are_drinks(void **state)
{
	static const struct {
		const char *plan, *script;
		enum record_kind kind;
		enum outcome outcome;
		int32_t amount;
	} rows[] = {
		{ "desk water", "drink", RECORD_DRINK, OUTCOME_DONE, 250 },
		{ "desk water", "drink 8oz", RECORD_DRINK, OUTCOME_DONE, 237 },
		{ "desk water", "drink bottle; drink 100ml", RECORD_DRINK, OUTCOME_DONE, 100 },
		{ "desk water", "done water", RECORD_DRINK, OUTCOME_DONE, 250 },
		{ "water", "ring water; +1m; done", RECORD_DRINK, OUTCOME_DONE, 250 },
		{ "water", "ring water; +1m; drink 500ml", RECORD_DRINK, OUTCOME_DONE, 500 },
		{ "water", "ring water; +1m; partly", RECORD_DRINK, OUTCOME_PARTLY, 125 },
		{ "water", "ring water; +1m; partly; done", RECORD_DRINK, OUTCOME_DONE, 250 },
		{ "water", "ring water; +1m; done; partly", RECORD_DRINK, OUTCOME_PARTLY, 125 },
		{ "water", "ring water; +1m; drink 300ml; skip", RECORD_CARD, OUTCOME_SKIPPED, 0 },
		{ "water", "ring water; +1m; drink 300ml; skip; undo", RECORD_DRINK, OUTCOME_DONE,
		  300 },
		{ "water", "ring water; +1m; skip; drink 300ml", RECORD_DRINK, OUTCOME_DONE, 300 },
		{ "water", "ring water; +1m; close; lock; +2m", RECORD_CARD, OUTCOME_NATURAL, 0 },
		{ "desk water water.items=walk", "done water", RECORD_CARD, OUTCOME_DONE, 0 },
		{ "desk water water.items=walk", "drink", RECORD_DRINK, OUTCOME_DONE, 250 },
		{ "desk water", "drink; undo", RECORD_CARD, OUTCOME_NONE, 0 },
		/* A line on the card of desk. */
		{ "desk water", "09:44", RECORD_CARD, OUTCOME_OFFERED, 0 },
		{ "desk water", "09:43; done", RECORD_CARD, OUTCOME_OFFERED, 0 },
		{ "desk water", "09:43; done; drink", RECORD_DRINK, OUTCOME_DONE, 250 },
		{ "desk water", "09:43; done; drink; undo", RECORD_CARD, OUTCOME_OFFERED, 0 },
	};
	struct rows tried = rows_begin(state);
	static struct story story;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		bool good = script_play(&story, rows[i].plan, rows[i].script);
		int index = plan_find(&story.plan.plan, "water");
		const struct record *last = &story.state.reminders[index].last;
		/* An undo brings the row before back; of none, its state is zero. */
		enum outcome outcome = last->outcome;
		row_check(&tried,
			  good && last->kind == rows[i].kind && outcome == rows[i].outcome &&
				  last->amount == rows[i].amount,
			  "%s: %s %s %d: %s", rows[i].script, record_word(last->kind),
			  outcome_word(outcome), last->amount, story.text);
	}
	rows_end(&tried);
}

/* "water TODAY HOUR" */
static void drinks_are_counted_once(void **state)
{
	static const struct row rows[] = {
		{ "one row each", "desk water", "drink; drink 500ml; water; today water",
		  "08:00 #1.1 water glass done, #2.1 water glass done, water 750 750, "
		  "today water 0 cards 2 unasked 2 done" },
		{ "taken back", "desk water", "drink; drink 500ml; undo; water; today",
		  "08:00 #1.1 water glass done, #2.1 water glass done, #2.2 water glass "
		  "taken_back, water 250 250, today 0 cards 1 done" },
		{ "the line of a card is answered, and no other line", "desk air water",
		  "09:45; drink 300ml; water; today",
		  "08:50 show desk walk & air; 08:52 close, #1.1 desk walk unanswered, "
		  "#2.1 air offered; 09:42 show desk hip & air & water glass; "
		  "09:44 close, #3.1 desk hip unanswered, #4.1 air offered, "
		  "#5.1 water glass offered; 09:45 #5.2 water glass done, water 300 300, "
		  "today 2 cards 1 done 2 unanswered 2 offered" },
		{ "so does the word done", "desk air water",
		  "09:45; only shows; done water; today air",
		  "08:50 show desk walk & air; 08:52 close, #1.1 desk walk unanswered, "
		  "#2.1 air offered; 09:42 show desk hip & air & water glass; "
		  "09:44 close, #3.1 desk hip unanswered, #4.1 air offered, "
		  "#5.1 water glass offered; 09:45 today air 2 cards 2 offered" },
		{ "the line of a card that is up is booked once", "desk water",
		  "09:43; drink; done; water; today water",
		  "08:50 show desk walk; 08:52 close, #1.1 desk walk unanswered; "
		  "09:42 show desk hip & water glass; 09:43 #2.1 water glass done, close, "
		  "#3.1 desk hip done, water 250 250, today water 1 cards 1 unasked 1 done" },
		{ "a second one is a row of its own", "desk water",
		  "09:45; only shows; drink; drink; water",
		  "08:50 show desk walk; 08:52 close, #1.1 desk walk unanswered; "
		  "09:42 show desk hip & water glass; 09:44 close, #2.1 desk hip unanswered, "
		  "#3.1 water glass offered; 09:45 water 500 500" },
		{ "after half an hour, too", "desk water desk.most=2",
		  "only shows; 10:20; drink; last water",
		  "08:50 show desk walk; 09:42 show desk hip & water glass; "
		  "10:20 last water due never shown never ended 10:20" },
		{ "a new day", "desk water hours=00:00-24:00",
		  "begin Mon 23:00; drink; Tue 03:59; water; 04:00; water; drink 100ml; water",
		  "23:00 #1.1 water glass done; 23:50 show desk walk; 23:52 close, "
		  "#2.1 desk walk unanswered; Tue 00:42 show desk hip & water glass; "
		  "00:44 close, #3.1 desk hip unanswered, #4.1 water glass offered; "
		  "01:34 show desk stand; 01:36 close, #5.1 desk stand unanswered; "
		  "02:26 show desk walk & water glass; 02:28 close, #6.1 desk walk unanswered, "
		  "#7.1 water glass offered; 03:18 show desk hip; 03:20 close, "
		  "#8.1 desk hip unanswered; 03:59 water 250 0; 04:00 water 0 0, "
		  "#9.1 water glass done, water 100 100" },
		{ "a line of yesterday is not answered today", "desk water hours=00:00-24:00",
		  "begin Mon 02:10; only shows; 03:54; 04:01; drink; water; last water",
		  "03:00 show desk walk; 03:52 show desk hip & water glass; 04:01 water 250 250, "
		  "last water due never shown never ended 04:01" },
		{ "the hour", "desk water",
		  "drink; 08:25; drink 500ml; 08:59; water; 09:10; water; 09:29; water; 09:30; "
		  "water; only shows",
		  "08:00 #1.1 water glass done; 08:25 #2.1 water glass done; 08:50 show desk walk; "
		  "08:52 close, #3.1 desk walk unanswered; 08:59 water 750 750; 09:10 water 750 "
		  "500; "
		  "09:29 water 750 500; 09:30 water 750 0" },
		{ "kept over a restart", "desk water", "drink; 08:05; crash 1m; water",
		  "08:00 #1.1 water glass done; 08:06 water 250 250" },
		{ "a clock that is set back", "desk water",
		  "drink; clock -20m; water; drink; water; clock -1d; water; drink; water",
		  "08:00 #1.1 water glass done; 07:40 water 250 250, #2.1 water glass done, "
		  "water 500 500; Sun 07:40 water 0 0, #3.1 water glass done, water 250 250" },
		{ "no reminder of that name", "desk", "drink; water",
		  "08:00 no_reminder, water 0 0" },
	};
	script_rows(state, rows, sizeof(rows) / sizeof(rows[0]));
}

/* An aim of 2 l in hours from 8 to 18, bed at 22: eight glasses. */
#define AIM "water desk aim=2000 glass=250 hours=08:00-18:00 quiet=22:00-07:00"
#define EVENING "water desk aim=2000 glass=250 hours=08:00-22:00 quiet=22:00-07:00"
#define LATE "water desk aim=2000 glass=250 hours=08:00-24:00 quiet=00:00-07:00"
#define NIGHTS "water desk aim=2000 glass=250 hours=22:00-06:00 quiet=none"
#define ALWAYS "water desk aim=2000 glass=250 hours=00:00-24:00 quiet=none"

static void an_aim_spaces_the_glasses(void **state)
{
	static const struct row rows[] = {
		{ "one in 75 minutes; a line that nobody answers leaves them all", AIM,
		  "only shows; 13:20; next water",
		  "08:50 show desk walk; 09:42 show desk hip & water glass; 10:34 show desk stand; "
		  "11:26 show desk walk & water glass; 12:18 show desk hip & water glass; "
		  "13:10 show desk stand & water glass; 13:20 next water 13:48 13:48" },
		{ "as often as what is left needs", AIM,
		  "only shows; 08:40; drink; next water; drink 1l; next water",
		  "08:40 next water 10:00 10:00, next water 11:46:40 11:46:40" },
		{ "reached: none today, and the same tomorrow", AIM,
		  "only shows; drink 2l; 09:50; Tue 07:55; next water",
		  "08:50 show desk walk; 09:42 show desk hip; 10:34 show desk stand; "
		  "11:26 show desk walk; 12:18 show desk hip; 13:10 show desk stand; "
		  "14:02 show desk walk; 14:54 show desk hip; 15:46 show desk stand; "
		  "16:38 show desk walk; 17:30 show desk hip; Tue 07:55 next water 09:15 09:15" },
		{ "less than half a glass is not asked for", AIM,
		  "only shows; drink 1900ml; 09:50; holds water",
		  "08:50 show desk walk; 09:42 show desk hip; 09:50 holds water gap" },
		{ "asked for again when it is taken back", AIM, "only shows; drink 2l; undo; 09:50",
		  "08:50 show desk walk; 09:42 show desk hip & water glass" },
		{ "never over the ceiling of an hour", AIM " aim=4000",
		  "only shows; 08:05; drink 900ml; next water", "08:05 next water 09:10 09:10" },
		{ "none in the two hours before bed, few in the two before", EVENING,
		  "begin Mon 17:00; only shows; 23:00",
		  "17:50 show desk walk & water glass; 18:42 show desk hip; "
		  "19:34 show desk stand & water glass; 20:26 show desk walk; 21:18 show desk "
		  "hip" },
		{ "bedtime begins the night where quiet does not, wherever it stands in the plan",
		  "bedtime " LATE, "begin Mon 17:00; only shows; 23:00",
		  "17:50 show desk walk & water glass; 18:42 show desk hip; 19:34 show desk stand; "
		  "20:26 show desk walk; 21:30 show bedtime calf + desk hip; 22:22 show desk "
		  "stand" },
		{ "quiet begins it without a bedtime", LATE, "begin Mon 17:00; only shows; 23:00",
		  "17:50 show desk walk & water glass; 18:42 show desk hip & water glass; "
		  "19:34 show desk stand & water glass; 20:26 show desk walk & water glass; "
		  "21:18 show desk hip; 22:10 show desk stand" },
		{ "hours that begin after bedtime are no night", "bedtime " NIGHTS,
		  "begin Mon 20:00; only shows; next water", "20:00 next water 22:00 22:00" },
		{ "asked again when the sleep is over", "bedtime " ALWAYS,
		  "begin Mon 20:00; only shows; next water", "20:00 next water 06:22:30 06:22:30" },
		{ "a glass that the ceiling moves into the night is one of tomorrow's",
		  ALWAYS " aim=4000 quiet=00:00-04:00",
		  "begin Mon 20:55; only shows; drink 900ml; next water",
		  "20:55 next water 05:07:30 05:07:30" },
		{ "without a health answer", AIM, "only shows; 08:40; next water",
		  "08:40 next water 09:15 09:15" },
		{ "a health answer suspends it", AIM " kidney=yes", "only shows; 08:40; next water",
		  "08:40 next water 09:30 09:30" },
		{ "nor for a day where the clock was set back", AIM " aim=4000",
		  "only shows; 08:05; drink 900ml; clock -1d; 09:00",
		  "Sun 08:50 show desk walk & water glass" },
		{ "bed is at bedtime, also where that is the first reminder", "bedtime " EVENING,
		  "only shows; 08:40; next water", "08:40 next water 09:26:15 09:26:15" },
		{ "the ceiling ends in hours that are over: as of the next day",
		  AIM " aim=4000 hours=04:00-20:00 quiet=none",
		  "begin Mon 19:00; only shows; drink 900ml; next water",
		  "19:00 next water 05:00 05:00" },
	};
	script_rows(state, rows, sizeof(rows) / sizeof(rows[0]));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_aim_spaces_the_glasses),
		cmocka_unit_test(rows_are_drinks),
		cmocka_unit_test(drinks_are_counted_once),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
