/*
 * What falls due, and what is no longer valid, by trigger. Calling it again at the same moment
 * changes nothing.
 */
#include "core/policy/fall.h"

#include <string.h>

#include "core/policy/back_off.h"
#include "core/policy/card.h"
#include "core/policy/deck.h"
#include "core/policy/due.h"
#include "core/policy/hold.h"
#include "core/policy/jump.h"
#include "core/policy/ledger.h"
#include "core/policy/natural.h"
#include "core/policy/silence.h"
#include "core/policy/undo.h"
#include "core/policy/water.h"

/* Times before this are ignored: none is valid for longer, and the table of the zone begins there.
 */
#define LOOK_BACK (ZONE_PAST - USEC_PER_DAY)

/* End what was due: with `outcome` if its card was seen, else as not shown. */
static void give_up(const struct plan *plan, struct state *state, int index, enum outcome outcome,
		    struct moment now, struct result *ret)
{
	const struct item *item = deck_item(plan, state, index);
	struct reminder_state *its = &state->reminders[index];
	struct record row = { .outcome = OUTCOME_NOT_SHOWN, .due = its->due, .shown = its->seen };
	/* A repeated card: the first one has its row. */
	if (its->asked > 0) {
		its->place++;
		due_forget(its);
		return;
	}
	if (its->seen.us != 0)
		row.outcome = outcome;
	else if (!state->display)
		silence_note(plan, state, index, now);
	name_copy(row.item, item ? item->id : "");
	undo_forget(state, index);
	record_new(plan, state, index, 0, &row, now, ret);
	due_forget(its);
}

static void fall_due_sitting(const struct plan *plan, struct state *state, int index,
			     struct moment now)
{
	usec every = plan->reminders[index].every;
	struct reminder_state *its = &state->reminders[index];
	struct boottime full;
	if (its->due.us != 0) {
		if (!its->called &&
		    ledger_paid_back(&its->ledger, every, plan, &state->presence, now.boot))
			due_forget(its);
		return;
	}
	if (ledger_full_at(&its->ledger, every, plan, &state->presence, now.boot, &full) &&
	    full.us <= now.boot.us)
		its->due = moment_real_of(now, full);
}

/* It is a calendar time. An earlier one that is still due and was not seen is missed. */
static void fall_due_again(const struct plan *plan, struct state *state, int index,
			   struct realtime at, struct moment now, struct result *ret)
{
	struct reminder_state *its = &state->reminders[index];
	usec valid = plan->reminders[index].valid;
	if (its->due.us != 0 && !its->snoozed)
		give_up(plan, state, index, OUTCOME_UNANSWERED, now, ret);
	its->due = at;
	its->valid_until.us = at.us + valid;
	if (its->valid_until.us < its->snoozed_until.us + valid)
		its->valid_until.us = its->snoozed_until.us + valid;
}

/* After the clock was set back, or the zone moved west, times are looked for from now on, unless
 * one of before is still due; `mark` has the times that were seen. */
static void look_from_now(struct reminder_state *its, struct moment now)
{
	if (its->planned.us > now.real.us && its->due.us <= now.real.us)
		its->planned = now.real;
}

static void fall_due_at(const struct plan *plan, struct state *state, int index, struct moment now,
			struct result *ret)
{
	const struct reminder *reminder = &plan->reminders[index];
	struct reminder_state *its = &state->reminders[index];
	struct realtime early = { now.real.us - LOOK_BACK };
	if (its->planned.us < early.us)
		its->planned = early;
	look_from_now(its, now);
	if (due_planned(plan, state, index).us <= now.real.us) {
		its->planned = calendar_last(reminder->at, reminder->at_count, &state->zone,
					     its->planned, now.real);
		fall_due_again(plan, state, index, its->planned, now, ret);
	}
	if (its->due.us != 0 && its->valid_until.us <= now.real.us)
		give_up(plan, state, index, OUTCOME_UNANSWERED, now, ret);
}

