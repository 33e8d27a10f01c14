/*
 * When a reminder is due and when its card is shown: stories with their transcripts. A comment
 * beside a row names a choice that the design leaves open.
 */
#include "tests/core/script.h"

static void ledger(void **state)
{
	static const struct row rows[] = {
		{ "due after 50 min of sitting", "desk", "08:49:59; ledger desk; 09:00",
		  "08:49:59 ledger desk 49:59; " WALK_ENDS },
		{ "an ended card starts it at 0", "desk", "ledger desk; 08:53; ledger desk; 09:43",
		  "08:00 ledger desk 0:00; " WALK_ENDS "; 08:53 ledger desk 1:00; "
		  "09:42 show desk hip" },
		{ "no wake is needed to tell it", "desk", "08:30; ledger desk",
		  "08:30 ledger desk 30:00" },
		{ "a lock of a minute is sitting", "desk",
		  "08:20; lock; 08:21; ledger desk; unlock; ledger desk; 08:51",
		  "08:21 ledger desk 21:00, ledger desk 21:00; 08:50 show desk walk" },
		{ "one of 3 min is not", "desk", "08:20; lock; 08:23; unlock; ledger desk",
		  "08:23 ledger desk 5:00" },
		{ "4 min pay back 4/10, from the first second", "desk",
		  "08:30; lock; 08:34; ledger desk; unlock; ledger desk; 09:14",
		  "08:34 ledger desk 10:00, ledger desk 10:00; 09:14 show desk walk" },
		{ "10 min clear it", "desk", "08:45; lock; 08:55; unlock; ledger desk; 09:46",
		  "08:55 ledger desk 0:00; 09:45 show desk walk" },
		{ "never below 0", "desk", "08:05; lock; 09:05; unlock; ledger desk",
		  "09:05 ledger desk 0:00" },
		{ "it stops growing once due", "desk", "pause +2h; 09:30; ledger desk",
		  "09:30 ledger desk 50:00" },
		{ "a short lock over the due time", "desk", "08:49:40; lock; 08:50:30; unlock",
		  "08:50:30 show desk walk" },
		{ "a long one takes the due time back", "desk",
		  "08:49; lock; 08:52:30; unlock; 09:12", "09:11 show desk walk" },
		{ "an absence ends what was due, silently", "desk",
		  "08:45; pause +30m; 09:00; lock; 09:04; unlock; ledger desk; 09:25",
		  "09:04 ledger desk 30:00; 09:24 show desk walk" },
		{ "a short one does not", "desk",
		  "08:45; pause +30m; 09:00; lock; 09:02; unlock; 09:16", "09:15 show desk walk" },
		{ "a lid shut for two minutes is sitting", "desk",
		  "08:20; sleep; 08:22; wake; ledger desk", "08:22 ledger desk 22:00" },
		{ "but not with a lock", "desk",
		  "08:20; lock; sleep; 08:22; wake; unlock; ledger desk",
		  "08:22 ledger desk 10:00" },
		{ "sleep is an absence", "desk", "08:30; sleep; 12:30; wake; ledger desk; 13:21",
		  "12:30 ledger desk 0:00; 13:20 show desk walk" },
		{ "though its wake comes before the word of it", "desk",
		  "08:49; sleep; 12:30; timer; wake; ledger desk; 12:40",
		  "12:30 ledger desk 0:00" },
		{ "by hand", "desk", "08:30; away; 08:34; back; ledger desk",
		  "08:34 ledger desk 10:00" },
		{ "a short one by hand is sitting too", "desk",
		  "08:30; away; 08:31; back; ledger desk", "08:31 ledger desk 31:00" },
		{ "no input counts from the last one", "desk",
		  "08:33; idle 3m; 08:34; input; ledger desk", "08:34 ledger desk 10:00" },
		{ "reasons overlap: lock and sleep", "desk",
		  "08:30; lock; 08:31; sleep; 08:33; wake; 08:34; unlock; ledger desk",
		  "08:34 ledger desk 10:00" },
		{ "reasons overlap: by hand and lock", "desk",
		  "08:30; away; 08:31; lock; 08:33; back; 08:34; unlock; ledger desk",
		  "08:34 ledger desk 10:00" },
		{ "the earliest first second counts", "desk",
		  "08:32; lock; 08:33; idle 3m; 08:34; unlock; input; ledger desk",
		  "08:34 ledger desk 10:00" },
		{ "one reason twice", "desk",
		  "08:30; lock; 08:32; lock; 08:34; unlock; ledger desk",
		  "08:34 ledger desk 10:00" },
		{ "a reason goes that was not there", "desk", "08:30; unlock; back; ledger desk",
		  "08:30 ledger desk 30:00" },
		{ "two short absences are two", "desk",
		  "08:30; lock; 08:31; unlock; lock; 08:32; unlock; ledger desk",
		  "08:32 ledger desk 32:00" },
		{ "nothing resets a neighbour", "desk eyes",
		  "08:51; done; ledger desk; ledger eyes",
		  "08:50 show desk walk; 08:51 close, #1.1 desk walk done, "
		  "ledger desk 0:00, ledger eyes 51:00" },
		{ "nothing comes of one that is off", "off", "Tue 20:00", "" },
	};
	script_rows(state, rows, ROWS(rows));
}

