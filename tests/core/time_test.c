/*
 * Clocks that are set, nights of daylight saving, travel, restarts: stories with their
 * transcripts; a comment beside a row names a choice the design leaves open.
 */
#include "tests/core/script.h"

#define CALF_ENDS "21:30 show bedtime calf; 21:32 close, #1.1 bedtime calf unanswered"

static void clock_set(void **state)
{
	static const struct row rows[] = {
		{ "back 1 h: nothing twice", "bedtime",
		  "begin Mon 21:00; 21:35; clock -1h; 21:40; Tue 21:31",
		  CALF_ENDS "; Tue 21:30 show bedtime calf" },
		{ "back 1 h, before its time: once", "bedtime",
		  "begin Mon 21:00; 21:20; clock -1h; 23:00", CALF_ENDS },
		{ "back 1 h: sitting goes on", "desk",
		  "begin Mon 10:00; 10:30; clock -1h; ledger desk; 09:51",
		  "09:30 ledger desk 30:00; 09:50 show desk walk" },
		{ "back 3 days: planned anew", "bedtime",
		  "begin Mon 12:00; only shows; Thu 12:00; clock -3d; 21:31",
		  "21:30 show bedtime calf; Tue 21:30 show bedtime calf; "
		  "Wed 21:30 show bedtime calf; Mon 21:30 show bedtime calf" },
		{ "forward 20 min over its time: right after, once", "bedtime",
		  "begin Mon 21:00; 21:20; clock +20m; 21:45; last bedtime; Tue 21:00",
		  "21:40 show bedtime calf; 21:42 close, #1.1 bedtime calf unanswered; "
		  "21:45 last bedtime due 21:30 shown 21:40 ended 21:42" },
		{ "forward 5 h over time and validity: not shown, once", "bedtime",
		  "begin Mon 20:00; clock +5h; 21:00", "Tue 01:00 #1.1 bedtime calf not_shown" },
		{ "forward a year: no burst", "desk lunch bedtime", "08:30; clock +365d; 08:51",
		  "Tue 08:50 show desk walk" },
		{ "forward a year: the same day goes on", "bedtime", "08:30; clock +365d; 21:31",
		  "Tue 21:30 show bedtime calf" },
		{ "back a year, forward a year", "bedtime",
		  "begin Mon 22:00; clock -365d; clock +365d; Tue 21:31",
		  "Tue 21:30 show bedtime calf" },
		{ "a card stays as long as it would", "desk", "08:51; clock +3h; +2m",
		  WALK "; 11:52 close, #1.1 desk walk unanswered" },
		{ "the gap too", "desk eyes", "08:55; clock +3h; 12:21",
		  "08:50 show desk walk; 08:52 close, #1.1 desk walk unanswered; "
		  "12:20 show eyes blink" },
		{ "ends of pauses are on the wall", "desk", "08:30; pause 10:00; clock +1h; 10:01",
		  "10:00 show desk walk" },
		{ "a pause that is jumped over", "desk", "08:30; pause 09:00; clock +2h; 10:51",
		  "10:50 show desk walk" },
		/* What people named by the clock stays there: better early than a year late. */
		{ "forward a year: a pause is over", "desk", "08:30; pause +1h; clock +365d; 08:51",
		  "Tue 08:50 show desk walk" },
		{ "forward a year: a snooze is over", "desk",
		  "08:30; snooze desk +1h; clock +365d; 08:51", "Tue 08:50 show desk walk" },
		{ "forward a year: validity keeps its length", "bedtime",
		  "begin Mon 21:00; lock; 21:40; clock +365d; 22:00; unlock",
		  "Tue 22:00 show bedtime calf" },
		{ "back 3 days: a snooze keeps its length", "desk",
		  "08:30; snooze desk +1h; clock -3d; 09:31", "Fri 09:30 show desk walk" },
		{ "set, and not moved", "desk bedtime", "08:30; clock +0s; 08:51", WALK },
	};
	script_rows(state, rows, ROWS(rows));
}

