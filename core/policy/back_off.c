/* Counted in the state of each reminder, so that a pause does not affect it. */
#include "core/policy/back_off.h"

#include <string.h>

#include "core/policy/rules.h"

static bool undo_is_about(const struct state *state, int index)
{
	for (int i = 0; i < state->undo.count; i++)
		if (state->undo.reminders[i] == index)
			return true;
	return false;
}

usec back_off_gap(const struct plan *plan, const struct reminder_state *its)
{
	return plan->back_off ? back_off_length(its->slow) : 0;
}

usec back_off_length(int level)
{
	return level > 0
		       ? BACK_OFF_GAP << (level < BACK_OFF_LEVELS ? level - 1 : BACK_OFF_LEVELS - 1)
		       : 0;
}

static void slow_down(const struct plan *plan, struct state *state, int index)
{
	struct reminder_state *its = &state->reminders[index];
	its->in_a_row = 0;
	if (!plan->back_off || !plan_bound(plan, index) || its->slow >= BACK_OFF_LEVELS ||
	    plan->reminders[index].every >= back_off_length(its->slow + 1))
		return;
	its->slow++;
	its->well = 0;
	its->slowed = true;
	/* Undoing the answer that caused it undoes the back-off, too. */
	if (state->undo.kind == UNDO_ANSWER && undo_is_about(state, index))
		return;
	memset(&state->undo, 0, sizeof(state->undo));
	state->undo.kind = UNDO_BACK_OFF;
	state->undo.count = 1;
	state->undo.reminders[0] = index;
	state->undo.before[0] = *its;
}

static void speed_up(struct state *state, int index)
{
	struct reminder_state *its = &state->reminders[index];
	/* The back-off ends, so it can no longer be undone. */
	if (state->undo.kind == UNDO_BACK_OFF && undo_is_about(state, index))
		memset(&state->undo, 0, sizeof(state->undo));
	its->in_a_row = 0;
	/* The fifth card is answered late: undo the back-off that it caused. */
	if (its->slowed && its->slow > 0) {
		its->slow--;
		its->slowed = false;
		return;
	}
	if (its->slow == 0 || ++its->well < RESTORE_AFTER)
		return;
	its->slow = 0;
	its->well = 0;
	its->slowed = false;
}

bool back_off_is_near(const struct plan *plan, const struct state *state, int index)
{
	return plan->back_off && plan_bound(plan, index) &&
	       state->reminders[index].in_a_row + 1 >= BACK_OFF_AFTER;
}

void back_off_settle(const struct plan *plan, struct state *state, int index, enum outcome outcome)
{
	struct reminder_state *its = &state->reminders[index];
	switch (outcome) {
	case OUTCOME_SKIPPED:
	case OUTCOME_UNANSWERED:
		its->well = 0;
		if (++its->in_a_row >= BACK_OFF_AFTER)
			slow_down(plan, state, index);
		return;
	case OUTCOME_DONE:
	case OUTCOME_PARTLY:
	case OUTCOME_NATURAL:
	case OUTCOME_SNOOZED:
		speed_up(state, index);
		return;
	case OUTCOME_PERHAPS:

		its->in_a_row = 0;
		return;
	case OUTCOME_NONE:
	case OUTCOME_NOT_SHOWN:
	case OUTCOME_OFFERED:
	case OUTCOME_COUNT:
		return;
	}
}

void back_off_forgive(struct state *state, int index)
{
	struct reminder_state *its = &state->reminders[index];
	bool fifth = its->in_a_row == 0 && its->slowed && its->slow > 0;
	its->in_a_row = 0;
	if (!fifth)
		return;
	if (state->undo.kind == UNDO_BACK_OFF && undo_is_about(state, index))
		memset(&state->undo, 0, sizeof(state->undo));
	its->slow--;
	its->slowed = false;
}
