/*
 * One card at a time. It counts as shown when a display reports it; if that fails the reminder
 * stays due. However it ends, one first row is booked for each reminder on it.
 */
#include "core/policy/card.h"

#include <string.h>

#include "core/policy/back_off.h"
#include "core/policy/busy.h"
#include "core/policy/deck.h"
#include "core/policy/due.h"
#include "core/policy/gap.h"
#include "core/policy/good.h"
#include "core/policy/hold.h"
#include "core/policy/ledger.h"
#include "core/policy/merge.h"
#include "core/policy/natural.h"
#include "core/policy/play.h"
#include "core/policy/silence.h"
#include "core/policy/stop.h"
#include "core/policy/undo.h"
#include "core/policy/welcome.h"

#define BIT(index) (UINT64_C(1) << (index))

void card_show(const struct plan *plan, struct state *state, int index, bool called,
	       struct moment now, struct result *ret)
{
	const struct item *item = deck_take(plan, state, index);
	struct reminder_state *its = &state->reminders[index];
	struct card *card = &state->card;
	*card = (struct card){
		.id = state->next_card++,
		.reminder = index,
		.called = called,
		.due = its->due,
		.sat = ledger_read(&its->ledger, plan->reminders[index].every, plan,
				   &state->presence, now.boot),
		.slowed = its->slowed,
		.came = called ? GOOD_REQUESTED : (int32_t)good_of(plan, state, index, now),
	};
	name_copy(card->item, item ? item->id : "");
	undo_forget(state, index);
	if (!called)
		merge_onto(plan, state, now);
	for (int i = 0; !called && i < plan->count; i++) {
		if (!card_has(state, i))
			continue;
		undo_forget(state, i);
		(void)deck_take(plan, state, i);
	}
	card->stops = stop_is_due(plan, state);
	welcome_leave(state, ret);
	result_add(ret, ACTION_SHOW)->card = *card;
}

/* Note its good moment, and the calendar time that it is for. */
static void seen_one(const struct plan *plan, struct state *state, int index, struct moment now)
{
	struct reminder_state *its = &state->reminders[index];
	its->came = (uint8_t)state->card.came;
	if (plan->reminders[index].trigger != TRIGGER_AT || its->due.us == 0)
		return;
	its->mark = its->due;
	its->marked = now.boot;
}

void card_seen(const struct plan *plan, struct state *state, struct moment now)
{
	int indices[CARD_MAX], count = card_reminders(&state->card, indices);
	for (int i = 0; i < count; i++) {
		record_seen(plan, state, indices[i], i == 0, now);
		if (card_answers(state, indices[i]))
			seen_one(plan, state, indices[i], now);
	}
	state->card.shown = now;
	stop_count(plan, state);
	state->reminders[state->card.reminder].slowed = false;
	gap_begin(plan, state, now);
	state->display = true;
	state->card.silence = state->silence;
	silence_end(state, state->card.called);
	welcome_end(state);
}

bool card_is_dropped(const struct state *state, struct moment now)
{
	const struct card *card = &state->card;
	return card->shown.real.us != 0 && boottime_since(now.boot, card->shown.boot) < SEEN_LEAST;
}

void card_unsee(const struct plan *plan, struct state *state, struct moment now, struct result *ret)
{
	struct card *card = &state->card;
	int indices[CARD_MAX], count = card_reminders(card, indices);
	for (int i = 0; i < count; i++) {
		record_unseen(plan, state, indices[i], i == 0, card->called, card->shown.real, now);
		if (state->reminders[indices[i]].marked.us == card->shown.boot.us)
			state->reminders[indices[i]].marked.us = 0;
	}
	gap_take_back(state);
	state->silence = card->silence;
	card->shown = (struct moment){ 0 };
	result_add(ret, ACTION_CLOSE)->close.id = card->id;
}

/* The item of the card is looked up by name: the deck may have changed. */
static bool fits(const struct plan *plan, const struct state *state, int index)
{
	const struct card *card = &state->card;
	if (index != card->reminder)
		return deck_fits(plan, state, index);
	if (card->item[0] == '\0')
		return true;
	const struct item *item = deck_named(plan, index, card->item);
	int32_t today = health_today(&state->zone, state->at.real);
	return item && !deck_is_barred(plan, state, index) &&
	       item_verdict(item, &plan->health, today).ruling == RULING_FOR_YOU;
}

