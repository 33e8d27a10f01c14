/* Undo: the reminders get their earlier state back, except what passing time changed. */
#include "core/policy/answer.h"

#include <string.h>

#include "core/policy/card.h"
#include "core/policy/due.h"

/* The outcome of a row after undo: the one before, or none. */
static enum outcome outcome_before(const struct record *row, const struct record *before)
{
	return row->sequence == before->sequence ? before->outcome : OUTCOME_NONE;
}

/* Show the card again that was up at `shown`, also one that was only called for. */
static void bring_back(const struct plan *plan, struct state *state, int index, bool called,
		       struct realtime shown, struct moment now, struct result *ret)
{
	struct reminder_state *its = &state->reminders[index];
	bool main = index == ret->reminder;
	record_unseen(plan, state, index, main, called || its->called, shown, now);
	if (its->due.us == 0 && main)
		its->snoozed_until = now.real;
	its->called |= main && (called || its->due.us == 0);
	its->snoozed = its->due.us != 0 || its->called;
}

/* Undo the request for reminder `which` of those it changed. */
static void undo_one(const struct plan *plan, struct state *state, const struct undo *undo,
		     int which, struct moment now, struct result *ret)
{
	int index = undo->reminders[which];
	const struct reminder_state *before = &undo->before[which];
	struct reminder_state *its = &state->reminders[index];
	const struct record last = its->last;
	if (last.sequence != 0 &&
	    (last.sequence != before->last.sequence || last.revision != before->last.revision))
		record_amend(plan, state, index, &last, outcome_before(&last, &before->last), now,
			     ret);
	if (before->last.kind == RECORD_DRINK && its->last.sequence == before->last.sequence)
		record_drink(plan, state, index, before->last.amount, now, ret);
	struct record amended = its->last;
	struct today today = its->today;
	struct realtime planned = its->planned;
	*its = *before;
	its->planned = planned;
	its->today = today;
	its->last = amended.outcome == OUTCOME_NONE ? before->last : amended;
	/* If it is no longer valid, the card counts as seen. */
	if (its->valid_until.us != 0 && its->valid_until.us <= now.real.us)
		due_forget(its);
	else if (amended.outcome == OUTCOME_NONE && amended.shown.us != 0)
		bring_back(plan, state, index, undo->called, amended.shown, now, ret);
}

void answer_undo(const struct plan *plan, struct state *state, const struct event *event,
		 struct result *ret)
{
	const struct undo undo = state->undo;
	memset(&state->undo, 0, sizeof(state->undo));
	ret->undone = undo.kind;
	switch (undo.kind) {
	case UNDO_NOTHING:
		ret->answer = ANSWER_NOTHING_TO_UNDO;
		return;
	case UNDO_ANSWER:
	case UNDO_SNOOZE:
		ret->reminder = undo.reminders[0];
		for (int i = 0; i < undo.count; i++)
			undo_one(plan, state, &undo, i, event->now, ret);
		return;
	case UNDO_BACK_OFF:
		ret->reminder = undo.reminders[0];
		if (state->reminders[undo.reminders[0]].slow > 0)
			state->reminders[undo.reminders[0]].slow--;
		state->reminders[undo.reminders[0]].slowed = false;
		return;
	case UNDO_BOOK:
		record_row(&undo.row, ret);
		return;
	case UNDO_AMEND:
		record_replace(plan, state, &undo.was, &undo.row, event->now, ret);
		return;
	case UNDO_PAUSE:
	case UNDO_RESUME:
		state->paused_until = undo.paused_until;
		memcpy(state->paused_why, undo.paused_why, sizeof(state->paused_why));
		return;
	}
}
