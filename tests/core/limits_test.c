/*
 * What keeps a due reminder silent, and for how long: quiet and hours, gap, cap and most, the
 * return from an absence, the wait for a good moment. Stories with their transcripts; a comment
 * beside a row names a choice the design leaves open.
 */
#include "tests/core/script.h"

#define WALK_LATER "08:50 show desk walk; 08:51 close, #1.1 desk walk snoozed"
#define CALF_LATER "21:30 show bedtime calf; 21:31 close, #1.1 bedtime calf snoozed"

static void quiet(void **state)
{
	static const struct row rows[] = {
		{ "an every waits for its end", "desk hours=none quiet=12:00-13:00",
		  "begin Mon 11:20; 12:20; holds desk; 13:01",
		  "12:20 holds desk quiet; 13:00 show desk walk" },
		{ "an at too", "bedtime bedtime.at=06:30 quiet=22:30-07:00",
		  "begin Mon 06:00; 06:45; holds bedtime; 07:01",
		  "06:45 holds bedtime quiet; 07:00 show bedtime calf" },
		{ "a time in a quiet without an end", "bedtime quiet=00:00-12:00,12:00-24:00",
		  "begin Mon 20:00; next bedtime", "20:00 next bedtime 21:30 open" },
		{ "validity goes on in it", "bedtime bedtime.at=23:00 quiet=22:30-07:00",
		  "begin Mon 22:00; 23:05; holds bedtime; Tue 08:00",
		  "23:05 holds bedtime quiet; Tue 00:30 #1.1 bedtime calf not_shown" },
		{ "an occasion too", "hello quiet=22:30-07:00",
		  "begin Mon 22:00; lock; 23:00; unlock; holds hello; Tue 08:00",
		  "23:00 holds hello quiet; Tue 00:30 #1.1 hello not_shown" },
		{ "every of clock too", "round hours=none quiet=08:30-09:30",
		  "09:10; holds round; 09:31", "09:10 holds round quiet; 09:30 show round stand" },
		{ "its first minute is in it", "bedtime quiet=21:30-22:00",
		  "begin Mon 21:00; 22:01", "22:00 show bedtime calf" },
		{ "its end is not", "bedtime quiet=20:00-21:30", "begin Mon 21:00; 21:31",
		  "21:30 show bedtime calf" },
		{ "nothing appears in it, whatever was due before", "bedtime quiet=22:30-07:00",
		  "begin Mon 21:00; lock; 22:40; unlock", "" },
		{ "though not past its validity", "bedtime quiet=22:30-07:00",
		  "begin Mon 21:00; lock; 23:10; unlock", "23:00 #1.1 bedtime calf not_shown" },
		{ "nor an every due before it", "desk quiet=12:00-13:00",
		  "begin Mon 11:05; pause +1h; 12:06", "" },
		{ "put off into it", "bedtime quiet=22:30-07:00",
		  "begin Mon 21:00; 21:31; snooze #1 +70m; 22:42",
		  "21:30 show bedtime calf; 21:31 close, #1.1 bedtime calf snoozed" },
		{ "a called-for card passes it", "desk quiet=22:30-07:00",
		  "begin Mon 23:00; ring desk", "23:00 show desk walk" },
		{ "over midnight", "night quiet=22:00-03:30", "begin Mon 21:00; Tue 03:31",
		  "Tue 03:30 show night calf" },
		{ "on its days only", "bedtime quiet=Tue.20:00-23:30", "begin Mon 21:00; 21:31",
		  "21:30 show bedtime calf" },
		{ "one begins where another ends", "desk quiet=08:00-09:30,09:30-10:00", "10:01",
		  "10:00 show desk walk" },
		{ "a time of the calendar that quiet covers, foreseen", "bedtime quiet=21:00-07:00",
		  "next bedtime", "08:00 next bedtime 21:30 open" },
		{ "one that a pause outlasts: the next", "bedtime", "pause +16h; next bedtime",
		  "08:00 next bedtime 21:30 21:30" },
		{ "one that it does not: at its end", "bedtime", "pause +14h; next bedtime",
		  "08:00 next bedtime 21:30 22:00" },
		{ "quiet inside hours, foreseen", "desk quiet=08:30-09:15", "next desk",
		  "08:00 next desk 08:50 09:15" },
		{ "and hours that end in it", "desk quiet=19:00-21:00",
		  "begin Mon 18:30; Tue 08:01", "Tue 08:00 show desk walk" },
	};
	script_rows(state, rows, ROWS(rows));
}

