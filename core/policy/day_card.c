/* They are recognised by item and time, so that an own reminder of the same kind is merged, too,
 * and one that has only `say` never is. */
#include "core/policy/day_card.h"

#include "core/policy/deck.h"
#include "core/policy/due.h"

bool is_check_in(const struct plan *plan, const struct state *state, int index)
{
	if (plan->reminders[index].trigger != TRIGGER_AT)
		return false;
	const struct item *item = deck_item(plan, state, index);
	return item && item->kind == KIND_CHECK_IN;
}

/* An item, at a time from EVENING_STARTS to midnight. */
static bool is_of_evening(const struct plan *plan, const struct state *state, int index,
			  struct realtime at)
{
	return plan->reminders[index].trigger == TRIGGER_AT && deck_item(plan, state, index) &&
	       zone_civil(&state->zone, at).hour >= EVENING_STARTS;
}

bool day_card_shared(const struct plan *plan, const struct state *state, int a, struct realtime at,
		     int b, struct realtime bt)
{
	const struct zone *zone = &state->zone;
	if (zone_day(zone, at, plan->day_starts) != zone_day(zone, bt, plan->day_starts))
		return false;
	return (is_check_in(plan, state, a) && is_check_in(plan, state, b)) ||
	       (is_of_evening(plan, state, a, at) && is_of_evening(plan, state, b, bt));
}

struct realtime day_card_first(const struct plan *plan, const struct state *state, int index,
			       struct realtime next, struct moment now)
{
	struct realtime first = next;
	for (int i = 0; i < plan->count && plan->reminders[index].trigger == TRIGGER_AT; i++) {
		if (i == index || plan->reminders[i].trigger != TRIGGER_AT ||
		    plan->reminders[i].with >= 0)
			continue;
		struct realtime other = due_next(plan, state, i, now);
		if (other.us < first.us && day_card_shared(plan, state, index, next, i, other))
			first = other;
	}
	return first;
}

/* Whether it fell due in an absence of more than a day. */
static bool is_overdue(const struct plan *plan, const struct state *state, int index,
		       struct realtime due)
{
	return is_check_in(plan, state, index) && due.us != 0 &&
	       due.us < state->presence.long_back.us;
}

/* Whether reminder `a` is overdue, and longer than `b`. */
static bool is_before(const struct plan *plan, const struct state *state, int a, int b)
{
	struct realtime due = state->reminders[a].due, other = state->reminders[b].due;
	return (due.us < other.us || (due.us == other.us && a < b)) &&
	       !state->reminders[a].snoozed && is_overdue(plan, state, a, due);
}

/* Whether it was overdue, and shown on this day. */
static bool was_shown(const struct plan *plan, const struct state *state, int index, int32_t day)
{
	const struct record *last = &state->reminders[index].last;
	return last->shown.us != 0 && is_overdue(plan, state, index, last->due) &&
	       state_day(plan, state, last->shown) == day;
}

bool day_card_waits(const struct plan *plan, const struct state *state, int index,
		    struct moment now)
{
	const struct reminder_state *its = &state->reminders[index];
	int32_t today = state_day(plan, state, now.real);
	if (!is_overdue(plan, state, index, its->due) || its->snoozed)
		return false;
	for (int i = 0; i < plan->count; i++)
		if (i != index &&
		    (is_before(plan, state, i, index) || was_shown(plan, state, i, today)))
			return true;
	return false;
}
