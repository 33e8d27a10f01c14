/*
 * An answer is about the card that is up, else about the last one for ANSWER_LATE, else about the
 * reminder itself. The state before it is kept for undo.
 */
#include "core/policy/answer.h"

#include <string.h>

#include "core/policy/card.h"
#include "core/policy/deck.h"
#include "core/policy/due.h"
#include "core/policy/ledger.h"
#include "core/policy/play.h"
#include "core/policy/presence.h"
#include "core/policy/undo.h"
#include "core/policy/water.h"

/* Whether a reminder's last row is of a card that can still be answered. */
static bool answerable(const struct record *last, struct moment now)
{
	usec ago = realtime_since(now.real, last->ended);
	return last->sequence != 0 && last->shown.us != 0 && last->outcome != OUTCOME_NONE &&
	       ago <= ANSWER_LATE && ago >= -ANSWER_LATE; /* before now: the clock was set */
}

/* The later row; of rows of one card that of its main reminder, which is booked first. */
static bool later_row(const struct record *row, const struct record *other)
{
	if (row->ended.us != other->ended.us)
		return row->ended.us > other->ended.us;
	return row->sequence < other->sequence;
}

/* The reminder whose card ended last and can still be answered, -1 for none. */
static int last_card(const struct state *state, int index, struct moment now)
{
	int found = -1;
	for (int i = 0; i < state->count; i++) {
		const struct record *last = &state->reminders[i].last;
		if ((index != REMINDER_ANY && i != index) || !answerable(last, now))
			continue;
		if (found < 0 || later_row(last, &state->reminders[found].last))
			found = i;
	}
	return found;
}

static void answer_up(const struct plan *plan, struct state *state, enum outcome outcome,
		      struct moment now, struct result *ret)
{
	undo_keep_card(state, UNDO_ANSWER);
	ret->reminder = state->card.reminder;
	card_end(plan, state, outcome, now.real, now, ret);
}

/* What an answer leaves of the ledger that its card had. */
static usec ledger_left(enum outcome outcome, usec had)
{
	return outcome == OUTCOME_SNOOZED ? had : outcome == OUTCOME_PARTLY ? had / 2 : 0;
}

/* Half of what the card had, and what was sat since. If the user was away since, the half is
 * already cleared: only what was sat since counts. */
static struct ledger ledger_halved(const struct plan *plan, const struct state *state, int index,
				   const struct record *last, struct moment now)
{
	const struct reminder_state *its = &state->reminders[index];
	const struct presence *presence = &state->presence;
	usec every = plan->reminders[index].every;
	usec amount = ledger_read(&its->ledger, every, plan, presence, now.boot);
	bool away = presence_away(presence, plan, now.boot) ||
		    moment_real_of(now, presence->sitting_since).us > last->ended.us;
	if (!away)
		amount += ledger_left(OUTCOME_PARTLY, its->had) -
			  ledger_left(last->outcome, its->had);
	return (struct ledger){ amount < every ? amount : every, now.boot };
}

static void amend_one(const struct plan *plan, struct state *state, int index, enum outcome outcome,
		      struct moment now, struct result *ret)
{
	const struct record last = state->reminders[index].last;
	struct reminder_state *its = &state->reminders[index];
	record_amend(plan, state, index, &last, outcome, now, ret);
	struct ledger halved = ledger_halved(plan, state, index, &last, now);
	/* The ledger began again when the card was closed: a later skip keeps it. */
	if (outcome != OUTCOME_SKIPPED || last.outcome == OUTCOME_SNOOZED)
		card_settle(plan, state, index, outcome, now);
	else
		due_forget(its);
	if (outcome == OUTCOME_PARTLY)
		its->ledger = halved;
	/* A snooze does not move the deck on; this answer does. */
	if (last.outcome == OUTCOME_SNOOZED)
		its->place++;
}

/* The reminders whose last row is of the same card, `index` first; without riders, which are
 * answered one by one. */
static int same_card(const struct state *state, int index, int ret[CARD_MAX])
{
	const struct record *last = &state->reminders[index].last;
	int count = 0;
	ret[count++] = index;
	if (last->outcome == OUTCOME_OFFERED)
		return count;
	for (int i = 0; i < state->count && count < CARD_MAX; i++)
		if (i != index && state->reminders[i].last.shown.us == last->shown.us &&
		    state->reminders[i].last.outcome == last->outcome)
			ret[count++] = i;
	return count;
}

static void answer_late(const struct plan *plan, struct state *state, int index,
			enum outcome outcome, struct moment now, struct result *ret)
{
	int indices[CARD_MAX], count = same_card(state, index, indices);
	undo_keep_all(state, UNDO_ANSWER, indices, count);
	ret->reminder = index;
	for (int i = 0; i < count; i++)
		amend_one(plan, state, indices[i], outcome, now, ret);
}

/* The reminder that a `done` without a name and without a card is booked for: the first of sitting
 * that is on, else the first that is on. */
static int first_on(const struct plan *plan)
{
	int found = -1;
	for (int i = 0; i < plan->count; i++) {
		const struct reminder *reminder = &plan->reminders[i];
		if (!reminder->enabled || reminder->with >= 0 || reminder->on == ON_STANDING)
			continue;
		if (reminder->trigger == TRIGGER_SITTING)
			return i;
		if (found < 0)
			found = i;
	}
	return found;
}

