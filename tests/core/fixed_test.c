/* Rows of fixed bugs: each failed before the fix. */
#include "tests/core/script.h"

#define FIVE_LATE                                                                                  \
	"08:50 show desk walk; 09:42 show desk hip; 10:34 show desk stand; 11:26 show desk walk; " \
	"12:18 show desk hip"

static void fixed(void **state)
{
	static const struct row rows[] = {
		{ "a try does not use up the cap", "desk cap=1",
		  "08:05; ring desk; 08:06; done; holds desk; only shows; 08:57",
		  "08:05 show desk walk; 08:06 close, #1.1 desk walk done, holds desk gap; "
		  "08:56 show desk hip" },
		{ "a snoozed occasion outlives the next one", "hello hello.valid=30m",
		  "08:10; lock; 08:15; unlock; 08:16; snooze #1 +2h; 08:25; lock; 08:30; unlock; "
		  "only shows; 10:17",
		  "08:15 show hello; 08:16 close, #1.1 hello snoozed; 10:16 show hello" },
		{ "a snooze ahead of elapsed time ends when it was said", "round",
		  "08:55; snooze round +3h; only shows; 11:56", "11:55 show round stand" },
		{ "nothing to take back of a back-off that is over", "desk back_off=yes",
		  "only shows; 12:20:10; away; 12:24; back; undo; next desk",
		  FIVE_LATE "; 12:24 nothing_to_undo, next desk 13:14 13:14" },
		{ "who is seen to be back need not say so: an unlock", "desk",
		  "08:30; away; 08:31; lock; 08:45; unlock; ledger desk; 09:36",
		  "08:45 ledger desk 0:00; 09:35 show desk walk" },
		{ "a key", "desk",
		  "source on; 08:30; away; 08:40; idle 8m; 08:45; input; only shows; 09:36",
		  "09:35 show desk walk" },
		{ "a source that goes is no key", "desk",
		  "source on; 08:30; away; 08:40; idle 8m; 08:45; source off; input; holds desk",
		  "08:45 holds desk away" },
		{ "a wake", "desk", "08:30; away; sleep; 08:45; wake; only shows; 09:36",
		  "09:35 show desk walk" },
		{ "a key that never paused is none", "desk",
		  "08:30; away; 08:40; input; holds desk", "08:40 holds desk away" },
		{ "the clock goes back after a card: nobody's getting up is looked for", "desk",
		  "only shows; 08:53; watch; clock -1h; watch",
		  "08:50 show desk walk; 08:53 watch idle 0:30; 07:53 watch idle 3:00" },
		{ "what was stood between an answer and its undo counts", "desk",
		  "08:30; done desk; 08:31; stood 5m; undo; ledger desk",
		  "08:30 #1.1 desk walk done; 08:31 #1.2 desk walk taken_back, ledger desk 1:00" },
		{ "what was sat, too", "desk", "08:30; done desk; sat 10m; undo; ledger desk",
		  "08:30 #1.1 desk walk done, #1.2 desk walk taken_back, ledger desk 40:00" },
		{ "next is inside its hours, where quiet ends outside them",
		  "desk hours=22:00-06:00 quiet=22:30-07:00", "begin Mon 22:00; 23:00; next desk",
		  "23:00 next desk 22:50 22:00" },
		{ "and open where quiet covers them all",
		  "desk hours=23:00-06:00 quiet=22:30-07:00",
		  "begin Mon 22:00; 22:10; next desk; explain desk",
		  "22:10 next desk 22:50 open, explain desk It never comes: quiet hours cover all "
		  "its times. "
		  "Waiting: outside its hours, which begin 23:00. No card yet." },
		{ "explain tells the time that next tells", "desk hours=08:00-20:00",
		  "begin Mon 19:30; 19:40; next desk; explain desk",
		  "19:40 next desk 20:20 08:00, explain desk Next: from tomorrow 08:00 on, after "
		  "50 min of "
		  "sitting (10 min so far). No card yet." },
		{ "a snoozed try comes then, and nothing was sat for it", "desk gap=30m",
		  "08:10; ring desk; 08:11; snooze #1 +5m; ledger desk; next desk; explain desk; "
		  "08:17; done; 08:18; ledger desk",
		  "08:10 show desk walk; 08:11 close, #1.1 desk walk snoozed, ledger desk"
		  " 11:00, next desk 08:16 08:16, explain desk Due 08:16. Last card "
		  "08:11: snoozed. It came because it was called for (08:10).; 08:16 show"
		  " desk walk; 08:17 close, #2.1 desk walk done; 08:18 ledger desk 1:00" },
		{ "explain tells of a snooze before there is anything to put off", "hello desk",
		  "08:10; snooze hello +2h; explain hello; snooze desk +10m; explain desk; away; "
		  "08:15; "
		  "explain desk",
		  "08:10 explain hello No time can be given yet. Waiting: put off until 10:10. "
		  "No "
		  "card yet., explain desk Next: 08:50, after 50 min of sitting (10 min so far). "
		  "No "
		  "card yet.; 08:15 explain desk You are away, which clears sitting: 0 s of 50 "
		  "min "
		  "counted. Waiting: put off until 08:20. No card yet." },
		{ "by elapsed time", "round",
		  "08:10; ring round; 08:11; snooze #1 +5m; next round; 08:17; done",
		  "08:10 show round stand; 08:11 close, #1.1 round stand snoozed, next "
		  "round 08:16 08:16; 08:16 show round stand; 08:17 close, #2.1 round "
		  "stand done" },
		{ "by a time of day", "lunch",
		  "08:10; ring lunch; 08:11; snooze #1 +5m; next lunch; 08:17; done; next lunch",
		  "08:10 show lunch; 08:11 close, #1.1 lunch snoozed, next lunch 08:16 "
		  "08:16; 08:16 show lunch; 08:17 close, #2.1 lunch done, next lunch "
		  "12:30 12:30" },
		{ "by an occasion", "hello", "08:10; ring hello; 08:11; snooze #1 +5m; 08:17; done",
		  "08:10 show hello; 08:11 close, #1.1 hello snoozed; 08:16 show hello; "
		  "08:17 close, #2.1 hello done" },
		{ "over a break and a restart", "desk",
		  "08:10; ring desk; 08:11; snooze #1 +20m; lock; 08:25; unlock; crash 1m; 08:32",
		  "08:10 show desk walk; 08:11 close, #1.1 desk walk snoozed; 08:31 show "
		  "desk walk" },
		{ "a try is up again, too", "desk", "08:10; ring desk; done; undo; ledger desk",
		  "08:10 show desk walk, close, #1.1 desk walk done, #1.2 desk walk taken_back, "
		  "show desk walk, ledger desk 10:00" },
		{ "what is taken back counts as nothing", "desk back_off=yes",
		  "08:51; skip; 08:52; undo; 08:53; snooze #2 +5m; 08:54; undo; today desk",
		  "08:50 show desk walk; 08:51 close, #1.1 desk walk skipped; 08:52 #1.2 "
		  "desk walk taken_back, show desk walk; 08:53 close, #2.1 desk walk "
		  "snoozed; 08:54 #2.2 desk walk taken_back, show desk walk, today desk 1"
		  " cards" },
	};
	script_rows(state, rows, ROWS(rows));
}

