/* The planner itself is asked: rules about hours, quiet, gaps, health and days are many. */
#include "core/foresee/rings.h"

#include "core/foresee/typical.h"
#include "core/policy/deck.h"
#include "core/policy/due.h"

static void rings_note(struct replay *replay, const struct event *event,
		       const struct result *result, void *user)
{
	const struct card *card = &replay->state.card;
	uint64_t *rang = user;
	if (event->kind != EVENT_SHOWN || card->id != event->card || card->reminder < 0)
		return;
	*rang |= UINT64_C(1) << card->reminder | card->merged | card->riders;
}

/* Whether a calendar time of it was in the days that were played. */
static bool had_time(const struct replay *replay, int index, struct realtime from)
{
	return replay->plan->reminders[index].trigger == TRIGGER_AT &&
	       due_time_after(replay->plan, &replay->state, index, from).us < replay->now.real.us;
}

/* It comes after the days that were played: at a later time, or when its occasion, or the health
 * fact that it is for, does. */
static bool comes_later(const struct replay *replay, int index)
{
	const struct plan *plan = replay->plan;
	const struct reminder *reminder = &plan->reminders[index];
	struct realtime next = due_next(plan, &replay->state, index, replay->now);
	if (reminder->trigger == TRIGGER_ON ||
	    (reminder->days.given && next.us == REALTIME_OPEN.us))
		return true;
	return reminder->trigger == TRIGGER_AT && next.us != REALTIME_OPEN.us &&
	       !due_in_vain(plan, &replay->state, index, replay->now);
}

uint64_t rings_of(const struct plan *plan, const struct zone *zone, struct realtime now)
{
	const struct habits habits = { .lunch = LUNCH_TYPICAL };
	uint64_t rang = 0;
	struct replay replay = { .plan = plan, .stepped = rings_note, .user = &rang };
	struct realtime until = { now.us + RINGS_DAYS * USEC_PER_DAY };
	replay.now = (struct moment){ { USEC_PER_HOUR }, now };
	replay_begin(&replay, zone);
	typical_begin(&replay);
	typical_play(&replay, &habits, until);
	for (int i = 0; i < plan->count; i++) {
		bool later = !had_time(&replay, i, now) && comes_later(&replay, i) &&
			     !deck_is_barred(plan, &replay.state, i);
		if (plan->reminders[i].enabled && later)
			rang |= UINT64_C(1) << i;
	}
	return rang;
}
