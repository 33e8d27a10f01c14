/* The welcome is shown once, at a moment at which a card may be shown, and changes nothing else. */
#include "core/words/welcome_text.h"
#include "tests/core/script.h"

/* The holds of all cards hold the welcome, which is shown when they end. */
static void holds(void **state)
{
	static const struct row rows[] = {
		{ "as soon as it was asked what goes on", "desk", "begin first 08:00; 08:30",
		  "08:00:02 welcome" },
		{ "not without a shell that has them", "desk", "begin 08:00; 08:30", "" },
		{ "a call: the microphones are looked at before, and again", "desk",
		  "begin first 08:00; call on; 08:03:30; mic off; 08:30",
		  "08:03:45 read off, welcome" },
		{ "no call: they are looked at all the same", "desk",
		  "begin first 08:00; call off; 08:30", "08:00:02 read off, welcome" },
		{ "a call that begins in between", "desk",
		  "begin first 08:00; call off; mic on; 08:01; call off",
		  "08:00:02 read on; 08:01 welcome" },
		{ "a call, where that does not matter", "desk never_during=none",
		  "begin first 08:00; call on; dnd on; awake on; 08:30", "08:00:02 welcome" },
		{ "do-not-disturb", "desk", "begin first 08:00; dnd on; 08:10; dnd off",
		  "08:10 welcome" },
		{ "a film", "desk", "begin first 08:00; awake on; 08:10; awake off",
		  "08:10 welcome" },
		{ "silence that was asked for", "desk",
		  "begin first 08:00; asked on; 08:10; asked off", "08:10 welcome" },
		{ "quiet", "desk quiet=22:00-07:00", "begin first Mon 23:00; Tue 08:00",
		  "Tue 07:00 welcome; 08:00 close welcome, show desk walk" },
		{ "quiet that begins just then", "desk quiet=08:00-08:30",
		  "begin first 08:00; 08:40", "08:30 welcome" },
		{ "the quiet of one reminder is not theirs", "desk", "begin first 23:00; 23:10",
		  "23:00:02 welcome" },
		{ "outside hours, and in the first week", "desk hours=10:00-11:00 first_week=half",
		  "begin first 08:00; 08:10", "08:00:02 welcome" },
		{ "locked, and just back", "desk after_return=2m",
		  "begin first 08:00; lock; 08:10; unlock; 08:30", "08:12 welcome" },
		{ "locked too short to count", "desk after_return=2m",
		  "begin first 08:00; lock; 08:01; unlock; 08:30", "08:01 welcome" },
		{ "asleep", "desk after_return=2m", "begin first 08:00; sleep; 09:00; wake; 09:30",
		  "09:02 welcome" },
		{ "away, by hand", "desk after_return=2m",
		  "begin first 08:00; away; 08:10; back; 08:30", "08:12 welcome" },
		{ "away, by the keys", "desk after_return=2m",
		  "begin first 08:00; source on; dnd on; 08:10; idle 4m; dnd off; 08:20; input; "
		  "08:30",
		  "08:22 welcome" },
		{ "who reads may be gone: the next key", "desk",
		  "begin first 08:00; source on; dnd on; 08:10; idle 2m; dnd off", "" },
		{ "who stands is there", "desk", "begin first 08:00; stand; 08:10",
		  "08:00:02 welcome" },
		{ "a pause", "desk", "begin first 08:00; pause +20m; 08:30", "08:20 welcome" },
		{ "a display that failed a card", "lunch",
		  "begin first 12:00; dnd on; display fails; ring lunch; display good; 12:00:30; "
		  "dnd off; "
		  "12:10",
		  "12:00 show lunch; 12:01 welcome" },
	};
	script_rows(state, rows, ROWS(rows));
}

/* A card is shown before the welcome, which is not needed after it. */
static void cards(void **state)
{
	static const struct row rows[] = {
		{ "a called-for card closes them", "desk",
		  "begin first 08:00; 08:05; ring desk; 08:30",
		  "08:00:02 welcome; 08:05 close welcome, show desk walk; 08:07 close, #1.1 desk "
		  "walk unanswered" },
		{ "one before them comes in their place", "desk",
		  "begin first 08:00; dnd on; ring desk; 08:10; dnd off; 08:30",
		  "08:00 show desk walk; 08:02 close, #1.1 desk walk unanswered" },
		{ "one that is due, too", "desk", "begin first 08:00; 08:55",
		  "08:00:02 welcome; 08:50 close welcome, show desk walk; 08:52 close, #1.1 desk "
		  "walk unanswered" },
		{ "what is due when the hold ends", "desk",
		  "begin first 08:00; dnd on; 09:00; dnd off; 09:05",
		  "09:00 show desk walk; 09:02 close, #1.1 desk walk unanswered" },
		{ "a card that failed took nothing away", "desk",
		  "begin first 08:00; 08:05; display fails; ring desk; display good; 08:10; 08:40",
		  "08:00:02 welcome; 08:05 close welcome, show desk walk; 08:06 welcome" },
		{ "while it is on its way they wait", "desk",
		  "begin first 08:00; display mute; ring desk; 08:10; shown; 08:20",
		  "08:00 show desk walk; 08:12 close, #1.1 desk walk unanswered" },
		{ "they hold no card and change no ledger", "desk",
		  "begin first 08:00; 08:10; ledger desk; holds desk; today; last desk",
		  "08:00:02 welcome; 08:10 ledger desk 10:00, holds desk, today 0 cards, last desk "
		  "due never shown never ended never" },
		{ "they begin no gap", "desk gap=60m", "begin first 08:00; 08:51",
		  "08:00:02 welcome; 08:50 close welcome, show desk walk" },
	};
	script_rows(state, rows, ROWS(rows));
}

