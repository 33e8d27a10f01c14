/* A level reported by others must not hold cards forever, and no card is shown to a chair that may
 * be empty. */
#include "tests/core/script.h"

/* Where keys are seen, the last one is younger than 40 s, or somebody is just back. */
static void empty_chair(void **state)
{
	static const struct row rows[] = {
		{ "left before it was due: the next key brings it", "desk",
		  "source on; 08:49:30; idle 30s; 08:50:10; holds desk; 08:51; input",
		  "08:50:10 holds desk chair; 08:51 show desk walk" },
		{ "left at the end of its wait", "desk wait=10m",
		  "source on; 08:59:30; idle 60s; 09:00:30; holds desk; 09:01; input",
		  "09:00:30 holds desk chair; 09:01 show desk walk" },
		{ "or the absence counts, and it is due no more", "desk",
		  "source on; 08:49; idle 30s; 09:00; input; ledger desk",
		  "09:00 ledger desk 0:00" },
		{ "a key of half a minute ago is enough", "desk",
		  "source on; 08:49:50; idle 20s; 08:51", "08:50 show desk walk" },
		{ "a call that ends without a key", "desk",
		  "source on; call off; 08:45; mic on; idle 1m; 08:55; mic off; 08:56; holds desk; "
		  "input",
		  "08:45 read on; 08:46 read on; 08:48 read on; 08:50 read on; 08:55:15 read "
		  "off; 08:56 holds desk chair, read off, show desk walk" },
		{ "with a key just before", "desk",
		  "source on; call off; 08:49; mic on; 08:55; mic off; 08:56",
		  "08:50 read on; 08:55:15 read off, show desk walk" },
		{ "hung up with a key: it is looked at soon after", "desk",
		  "source on; call off; 08:45; mic on; idle 1m; 08:55:07; input; 08:55:09; mic "
		  "off; 08:56",
		  "08:45 read on; 08:46 read on; 08:48 read on; 08:50 read on; 08:55:07 read "
		  "on; 08:55:12 read off, show desk walk" },
		{ "a film that ends without a key", "desk",
		  "source on; awake mpv on; 08:30; idle 1m; 09:00; awake off; holds desk; 09:02; "
		  "input",
		  "09:00 holds desk chair; 09:02 show desk walk" },
		{ "in a film that keeps no card back somebody looks on", "desk never_during=none",
		  "source on; awake mpv on; 08:30; idle 1m; 08:51", "08:50 show desk walk" },
		{ "do-not-disturb ends while nobody types", "desk",
		  "source on; dnd on; 09:00; idle 2m; dnd off; holds desk; 09:01; input",
		  "09:00 holds desk chair; 09:01 show desk walk" },
		{ "a time of the calendar too", "lunch",
		  "source on; 12:28; idle 90s; 12:31; holds lunch; input",
		  "12:31 holds lunch away, show lunch" },
		{ "a called-for card passes", "desk", "source on; 08:30; idle 2m; ring desk",
		  "08:30 show desk walk" },
		{ "what comes on an unlock has met somebody", "hello",
		  "source on; lock; 08:30; unlock", "08:30 show hello" },
		{ "put off, and gone by then", "desk",
		  "source on; 08:50:10; snooze #1 +10m; 09:00; idle 2m; 09:00:10; holds desk; "
		  "09:00:30; input",
		  "08:50 show desk walk; 08:50:10 close, #1.1 desk walk snoozed; 09:00:10 holds "
		  "desk chair; 09:00:30 show desk walk" },
		{ "whoever watches begins to: nothing is known for 40 s", "desk",
		  "08:49:30; source on; holds desk; 08:50; holds desk; 08:51",
		  "08:49:30 holds desk; 08:50 holds desk chair; 08:50:10 show desk walk" },
		{ "its hours end before its wait does", "desk hours=08:00-08:55 wait=10m",
		  "source on; 08:56",
		  "08:53 show desk walk; 08:55 close, #1.1 desk walk unanswered" },
		{ "or quiet begins, and outlasts it", "bedtime quiet=21:35-23:30 wait=10m",
		  "begin Mon 21:00; source on; 21:36",
		  "21:33 show bedtime calf; 21:35 close, #1.1 bedtime calf unanswered" },
		{ "where the last key is dated, for a second", "desk",
		  "08:49:30; source dates; 08:51", "08:50 show desk walk" },
		{ "so that a card comes soon after a pause", "desk",
		  "source dates; pause +1h; 08:59:58; resume; 09:01", "08:59:58 show desk walk" },
		{ "without a source nobody knows", "desk", "08:51", "08:50 show desk walk" },
		{ "it is looked for 40 s before, not sooner", "desk",
		  "source on; 08:00:01; alarm; watch; 08:49:30; watch",
		  "08:00:01 alarm Mon 08:49:20, watch idle 3:00; 08:49:30 watch idle 0:40" },
		{ "and not while it waits for something that ends later", "desk",
		  "source on; pause +2h; 08:55; watch; 09:59:30; watch",
		  "08:55 watch idle 3:00; 09:59:30 watch idle 0:40" },
	};
	script_rows(state, rows, ROWS(rows));
}

