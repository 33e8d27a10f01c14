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
	water->day = state_day(plan, state, now.real);
	turn(water, now.real);
	if (ml > 0)
		add_now(water, ml);
	else
		take_back(water, -ml);
}

int32_t water_today(const struct plan *plan, const struct state *state, struct moment now)
{
	int32_t day = state_day(plan, state, now.real);
	return state->water.day == day ? state->water.ml : 0;
}

/* The slots as of now. */
static struct water water_at(const struct state *state, struct realtime now)
{
	struct water water = state->water;
	turn(&water, now);
	return water;
}

int32_t water_of_hour(const struct state *state, struct realtime now)
{
	struct water water = water_at(state, now);
	int32_t sum = 0;
	for (int i = 0; i < WATER_SLOTS; i++)
		sum += water.slots[i];
	return sum;
}

/* ---- the aim ---- */

bool water_forbidden(const struct health *health, int32_t today, enum fact *ret)
{
	static const enum fact facts[] = { FACT_KIDNEY, FACT_FLUID };
	int32_t until;
	for (size_t i = 0; i < sizeof(facts) / sizeof(facts[0]); i++)
		if (fact_holds(health, *ret = facts[i], today, &until))
			return true;
	return false;
}

int32_t water_aim(const struct plan *plan, const struct state *state)
{
	enum fact fact;
	int32_t today = health_today(&state->zone, state->at.real);
	return plan->aim > 0 && !water_forbidden(&plan->health, today, &fact) ? plan->aim : 0;
}

bool water_leads(const struct plan *plan, const struct state *state, int index)
{
	return plan->aim > 0 && plan_bound(plan, index) &&
	       strcmp(plan->reminders[index].name, WATER_REMINDER) == 0 &&
	       water_aim(plan, state) > 0;
}

static int32_t glasses_of(int32_t left, int32_t glass)
{
	return left > 0 ? (left + glass / 2) / glass : 0;
}

usec water_spacing(int32_t left, int32_t glass, usec time)
{
	int32_t count = glasses_of(left, glass);
	usec least = USEC_PER_HOUR / (WATER_CEILING / glass);
	if (count == 0 || time <= 0)
		return LENGTH_MAX;
	return time / count > least ? time / count : least;
}

/* The begin of the first quiet of WATER_NIGHT or longer after a moment. */
static struct realtime night_after(const struct plan *plan, const struct state *state, int index,
				   struct realtime at)
{
	const struct ranges *quiet = plan_quiet(plan, index);
	for (int i = 0; i < quiet->count * 2; i++) {
		at = hours_next_start(quiet->hours, quiet->count, &state->zone, at);
		struct realtime end = hours_next_end(quiet->hours, quiet->count, &state->zone, at);
		if (at.us == REALTIME_OPEN.us || realtime_since(end, at) >= WATER_NIGHT)
			return at;
	}
	return REALTIME_OPEN;
}

/* The next time of the reminder "bedtime" after a moment; REALTIME_OPEN: none. */
static struct realtime bedtime_after(const struct plan *plan, const struct state *state,
				     struct realtime at)
{
	int bedtime = plan_find(plan, "bedtime");
	const struct reminder *reminder = bedtime < 0 ? NULL : &plan->reminders[bedtime];
	if (!reminder || !reminder->enabled || reminder->trigger != TRIGGER_AT)
		return REALTIME_OPEN;
	return calendar_next(reminder->at, reminder->at_count, &state->zone, at);
}

static struct realtime bed_after(const struct plan *plan, const struct state *state, int index,
				 struct realtime at)
{
	return realtime_min(night_after(plan, state, index, at), bedtime_after(plan, state, at));
}

/* The end of the sleep in which a moment is, also where hours begin after bedtime; the moment
 * itself where it is in none. */
static struct realtime sleep_end(const struct plan *plan, const struct state *state, int index,
				 struct realtime at)
{
	const struct ranges *hours = plan_hours(plan, index);
	const struct zone *zone = &state->zone;
	struct realtime bedtime =
		bedtime_after(plan, state, (struct realtime){ at.us - WATER_SLEEP });
	if (bedtime.us > at.us)
		return at;
	struct realtime up = { bedtime.us + WATER_SLEEP };
	if (!hours_contain(hours->hours, hours->count, zone, bedtime))
		up = realtime_min(up, hours_next_start(hours->hours, hours->count, zone, bedtime));
	return realtime_max(up, at);
}

/* A spell of time in which a glass may be asked for. */
struct spell {
	struct realtime begin, end;
};

enum { SPELLS_MAX = 8, TURNS_MAX = 24 };

