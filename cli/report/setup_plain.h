/* Words around times, as people type them: "from 9 to 5", "Mon - Fri", "at 10 pm". */
#ifndef LIMBER_SETUP_PLAIN_H
#define LIMBER_SETUP_PLAIN_H

#include "core/base/translate.h"

enum { TIMES_PLAIN = 256 };

/*
 * Replace these words, in English or as translated, by the signs of hours and calendar times:
 * "9-5", "Mon-Fri", "10 pm". A longer text is truncated.
 */
void times_plain(const char *text, words_translate *translate, char out[TIMES_PLAIN]);

#endif