static void zones(void **state)
{
	static const struct row rows[] = {
		{ "spring: a time in the gap falls right after it", "night",
		  "begin 2026-03-28 22:00; Mon 01:00",
		  "Sun 03:00 show night calf; 03:02 close, #1.1 night calf unanswered" },
		{ "autumn: once, on its first coming", "night",
		  "begin 2026-10-24 22:00; Sun 02:31; done; Mon 01:00",
		  "Sun 02:30 show night calf; 02:31 close, #1.1 night calf done" },
		{ "autumn: not again by a table that begins after it", "night",
		  "begin 2026-10-24 22:00; Sun 02:31; done; Sun 03:10; zone 1; 03:20",
		  "Sun 02:30 show night calf; 02:31 close, #1.1 night calf done" },
		{ "spring: the evening after", "bedtime", "begin 2026-03-28 22:00; Sun 21:31",
		  "Sun 21:30 show bedtime calf" },
		{ "autumn: the evening after", "bedtime", "begin 2026-10-24 22:00; Sun 21:31",
		  "Sun 21:30 show bedtime calf" },
		{ "spring: hours are on the wall", "desk",
		  "begin 2026-03-28 23:30; Sun 07:59; holds desk; 08:01",
		  "Sun 07:59 holds desk hours; 08:00 show desk walk" },
		{ "spring: a snooze of hours keeps its end on the wall", "desk",
		  "begin 2026-03-28 20:30; snooze desk Sun 09:00; Sun 09:01",
		  "Sun 09:00 show desk walk" },
		{ "travel west: not again the same evening", "bedtime",
		  "begin Mon 21:00; 22:00; zone -5; 21:45; Tue 21:31",
		  CALF_ENDS "; Tue 21:30 show bedtime calf" },
		{ "travel east over its time: right after", "lunch", "12:00; zone 2; 13:03",
		  "13:00 show lunch; 13:02 close, #1.1 lunch unanswered" },
		{ "travel east, before its time", "lunch", "10:00; zone 2; 12:31",
		  "12:30 show lunch" },
		{ "travel: sitting goes on", "desk",
		  "10:00; lock; 10:20; unlock; 10:30; zone 3; ledger desk",
		  "08:50 show desk walk; 08:52 close, #1.1 desk walk unanswered; "
		  "09:42 show desk hip; 09:44 close, #2.1 desk hip unanswered; "
		  "12:30 ledger desk 10:00" },
		{ "a new table of the same zone", "bedtime",
		  "begin Mon 21:00; 21:35; zone 1; Tue 21:31",
		  CALF_ENDS "; Tue 21:30 show bedtime calf" },
	};
	script_rows(state, rows, ROWS(rows));
}

/* Monday 2026-11-02 is the first of its month. */
static void months(void **state)
{
	static const struct row rows[] = {
		{ "once a month", "monthly", "begin 2026-10-20 10:00; only shows; 2027-01-10 10:00",
		  "Mon 12:00 show monthly; Mon 12:00 show monthly; Mon 12:00 show monthly" },
		{ "asleep over it, and back while it is valid", "monthly",
		  "begin 2026-11-01 10:00; sleep; Wed 09:00; wake; 09:01",
		  "Wed 09:00 show monthly" },
		{ "asleep for weeks over it", "monthly",
		  "begin 2026-10-20 10:00; sleep; 2026-11-20 09:00; wake; 2026-11-21 09:00",
		  "Fri 09:00 #1.1 monthly not_shown" },
		{ "off for two months: the last, once", "monthly",
		  "begin 2026-10-20 10:00; halt 61d; 2026-12-21 09:00",
		  "Sun 09:00 #1.1 monthly not_shown" },
		{ "off for long over a yearly time: next year again", "yearly",
		  "begin 2026-09-20 10:00; halt 90d; 2027-10-01 12:01", "Fri 12:00 show yearly" },
	};
	script_rows(state, rows, ROWS(rows));
}

