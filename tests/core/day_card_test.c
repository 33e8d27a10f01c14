/*
 * One card a day: check-ins, which wait for some work and after long away for their turn, and the
 * items of an evening. Stories with their transcripts.
 */
#include "tests/core/script.h"

static void check_ins(void **state)
{
	static const struct row rows[] = {
		{ "at its time", "review", "12:16", "12:15 show review look" },
		{ "after half an hour of work", "review",
		  "begin Mon 12:00; 12:20; holds review; next review; 12:31",
		  "12:20 holds review work, next review 12:15 12:30; 12:30 show review look" },
		{ "of that day: the night before does not count", "review review.at=04:10",
		  "begin Mon 02:00; only shows; 04:31", "04:30 show review look" },
		{ "away is no work", "review",
		  "begin Mon 12:00; 12:10; lock; 13:10; unlock; holds review; 13:31",
		  "13:10 holds review work; 13:30 show review look" },
		{ "a short absence is", "review",
		  "begin Mon 12:00; 12:10; lock; 12:10:50; unlock; 12:31",
		  "12:30 show review look" },
		{ "on your feet is", "review", "begin Mon 12:00; 12:10; stand; 12:31",
		  "12:30 show review look" },
		{ "while away nobody knows when", "review",
		  "begin Mon 12:00; 12:10; lock; 12:20; next review",
		  "12:20 next review 12:15 open" },
		{ "over a restart", "review", "begin Mon 12:00; 12:10; crash 5m; 12:31",
		  "12:30 show review look" },
		{ "time while stopped is none", "review", "begin Mon 12:00; 12:10; stop 5m; 12:36",
		  "12:35 show review look" },
		{ "over another boot", "review", "begin Mon 12:00; 12:10; halt 5m; 12:36",
		  "12:35 show review look" },
		{ "a snoozed one comes when it was said", "review",
		  "12:16; snooze #1 13:00; reboot 40m; only shows; 13:01",
		  "12:15 show review look; 12:16 close, #1.1 review look snoozed; "
		  "13:00 show review look" },
		{ "one that only says something waits for nothing", "monthly",
		  "begin 2026-12-07 11:59; 12:01", "12:00 show monthly" },
		{ "of a day on one card", "review visit", "12:16; done; 18:00",
		  "12:15 show review look + visit visit; "
		  "12:16 close, #1.1 review look done, #2.1 visit visit done" },
		{ "foreseen together", "review visit", "next visit",
		  "08:00 next visit 17:00 12:15" },
		{ "not of two days", "review visit", "begin Mon 13:00; only shows; Tue 12:16",
		  "17:00 show visit visit; Tue 12:15 show review look + visit visit" },
		{ "another reminder does not join", "review lunch lunch.at=17:00", "12:16",
		  "12:15 show review look" },
		{ "valid on the next days", "review review.at=Mon.12:15",
		  "12:00; pause Wed 09:00; Wed 09:01", "Wed 09:00 show review look" },
	};
	script_rows(state, rows, ROWS(rows));
}

/* The daily cards of a strain end with it, and one asks about it afterwards. */
static void days_of_a_fact(void **state)
{
	static const struct row rows[] = {
		{ "on these days only", "lunch lunch.days=0..1 acute=2026-11-23",
		  "only shows; Sat 08:00", "12:30 show lunch; Tue 12:30 show lunch" },
		{ "one after it, once", "lunch lunch.days=4..4 acute=2026-11-23",
		  "next lunch; only shows; 2026-12-04 08:00",
		  "08:00 next lunch 12:30 12:30; Fri 12:30 show lunch" },
		{ "of one that is over nothing comes", "lunch lunch.days=0..3 acute=2026-11-02",
		  "next lunch; only shows; Fri 08:00", "08:00 next lunch open open" },
		{ "without the fact nothing comes", "lunch lunch.days=0..3",
		  "next lunch; only shows; Fri 08:00", "08:00 next lunch open open" },
		{ "without its day: while it holds", "lunch lunch.days=0..3 acute=yes",
		  "only shows; Wed 08:00", "12:30 show lunch; Tue 12:30 show lunch" },
		{ "and never after it", "lunch lunch.days=4..4 acute=yes",
		  "next lunch; only shows; 2026-12-04 08:00", "08:00 next lunch open open" },
	};
	script_rows(state, rows, ROWS(rows));
}

