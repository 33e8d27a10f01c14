/* Sentences about a week, or another range, of history. */
#ifndef LIMBER_WEEK_TEXT_H
#define LIMBER_WEEK_TEXT_H

#include "core/model/week.h"
#include "core/words/words.h"

/* A length of sitting in hours and minutes: "48 min", "1 h 50 min", from 10 hours on "118 h". */
void sat_say(int64_t seconds, char out[LENGTH_SIZE]);

/*
 * "31 of 38 breaks, 12 by yourself; longest sit 1 h 50 min (2 h 20 min last week); cramps 2 (4)":
 * of a week and, in parentheses, the one before it. Parts that are not known are left out; "" for
 * none.
 */
void week_say(const struct day *week, const struct day *before, words_translate *translate,
	      char out[SENTENCE_SIZE]);

/* Append to such a line what only the diary and the drinks have: "water 5.2 l (4.8 l); trouble 2.7
 * of 10 (3.1)". */
void week_diary_say(const struct day *week, const struct day *before, bool ounces,
		    words_translate *translate, char out[SENTENCE_SIZE]);

/*
 * Where two whole weeks are week_is_natural(): half as many cards of a reminder by sitting, as a
 * command. False: it would come less often than each WEEK_LEAST, or they are not.
 */
#define WEEK_LEAST (2 * USEC_PER_HOUR)
bool week_offer(const struct reminder *reminder, int32_t first, const struct day *week,
		const struct day *before, words_translate *translate, char out[SENTENCE_SIZE]);

#endif
