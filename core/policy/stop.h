/*
 * The sentence about when to stop. It is shown on the first STOP_CARDS cards of an item that has it
 * (item_has_stop()) and no longer after that, because text repeated on every card is not read; it
 * is always shown while the item is played, and in `limber catalogue`. With more than STOPS_MAX
 * items, the oldest one is dropped, so that its cards show the sentence again.
 */
#ifndef LIMBER_STOP_H
#define LIMBER_STOP_H

#include "core/model/state.h"

#define STOP_CARDS 3

/* Whether the current or pending card has an item that still needs the sentence. */
bool stop_is_due(const struct plan *plan, const struct state *state);

/* Count a card that was seen for each of its items. */
void stop_count(const struct plan *plan, struct state *state);

/* Count the card for its first item, after that was replaced by another. */
void stop_count_first(const struct plan *plan, struct state *state);

#endif
