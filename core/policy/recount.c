/* Sitting, what is due and the deck stay as they are. */
#include "core/policy/recount.h"

#include <string.h>

#include "core/policy/record.h"

void recount_add(struct recount *recount, const struct plan *plan, const struct record *row)
{
	int index = plan_find(plan, row->reminder);
	if (row->outcome == OUTCOME_NONE || (row->kind != RECORD_CARD && row->kind != RECORD_DRINK))
		return;
	if (row->kind == RECORD_DRINK)
		recount->water += row->amount;
	count_one(&recount->outcomes[row->outcome]);
	if (index < 0)
		return;
	count_one(&recount->reminders[index].outcomes[row->outcome]);
	if (record_unasked(row))
		count_one(&recount->reminders[index].unasked);
}

static void today_set(struct today *today, int32_t day, const uint16_t outcomes[OUTCOME_COUNT],
		      uint16_t unasked)
{
	if (today->day != day)
		return;
	memcpy(today->outcomes, outcomes, sizeof(today->outcomes));
	today->unasked = unasked;
}

void recount(const struct plan *plan, struct state *state, const struct event *event,
	     struct result *ret)
{
	const struct recount *counts = event->recount;
	if (!counts)
		return;
	today_set(&state->today, counts->day, counts->outcomes, 0);
	for (int i = 0; i < state->count; i++) {
		struct reminder_state *its = &state->reminders[i];
		today_set(&its->today, counts->day, counts->reminders[i].outcomes,
			  counts->reminders[i].unasked);
		if (counts->gone & UINT64_C(1) << i)
			memset(&its->last, 0, sizeof(its->last));
	}
	if (state->water.day == counts->day)
		state->water.ml = counts->water;
	if (counts->undo_gone)
		memset(&state->undo, 0, sizeof(state->undo));
}
