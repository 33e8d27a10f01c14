/*
 * A new row is of no reminder. Of a changed one that was a card the counts of today change, and
 * nothing else: the sitting and when a card is due are of the past. A row of the diary that is
 * taken back keeps nothing of what it was about.
 */
#include "core/policy/book.h"

#include <string.h>

#include "core/policy/record.h"

static struct record emptied(const struct record *row)
{
	return (struct record){ .kind = row->kind,
				.sequence = row->sequence,
				.ended = row->ended,
				.day = row->day,
				.zone = row->zone };
}

/* The amount follows from another outcome, unless it was given as well. */
static void fit_outcome(const struct plan *plan, const struct record *before, struct record *row)
{
	bool card = row->kind == RECORD_CARD || row->kind == RECORD_DRINK;
	int index = plan_find(plan, row->reminder);
	struct record fit = *before;
	if (!card || index < 0 || row->outcome == before->outcome || row->outcome == OUTCOME_NONE)
		return;
	record_outcome(plan, index, &fit, row->outcome);
	row->kind = fit.kind;
	if (row->amount == before->amount || fit.kind != RECORD_DRINK)
		row->amount = fit.amount;
}

void book_row(const struct plan *plan, struct state *state, const struct event *event,
	      struct result *ret)
{
	struct record row = event->book.row, before = event->book.before;
	bool diary = row.kind == RECORD_CRAMP || row.kind == RECORD_SCORE;
	memset(&state->undo, 0, sizeof(state->undo));
	state->undo.kind = diary ? UNDO_BOOK : UNDO_AMEND;
	if (diary && row.outcome == OUTCOME_NONE)
		row = emptied(&row);
	if (row.sequence == 0) {
		record_number(plan, state, &row);
		before = emptied(&row);
		record_row(&row, ret);
	} else {
		fit_outcome(plan, &before, &row);
		record_replace(plan, state, &before, &row, event->now, ret);
	}
	row.revision = ret->actions[ret->count - 1].record.revision;
	before.revision = row.revision + 1;
	state->undo.row = before;
	state->undo.was = row;
}

void book_seen(const struct plan *plan, struct state *state, const struct event *event,
	       struct result *ret)
{
	state->seen = event->now.real;
	state->seen_row = state->next_sequence;
}
