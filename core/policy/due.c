/*
 * When reminders fall due: one of sitting when its ledger is full, one of elapsed time when its
 * interval inside its hours is over, a calendar one at the first of its times that was not handled,
 * one of an occasion at that (fall.c).
 */
#include "core/policy/due.h"

#include "core/policy/deck.h"
#include "core/policy/gap.h"
#include "core/policy/ledger.h"
#include "core/policy/rules.h"
#include "core/policy/water.h"

void due_forget(struct reminder_state *its)
{
	its->due.us = 0;
	its->valid_until.us = 0;
	its->seen.us = 0;
	its->snoozed_until.us = 0;
	its->snoozed = its->called = false;
	its->unheld = false;
	its->asked = 0;
	its->in_vain = false;
}

void due_put_off(const struct reminder *reminder, struct reminder_state *its, struct realtime until)
{
	its->snoozed = true;
	its->snoozed_until = until;
	if (its->valid_until.us != 0 && its->valid_until.us < until.us + reminder->valid)
		its->valid_until.us = until.us + reminder->valid;
}

bool due_capped(const struct plan *plan, const struct state *state, int index, struct moment now)
{
	int32_t day = state_day(plan, state, now.real);
	int cap = gap_cap(plan, state, index, now);
	return cap > 0 && state_today(&state->today, day).every >= cap;
}

bool due_had_most(const struct plan *plan, const struct state *state, int index, struct moment now)
{
	int32_t day = state_day(plan, state, now.real);
	struct today today = state_today(&state->reminders[index].today, day);
	int most = water_leads(plan, state, index) ? 0 : plan->reminders[index].most;
	return most > 0 && today.cards - today.called >= most;
}

static struct realtime next_sitting(const struct plan *plan, const struct state *state, int index,
				    struct moment now)
{
	struct boottime full;
	if (!ledger_full_at(&state->reminders[index].ledger, plan->reminders[index].every, plan,
			    &state->presence, now.boot, &full))
		return REALTIME_OPEN;
	return moment_real_of(now, full);
}

struct realtime due_elapsed(const struct plan *plan, const struct state *state, int index,
			    struct realtime from, usec length)
{
	enum { TURNS_MAX = 64 }; /* ranges looked at: weeks of them */
	const struct ranges *hours = plan_hours(plan, index);
	const struct zone *zone = &state->zone;
	for (int turn = 0; turn < TURNS_MAX; turn++) {
		if (!hours_contain(hours->hours, hours->count, zone, from))
			from = hours_next_start(hours->hours, hours->count, zone, from);
		if (from.us == REALTIME_OPEN.us)
			break;
		struct realtime end = hours_next_end(hours->hours, hours->count, zone, from);
		if (realtime_since(end, from) >= length)
			return (struct realtime){ from.us + length };
		length -= realtime_since(end, from);
		from = end;
	}
	return REALTIME_OPEN;
}

/* Time inside the hours is counted from the ledger's moment on. */
static struct realtime next_elapsed(const struct plan *plan, const struct state *state, int index,
				    struct moment now)
{
	const struct ledger *ledger = &state->reminders[index].ledger;
	return due_elapsed(plan, state, index, moment_real_of(now, ledger->since),
			   plan->reminders[index].every - ledger->amount);
}

/* Whether the card of a calendar time was seen within SEEN_LASTS. */
static bool was_seen(const struct state *state, const struct reminder_state *its,
		     struct realtime time)
{
	return its->marked.us != 0 && time.us <= its->mark.us &&
	       boottime_since(moment_boot_of(state->at, time), its->marked) < SEEN_LASTS;
}

/* The first and last day of the health fact that a reminder is for; false: they have passed. */
static bool fact_bounds(const struct plan *plan, const struct zone *zone,
			const struct fact_window *days, struct realtime *from,
			struct realtime *until)
{
	int32_t day = plan->health.facts[days->fact].day;
	*from = (struct realtime){ INT64_MIN };
	*until = REALTIME_OPEN;
	if (!days->given)
		return true;
	if (!plan->health.facts[days->fact].holds || day == 0)
		return plan->health.facts[days->fact].holds && days->from == 0;
	*from = zone_time(zone, day + days->from, 0);
	*until = zone_time(zone, day + days->to + 1, 0);
	return true;
}

struct realtime due_time_after(const struct plan *plan, const struct state *state, int index,
			       struct realtime after)
{
	const struct reminder *reminder = &plan->reminders[index];
	struct realtime from, until;
	if (!fact_bounds(plan, &state->zone, &reminder->days, &from, &until))
		return REALTIME_OPEN;
	if (after.us < from.us)
		after.us = from.us - 1;
	after = calendar_next(reminder->at, reminder->at_count, &state->zone, after);
	return after.us < until.us ? after : REALTIME_OPEN;
}

static struct realtime search_planned(const struct plan *plan, const struct state *state, int index)
{
	const struct reminder_state *its = &state->reminders[index];
	struct realtime next = its->planned;
	do
		next = due_time_after(plan, state, index, next);
	while (was_seen(state, its, next));
	return next;
}

struct realtime due_planned(const struct plan *plan, const struct state *state, int index)
{
	const struct foreseen *it = state_foreseen(state, index);
	return it && it->planned.us == state->reminders[index].planned.us
		       ? it->next
		       : search_planned(plan, state, index);
}

static void foresee(const struct plan *plan, const struct state *state, int index, bool anew,
		    struct foreseen *it)
{
	const struct reminder_state *its = &state->reminders[index];
	if (anew || it->place != its->place)
		it->ahead = deck_search(plan, state, index);
	if (anew || it->planned.us != its->planned.us)
		it->next = search_planned(plan, state, index);
	it->place = its->place;
	it->planned = its->planned;
}

void due_foresee(const struct plan *plan, struct state *state)
{
	struct foresight *foresight = &state->foresight;
	int32_t day = health_today(&state->zone, state->at.real);
	bool anew = foresight->at.us == 0 || foresight->day != day;
	for (int i = 0; i < plan->count; i++)
		foresee(plan, state, i, anew, &foresight->reminders[i]);
	gap_foresee(plan, state, anew);
	foresight->at = state->at.real;
	foresight->day = day;
}

struct realtime due_next(const struct plan *plan, const struct state *state, int index,
			 struct moment now)
{
	const struct reminder_state *its = &state->reminders[index];
	if (!plan->reminders[index].enabled || deck_is_barred(plan, state, index))
		return REALTIME_OPEN;
	if (its->due.us != 0)
		return its->due;
	if (its->called)
		return its->snoozed_until;
	if (water_leads(plan, state, index))
		return water_next(plan, state, index, now);
	switch (plan->reminders[index].trigger) {
	case TRIGGER_SITTING:
		return next_sitting(plan, state, index, now);
	case TRIGGER_CLOCK:
		return next_elapsed(plan, state, index, now);
	case TRIGGER_AT:
		return due_planned(plan, state, index);
	case TRIGGER_ON:
		break;
	}
	return REALTIME_OPEN;
}

struct realtime due_open_from(const struct plan *plan, const struct state *state, int index,
			      struct realtime real)
{
	const struct ranges *hours = plan_hours(plan, index), *quiet = plan_quiet(plan, index);
	return hours_open_from(hours->hours, plan_bound(plan, index) ? hours->count : 0,
			       quiet->hours, quiet->count, &state->zone, real);
}
