/* Undo, as stories with their transcripts. */
#include "tests/core/script.h"

#define WALK_LATER "08:50 show desk walk; 08:51 close, #1.1 desk walk snoozed"

static void undone(void **state)
{
	static const struct row rows[] = {
		{ "nothing", "desk", "undo; 08:20; lock; unlock; undo",
		  "08:00 nothing_to_undo; 08:20 nothing_to_undo" },
		{ "an answer: up again, and not bound by the gap", "desk",
		  "08:51; done; 08:55; undo; ledger desk; 08:58",
		  WALK_DONE "; 08:55 #1.2 desk walk taken_back, show desk walk, "
			    "ledger desk 50:00; 08:57 close, #2.1 desk walk unanswered" },
		{ "only once", "desk", "08:51; done; 08:55; undo; undo",
		  WALK_DONE "; 08:55 #1.2 desk walk taken_back, show desk walk, nothing_to_undo" },
		{ "partly", "desk", "08:51; partly; 08:55; undo; ledger desk",
		  WALK "; 08:51 close, #1.1 desk walk partly; 08:55 #1.2 desk walk taken_back, "
		       "show desk walk, ledger desk 50:00" },
		{ "a row without a card", "desk", "08:20; done; 08:25; undo; ledger desk; 08:51",
		  "08:20 #1.1 desk walk done; 08:25 #1.2 desk walk taken_back, ledger desk 25:00; "
		  "08:50 show desk walk" },
		{ "a late answer", "desk", "09:10; done; 09:12; undo; ledger desk",
		  WALK_ENDS "; 09:10 #1.2 desk walk done; 09:12 #1.3 desk walk unanswered, "
			    "ledger desk 20:00" },
		/* The last step is taken back, not the one before it. */
		{ "an answer corrected, and undone", "desk",
		  "08:51; skip; 08:55; done; 08:56; undo; ledger desk",
		  WALK "; 08:51 close, #1.1 desk walk skipped; 08:55 #1.2 desk walk done; "
		       "08:56 #1.3 desk walk skipped, ledger desk 5:00" },
		{ "an absence in between pays back all the same", "desk",
		  "08:51; done; 08:52; lock; 08:58; unlock; 08:59; undo; ledger desk",
		  WALK_DONE "; 08:59 #1.2 desk walk taken_back, ledger desk 21:00" },
		{ "the number of a row is not used again", "desk", "08:20; done; undo; 08:25; done",
		  "08:20 #1.1 desk walk done, #1.2 desk walk taken_back; "
		  "08:25 #2.1 desk walk done" },
		{ "a snooze of a card", "desk", "08:51; snooze #1 +10m; 08:52; undo",
		  WALK_LATER "; 08:52 #1.2 desk walk taken_back, show desk walk" },
		{ "a snooze before the card", "desk", "08:30; snooze desk +2h; 08:31; undo; 08:51",
		  WALK },
		{ "a pause", "desk", "08:30; pause +2h; 08:31; undo; 08:51", WALK },
		{ "a pause over a pause", "desk",
		  "08:30; pause +40m; 08:31; pause +3h; undo; 09:11", "09:10 show desk walk" },
		{ "a pause that closed a card", "desk", "08:51; pause +2h; 08:52; undo; 09:21",
		  WALK "; 08:51 close stays; 09:20 show desk walk" },
		{ "a resume", "desk", "08:30; pause +1h; 08:31; resume; 08:32; undo; 09:31",
		  "09:30 show desk walk" },
		{ "a resume of a pause that would be over", "desk",
		  "08:30; pause +10m; 08:31; resume; 08:45; undo; 08:51", WALK },
		/* As when the next card is shown: the last outcome is final, and no other row
		   changes. */
		{ "a time was missed since", "bedtime",
		  "begin Mon 21:00; 21:31; done; 21:40; sleep; Wed 08:00; wake; undo",
		  CALF "; 21:31 close, #1.1 bedtime calf done; "
		       "Wed 08:00 #2.1 bedtime calf not_shown, nothing_to_undo" },
		{ "the morning after: the row, and no card", "bedtime",
		  "begin Mon 21:00; 21:31; done; Tue 08:00; undo; 08:30",
		  CALF "; 21:31 close, #1.1 bedtime calf done; "
		       "Tue 08:00 #1.2 bedtime calf taken_back" },
		{ "of an at, still valid: up again", "bedtime",
		  "begin Mon 21:00; 21:31; done; 21:35; undo",
		  CALF "; 21:31 close, #1.1 bedtime calf done; "
		       "21:35 #1.2 bedtime calf taken_back, show bedtime calf" },
		{ "its next card came since", "desk", "08:51; done; 09:42; undo",
		  WALK_DONE "; 09:41 show desk hip; 09:42 nothing_to_undo" },
		{ "another's card came since", "desk lunch",
		  "begin Mon 11:18; 12:09; done; 12:31; undo",
		  "12:08 show desk walk; 12:09 close, #1.1 desk walk done; 12:30 show lunch; "
		  "12:31 #1.2 desk walk taken_back" },
		{ "what was refused leaves it", "desk",
		  "08:51; done; snooze desk +0m; resume; undo",
		  WALK_DONE ", past, not_paused, #1.2 desk walk taken_back, show desk walk" },
		{ "it does not outlive the process", "desk", "08:51; done; 08:55; crash 1m; undo",
		  WALK_DONE "; 08:56 nothing_to_undo" },
	};
	script_rows(state, rows, ROWS(rows));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(undone),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
