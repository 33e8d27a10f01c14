/*
 * Several reminders on one card: what is due at about the same time, what waits for a calendar
 * time, and riders. Stories with their transcripts; a comment beside a row names a choice the
 * design leaves open.
 */
#include "tests/core/script.h"

#define BOTH "08:50 show desk walk + soon calf"
#define BOTH_ENDS BOTH "; 08:52 close, #1.1 desk walk unanswered, #2.1 soon calf unanswered"
#define BOTH_DONE BOTH "; 08:51 close, #1.1 desk walk done, #2.1 soon calf done"
#define BOTH_LATER BOTH "; 08:51 close, #1.1 desk walk snoozed, #2.1 soon calf snoozed"

static void together(void **state)
{
	static const struct row rows[] = {
		{ "due within 20 min: a row for each", "desk soon", "08:53", BOTH_ENDS },
		{ "just within", "desk soon soon.every=70m", "08:51", BOTH },
		{ "just not", "desk soon soon.every=4201s", "08:51", "08:50 show desk walk" },
		{ "the one that is due leads", "soon desk", "08:51",
		  "08:50 show desk walk + soon calf" },
		{ "sitting and clock", "desk round round.every=55m", "08:51",
		  "08:50 show desk walk + round stand" },
		{ "held together, however far apart they fell due", "desk eyes", "pause +2h; 10:01",
		  "10:00 show desk walk + eyes blink" },
		{ "three", "desk soon lunch", "begin Mon 11:35; 12:31",
		  "12:30 show lunch + desk walk + soon calf" },
		{ "one that is put off stays away", "desk soon", "snooze soon 10:00; 08:51",
		  "08:50 show desk walk" },
		{ "and one that is off", "desk off", "08:51", "08:50 show desk walk" },
		{ "and one outside its hours", "desk soon soon.hours=10:00-12:00", "08:51",
		  "08:50 show desk walk" },
		{ "and one in its quiet", "desk soon soon.quiet=08:30-10:00", "08:51",
		  "08:50 show desk walk" },
		{ "and one that has had its cards", "desk lunch desk.most=1",
		  "begin Mon 10:00; only shows; 12:31", "10:50 show desk walk; 12:30 show lunch" },
		{ "the answer's effect is each one's own", "desk soon",
		  "08:51; partly; ledger desk; ledger soon",
		  BOTH "; 08:51 close, #1.1 desk walk partly, #2.1 soon calf partly, "
		       "ledger desk 25:00, ledger soon 25:30" },
		{ "done", "desk soon", "08:51; done; ledger desk; ledger soon",
		  BOTH_DONE ", ledger desk 0:00, ledger soon 0:00" },
		{ "each goes on in its own deck", "desk soon", "only shows; 09:43",
		  BOTH "; 09:42 show desk hip + soon calf" },
		{ "by the name of any of them: it is one answer", "desk soon",
		  "08:51; done soon; 08:53", BOTH_DONE },
		{ "a called-for card closes it, and it is shown again", "desk soon eyes",
		  "08:51; ring eyes; done; only shows; 09:25",
		  BOTH "; 08:51 close stays, show eyes blink, close, #1.1 eyes blink done; "
		       "09:21 show desk walk + soon calf" },
		{ "closed on the screen", "desk soon", "08:51; close",
		  BOTH "; 08:51 close, #1.1 desk walk skipped, #2.1 soon calf skipped" },
		{ "lost with its server", "desk soon", "08:51; lost",
		  BOTH "; 08:51 close, #1.1 desk walk unanswered, #2.1 soon calf unanswered" },
		{ "a pause: both stay due", "desk soon", "08:51; pause +1h; 09:52",
		  BOTH "; 08:51 close stays; 09:51 show desk walk + soon calf" },
		{ "not shown: both stay due", "desk soon",
		  "display fails; 08:50:30; display good; display comes; 08:51",
		  BOTH "; 08:50:30 show desk walk + soon calf" },
		{ "over a restart", "desk soon", "08:51; crash 1m; 08:53",
		  BOTH "; 08:52 close, #1.1 desk walk unanswered, #2.1 soon calf unanswered" },
		{ "a called-for card is of one", "desk soon", "08:49; ring desk; done",
		  "08:49 show desk walk, close, #1.1 desk walk done" },
		{ "one card for the counts, and one for each", "desk soon",
		  "08:51; done; today; today desk; today soon",
		  BOTH_DONE ", today 1 cards 2 done, today desk 1 cards 1 done, "
			    "today soon 1 cards 1 done" },
		{ "each row tells when it was due", "desk soon",
		  "pause 09:10; 09:11; done; last desk; "
		  "last soon",
		  "09:10 show desk walk + soon calf; "
		  "09:11 close, #1.1 desk walk done, #2.1 soon calf done, "
		  "last desk due 08:50 shown 09:10 ended 09:11, "
		  "last soon due 08:58 shown 09:10 ended 09:11" },
		{ "another order of the plan: the same card", "desk soon",
		  "08:51; plan soon desk; done",
		  BOTH "; 08:51 close, #1.1 desk walk done, #2.1 soon calf done" },
		{ "the card goes when its main is switched off", "desk soon",
		  "08:51; switch desk off; 09:21",
		  BOTH "; 08:51 close stays; 09:20 show soon calf" },
	};
	script_rows(state, rows, ROWS(rows));
}

