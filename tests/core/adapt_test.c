/*
 * How the schedule follows the user: a gentle first week, getting up as an answer, standing, and
 * corrections of the past. Stories with their transcripts; a comment beside a row
 * names a choice the design leaves open.
 */
#include "tests/core/script.h"

static void first_week(void **state)
{
	static const struct row rows[] = {
		{ "the first card is as early as ever, the next 90 min later",
		  "desk first_week=half", "only shows; 08:51; done; 10:21",
		  WALK "; 10:20 show desk hip" },
		{ "the gap has its own reason", "desk first_week=half",
		  "08:51; done; 09:45; holds desk; next desk",
		  WALK "; 08:51 close, #1.1 desk walk done; "
		       "09:45 holds desk first_week, next desk 09:41 10:20" },
		{ "half the cap", "desk first_week=half cap=4 hours=none", "only shows; Tue 03:00",
		  WALK "; 10:50 show desk hip" },
		{ "half of an odd one, rounded up", "desk first_week=half cap=3 hours=none",
		  "only shows; 14:00; holds desk",
		  WALK "; 10:50 show desk hip; 14:00 holds desk cap" },
		{ "the first week only", "desk first_week=half",
		  "only shows; lock; +7d; unlock; 09:45",
		  "Mon 08:50 show desk walk; 09:42 show desk hip" },
		{ "to its last minute", "desk first_week=half",
		  "only shows; lock; Sun 08:00; unlock; 10:21",
		  "Sun 08:50 show desk walk; 10:20 show desk hip" },
		{ "every of clock too", "round first_week=half", "only shows; 11:00",
		  "09:00 show round stand; 10:30 show round stand" },
		{ "of all of them together", "desk eyes first_week=half", "only shows; 11:00",
		  WALK "; 10:20 show desk hip + eyes blink" },
		{ "an at is as it is, and may be joined", "desk lunch first_week=half",
		  "begin Mon 11:00; only shows; 13:00",
		  "11:50 show desk walk; 12:30 show lunch + desk hip" },
		{ "one that the user set is not slowed", "desk desk.set=yes first_week=half cap=20",
		  "only shows; 11:00", WALK "; 09:42 show desk hip; 10:34 show desk stand" },
		{ "nor one of the user's own", "desk desk.own=yes first_week=half cap=1",
		  "only shows; 11:00", WALK "; 09:42 show desk hip; 10:34 show desk stand" },
		{ "a restart does not begin it anew", "desk first_week=half",
		  "only shows; lock; +6d; halt 1d; 09:45",
		  "Mon 08:50 show desk walk; 09:42 show desk hip" },
		{ "a clock put right does not end it", "desk first_week=half",
		  "only shows; 08:10; clock +365d; 10:21",
		  "Tue 08:50 show desk walk; 10:20 show desk hip" },
		{ "the gap reaches over a boot", "desk first_week=half",
		  "only shows; 08:53; halt 1m; 10:21", WALK "; 10:20 show desk hip" },
		{ "full from the start", "desk", "08:51", WALK },
	};
	script_rows(state, rows, ROWS(rows));
}

