/* What is counted of the year of a person, and its line of the table. */
#ifndef LIMBER_TESTS_TALLY_H
#define LIMBER_TESTS_TALLY_H

#include <stdio.h>
#include <stdlib.h>

#include "core/model/outcome.h"

enum { DAYS = 365 };

#define MINUTE 60.0

/* Counts of one person's year. */
struct tally {
	long cards, empty, left; /* left: more than 30 s before the card, of those empty */
	long natural, false_natural, perhaps, unanswered, answered;
	long prompt;     /* shown within 10 min of being due */
	long days, bare; /* bare: `every` was sat at one go, and no card came */
	int a_day[DAYS];
	double longest[DAYS]; /* sitting without a card, as seen outside calls, seconds */
	double spare[DAYS];   /* the same without the time in calls, in which no card may come */
};

static inline long *counter_of(struct tally *tally, enum outcome outcome)
{
	switch (outcome) {
	case OUTCOME_NATURAL:
		return &tally->natural;
	case OUTCOME_PERHAPS:
		return &tally->perhaps;
	case OUTCOME_UNANSWERED:
		return &tally->unanswered;
	default:
		return &tally->answered;
	}
}

static inline int by_value(const void *a, const void *b)
{
	double left = *(const double *)a, right = *(const double *)b;
	return left < right ? -1 : left > right;
}

static inline int by_number(const void *a, const void *b)
{
	return *(const int *)a - *(const int *)b;
}

static inline double share(long part, long whole)
{
	return whole > 0 ? 100.0 * (double)part / (double)whole : 0;
}

static inline void tally_print(const char *name, struct tally *tally)
{
	size_t days = (size_t)tally->days;
	qsort(tally->a_day, days, sizeof(tally->a_day[0]), by_number);
	qsort(tally->longest, days, sizeof(tally->longest[0]), by_value);
	qsort(tally->spare, days, sizeof(tally->spare[0]), by_value);
	printf("%-12s %5.1f %3d-%-2d %5ld %6.0f%% %6.1f%% %6.1f%% %7.1f%% %8ld %7ld %6ld   %4.0f "
	       "%4.0f   %4.0f %4.0f\n",
	       name, (double)tally->cards / (double)days, tally->a_day[days / 10],
	       tally->a_day[days * 9 / 10], tally->bare, share(tally->prompt, tally->cards),
	       share(tally->empty, tally->cards), share(tally->left, tally->cards),
	       share(tally->false_natural, tally->natural), tally->natural, tally->perhaps,
	       tally->unanswered, tally->longest[days / 2] / MINUTE,
	       tally->longest[days * 95 / 100] / MINUTE, tally->spare[days / 2] / MINUTE,
	       tally->spare[days * 95 / 100] / MINUTE);
}

#endif
