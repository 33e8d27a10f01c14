/*
 * One card at a time. It counts as shown from the moment a display says so; until then it can
 * fail and the reminder just stays due. Whatever its end, exactly one first row is booked.
 */
#include "core/card.h"

#include <string.h>

#include "core/due.h"
#include "core/ledger.h"

void undo_forget(struct state *state, int index)
{
	bool of_one = state->undo.kind == UNDO_ANSWER || state->undo.kind == UNDO_SNOOZE;
	if (of_one && state->undo.reminder == index)
		memset(&state->undo, 0, sizeof(state->undo));
}

void card_show(const struct plan *plan, struct state *state, int index, bool called,
	       struct moment now, struct result *ret)
{
	const struct item *item = due_item(plan, state, index);
	struct reminder_state *its = &state->reminders[index];
	struct card *card = &state->card;
	*card = (struct card){
		.id = state->next_card++,
		.reminder = index,
		.called = called,
		.due = its->due,
		.sat = ledger_read(&its->ledger, &plan->reminders[index], plan, &state->presence,
				   now.boot),
	};
	name_copy(card->item, item ? item->id : "");
	undo_forget(state, index);
	result_add(ret, ACTION_SHOW)->card = *card;
}

void card_seen(const struct plan *plan, struct state *state, struct moment now)
{
	record_seen(plan, state, state->card.reminder, now);
	state->card.shown = now;
	state->last_card = now.boot;
	state->had_card = true;
	state->display = true;
	state->display_tries = 0;
}

bool card_is(const struct state *state, uint64_t id)
{
	return id != 0 && state->card.id == id;
}

bool card_ends(const struct plan *plan, const struct state *state, struct boottime *ret)
{
	if (state->card.id == 0 || state->card.shown.real.us == 0)
		return false;
	ret->us = state->card.shown.boot.us + plan->card_time;
	return true;
}

/* The card stood for all of its reminder's times up to now. */
static void take_down(struct state *state, enum outcome outcome, struct moment now,
		      struct result *ret)
{
	struct reminder_state *its = &state->reminders[state->card.reminder];
	struct action *action = result_add(ret, ACTION_CLOSE);
	if (its->planned.us < now.real.us)
		its->planned = now.real;
	action->close.id = state->card.id;
	action->close.outcome = outcome;
	memset(&state->card, 0, sizeof(state->card));
}

void card_drop(struct state *state, struct moment now, struct result *ret)
{
	if (state->card.id != 0)
		take_down(state, OUTCOME_NONE, now, ret);
}

/* The ledger after an outcome; -1: as it is. */
static usec ledger_after(enum outcome outcome, usec amount)
{
	switch (outcome) {
	case OUTCOME_DONE:
	case OUTCOME_SKIPPED:
	case OUTCOME_NATURAL:
	case OUTCOME_UNANSWERED:
		return 0;
	case OUTCOME_PARTLY:
		return amount / 2;
	case OUTCOME_NONE:
	case OUTCOME_SNOOZED:
	case OUTCOME_NOT_SHOWN:
	case OUTCOME_OFFERED:
	case OUTCOME_COUNT:
		break;
	}
	return -1;
}

void card_settle(const struct plan *plan, struct state *state, int index, enum outcome outcome,
		 struct moment now)
{
	struct reminder_state *its = &state->reminders[index];
	usec amount = ledger_read(&its->ledger, &plan->reminders[index], plan, &state->presence,
				  now.boot);
	usec after = ledger_after(outcome, amount);
	if (after >= 0)
		its->ledger = (struct ledger){ after, now.boot };
	if (outcome == OUTCOME_SNOOZED)
		return;
	due_forget(its);
}

void card_end(const struct plan *plan, struct state *state, enum outcome outcome, struct moment now,
	      struct result *ret)
{
	const struct card card = state->card;
	struct record row = {
		.outcome = outcome,
		.due = card.due,
		.shown = card.shown.real,
	};
	name_copy(row.item, card.item);
	record_new(plan, state, card.reminder, &row, now, ret);
	card_settle(plan, state, card.reminder, outcome, now);
	if (outcome != OUTCOME_SNOOZED)
		state->reminders[card.reminder].place++;
	take_down(state, outcome, now, ret);
}