static void ends(void **state)
{
	static const struct row rows[] = {
		{ "closed by the user", "desk",
		  "begin first 08:00; 08:05; close welcome; 08:30; display comes; 08:40; "
		  "close welcome",
		  "08:00:02 welcome; 08:05 close welcome" },
		{ "closed before a display said a word", "desk",
		  "begin first 08:00; display mute; 08:05; close welcome; display comes; 08:10; "
		  "crash 1m; 08:20",
		  "08:00:02 welcome; 08:05 close welcome" },
		{ "its server went", "desk",
		  "begin first 08:00; 08:05; lost welcome; display comes; 08:30",
		  "08:00:02 welcome" },
		{ "its server went before it was seen", "desk",
		  "begin first 08:00; display mute; 08:05; lost welcome; display comes; 08:30",
		  "08:00:02 welcome; 08:05 welcome" },
		{ "nothing stays on a locked screen, and they come back", "desk after_return=2m",
		  "begin first 08:00; 08:05; lock; 08:10; unlock; 08:30",
		  "08:00:02 welcome; 08:05 close welcome; 08:12 welcome" },
		{ "nor do they outlast the process", "desk",
		  "begin first 08:00; 08:05; stop 1m; 08:30",
		  "08:00:02 welcome; 08:05 close welcome" },
		{ "an undo is not about them", "desk",
		  "begin first 08:00; 08:05; close welcome; undo",
		  "08:00:02 welcome; 08:05 close welcome, nothing_to_undo" },
		{ "could not be shown: again after 1, 2, 4 … minutes", "desk",
		  "begin first 08:00; display fails; 08:20; display good; 08:40",
		  "08:00:02 welcome; 08:01:02 welcome; 08:03:02 welcome; 08:07:02 welcome; "
		  "08:15:02 welcome; 08:31:02 welcome" },
		{ "or when a display comes", "desk",
		  "begin first 08:00; display fails; 08:00:30; display good; display comes; 08:30",
		  "08:00:02 welcome; 08:00:30 welcome" },
		{ "again, if nothing holds it then", "desk",
		  "begin first 08:00; display fails; 08:00:30; dnd on; display good; display "
		  "comes; "
		  "08:10; dnd off",
		  "08:00:02 welcome; 08:10 welcome" },
		{ "that it failed keeps no card back", "lunch",
		  "begin first 12:28; display fails; 12:29; display good; 12:30",
		  "12:28:02 welcome; 12:29:02 welcome; 12:30 close welcome, show lunch" },
		{ "not seen: at the next start, too", "desk",
		  "begin first 08:00; display fails; 08:00:30; crash 1m; display good; 08:30",
		  "08:00:02 welcome; 08:01:32 welcome" },
		{ "and after another boot", "desk after_return=2m",
		  "begin first 08:00; dnd on; 08:30; halt 10h; 18:50", "18:32 welcome" },
		{ "seen: never again", "desk", "begin first 08:00; 08:10; crash 1m; 08:30",
		  "08:00:02 welcome" },
		{ "nor where a card was", "desk",
		  "begin first 08:00; dnd on; ring desk; 08:00:01; close; crash 1m; 08:30",
		  "08:00 show desk walk; 08:00:01 close, #1.1 desk walk skipped" },
		{ "nor where history has a row", "desk",
		  "begin first 08:00; dnd on; done desk; crash 1m; 08:30",
		  "08:00 #1.1 desk walk done" },
		{ "a word about what is over", "desk",
		  "begin first 08:00; 08:05; close welcome; shown welcome; lost welcome",
		  "08:00:02 welcome; 08:05 close welcome" },
	};
	script_rows(state, rows, ROWS(rows));
}

static const char *english(const char *text)
{
	return text;
}

/* The lines of the card follow from the plan. */
static void text(void **state)
{
#define SETUP                                                                                      \
	"Type in a terminal: limber setup. It asks what is not for you; until then only a walk, "  \
	"a change of position and a short pause come.\n"
#define SITTING "After 50 min of sitting a card asks you to get up for a moment.\n"
#define NEXT "What comes next: limber. All commands: limber help"
	static const struct {
		const char *plan;
		bool setup_done, discreet;
		const char *body;
	} rows[] = {
		{ "desk", true, false, SITTING NEXT },
		{ "desk", false, false, SETUP SITTING NEXT },
		{ "desk", false, true, SITTING NEXT },
		{ "lunch", true, false, NEXT },
		{ "lunch desk", false, false, SETUP SITTING NEXT },
	};
	struct rows all = rows_begin(state);
	for (size_t i = 0; i < ROWS(rows); i++) {
		static struct test_plan plan;
		struct card_text card;
		plan_make(&plan, rows[i].plan);
		plan.plan.setup_done = rows[i].setup_done;
		plan.plan.discreet = rows[i].discreet;
		welcome_text(&plan.plan, english, &card);
		row_check(&all, strcmp(card.title, "Limber is on") == 0, "title %s", card.title);
		row_check(&all, strcmp(card.body, rows[i].body) == 0, "row %zu: %s", i, card.body);
		row_check(&all, card.progress == -1 && card.spare == 0, "row %zu: its rest", i);
	}
	rows_end(&all);
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(holds), cmocka_unit_test(cards),
					    cmocka_unit_test(ends), cmocka_unit_test(text) };
	return cmocka_run_group_tests(tests, NULL, NULL);
}