static void up_on_your_own(void **state)
{
	static const struct row rows[] = {
		{ "a minute without input", "desk", "08:50:50; idle 30s; 08:52; ledger desk",
		  "08:50 show desk walk; 08:52 close, #1.1 desk walk unanswered, ledger desk "
		  "0:00" },
		{ "back before it is over", "desk", "08:50:50; idle 30s; 08:51:10; input; 08:52",
		  WALK_ENDS },
		/* Nothing stays on a locked screen. */
		{ "locked, and away", "desk", "08:50:20; lock; 08:56; unlock; 09:47",
		  WALK "; 08:50:20 close stays; 08:51:20 #1.1 desk walk natural; "
		       "09:46 show desk hip" },
		{ "locked for a moment: due still", "desk",
		  "08:50:20; lock; 08:50:50; unlock; 08:51",
		  WALK "; 08:50:20 close stays; 08:50:50 show desk walk" },
		{ "locked, a card of the clock", "round", "09:00:20; lock; 09:03",
		  "09:00 show round stand; 09:00:20 close stays; 09:01:20 #1.1 round stand "
		  "natural" },
		{ "by hand", "desk", "08:50:20; away; 08:52",
		  WALK "; 08:51:20 close, #1.1 desk walk natural" },
		{ "standing", "desk", "08:50:20; stand; 08:52",
		  WALK "; 08:51:20 close, #1.1 desk walk natural" },
		/* A user without input when the card was shown did not get up because of it. */
		{ "from when the card is there", "desk", "08:50:10; idle 30s; 08:52",
		  "08:50 show desk walk; 08:52 close, #1.1 desk walk unanswered" },
		{ "half the item's time", "long long.every=40m",
		  "08:40; idle 1s; 08:44; done; last long",
		  "08:40 show long hip; 08:42 close, #1.1 long hip unanswered; 08:42:59 #1.2 "
		  "long hip natural; 08:44 #1.3 long hip done, last long due 08:40 shown 08:40 "
		  "ended 08:42" },
		{ "the ledger falls on while away", "desk",
		  "08:50:20; away; 08:56; back; ledger desk; 09:47",
		  WALK "; 08:51:20 close, #1.1 desk walk natural; 08:56 ledger desk 0:00; "
		       "09:46 show desk hip" },
		{ "after it was left unanswered", "desk", "08:54; away; 08:56; back; ledger desk",
		  "08:50 show desk walk; 08:52 close, #1.1 desk walk unanswered; 08:55 #1.2 "
		  "desk walk natural; 08:56 ledger desk 0:00" },
		{ "up when it went", "desk", "08:52:10; idle 30s; 08:54",
		  "08:50 show desk walk; 08:52 close, #1.1 desk walk unanswered" },
		{ "within 5 min", "desk", "08:56:50; away; 08:59",
		  WALK_ENDS "; 08:57:50 #1.2 desk walk natural" },
		{ "not later", "desk", "08:57:10; away; 08:59", WALK_ENDS },
		{ "too short afterwards", "desk", "08:54; away; 08:54:50; back; 09:00", WALK_ENDS },
		{ "the item that was on the card counts", "desk", "09:42; skip; only shows; 10:35",
		  WALK_ENDS "; 09:42 show desk hip, close, #2.1 desk hip skipped; "
			    "10:32 show desk stand" },
		{ "not what was answered", "desk", "08:51; skip; away; 08:53",
		  WALK "; 08:51 close, #1.1 desk walk skipped" },
		{ "nor put off", "desk", "08:51; snooze #1 +10m; away; 08:53",
		  WALK "; 08:51 close, #1.1 desk walk snoozed" },
		{ "taken back it is up again, and up you are", "desk",
		  "08:51; done; undo; away; 08:53",
		  WALK "; 08:51 close, #1.1 desk walk done, #1.2 desk walk taken_back, "
		       "show desk walk; 08:52 close, #2.1 desk walk natural" },
		{ "all that are on the card", "desk soon", "08:50:20; away; 08:52",
		  "08:50 show desk walk + soon calf; "
		  "08:51:20 close, #1.1 desk walk natural, #2.1 soon calf natural" },
		{ "all of them afterwards", "desk soon", "08:53; away; 08:55",
		  "08:50 show desk walk + soon calf; "
		  "08:52 close, #1.1 desk walk unanswered, #2.1 soon calf unanswered; "
		  "08:54 #1.2 desk walk natural, #2.2 soon calf natural" },
		{ "a rider was only offered", "desk air", "08:50:20; away; 08:52",
		  "08:50 show desk walk & air; "
		  "08:51:20 close, #1.1 desk walk natural, #2.1 air offered" },
		{ "a called-for card too", "desk", "08:20; ring desk; away; 08:22",
		  "08:20 show desk walk; 08:21 close, #1.1 desk walk natural" },
		{ "not while it is on its way", "desk",
		  "display mute; 08:50; away; 08:52; shown; back; 08:55",
		  WALK "; 08:54 close, #1.1 desk walk unanswered" },
		{ "counted instead", "desk", "08:54; away; 08:56; today",
		  WALK_ENDS "; 08:55 #1.2 desk walk natural; 08:56 today 1 cards 1 natural" },
		{ "there is no answer in it to take back", "desk", "08:50:20; away; 08:52; undo",
		  WALK "; 08:51:20 close, #1.1 desk walk natural; 08:52 nothing_to_undo" },
		{ "a rest that ends before it counts", "desk",
		  "source on; 08:50:30; idle 30s; 08:51:20; input; 08:53",
		  "08:50 show desk walk; 08:52 close, #1.1 desk walk perhaps" },
		{ "one that ends after the card", "desk",
		  "source on; 08:50:40; idle 30s; 08:52:10; input; last desk",
		  "08:50 show desk walk; 08:52 close, #1.1 desk walk unanswered; 08:52:10 #1.2 "
		  "desk walk perhaps, last desk due 08:50 shown 08:50 ended 08:52" },
		{ "after the card", "desk", "source on; 08:54; idle 30s; 08:55; input; 08:58",
		  "08:50 show desk walk; 08:52 close, #1.1 desk walk unanswered; 08:55 #1.2 "
		  "desk walk perhaps" },
		{ "and up a little later", "desk",
		  "source on; 08:54; idle 30s; 08:55; input; 08:56; idle 30s; 09:00; input",
		  "08:50 show desk walk; 08:52 close, #1.1 desk walk unanswered; 08:55 #1.2 "
		  "desk walk perhaps; 08:58:30 #1.3 desk walk natural" },
		{ "a rest of less than a minute is none", "desk",
		  "source on; 08:50:50; idle 30s; 08:51:10; input; 08:53",
		  "08:50 show desk walk; 08:52 close, #1.1 desk walk unanswered" },
		{ "of half the item's time", "long",
		  "source on; 08:00:30; idle 30s; 08:50; input; 08:51; idle 30s; 08:52:20; input; "
		  "08:54",
		  "" },
		{ "an answer goes before it", "desk",
		  "source on; 08:50:30; idle 30s; 08:51:20; input; done; 08:53",
		  "08:50 show desk walk; 08:51:20 close, #1.1 desk walk done" },
		{ "perhaps ends a row of unanswered cards", "desk back_off=yes",
		  "source on; only shows; 12:18:40; idle 10s; 12:21:20; input; 15:00",
		  "08:50 show desk walk; 09:42 show desk hip; 10:34 show desk stand; 11:26 show "
		  "desk walk; 12:18 show desk hip; 13:10 show desk stand; 14:02 show desk walk; "
		  "14:54 show "
		  "desk hip" },
		{ "closed without a button, and up", "desk",
		  "08:50:20; close; 08:51; away; 08:53; back",
		  "08:50 show desk walk; 08:50:20 close, #1.1 desk walk skipped; 08:52 #1.2 "
		  "desk walk natural" },
		{ "up with the lock after it", "desk", "08:54; lock; 08:56; unlock",
		  "08:50 show desk walk; 08:52 close, #1.1 desk walk unanswered; 08:55 #1.2 "
		  "desk walk natural" },
		{ "the lid shut under it for two minutes", "desk",
		  "08:51; sleep; 08:53; wake; 08:54",
		  "08:50 show desk walk; 08:51 close stays; 08:53 #1.1 desk walk natural" },
		{ "asleep after it", "desk", "08:54; sleep; 10:30; wake; 10:31",
		  "08:50 show desk walk; 08:52 close, #1.1 desk walk unanswered; 10:30 #1.2 "
		  "desk walk natural" },
		{ "a later answer mends it", "desk", "08:50:20; away; 08:55; back; done",
		  WALK "; 08:51:20 close, #1.1 desk walk natural; 08:55 #1.2 desk walk done" },
	};
	script_rows(state, rows, ROWS(rows));
}

