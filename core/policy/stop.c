/*
 * One word per item: a hash of its name, with the number of cards in the low two bits. Two names
 * with the same hash would share a counter; a test ensures that the catalogue has no such pair.
 */
#include "core/policy/stop.h"

#include <string.h>

#include "core/model/card.h"
#include "core/policy/deck.h"

enum { COUNT_MASK = 3 };
_Static_assert(STOP_CARDS <= COUNT_MASK, "the count fits its bits");

/* FNV-1a, with the bits of the count cleared. */
static uint32_t hash_of(const char *name)
{
	uint32_t hash = 2166136261U;
	for (; *name; name++)
		hash = (hash ^ (unsigned char)*name) * 16777619U;
	return hash & ~(uint32_t)COUNT_MASK;
}

/* The index of an item; STOPS_MAX if it is not in the list. */
static int place_of(const struct state *state, const char *name)
{
	int i = 0;
	while (i < STOPS_MAX &&
	       (state->stops[i] == 0 || (state->stops[i] ^ hash_of(name)) > COUNT_MASK))
		i++;
	return i;
}

static uint32_t count_of(const struct state *state, const char *name)
{
	int place = place_of(state, name);
	return place < STOPS_MAX ? state->stops[place] & COUNT_MASK : 0;
}

/* Append a new item; if the list is full, remove the first one. */
static void add_card(struct state *state, const char *name)
{
	int place = place_of(state, name), end = 0;
	if (place < STOPS_MAX) {
		state->stops[place] += count_of(state, name) < STOP_CARDS;
		return;
	}
	while (end < STOPS_MAX && state->stops[end] != 0)
		end++;
	if (end == STOPS_MAX)
		memmove(state->stops, state->stops + 1, (size_t)(--end) * sizeof(state->stops[0]));
	state->stops[end] = hash_of(name) + 1;
}

/* Collect the items of the card that have the sentence; return their number. */
static int items_of(const struct plan *plan, const struct state *state,
		    const struct item *ret[CARD_MAX])
{
	int indices[CARD_MAX], found = 0, count = card_reminders(&state->card, indices);
	for (int i = 0; i < count; i++) {
		const struct item *item = i == 0 ? deck_named(plan, indices[0], state->card.item)
						 : deck_item(plan, state, indices[i]);
		if (item && item_has_stop(item))
			ret[found++] = item;
	}
	return found;
}

bool stop_is_due(const struct plan *plan, const struct state *state)
{
	const struct item *items[CARD_MAX];
	int count = items_of(plan, state, items);
	for (int i = 0; i < count; i++)
		if (count_of(state, items[i]->id) < STOP_CARDS)
			return true;
	return false;
}

void stop_count(const struct plan *plan, struct state *state)
{
	const struct item *items[CARD_MAX];
	int count = items_of(plan, state, items);
	for (int i = 0; i < count; i++)
		add_card(state, items[i]->id);
}

void stop_count_first(const struct plan *plan, struct state *state)
{
	const struct item *item = deck_named(plan, state->card.reminder, state->card.item);
	if (item && item_has_stop(item))
		add_card(state, item->id);
}
