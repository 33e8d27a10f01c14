/* Which card has the line about the week. */
#ifndef LIMBER_WEEK_CARD_H
#define LIMBER_WEEK_CARD_H

#include "core/model/state.h"
#include "core/model/week.h"

/* Whether the card that is up may be one: it is of the reminder that counts the user's sitting, was
 * not called for, and its day is the last of the week with hours. */
bool week_card(const struct plan *plan, const struct state *state);

/*
 * Whether no later card is likely today: `hours` end before the next can be due, or it is the hour
 * in which the last card was up a week ago (`before`: the sums of that day, or the last such
 * day with cards). A guess: on a shorter day there may be no such card, and `limber week` has the
 * line.
 */
bool week_card_last(const struct plan *plan, const struct state *state, const struct day *before);

#endif
