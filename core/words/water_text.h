/* Water in words. */
#ifndef LIMBER_WATER_TEXT_H
#define LIMBER_WATER_TEXT_H

#include "core/words/words.h"

/* What was drunk today: "750 ml". */
void water_say(const struct plan *plan, const struct state *state, struct moment now, bool ounces,
	       words_translate *translate, char out[SENTENCE_SIZE]);

#endif
