/* When a card has a sound, and the choice of a reminder. */
#include "core/model/card.h"
#include "core/words/card_text.h"
#include "tests/core/script.h"

static const struct {
	const char *name, *plan, *script;
	bool on, heard;              /* sound is on; the card is */
	enum own_choice desk, other; /* the reminders' own */
} cases[] = {
	{ "a card that comes", "desk", "display mute; 08:51", true, true, OWN_UNSET, OWN_UNSET },
	{ "switched off, as it is without a word", "desk", "display mute; 08:51", false, false,
	  OWN_UNSET, OWN_UNSET },
	{ "one that is up already", "desk", "08:51", true, false, OWN_UNSET, OWN_UNSET },
	{ "called for", "desk", "display mute; 08:10; ring desk", true, true, OWN_UNSET,
	  OWN_UNSET },
	{ "in quiet hours", "desk quiet=08:00-09:00", "display mute; 08:10; ring desk", true, false,
	  OWN_UNSET, OWN_UNSET },
	{ "in its own", "desk desk.quiet=08:00-09:00", "display mute; 08:10; ring desk", true,
	  false, OWN_UNSET, OWN_UNSET },
	{ "after them", "desk quiet=08:00-09:00", "display mute; 09:01", true, true, OWN_UNSET,
	  OWN_UNSET },
	{ "its own, off", "desk", "display mute; 08:51", true, false, OWN_FALSE, OWN_UNSET },
	{ "its own, on", "desk", "display mute; 08:51", false, true, OWN_TRUE, OWN_UNSET },
	{ "on another card", "desk eyes", "display mute; 08:51", false, false, OWN_UNSET,
	  OWN_TRUE },
};

static void heard(void **state)
{
	struct rows rows = rows_begin(state);
	static struct story story;
	for (size_t i = 0; i < ROWS(cases); i++) {
		struct card_text text;
		bool played = script_play(&story, cases[i].plan, cases[i].script);
		story.plan.plan.sound = cases[i].on;
		story.plan.reminders[0].sound = cases[i].desk;
		story.plan.reminders[1].sound = cases[i].other;
		row_check(&rows, played && story.state.card.id != 0, "%s: %s", cases[i].name,
			  story.text);
		if (story.state.card.id == 0)
			continue;
		card_text(&story.plan.plan, &story.state, NULL, NULL, &text);
		row_check(&rows, text.sound == cases[i].heard, "%s", cases[i].name);
	}
	rows_end(&rows);
}

/* `insist`: the first repetition of an unanswered card is urgent. */
static void urgent(void **state)
{
	static const struct {
		const char *name, *plan, *script;
		bool urgent;
	} urgents[] = {
		{ "the first card", "lunch insist=yes", "12:31", false },
		{ "the second", "lunch insist=yes", "12:43", true },
		{ "and after a restart", "lunch insist=yes", "12:35; stop 1m; 12:43", true },
		{ "a repetition that does not insist", "lunch repeat=1", "12:43", false },
		{ "the second of three", "lunch insist=yes repeat=2", "12:43", true },
		{ "the third", "lunch insist=yes repeat=2", "13:31", false },
		{ "when the second was put off", "lunch insist=yes", "12:43; snooze +10m; 12:54",
		  false },
		{ "when it was called for", "lunch insist=yes", "12:33; ring lunch", false },
		{ "where one of two insists",
		  "lunch meals lunch.insist=yes meals.at=12:30 meals.repeat=1", "12:43", true },
		{ "in a call that holds no card", "lunch insist=yes never_during=dnd",
		  "call on; mic on; 12:43", false },
	};
	struct rows rows = rows_begin(state);
	static struct story story;
	for (size_t i = 0; i < ROWS(urgents); i++) {
		struct card_text text;
		bool played = script_play(&story, urgents[i].plan, urgents[i].script);
		row_check(&rows, played && story.state.card.id != 0, "%s: %s", urgents[i].name,
			  story.text);
		if (story.state.card.id == 0)
			continue;
		card_text(&story.plan.plan, &story.state, NULL, NULL, &text);
		row_check(&rows, text.urgent == urgents[i].urgent, "%s", urgents[i].name);
	}
	rows_end(&rows);
}

/* One discreet reminder makes a card in common discreet; the picture is the main reminder's. */
static void own_choices(void **state)
{
	struct rows rows = rows_begin(state);
	static struct story story;
	struct reminder *reminders = story.plan.reminders;
	const struct card *card = &story.state.card;
	row_check(&rows, script_play(&story, "desk soon", "08:51"), "%s", story.text);
	const struct plan *plan = &story.plan.plan;
	row_check(&rows, !card_discreet(plan, card), "neither is discreet");
	row_check(&rows, !card_sounds(plan, card), "neither makes a sound");
	reminders[1].sound = OWN_TRUE;
	row_check(&rows, card_sounds(plan, card), "the second makes one");
	reminders[1].discreet = OWN_TRUE;
	row_check(&rows, card_discreet(plan, card), "the second is");
	story.plan.plan.discreet = true;
	reminders[1].discreet = OWN_FALSE;
	row_check(&rows, card_discreet(plan, card), "the first, as the plan says");
	reminders[0].discreet = OWN_FALSE;
	row_check(&rows, !card_discreet(plan, card), "neither, against the plan");
	reminders[1].pictures = PICTURES_OFF + 1;
	row_check(&rows, card_pictures(plan, card) == PICTURES_LIGHT, "the plan's");
	reminders[0].pictures = PICTURES_DARK + 1;
	row_check(&rows, card_pictures(plan, card) == PICTURES_DARK, "its own");
	rows_end(&rows);
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(heard), cmocka_unit_test(urgent),
					    cmocka_unit_test(own_choices) };
	return cmocka_run_group_tests(tests, NULL, NULL);
}