/* A reminder's own ranges stand in the place of the plan's. */
static void its_own(void **state)
{
	static const struct row rows[] = {
		{ "narrower hours", "desk desk.hours=10:00-12:00", "09:00; holds desk; 10:01",
		  "09:00 holds desk hours; 10:00 show desk walk" },
		{ "wider hours", "desk desk.hours=18:00-23:00", "begin Mon 20:30; 21:21",
		  "21:20 show desk walk" },
		{ "of one, not of the others", "desk eyes desk.hours=10:00-12:00", "09:12",
		  "09:11 show eyes blink" },
		{ "a quiet of its own", "desk desk.quiet=08:00-09:30", "09:00; holds desk; 09:31",
		  "09:00 holds desk quiet; 09:30 show desk walk" },
		{ "a shorter one", "bedtime quiet=21:00-07:00 bedtime.quiet=23:00-07:00",
		  "begin Mon 20:00; 21:31", "21:30 show bedtime calf" },
		{ "of another: the plan's stays",
		  "bedtime night quiet=21:00-22:00 "
		  "night.quiet=03:00-04:00",
		  "begin Mon 20:00; 22:01", "22:00 show bedtime calf" },
	};
	script_rows(state, rows, ROWS(rows));
}

static void cap(void **state)
{
	static const struct row rows[] = {
		{ "then no more till the day begins", "desk cap=1 hours=none",
		  "09:45; holds desk; Tue 04:01",
		  WALK_ENDS "; 09:45 holds desk cap; Tue 04:00 show desk hip" },
		{ "and hours have begun", "desk cap=1", "only shows; Tue 08:01",
		  WALK "; Tue 08:00 show desk hip" },
		{ "foreseen", "desk cap=1", "09:00; next desk",
		  WALK_ENDS "; 09:00 next desk 09:42 08:00" },
		{ "of all together", "desk eyes cap=1", "09:30; holds eyes; Tue 08:00",
		  WALK_ENDS "; 09:30 holds eyes cap; Tue 08:00 show desk hip + eyes blink" },
		{ "an at does not count", "desk meals meals.at=08:10,08:20 cap=1",
		  "only shows; 09:11", "08:10 show meals; 08:20 show meals; 09:10 show desk walk" },
		{ "nor is it bound", "desk bedtime cap=1", "only shows; 21:31",
		  WALK "; 21:30 show bedtime calf" },
		{ "nor is an occasion", "desk hello cap=1", "09:00; lock; 09:01; unlock",
		  WALK_ENDS "; 09:01 show hello" },
		{ "a snooze passes it", "desk cap=1", "08:51; snooze #1 +10m; 09:02",
		  WALK_LATER "; 09:01 show desk walk" },
		{ "a called-for card too", "desk cap=1", "09:00; ring desk",
		  WALK_ENDS "; 09:00 show desk hip" },
		{ "every of clock is bound", "desk round round.every=58m cap=1",
		  "only shows; 19:00", "08:50 show desk walk + round stand" },
		{ "one card of several is one", "desk soon cap=2", "only shows; 12:00",
		  "08:50 show desk walk + soon calf; 10:50 show desk hip + soon calf" },
		{ "a restart does not forget", "desk cap=1", "09:00; stop 1m; 09:45; holds desk",
		  WALK_ENDS "; 09:45 holds desk cap" },
		{ "nor does another boot", "desk cap=1", "09:00; reboot 1m; 10:00; holds desk",
		  WALK_ENDS "; 10:00 holds desk cap" },
		{ "what was not shown does not count", "desk cap=1",
		  "display fails; 08:50:30; display good; display comes",
		  WALK "; 08:50:30 show desk walk" },
	};
	script_rows(state, rows, ROWS(rows));
}