static void at_a_time(void **state)
{
	static const struct row rows[] = {
		{ "an every waits for it up to 20 min", "desk lunch",
		  "begin Mon 11:32; 12:25; holds desk; 12:31",
		  "12:25 holds desk soon; 12:30 show lunch + desk walk" },
		{ "just within", "desk lunch", "begin Mon 11:20; 12:31",
		  "12:30 show lunch + desk walk" },
		{ "just not", "desk lunch", "begin Mon 11:19:59; only shows; 12:31",
		  "12:09:59 show desk walk; 12:30 show lunch" },
		{ "due right after it: with it", "desk lunch", "begin Mon 11:45; 12:31",
		  "12:30 show lunch + desk walk" },
		{ "every of clock waits too", "round lunch", "begin Mon 11:25; 12:31",
		  "12:30 show lunch + round stand" },
		{ "both ledgers begin again", "desk lunch",
		  "begin Mon 11:32; 12:31; done; ledger desk",
		  "12:30 show lunch + desk walk; "
		  "12:31 close, #1.1 lunch done, #2.1 desk walk done, ledger desk 0:00" },
		{ "it waits for none that is put off", "desk lunch",
		  "begin Mon 11:32; snooze lunch 14:00; 12:23", "12:22 show desk walk" },
		{ "nor for one that is off", "desk lunch",
		  "begin Mon 11:32; switch lunch off; 12:23", "12:22 show desk walk" },
		{ "nor for one in its quiet", "desk lunch lunch.quiet=12:00-13:00",
		  "begin Mon 11:32; 12:23", "12:22 show desk walk" },
		{ "an at leads before an occasion", "hello lunch",
		  "begin Mon 12:00; lock; pause +35m; 12:20; unlock; 12:36",
		  "12:35 show lunch + hello" },
		{ "an occasion before an every", "desk hello",
		  "pause +1h; 08:55; lock; 08:56; unlock; "
		  "09:01",
		  "09:00 show hello + desk walk" },
		{ "two at one time", "lunch meals", "12:31", "12:30 show lunch + meals" },
		{ "foreseen together", "desk lunch", "begin Mon 11:32; next desk",
		  "11:32 next desk 12:22 12:30" },
		{ "two within 20 min: one card, once", "lunch meals meals.at=12:38",
		  "12:31; done; 13:30",
		  "12:30 show lunch + meals; 12:31 close, #1.1 lunch done, #2.1 meals done" },
		{ "it leads while it looks for a moment itself",
		  "desk lunch lunch.wait=30m desk.wait=10m",
		  "begin Mon 11:55; source on; 12:54; holds lunch; 12:56",
		  "12:54 holds lunch moment; 12:55 show lunch + desk walk" },
		{ "but one that is held does not", "desk lunch lunch.wait=30m",
		  "begin Mon 11:55; source on; 12:40; snooze lunch +1h; 12:46",
		  "12:45 show desk walk" },
		{ "its validity ends while the card is up: one row", "lunch meals meals.valid=1m",
		  "12:40",
		  "12:30 show lunch + meals; 12:32 close, #1.1 lunch unanswered, "
		  "#2.1 meals unanswered" },
		/* It is the every that waits. */
		{ "a time does not come early on an every's card", "desk lunch quiet=12:25-13:00",
		  "begin Mon 11:32; only shows; 13:01",
		  "12:22 show desk walk; 13:00 show lunch + desk hip" },
		{ "nor on one that was put off to before it", "desk lunch",
		  "begin Mon 11:00; only shows; snooze desk 12:22; 12:31",
		  "12:22 show desk walk; 12:30 show lunch" },
		{ "nor on an occasion's", "hello lunch",
		  "only shows; 12:20; lock; 12:22; unlock; 12:31",
		  "12:22 show hello; 12:30 show lunch" },
		{ "in the evening hours still bind an every", "desk bedtime",
		  "begin Mon 20:00; 21:31", "21:30 show bedtime calf" },
		/* A card of its own is what they keep from an every; this one comes all the same.
		 */
		{ "but neither gap nor cap", "desk eyes lunch cap=1 eyes.every=80m",
		  "begin Mon 11:18; only shows; 12:31",
		  "12:08 show desk walk; 12:30 show lunch + eyes blink" },
	};
	script_rows(state, rows, ROWS(rows));
}