static void restarts(void **state)
{
	static const struct row rows[] = {
		{ "stopped for 10 min: they add nothing", "desk",
		  "08:30; stop 10m; ledger desk; 09:01",
		  "08:40 ledger desk 30:00; 09:00 show desk walk" },
		{ "killed: the ledger goes on", "desk", "08:30; crash 5m; ledger desk; 08:51",
		  "08:35 ledger desk 35:00; 08:50 show desk walk" },
		{ "another boot, 8 h later: an absence", "desk",
		  "08:30; halt 8h; ledger desk; 17:21",
		  "16:30 ledger desk 0:00; 17:20 show desk walk" },
		{ "another boot without a word", "desk", "08:30; timer; reboot 8h; ledger desk",
		  "16:30 ledger desk 0:00" },
		{ "another boot, 4 min later", "desk", "08:30; halt 4m; ledger desk",
		  "08:34 ledger desk 10:00" },
		/* Not long enough for an absence, and no sitting either. */
		{ "another boot, 2 min later", "desk", "08:30; halt 2m; ledger desk",
		  "08:32 ledger desk 30:00" },
		{ "another boot, a clock that went backwards", "desk",
		  "08:30; halt -2h; ledger desk; 06:51", "06:30 ledger desk 30:00" },
		{ "due when it went down, and paid back", "desk",
		  "pause +1h; 08:55; halt 5m; 09:01; ledger desk; 09:26",
		  "09:01 ledger desk 26:00; 09:25 show desk walk" },
		{ "killed with a card up: unanswered, once", "desk",
		  "08:51; crash 1m; ledger desk; 08:53; crash 1m; 09:00; ledger desk; 09:43",
		  "08:50 show desk walk; 08:52 close, #1.1 desk walk unanswered, ledger desk 0:00; "
		  "09:00 ledger desk 8:00; 09:42 show desk hip" },
		{ "back much later: it ended when its time was over", "desk",
		  "08:51; crash 39m; last desk; ledger desk",
		  "08:50 show desk walk; 09:30 close, #1.1 desk walk unanswered, "
		  "last desk due 08:50 shown 08:50 ended 08:52, ledger desk 38:00" },
		{ "power lost with a card up: once", "desk", "08:51; reboot 1h; 10:42",
		  "08:50 show desk walk; 09:51 close, #1.1 desk walk unanswered; "
		  "10:41 show desk hip" },
		/* Its helper ends with the daemon; nobody left the card unanswered. */
		{ "stopped with a card up: due still", "desk", "08:51; stop 1m; 09:21",
		  "08:50 show desk walk; 08:51 close stays; 09:20 show desk walk" },
		{ "off for long with a card up: paid back", "desk", "08:51; halt 1h; 10:42",
		  "08:50 show desk walk; 08:51 close stays; 10:41 show desk walk" },
		{ "killed with a card on its way: due still", "desk",
		  "display mute; 08:50; display good; crash 1m; 08:52",
		  "08:50 show desk walk; 08:51 close stays; 08:51:02 show desk walk" },
		{ "the gap reaches over a boot", "desk eyes", "08:53; halt 1m; 09:21",
		  "08:50 show desk walk; 08:52 close, #1.1 desk walk unanswered; "
		  "09:20 show eyes blink" },
		{ "off over its time and validity: not shown, once", "bedtime",
		  "begin Mon 20:00; halt 12h; 08:30", "Tue 08:00 #1.1 bedtime calf not_shown" },
		{ "off over its time: right after", "bedtime", "begin Mon 21:00; halt 1h; 22:01",
		  "22:00:02 show bedtime calf" },
		{ "stopped over its time: right after", "bedtime",
		  "begin Mon 21:00; stop 1h; 22:01", "22:00:02 show bedtime calf" },
		{ "rung, then restarted: not again", "bedtime",
		  "begin Mon 21:00; 21:40; stop 1m; 21:45; halt 5m; 22:30", CALF_ENDS },
		{ "off for a month: no burst of cards", "bedtime lunch",
		  "begin Mon 08:00; only shows; halt 30d; 08:30", "" },
		{ "back from an absence while it was down", "desk",
		  "08:30; lock; 08:32; crash 2m; unlock; ledger desk", "08:34 ledger desk 10:00" },
		{ "sequences go on", "eyes", "08:20; done; halt 1m; done; reboot 1m; done",
		  "08:20 #1.1 eyes blink done; 08:21 #2.1 eyes blink done; 08:22 #3.1 eyes blink "
		  "done" },
	};
	script_rows(state, rows, ROWS(rows));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(clock_set),
		cmocka_unit_test(zones),
		cmocka_unit_test(months),
		cmocka_unit_test(restarts),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
