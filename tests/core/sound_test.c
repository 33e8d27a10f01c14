/* When a card may be heard. */
#include "core/words/card_text.h"
#include "tests/core/script.h"

static const struct {
	const char *name, *plan, *script;
	bool on, heard; /* sound is on; the card is */
} cases[] = {
	{ "a card that comes", "desk", "display mute; 08:51", true, true },
	{ "switched off, as it is without a word", "desk", "display mute; 08:51", false, false },
	{ "one that is up already", "desk", "08:51", true, false },
	{ "called for", "desk", "display mute; 08:10; ring desk", true, true },
	{ "in quiet hours", "desk quiet=08:00-09:00", "display mute; 08:10; ring desk", true,
	  false },
	{ "in its own", "desk desk.quiet=08:00-09:00", "display mute; 08:10; ring desk", true,
	  false },
	{ "after them", "desk quiet=08:00-09:00", "display mute; 09:01", true, true },
};

static void heard(void **state)
{
	struct rows rows = rows_begin(state);
	static struct story story;
	for (size_t i = 0; i < ROWS(cases); i++) {
		struct card_text text;
		bool played = script_play(&story, cases[i].plan, cases[i].script);
		story.plan.plan.sound = cases[i].on;
		row_check(&rows, played && story.state.card.id != 0, "%s: %s", cases[i].name,
			  story.text);
		if (story.state.card.id == 0)
			continue;
		card_text(&story.plan.plan, &story.state, NULL, NULL, &text);
		row_check(&rows, text.sound == cases[i].heard, "%s", cases[i].name);
	}
	rows_end(&rows);
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(heard) };
	return cmocka_run_group_tests(tests, NULL, NULL);
}
