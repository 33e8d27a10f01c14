/* Before the health questions are answered, `desk` has another deck, and the others have none. */
#include "core/policy/deck.h"

#include <string.h>

struct deck {
	const struct item *const *items;
	int count;
};

static struct deck deck_of(const struct plan *plan, int index)
{
	const struct reminder *reminder = &plan->reminders[index];
	if (plan->setup_done || reminder->item_count == 0)
		return (struct deck){ reminder->items, reminder->item_count };
	if (strcmp(reminder->name, "desk") == 0)
		return (struct deck){ plan->safe, plan->safe_count };
	return (struct deck){ NULL, 0 };
}

/* The item `ahead` places on in the deck, cyclic; NULL for an empty deck. */
static const struct item *deck_at(struct deck deck, int32_t place, int ahead)
{
	if (deck.count == 0)
		return NULL;
	return deck.items[((uint32_t)place + (uint32_t)ahead) % (uint32_t)deck.count];
}

static struct verdict verdict_of(const struct plan *plan, const struct state *state,
				 const struct item *item)
{
	return item_verdict(item, &plan->health, health_today(&state->zone, state->at.real));
}

/* The first of the places `from` on whose item is allowed and is not called `id`; -1: none. */
static int search(const struct plan *plan, const struct state *state, int index, int from,
		  const char *id)
{
	struct deck deck = deck_of(plan, index);
	for (int i = from; i < deck.count; i++) {
		const struct item *item = deck_at(deck, state->reminders[index].place, i);
		if (strcmp(item->id, id) != 0 &&
		    verdict_of(plan, state, item).ruling == RULING_FOR_YOU)
			return i;
	}
	return -1;
}

int deck_search(const struct plan *plan, const struct state *state, int index)
{
	return search(plan, state, index, 0, "");
}

/* The same, from the cache. */
static int deck_ahead(const struct plan *plan, const struct state *state, int index)
{
	const struct foreseen *it = state_foreseen(state, index);
	return it && it->place == state->reminders[index].place ? it->ahead
								: deck_search(plan, state, index);
}

int deck_other(const struct plan *plan, const struct state *state, int index, const char *id)
{
	return search(plan, state, index, 1, id);
}

bool deck_is_barred(const struct plan *plan, const struct state *state, int index)
{
	return plan->reminders[index].item_count > 0 && deck_ahead(plan, state, index) < 0;
}

bool deck_fits(const struct plan *plan, const struct state *state, int index)
{
	return plan->reminders[index].item_count == 0 || deck_ahead(plan, state, index) == 0;
}

struct verdict deck_verdict(const struct plan *plan, const struct state *state, int index)
{
	struct deck deck = deck_of(plan, index);
	if (deck.count == 0)
		return (struct verdict){ .until = INT32_MAX };
	return verdict_of(plan, state, deck_at(deck, state->reminders[index].place, 0));
}

const struct item *deck_item(const struct plan *plan, const struct state *state, int index)
{
	int ahead = deck_ahead(plan, state, index);
	if (ahead < 0)
		return NULL;
	return deck_at(deck_of(plan, index), state->reminders[index].place, ahead);
}

static const struct item *advance(const struct plan *plan, struct state *state, int index,
				  int ahead)
{
	if (ahead < 0)
		return NULL;
	state->reminders[index].place += ahead;
	return deck_at(deck_of(plan, index), state->reminders[index].place, 0);
}

const struct item *deck_take(const struct plan *plan, struct state *state, int index)
{
	return advance(plan, state, index, deck_ahead(plan, state, index));
}

const struct item *deck_take_other(const struct plan *plan, struct state *state, int index,
				   const char *id)
{
	return advance(plan, state, index, deck_other(plan, state, index, id));
}

static const struct item *item_named(const struct item *const items[], int count, const char *id)
{
	for (int i = 0; i < count; i++)
		if (strcmp(items[i]->id, id) == 0)
			return items[i];
	return NULL;
}

bool deck_has(const struct plan *plan, int index, const char *id)
{
	struct deck deck = deck_of(plan, index);
	return item_named(deck.items, deck.count, id) != NULL;
}

const struct item *deck_named(const struct plan *plan, int index, const char *id)
{
	const struct reminder *reminder = &plan->reminders[index];
	const struct item *item = item_named(reminder->items, reminder->item_count, id);
	return item ? item : item_named(plan->safe, plan->safe_count, id);
}