/* An outcome without a card. */
static void answer_unasked(const struct plan *plan, struct state *state, int index,
			   struct record row, struct moment now, struct result *ret)
{
	const struct item *item = deck_item(plan, state, index);
	row.due = state->reminders[index].due;
	undo_keep(state, UNDO_ANSWER, index);
	ret->reminder = index;
	record_new(plan, state, index, 0, &row, now, ret);
	card_settle(plan, state, index, row.outcome, now);
	/* Another item than the next one does not move the deck on. */
	if (!item || strcmp(item->id, row.item) == 0)
		state->reminders[index].place++;
	/* A rider that was answered by name is not booked with its host again. */
	state->card.riders &= ~(UINT64_C(1) << index);
}

static void done_unasked(const struct plan *plan, struct state *state, int index, struct moment now,
			 struct result *ret)
{
	const struct item *item = deck_item(plan, state, index);
	struct record row = { .outcome = OUTCOME_DONE };
	name_copy(row.item, item ? item->id : "");
	answer_unasked(plan, state, index, row, now, ret);
}

int answer_owner(const struct plan *plan, const struct state *state, const char *id)
{
	for (int i = 0; i < plan->count; i++) {
		const struct item *item = deck_item(plan, state, i);
		if (plan->reminders[i].enabled && item && strcmp(item->id, id) == 0)
			return i;
	}
	for (int i = 0; i < plan->count; i++)
		if (plan->reminders[i].enabled && deck_has(plan, i, id))
			return i;
	return REMINDER_ANY;
}

/* An item in no deck was played: there is no row for it, but its time was not sat. */
static void not_sat(const struct plan *plan, struct state *state, int32_t seconds,
		    struct moment now)
{
	usec length = seconds * USEC_PER_SEC;
	if (state->presence.absences == 0)
		presence_correct(plan, state, length < USEC_PER_DAY ? -length : -USEC_PER_DAY, now);
}

void answer_played_elsewhere(const struct plan *plan, struct state *state,
			     const struct event *event, struct result *ret)
{
	struct card *card = &state->card;
	struct record row = { .outcome = event->played_elsewhere.outcome,
			      .seconds = event->played_elsewhere.seconds,
			      .sides = event->played_elsewhere.sides };
	if (card->id != 0 && strcmp(card->item, event->played_elsewhere.item) == 0) {
		card->played = true;
		card->play =
			(struct play){ .spent = row.seconds * USEC_PER_SEC, .sides = row.sides };
		answer_up(plan, state, row.outcome, event->now, ret);
		return;
	}
	int index = answer_owner(plan, state, event->played_elsewhere.item);
	if (index == REMINDER_ANY) {
		not_sat(plan, state, row.seconds, event->now);
		ret->answer = ANSWER_IN_NO_DECK;
		return;
	}
	name_copy(row.item, event->played_elsewhere.item);
	answer_unasked(plan, state, index, row, event->now, ret);
}

void answer_card(const struct plan *plan, struct state *state, const struct event *event,
		 struct result *ret)
{
	int index = event->answer.reminder;
	enum outcome outcome = event->answer.outcome;
	if (card_is_meant(state, event->answer.card, index)) {
		answer_up(plan, state, outcome, event->now, ret);
		return;
	}
	int last = event->answer.card ? -1 : last_card(state, index, event->now);
	if (last >= 0 &&
	    (outcome != OUTCOME_DONE || state->reminders[last].last.outcome != OUTCOME_DONE)) {
		answer_late(plan, state, last, outcome, event->now, ret);
		return;
	}
	if (event->answer.card != 0 || outcome != OUTCOME_DONE) {
		ret->answer = ANSWER_NO_CARD;
		return;
	}
	/* A second `done` books a second row. */
	if (last >= 0)
		index = last;
	else if (index == REMINDER_ANY)
		index = first_on(plan);
	if (index < 0)
		ret->answer = ANSWER_NO_REMINDER;
	else
		done_unasked(plan, state, index, event->now, ret);
}

/* Whether a drink answers the last row: of a card of this day that is no drink yet. */
static bool drink_answers(const struct plan *plan, const struct state *state, int index,
			  struct moment now)
{
	const struct record *last = &state->reminders[index].last;
	return answerable(last, now) && last->kind != RECORD_DRINK &&
	       last->day == state_day(plan, state, now.real);
}

void answer_drink(const struct plan *plan, struct state *state, const struct event *event,
		  struct result *ret)
{
	struct moment now = event->now;
	int index = plan_find(plan, WATER_REMINDER);
	if (index < 0) {
		ret->answer = ANSWER_NO_REMINDER;
		return;
	}
	if (card_is_meant(state, 0, index))
		answer_up(plan, state, OUTCOME_DONE, now, ret);
	else if (drink_answers(plan, state, index, now))
		answer_late(plan, state, index, OUTCOME_DONE, now, ret);
	else
		done_unasked(plan, state, index, now, ret);
	ret->reminder = index;
	record_drink(plan, state, index, event->drink, now, ret);
}

void answer_closed(const struct plan *plan, struct state *state, const struct event *event,
		   struct result *ret)
{
	int indices[CARD_MAX], count = card_reminders(&state->card, indices);
	if (!card_is(state, event->card))
		return;
	answer_up(plan, state, play_outcome(plan, &state->card, OUTCOME_SKIPPED, event->now),
		  event->now, ret);
	for (int i = 0; i < count; i++)
		state->reminders[indices[i]].closed = true;
}
