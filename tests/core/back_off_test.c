/* Longer intervals after cards that nobody answers, as stories with their transcripts. */
#include "tests/core/script.h"

/* Five unanswered cards, 50 min apart; the next is shown 2 h after the fifth, with a line about it.
 */
#define FIVE                                                                                       \
	"08:50 show desk walk; 09:42 show desk hip; 10:34 show desk stand; 11:26 show desk walk; " \
	"12:18 show desk hip"
#define SLOWED FIVE "; 14:18 show desk stand slowed"

static void backs_off(void **state)
{
	static const struct row rows[] = {
		{ "five unanswered: 2 h apart, and said once", "desk back_off=yes",
		  "only shows; 16:20", SLOWED "; 16:18 show desk walk" },
		{ "its gap has its own reason", "desk back_off=yes",
		  "only shows; 13:30; holds desk; next desk; ledger desk",
		  FIVE "; 13:30 holds desk back_off, next desk 13:10 14:18, ledger desk 50:00" },
		{ "ten: 4 h apart, said once more, and no more than that",
		  "desk back_off=yes hours=none", "only shows; Tue 23:00",
		  SLOWED
		  "; 16:18 show desk walk; 18:18 show desk hip; 20:18 show desk stand; "
		  "22:18 show desk walk; Tue 02:18 show desk hip slowed; 06:18 show desk stand; "
		  "10:18 show desk walk; 14:18 show desk hip; 18:18 show desk stand; "
		  "22:18 show desk walk" },
		{ "who gets up now and then has one each half of a day", "desk back_off=yes",
		  "only shows; 23:00; lock; Tue 08:00; unlock; 10:00; lock; 10:15; unlock; "
		  "12:00; lock; 12:45; unlock; 15:00; lock; 15:15; unlock; 18:00",
		  SLOWED "; 16:18 show desk walk; 18:18 show desk hip; Tue 08:50 show desk stand; "
			 "11:05 show desk walk; 16:05 show desk hip slowed" },
		{ "not where it is switched off", "desk", "only shows; 13:11",
		  FIVE "; 13:10 show desk stand" },
		{ "skipped ones count as well", "desk back_off=yes",
		  "only shows; 08:51; skip; 09:42; close; 10:33; skip; 11:24; skip; 12:15; skip; "
		  "14:20",
		  "08:50 show desk walk; 09:41 show desk hip; 10:32 show desk stand; "
		  "11:23 show desk walk; 12:14 show desk hip; 14:14 show desk stand slowed" },
		{ "one answer breaks the row", "desk back_off=yes",
		  "only shows; 11:27; done; 16:30",
		  "08:50 show desk walk; 09:42 show desk hip; 10:34 show desk stand; "
		  "11:26 show desk walk; 12:17 show desk hip; 13:09 show desk stand; "
		  "14:01 show desk walk; 14:53 show desk hip; 15:45 show desk stand" },
		{ "a late one too", "desk back_off=yes", "only shows; 12:25; done; 13:16",
		  FIVE "; 13:15 show desk stand" },
		{ "getting up too", "desk back_off=yes",
		  "only shows; 12:18:10; away; 12:25; back; "
		  "13:20",
		  FIVE "; 13:15 show desk stand" },
		{ "a snooze is an answer, and breaks the row", "desk back_off=yes",
		  "only shows; 11:27; snooze #4 +10m; 16:30",
		  "08:50 show desk walk; 09:42 show desk hip; 10:34 show desk stand; "
		  "11:26 show desk walk; 11:37 show desk walk; 12:29 show desk hip; "
		  "13:21 show desk stand; 14:13 show desk walk; 15:05 show desk hip" },
		{ "two restore it", "desk back_off=yes",
		  "only shows; 14:19; snooze +10m; 14:30; snooze +10m; 16:30",
		  SLOWED "; 14:29 show desk stand; 14:40 show desk stand; 15:32 show desk walk; "
			 "16:24 show desk hip" },
		{ "a snooze passes it", "desk back_off=yes",
		  "only shows; 13:00; snooze desk 13:15; 13:16",
		  FIVE "; 13:15 show desk stand slowed" },
		{ "and so does what is called for, which does not begin it anew",
		  "desk back_off=yes", "only shows; 13:00; ring desk; done; 14:20",
		  FIVE "; 13:00 show desk stand slowed; 14:18 show desk walk" },
		{ "each by itself", "desk eyes back_off=yes eyes.hours=14:50-16:30",
		  "only shows; 16:45",
		  SLOWED "; 14:50 show eyes blink; 16:03 show eyes blink; 16:33 show desk walk" },
		{ "a longer interval has no use of it",
		  "desk back_off=yes hours=none desk.every=5h", "only shows; Tue 20:15",
		  "13:00 show desk walk; 18:02 show desk hip; 23:04 show desk stand; "
		  "Tue 04:06 show desk walk; 09:08 show desk hip; 14:10 show desk stand; "
		  "19:12 show desk walk" },
		{ "one answered is not enough", "desk back_off=yes",
		  "only shows; 14:19; done; 16:20", SLOWED "; 16:18 show desk walk" },
		{ "two restore it", "desk back_off=yes",
		  "only shows; 14:19; done; 16:19; partly; done; 17:10",
		  SLOWED "; 16:18 show desk walk; 17:09 show desk hip" },
		{ "in a row", "desk back_off=yes",
		  "only shows; 14:19; done; 16:19; skip; 18:19; done; 19:59",
		  SLOWED "; 16:18 show desk walk; 18:18 show desk hip" },
		{ "every of clock too", "round back_off=yes hours=none", "only shows; 15:15",
		  "09:00 show round stand; 10:02 show round stand; 11:04 show round stand; "
		  "12:06 show round stand; 13:08 show round stand; 15:08 show round stand slowed" },
		{ "an at never", "bedtime back_off=yes", "only shows; +7d",
		  "21:30 show bedtime calf; Tue 21:30 show bedtime calf; Wed 21:30 show bedtime "
		  "calf; "
		  "Thu 21:30 show bedtime calf; Fri 21:30 show bedtime calf; "
		  "Sat 21:30 show bedtime calf; Sun 21:30 show bedtime calf" },
		{ "over a restart", "desk back_off=yes", "only shows; 13:00; stop 1m; 14:20",
		  FIVE "; 14:18 show desk stand slowed" },
		{ "over another boot, said once", "desk back_off=yes",
		  "only shows; 14:22; reboot 1m; 16:20", SLOWED "; 16:18 show desk walk" },
		{ "a clock set far back does not lengthen it", "desk back_off=yes hours=none",
		  "only shows; 12:30; clock -3d; 14:20",
		  FIVE "; Fri 14:18 show desk stand slowed" },
		{ "a plan without it: as it was", "desk back_off=yes",
		  "only shows; 14:22; plan desk; 15:20", SLOWED "; 15:10 show desk walk" },
	};
	script_rows(state, rows, ROWS(rows));
}