/* Valid until it is due again; intervals in an absence are not repeated. */
static void elapse(const struct plan *plan, struct state *state, int index, struct realtime due,
		   struct moment now)
{
	struct reminder_state *its = &state->reminders[index];
	usec every = plan->reminders[index].every;
	its->due = due;
	its->valid_until = due_elapsed(plan, state, index, due, every);
	if (its->valid_until.us <= now.real.us)
		its->valid_until = due_elapsed(plan, state, index, now.real, every);
	if (its->valid_until.us < its->snoozed_until.us + every)
		its->valid_until.us = its->snoozed_until.us + every;
}

static void fall_due_elapsed(const struct plan *plan, struct state *state, int index,
			     struct moment now, struct result *ret)
{
	struct reminder_state *its = &state->reminders[index];
	struct realtime again = its->valid_until;
	if (its->due.us != 0 && again.us > now.real.us)
		return;
	/* Book not-shown only once, however long it is held from here on. */
	if (its->due.us != 0) {
		give_up(plan, state, index, OUTCOME_UNANSWERED, now, ret);
		its->due = again;
		its->valid_until = REALTIME_OPEN;
		return;
	}
	struct realtime next = due_next(plan, state, index, now);
	if (next.us <= now.real.us)
		elapse(plan, state, index, next, now);
}

/* A glass that was asked for too late is not asked for: the aim is reached, or the day is over. */
static void fall_due_water(const struct plan *plan, struct state *state, int index,
			   struct moment now)
{
	struct reminder_state *its = &state->reminders[index];
	if (its->due.us == 0) {
		if (water_next(plan, state, index, now).us <= now.real.us)
			its->due = now.real;
	} else if (!its->called && !its->snoozed && !water_may(plan, state, index, now)) {
		due_forget(its);
	}
}

static void fall_due_on(const struct plan *plan, struct state *state, int index, struct moment now,
			struct result *ret)
{
	const struct reminder_state *its = &state->reminders[index];
	if (its->due.us != 0 && its->valid_until.us <= now.real.us)
		give_up(plan, state, index, OUTCOME_UNANSWERED, now, ret);
}

/* The wait for a good moment begins when nothing else holds what is due. */
void fall_note_unheld(const struct plan *plan, struct state *state, int index, struct moment now)
{
	struct reminder_state *its = &state->reminders[index];
	struct hold holds[HOLDS_MAX];
	int count = its->due.us != 0 ? holds_of(plan, state, index, now, holds) : 1;
	bool waits = count == 1 && its->due.us != 0 &&
		     (holds[0].kind == HOLD_WAITING || holds[0].kind == HOLD_CHAIR);
	bool unheld = count == 0 || waits;
	if (unheld && !its->unheld)
		its->unheld_since = now.boot;
	its->unheld = unheld;
}

void fall_natural(const struct plan *plan, struct state *state, int index, struct moment now,
		  struct result *ret)
{
	struct boottime when;
	if (!natural_seen(plan, state, index, now, &when) || when.us > now.boot.us)
		return;
	give_up(plan, state, index, OUTCOME_NATURAL, now, ret);
	state->reminders[index].place++;
	card_settle(plan, state, index, OUTCOME_NATURAL, now);
}

void fall_natural_late(const struct plan *plan, struct state *state, int index, struct moment now,
		       struct result *ret)
{
	struct boottime when;
	if (!natural_late(plan, state, index, now, &when) || when.us > now.boot.us)
		return;
	const struct record last = state->reminders[index].last;
	undo_forget(state, index);
	record_amend(plan, state, index, &last, OUTCOME_NATURAL, now, ret);
	card_settle(plan, state, index, OUTCOME_NATURAL, now);
	if (plan->reminders[index].trigger == TRIGGER_AT)
		look_from_now(&state->reminders[index], now);
}