static void most(void **state)
{
	static const struct row rows[] = {
		{ "then it waits for the next day", "desk desk.most=1 hours=none",
		  "09:45; holds desk; Tue 04:01",
		  WALK_ENDS "; 09:45 holds desk most; Tue 04:00 show desk hip" },
		{ "others go on", "desk eyes desk.most=1", "only shows; 10:34",
		  WALK "; 09:20 show eyes blink; 10:33 show eyes blink" },
		{ "of an at", "meals meals.most=1 meals.at=12:30,14:00",
		  "14:10; holds meals; 16:00",
		  "12:30 show meals; 12:32 close, #1.1 meals unanswered; 14:10 holds meals most; "
		  "15:30 #2.1 meals not_shown" },
		{ "cards it was merged into count", "desk soon soon.most=1", "only shows; 09:43",
		  "08:50 show desk walk + soon calf; 09:42 show desk hip" },
	};
	script_rows(state, rows, ROWS(rows));
}

static void gap(void **state)
{
	static const struct row rows[] = {
		{ "not between two at", "meals meals.at=12:30,12:45", "only shows; 13:00",
		  "12:30 show meals; 12:45 show meals" },
		{ "after an at", "lunch desk", "begin Mon 12:01; 13:01",
		  "12:30 show lunch; 12:32 close, #1.1 lunch unanswered; 13:00 show desk walk" },
		{ "after an occasion", "hello desk", "08:28; lock; 08:29; unlock; 09:00",
		  "08:29 show hello; 08:31 close, #1.1 hello unanswered; 08:59 show desk walk" },
		{ "after a snoozed card", "desk eyes eyes.every=77m", "08:51; snooze #1 +5m; 09:27",
		  WALK_LATER "; 08:56 show desk walk; 08:58 close, #2.1 desk walk unanswered; "
			     "09:26 show eyes blink" },
		{ "binds every of clock", "desk round round.every=71m", "09:21",
		  WALK_ENDS "; 09:20 show round stand" },
		{ "not an occasion", "desk hello", "08:55; lock; 08:55:40; unlock",
		  WALK_ENDS "; 08:55:40 show hello" },
	};
	script_rows(state, rows, ROWS(rows));
}

/* What is left of the cap, over half of what is left of the hours, 9 h of them and 2 h at most. */
static void spread(void **state)
{
	static const struct row rows[] = {
		{ "so that there are some in the afternoon", "desk cap=5 desk.every=30m",
		  "only shows; 20:00",
		  "08:30 show desk walk; 09:37 show desk hip; 11:07 show desk stand; "
		  "13:07 show desk walk; 15:07 show desk hip" },
		{ "why, and when", "desk cap=5", "only shows; 09:45; holds desk; next desk",
		  WALK "; 09:45 holds desk spread, next desk 09:42 09:57" },
		{ "a cap that is not in the way", "desk cap=12", "only shows; 11:30",
		  WALK "; 09:42 show desk hip; 10:34 show desk stand; 11:26 show desk walk" },
		{ "late in the day all that is left", "desk cap=5",
		  "begin Mon 18:00; only shows; 20:00",
		  "18:50 show desk walk; 19:42 show desk hip" },
		{ "hours in two parts", "desk cap=4 hours=08:00-12:00,14:00-18:00",
		  "only shows; 18:00",
		  "08:50 show desk walk; 10:01 show desk hip; 11:30 show desk stand; "
		  "14:00 show desk walk" },
		{ "each day anew", "desk cap=3",
		  "only shows; 20:00; lock; Tue 08:00; unlock; 08:51",
		  WALK "; 10:50 show desk hip; 12:50 show desk stand; Tue 08:50 show desk walk" },
		{ "a snooze passes it", "desk cap=3", "only shows; 08:51; snooze +30m; 09:22",
		  WALK "; 09:21 show desk walk" },
		{ "the user's own are not counted", "desk cap=3 desk.own=yes", "only shows; 10:35",
		  WALK "; 09:42 show desk hip; 10:34 show desk stand" },
		{ "nor spread those that count", "eyes desk cap=3 eyes.own=yes eyes.every=25m",
		  "only shows; 10:00",
		  "08:25 show eyes blink; 08:55 show eyes blink + desk walk; 09:25 show eyes "
		  "blink; "
		  "09:55 show eyes blink + desk hip" },
		{ "over a restart", "desk cap=5", "only shows; 09:00; crash 1m; 09:58",
		  WALK "; 09:57 show desk hip" },
	};
	script_rows(state, rows, ROWS(rows));
}

