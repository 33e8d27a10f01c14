/*
 * When reminders fall due. A sitting reminder is due when its ledger stands at `every`, a
 * calendar one at the first of its times that was not dealt with yet.
 */
#include "core/due.h"

#include <string.h>

#include "core/ledger.h"

void due_forget(struct reminder_state *its)
{
	its->due.us = 0;
	its->valid_until.us = 0;
	its->snoozed_until.us = 0;
	its->snoozed = false;
}

bool due_silent(const struct plan *plan, int index)
{
	const struct reminder *reminder = &plan->reminders[index];
	if (plan->setup_done || reminder->item_count == 0)
		return false;
	return strcmp(reminder->name, "desk") != 0 || plan->safe_count == 0;
}

const struct item *due_item(const struct plan *plan, const struct state *state, int index)
{
	const struct reminder *reminder = &plan->reminders[index];
	int32_t place = state->reminders[index].place;
	if (reminder->item_count == 0 || due_silent(plan, index))
		return NULL;
	if (!plan->setup_done)
		return plan->safe[place % plan->safe_count];
	return reminder->items[place % reminder->item_count];
}

static struct realtime next_sitting(const struct plan *plan, const struct state *state, int index,
				    struct moment now)
{
	struct boottime full;
	if (!ledger_full_at(&state->reminders[index].ledger, &plan->reminders[index], plan,
			    &state->presence, now.boot, &full))
		return REALTIME_OPEN;
	return moment_real_of(now, full);
}

struct realtime due_next(const struct plan *plan, const struct state *state, int index,
			 struct moment now)
{
	const struct reminder *reminder = &plan->reminders[index];
	const struct reminder_state *its = &state->reminders[index];
	if (!reminder->enabled || due_silent(plan, index))
		return REALTIME_OPEN;
	if (its->due.us != 0)
		return its->due;
	if (reminder->trigger == TRIGGER_SITTING)
		return next_sitting(plan, state, index, now);
	return calendar_next(reminder->at, reminder->at_count, &state->zone, its->planned);
}

static struct realtime later(struct realtime a, struct realtime b)
{
	return a.us > b.us ? a : b;
}

/* Put `real` off to where neither a fixed end nor the hours are in the way. */
static struct realtime put_off(const struct plan *plan, const struct state *state, int index,
			       struct realtime real, struct moment now)
{
	const struct reminder_state *its = &state->reminders[index];
	real = later(real, state->paused_until);
	real = later(real, its->snoozed_until);
	if (plan->reminders[index].trigger != TRIGGER_SITTING)
		return real;
	if (state->had_card && !its->snoozed) {
		struct boottime gap_ends = { state->last_card.us + plan->gap };
		real = later(real, moment_real_of(now, gap_ends));
	}
	if (!hours_contain(plan->hours, plan->hours_count, &state->zone, real))
		real = hours_next_start(plan->hours, plan->hours_count, &state->zone, real);
	return real;
}

struct realtime due_speaks(const struct plan *plan, const struct state *state, int index,
			   struct moment now)
{
	struct realtime next = due_next(plan, state, index, now);
	if (next.us == REALTIME_OPEN.us || state->presence.absences != 0)
		return REALTIME_OPEN;
	return put_off(plan, state, index, later(next, now.real), now);
}