/* Monday's at 12:15 and Tuesday's at 17:00, both missed by someone back on Wednesday. */
#define TWO "review visit review.at=Mon.12:15 visit.at=Tue.17:00 "
#define BACK "08:30; lock; Wed 09:00; unlock; "

static void turns(void **state)
{
	static const struct row rows[] = {
		{ "one a day, the oldest first", TWO, BACK "only shows; Fri 08:00",
		  "Wed 09:30 show review look; Thu 04:30 show visit visit" },
		{ "in another order of the plan, too",
		  "visit review review.at=Mon.12:15 visit.at=Tue.17:00", BACK "only shows; 12:00",
		  "Wed 09:30 show review look" },
		{ "the other one waits for its turn", TWO,
		  BACK "09:31; done; holds visit; next visit",
		  "Wed 09:30 show review look; 09:31 close, #1.1 review look done, "
		  "holds visit turn, next visit 17:00 04:00" },
		{ "less than a day away: one card", "review visit",
		  "08:30; lock; 21:00; unlock; Tue 08:00",
		  "21:00 show review look + visit visit; 21:02 close, #1.1 review look unanswered, "
		  "#2.1 visit visit unanswered" },
		{ "one of today comes besides", TWO "warm warm.at=Wed.10:00",
		  BACK "only shows; 11:00", "Wed 09:30 show review look; 10:00 show warm stand" },
		{ "over a restart", TWO, BACK "09:31; done; reboot 1m; only shows; Thu 05:00",
		  "Wed 09:30 show review look; 09:31 close, #1.1 review look done; "
		  "Thu 04:30 show visit visit" },
		{ "one put off is out of the row", TWO,
		  BACK "09:31; snooze #1 Thu 09:00; only shows; Thu 05:00",
		  "Wed 09:30 show review look; 09:31 close, #1.1 review look snoozed; "
		  "Thu 04:30 show visit visit" },
		{ "too late is not shown", TWO, "08:30; lock; Fri 09:00; unlock; 09:31",
		  "Thu 12:15 #1.1 review look not_shown; Fri 09:30 show visit visit" },
	};
	script_rows(state, rows, ROWS(rows));
}

static void evenings(void **state)
{
	static const struct row rows[] = {
		{ "one card, at the first of the times", "warm bedtime", "20:16; done; 23:00",
		  "20:15 show warm stand + bedtime calf; "
		  "20:16 close, #1.1 warm stand done, #2.1 bedtime calf done" },
		{ "foreseen", "warm bedtime", "next bedtime", "08:00 next bedtime 21:30 20:15" },
		{ "and on the next evening", "warm bedtime", "20:16; done; only shows; Tue 20:16",
		  "20:15 show warm stand + bedtime calf; 20:16 close, #1.1 warm stand done, "
		  "#2.1 bedtime calf done; Tue 20:15 show warm stand + bedtime calf" },
		{ "before 20:00 is no evening", "warm bedtime warm.at=19:59", "only shows; 21:31",
		  "19:59 show warm stand; 21:30 show bedtime calf" },
		{ "from 20:00 it is", "warm bedtime warm.at=20:00", "20:01",
		  "20:00 show warm stand + bedtime calf" },
		{ "to midnight", "bedtime night", "21:31", "21:30 show bedtime calf" },
		{ "one that only says something does not join", "lunch bedtime lunch.at=20:15",
		  "20:16", "20:15 show lunch" },
		{ "nor one that is put off", "warm bedtime", "snooze bedtime 22:00; 20:16",
		  "20:15 show warm stand" },
	};
	script_rows(state, rows, ROWS(rows));
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(check_ins),
					    cmocka_unit_test(days_of_a_fact),
					    cmocka_unit_test(turns), cmocka_unit_test(evenings) };
	return cmocka_run_group_tests(tests, NULL, NULL);
}