static void standing(void **state)
{
	static const struct row rows[] = {
		{ "pays back like an absence", "desk",
		  "08:30; stand; 08:34; ledger desk; sit; ledger desk",
		  "08:34 ledger desk 10:00, ledger desk 10:00" },
		{ "a short one is sitting", "desk", "08:30; stand; 08:31; sit; ledger desk",
		  "08:31 ledger desk 31:00" },
		{ "for a time: it ends by itself", "desk",
		  "08:30; stand 20m; 08:55; ledger desk; 09:41",
		  "08:55 ledger desk 5:00; 09:40 show desk walk" },
		{ "down before that", "desk",
		  "08:30; stand 20m; 08:34; sit; ledger desk; 08:55; "
		  "ledger desk",
		  "08:34 ledger desk 10:00; 08:55 ledger desk 31:00" },
		{ "said again: from now", "desk",
		  "08:30; stand 5m; 08:34; stand 10m; 08:50; ledger desk",
		  "08:50 ledger desk 6:00" },
		{ "open after a length", "desk",
		  "08:30; stand 5m; 08:34; stand; 08:50; ledger desk", "08:50 ledger desk 0:00" },
		{ "cards come all the same", "lunch", "12:20; stand; 12:31", "12:30 show lunch" },
		{ "and then a lock", "desk",
		  "08:30; stand; 08:32; lock; 08:33; sit; 08:34; unlock; ledger desk",
		  "08:34 ledger desk 10:00" },
		{ "the end of standing is no return to a lock", "lunch",
		  "12:20; lock; stand 5m; 12:31; holds lunch", "12:31 holds lunch locked" },
		{ "survives a crash, and its end", "desk",
		  "08:30; stand 20m; 08:35; crash 5m; 08:55; ledger desk",
		  "08:55 ledger desk 5:00" },
		{ "not another boot", "desk",
		  "08:30; stand 60m; 08:35; halt 5m; 08:50; ledger desk",
		  "08:50 ledger desk 10:00" },
		{ "nobody can foresee its end", "desk", "08:30; stand; 08:34; next desk",
		  "08:34 next desk open open" },
		{ "which a question why names", "desk",
		  "08:30; stand; 08:34; explain desk; stand 20m; explain desk; lock; explain desk",
		  "08:34 explain desk You work standing, which clears sitting: 10 min of 50 min "
		  "counted. No card yet., explain desk You work standing until 08:54, which "
		  "clears sitting: 10 min of 50 min counted. No card yet., explain desk You are "
		  "away, which clears sitting: 10 min of 50 min counted. No card yet." },
		{ "two hours at the most", "desk", "08:30; stand; 10:40; ledger desk",
		  "10:40 ledger desk 10:00" },
		{ "to the end of the day", "desk",
		  "begin Mon 03:00; 03:10; stand; 04:10; ledger desk", "04:10 ledger desk 10:00" },
		{ "to the next lock", "desk",
		  "08:30; stand; 09:00; lock; 09:30; unlock; 10:00; ledger desk",
		  "10:00 ledger desk 30:00" },
		{ "not to a short one", "desk",
		  "08:30; stand; 09:00; lock; 09:00:40; unlock; 10:00; ledger desk",
		  "10:00 ledger desk 0:00" },
		{ "to the next rest that counts", "desk",
		  "source on; 08:30; stand; 09:00; idle 30s; 09:10; input; 09:30; ledger desk",
		  "09:30 ledger desk 20:00" },
		{ "a lock ends it after a minute", "desk",
		  "08:30; stand; 09:00; lock; 09:01; unlock; 09:30; ledger desk; stand; "
		  "10:00; lock; 10:01:01; unlock; 10:31:01; ledger desk",
		  "09:30 ledger desk 0:00; 10:31:01 ledger desk 30:00" },
		{ "not to a pause", "desk",
		  "source on; 08:30; stand; 09:00; idle 30s; 09:02; input; 09:30; ledger desk",
		  "09:30 ledger desk 0:00" },
		{ "with a time it outlasts a lock", "desk",
		  "08:30; stand 90m; 09:00; lock; 09:30; unlock; 09:50; ledger desk; 10:20; ledger "
		  "desk",
		  "09:50 ledger desk 0:00; 10:20 ledger desk 20:00" },
		{ "at the end of its time it is said", "desk stood", "08:30; stand 20m; 08:51",
		  "08:50 show stood" },
		{ "not where it had none", "desk stood", "08:30; stand; 10:40", "" },
		{ "nor where it was ended by hand", "desk stood",
		  "08:30; stand 20m; 08:40; sit; 09:00", "" },
	};
	script_rows(state, rows, ROWS(rows));
}

