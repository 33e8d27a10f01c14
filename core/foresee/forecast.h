/*
 * The day that a plan makes, foretold by running the step over one: what setup and a changed
 * interval are answered with. It is a typical day, no promise:
 *
 *	sitting begins with the hours (8 h into them where they are longer than 14 h) and lasts
 *	9 h, with 45 min of lunch after the first 4 h; then the user is up, at the machine, for
 *	6 h more. Every card is answered at once.
 */
#ifndef LIMBER_FORECAST_H
#define LIMBER_FORECAST_H

#include "core/words/words.h"

enum { FORECAST_TIMES = 16 };

struct forecast {
	int least, most; /* cards of `every` reminders: with typing that never pauses, and where
			    each comes as soon as it is due */
	int count;       /* of the other cards */
	struct forecast_card {
		struct realtime at; /* when it is due */
		int reminder;       /* index */
	} cards[FORECAST_TIMES];
};

/* The next such day after `now`. `first_week`: one of the first seven. */
void forecast_day(const struct plan *plan, const struct zone *zone, struct realtime now,
		  bool first_week, struct forecast *ret);

/* All cards of such a day: "8 or 9", "6 to 9", "9". */
enum { PACE_SIZE = 32 };
void forecast_pace(const struct forecast *forecast, words_translate *translate,
		   char out[PACE_SIZE]);

/* "About 9 or 10 cards a day.", and in the first week how many those are after it; or that quiet
 * leaves no room in the hours. */
void forecast_say(const struct plan *plan, const struct zone *zone, struct realtime now,
		  bool first_week, words_translate *translate, char out[SENTENCE_SIZE]);

#endif
