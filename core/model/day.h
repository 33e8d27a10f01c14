/*
 * The sums of one day of history, or of several. The store keeps those of each day beside the rows,
 * so that a year is read in 365 steps.
 */
#ifndef LIMBER_DAY_H
#define LIMBER_DAY_H

#include <stdbool.h>

#include "core/model/outcome.h"

/* The store has these numbers: a change here needs a step in store/schema.c that makes the sums
 * anew. Lengths in seconds. */
enum day_field {
	DAY_ROWS, /* all rows, those taken back too: fewer in the store means that some were lost */
	DAY_OUTCOMES,                               /* of cards and drinks, by enum outcome */
	DAY_UNASKED = DAY_OUTCOMES + OUTCOME_COUNT, /* of these, done without a card */
	DAY_SPANS,                                  /* of sitting */
	DAY_SAT,
	DAY_LONGEST, /* the longest span of sitting; of several days: of all */
	DAY_ABSENCES,
	DAY_AWAY,
	DAY_DRINKS,
	DAY_WATER, /* millilitres */
	DAY_CRAMPS,
	DAY_CRAMP_WORST, /* 0 to 10 */
	DAY_SCORES,
	DAY_SCORE_SUM,
	DAY_HOURS_ASKED,                        /* day_asked() by the local hour of the end */
	DAY_HOURS_TAKEN = DAY_HOURS_ASKED + 24, /* day_taken() likewise */
	DAY_FIELDS = DAY_HOURS_TAKEN + 24
};

struct day {
	int64_t fields[DAY_FIELDS];
};

/* Whether the field of several days is the highest of theirs, not the sum. */
bool day_field_is_peak(enum day_field field);

/* Add a row; the other sums of a day that ends with it. */
void day_add(struct day *day, const struct record *row);

/* Add another day. */
void day_join(struct day *day, const struct day *other);

/* Cards on a screen of which it is known what became: done, partly, natural, skipped and
 * unanswered; not perhaps. And of these: done, partly and natural. */
int64_t day_asked(const struct day *day);
int64_t day_taken(const struct day *day);

/* The mean of its scores in tenths, 0 to 100; -1 for none. */
int64_t day_score(const struct day *day);

#endif
