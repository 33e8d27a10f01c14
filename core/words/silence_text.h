/* The sentence about days on which no card was seen, see core/policy/silence.h. */
#ifndef LIMBER_SILENCE_TEXT_H
#define LIMBER_SILENCE_TEXT_H

#include "core/policy/silence.h"
#include "core/words/words.h"

/* Since when, why, and the remedy. display: the last error of a display, or "". */
void silence_say(const struct plan *plan, const struct state *state, struct moment now,
		 const char *display, words_translate *translate, char *out, size_t size);

#endif