/* Corrections of the last minutes by the user. */
static void corrected(void **state)
{
	static const struct row rows[] = {
		{ "stood for a while", "desk", "08:34; stood 4m; ledger desk",
		  "08:34 ledger desk 10:00" },
		{ "for long", "desk", "08:40; stood 20m; ledger desk", "08:40 ledger desk 0:00" },
		{ "sat for a while", "desk", "08:20; away; 08:40; back; sat 20m; ledger desk",
		  "08:40 ledger desk 20:00" },
		{ "never over its interval", "desk", "08:40; sat 2h; ledger desk; 08:43",
		  "08:40 show desk walk, ledger desk 50:00; 08:42 close, #1.1 desk walk "
		  "unanswered" },
		{ "what was due is due no more", "desk",
		  "pause +1h; 08:55; stood 4m; ledger desk; 09:20",
		  "08:55 ledger desk 26:00; 09:19 show desk walk" },
		{ "of each ledger", "desk eyes", "08:30; stood 5m; ledger desk; ledger eyes",
		  "08:30 ledger desk 0:00, ledger eyes 0:00" },
		{ "not of every of clock", "round", "08:30; stood 10m; 09:01",
		  "09:00 show round stand" },
		{ "never over its interval while away", "desk",
		  "08:05; away; sat 3h; stood 5m; ledger desk", "08:05 ledger desk 25:00" },
		{ "while away", "desk", "08:30; away; 08:34; sat 10m; ledger desk",
		  "08:34 ledger desk 20:00" },
	};
	script_rows(state, rows, ROWS(rows));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(first_week),
		cmocka_unit_test(up_on_your_own),
		cmocka_unit_test(standing),
		cmocka_unit_test(corrected),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
