/* The card that is up ends with the process, or with the plan that has its reminder. */
#include "core/policy/refit.h"

#include <string.h>

#include "core/policy/card.h"
#include "core/policy/due.h"
#include "core/policy/fall.h"
#include "core/policy/jump.h"
#include "core/policy/play.h"
#include "core/policy/welcome.h"

/* The card of an earlier process is gone. It is ended before the boot times are moved, in those it
 * has; one that was played is booked by what was played when the state was saved. */
void refit_start(const struct plan *plan, struct state *state, const struct event *event,
		 struct result *ret)
{
	if (state->card.played)
		card_leave(plan, state, event->start.saved, ret);
	else if (state->card.id != 0)
		card_expire(plan, state, event->now, ret);
	jump_start(plan, state, event);
	welcome_start(state, event);
	if (!event->start.same_boot)
		fall_on_occasion(plan, state, ON_LOGIN, LENGTH_MAX, event->now);
}

void refit_stop(const struct plan *plan, struct state *state, const struct event *event,
		struct result *ret)
{
	card_take_away(plan, state, event->now, ret);
	welcome_leave(state, ret);
	jump_stop(plan, state, event->now);
}

/* Whether the plan still has a reminder, switched on. */
static bool has(const struct plan *plan, const char *name)
{
	int index = plan_find(plan, name);
	return index >= 0 && plan->reminders[index].enabled;
}

void refit_plan(const struct plan *plan, struct state *state, const struct event *event,
		struct result *ret)
{
	struct moment now = event->now;
	/* Only the old plan has the steps that were played. */
	if (state->card.played && event->old && !play_goes_on(plan, state))
		card_leave(event->old, state, now, ret);
	if (state->card.id != 0 && !has(plan, state->reminders[state->card.reminder].name))
		card_drop(state, now, ret);
	state_adopt(state, plan, now);
	for (int i = 0; i < state->count; i++) {
		struct reminder_state *its = &state->reminders[i];
		/* A new time that has already passed today is skipped. */
		if (its->planned.us < now.real.us)
			its->planned = now.real;
		/* Its due and its ledger are of the old trigger. */
		if (its->trigger != (uint8_t)plan->reminders[i].trigger) {
			due_forget(its);
			its->ledger = (struct ledger){ 0, now.boot };
			its->trigger = (uint8_t)plan->reminders[i].trigger;
		}
	}
}

/*
 * After a flight west the wall clock shows the same evening again: a reminder whose card was seen
 * is not repeated for SEEN_LASTS, one that was passed over unseen is. After a flight east, the
 * skipped times fall due. A new table of the same zone moves nothing.
 */
void refit_zone(const struct plan *plan, struct state *state, const struct event *event,
		struct result *ret)
{
	bool moved = strcmp(event->zone->name, state->zone.name) != 0;
	for (int i = 0; moved && i < state->count; i++) {
		struct reminder_state *its = &state->reminders[i];
		int32_t east = zone_offset(event->zone, its->planned) -
			       zone_offset(&state->zone, its->planned);
		usec west = -east * USEC_PER_SEC;
		its->planned.us += west;
		its->mark.us += its->mark.us != 0 ? west : 0;
		if (west > 0 && result_room(ret))
			fall_again(plan, state, i, west, event->now, ret);
	}
	state->zone = *event->zone;
	memset(&state->foresight, 0, sizeof(state->foresight));
}