/* What counts as a card of today. */
static void counted(void **state)
{
	static const struct row rows[] = {
		{ "a try does not use up most", "desk desk.most=1",
		  "08:05; ring desk; 08:06; skip; ring desk; 08:07; skip; 08:57; today desk",
		  "08:05 show desk walk; 08:06 close, #1.1 desk walk skipped, show desk hip; "
		  "08:07 close, #2.1 desk hip skipped; 08:57 show desk stand, today desk 3 cards 2 "
		  "skipped" },
		{ "nor over a restart", "desk desk.most=1",
		  "08:05; ring desk; 08:06; skip; crash 1s; only shows; 08:57; done; 10:00; holds "
		  "desk",
		  "08:05 show desk walk; 08:06 close, #1.1 desk walk skipped; 08:56 show desk "
		  "hip; 10:00 holds desk most" },
		{ "nor one that is put off", "desk desk.most=1",
		  "08:05; ring desk; snooze #1 +5m; only shows; 08:11; skip; 09:02",
		  "08:05 show desk walk, close, #1.1 desk walk snoozed; 08:10 show desk walk; "
		  "09:01 show desk hip" },
		{ "what was taken back and is shown again counts once", "desk cap=20 gap=0m",
		  "08:51; done; undo; done; undo; done; today; today desk; only shows; 10:00; "
		  "today",
		  "08:50 show desk walk; 08:51 close, #1.1 desk walk done, #1.2 desk walk "
		  "taken_back, show desk walk, close, #2.1 desk walk done, #2.2 desk walk "
		  "taken_back, show desk walk, close, #3.1 desk walk done, today 1 cards 1 done, "
		  "today desk 1 cards 1 done; 09:41 show desk hip; 10:00 today 2 cards 1 done 1 "
		  "unanswered" },
		{ "a try of what is due likewise", "desk cap=1 desk.most=1 gap=0m",
		  "dnd on; 08:55; ring desk; done; undo; holds desk; dnd off; today desk; done; "
		  "holds desk",
		  "08:55 show desk walk, close, #1.1 desk walk done, #1.2 desk walk taken_back, "
		  "holds desk dnd, show desk walk, today desk 1 cards, close, #2.1 desk walk done, "
		  "holds desk" },
		{ "of yesterday nothing is taken off today",
		  "desk eyes eyes.every=75m gap=0m hours=00:00-24:00",
		  "begin Mon 03:09; only shows; 03:59:30; done; 04:24:30; today; undo; 04:27; "
		  "today",
		  "03:59 show desk walk; 04:24 show eyes blink; 04:24:30 today 1 cards; 04:26 show "
		  "desk walk; 04:27 today 2 cards 1 unanswered" },
	};
	script_rows(state, rows, ROWS(rows));
}

