/* First the reminders that are merged, then the riders of these. */
#include "core/policy/merge.h"

#include "core/model/card.h"
#include "core/policy/day_card.h"
#include "core/policy/due.h"
#include "core/policy/hold.h"
#include "core/policy/rules.h"

/* Holds that keep a reminder from a card of its own, but not from another's. */
static const uint64_t lifted =
	UINT64_C(1) << HOLD_GAP | UINT64_C(1) << HOLD_FIRST_WEEK | UINT64_C(1) << HOLD_HOUR |
	UINT64_C(1) << HOLD_SPREAD | UINT64_C(1) << HOLD_SOON | UINT64_C(1) << HOLD_CAP |
	UINT64_C(1) << HOLD_WAITING | UINT64_C(1) << HOLD_CARD_UP | UINT64_C(1) << HOLD_CHAIR;

/* Whether only holds of that set remain. */
static bool may_join(const struct plan *plan, const struct state *state, int index,
		     struct moment now)
{
	struct hold holds[HOLDS_MAX];
	int count = holds_of(plan, state, index, now, holds);
	for (int i = 0; i < count; i++)
		if (!(lifted & UINT64_C(1) << holds[i].kind))
			return false;
	return true;
}

static bool rides(const struct plan *plan, const struct state *state, int index)
{
	int host = plan->reminders[index].with;
	return host >= 0 && card_answers(state, host) && state->reminders[index].due.us != 0;
}

/* Whether it is due, or an `every` that is due soon. A calendar time is merged early only with
 * another calendar time, and by hours onto a card of the day; it is handled then. */
static bool merges(const struct plan *plan, struct state *state, int index, struct moment now)
{
	const struct reminder *reminder = &plan->reminders[index];
	struct reminder_state *its = &state->reminders[index];
	struct realtime next = due_next(plan, state, index, now);
	bool of_times = plan->reminders[state->card.reminder].trigger == TRIGGER_AT;
	bool soon = realtime_since(next, now.real) <= MERGE_WITHIN;
	if (reminder->with >= 0 || next.us == REALTIME_OPEN.us)
		return false;
	if (!soon && !day_card_shared(plan, state, state->card.reminder, now.real, index, next))
		return false;
	if (reminder->trigger != TRIGGER_AT || its->due.us != 0)
		return true;
	if (!of_times)
		return false;
	its->due = next;
	its->valid_until.us = next.us + reminder->valid;
	its->planned = next;
	return true;
}

static int count_bits(uint64_t bits)
{
	int count = 0;
	for (; bits != 0; bits &= bits - 1)
		count++;
	return count;
}

/* Whether a reminder may be merged onto the card. */
static bool joins(const struct plan *plan, const struct state *state, int index, struct moment now)
{
	const struct card *card = &state->card;
	return plan->reminders[index].enabled && !card_has(state, index) &&
	       1 + count_bits(card->merged | card->riders) < CARD_MAX &&
	       may_join(plan, state, index, now);
}

void merge_onto(const struct plan *plan, struct state *state, struct moment now)
{
	struct card *card = &state->card;
	for (int i = 0; i < plan->count; i++)
		if (joins(plan, state, i, now) && merges(plan, state, i, now))
			card->merged |= UINT64_C(1) << i;
	for (int i = 0; i < plan->count; i++)
		if (joins(plan, state, i, now) && rides(plan, state, i))
			card->riders |= UINT64_C(1) << i;
}