bool card_fits(const struct plan *plan, const struct state *state)
{
	int indices[CARD_MAX], count = card_reminders(&state->card, indices);
	for (int i = 0; i < count; i++)
		if (!fits(plan, state, indices[i]))
			return false;
	return true;
}

bool card_is_unread(const struct state *state, struct moment now)
{
	const struct card *card = &state->card;
	return card->id != 0 && card->shown.real.us != 0 && !card->called && !card->played &&
	       boottime_since(now.boot, card->shown.boot) < CARD_READ;
}

bool card_ends(const struct plan *plan, const struct state *state, struct boottime *ret)
{
	if (state->card.id == 0 || state->card.shown.real.us == 0)
		return false;
	ret->us = state->card.shown.boot.us + plan->card_time + state->card.longer;
	if (state->card.played)
		*ret = play_ends(plan, &state->card);
	return true;
}

/* The card covers all times of its reminders up to now. */
static void take_down(struct state *state, enum outcome outcome, struct moment now,
		      struct result *ret)
{
	int indices[CARD_MAX], count = card_reminders(&state->card, indices);
	struct action *action = result_add(ret, ACTION_CLOSE);
	for (int i = 0; i < count; i++) {
		struct reminder_state *its = &state->reminders[indices[i]];
		if (its->planned.us < now.real.us)
			its->planned = now.real;
		if (outcome == OUTCOME_NONE && its->due.us != 0)
			its->seen = state->card.shown.real;
	}
	action->close.id = state->card.id;
	action->close.outcome = outcome;
	state->display_tries = 0;
	memset(&state->card, 0, sizeof(state->card));
}

void card_drop(struct state *state, struct moment now, struct result *ret)
{
	if (state->card.id != 0)
		take_down(state, OUTCOME_NONE, now, ret);
}

void card_take_away(const struct plan *plan, struct state *state, struct moment now,
		    struct result *ret)
{
	if (card_is_unread(state, now))
		gap_take_back(state);
	card_leave(plan, state, now, ret);
}

/* The ledger after an outcome; -1: unchanged. */
static usec ledger_after(enum outcome outcome, usec amount)
{
	switch (outcome) {
	case OUTCOME_DONE:
	case OUTCOME_SKIPPED:
	case OUTCOME_NATURAL:
	case OUTCOME_PERHAPS:
	case OUTCOME_UNANSWERED:
	case OUTCOME_OFFERED:
		return 0;
	case OUTCOME_PARTLY:
		return amount / 2;
	case OUTCOME_NONE:
	case OUTCOME_SNOOZED:
	case OUTCOME_NOT_SHOWN:
	case OUTCOME_COUNT:
		break;
	}
	return -1;
}

void card_settle(const struct plan *plan, struct state *state, int index, enum outcome outcome,
		 struct moment now)
{
	struct reminder_state *its = &state->reminders[index];
	usec every = plan->reminders[index].every;
	bool sitting = plan->reminders[index].trigger == TRIGGER_SITTING;
	usec amount = sitting ? ledger_read(&its->ledger, every, plan, &state->presence, now.boot)
			      : every;
	usec after = ledger_after(outcome, amount);
	if (after >= 0)
		its->ledger = (struct ledger){ after, now.boot };
	back_off_settle(plan, state, index, outcome);
	if (outcome != OUTCOME_SNOOZED)
		due_forget(its);
}

/* `insist` repeats it once even where `repeat` is 0. */
static int times_again(const struct reminder *reminder, enum outcome outcome)
{
	int least = reminder->insist && outcome == OUTCOME_UNANSWERED;
	return reminder->repeat > least ? reminder->repeat : least;
}

/* Repeat an unanswered card after the length of `later`, if it is still valid then. Unlike a snooze
 * the user did not ask for it, so all holds apply. */
