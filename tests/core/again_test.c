/* A clock or a zone that was wrong: cards that were skipped unseen are shown again, cards that were
 * seen are not; and a server that drops cards. */
#include "tests/core/script.h"

static void clocks(void **state)
{
	static const struct row rows[] = {
		{ "hours ahead at the start, until the network knows", "lunch",
		  "begin Mon 18:00; reboot 16h; 18:00:20; clock -9h; 12:31; last lunch",
		  "Tue 12:30 show lunch; 12:32 close, #1.1 lunch unanswered; 12:31 last lunch "
		  "due 12:30 shown 12:30 ended 12:32" },
		{ "ahead, and put right: its false row is taken back", "lunch",
		  "begin Mon 09:00; clock +9h; 18:01; clock -9h; 12:31",
		  "18:00 #1.1 lunch not_shown; 09:01 #1.2 lunch taken_back; 12:30 show lunch" },
		{ "what was seen on the wrong clock does not come again", "lunch",
		  "begin Mon 09:00; clock +3h; 12:30:10; done; 12:40; clock -3h; 12:31",
		  "12:30 show lunch; 12:30:10 close, #1.1 lunch done" },
		{ "but on the next day", "lunch",
		  "begin Mon 09:00; clock +3h; 12:30:10; done; 12:40; clock -3h; only shows; Tue "
		  "12:31",
		  "12:30 show lunch; 12:30:10 close, #1.1 lunch done; Tue 12:30 show lunch" },
		{ "due and held when the clock is put back: at its time", "lunch",
		  "begin Mon 12:00; pause +2h; 12:40; clock -1h; resume; holds lunch; 12:31",
		  "11:40 holds lunch; 12:30 show lunch" },
		{ "put off it stays put off", "lunch",
		  "begin Mon 12:00; 12:31; snooze #1 +30m; 12:40; clock -1h; 12:02",
		  "12:30 show lunch; 12:31 close, #1.1 lunch snoozed" },
		{ "a month ahead", "lunch",
		  "begin Mon 09:00; clock +30d; 12:31; done; clock -30d; only shows; Tue 12:31",
		  "Wed 12:30 show lunch; 12:31 close, #1.1 lunch done; Tue 12:30 show lunch" },
	};
	script_rows(state, rows, ROWS(rows));
}

static void zones(void **state)
{
	static const struct row rows[] = {
		{ "west, the zone known after the lid: at the time there", "lunch",
		  "begin Mon 10:00; sleep; 18:00; wake; zone -5; 12:31",
		  "18:00 #1.1 lunch not_shown, #1.2 lunch taken_back; 12:30 show lunch" },
		{ "one that was seen before the flight is not again", "lunch",
		  "begin Mon 12:29; 12:31; done; 13:00; zone -5; 12:31",
		  "12:30 show lunch; 12:31 close, #1.1 lunch done" },
		{ "the date line: the same date, 23 hours later", "bedtime",
		  "begin Mon 21:00; zone 13; 21:31; done; +8h; zone -10; only shows; "
		  "21:31",
		  "Tue 09:00 #1.1 bedtime calf not_shown; 21:30 show bedtime calf; 21:31 close, "
		  "#2.1 bedtime calf done; 21:30 show bedtime calf" },
		{ "east: what was flown over falls due", "lunch",
		  "begin Mon 08:00; sleep; 09:00; zone 5; wake; 14:00",
		  "13:00 show lunch; 13:02 close, #1.1 lunch unanswered" },
		{ "the same zone, probed again, moves nothing", "lunch",
		  "begin Mon 12:29; zone 1; 12:31; done; 13:00; zone 1; only shows; Tue 12:29",
		  "12:30 show lunch; 12:31 close, #1.1 lunch done" },
	};
	script_rows(state, rows, ROWS(rows));
}

static void dropped(void **state)
{
	static const struct row rows[] = {
		{ "closed as it is shown: it stays due, and is tried again", "desk",
		  "display mute; 08:50; shown; close; holds desk; explain desk; today; 08:50:30",
		  "08:50 show desk walk, close stays, holds desk no_display, explain desk Due "
		  "since 08:50. Waiting: nothing could show the card; next try 08:51. No card "
		  "yet., today 0 cards" },
		{ "lost as it is shown", "desk",
		  "display mute; 08:50; shown; lost; holds desk; 08:50:30",
		  "08:50 show desk walk, close stays, holds desk no_display" },
		{ "a second later it was seen", "desk", "08:50:01; close; 08:51",
		  "08:50 show desk walk; 08:50:01 close, #1.1 desk walk skipped" },
		{ "called for: nothing is booked", "desk",
		  "08:10; ring desk; close; 08:11; holds desk",
		  "08:10 show desk walk, close stays; 08:11 holds desk no_display" },
		{ "the back-off does not count it", "desk back_off=yes",
		  "display mute; 08:50; shown; close; display good; 08:52; skip; 09:00; explain "
		  "desk",
		  "08:50 show desk walk, close stays; 08:51 show desk walk; 08:52 close, #1.1 "
		  "desk walk skipped; 09:00 explain desk Next: 09:42, after 50 min of sitting "
		  "(8 min so far). Last card 08:52: skipped. It came as soon as nothing held it "
		  "(08:51)." },
		{ "the tries grow", "desk",
		  "display mute; 08:50; shown; close; 08:51; shown; close; alarm; 08:53; shown; "
		  "close; alarm",
		  "08:50 show desk walk, close stays; 08:51 show desk walk, close stays, alarm "
		  "Mon 08:53; 08:53 show desk walk, close stays, alarm Mon 08:57" },
	};
	script_rows(state, rows, ROWS(rows));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(clocks),
		cmocka_unit_test(zones),
		cmocka_unit_test(dropped),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