static void speaks(void **state)
{
	static const struct row rows[] = {
		{ "outside hours nothing, at their start the card", "desk",
		  "begin Mon 06:00; 07:00; holds desk; 08:01",
		  "07:00 holds desk hours; 08:00 show desk walk" },
		{ "up to their last minute", "desk", "begin Mon 19:09; 20:30",
		  "19:59 show desk walk; 20:01 close, #1.1 desk walk unanswered" },
		{ "their end is outside", "desk", "begin Mon 19:10; Tue 08:01",
		  "Tue 08:00 show desk walk" },
		{ "a night away ends what was due", "desk",
		  "begin Mon 19:10; 21:00; lock; Tue 08:30; unlock; Tue 09:21",
		  "Tue 09:20 show desk walk" },
		{ "hours do not bind an at", "bedtime", "begin Mon 21:00; 21:33; last bedtime",
		  "21:30 show bedtime calf; 21:32 close, #1.1 bedtime calf unanswered; "
		  "21:33 last bedtime due 21:30 shown 21:30 ended 21:32" },
		{ "a gap between two cards", "desk eyes", "09:10; holds eyes; 09:51",
		  WALK_ENDS "; 09:10 holds eyes gap; 09:20 show eyes blink; "
			    "09:22 close, #2.1 eyes blink unanswered; 09:50 show desk hip" },
		{ "an at passes it and starts a new one", "desk eyes lunch eyes.every=95m",
		  "begin Mon 11:18; 13:09",
		  "12:08 show desk walk; 12:10 close, #1.1 desk walk unanswered; "
		  "12:30 show lunch; 12:32 close, #2.1 lunch unanswered; "
		  "13:08 show desk hip + eyes blink" },
		{ "one card at a time", "desk lunch",
		  "begin Mon 12:29; ring desk; 12:30; holds lunch; 12:32",
		  "12:29 show desk walk; 12:30 holds lunch card_up; "
		  "12:31 close, #1.1 desk walk unanswered, show lunch" },
		{ "locked: at the unlock", "lunch", "12:29; lock; 12:35; holds lunch; unlock",
		  "12:35 holds lunch locked, show lunch" },
		{ "asleep: at the wake", "lunch", "12:29; sleep; 12:35; wake", "12:35 show lunch" },
		{ "away by hand holds from the first moment", "desk",
		  "08:49:30; away; 08:50:30; holds desk; back",
		  "08:50:30 holds desk away, show desk walk" },
		{ "a late wake is harmless", "bedtime",
		  "begin Mon 21:00; sleep; 21:40; wake; 21:41", "21:40 show bedtime calf" },
		{ "an early one too", "desk", "08:49; timer; timer; 08:51; timer", WALK },
		{ "past its validity it was not shown", "lunch",
		  "12:00; lock; 14:30; unlock; last lunch",
		  "14:00 #1.1 lunch not_shown; 14:30 last lunch due 12:30 shown never ended "
		  "14:00" },
		{ "slept through: once", "bedtime",
		  "begin Mon 21:00; sleep; Tue 08:00; wake; 08:30",
		  "Tue 08:00 #1.1 bedtime calf not_shown" },
		{ "three nights: no burst", "bedtime",
		  "begin Mon 21:00; sleep; Thu 08:00; wake; 08:30",
		  "Thu 08:00 #1.1 bedtime calf not_shown" },
		{ "two at once: one card, the first of the plan leads", "desk eyes",
		  "pause +2h; 10:01", "10:00 show desk walk + eyes blink" },
		{ "two at once, the other way round", "eyes desk", "pause +2h; 10:01",
		  "10:00 show eyes blink + desk walk" },
		{ "its next time comes before it could speak", "meals",
		  "12:00; lock; 13:05; unlock", "13:05 #1.1 meals not_shown, show meals" },
		{ "items in turn, the place kept from day to day", "desk",
		  "only shows; 09:00; lock; Tue 08:00; unlock; 09:00; lock; Wed 08:00; unlock; "
		  "09:00; "
		  "lock; Thu 08:00; unlock; 09:00",
		  "08:50 show desk walk; Tue 08:50 show desk hip; Wed 08:50 show desk stand; "
		  "Thu 08:50 show desk walk" },
		{ "what was due and ended silently keeps its item", "desk",
		  "08:45; pause +30m; 09:00; lock; 09:30; unlock; 10:21", "10:20 show desk walk" },
	};
	script_rows(state, rows, ROWS(rows));
}