void fall_perhaps_late(const struct plan *plan, struct state *state, int index, struct moment now,
		       struct result *ret)
{
	const struct record last = state->reminders[index].last;
	if (!natural_rested_late(plan, state, index, now))
		return;
	record_amend(plan, state, index, &last, OUTCOME_PERHAPS, now, ret);
	back_off_forgive(state, index);
}

void fall_again(const struct plan *plan, struct state *state, int index, usec shift,
		struct moment now, struct result *ret)
{
	struct reminder_state *its = &state->reminders[index];
	const struct record last = its->last;
	if (plan->reminders[index].trigger != TRIGGER_AT)
		return;
	if (its->due.us != 0 && its->due.us + shift > now.real.us && !its->snoozed &&
	    !card_has(state, index))
		due_forget(its);
	if (last.outcome != OUTCOME_NOT_SHOWN || last.due.us == 0 ||
	    last.due.us + shift <= now.real.us)
		return;
	undo_forget(state, index);
	record_amend(plan, state, index, &last, OUTCOME_NONE, now, ret);
}

/* A called-for card that was snoozed is due at the end of the snooze, whatever its schedule. */
static void fall_due_called(const struct plan *plan, struct state *state, int index,
			    struct moment now)
{
	const struct reminder *reminder = &plan->reminders[index];
	struct reminder_state *its = &state->reminders[index];
	if (!its->called || its->due.us != 0 || its->snoozed_until.us > now.real.us)
		return;
	its->due = its->snoozed_until;
	its->valid_until.us = its->due.us + reminder->valid;
	if (reminder->trigger == TRIGGER_CLOCK)
		its->valid_until.us = its->due.us + plan->reminders[index].every;
}

static void fall_due(const struct plan *plan, struct state *state, int index, struct moment now,
		     struct result *ret)
{
	switch (plan->reminders[index].trigger) {
	case TRIGGER_SITTING:
		fall_due_sitting(plan, state, index, now);
		break;
	case TRIGGER_CLOCK:
		fall_due_elapsed(plan, state, index, now, ret);
		break;
	case TRIGGER_AT:
		fall_due_at(plan, state, index, now, ret);
		break;
	case TRIGGER_ON:
		fall_due_on(plan, state, index, now, ret);
		break;
	}
}

void fall_update(const struct plan *plan, struct state *state, int index, struct moment now,
		 struct result *ret)
{
	struct reminder_state *its = &state->reminders[index];
	if (card_has(state, index))
		return;
	if (!plan->reminders[index].enabled || deck_is_barred(plan, state, index)) {
		due_forget(its); /* `planned` is set when the plan changes: refit_plan() */
		return;
	}
	fall_due_called(plan, state, index, now);
	if (water_leads(plan, state, index))
		fall_due_water(plan, state, index, now);
	else
		fall_due(plan, state, index, now, ret);
	/* A snooze that ended before the reminder was due. */
	if (its->snoozed_until.us <= now.real.us &&
	    (its->due.us == 0 || its->due.us > its->snoozed_until.us)) {
		its->snoozed &= its->snoozed_until.us == 0 && its->due.us != 0;
		its->snoozed_until.us = 0;
	}
}

void fall_on_occasion(const struct plan *plan, struct state *state, enum occasion occasion,
		      usec absence, struct moment now)
{
	for (int i = 0; i < plan->count; i++) {
		const struct reminder *reminder = &plan->reminders[i];
		struct reminder_state *its = &state->reminders[i];
		if (!reminder->enabled || deck_is_barred(plan, state, i) ||
		    reminder->trigger != TRIGGER_ON || reminder->on != occasion ||
		    absence < reminder->after)
			continue;
		/* A snoozed reminder is shown at the end of its snooze. */
		if (its->due.us != 0 && its->snoozed_until.us > now.real.us)
			continue;
		its->due = now.real;
		its->valid_until = now.real;
		if (its->snoozed_until.us > now.real.us)
			its->valid_until = its->snoozed_until;
		its->valid_until.us += reminder->valid;
	}
}
