/*
 * The text of a card. The title is the action; the body has lines for how to do it, cautions, and
 * why now. While an item is played the title is its step, and the body begins with the seconds.
 * Plain text without markup, and no line twice.
 */
#ifndef LIMBER_CARD_TEXT_H
#define LIMBER_CARD_TEXT_H

#include "core/model/player.h"
#include "core/words/words.h"

enum { PICTURE_SIZE = NAME_SIZE + sizeof("-12-dark") };

struct card_text {
	char title[256];
	char body[2560];
	int spare; /* so many of its last lines may be left out where there is no room */
	char picture[PICTURE_SIZE]; /* "hip-flexor-stretch", "walk-break-dark"; "": none. Not each
				       item has one: whoever shows it looks */
	bool urgent;                /* card_insists() */
	bool sound;   /* it may be heard: it comes, sounds are on, and it is not quiet */
	int progress; /* per cent of the routine that is played; -1: none is */
	struct player_clock
		clock; /* counts the first line of the body down; length 0: nothing runs */
};

/* The title of a card: that of the reminder, else that of the item, else `say`. */
const char *reminder_title(const struct reminder *reminder, const struct item *item,
			   words_translate *translate);

/* The title of a card of this reminder alone, so without health words where that is discreet. */
const char *reminder_card_title(const struct plan *plan, int index, const struct item *item,
				words_translate *translate);

/* The text of state->card. item: its item, NULL for a reminder with only `say`. */
void card_text(const struct plan *plan, const struct state *state, const struct item *item,
	       words_translate *translate, struct card_text *ret);

/* Put a line before those that may be left out. */
void card_text_line(struct card_text *card, const char *line);

#endif
