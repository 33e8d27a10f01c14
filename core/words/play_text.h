/* The text of a card while its item is played. */
#ifndef LIMBER_PLAY_TEXT_H
#define LIMBER_PLAY_TEXT_H

#include "core/words/words.h"

enum { PLAY_TEXT_SIZE = 512 };

/*
 * The line of a part, "2 of 3, left side: Lean from the hips. [10 s, 3 times]", and of the next
 * one: "Next: the right side", "Next: …", or "" at the end. discreet: without the text of the step.
 */
void play_part_say(const struct player *player, int part, bool discreet, words_translate *translate,
		   char out[PLAY_TEXT_SIZE]);
void play_next_say(const struct player *player, int part, bool discreet, words_translate *translate,
		   char out[PLAY_TEXT_SIZE]);

enum { PLAY_LINES_MAX = 2 };

/* The text of a played card at the last step. */
struct play_text {
	char title[PLAY_TEXT_SIZE]; /* the step in short, with its side; "": the card's own */
	/* Some may be "". The first has the seconds of a part that is on. */
	char lines[PLAY_LINES_MAX][PLAY_TEXT_SIZE];
	char form[PLAY_TEXT_SIZE]; /* that these are the easier steps, or "" */
	char next[PLAY_TEXT_SIZE]; /* what follows, "" for nothing */
};

void play_text(const struct plan *plan, const struct state *state, words_translate *translate,
	       struct play_text *ret);

#endif
