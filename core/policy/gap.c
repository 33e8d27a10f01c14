/* One row a kind: from when it is counted, and how long it is; 0 where it does not bind. */
#include "core/policy/gap.h"

#include "core/policy/back_off.h"
#include "core/policy/card.h"
#include "core/policy/due.h"
#include "core/policy/rules.h"

bool gap_first_week(const struct plan *plan, const struct state *state, int index,
		    struct moment now)
{
	return plan->first_week_half && due_bound(plan, index) && !plan->reminders[index].set &&
	       realtime_since(now.real, state->first_start) < FIRST_WEEK;
}

int gap_cap(const struct plan *plan, const struct state *state, int index, struct moment now)
{
	if (!due_capped_kind(plan, index))
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

int gaps_of(const struct plan *plan, const struct state *state, int index, struct moment now,
	    struct gap ret[GAPS_MAX])
{
	const struct reminder_state *its = &state->reminders[index];
	int count = 0;
	if (!due_bound(plan, index) || its->snoozed)
		return 0;
	if (state->had_card)
		count = add(ret, count, HOLD_GAP, state->last_card, plan->gap, now);
	if (state->last_every.us != 0 && gap_first_week(plan, state, index, now))
		count = add(ret, count, HOLD_FIRST_WEEK, state->last_every, FIRST_WEEK_GAP, now);
	if (its->spoke.us != 0)
		count = add(ret, count, HOLD_BACK_OFF, its->spoke, back_off_gap(plan, its), now);
	return count;
}

void gap_begin(const struct plan *plan, struct state *state, struct moment now)
{
	state->last_card = now.boot;
	state->had_card = true;
	if (state->card.called)
		return;
	for (int i = 0; i < plan->count; i++) {
		if (!card_answers(state, i))
			continue;
		state->reminders[i].spoke = now.boot;
		if (due_capped_kind(plan, i))
			state->last_every = now.boot;
	}
}