static void late(void **state)
{
	static const struct row rows[] = {
		{ "done: all of them", "desk soon", "09:10; done; ledger desk; ledger soon",
		  BOTH_ENDS "; 09:10 #1.2 desk walk done, #2.2 soon calf done, "
			    "ledger desk 0:00, ledger soon 0:00" },
		{ "a second answer mends them", "desk soon", "08:51; done; 08:55; skip",
		  BOTH_DONE "; 08:55 #1.2 desk walk skipped, #2.2 soon calf skipped" },
		{ "about its main", "desk lunch", "begin Mon 11:32; 12:35; done; about",
		  "12:30 show lunch + desk walk; "
		  "12:32 close, #1.1 lunch unanswered, #2.1 desk walk unanswered; "
		  "12:35 #1.2 lunch done, #2.2 desk walk done, about lunch" },
		{ "over 30 min", "desk soon", "09:23; skip", BOTH_ENDS "; 09:23 no_card" },
		{ "undone: all of them", "desk soon",
		  "08:51; done; 08:55; undo; ledger desk; ledger soon",
		  BOTH_DONE "; 08:55 #1.2 desk walk taken_back, #2.2 soon calf taken_back, "
			    "show desk walk + soon calf, "
			    "ledger desk 50:00, ledger soon 55:00" },
		{ "a late answer undone", "desk soon",
		  "09:10; done; 09:12; undo; ledger desk; "
		  "ledger soon",
		  BOTH_ENDS "; 09:10 #1.2 desk walk done, #2.2 soon calf done; "
			    "09:12 #1.3 desk walk unanswered, #2.3 soon calf unanswered, "
			    "ledger desk 20:00, ledger soon 20:00" },
		{ "done after Later: none is shown again", "desk soon",
		  "08:51; snooze #1 +10m; 08:55; done; 09:40",
		  BOTH_LATER "; 08:55 #1.2 desk walk done, #2.2 soon calf done" },
	};
	script_rows(state, rows, ROWS(rows));
}

static void put_off(void **state)
{
	static const struct row rows[] = {
		{ "all of them, and they come together", "desk soon",
		  "08:51; snooze #1 +10m; ledger desk; 09:02",
		  BOTH_LATER ", ledger desk 50:00; 09:01 show desk walk + soon calf" },
		{ "undone", "desk soon", "08:51; snooze #1 +10m; 08:52; undo; ledger soon",
		  BOTH_LATER "; 08:52 #1.2 desk walk taken_back, #2.2 soon calf taken_back, "
			     "show desk walk + soon calf, ledger soon 52:00" },
		{ "by the name of any of them", "desk soon", "08:51; snooze soon +10m; 09:02",
		  BOTH_LATER "; 09:01 show desk walk + soon calf" },
		{ "a rider too: it comes with the card again", "desk air",
		  "08:51; snooze #1 +10m; ledger air; 09:02",
		  "08:50 show desk walk & air; 08:51 close, #1.1 desk walk snoozed, "
		  "ledger air 30:00; 09:01 show desk walk & air" },
		{ "with an at", "desk lunch", "begin Mon 11:32; 12:31; snooze #1 +10m; 12:42",
		  "12:30 show lunch + desk walk; "
		  "12:31 close, #1.1 lunch snoozed, #2.1 desk walk snoozed; "
		  "12:41 show lunch + desk walk" },
		{ "getting up ends the due of each for itself", "desk lunch",
		  "begin Mon 11:32; 12:31; snooze #1 +10m; 12:32; lock; 12:38; unlock; 12:42",
		  "12:30 show lunch + desk walk; "
		  "12:31 close, #1.1 lunch snoozed, #2.1 desk walk snoozed; 12:41 show lunch" },
		{ "over a restart", "desk soon", "08:51; snooze #1 +10m; 08:52; crash 1m; 09:02",
		  BOTH_LATER "; 09:01 show desk walk + soon calf" },
	};
	script_rows(state, rows, ROWS(rows));
}