/* When a reminder is due and when its card is expected, as in the status. */
static void foreseen(void **state)
{
	static const struct row rows[] = {
		{ "when the ledger is full", "desk", "08:20; next desk",
		  "08:20 next desk 08:50 08:50" },
		{ "at its time", "bedtime", "next bedtime", "08:00 next bedtime 21:30 21:30" },
		{ "tomorrow's", "bedtime", "begin Mon 22:00; next bedtime",
		  "22:00 next bedtime 21:30 21:30" },
		{ "after a snooze", "desk", "08:20; snooze desk +2h; next desk",
		  "08:20 next desk 08:50 10:20" },
		{ "after a pause", "desk", "08:20; pause +2h; next desk",
		  "08:20 next desk 08:50 10:20" },
		{ "after the gap", "desk eyes", "08:55; next eyes",
		  WALK_ENDS "; 08:55 next eyes 09:11 09:20" },
		{ "at the start of hours", "desk", "begin Mon 19:30; next desk",
		  "19:30 next desk 20:20 08:00" },
		{ "a snooze into the night: at the start of hours", "desk",
		  "begin Mon 19:00; snooze desk 21:00; next desk", "19:00 next desk 19:50 08:00" },
		{ "due, and held for a time", "desk", "pause +1h; 08:55; next desk",
		  "08:55 next desk 08:50 09:00" },
		{ "due, and held until something happens", "lunch",
		  "12:00; lock; 12:40; next lunch", "12:40 next lunch 12:30 open" },
		{ "away: a time comes all the same", "lunch", "08:20; lock; 08:30; next lunch",
		  "08:30 next lunch 12:30 12:30" },
		{ "away: nobody knows", "desk", "08:20; lock; 08:30; next desk",
		  "08:30 next desk open open" },
		{ "off", "off", "next off", "08:00 next off open open" },
	};
	script_rows(state, rows, ROWS(rows));
}

static void displays(void **state)
{
	static const struct row rows[] = {
		{ "closed by the user: skipped, not repeated", "desk", "08:51; close; 09:42",
		  WALK "; 08:51 close, #1.1 desk walk skipped; 09:41 show desk hip" },
		{ "lost with its server: unanswered", "desk", "08:51; lost; 09:42",
		  WALK "; 08:51 close, #1.1 desk walk unanswered; 09:41 show desk hip" },
		{ "not shown: due still, tried again later and later", "desk",
		  "display fails; 10:30; holds desk; display comes; 10:33",
		  "08:50 show desk walk; 08:51 show desk walk; 08:53 show desk walk; "
		  "08:57 show desk walk; 09:05 show desk walk; 09:21 show desk walk; "
		  "09:51 show desk walk; 10:21 show desk walk; "
		  "10:30 holds desk no_display, show desk walk; "
		  "10:32 close, #1.1 desk walk unanswered" },
		{ "no server: no try until one comes", "desk",
		  "display none; 08:51; holds desk; alarm; 12:00; display comes; 12:03",
		  "08:51 holds desk no_display, alarm none; 12:00 show desk walk; "
		  "12:02 close, #1.1 desk walk unanswered" },
		{ "a display that returns counts again", "desk",
		  "display fails; 08:55; display comes; 08:58; display fails; only shows; 09:52",
		  "08:50 show desk walk; 08:51 show desk walk; 08:53 show desk walk; "
		  "08:55 show desk walk; 08:57 close, #1.1 desk walk unanswered; "
		  "09:47 show desk hip; 09:48 show desk hip; 09:50 show desk hip" },
		{ "a new process tries anew", "desk",
		  "display fails; 08:54; display good; crash 1m; 08:56",
		  "08:50 show desk walk; 08:51 show desk walk; 08:53 show desk walk; "
		  "08:55:02 show desk walk" },
		{ "a display comes with nothing due", "desk", "08:20; display comes; 08:51", WALK },
		{ "one that shows a card is there for all", "desk bedtime",
		  "display fails; 09:00; display good; ring bedtime; holds desk; 09:03; holds desk",
		  "08:50 show desk walk; 08:51 show desk walk; 08:53 show desk walk; "
		  "08:57 show desk walk; 09:00 show bedtime calf, holds desk card_up gap; "
		  "09:02 close, #1.1 bedtime calf unanswered; 09:03 holds desk gap" },
		{ "none until its validity ends", "bedtime",
		  "begin Mon 21:00; display fails; 22:50; Tue 12:00",
		  "21:30 show bedtime calf; 21:31 show bedtime calf; 21:33 show bedtime calf; "
		  "21:37 show bedtime calf; 21:45 show bedtime calf; 22:01 show bedtime calf; "
		  "22:31 show bedtime calf; 23:00 #1.1 bedtime calf not_shown" },
		{ "late words about other cards change nothing", "desk",
		  "08:20; shown #7; close #7; lost #7; 08:51; shown #7; close #7; lost #7; 09:00; "
		  "shown #1; close #1; lost #1; 09:43",
		  WALK_ENDS "; 09:42 show desk hip" },
		{ "card_time counts from the display's word", "desk",
		  "display mute; 08:50:04; shown; 08:53",
		  WALK "; 08:52:04 close, #1.1 desk walk unanswered" },
		{ "the row's times", "desk",
		  "display mute; 08:50:04; shown; 08:51; done; last desk",
		  WALK "; 08:51 close, #1.1 desk walk done, "
		       "last desk due 08:50 shown 08:50:04 ended 08:51" },
	};
	script_rows(state, rows, ROWS(rows));
}

