/*
 * Getting up answers a card without a click: an absence that counts, and began while a card was up
 * or within NATURAL_AFTER after it, is OUTCOME_NATURAL, also if the card was closed without a
 * button. A rest without input of half the item's time, at least PERHAPS_LEAST, that ends before it
 * counts as an absence is OUTCOME_PERHAPS: walking or reading. No input in a call is neither.
 *
 * Each of the first three returns when the card is answered if the user stays away; false if the
 * user is not away, or no display showed the card.
 */
#ifndef LIMBER_NATURAL_H
#define LIMBER_NATURAL_H

#include "core/model/state.h"
#include "core/policy/rules.h"

/* The card that is up, by an absence of more than no input, for which it stays up. Not a played
 * card, which needs the user up. */
bool natural_up(const struct plan *plan, const struct state *state, struct boottime *ret);

/* A card that was seen and taken down by a lock or a pause. */
bool natural_seen(const struct plan *plan, const struct state *state, int index, struct moment now,
		  struct boottime *ret);

/* A card that ended unanswered, or was closed, within NATURAL_AFTER. */
bool natural_late(const struct plan *plan, const struct state *state, int index, struct moment now,
		  struct boottime *ret);

/* Whether any of these is answered by now. */
bool natural_over(const struct plan *plan, const struct state *state, struct moment now);

/* The outcome of the card that is up when it expires unanswered. */
enum outcome natural_outcome(const struct plan *plan, const struct state *state, struct moment now);

/* At input: whether the rest that ends was long enough for OUTCOME_PERHAPS, for the card that is
 * up; for one that ended unanswered within NATURAL_AFTER. */
bool natural_rested(const struct plan *plan, const struct state *state, struct moment now);
bool natural_rested_late(const struct plan *plan, const struct state *state, int index,
			 struct moment now);

#endif