/* Two that nobody asked for in an hour. */
static void hour(void **state)
{
	static const struct row rows[] = {
		{ "a third waits", "desk meals meals.at=08:10,08:25",
		  "only shows; 08:55; holds desk; 09:11",
		  "08:10 show meals; 08:25 show meals; 08:55 holds desk hour; 09:10 show desk "
		  "walk" },
		{ "also one of a time", "meals meals.at=12:00,12:25,12:50", "only shows; 13:01",
		  "12:00 show meals; 12:25 show meals; 13:00 show meals" },
		{ "not one that the user set to it",
		  "meals meals.at=12:00,12:25,12:50 meals.own=yes", "only shows; 13:01",
		  "12:00 show meals; 12:25 show meals; 12:50 show meals" },
		{ "nor what comes by an interval of the user's",
		  "desk desk.every=20m desk.set=yes gap=0m", "only shows; 09:05",
		  "08:20 show desk walk; 08:42 show desk hip; 09:04 show desk stand" },
		{ "nor an occasion", "meals meals.at=08:10,08:25 hello",
		  "only shows; 08:40; lock; 08:41; unlock",
		  "08:10 show meals; 08:25 show meals; 08:41 show hello" },
		{ "nor what would be over by then", "meals meals.at=12:00,12:25,12:50 valid=10m",
		  "only shows; 12:51", "12:00 show meals; 12:25 show meals; 12:50 show meals" },
		{ "a card that was called for is none of the two", "meals meals.at=08:10,08:50",
		  "only shows; 08:30; ring meals; done; 08:51",
		  "08:10 show meals; 08:30 show meals; 08:50 show meals" },
		{ "nor one that was put off", "meals meals.at=08:10,08:30",
		  "only shows; 08:11; snooze +10m; 08:31",
		  "08:10 show meals; 08:21 show meals; 08:30 show meals" },
		{ "but one shown again unanswered",
		  "meals lunch meals.at=12:05 lunch.own=yes lunch.repeat=1", "only shows; 13:06",
		  "12:05 show meals; 12:30 show lunch; 13:05 show lunch" },
		{ "foreseen", "desk meals meals.at=08:10,08:25", "only shows; 08:30; next desk",
		  "08:10 show meals; 08:25 show meals; 08:30 next desk 08:50 09:10" },
		{ "over a boot", "meals meals.at=12:00,12:25,12:50",
		  "only shows; 12:30; halt 1m; 13:01",
		  "12:00 show meals; 12:25 show meals; 13:00 show meals" },
	};
	script_rows(state, rows, ROWS(rows));
}