static void called_for(void **state)
{
	static const struct row rows[] = {
		{ "now, and it ends like any", "desk", "08:20; ring desk; 08:23; last desk; 09:13",
		  "08:20 show desk walk; 08:22 close, #1.1 desk walk unanswered; "
		  "08:23 last desk due never shown 08:20 ended 08:22; 09:12 show desk hip" },
		{ "passes a pause", "desk", "08:20; pause +1h; ring desk", "08:20 show desk walk" },
		{ "passes hours", "desk", "begin Mon 22:00; ring desk", "22:00 show desk walk" },
		{ "passes the gap", "desk", "09:00; ring desk", WALK_ENDS "; 09:00 show desk hip" },
		{ "passes away by hand", "desk", "08:20; away; ring desk", "08:20 show desk walk" },
		{ "passes a snooze", "desk", "08:20; snooze desk +2h; ring desk",
		  "08:20 show desk walk" },
		{ "passes a display that failed", "desk",
		  "display fails; 08:50:30; display good; ring desk",
		  WALK "; 08:50:30 show desk walk" },
		{ "not a lock", "desk", "08:20; lock; ring desk; 08:22; unlock", "08:20 locked" },
		{ "starts a gap", "desk bedtime", "08:40; ring bedtime; 08:41; done; 09:11",
		  "08:40 show bedtime calf; 08:41 close, #1.1 bedtime calf done; "
		  "09:10 show desk walk" },
		{ "closes the one up, which stays due", "desk bedtime",
		  "08:51; ring bedtime; 09:22",
		  WALK "; 08:51 close stays, show bedtime calf; "
		       "08:53 close, #1.1 bedtime calf unanswered; 09:21 show desk walk" },
		{ "is not the one of 21:30", "bedtime", "begin Mon 20:00; ring bedtime; 21:31",
		  "20:00 show bedtime calf; 20:02 close, #1.1 bedtime calf unanswered; "
		  "21:30 show bedtime calf" },
		{ "done over its own time: not again", "bedtime",
		  "begin Mon 21:00; 21:29:30; ring bedtime; 21:30:30; done; 21:35",
		  "21:29:30 show bedtime calf; 21:30:30 close, #1.1 bedtime calf done" },
		{ "put off over its own time: then, once", "bedtime",
		  "begin Mon 21:00; 21:29:30; ring bedtime; 21:30:30; snooze #1 +10m; 21:41",
		  "21:29:30 show bedtime calf; 21:30:30 close, #1.1 bedtime calf snoozed; "
		  "21:40:30 show bedtime calf" },
	};
	script_rows(state, rows, ROWS(rows));
}

