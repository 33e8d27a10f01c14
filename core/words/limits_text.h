/* What `gap` and `cap` make of the intervals of a plan, said before the day shows it. */
#ifndef LIMBER_LIMITS_TEXT_H
#define LIMBER_LIMITS_TEXT_H

#include "core/words/words.h"

enum { LIMITS_SAID = 4 };

/*
 * A sentence for each reminder that comes by an interval shorter than the gap, the first few, and
 * one where a day of the plan's hours, 9 h of them at most and 45 min of lunch in it, brings more
 * cards than the cap. Their number. `now`: the week from then on is looked at.
 */
int limits_say(const struct plan *plan, const struct zone *zone, struct realtime now,
	       words_translate *translate, char out[LIMITS_SAID][SENTENCE_SIZE]);

#endif
