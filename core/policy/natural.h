/*
 * Getting up is an answer, and nobody has to click: an absence that counts, and began while a card
 * was up or within NATURAL_AFTER after it, is OUTCOME_NATURAL, also of a card that was closed
 * without a button. No input for half the item's time, and at least PERHAPS_LEAST, that ends before
 * it counts is OUTCOME_PERHAPS: a walk or a page. No input in a call is listening, and neither.
 *
 * Each of the first three says from when on, if the user stays away, the card has been answered by
 * getting up; false while nobody is away, or no display has shown it.
 */
#ifndef LIMBER_NATURAL_H
#define LIMBER_NATURAL_H

#include "core/model/state.h"
#include "core/policy/rules.h"

/* The card that is up, by more than the keys: for those it stays for its time. Getting up is a part
 * of one that is played. */
bool natural_up(const struct plan *plan, const struct state *state, struct boottime *ret);

/* One that was seen and taken down again, by a lock or a pause. */
bool natural_seen(const struct plan *plan, const struct state *state, int index, struct moment now,
		  struct boottime *ret);

/* One that left unanswered, or was closed, a short while ago. */
bool natural_late(const struct plan *plan, const struct state *state, int index, struct moment now,
		  struct boottime *ret);

/* Whether one of these is so by now. */
bool natural_over(const struct plan *plan, const struct state *state, struct moment now);

/* What the card that is up comes to when its time is over and nobody answered. */
enum outcome natural_outcome(const struct plan *plan, const struct state *state, struct moment now);

/* Input comes again: whether the rest that ends was long enough to be OUTCOME_PERHAPS for the card
 * that is up; and for one that left unanswered a short while ago. */
bool natural_rested(const struct plan *plan, const struct state *state, struct moment now);
bool natural_rested_late(const struct plan *plan, const struct state *state, int index,
			 struct moment now);

#endif
