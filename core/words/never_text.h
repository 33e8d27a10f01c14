/* A reminder whose card can never come, as the plan stands. */
#ifndef LIMBER_NEVER_TEXT_H
#define LIMBER_NEVER_TEXT_H

#include "core/words/words.h"

/* The reason as a sentence; false and "" if its card can come, or if it is off or has no allowed
 * item. */
bool never_say(const struct plan *plan, const struct state *state, int index, struct moment now,
	       words_translate *translate, char out[SENTENCE_SIZE]);

#endif
