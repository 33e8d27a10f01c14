/*
 * Reminders that do not count sitting: every of clock inside its hours, occasions, and the
 * bounded repeat of what nobody answered. Stories with their transcripts; a comment beside a row
 * names a choice the design leaves open.
 */
#include "tests/core/script.h"

#define ROUND "09:00 show round stand"
#define ROUND_ENDS "09:00 show round stand; 09:02 close, #1.1 round stand unanswered"
#define CALF_ENDS "21:30 show bedtime calf; 21:32 close, #1.1 bedtime calf unanswered"

static void elapsed(void **state)
{
	static const struct row rows[] = {
		{ "after an hour; then from the card's end", "round", "10:03",
		  ROUND_ENDS "; 10:02 show round stand" },
		{ "an absence changes nothing", "round", "08:10; lock; 08:50; unlock; 09:01",
		  ROUND },
		{ "nor does sleep", "round", "08:10; sleep; 08:50; wake; 09:01", ROUND },
		{ "nor standing, nor a word about the past", "round",
		  "08:10; stand 20m; 08:40; stood 30m; sat 10m; 09:01", ROUND },
		{ "due in an absence: at its end", "round", "08:50; lock; 09:20; unlock",
		  "09:20 show round stand" },
		{ "due again: the first one was not shown", "round",
		  "08:50; lock; 10:05; unlock; last round",
		  "10:00 #1.1 round stand not_shown; 10:05 show round stand, "
		  "last round due 09:00 shown never ended 10:00" },
		{ "locked for long: one row, and nothing to wake for", "round",
		  "08:50; lock; 10:01; alarm; 17:30; unlock; last round",
		  "10:00 #1.1 round stand not_shown; 10:01 alarm none; "
		  "17:30 show round stand, last round due 09:00 shown never ended 10:00" },
		{ "paused for days: one row, and only the end to wake for", "round",
		  "08:50; pause Wed 09:00; 10:01; alarm; Wed 09:03; last round",
		  "10:00 #1.1 round stand not_shown; 10:01 alarm Wed 09:00; "
		  "Wed 09:00 show round stand; 09:02 close, #2.1 round stand unanswered; "
		  "09:03 last round due 10:00 shown 09:00 ended 09:02" },
		{ "slept through: no burst", "round", "08:50; sleep; 13:30; wake; done; 14:29",
		  "13:30 show round stand, close, #1.1 round stand done" },
		{ "the evening goes on in the morning", "round", "begin Mon 19:30; Tue 08:31",
		  "Tue 08:30 show round stand" },
		{ "over a break in the hours", "round hours=08:00-08:40,13:00-18:00", "13:21",
		  "13:20 show round stand" },
		{ "over a free day", "round hours=Mon.08:00-08:40,Wed.08:00-18:00", "Wed 08:21",
		  "Wed 08:20 show round stand" },
		{ "from before the hours", "round", "begin Mon 06:00; 09:01", ROUND },
		{ "due at their end: at their next start", "round", "begin Mon 19:00; Tue 08:01",
		  "Tue 08:00 show round stand" },
		{ "and due again only inside them", "round round.hours=10:00-11:00", "Tue 10:01",
		  "Tue 10:00 show round stand" },
		{ "in its own hours", "round round.hours=10:00-12:00", "11:01",
		  "11:00 show round stand" },
		{ "over midnight", "round hours=22:00-02:00", "begin Mon 23:30; Tue 00:31",
		  "Tue 00:30 show round stand" },
		{ "with no hours at all", "round hours=none", "begin Mon 23:30; Tue 00:31",
		  "Tue 00:30 show round stand" },
		{ "an hour of summer time is an hour", "round hours=none",
		  "begin 2026-03-29 01:30; 03:31", "03:30 show round stand" },
		{ "the clock is set: what elapses does not care", "round",
		  "08:30; clock +1h; 10:01", "10:00 show round stand" },
		{ "stopped for a while: it goes on", "round", "08:30; stop 10m; 09:01", ROUND },
		{ "another boot too", "round", "08:30; halt 10m; 09:01", ROUND },
		{ "partly: half of it again", "round", "09:01; partly; 09:32",
		  ROUND "; 09:01 close, #1.1 round stand partly; 09:31 show round stand" },
		{ "put off", "round", "09:01; snooze #1 +10m; 09:12",
		  ROUND "; 09:01 close, #1.1 round stand snoozed; 09:11 show round stand" },
		{ "up on your own", "round", "09:00:10; away; 09:02",
		  ROUND "; 09:01:10 close, #1.1 round stand natural" },
		{ "done before its time", "round", "08:30; done round; 09:31",
		  "08:30 #1.1 round stand done; 09:30 show round stand" },
		{ "and taken back", "round", "08:30; done round; undo; 09:01",
		  "08:30 #1.1 round stand done, #1.2 round stand taken_back; " ROUND },
		{ "foreseen", "round", "08:10; next round", "08:10 next round 09:00 09:00" },
		{ "foreseen over the night", "round", "begin Mon 19:30; next round",
		  "19:30 next round 08:30 08:30" },
		{ "foreseen while away", "round", "08:10; lock; 08:30; next round",
		  "08:30 next round 09:00 open" },
	};
	script_rows(state, rows, ROWS(rows));
}