static void before_setup(void **state)
{
	static const struct row rows[] = {
		{ "desk takes the safe items in turn", "desk", "setup no; only shows; 10:35",
		  "08:50 show desk roam; 09:42 show desk shift; 10:34 show desk roam" },
		{ "when called for, too", "desk", "setup no; ring desk", "08:00 show desk roam" },
		{ "others are silent", "bedtime",
		  "begin Mon 21:00; setup no; only shows; 21:35; holds bedtime; Tue 02:00; ring "
		  "bedtime",
		  "21:35 holds bedtime health; Tue 02:00 health" },
		{ "but for those that only say something", "lunch", "setup no; 12:31",
		  "12:30 show lunch" },
		{ "answered: its own items", "desk", "setup no; 08:20; setup yes; 08:51", WALK },
	};
	script_rows(state, rows, ROWS(rows));
}

static void replanned(void **state)
{
	static const struct row rows[] = {
		{ "by name: ledgers are kept, new ones begin", "desk",
		  "08:30; plan eyes desk; ledger desk; ledger eyes; 08:51",
		  "08:30 ledger desk 30:00, ledger eyes 0:00; " WALK },
		{ "what is gone is forgotten", "desk", "08:30; plan eyes; plan desk; ledger desk",
		  "08:30 ledger desk 0:00" },
		{ "a card goes with its reminder", "desk", "08:51; plan eyes; 08:53",
		  WALK "; 08:51 close stays" },
		{ "a card keeps its reminder", "desk", "08:51; plan eyes desk; done",
		  WALK "; 08:51 close, #1.1 desk walk done" },
		{ "a card goes when its reminder is switched off", "desk",
		  "08:51; switch desk off; 10:00", WALK "; 08:51 close stays" },
		{ "switched on again: what was over is over", "bedtime",
		  "begin Mon 21:00; switch bedtime off; 22:00; switch bedtime on; Tue 21:31",
		  "Tue 21:30 show bedtime calf" },
		{ "a time that is over does not ring", "desk",
		  "begin Mon 13:00; plan lunch; Tue 12:31", "Tue 12:30 show lunch" },
		{ "a time that rang does not ring again", "lunch",
		  "begin Mon 12:00; 12:40; plan desk lunch; 13:00",
		  "12:30 show lunch; 12:32 close, #1.1 lunch unanswered" },
	};
	script_rows(state, rows, ROWS(rows));
}

/* More rows than one step has room for: another step follows at the same moment, and none is lost.
 */
static void more_than_a_step_holds(void **state)
{
	(void)state;
	static struct reminder reminders[REMINDERS_MAX];
	static struct story story;
	script_play(&story, "lunch", "12:00; sleep");
	for (int i = 0; i < REMINDERS_MAX; i++) {
		reminders[i] = story.plan.reminders[0];
		snprintf(reminders[i].name, NAME_SIZE, "lunch-%d", i);
	}
	story.plan.plan.reminders = reminders;
	story.plan.plan.count = REMINDERS_MAX;
	story_send(&story, (struct event){ .kind = EVENT_PLAN });
	story_pass(&story, 3 * USEC_PER_HOUR);
	story_send(&story, (struct event){ .kind = EVENT_PRESENT, .present = ABSENT_ASLEEP });
	story.asleep = false;
	story_go(&story, 0);
	for (int i = 0; i < REMINDERS_MAX; i++) {
		assert_int_equal(story.state.reminders[i].last.outcome, OUTCOME_NOT_SHOWN);
		assert_int_equal(story.state.reminders[i].last.revision, 1);
	}
	/* With a span of sitting, and one of the absence. */
	assert_int_equal(story.state.next_sequence, REMINDERS_MAX + 3);
}

/* A late report changes no byte; nor does a repeated wake. */
static void nothing_changes(void **state)
{
	(void)state;
	static struct story story;
	static struct state before;
	static const struct event idle[] = {
		{ .kind = EVENT_WAKE },
		{ .kind = EVENT_SHOWN, .card = 77 },
		{ .kind = EVENT_NOT_SHOWN, .card = 77 },
		{ .kind = EVENT_CLOSED, .card = 77 },
		{ .kind = EVENT_LOST, .card = 77 },
	};
	script_play(&story, "desk bedtime", "08:50");
	for (size_t i = 0; i < ROWS(idle); i++) {
		memcpy(&before, &story.state, sizeof(before));
		story_send(&story, idle[i]);
		assert_memory_equal(&before, &story.state, sizeof(before));
	}
	assert_string_equal(story.text, WALK);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(ledger),          cmocka_unit_test(speaks),
		cmocka_unit_test(foreseen),        cmocka_unit_test(displays),
		cmocka_unit_test(called_for),      cmocka_unit_test(before_setup),
		cmocka_unit_test(replanned),       cmocka_unit_test(more_than_a_step_holds),
		cmocka_unit_test(nothing_changes),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
