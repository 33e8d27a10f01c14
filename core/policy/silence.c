/*
 * Days are counted, not cards: a day on which nothing was due does not show whether cards can be
 * seen.
 */
#include "core/policy/silence.h"

#include <string.h>

#include "core/model/card.h"
#include "core/policy/busy.h"
#include "core/policy/due.h"

static bool seen_today(const struct plan *plan, const struct state *state, struct moment now)
{
	int32_t day = state_day(plan, state, now.real);
	return state_today(&state->today, day).cards > 0;
}

static void note(const struct plan *plan, struct state *state, int index, uint8_t why,
		 struct moment now)
{
	struct silence *silence = &state->silence;
	struct reminder_state *its = &state->reminders[index];
	int32_t day = state_day(plan, state, now.real);
	silence->why = why;
	if (its->due.us != 0 && !its->in_vain && silence->cards < UINT16_MAX)
		silence->cards++;
	its->in_vain |= its->due.us != 0;
	if (silence->days > 0 && silence->day == day)
		return;
	if (silence->days == 0)
		silence->since = now.real;
	if (silence->days < UINT8_MAX)
		silence->days++;
	silence->day = day;
}

void silence_note(const struct plan *plan, struct state *state, int index, struct moment now)
{
	if (!seen_today(plan, state, now))
		note(plan, state, index, SILENCE_DISPLAY, now);
}

/* 1 + enum busy, if only that level holds it; else 0. */
static int held_by(const struct plan *plan, const struct state *state, int index, struct moment now)
{
	struct hold holds[HOLDS_MAX];
	int count = holds_of(plan, state, index, now, holds);
	for (int i = 0; i < count; i++)
		if (busy_of_hold(holds[i].kind) == BUSY_COUNT)
			return 0;
	return count > 0 ? SILENCE_BUSY + (int)busy_of_hold(holds[0].kind) : SILENCE_DISPLAY;
}

/* Whether an interval was sat, or stood, at one go today, within the hours, up to now or to the
 * present absence: then a card should have been shown, whatever the ledger is. */
static bool sat_through(const struct plan *plan, const struct state *state, int index,
			struct moment now)
{
	const struct presence *presence = &state->presence;
	const struct reminder *reminder = &plan->reminders[index];
	const struct ranges *hours = plan_hours(plan, index);
	bool here = (presence->absences & ~(uint32_t)ABSENT_STANDING) == 0;
	struct boottime until = here ? now.boot : presence->absent_since;
	struct realtime real = moment_real_of(now, until);
	return reminder->enabled && reminder->with < 0 && plan_bound(plan, index) &&
	       boottime_since(until, presence->sitting_since) >= reminder->every &&
	       state_day(plan, state, real) == state_day(plan, state, now.real) &&
	       hours_contain(hours->hours, hours->count, &state->zone, real);
}

/* What can hold cards for days unnoticed; SILENCE_DISPLAY: nothing. Requests of the user, and what
 * ends by itself, do not count. */
static int cause_of(const struct plan *plan, const struct state *state, int index,
		    struct moment now)
{
	struct hold holds[HOLDS_MAX];
	int count = holds_of(plan, state, index, now, holds), why = SILENCE_DISPLAY;
	for (int i = 0; i < count; i++) {
		enum hold_kind kind = holds[i].kind;
		if (kind == HOLD_PAUSED || kind == HOLD_SNOOZED || kind == HOLD_WORKOUT)
			return SILENCE_DISPLAY;
		if (busy_of_hold(kind) != BUSY_COUNT)
			why = SILENCE_BUSY + (int)busy_of_hold(kind);
		else if (kind == HOLD_QUIET || kind == HOLD_HEALTH)
			why = kind == HOLD_QUIET ? SILENCE_QUIET : SILENCE_HEALTH;
	}
	if (why == SILENCE_DISPLAY && state->presence.absences == ABSENT_STANDING)
		why = SILENCE_STANDING;
	return why;
}

void silence_watch(const struct plan *plan, struct state *state, struct moment now)
{
	if (seen_today(plan, state, now))
		return;
	for (int i = 0; i < plan->count; i++) {
		int why = SILENCE_DISPLAY;
		if (plan->reminders[i].with >= 0 || card_has(state, i))
			continue;
		if (state->reminders[i].due.us != 0)
			why = held_by(plan, state, i, now);
		if (why == SILENCE_DISPLAY && sat_through(plan, state, i, now))
			why = cause_of(plan, state, i, now);
		if (why != SILENCE_DISPLAY)
			note(plan, state, i, (uint8_t)why, now);
	}
}

void silence_end(struct state *state, bool called)
{
	if (called && state->silence.why > 0)
		return;
	memset(&state->silence, 0, sizeof(state->silence));
}

struct realtime silence_since(const struct state *state)
{
	return state->silence.days >= SILENCE_DAYS ? state->silence.since : (struct realtime){ 0 };
}