static void occasions(void **state)
{
	static const struct row rows[] = {
		{ "an unlock", "hello", "09:00; lock; 09:05; unlock; 09:08",
		  "09:05 show hello; 09:07 close, #1.1 hello unanswered" },
		{ "after a long enough absence", "hello after=10m", "09:00; lock; 09:10; unlock",
		  "09:10 show hello" },
		{ "not after a shorter one", "hello after=10m", "09:00; lock; 09:09; unlock; 10:00",
		  "" },
		{ "its absence may have begun before the lock", "hello after=10m",
		  "09:05; idle 5m; lock; 09:10; input; unlock", "09:10 show hello" },
		{ "unlocked without input: on the return", "hello",
		  "source on; 09:05; idle 5m; lock; 09:10; unlock; holds hello; 09:11; input",
		  "09:10 holds hello away; 09:11 show hello" },
		{ "no unlock without a lock", "hello", "09:00; unlock; away; 09:10; back", "" },
		{ "a wake", "rise", "09:00; sleep; 10:00; wake", "10:00 show rise" },
		{ "a wake into a locked screen", "rise",
		  "09:00; sleep; lock; 10:00; wake; holds rise; 10:01; unlock",
		  "10:00 holds rise locked; 10:01 show rise" },
		{ "a wake is no unlock", "hello", "09:00; sleep; 10:00; wake", "" },
		{ "a login", "enter", "only shows; 09:00; login",
		  "08:00:02 show enter; 09:00 show enter" },
		{ "another boot is one", "enter", "only shows; 09:00; halt 5m; +2s",
		  "08:00:02 show enter; 09:05:02 show enter" },
		{ "another process is none", "enter", "only shows; 09:00; crash 5m",
		  "08:00:02 show enter" },
		{ "a workout", "train", "09:00; workout", "09:00 show train" },
		{ "begun and ended: away in between", "desk train",
		  "08:30; train; 08:59; holds desk; explain desk; next desk; 09:00; trained; "
		  "workout; "
		  "ledger desk",
		  "08:59 holds desk workout, explain desk You are away, which clears sitting: 0 "
		  "s of 50 min counted. Waiting: a workout since 08:30; at its end: limber stop "
		  "workout. No card yet., next desk open open; 09:00 show train, ledger desk "
		  "0:00" },
		{ "it holds", "lunch", "12:00; train; 12:31; explain lunch; trained; 12:34",
		  "12:31 explain lunch Due since 12:30. Waiting: a workout since 12:00; at its "
		  "end: limber stop workout. No card yet., show lunch; 12:33 close, #1.1 lunch "
		  "unanswered" },
		{ "none that was begun", "train", "08:10; trained; train; trained; trained",
		  "08:10 no_workout, no_workout" },
		{ "begun a day ago, and away since", "desk train",
		  "08:10; train; Tue 08:11; trained; 09:02", "Tue 09:01 show desk walk" },
		{ "whoever is seen to be back need not say so, and still may", "desk train",
		  "source on; 08:30; train; 08:40; idle 8m; 08:45; input; 08:46; holds desk; "
		  "trained; "
		  "workout",
		  "08:46 holds desk, show train" },
		{ "limber back is no end of it", "desk train",
		  "08:30; train; 08:45; back; 08:48; holds desk; trained; ledger desk",
		  "08:48 holds desk, ledger desk 3:00" },
		{ "whoever is back from it is not away", "desk",
		  "08:30; away; train; 08:45; trained; "
		  "08:48; holds desk",
		  "08:48 holds desk" },
		{ "over a restart", "desk",
		  "08:30; train; 08:45; stop 5m; holds desk; trained; trained",
		  "08:50 holds desk workout starting, no_workout" },
		{ "over a boot it is over, and may be reported", "desk",
		  "08:30; train; 08:45; reboot 5m; holds desk; trained; trained",
		  "08:50 holds desk starting, no_workout" },
		{ "up for it is up", "desk", "08:51; train; 08:53",
		  "08:50 show desk walk; 08:52 close, #1.1 desk walk unanswered; 08:52 #1.2 "
		  "desk walk natural" },
		{ "of another kind", "train hello", "09:00; sleep; 09:30; wake", "" },
		{ "one that is off", "hello", "switch hello off; lock; 09:00; unlock", "" },
		{ "outside hours all the same", "hello", "begin Mon 21:00; lock; 21:05; unlock",
		  "21:05 show hello" },
		{ "held: when the hold ends", "hello", "pause +1h; lock; 08:05; unlock; 09:01",
		  "09:00 show hello" },
		{ "held beyond its validity: not shown, once", "hello hello.valid=30m",
		  "pause +1h; lock; 08:05; unlock; 09:01", "08:35 #1.1 hello not_shown" },
		{ "twice while it is held: once", "hello",
		  "pause +1h; lock; 08:05; unlock; lock; 08:10; unlock; 09:05",
		  "09:00 show hello; 09:02 close, #1.1 hello unanswered" },
		{ "put off", "hello", "lock; 08:05; unlock; snooze #1 +10m; 08:16",
		  "08:05 show hello, close, #1.1 hello snoozed; 08:15 show hello" },
		{ "nobody can foresee it", "hello", "next hello", "08:00 next hello open open" },
		{ "at most so often", "hello hello.most=1",
		  "only shows; lock; 08:05; unlock; 09:00; lock; 09:05; unlock; 10:00",
		  "08:05 show hello" },
		{ "over a restart", "hello", "pause +1h; lock; 08:05; unlock; crash 5m; 09:01",
		  "09:00 show hello" },
	};
	script_rows(state, rows, ROWS(rows));
}