static void riders(void **state)
{
	static const struct row rows[] = {
		{ "not yet due: not on the card", "desk water", "08:53",
		  "08:50 show desk walk; 08:52 close, #1.1 desk walk unanswered" },
		{ "due: a line on it, offered", "desk water", "09:45; ledger water",
		  "08:50 show desk walk; 08:52 close, #1.1 desk walk unanswered; "
		  "09:42 show desk hip & water glass; "
		  "09:44 close, #2.1 desk hip unanswered, #3.1 water glass offered; "
		  "09:45 ledger water 1:00" },
		{ "whatever the answer", "desk air", "08:51; done; ledger air",
		  "08:50 show desk walk & air; "
		  "08:51 close, #1.1 desk walk done, #2.1 air offered, ledger air 0:00" },
		{ "partly too", "desk air", "08:51; partly; ledger air",
		  "08:50 show desk walk & air; "
		  "08:51 close, #1.1 desk walk partly, #2.1 air offered, ledger air 0:00" },
		{ "never a card alone", "desk air desk.every=4h", "11:59", "" },
		{ "nor when its card is off", "desk air", "switch desk off; 12:00", "" },
		{ "at most so often a day", "desk air air.most=1", "only shows; 09:43",
		  "08:50 show desk walk & air; 09:42 show desk hip" },
		{ "put off: not on the card", "desk air", "snooze air 09:30; only shows; 09:43",
		  "08:50 show desk walk; 09:42 show desk hip & air" },
		{ "it does not count for the cap", "desk air cap=20", "only shows; 09:43",
		  "08:50 show desk walk & air; 09:42 show desk hip & air" },
		{ "two of them", "desk air water water.every=40m", "08:51; skip",
		  "08:50 show desk walk & air & water glass; "
		  "08:51 close, #1.1 desk walk skipped, #2.1 air offered, "
		  "#3.1 water glass offered" },
		/* It rides on desk, wherever that is. */
		{ "on the card it is merged into", "soon desk air soon.every=45m", "08:46",
		  "08:45 show soon calf + desk walk & air" },
		{ "done without a card is its own row", "desk air", "08:40; done air; 08:51",
		  "08:40 #1.1 air done; 08:50 show desk walk" },
		{ "by its name, while the card is up", "desk air", "08:51; done air; 08:53",
		  "08:50 show desk walk & air; 08:51 #1.1 air done; "
		  "08:52 close, #2.1 desk walk unanswered" },
		{ "of a card that was done: by its name", "desk air",
		  "08:51; done; 08:55; done air",
		  "08:50 show desk walk & air; 08:51 close, #1.1 desk walk done, #2.1 air offered; "
		  "08:55 #2.2 air done" },
		{ "a late answer is not about it", "desk air", "08:53; done",
		  "08:50 show desk walk & air; "
		  "08:52 close, #1.1 desk walk unanswered, #2.1 air offered; "
		  "08:53 #1.2 desk walk done" },
		{ "an absence pays it back", "desk air", "08:36; lock; 08:46; unlock; 09:40",
		  "09:36 show desk walk & air; "
		  "09:38 close, #1.1 desk walk unanswered, #2.1 air offered" },
	};
	script_rows(state, rows, ROWS(rows));
}

/* Ten at once: as many as a card holds, the others on the next one. */
static void more_than_a_card_holds(void **state)
{
	(void)state;
	enum { MANY = 10 };
	static struct reminder reminders[MANY];
	static struct story story;
	script_play(&story, "desk", "08:10");
	for (int i = 0; i < MANY; i++) {
		reminders[i] = story.plan.reminders[0];
		snprintf(reminders[i].name, NAME_SIZE, "desk-%d", i);
	}
	story.plan.plan.reminders = reminders;
	story.plan.plan.count = MANY;
	story_send(&story, (struct event){ .kind = EVENT_PLAN });
	story_go(&story, 50 * USEC_PER_MIN);
	assert_int_equal(story.state.card.reminder, 0);
	assert_int_equal(__builtin_popcountll(story.state.card.merged), CARD_MAX - 1);
	story_go(&story, 30 * USEC_PER_MIN);
	assert_int_equal(story.state.card.reminder, CARD_MAX);
	assert_int_equal(__builtin_popcountll(story.state.card.merged), MANY - CARD_MAX - 1);
	story_send(&story, (struct event){ .kind = EVENT_ANSWER,
					   .answer = { 0, REMINDER_ANY, OUTCOME_DONE } });
	for (int i = 0; i < MANY; i++)
		assert_int_equal(story.state.reminders[i].last.outcome,
				 i < CARD_MAX ? OUTCOME_UNANSWERED : OUTCOME_DONE);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(together), cmocka_unit_test(at_a_time),
		cmocka_unit_test(late),     cmocka_unit_test(put_off),
		cmocka_unit_test(riders),   cmocka_unit_test(more_than_a_card_holds),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