static bool comes_again(const struct plan *plan, struct state *state, int index,
			enum outcome outcome, struct moment now)
{
	struct reminder_state *its = &state->reminders[index];
	struct realtime again = { now.real.us + plan->later };
	bool open = outcome == OUTCOME_UNANSWERED || outcome == OUTCOME_PERHAPS;
	if (!open || its->due.us == 0 ||
	    its->asked >= times_again(&plan->reminders[index], outcome) ||
	    back_off_is_near(plan, state, index) ||
	    (its->valid_until.us != 0 && again.us >= its->valid_until.us))
		return false;
	its->asked++;
	its->snoozed = false;
	its->snoozed_until = again;
	its->unheld = false;
	return true;
}

static void end_one(const struct plan *plan, struct state *state, int index,
		    const struct card *card, enum outcome outcome, struct realtime until,
		    struct moment now, struct result *ret)
{
	struct reminder_state *its = &state->reminders[index];
	const struct item *item = deck_item(plan, state, index);
	struct record row = { .outcome = outcome, .shown = card->shown.real };
	if (card->riders & BIT(index)) {
		/* A rider is offered again with its card. */
		if (outcome == OUTCOME_SNOOZED)
			return;
		row.outcome = OUTCOME_OFFERED;
	}
	if (index == card->reminder) {
		row.seconds = play_seconds(plan, card, now);
		row.sides = play_sides(plan, card, now);
	}
	row.due = index == card->reminder ? card->due : its->due;
	name_copy(row.item, index == card->reminder ? card->item : item ? item->id : "");
	its->seen.us = 0;
	its->closed = false;
	record_new(plan, state, index, card->id, &row, now, ret);
	if (comes_again(plan, state, index, row.outcome, now)) {
		back_off_settle(plan, state, index, row.outcome);
		return;
	}
	if (row.outcome != OUTCOME_SNOOZED)
		its->place++;
	card_settle(plan, state, index, row.outcome, now);
	if (row.outcome != OUTCOME_SNOOZED)
		return;
	its->called |= its->due.us == 0;
	due_put_off(&plan->reminders[index], its, until);
}

void card_end(const struct plan *plan, struct state *state, enum outcome outcome,
	      struct realtime until, struct moment now, struct result *ret)
{
	const struct card card = state->card;
	int indices[CARD_MAX], count = card_reminders(&card, indices);
	for (int i = 0; i < count; i++)
		end_one(plan, state, indices[i], &card, outcome, until, now, ret);
	take_down(state, outcome, now, ret);
}

void card_leave(const struct plan *plan, struct state *state, struct moment now, struct result *ret)
{
	enum outcome outcome = play_outcome(plan, &state->card, OUTCOME_NONE, now);
	if (outcome == OUTCOME_NONE)
		card_drop(state, now, ret);
	else
		card_end(plan, state, outcome, now.real, now, ret);
}

/* When its time was over, now at the latest; possibly in an earlier boot. */
static struct moment expired(const struct plan *plan, const struct card *card, struct moment now)
{
	struct moment then = card->shown;
	usec left = realtime_since(now.real, then.real), most = plan->card_time + card->longer;
	left = left > most ? most : left > 0 ? left : 0;
	return (struct moment){ { then.boot.us + left }, { then.real.us + left } };
}

void card_expire(const struct plan *plan, struct state *state, struct moment now,
		 struct result *ret)
{
	const struct card *card = &state->card;
	if (card->shown.real.us == 0) {
		card_drop(state, now, ret);
		return;
	}
	struct moment then = card->played ? play_ended(plan, card, now) : expired(plan, card, now);
	enum outcome outcome =
		card->played ? OUTCOME_UNANSWERED : natural_outcome(plan, state, now);
	card_end(plan, state, play_outcome(plan, card, outcome, then), then.real, then, ret);
}

bool card_may_insist(const struct plan *plan, const struct state *state, int index)
{
	const struct reminder_state *its = &state->reminders[index];
	return plan->reminders[index].insist && its->asked == 1 &&
	       its->last.outcome == OUTCOME_UNANSWERED;
}

bool card_insists(const struct plan *plan, const struct state *state)
{
	if (state->card.called || busy_counts(plan, state, BUSY_CALL, state->at))
		return false;
	for (int i = 0; i < plan->count; i++)
		if (card_answers(state, i) && card_may_insist(plan, state, i))
			return true;
	return false;
}
