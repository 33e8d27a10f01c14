/* Sentences about a week, or another range, of history. */
#ifndef LIMBER_WEEK_TEXT_H
#define LIMBER_WEEK_TEXT_H

#include "core/words/words.h"

/* A length of sitting in hours and minutes: "48 min", "1 h 50 min", from 10 hours on "118 h". */
void sat_say(int64_t seconds, char out[LENGTH_SIZE]);

#endif
