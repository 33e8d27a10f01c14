/*
 * Requests of the user: answers in time and late, snooze, pause. Stories with their
 * transcripts; a comment beside a row names a choice that the design leaves open.
 */
#include "tests/core/script.h"

#define WALK_LATER "08:50 show desk walk; 08:51 close, #1.1 desk walk snoozed"

static void answers(void **state)
{
	static const struct row rows[] = {
		{ "done", "desk", "08:51; done; ledger desk; 09:42",
		  WALK_DONE ", ledger desk 0:00; 09:41 show desk hip" },
		{ "done, of this card", "desk", "08:51; done #1", WALK_DONE },
		{ "done, of this reminder", "desk eyes", "08:51; done desk", WALK_DONE },
		{ "skip", "desk", "08:51; skip; 09:42",
		  WALK "; 08:51 close, #1.1 desk walk skipped; 09:41 show desk hip" },
		{ "partly halves the ledger", "desk", "08:51; partly; ledger desk; 09:21",
		  WALK "; 08:51 close, #1.1 desk walk partly, ledger desk 25:00; "
		       "09:20 show desk hip" },
		{ "later leaves it, and passes the gap", "desk",
		  "08:51; snooze #1 +10m; ledger desk; 09:04",
		  WALK_LATER ", ledger desk 50:00; 09:01 show desk walk; "
			     "09:03 close, #2.1 desk walk unanswered" },
		{ "a click on a card that is gone is not for the next", "desk",
		  "08:51; done; 09:42; skip #1; 09:44",
		  WALK_DONE "; 09:41 show desk hip; 09:42 no_card; "
			    "09:43 close, #2.1 desk hip unanswered" },
		{ "nor is a Later", "desk", "08:51; done; 09:42; snooze #1 +5m; 09:44",
		  WALK_DONE "; 09:41 show desk hip; 09:42 no_card; "
			    "09:43 close, #2.1 desk hip unanswered" },
		{ "a click on a card that never was", "desk", "08:20; done #9; snooze #9 +5m",
		  "08:20 no_card, no_card" },
		{ "another reminder's, while a card is up", "desk eyes", "08:51; done eyes; 08:53",
		  WALK "; 08:51 #1.1 eyes blink done; 08:52 close, #2.1 desk walk unanswered" },
		{ "done before a card: a row without one", "eyes",
		  "08:20; done; ledger eyes; last eyes; 09:32",
		  "08:20 #1.1 eyes blink done, ledger eyes 0:00, "
		  "last eyes due never shown never ended 08:20; 09:31 show eyes blink" },
		{ "it counts as done, not as a card", "desk eyes",
		  "08:20; done eyes; today eyes; explain eyes; undo; today eyes; explain eyes; "
		  "done eyes; 08:25; today eyes; today",
		  "08:20 #1.1 eyes blink done, today eyes 0 cards 1 unasked 1 done, explain eyes "
		  "Next: 09:31, after 1 h 11 min of sitting (0 s so far). Last answer 08:20: "
		  "done., #1.2 eyes blink taken_back, today eyes 0 cards, explain eyes Next: "
		  "09:11, "
		  "after 1 h 11 min of sitting (20 min so far). No card yet., #2.1 eyes blink "
		  "done; "
		  "08:25 today eyes 0 cards 1 unasked 1 done, today 0 cards 1 done" },
		/* "Done" at a desk is about sitting, wherever it stands in the plan. */
		{ "done without a name", "off lunch eyes desk", "08:20; done",
		  "08:20 #1.1 eyes blink done" },
		{ "done without a name, with only what follows standing", "off stood",
		  "08:20; done", "08:20 no_reminder" },
		{ "only done is booked without a card", "desk", "08:20; skip; partly; skip desk",
		  "08:20 no_card, no_card, no_card" },
		{ "done while it is due and held", "desk", "pause +1h; 08:55; done desk; 09:40",
		  "08:55 #1.1 desk walk done" },
		/* A deed is a deed. */
		{ "of one that is off", "desk off", "08:20; done off",
		  "08:20 #1.1 off blink done" },
	};
	script_rows(state, rows, ROWS(rows));
}