/* The card that says so offers `limber undo`. */
static void backed_off_undone(void **state)
{
	static const struct row rows[] = {
		{ "before the card", "desk back_off=yes", "only shows; 12:30; undo; 13:11",
		  FIVE "; 13:10 show desk stand" },
		{ "with the card up", "desk back_off=yes", "only shows; 14:19; undo; done; 15:10",
		  SLOWED "; 15:09 show desk walk" },
		{ "when the card has gone", "desk back_off=yes", "only shows; 14:23; undo; 15:11",
		  SLOWED "; 15:10 show desk walk" },
		{ "it counts anew", "desk back_off=yes", "only shows; 12:30; undo; 17:20",
		  FIVE "; 13:10 show desk stand; 14:02 show desk walk; 14:54 show desk hip; "
		       "15:46 show desk stand; 16:38 show desk walk" },
		{ "with the answer that brought it about", "desk back_off=yes",
		  "only shows; 08:51; skip; 09:42; skip; 10:33; skip; 11:24; skip; 12:15; skip; "
		  "12:16; undo; 12:45",
		  "08:50 show desk walk; 09:41 show desk hip; 10:32 show desk stand; "
		  "11:23 show desk walk; 12:14 show desk hip; 12:16 show desk hip" },
	};
	script_rows(state, rows, ROWS(rows));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(backs_off),
		cmocka_unit_test(backed_off_undone),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
