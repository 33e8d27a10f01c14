/* A reminder whose card can never come, as the plan stands. */
#ifndef LIMBER_NEVER_TEXT_H
#define LIMBER_NEVER_TEXT_H

#include "core/words/words.h"

/* Why, as a sentence; false, and "", where there is something to wait for. One that is off, or that
 * the health answers silence, is no surprise. */
bool never_say(const struct plan *plan, const struct state *state, int index, struct moment now,
	       words_translate *translate, char out[SENTENCE_SIZE]);

#endif