static void late(void **state)
{
	static const struct row rows[] = {
		{ "done sets the ledger to 0 now", "desk", "09:10; done; ledger desk; 10:01",
		  WALK_ENDS "; 09:10 #1.2 desk walk done, ledger desk 0:00; 10:00 show desk hip" },
		{ "with its name", "desk eyes", "08:55; done desk",
		  WALK_ENDS "; 08:55 #1.2 desk walk done" },
		/* Half of the ledger at the card, and all the sitting since. */
		{ "partly halves what the card had", "desk", "08:55; partly; ledger desk; 09:21",
		  WALK_ENDS "; 08:55 #1.2 desk walk partly, ledger desk 28:00; 09:20 show desk "
			    "hip" },
		{ "partly instead of done", "desk", "08:51; done; 08:55; partly; ledger desk",
		  WALK_DONE "; 08:55 #1.2 desk walk partly, ledger desk 29:00" },
		{ "but for what an absence has paid", "desk",
		  "08:51; done; 08:52; away; 09:02; back; 09:05; partly; ledger desk",
		  WALK_DONE "; 09:05 #1.2 desk walk partly, ledger desk 3:00" },
		{ "it may be due again at once", "desk", "09:20; partly; 09:21",
		  WALK_ENDS "; 09:20 #1.2 desk walk partly, show desk hip" },
		{ "and once more after that", "desk",
		  "09:10; done; 09:15; partly; 09:16; done; 09:17; partly; ledger desk",
		  WALK_ENDS "; 09:10 #1.2 desk walk done; 09:15 #1.3 desk walk partly; 09:16 #1.4 "
			    "desk walk done; 09:17 #1.5 desk walk partly, ledger desk 26:00" },
		{ "each of those on the card", "desk soon",
		  "08:55; partly; ledger desk; ledger soon",
		  "08:50 show desk walk + soon calf; 08:52 close, #1.1 desk walk unanswered, #2.1 "
		  "soon calf unanswered; 08:55 #1.2 desk walk partly, #2.2 soon calf partly, "
		  "ledger "
		  "desk 28:00, ledger soon 29:00" },
		{ "after Later, as before it", "desk",
		  "08:51; snooze #1 +10m; 08:55; partly; ledger desk",
		  WALK_LATER "; 08:55 #1.2 desk walk partly, ledger desk 25:00" },
		{ "over a restart", "desk", "08:55; crash 1m; partly; ledger desk",
		  WALK_ENDS "; 08:56 #1.2 desk walk partly, ledger desk 29:00" },
		{ "of a try, of the little it came at", "desk",
		  "08:10; ring desk; 08:15; partly; "
		  "ledger desk",
		  "08:10 show desk walk; 08:12 close, #1.1 desk walk unanswered; 08:15 #1.2 desk "
		  "walk partly, ledger desk 9:00" },
		{ "skip leaves the ledger", "desk", "09:10; skip; 09:43",
		  WALK_ENDS "; 09:10 #1.2 desk walk skipped; 09:42 show desk hip" },
		{ "30 min after its end", "desk", "09:22; skip",
		  WALK_ENDS "; 09:22 #1.2 desk walk skipped" },
		{ "over 30 min", "desk", "09:23; skip; partly",
		  WALK_ENDS "; 09:23 no_card, no_card" },
		{ "over 30 min, done is a row of its own", "desk",
		  "09:23; done; last desk; ledger desk",
		  WALK_ENDS
		  "; 09:23 #2.1 desk hip done, last desk due never shown never ended 09:23, "
		  "ledger desk 0:00" },
		{ "a second answer mends the first", "desk",
		  "08:51; done; 08:55; skip; 08:56; done",
		  WALK_DONE "; 08:55 #1.2 desk walk skipped; 08:56 #1.3 desk walk done" },
		/* After done the snoozed card is not shown. */
		{ "done after Later", "desk", "08:51; snooze #1 +10m; 08:55; done; 09:46",
		  WALK_LATER "; 08:55 #1.2 desk walk done; 09:45 show desk hip" },
		{ "of the last card, whoever's", "desk lunch", "begin Mon 11:18; 12:35; done",
		  "12:08 show desk walk; 12:10 close, #1.1 desk walk unanswered; 12:30 show lunch; "
		  "12:32 close, #2.1 lunch unanswered; 12:35 #2.2 lunch done" },
		{ "the window survives a restart", "desk", "08:55; crash 1m; 08:57; done; 09:48",
		  WALK_ENDS "; 08:57 #1.2 desk walk done; 09:47 show desk hip" },
		{ "a clock set back does not make the window longer", "desk",
		  "08:55; clock -3h; 06:55; skip", WALK_ENDS "; 06:55 no_card" },
	};
	script_rows(state, rows, ROWS(rows));
}