/* A card that went before anybody can have read it keeps nothing apart, and counts once. */
static void taken_away(void **state)
{
	static const struct row rows[] = {
		{ "by a lock", "desk", "only shows; 08:50:40; lock; 08:50:51; unlock; today",
		  WALK "; 08:50:51 show desk walk, today 1 cards" },
		{ "by sleep", "desk", "only shows; 08:50:40; sleep; 08:50:51; wake",
		  WALK "; 08:50:51 show desk walk" },
		{ "in its wait: the unlock is a good moment", "desk wait=10m",
		  "source on; only shows; 08:55; moment; 08:55:40; lock; 08:55:51; unlock",
		  "08:55 show desk walk; 08:55:51 show desk walk" },
		{ "after a minute it was read", "desk",
		  "only shows; 08:51; lock; 08:51:11; unlock; 09:21",
		  WALK "; 09:20 show desk walk" },
		{ "neither of its own gaps", "desk back_off=yes",
		  "only shows; 14:18:20; lock; 14:18:30; unlock; 16:19",
		  WALK "; 09:42 show desk hip; 10:34 show desk stand; 11:26 show desk walk; "
		       "12:18 show desk hip; 14:18 show desk stand slowed; "
		       "14:18:30 show desk stand; 16:18:30 show desk walk" },
		{ "the gap of the card before it goes on", "lunch eyes",
		  "begin Mon 11:21; only shows; 12:00; ring eyes; done; 12:30:10; lock; 12:30:20; "
		  "unlock; holds eyes",
		  "12:00 show eyes blink; 12:30 show lunch; 12:30:20 show lunch, "
		  "holds eyes card_up gap" },
		{ "the cap has it once", "desk cap=2",
		  "only shows; 08:50:40; lock; 08:50:51; unlock; 13:00",
		  WALK "; 08:50:51 show desk walk; 10:50:51 show desk hip" },
		{ "with its server: when that is back", "desk",
		  "only shows; 08:50:20; lost; 08:50:40; display comes",
		  WALK "; 08:50:40 show desk walk" },
		{ "or after a minute", "desk", "only shows; 08:50:20; lost; 08:52",
		  WALK "; 08:51:20 show desk walk" },
		{ "a second time it was unanswered", "desk",
		  "08:50:20; lost; 08:51:30; lost; last desk",
		  WALK "; 08:50:20 close stays; 08:51:20 show desk walk; "
		       "08:51:30 close, #1.1 desk walk unanswered, "
		       "last desk due 08:50 shown 08:51:20 ended 08:51:30" },
	};
	script_rows(state, rows, ROWS(rows));
}

static void returning(void **state)
{
	static const struct row rows[] = {
		{ "after a real absence", "lunch after_return=2m",
		  "12:20; lock; 12:35; unlock; holds lunch; 12:38",
		  "12:35 holds lunch returning; 12:37 show lunch" },
		{ "not after a short one", "lunch after_return=2m",
		  "12:29:30; lock; 12:30:20; unlock", "12:30:20 show lunch" },
		{ "nor long after", "lunch after_return=2m", "12:00; lock; 12:25; unlock; 12:31",
		  "12:30 show lunch" },
		{ "after sleep", "lunch after_return=2m", "12:20; sleep; 12:35; wake; 12:38",
		  "12:37 show lunch" },
		{ "by hand", "lunch after_return=2m", "12:20; away; 12:35; back; 12:38",
		  "12:37 show lunch" },
		{ "no input", "lunch after_return=2m", "12:25; idle 3m; 12:35; input; 12:38",
		  "12:37 show lunch" },
		{ "reasons overlap: from the last to go", "lunch after_return=2m",
		  "12:20; lock; idle 1m; 12:34; input; 12:35; unlock; 12:38", "12:37 show lunch" },
		{ "off, and on again", "lunch after_return=2m", "12:00; halt 35m; 12:38",
		  "12:37 show lunch" },
		{ "what was put off waits as well", "bedtime after_return=2m",
		  "begin Mon 21:00; 21:31; snooze #1 +10m; 21:35; lock; 21:45; unlock; 21:48",
		  CALF_LATER "; 21:47 show bedtime calf" },
		{ "an occasion passes", "hello after_return=2m", "09:00; lock; 09:30; unlock",
		  "09:30 show hello" },
		{ "a called-for card too", "desk after_return=2m",
		  "08:20; lock; 08:40; unlock; ring desk", "08:40 show desk walk" },
		{ "standing up, or a pause in typing, does not end it", "lunch after_return=2m",
		  "12:20; lock; 12:35; unlock; 12:35:20; stand; holds lunch; 12:36; idle 20s; "
		  "holds lunch; 12:37:30",
		  "12:35:20 holds lunch returning; 12:36 holds lunch returning; 12:37 show lunch" },
		/* They did not leave the machine. */
		{ "standing is no absence", "lunch after_return=2m",
		  "12:00; stand; 12:29:30; sit; 12:31", "12:30 show lunch" },
	};
	script_rows(state, rows, ROWS(rows));
}

