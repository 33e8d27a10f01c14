/*
 * How many cards a plan shows on a typical day, by running the step over it: for setup, and after a
 * changed interval.
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
	int least, most; /* cards of `every` reminders: if typing never pauses, and if each comes
			    as soon as it is due */
	int count;       /* of the other cards */
	struct forecast_card {
		struct realtime at; /* when it is due */
		int reminder;       /* index */
	} cards[FORECAST_TIMES];
};

/* The next such day after `now`. `first_week`: one of the first seven. */
void forecast_day(const struct plan *plan, const struct zone *zone, struct realtime now,
		  bool first_week, struct forecast *ret);

/* The number of all cards: "8 or 9", "6 to 9", "9". */
enum { PACE_SIZE = 32 };
void forecast_pace(const struct forecast *forecast, words_translate *translate,
		   char out[PACE_SIZE]);

/* "About 9 or 10 cards a day.", in the first week with the number after it; or that quiet covers
 * the hours. */
void forecast_say(const struct plan *plan, const struct zone *zone, struct realtime now,
		  bool first_week, words_translate *translate, char out[SENTENCE_SIZE]);

#endif
