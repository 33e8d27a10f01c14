/*
 * The last hour is kept in slots of ten minutes, so that a drink takes no room of its own. A slot
 * counts until each moment in it is more than an hour ago.
 */
#include "core/policy/water.h"

#include <string.h>

/* Whether its item, by id, is a prompt to drink; "" for none. */
static bool is_drink(const struct plan *plan, int index, const char *id)
{
	const struct reminder *reminder = &plan->reminders[index];
	if (id[0] == '\0')
		return strcmp(reminder->name, WATER_REMINDER) == 0;
	for (int i = 0; i < reminder->item_count; i++)
		if (strcmp(reminder->items[i]->id, id) == 0)
			return reminder->items[i]->category == CATEGORY_HYDRATE &&
			       reminder->items[i]->kind == KIND_PROMPT;
	return false;
}

void water_fill(const struct plan *plan, int index, struct record *row)
{
	bool done = row->outcome == OUTCOME_DONE, partly = row->outcome == OUTCOME_PARTLY;
	bool was = row->kind == RECORD_DRINK;
	int32_t amount = was ? row->amount : plan->glass;
	if (row->kind != RECORD_CARD && !was)
		return;
	row->kind = RECORD_CARD;
	row->amount = 0;
	if (!(done || partly) || !(was || is_drink(plan, index, row->item)))
		return;
	row->kind = RECORD_DRINK;
	row->amount = partly ? (amount + 1) / 2 : amount;
}

static int64_t slot_of(struct realtime at)
{
	return at.us / WATER_SLOT;
}

/* Move the slots on to now. A clock that was set back keeps what was drunk, as long as that can be
 * within the hour. */
static void turn(struct water *water, struct realtime now)
{
	int64_t on = slot_of(now) - water->slot;
	if (on <= -WATER_SLOTS || on >= WATER_SLOTS)
		memset(water->slots, 0, sizeof(water->slots));
	else if (on > 0)
		for (int i = WATER_SLOTS - 1; i >= 0; i--)
			water->slots[i] = i >= on ? water->slots[i - on] : 0;
	if (on > 0 || on <= -WATER_SLOTS)
		water->slot = slot_of(now);
}

static void add_now(struct water *water, int32_t ml)
{
	int32_t sum = water->slots[0] + ml;
	water->slots[0] = (uint16_t)(sum < UINT16_MAX ? sum : UINT16_MAX);
}

static void take_back(struct water *water, int32_t ml)
{
	for (int i = 0; i < WATER_SLOTS && ml > 0; i++) {
		int32_t part = ml < water->slots[i] ? ml : water->slots[i];
		water->slots[i] = (uint16_t)(water->slots[i] - part);
		ml -= part;
	}
}

void water_count(const struct plan *plan, struct state *state, int32_t ml, struct moment now)
{
	struct water *water = &state->water;
	if (ml == 0)
		return;
	int64_t sum = (int64_t)water_today(plan, state, now) + ml;
	water->ml = (int32_t)(sum < 0 ? 0 : sum < INT32_MAX ? sum : INT32_MAX);
	water->day = zone_day(&state->zone, now.real, plan->day_starts);
	turn(water, now.real);
	if (ml > 0)
		add_now(water, ml);
	else
		take_back(water, -ml);
}

int32_t water_today(const struct plan *plan, const struct state *state, struct moment now)
{
	int32_t day = zone_day(&state->zone, now.real, plan->day_starts);
	return state->water.day == day ? state->water.ml : 0;
}

int32_t water_of_hour(const struct state *state, struct realtime now)
{
	struct water water = state->water;
	int32_t sum = 0;
	turn(&water, now);
	for (int i = 0; i < WATER_SLOTS; i++)
		sum += water.slots[i];
	return sum;
}
