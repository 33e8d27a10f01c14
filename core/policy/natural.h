/*
 * Getting up is an answer: away for half the item's time, and at least NATURAL_LEAST, while a card
 * is up or shortly after. No input in a call is listening, and none.
 *
 * Each says when, if the user stays away, it has been answered so; false while nobody is away, or
 * no display has shown it.
 */
#ifndef LIMBER_NATURAL_H
#define LIMBER_NATURAL_H

#include "core/model/state.h"
#include "core/policy/rules.h"

/* The card that is up; of one that is played getting up is a part. */
bool natural_up(const struct plan *plan, const struct state *state, struct boottime *ret);

/* One that was seen and taken down again, by a lock or a pause. */
bool natural_seen(const struct plan *plan, const struct state *state, int index, struct moment now,
		  struct boottime *ret);

/* One that was withdrawn a short while ago. */
bool natural_late(const struct plan *plan, const struct state *state, int index, struct moment now,
		  struct boottime *ret);

/* Whether one of these is so by now. */
bool natural_over(const struct plan *plan, const struct state *state, struct moment now);

#endif