static void snoozes(void **state)
{
	static const struct row rows[] = {
		{ "before the card", "desk", "08:30; snooze desk 09:30; 09:00; holds desk; 09:31",
		  "09:00 holds desk snoozed; 09:30 show desk walk" },
		{ "without a name: not what comes later anyhow", "desk", "08:30; snooze 08:40",
		  "08:30 no_reminder" },
		{ "without a name: what is due, and held without an end", "desk",
		  "08:45; call on; 08:55; snooze 09:30; holds desk",
		  "08:50 read on; 08:55 holds desk call snoozed" },
		{ "without a name: the next to come", "desk eyes", "08:30; snooze 09:30; 09:31",
		  "09:11 show eyes blink; 09:13 close, #1.1 eyes blink unanswered; "
		  "09:30 show desk walk" },
		{ "without a name: the card up", "desk eyes eyes.every=85m",
		  "08:51; snooze +5m; 08:57", WALK_LATER "; 08:56 show desk walk" },
		{ "over before it was due: an ordinary wait", "desk wait=10m",
		  "source on; 08:10; snooze desk +10m; 09:01", "09:00 show desk walk" },
		{ "over after it was due: at once", "desk wait=10m",
		  "source on; 08:45; snooze desk +10m; 08:56", "08:55 show desk walk" },
		/* It puts a card off, it does not ask for one. */
		{ "over before the ledger is full", "desk", "08:10; snooze desk +10m; 08:51",
		  WALK },
		{ "from now, not from the last one", "desk",
		  "08:51; snooze #1 +10m; 08:55; snooze desk +10m; 09:06",
		  WALK_LATER "; 09:05 show desk walk" },
		{ "shorter than the last one", "desk",
		  "08:51; snooze #1 +1h; 08:55; snooze desk +5m; 09:01",
		  WALK_LATER "; 09:00 show desk walk" },
		{ "not shortened by a pause", "desk",
		  "08:51; snooze #1 +1h; 08:55; pause +30m; 09:52",
		  WALK_LATER "; 09:51 show desk walk" },
		{ "nor by its early end", "desk",
		  "08:51; snooze #1 +1h; 08:55; pause +30m; 08:56; resume; 09:52",
		  WALK_LATER "; 09:51 show desk walk" },
		{ "a longer pause holds it", "desk",
		  "08:51; snooze #1 +10m; 08:55; pause +35m; 09:31",
		  WALK_LATER "; 09:30 show desk walk" },
		/* Validity: the ledger does not stand at `every` any more. */
		{ "an absence pays back in it", "desk",
		  "08:51; snooze #1 +10m; 08:52; lock; 08:58; unlock; ledger desk; 09:29",
		  WALK_LATER "; 08:58 ledger desk 20:00; 09:28 show desk walk" },
		/* Only the gap is passed. */
		{ "into the evening: hours hold", "desk",
		  "begin Mon 19:00; 19:51; snooze #1 +10m; 22:00",
		  "19:50 show desk walk; 19:51 close, #1.1 desk walk snoozed" },
		{ "of an at", "bedtime", "begin Mon 21:00; 21:31; snooze #1 +30m; 22:02",
		  CALF "; 21:31 close, #1.1 bedtime calf snoozed; 22:01 show bedtime calf" },
		{ "of an at, before", "bedtime", "begin Mon 21:00; snooze bedtime 22:00; 22:01",
		  "22:00 show bedtime calf" },
		/* It was asked for. */
		{ "of an at, past its validity", "bedtime",
		  "begin Mon 21:00; 21:31; snooze #1 +2h; 23:32",
		  "21:30 show bedtime calf; 21:31 outlived; 21:32 close, #1.1 bedtime calf "
		  "unanswered" },
		{ "of a called-for card: then it is due", "desk",
		  "08:20; ring desk; 08:21; snooze #1 +10m; 08:32",
		  "08:20 show desk walk; 08:21 close, #1.1 desk walk snoozed; "
		  "08:31 show desk walk" },
		{ "its card was due when the first one was", "desk",
		  "08:51; snooze #1 +10m; 09:02; done; last desk",
		  WALK_LATER "; 09:01 show desk walk; 09:02 close, #2.1 desk walk done, "
			     "last desk due 08:50 shown 09:01 ended 09:02" },
		{ "before the health questions", "bedtime", "setup no; snooze bedtime +10m",
		  "08:00 health" },
		{ "survives a restart, with its pass", "desk",
		  "08:51; snooze #1 +10m; 08:52; stop 1m; 09:02",
		  WALK_LATER "; 09:01 show desk walk" },
		{ "until now or before", "desk", "snooze desk +0m; snooze desk -5m",
		  "08:00 past, past" },
		{ "up to a week", "desk", "snooze desk +7d; snooze desk +8d", "08:00 too_far" },
		{ "of one that is off", "desk off", "snooze off +10m", "08:00 off" },
		{ "when none is on", "off", "snooze +10m", "08:00 no_reminder" },
	};
	script_rows(state, rows, ROWS(rows));
}

