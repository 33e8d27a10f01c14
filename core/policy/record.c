/*
 * A row is never changed: a later outcome is a higher revision of the same sequence. The counts of
 * today are updated with the rows, so that they agree after a late answer or an undo.
 */
#include "core/policy/record.h"

#include <string.h>

#include "core/policy/due.h"
#include "core/policy/ledger.h"
#include "core/policy/water.h"

bool result_room(const struct result *ret)
{
	return ret->count <= ACTIONS_MAX - ACTIONS_OF_ONE;
}

struct action *result_add(struct result *ret, enum action_kind kind)
{
	struct action *action = &ret->actions[ret->count++];
	memset(action, 0, sizeof(*action));
	action->kind = kind;
	return action;
}

void name_copy(char to[NAME_SIZE], const char *from)
{
	size_t length = strlen(from);
	memset(to, 0, NAME_SIZE);
	memcpy(to, from, length < NAME_SIZE ? length : NAME_SIZE - 1);
}

/* Begin the counts of a new day, of all reminders and of one. */
static void today_turn(const struct plan *plan, struct state *state, int index, struct moment now)
{
	int32_t day = state_day(plan, state, now.real);
	state->today = state_today(&state->today, day);
	state->reminders[index].today = state_today(&state->reminders[index].today, day);
}

static void today_count(struct today *today, enum outcome outcome, int by)
{
	int sum = today->outcomes[outcome] + by;
	if (outcome != OUTCOME_NONE && sum >= 0 && sum <= UINT16_MAX)
		today->outcomes[outcome] = (uint16_t)sum;
}

bool record_unasked(const struct record *row)
{
	return row->shown.us == 0 &&
	       (row->outcome == OUTCOME_DONE || row->outcome == OUTCOME_PARTLY);
}

void count_one(uint16_t *count)
{
	if (*count < UINT16_MAX)
		(*count)++;
}

static void take_one(uint16_t *count)
{
	if (*count > 0)
		(*count)--;
}

static void book(struct state *state, int index, uint64_t card, const struct record *row,
		 struct result *ret)
{
	state->reminders[index].last = *row;
	struct action *action = result_add(ret, ACTION_RECORD);
	action->record = *row;
	action->card_id = card;
}

/* The clock may have been set back meanwhile: no row begins after its end. */
static void end_after(struct record *row)
{
	if (row->shown.us > row->ended.us)
		row->shown = row->ended;
	if (row->due.us > row->ended.us)
		row->due = row->ended;
}

void record_number(const struct plan *plan, struct state *state, struct record *row)
{
	row->sequence = state->next_sequence++;
	row->revision = 1;
	row->day = state_day(plan, state, row->ended);
	row->zone = zone_offset(&state->zone, row->ended);
	end_after(row);
}

void record_new(const struct plan *plan, struct state *state, int index, uint64_t card,
		const struct record *row, struct moment now, struct result *ret)
{
	struct record new = *row;
	new.ended = now.real;
	record_number(plan, state, &new);
	name_copy(new.reminder, plan->reminders[index].name);
	water_fill(plan, index, &new);
	water_count(plan, state, new.amount, now);
	today_turn(plan, state, index, now);
	today_count(&state->today, new.outcome, 1);
	today_count(&state->reminders[index].today, new.outcome, 1);
	if (record_unasked(&new))
		count_one(&state->reminders[index].today.unasked);
	state->reminders[index].had =
		ledger_read(&state->reminders[index].ledger, plan->reminders[index].every, plan,
			    &state->presence, now.boot);
	book(state, index, card, &new, ret);
}

void record_replaced(const struct plan *plan, struct state *state, const struct record *row,
		     struct moment now, struct result *ret)
{
	const struct card *card = &state->card;
	struct action *action = result_add(ret, ACTION_RECORD);
	action->card_id = card->id;
	action->record = *row;
	action->record.due = card->due;
	action->record.shown = card->shown.real;
	action->record.ended = now.real;
	record_number(plan, state, &action->record);
	name_copy(action->record.reminder, plan->reminders[card->reminder].name);
	name_copy(action->record.item, card->item);
}

void record_span(const struct plan *plan, struct state *state, const struct record *row,
		 struct result *ret)
{
	struct record new = *row;
	record_number(plan, state, &new);
	record_row(&new, ret);
}

void record_row(const struct record *row, struct result *ret)
{
	result_add(ret, ACTION_ROW)->record = *row;
}

