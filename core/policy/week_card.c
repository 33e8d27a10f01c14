/* `hours` of 08:00-20:00 do not show when the user leaves; the same day of the last week does. */
#include "core/policy/week_card.h"

#include "core/policy/due.h"

static int32_t today(const struct plan *plan, const struct state *state)
{
	return state_day(plan, state, state->at.real);
}

bool week_card(const struct plan *plan, const struct state *state)
{
	const struct card *card = &state->card;
	return card->id != 0 && !card->called && !card->played &&
	       card->reminder == due_counted(plan, state) &&
	       week_of(plan, today(plan, state)).ends == today(plan, state);
}

static int hour_last(const struct day *day)
{
	int hour = 23;
	while (hour >= 0 && day->fields[DAY_HOURS_ASKED + hour] == 0)
		hour--;
	return hour;
}

bool week_card_last(const struct plan *plan, const struct state *state, const struct day *before)
{
	const struct ranges *hours = &plan->hours;
	struct realtime now = state->at.real;
	struct realtime end = hours_next_end(hours->hours, hours->count, &state->zone, now);
	usec every = plan->reminders[state->card.reminder].every;
	int hour = hour_last(before);
	if (end.us != REALTIME_OPEN.us &&
	    realtime_since(end, now) < (every > plan->gap ? every : plan->gap))
		return true;
	return hour >= 0 && zone_civil(&state->zone, now).hour >= hour;
}
