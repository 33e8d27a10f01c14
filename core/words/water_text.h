/* Water in words. */
#ifndef LIMBER_WATER_TEXT_H
#define LIMBER_WATER_TEXT_H

#include "core/base/amount.h"
#include "core/words/words.h"

/* What was drunk today, "750 ml", with an aim "750 ml of 2000 ml". */
void water_say(const struct plan *plan, const struct state *state, struct moment now, bool ounces,
	       words_translate *translate, char out[SENTENCE_SIZE]);

/* The same for the status, in the units of the plan, with an aim "2 of 6 glasses, 500 ml of 1.5 l";
 * and the reason why an aim does not apply. "": nothing was drunk, and no aim is set. */
void water_status_say(const struct plan *plan, const struct state *state, struct moment now,
		      words_translate *translate, char out[SENTENCE_SIZE]);

/* A sum of days: "850 ml", "1.5 l" from a litre on, or "60 oz"; rounded to the nearest. */
enum { WATER_SUM_SIZE = 2 * AMOUNT_SIZE };
void water_sum_say(int64_t ml, bool ounces, words_translate *translate, char out[WATER_SUM_SIZE]);

/* Why an aim is refused, because of a fact, as a sentence part. */
void water_forbidden_say(enum fact fact, words_translate *translate, char out[SENTENCE_SIZE]);

#endif
