/* Warnings about intervals that `gap` and `cap` lengthen. */
#ifndef LIMBER_LIMITS_TEXT_H
#define LIMBER_LIMITS_TEXT_H

#include "core/words/words.h"

enum { LIMITS_SAID = 4 };

/*
 * A sentence for each of the first reminders with an interval below the gap, and one if
 * the cap takes cards from a day of forecast_day() after the first week. Returns their
 * number. `now`: for the week from then on.
 */
int limits_say(const struct plan *plan, const struct zone *zone, struct realtime now,
	       words_translate *translate, char out[LIMITS_SAID][SENTENCE_SIZE]);

#endif