/* The first spell from `at` on; false: none before `until`. */
static bool spell_find(const struct plan *plan, const struct state *state, int index,
		       struct realtime at, struct realtime until, struct spell *ret)
{
	const struct ranges *hours = plan_hours(plan, index), *quiet = plan_quiet(plan, index);
	const struct zone *zone = &state->zone;
	for (int i = 0; i < TURNS_MAX; i++) {
		at = hours_open_from(hours->hours, hours->count, quiet->hours, quiet->count, zone,
				     at);
		if (at.us >= until.us)
			return false;
		struct realtime up = sleep_end(plan, state, index, at),
				bed = bed_after(plan, state, index, at),
				dry = { bed.us - WATER_DRY };
		if (up.us == at.us && at.us < dry.us) {
			ret->begin = at;
			ret->end =
				realtime_min(hours_next_end(hours->hours, hours->count, zone, at),
					     realtime_min(dry, until));
			if (quiet->count > 0)
				ret->end = realtime_min(
					ret->end,
					hours_next_start(quiet->hours, quiet->count, zone, at));
			return true;
		}
		at = up.us > at.us ? up : bed;
	}
	return false;
}

static int spells_find(const struct plan *plan, const struct state *state, int index,
		       struct realtime at, struct realtime until, struct spell ret[SPELLS_MAX])
{
	int count = 0;
	while (count < SPELLS_MAX && spell_find(plan, state, index, at, until, &ret[count]))
		at = ret[count++].end;
	return count;
}

/* The moment that is `length` of spells on; REALTIME_OPEN: they are shorter. */
static struct realtime spells_walk(const struct spell spells[], int count, usec length)
{
	for (int i = 0; i < count; i++) {
		usec spell = realtime_since(spells[i].end, spells[i].begin);
		if (length <= spell)
			return (struct realtime){ spells[i].begin.us + length };
		length -= spell;
	}
	return REALTIME_OPEN;
}

/* When to ask for the next glass of `left`, if the last one was at `from`. */
static struct realtime ask_after(const struct plan *plan, const struct state *state, int index,
				 int32_t left, struct realtime from, struct realtime until)
{
	struct spell spells[SPELLS_MAX];
	int count = spells_find(plan, state, index, from, until, spells);
	usec time = 0;
	for (int i = 0; i < count; i++)
		time += realtime_since(spells[i].end, spells[i].begin);
	struct realtime next = spells_walk(spells, count, water_spacing(left, plan->glass, time));
	if (next.us == REALTIME_OPEN.us)
		return next;
	struct realtime bed = bed_after(plan, state, index, next);
	bool tapers = realtime_since(bed, next) < WATER_DRY + WATER_TAPER;
	return tapers ? realtime_max(next, (struct realtime){ from.us + USEC_PER_HOUR }) : next;
}

/* From when on another glass is not over the ceiling. */
static struct realtime ceiling_ends(const struct plan *plan, const struct state *state,
				    struct realtime now)
{
	struct water water = water_at(state, now);
	int32_t sum = plan->glass;
	for (int i = 0; i < WATER_SLOTS; i++)
		if (water.slots[i] > 0 && (sum += water.slots[i]) > WATER_CEILING)
			return (struct realtime){ (water.slot - i + WATER_SLOTS) * WATER_SLOT };
	return (struct realtime){ INT64_MIN };
}

/* The first moment from `at` on, before `until`, at which a glass may be asked for. */
static struct realtime open_from(const struct plan *plan, const struct state *state, int index,
				 struct realtime at, struct realtime until)
{
	struct spell spell;
	return spell_find(plan, state, index, at, until, &spell) ? spell.begin : REALTIME_OPEN;
}

static struct realtime next_today(const struct plan *plan, const struct state *state, int index,
				  int32_t day, struct moment now)
{
	const struct record *last = &state->reminders[index].last;
	int32_t left = water_aim(plan, state) - water_today(plan, state, now);
	struct realtime from = state_day_begins(plan, state, day),
			until = state_day_begins(plan, state, day + 1);
	if (glasses_of(left, plan->glass) == 0)
		return REALTIME_OPEN;
	if (last->sequence != 0 && last->ended.us <= now.real.us)
		from = realtime_max(from, last->ended);
	struct realtime next = ask_after(plan, state, index, left, from, until);
	if (next.us == REALTIME_OPEN.us)
		return next;
	next = realtime_max(realtime_max(next, now.real), ceiling_ends(plan, state, now.real));
	return open_from(plan, state, index, next, until);
}

struct realtime water_next(const struct plan *plan, const struct state *state, int index,
			   struct moment now)
{
	int32_t day = state_day(plan, state, now.real);
	struct realtime next = next_today(plan, state, index, day, now);
	for (int i = 1; i <= 7 && next.us == REALTIME_OPEN.us; i++)
		next = ask_after(plan, state, index, water_aim(plan, state),
				 state_day_begins(plan, state, day + i),
				 state_day_begins(plan, state, day + i + 1));
	return next;
}

bool water_may(const struct plan *plan, const struct state *state, int index, struct moment now)
{
	int32_t day = state_day(plan, state, now.real);
	int32_t left = water_aim(plan, state) - water_today(plan, state, now);
	struct realtime until = state_day_begins(plan, state, day + 1);
	return glasses_of(left, plan->glass) > 0 &&
	       ceiling_ends(plan, state, now.real).us <= now.real.us &&
	       open_from(plan, state, index, now.real, until).us == now.real.us;
}
