/*
 * The sentence about when to stop. It is on the first STOP_CARDS cards of an item that has it
 * (item_has_stop()), and always while the item is played and in `limber catalogue`: what is on
 * every card is not read. Of more than STOPS_MAX items the one seen first is forgotten, so that its
 * cards have the sentence again.
 */
#ifndef LIMBER_STOP_H
#define LIMBER_STOP_H

#include "core/model/state.h"

#define STOP_CARDS 3

/* Whether the card that is up, or on its way, has an item whose cards still need it. */
bool stop_is_due(const struct plan *plan, const struct state *state);

/* The card was seen: count it for each of its items. */
void stop_count(const struct plan *plan, struct state *state);

/* Its first item was replaced by another: count it for that one. */
void stop_count_first(const struct plan *plan, struct state *state);

#endif