static void pauses(void **state)
{
	static const struct row rows[] = {
		{ "ends by itself", "desk", "08:30; pause +1h; holds desk; 09:31",
		  "08:30 holds desk paused; 09:30 show desk walk" },
		{ "binds an at", "bedtime", "begin Mon 21:00; pause +1h; 22:01",
		  "22:00 show bedtime calf" },
		{ "beyond its validity", "bedtime", "begin Mon 21:00; pause +3h; Tue 01:00",
		  "23:00 #1.1 bedtime calf not_shown" },
		{ "closes the card up, which stays due", "desk", "08:51; pause +1h; 09:52",
		  WALK "; 08:51 close stays; 09:51 show desk walk" },
		/* The card was on the screen a moment ago: the gap counts from there. */
		{ "a short one: after the gap", "desk", "08:51; pause +5m; 09:21",
		  WALK "; 08:51 close stays; 09:20 show desk walk" },
		{ "an absence in it pays back", "desk",
		  "08:51; pause +1h; 09:00; lock; 09:20; unlock; 10:11",
		  WALK "; 08:51 close stays; 10:10 show desk walk" },
		{ "resume", "desk", "08:51; pause +2h; 09:30; resume",
		  WALK "; 08:51 close stays; 09:30 show desk walk" },
		{ "another one replaces it", "desk", "08:30; pause +2h; 08:40; pause +20m; 09:01",
		  "09:00 show desk walk" },
		{ "nothing to resume", "desk", "resume; pause +5m; 08:10; resume",
		  "08:00 not_paused; 08:10 not_paused" },
		{ "until now or before", "desk", "pause +0m; pause -5m", "08:00 past, past" },
		{ "up to 400 days", "desk", "pause +400d; pause +401d", "08:00 too_far" },
		{ "survives a restart", "desk", "08:30; pause +1h; crash 1m; 09:31",
		  "09:30 show desk walk" },
	};
	script_rows(state, rows, ROWS(rows));
}