void record_outcome(const struct plan *plan, int index, struct record *row, enum outcome outcome)
{
	if (row->outcome != OUTCOME_DONE)
		row->kind = RECORD_CARD; /* its amount is none, or half of one */
	row->outcome = outcome;
	water_fill(plan, index, row);
}

void record_amend(const struct plan *plan, struct state *state, int index, const struct record *row,
		  enum outcome outcome, struct moment now, struct result *ret)
{
	struct record new = *row;
	int32_t day = state_day(plan, state, now.real);
	bool of_today = state_day(plan, state, row->ended) == day;
	new.revision++;
	record_outcome(plan, index, &new, outcome);
	if (of_today) {
		water_count(plan, state, new.amount - row->amount, now);
		today_turn(plan, state, index, now);
		today_count(&state->today, row->outcome, -1);
		today_count(&state->reminders[index].today, row->outcome, -1);
		today_count(&state->today, outcome, 1);
		today_count(&state->reminders[index].today, outcome, 1);
		if (record_unasked(row))
			take_one(&state->reminders[index].today.unasked);
		if (record_unasked(&new))
			count_one(&state->reminders[index].today.unasked);
	}
	book(state, index, 0, &new, ret);
}

void record_drink(const struct plan *plan, struct state *state, int index, int32_t ml,
		  struct moment now, struct result *ret)
{
	struct record *last = &state->reminders[index].last;
	for (int i = 0; i < ret->count; i++) {
		struct action *action = &ret->actions[i];
		if (action->kind != ACTION_RECORD || action->record.sequence != last->sequence)
			continue;
		if (last->day == state_day(plan, state, now.real))
			water_count(plan, state, ml - last->amount, now);
		last->kind = RECORD_DRINK;
		last->amount = ml;
		action->record = *last;
	}
}

/* What a row adds to the counts of today, or with `by` -1 takes from them. */
static void row_count(const struct plan *plan, struct state *state, int index,
		      const struct record *row, int by, struct moment now)
{
	if (row->kind == RECORD_DRINK && row->outcome != OUTCOME_NONE)
		water_count(plan, state, by * row->amount, now);
	today_count(&state->today, row->outcome, by);
	if (index < 0)
		return;
	struct today *its = &state->reminders[index].today;
	today_count(its, row->outcome, by);
	if (record_unasked(row))
		(by > 0 ? count_one : take_one)(&its->unasked);
}

void record_replace(const struct plan *plan, struct state *state, const struct record *was,
		    const struct record *row, struct moment now, struct result *ret)
{
	struct record new = *row;
	int index = plan_find(plan, row->reminder);
	bool card = row->kind == RECORD_CARD || row->kind == RECORD_DRINK;
	new.revision = was->revision + 1;
	if (card && was->day == state_day(plan, state, now.real)) {
		if (index >= 0)
			today_turn(plan, state, index, now);
		row_count(plan, state, index, was, -1, now);
		row_count(plan, state, index, row, 1, now);
	}
	if (card && index >= 0 && state->reminders[index].last.sequence == row->sequence)
		state->reminders[index].last = new;
	record_row(&new, ret);
	ret->actions[ret->count - 1].kind = card ? ACTION_RECORD : ACTION_ROW;
}

/* Whether it was shown before on this day for the same due, and is counted. */
static bool was_seen(const struct plan *plan, const struct state *state, struct realtime seen,
		     struct moment now)
{
	return seen.us != 0 && state_day(plan, state, seen) == state_day(plan, state, now.real);
}

void record_seen(const struct plan *plan, struct state *state, int index, bool first,
		 struct moment now)
{
	struct reminder_state *its = &state->reminders[index];
	bool called = state->card.called || its->called;
	today_turn(plan, state, index, now);
	if (was_seen(plan, state, its->seen, now))
		return;
	count_one(&its->today.cards);
	if (called)
		count_one(&its->today.called);
	if (!first)
		return;
	count_one(&state->today.cards);
	if (plan_capped(plan, index) && !called)
		count_one(&state->today.every);
}

void record_unseen(const struct plan *plan, struct state *state, int index, bool first, bool called,
		   struct realtime shown, struct moment now)
{
	struct today *today = &state->reminders[index].today;
	int32_t day = state_day(plan, state, now.real);
	if (state_day(plan, state, shown) != day)
		return;
	today_turn(plan, state, index, now);
	take_one(&today->cards);
	if (called)
		take_one(&today->called);
	if (!first)
		return;
	take_one(&state->today.cards);
	if (plan_capped(plan, index) && !called)
		take_one(&state->today.every);
}
