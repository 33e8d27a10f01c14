/* Another item on the card that is up. The deck of "desk" is walk, hip and stand. */
#include "core/base/contract.h"
#include "core/words/card_button.h"
#include "tests/core/script.h"

#define UP "08:50 show desk walk; "

static void the_card_stays(void **state)
{
	static const struct row cases[] = {
		{ "the next of the deck", "desk", "08:51; another; done",
		  UP "08:51 #1.1 desk walk offered, now desk hip, close, #2.1 desk hip done" },
		{ "the next card has the one behind it", "desk", "08:51; another; done; 09:42",
		  UP "08:51 #1.1 desk walk offered, now desk hip, close, #2.1 desk hip done; "
		     "09:41 show desk stand" },
		{ "round the deck", "desk", "08:51; another; another; another; done",
		  UP "08:51 #1.1 desk walk offered, now desk hip, #2.1 desk hip offered, "
		     "now desk stand, #3.1 desk stand offered, now desk walk, close, "
		     "#4.1 desk walk done" },
		{ "by its number", "desk", "08:51; another #1; another #7",
		  UP "08:51 #1.1 desk walk offered, now desk hip, no_card_up" },
		{ "it stays up for its whole time", "desk", "08:51:30; another; 08:54",
		  UP "08:51:30 #1.1 desk walk offered, now desk hip; "
		     "08:53:30 close, #2.1 desk hip unanswered" },
		{ "sitting is as it was", "desk",
		  "08:51; another; ledger desk; partly; ledger desk",
		  UP "08:51 #1.1 desk walk offered, now desk hip, ledger desk 50:00, close, "
		     "#2.1 desk hip partly, ledger desk 25:00" },
		{ "a card counts once", "desk", "08:51; another; today desk; done; today desk",
		  UP "08:51 #1.1 desk walk offered, now desk hip, today desk 1 cards, "
		     "close, #2.1 desk hip done, today desk 1 cards 1 done" },
		{ "put off: that one is shown again", "desk", "08:51; another; snooze +10m; 09:02",
		  UP "08:51 #1.1 desk walk offered, now desk hip, close, #2.1 desk hip snoozed; "
		     "09:01 show desk hip" },
		{ "undone: that one is shown again", "desk", "08:51; another; done; undo",
		  UP "08:51 #1.1 desk walk offered, now desk hip, close, #2.1 desk hip done, "
		     "#2.2 desk hip taken_back, show desk hip" },
		{ "the others stay on it", "desk water water.every=50m", "08:51; another; done",
		  "08:50 show desk walk & water glass; 08:51 #1.1 desk walk offered, "
		  "now desk hip & water glass, close, #2.1 desk hip done, #3.1 water glass "
		  "offered" },
		{ "limberd ends: it was about the new one", "desk", "08:51; another; reboot 8h",
		  UP "08:51 #1.1 desk walk offered, now desk hip; "
		     "16:51 close, #2.1 desk hip unanswered" },
		{ "getting up answers it", "desk", "08:51; another; lock; 08:56; unlock",
		  UP "08:51 #1.1 desk walk offered, now desk hip, close stays; "
		     "08:52 #2.1 desk hip natural" },
	};
	script_rows(state, cases, ROWS(cases));
}

static void refusals(void **state)
{
	static const struct row cases[] = {
		{ "no card", "desk", "another", "08:00 no_card_up" },
		{ "one that nobody sees yet", "desk", "display mute; 08:51; another",
		  UP "08:51 no_card_up" },
		{ "a deck of one", "eyes eyes.every=50m", "08:51; another; done",
		  "08:50 show eyes blink; 08:51 no_other, close, #1.1 eyes blink done" },
		{ "words alone", "lunch", "12:31; another", "12:30 show lunch; 12:31 no_other" },
		{ "what was played of it is booked", "floor floor.items=lunge,walk",
		  "08:51; play start; 08:51:20; another; 08:52; done",
		  "08:50 show floor lunge; 08:51 play 1; 08:51:20 #1.1 floor lunge partly 20s, "
		  "now floor walk; 08:52 close, #2.1 floor walk done" },
		{ "after it hurt no other comes", "floor floor.items=lunge,walk",
		  "08:51; play start; +40s; play hurt; another",
		  "08:50 show floor lunge; 08:51 play 1; 08:51:30 play 2; 08:51:40 play hurt 2, "
		  "hurt" },
	};
	script_rows(state, cases, ROWS(cases));
}

/* Which buttons a card has. */
static void buttons(void **state)
{
	static const struct {
		const char *name, *plan, *script, *buttons;
		const struct item *item;
	} cases[] = {
		{ "no steps, and others in the deck", "desk", "08:51", "done later another",
		  &item_walk },
		{ "no other", "eyes eyes.every=50m", "08:51", "done later", &item_blink },
		{ "words alone", "lunch", "12:31", "done later", NULL },
		{ "a routine", "floor", "08:51", "start done later", &item_lunge },
		{ "played", "floor", "08:51; play start", "pause done", &item_lunge },
		{ "with an easier form", "mat", "08:51; play start", "pause done easier",
		  &item_bend },
		{ "paused", "floor", "08:51; play start; play pause", "start done", &item_lunge },
		{ "over", "floor", "08:51; play start; 08:53", "done hurt", &item_lunge },
		{ "it hurt", "floor", "08:51; play start; 08:53; play hurt", "close", &item_lunge },
	};
	static struct story story;
	struct rows rows = rows_begin(state);
	for (size_t i = 0; i < ROWS(cases); i++) {
		const char *names[BUTTONS_MAX];
		char found[128] = "";
		bool played = script_play(&story, cases[i].plan, cases[i].script);
		if (played && story.state.card.id != 0) {
			card_buttons(&story.plan.plan, &story.state, cases[i].item, names);
			for (int j = 0; j < BUTTONS_MAX && names[j]; j++)
				snprintf(found + strlen(found), sizeof(found) - strlen(found),
					 "%s%s", j > 0 ? " " : "", names[j]);
		}
		row_check(&rows, strcmp(found, cases[i].buttons) == 0, "%s: %s", cases[i].name,
			  found);
	}
	rows_end(&rows);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_card_stays),
		cmocka_unit_test(refusals),
		cmocka_unit_test(buttons),
	};
	return cmocka_run_group_tests_name("another", tests, NULL, NULL);
}
