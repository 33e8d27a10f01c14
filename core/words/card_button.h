/*
 * The buttons of a card: Start, Done, Later if its item has steps with a time, else Done, Later,
 * and Another if its deck has another allowed item. There is no button for skip: closing the card
 * does it.
 */
#ifndef LIMBER_CARD_BUTTON_H
#define LIMBER_CARD_BUTTON_H

#include "core/words/words.h"

enum { BUTTON_SIZE = 64, BUTTONS_MAX = 3 }; /* GNOME drops a fourth */

struct card_button {
	const char *action; /* its name, of contract.h */
	char label[BUTTON_SIZE];
};

/* The names of the actions of the buttons of state->card; NULL behind the last one, where there are
 * fewer. */
void card_buttons(const struct plan *plan, const struct state *state, const struct item *item,
		  const char *ret[BUTTONS_MAX]);

/* The label of a button of a card by the name of its action, of contract.h. */
void card_button(const char *action, const struct plan *plan, const struct card *card,
		 words_translate *translate, char out[BUTTON_SIZE]);

#endif
