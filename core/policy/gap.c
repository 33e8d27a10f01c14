/* One row a kind: from when it is counted, and how long it is; 0 where it does not bind. */
#include "core/policy/gap.h"

#include "core/model/card.h"
#include "core/policy/back_off.h"
#include "core/policy/rules.h"

bool gap_first_week(const struct plan *plan, const struct state *state, int index,
		    struct moment now)
{
	return plan->first_week_half && plan_bound(plan, index) && !plan->reminders[index].set &&
	       realtime_since(now.real, state->first_start) < FIRST_WEEK;
}

int gap_cap(const struct plan *plan, const struct state *state, int index, struct moment now)
{
	if (!plan_capped(plan, index))
		return 0;
	return gap_first_week(plan, state, index, now) ? (plan->cap + 1) / 2 : plan->cap;
}

static int add(struct gap ret[], int count, enum hold_kind kind, struct boottime began, usec length,
	       struct moment now)
{
	struct realtime since = moment_real_of(now, began);
	if (began.us + length <= now.boot.us)
		return count;
	ret[count] = (struct gap){ kind, since, { since.us + length } };
	return count + 1;
}

/* Whether an hour has room for two of its like at most: not of what the user set to a time. */
static bool fills_the_hour(const struct plan *plan, int index)
{
	const struct reminder *reminder = &plan->reminders[index];
	return plan_bound(plan, index) || (reminder->trigger == TRIGGER_AT && !reminder->own);
}

/* What would not be valid any more at its end passes. */
static int add_hour(struct gap ret[], int count, const struct state *state, int index,
		    struct moment now)
{
	const struct reminder_state *its = &state->reminders[index];
	struct boottime began = state->spacing.unasked[1];
	struct realtime ends = { moment_real_of(now, began).us + USEC_PER_HOUR };
	if (began.us == 0 || (its->valid_until.us != 0 && ends.us >= its->valid_until.us))
		return count;
	return add(ret, count, HOLD_HOUR, began, USEC_PER_HOUR, now);
}

int gaps_of(const struct plan *plan, const struct state *state, int index, struct moment now,
	    struct gap ret[GAPS_MAX])
{
	const struct reminder_state *its = &state->reminders[index];
	const struct spacing *spacing = &state->spacing;
	int count = 0;
	if (its->snoozed)
		return 0;
	if (fills_the_hour(plan, index))
		count = add_hour(ret, count, state, index, now);
	if (!plan_bound(plan, index))
		return count;
	if (spacing->had_card)
		count = add(ret, count, HOLD_GAP, spacing->last_card, plan->gap, now);
	if (spacing->last_every.us != 0 && gap_first_week(plan, state, index, now))
		count = add(ret, count, HOLD_FIRST_WEEK, spacing->last_every, FIRST_WEEK_GAP, now);
	if (its->spoke.us != 0)
		count = add(ret, count, HOLD_BACK_OFF, its->spoke, back_off_gap(plan, its), now);
	return count;
}

void gap_begin(const struct plan *plan, struct state *state, struct moment now)
{
	struct spacing *spacing = &state->spacing;
	state->card.before = *spacing;
	spacing->last_card = now.boot;
	spacing->had_card = true;
	if (state->card.called)
		return;
	if (!state->reminders[state->card.reminder].snoozed) {
		spacing->unasked[1] = spacing->unasked[0];
		spacing->unasked[0] = now.boot;
	}
	for (int i = 0; i < plan->count; i++) {
		if (!card_answers(state, i))
			continue;
		state->reminders[i].spoke = now.boot;
		if (plan_capped(plan, i))
			spacing->last_every = now.boot;
	}
}

void gap_take_back(struct state *state)
{
	for (int i = 0; i < state->count; i++)
		if (card_answers(state, i))
			state->reminders[i].spoke.us = 0;
	state->spacing = state->card.before;
}