/* The shell answers with the reminder's name. */
static void whom(void **state)
{
	static const struct row rows[] = {
		{ "done, without a card", "lunch desk", "08:20; done; about",
		  "08:20 #1.1 desk walk done, about desk" },
		{ "done, of the card up", "eyes desk", "08:51; done; about",
		  WALK_DONE ", about desk" },
		{ "done, late", "eyes desk", "08:55; done; about",
		  WALK_ENDS "; 08:55 #1.2 desk walk done, about desk" },
		{ "the next to come", "eyes desk", "08:20; snooze +2h; about", "08:20 about desk" },
		{ "a name", "eyes desk", "08:20; snooze eyes +2h; about", "08:20 about eyes" },
		{ "called for", "eyes desk", "08:20; display mute; ring desk; about",
		  "08:20 show desk walk, about desk" },
		{ "not one that never comes", "lunch desk lunch.at=08:30 quiet=08:22-11:00",
		  "08:20; snooze +4h; about", "08:20 about desk" },
		{ "taken back", "eyes desk", "08:20; snooze +2h; undo; about", "08:20 about desk" },
		{ "a pause is about none", "eyes desk", "08:20; pause +2h; about",
		  "08:20 about ?" },
	};
	script_rows(state, rows, ROWS(rows));
}

/* What is counted of today follows each row and its revisions; a day begins at 04:00. */
static void counts(void **state)
{
	static const struct row rows[] = {
		{ "a card that is up counts", "desk", "today; 08:51; today",
		  "08:00 today 0 cards; " WALK "; 08:51 today 1 cards" },
		{ "each its own, and all", "desk eyes",
		  "08:51; done; 09:30; today; today desk; today eyes",
		  WALK_DONE "; 09:20 show eyes blink; 09:22 close, #2.1 eyes blink unanswered; "
			    "09:30 today 2 cards 1 done 1 unanswered, today desk 1 cards 1 done, "
			    "today eyes 1 cards 1 unanswered" },
		{ "a late answer takes the place of what was", "desk",
		  "09:10; done; today; today desk",
		  WALK_ENDS "; 09:10 #1.2 desk walk done, today 1 cards 1 done, "
			    "today desk 1 cards 1 done" },
		{ "what is taken back does not count", "desk", "08:20; done; today; undo; today",
		  "08:20 #1.1 desk walk done, today 0 cards 1 done, #1.2 desk walk taken_back, "
		  "today 0 cards" },
		{ "but for a card that was seen and comes no more", "lunch",
		  "begin Mon 12:00; 12:31; done; 14:05; undo; today",
		  "12:30 show lunch; 12:31 close, #1.1 lunch done; 14:05 #1.2 lunch taken_back, "
		  "today 1 cards" },
		{ "over midnight it is still today, until 04:00", "bedtime",
		  "begin Mon 21:00; 21:31; done; Tue 03:59; today; 04:01; today; today bedtime",
		  CALF "; 21:31 close, #1.1 bedtime calf done; Tue 03:59 today 1 cards 1 done; "
		       "04:01 today 0 cards, today bedtime 0 cards" },
		{ "tomorrow's rows begin at 0", "bedtime",
		  "begin Mon 21:00; 21:31; done; Tue 21:31; skip; today",
		  CALF "; 21:31 close, #1.1 bedtime calf done; Tue 21:30 show bedtime calf; "
		       "21:31 close, #2.1 bedtime calf skipped, today 1 cards 1 skipped" },
		{ "a restart keeps them", "desk", "08:51; done; 08:55; stop 1m; today; today desk",
		  WALK_DONE "; 08:56 today 1 cards 1 done, today desk 1 cards 1 done" },
	};
	script_rows(state, rows, ROWS(rows));
}

/* Why a pause: cut where a character begins. */
static void a_long_why(void **state)
{
	(void)state;
	static struct story story;
	char why[301] = "x";
	while (strlen(why) < 299)
		strcat(why, "é");
	script_play(&story, "desk", "08:10");
	struct event event = { .kind = EVENT_PAUSE };
	event.pause.until.us = story.now.real.us + USEC_PER_HOUR;
	event.pause.why = why;
	story_send(&story, event);
	size_t length = strlen(story.state.paused_why);
	assert_true(length >= WHY_SIZE - 3 && length < WHY_SIZE);
	assert_int_equal(length % 2, 1); /* the x and whole characters of two bytes */
	assert_memory_equal(story.state.paused_why, why, length);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(answers),    cmocka_unit_test(late),   cmocka_unit_test(snoozes),
		cmocka_unit_test(pauses),     cmocka_unit_test(counts), cmocka_unit_test(whom),
		cmocka_unit_test(a_long_why),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