/* What was counted by another rule does not make it due at once. */
static void another_trigger(void **state)
{
	struct reminder reminder = { .name = "lunch",
				     .enabled = true,
				     .trigger = TRIGGER_AT,
				     .title = "",
				     .say = "Eat.",
				     .every = 50 * USEC_PER_MIN,
				     .valid = USEC_PER_HOUR,
				     .at_count = 1,
				     .with = -1 };
	struct plan plan = { .setup_done = true,
			     .still_sitting = 3 * USEC_PER_MIN,
			     .pays_back = 10 * USEC_PER_MIN,
			     .count = 1,
			     .reminders = &reminder };
	struct zone utc = { .name = "UTC", .until = REALTIME_OPEN };
	struct moment now = { { USEC_PER_DAY }, { 20000 * USEC_PER_DAY } };
	struct rows rows = rows_begin(state);
	static struct state it;
	struct result result;
	assert_int_equal(calendar_read("12:00", &reminder.at[0]), TEXT_OK);
	state_init(&it, &plan, &utc, now);
	now.boot.us += 10 * USEC_PER_HOUR;
	now.real.us += 10 * USEC_PER_HOUR;
	for (enum trigger trigger = TRIGGER_SITTING; trigger <= TRIGGER_CLOCK; trigger++) {
		reminder.trigger = trigger;
		struct event event = { .kind = EVENT_PLAN, .now = now };
		step(&plan, &it, &event, &result);
		row_check(&rows, result.count == 0 && it.reminders[0].due.us == 0, "trigger %d",
			  (int)trigger);
	}
	rows_end(&rows);
}

/* What was foreseen by one table of a zone is not kept under another, also of the same name. */
static void another_table(void **state)
{
	struct reminder lunch = { .name = "lunch",
				  .enabled = true,
				  .trigger = TRIGGER_AT,
				  .title = "",
				  .say = "Eat.",
				  .valid = USEC_PER_HOUR,
				  .at = { calendar_at(DAYS_ALL, 12 * 60) },
				  .at_count = 1,
				  .with = -1 };
	struct plan plan = { .setup_done = true, .count = 1, .reminders = &lunch };
	struct moment now = { { USEC_PER_DAY }, { 20000 * USEC_PER_DAY } };
	struct zone zone = { .name = "UTC", .until = REALTIME_OPEN };
	static struct state it;
	struct result result;
	(void)state;
	state_init(&it, &plan, &zone, now);
	step(&plan, &it, &(struct event){ .kind = EVENT_WAKE, .now = now }, &result);
	assert_int_equal(boottime_since(result.wake, now.boot), 12 * USEC_PER_HOUR);
	zone.count = 1;
	zone.changes[0] = (struct zone_change){ { now.real.us + USEC_PER_HOUR }, 3600 };
	step(&plan, &it, &(struct event){ .kind = EVENT_ZONE, .now = now, .zone = &zone }, &result);
	assert_int_equal(boottime_since(result.wake, now.boot), 11 * USEC_PER_HOUR);
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(fixed), cmocka_unit_test(counted),
					    cmocka_unit_test(another_trigger),
					    cmocka_unit_test(another_table) };
	return cmocka_run_group_tests(tests, NULL, NULL);
}
