/* One reason for an absence begins or is gone; presence.c has the set of them. */
#include "core/policy/absence.h"

#include "core/policy/card.h"
#include "core/policy/chair.h"
#include "core/policy/fall.h"
#include "core/policy/good.h"
#include "core/policy/natural.h"
#include "core/policy/presence.h"
#include "core/policy/welcome.h"

void absence_begin(const struct plan *plan, struct state *state, const struct event *event,
		   struct result *ret)
{
	struct moment now = event->now;
	if (event->absent.why & ABSENT_ASLEEP)
		state->presence.asleep_since = now.boot;
	if (event->absent.why & ABSENT_LOCKED)
		state->presence.keys_since.us = state->presence.idle ? 0 : now.boot.us;
	if (event->absent.why & ABSENT_IDLE)
		state->presence.keys_since.us = 0;
	if (event->absent.why & ABSENT_IDLE)
		presence_idle(state, event->absent.since, now);
	if (event->absent.why & ~(uint32_t)ABSENT_IDLE)
		presence_absent(state, event->absent.why & ~(uint32_t)ABSENT_IDLE,
				event->absent.since, now);
	if (event->absent.why & ABSENT_WORKOUT)
		state->presence.workout = now.real;
	/* Take the card off a locked screen: its reminder stays due, or is answered by getting up.
	 */
	if (event->absent.why & (ABSENT_LOCKED | ABSENT_ASLEEP)) {
		card_take_away(plan, state, now, ret);
		welcome_leave(state, ret);
	}
	if (event->absent.why == ABSENT_STANDING)
		presence_stand(plan, state, event->absent.length, now);
}

/* The end of one of these proves that the machine is awake. */
static const uint32_t not_asleep = ABSENT_LOCKED | ABSENT_BY_HAND | ABSENT_STANDING;

static const uint32_t by_hand = ABSENT_BY_HAND | ABSENT_WORKOUT;

/* Called before the absence ends: a sleeping machine could not book it at its time. */
static void book_absence(const struct plan *plan, struct state *state, const struct event *event,
			 struct result *ret)
{
	bool key = event->present & ABSENT_IDLE && state->input;
	state->card.rested |= key && natural_rested(plan, state, event->now);
	for (int i = 0; i < plan->count && result_room(ret); i++) {
		fall_natural(plan, state, i, event->now, ret);
		fall_natural_late(plan, state, i, event->now, ret);
		if (key)
			fall_perhaps_late(plan, state, i, event->now, ret);
	}
}

/* `limber away` ends with a key, an unlock or a wake, but not with the loss of the source of input.
 */
static uint32_t ends_by_hand(const struct state *state, uint32_t gone)
{
	const struct presence *presence = &state->presence;
	bool key = state->input && presence->idle && gone & ABSENT_IDLE;
	gone &= presence->absences & (ABSENT_LOCKED | ABSENT_ASLEEP);
	return key || gone != 0 ? ABSENT_BY_HAND : 0;
}

void absence_end(const struct plan *plan, struct state *state, const struct event *event,
		 struct result *ret)
{
	if (event->present == ABSENT_WORKOUT && !(state->presence.absences & ABSENT_WORKOUT) &&
	    !presence_works_out(state, event->now)) {
		ret->answer = ANSWER_NO_WORKOUT;
		return;
	}
	bool was_idle = state->presence.idle;
	book_absence(plan, state, event, ret);
	usec length = boottime_since(event->now.boot, state->presence.absent_since);
	uint32_t over = (uint32_t)event->present;
	if (over & ABSENT_WORKOUT)
		state->presence.workout.us = 0;
	over |= ends_by_hand(state, over);
	if (over & not_asleep)
		over |= ABSENT_ASLEEP;
	if (presence_stood(plan, state, over, event->now))
		over |= ABSENT_STANDING;
	/* `limber back` ends `away` and a workout, whichever was named. */
	if (over & by_hand)
		over |= by_hand;
	uint32_t gone = state->presence.absences & over;
	presence_present(plan, state, over, event->now);
	if ((over & ABSENT_IDLE) ? state->input : gone != 0)
		chair_key(state, event->now);
	if (over & ABSENT_IDLE)
		state->presence.keys_since = event->now.boot;
	/* The absence was too short to count. */
	if ((gone != 0 || was_idle) && state->presence.absences == 0 &&
	    state->presence.sitting_since.us != event->now.boot.us)
		good_note(state, gone & ABSENT_LOCKED ? GOOD_UNLOCK : GOOD_BACK, event->now);
	if (gone & ABSENT_LOCKED)
		fall_on_occasion(plan, state, ON_UNLOCK, length, event->now);
	if (gone & ABSENT_ASLEEP)
		fall_on_occasion(plan, state, ON_WAKE, length, event->now);
}
