/*
 * The deck of reminder `index`: its items in turn, and its place in them. An item is allowed where
 * item_verdict() allows it on the day of the last step. Before the health questions are answered
 * the deck of `desk` is walk-break, posture-shift and micro-pause, whatever its items.
 */
#ifndef LIMBER_DECK_H
#define LIMBER_DECK_H

#include "core/model/state.h"

/* The item of its next card: the first allowed one from its place on. NULL if it has only `say`, or
 * no allowed item (deck_is_barred()). */
const struct item *deck_item(const struct plan *plan, const struct state *state, int index);

/* The same for a card that is made now: its place becomes that of the item. */
const struct item *deck_take(const struct plan *plan, struct state *state, int index);

/* How many places on that item is, without the cache; -1: there is none. */
int deck_search(const struct plan *plan, const struct state *state, int index);

/* How many places on from its place the next allowed item is that is not called `id`; -1: there is
 * none. */
int deck_other(const struct plan *plan, const struct state *state, int index, const char *id);

/* The same, for a card that gets it instead of its item. NULL: there is none. */
const struct item *deck_take_other(const struct plan *plan, struct state *state, int index,
				   const char *id);

/* Whether the item at its place is still allowed, or it has no items. */
bool deck_fits(const struct plan *plan, const struct state *state, int index);

/* Whether it has items and none may be shown: before the health questions, or by the answers. */
bool deck_is_barred(const struct plan *plan, const struct state *state, int index);

/* The verdict on the item at its place; RULING_FOR_YOU also before the health questions. */
struct verdict deck_verdict(const struct plan *plan, const struct state *state, int index);

/* Whether an item is in its deck. */
bool deck_has(const struct plan *plan, int index, const char *id);

/* An item of the reminder, or of the deck before the health questions, by id; NULL for none. */
const struct item *deck_named(const struct plan *plan, int index, const char *id);

#endif