/* After the length of `later`, as if it had been put off. */
static void repeats(void **state)
{
	static const struct row rows[] = {
		{ "once more, and then no more", "bedtime repeat=1", "begin Mon 21:00; 23:30",
		  CALF_ENDS "; 21:42 show bedtime calf; "
			    "21:44 close, #2.1 bedtime calf unanswered" },
		{ "twice", "bedtime repeat=2", "begin Mon 21:00; only shows; 23:30",
		  "21:30 show bedtime calf; 21:42 show bedtime calf; 22:30 show bedtime calf" },
		{ "the same item, and then the next", "bedtime repeat=1 bedtime.items=calf,walk",
		  "begin Mon 21:00; only shows; Tue 23:30",
		  "21:30 show bedtime calf; 21:42 show bedtime calf; Tue 21:30 show bedtime walk; "
		  "21:42 show bedtime walk" },
		{ "of an every it is bound by the gap", "desk repeat=1", "only shows; 09:21",
		  "08:50 show desk walk; 09:20 show desk walk" },
		{ "it looks for a good moment", "lunch repeat=1 wait=10m",
		  "begin Mon 12:25; source on; 12:30:30; moment; only shows; 12:53",
		  "12:30:30 show lunch; 12:52:30 show lunch" },
		{ "once where it insists", "bedtime insist=yes",
		  "begin Mon 21:00; only shows; 23:30",
		  "21:30 show bedtime calf; 21:42 show bedtime calf" },
		{ "as often as it says where it insists, too", "bedtime insist=yes repeat=2",
		  "begin Mon 21:00; only shows; 23:30",
		  "21:30 show bedtime calf; 21:42 show bedtime calf; 22:30 show bedtime calf" },
		{ "not when an insistent one was skipped", "bedtime insist=yes",
		  "begin Mon 21:00; 21:31; skip; 23:30",
		  "21:30 show bedtime calf; 21:31 close, #1.1 bedtime calf skipped" },
		{ "nor in a call", "lunch insist=yes", "only shows; 12:31; call on; mic on; 12:50",
		  "12:30 show lunch" },
		{ "not where it is 0", "bedtime", "begin Mon 21:00; 23:30", CALF_ENDS },
		{ "not when it was skipped", "bedtime repeat=1",
		  "begin Mon 21:00; 21:31; skip; "
		  "23:30",
		  "21:30 show bedtime calf; 21:31 close, #1.1 bedtime calf skipped" },
		{ "nor closed", "bedtime repeat=1", "begin Mon 21:00; 21:31; close; 23:30",
		  "21:30 show bedtime calf; 21:31 close, #1.1 bedtime calf skipped" },
		{ "nor when it was answered late", "bedtime repeat=1",
		  "begin Mon 21:00; 21:35; done; 23:30",
		  CALF_ENDS "; 21:35 #1.2 bedtime calf done" },
		{ "nor when it was skipped late", "bedtime repeat=1",
		  "begin Mon 21:00; 21:35; skip; 23:30",
		  CALF_ENDS "; 21:35 #1.2 bedtime calf skipped" },
		{ "nor after getting up", "bedtime repeat=1",
		  "begin Mon 21:00; 21:33; lock; 21:50; unlock; 23:30",
		  CALF_ENDS "; 21:34 #1.2 bedtime calf natural" },
		{ "when its server was lost", "bedtime repeat=1",
		  "begin Mon 21:00; 21:31; lost; 21:42",
		  "21:30 show bedtime calf; 21:31 close, #1.1 bedtime calf unanswered; "
		  "21:41 show bedtime calf" },
		{ "not past its validity", "bedtime repeat=1 valid=11m", "begin Mon 21:00; 23:30",
		  CALF_ENDS },
		{ "held beyond its validity: no second row", "bedtime repeat=1 valid=20m",
		  "begin Mon 21:00; 21:40; pause +1h; 23:30", CALF_ENDS },
		{ "of an every, and then an absence: no second row", "desk repeat=1",
		  "08:58; lock; 09:03; unlock; 09:10",
		  "08:50 show desk walk; 08:52 close, #1.1 desk walk unanswered" },
		{ "the next evening counts anew", "bedtime repeat=1",
		  "begin Mon 21:00; only shows; Tue 21:45",
		  "21:30 show bedtime calf; 21:42 show bedtime calf; Tue 21:30 show bedtime calf; "
		  "21:42 show bedtime calf" },
		{ "over a restart", "bedtime repeat=1", "begin Mon 21:00; 21:35; stop 1m; 23:30",
		  CALF_ENDS "; 21:42 show bedtime calf; "
			    "21:44 close, #2.1 bedtime calf unanswered" },
		{ "of an occasion", "hello repeat=1", "only shows; lock; 08:05; unlock; 09:00",
		  "08:05 show hello; 08:17 show hello" },
	};
	script_rows(state, rows, ROWS(rows));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(elapsed),
		cmocka_unit_test(occasions),
		cmocka_unit_test(repeats),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
