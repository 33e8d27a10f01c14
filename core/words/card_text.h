/* What a card says: the title is the deed, the body the reason and how. Plain text, no markup. */
#ifndef LIMBER_CARD_TEXT_H
#define LIMBER_CARD_TEXT_H

#include "core/words/words.h"

enum { PICTURE_SIZE = NAME_SIZE + sizeof("-12-dark") };

struct card_text {
	char title[256];
	char body[2560];            /* lines: why now; the cue; cautions, for all that is on it */
	char picture[PICTURE_SIZE]; /* "hip-flexor-stretch", "walk-break-dark"; "": none. Not each
				       item has one: whoever shows it looks */
	bool sound;   /* it may be heard: it comes, sounds are on, and it is not quiet */
	int progress; /* per cent of the routine that is played; -1: none is */
};

/* What a card's title will be: the reminder's own, else the item's, else what it says. */
const char *reminder_title(const struct reminder *reminder, const struct item *item,
			   words_translate *translate);

/* Of state->card. item: its own, NULL where the reminder only says something. */
void card_text(const struct plan *plan, const struct state *state, const struct item *item,
	       words_translate *translate, struct card_text *ret);

enum { BUTTON_SIZE = 64, BUTTONS_MAX = 3 }; /* GNOME drops a fourth */

/* The names of the actions of its buttons; NULL behind the last one, where there are fewer. */
void card_buttons(const struct plan *plan, const struct card *card, const struct item *item,
		  const char *ret[BUTTONS_MAX]);

/* The label of a button of a card by the name of its action, of contract.h. */
void card_button(const char *action, const struct plan *plan, const struct card *card,
		 words_translate *translate, char out[BUTTON_SIZE]);

#endif