/* When the card of what is due is expected: not now, while it waits for something. */
static void expected(void **state)
{
	static const struct row rows[] = {
		{ "an empty chair: the next key", "desk",
		  "source on; 08:49:30; idle 30s; 08:50:10; next desk; 08:50:40; input",
		  "08:50:10 next desk 08:50 open; 08:50:40 show desk walk" },
		{ "a chair of which nothing is known yet: 40 s later", "desk",
		  "08:49:30; source on; 08:50; next desk", "08:50 next desk 08:50 08:50:10" },
		{ "what comes on an unlock has met somebody", "hello cap=0 gap=0m",
		  "source on; lock; 08:30; unlock; next hello",
		  "08:30 show hello, next hello 08:30 08:30" },
		{ "no display: nobody knows", "desk", "display none; 08:51; next desk",
		  "08:51 next desk 08:50 open" },
		{ "a display that failed: the next try", "desk",
		  "display fails; 08:50:30; next desk",
		  "08:50 show desk walk; "
		  "08:50:30 next desk 08:50 08:51" },
		{ "a return from an absence: two minutes later", "lunch after_return=2m",
		  "12:00; lock; 12:31; unlock; next lunch", "12:31 next lunch 12:30 12:33" },
		{ "another card: its end", "desk lunch",
		  "begin Mon 12:29; ring desk; 12:30; "
		  "next lunch",
		  "12:29 show desk walk; 12:30 next lunch 12:30 open" },
	};
	script_rows(state, rows, ROWS(rows));
}

/* A machine that runs is not asleep, whatever was reported. */
static void asleep(void **state)
{
	static const struct row rows[] = {
		{ "no word of its end: an event a minute later is enough", "desk",
		  "08:10; sleep; 08:40; timer; holds desk; ledger desk",
		  "08:40 holds desk, ledger desk 0:00" },
		{ "the time that is asked for", "desk", "08:10; sleep; alarm",
		  "08:10 alarm Mon 08:11:05" },
		{ "by hand at once", "desk", "08:10; sleep; back; holds desk", "08:10 holds desk" },
		{ "who sits at once", "desk", "08:10; sleep; sit; holds desk", "08:10 holds desk" },
		{ "an unlock at once", "desk", "08:10; lock; sleep; unlock; holds desk",
		  "08:10 holds desk" },
		{ "what comes at the wake-up comes", "rise", "08:10; sleep; 08:40; timer",
		  "08:40 show rise" },
		{ "a word of its end after that is nothing new", "rise desk",
		  "08:10; sleep; 08:40; timer; 08:45; wake; ledger desk",
		  "08:40 show rise; 08:45 close, #1.1 rise unanswered, ledger desk 5:00" },
	};
	script_rows(state, rows, ROWS(rows));
}

/* The owner of a level is asked again. */
static void doubted(void **state)
{
	static const struct row rows[] = {
		{ "keys for a minute on a locked screen", "desk",
		  "source on; 08:10; lock; 08:12; watch", "08:12 watch idle 3:00 levels" },
		{ "none: nobody is there", "desk",
		  "source on; 08:10; lock; 08:11; idle 60s; 08:20; watch; alarm",
		  "08:20 watch idle 3:00, alarm none" },
		{ "a card that do-not-disturb alone keeps back", "desk",
		  "dnd on; 08:49; watch; 08:50; watch; 08:51; timer; watch",
		  "08:49 watch idle 3:00; 08:50 watch idle 3:00 levels; 08:51 watch idle 3:00" },
		{ "a locked screen", "lunch", "lock; 12:30; watch; 12:31; timer; watch",
		  "12:30 watch idle 3:00 levels; 12:31 watch idle 3:00" },
		{ "not one that waits for more", "desk", "dnd on; pause +2h; 08:50; watch",
		  "08:50 watch idle 3:00" },
	};
	script_rows(state, rows, ROWS(rows));
}

/* A microphone that is always open reaches its limit. */
static void open_microphone(void **state)
{
	static const struct row rows[] = {
		{ "no hold after the limit", "desk awake_limit=2h",
		  "only shows; call off; mic on; 08:00:10; call on; 18:00",
		  "10:00:10 show desk walk; 10:52:10 show desk hip; 11:44:10 show desk stand; "
		  "12:36:10 show desk walk; 13:28:10 show desk hip; 14:20:10 show desk stand; "
		  "15:12:10 show desk walk; 16:04:10 show desk hip; 16:56:10 show desk stand; "
		  "17:48:10 show desk walk" },
		{ "nor sitting without a key", "desk awake_limit=2h",
		  "only shows; source on; call off; mic on; call on; 12:00; idle 1m; 12:40; ledger "
		  "desk; input",
		  "10:00 show desk walk; 10:52 show desk hip; 11:44 show desk stand; 12:40 "
		  "ledger desk 0:00" },
		{ "its beginning is kept over hours in which nobody looked", "desk awake_limit=3h",
		  "only shows; call on; 08:51; done; 09:00; explain desk; 10:59; 11:30; explain "
		  "desk",
		  "09:00 explain desk Next: 09:41, after 50 min of sitting (9 min so far). Last "
		  "answer 08:51: done.; 11:00 show desk hip; 11:30 explain desk Next: 11:52, "
		  "after 50 min of sitting (28 min so far). Last card 11:02: unanswered. It "
		  "came as soon as nothing held it (11:00)." },
		{ "another call on the next day is another one", "desk awake_limit=1h",
		  "only shows; call on; 08:01; lock; mic off; 13:00; mic on; unlock; 13:51; holds "
		  "desk",
		  "13:51 holds desk call" },
	};
	script_rows(state, rows, ROWS(rows));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(empty_chair),     cmocka_unit_test(expected),
		cmocka_unit_test(asleep),          cmocka_unit_test(doubted),
		cmocka_unit_test(open_microphone),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