static void a_good_moment(void **state)
{
	static const struct row rows[] = {
		{ "none comes: at the end of the wait", "desk wait=10m",
		  "source on; 08:55; holds desk; 09:01",
		  "08:55 holds desk moment; 09:00 show desk walk" },
		{ "a gap in input: at once", "desk wait=10m", "source on; 08:53; moment; 09:30",
		  "08:53 show desk walk; 08:55 close, #1.1 desk walk unanswered" },
		{ "one before it was due is not one", "desk wait=10m",
		  "source on; 08:49; moment; 08:51; holds desk", "08:51 holds desk moment" },
		{ "without a source: at once", "desk wait=10m", "08:51", WALK },
		{ "the source goes: at once", "desk wait=10m", "source on; 08:53; source off",
		  "08:53 show desk walk" },
		{ "the unlock after a short lock", "desk wait=10m",
		  "source on; 08:52; lock; 08:52:50; unlock", "08:52:50 show desk walk" },
		{ "the lock may begin before it is due", "desk wait=10m",
		  "source on; 08:49:30; lock; 08:50:20; unlock", "08:50:20 show desk walk" },
		/* A user who returns is busy: the next gap is enough. */
		{ "the unlock after a long one is not", "lunch wait=10m",
		  "source on; 12:20; lock; 12:35; unlock; 12:36; holds lunch; 12:46",
		  "12:36 holds lunch moment; 12:45 show lunch" },
		{ "after the last hold it begins anew", "desk wait=10m",
		  "source on; pause +1h; 09:05; holds desk; 09:11",
		  "09:05 holds desk moment; 09:10 show desk walk" },
		{ "a hold in between, too", "desk wait=10m",
		  "source on; 08:55; pause +3m; 08:59; holds desk; 09:09",
		  "08:59 holds desk moment; 09:08 show desk walk" },
		{ "of an at", "bedtime wait=1h", "source on; 21:45; holds bedtime; 22:31",
		  "21:45 holds bedtime moment; 22:30 show bedtime calf" },
		{ "a called-for card does not wait", "desk wait=10m", "source on; 08:52; ring desk",
		  "08:52 show desk walk" },
		/* It was asked for, to the minute. */
		{ "a snooze does not wait", "desk wait=10m",
		  "source on; 08:51; moment; snooze #1 +10m; 09:02",
		  "08:51 show desk walk, close, #1.1 desk walk snoozed; 09:01 show desk walk" },
		{ "of several, the first to be free leads", "desk soon wait=10m",
		  "source on; 09:01", "09:00 show desk walk + soon calf" },
		{ "and a gap is for all", "desk soon wait=10m", "source on; 08:59; moment",
		  "08:59 show desk walk + soon calf" },
		{ "no wait, no moment", "desk", "source on; 08:51", WALK },
		{ "getting up ends it", "desk wait=10m",
		  "source on; 08:52; lock; 08:56; unlock; 08:57; ledger desk",
		  "08:57 ledger desk 31:00" },
	};
	script_rows(state, rows, ROWS(rows));
}

/* What the step wants to know of input: gaps only while it waits for one. */
static void watched(void **state)
{
	static const struct row rows[] = {
		{ "nothing is due", "desk wait=10m", "source on; 08:20; watch",
		  "08:20 watch idle 3:00" },
		{ "it waits for a gap", "desk wait=10m", "source on; 08:51; watch",
		  "08:51 watch idle 0:40 gap" },
		{ "the card is up", "desk wait=10m", "source on; 08:51; moment; watch",
		  "08:51 show desk walk, watch idle 0:30" },
		{ "for 5 min after it was left unanswered", "desk",
		  "source on; 08:56; watch; 08:58; watch",
		  WALK_ENDS "; 08:56 watch idle 0:30; 08:58 watch idle 3:00" },
		{ "due, and held", "desk wait=10m", "source on; pause +1h; 08:55; watch",
		  "08:55 watch idle 3:00" },
	};
	script_rows(state, rows, ROWS(rows));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(quiet),      cmocka_unit_test(its_own),
		cmocka_unit_test(cap),        cmocka_unit_test(most),
		cmocka_unit_test(gap),        cmocka_unit_test(returning),
		cmocka_unit_test(spread),     cmocka_unit_test(hour),
		cmocka_unit_test(taken_away), cmocka_unit_test(a_good_moment),
		cmocka_unit_test(watched),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
