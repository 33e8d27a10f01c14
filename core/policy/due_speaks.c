/*
 * When the card of a reminder is expected: its due, moved to the end of the holds that can be
 * foreseen.
 */
#include "core/policy/deck.h"
#include "core/policy/due.h"

#include "core/model/card.h"
#include "core/policy/busy.h"
#include "core/policy/chair.h"
#include "core/policy/day_card.h"
#include "core/policy/gap.h"
#include "core/policy/rules.h"
#include "core/policy/work.h"

/* Move `real` to the end of the holds that can be foreseen. */
static struct realtime put_off(const struct plan *plan, const struct state *state, int index,
			       struct realtime real, struct moment now)
{
	const struct reminder_state *its = &state->reminders[index];
	real = realtime_max(real, state->paused_until);
	real = realtime_max(real, its->snoozed_until);
	struct gap gaps[GAPS_MAX];
	int count = gaps_of(plan, state, index, now, gaps);
	for (int i = 0; i < count; i++)
		real = realtime_max(real, gaps[i].ends);
	if (!its->snoozed &&
	    (due_capped(plan, state, index, now) || due_had_most(plan, state, index, now)))
		real = realtime_max(real, state_day_ends(plan, state, now.real));
	if (its->due.us != 0 && !its->snoozed && is_check_in(plan, state, index))
		real = realtime_max(real, day_card_waits(plan, state, index, now)
						  ? state_day_ends(plan, state, now.real)
						  : work_enough(plan, state, now));
	return due_open_from(plan, state, index, real);
}

/* The number of calendar times that are tried: two weeks of days. */
enum { TIMES_TRIED = 14 };

/* The same for a calendar time to come. One that is held for longer than it is valid is skipped for
 * the next one. */
static struct realtime time_put_off(const struct plan *plan, const struct state *state, int index,
				    struct realtime time, struct moment now)
{
	const struct reminder *reminder = &plan->reminders[index];
	for (int i = 0; i < TIMES_TRIED && time.us != REALTIME_OPEN.us; i++) {
		struct realtime real = put_off(plan, state, index, time, now);
		if (reminder->valid == 0 || real.us == REALTIME_OPEN.us ||
		    real.us - time.us < reminder->valid)
			return real;
		struct realtime after =
			realtime_max(time, (struct realtime){ real.us - reminder->valid });
		time = due_time_after(plan, state, index, after);
	}
	return REALTIME_OPEN;
}

/* Whether it is a calendar reminder that is not due. */
static bool is_to_come(const struct plan *plan, const struct state *state, int index)
{
	const struct reminder_state *its = &state->reminders[index];
	return plan->reminders[index].trigger == TRIGGER_AT && !its->called && its->due.us == 0;
}

bool due_in_vain(const struct plan *plan, const struct state *state, int index, struct moment now)
{
	struct realtime next = due_next(plan, state, index, now);
	return next.us != REALTIME_OPEN.us && is_to_come(plan, state, index) &&
	       time_put_off(plan, state, index, next, now).us == REALTIME_OPEN.us;
}

struct realtime due_reachable(const struct plan *plan, const struct state *state, int index,
			      struct moment now)
{
	return due_in_vain(plan, state, index, now) ? REALTIME_OPEN
						    : due_next(plan, state, index, now);
}

/* Wait for the end of levels that hold cards, if it is known. */
static struct realtime busy_off(const struct plan *plan, const struct state *state,
				struct realtime real, struct moment now)
{
	bool now_due = real.us <= now.real.us;
	for (int kind = 0; now_due && kind < BUSY_COUNT; kind++)
		if (busy_holds(plan, state, (enum busy)kind, now))
			real = realtime_max(real, busy_until(plan, state, (enum busy)kind, now));
	return real;
}

/* Wait until the user is known to be there; REALTIME_OPEN: until the next input. */
static struct realtime chair_off(const struct plan *plan, const struct state *state, int index,
				 struct realtime real, struct moment now)
{
	enum chair chair = chair_of(plan, state, now);
	if (state->reminders[index].due.us == 0 || real.us > now.real.us || chair == CHAIR_TAKEN ||
	    !chair_asked(plan, state, index, now))
		return real;
	return chair == CHAIR_EMPTY ? REALTIME_OPEN : moment_real_of(now, chair_known(state, now));
}

/* Wait for a display, and for the end of the card that is up and of `returning`. */
static struct realtime present_off(const struct plan *plan, const struct state *state, int index,
				   struct realtime real, struct moment now)
{
	const struct presence *presence = &state->presence;
	struct boottime settled = { presence->sitting_since.us + plan->after_return };
	bool no_end = !state->display && state->display_retry.us == 0;
	if (state->reminders[index].due.us == 0)
		return real;
	if (no_end || (state->card.id != 0 && !card_has(state, index)))
		return REALTIME_OPEN;
	if (!state->display)
		real = realtime_max(real, moment_real_of(now, state->display_retry));
	if (presence->returned && plan->reminders[index].trigger != TRIGGER_ON)
		real = realtime_max(real, moment_real_of(now, settled));
	return realtime_max(real, moment_real_of(now, state->asks_until));
}

struct realtime due_soon(const struct plan *plan, const struct state *state, struct realtime real,
			 struct moment now)
{
	struct realtime soon = REALTIME_OPEN;
	for (int i = 0; i < plan->count; i++) {
		if (plan->reminders[i].trigger != TRIGGER_AT || plan->reminders[i].with >= 0 ||
		    state->reminders[i].due.us != 0)
			continue;
		struct realtime next = due_next(plan, state, i, now);
		if (next.us < soon.us && next.us > real.us &&
		    realtime_since(next, real) <= MERGE_WITHIN &&
		    put_off(plan, state, i, next, now).us == next.us)
			soon = next;
	}
	return soon;
}

struct realtime due_speaks(const struct plan *plan, const struct state *state, int index,
			   struct moment now)
{
	struct realtime next = due_next(plan, state, index, now);
	bool away = (state->presence.absences & ~(uint32_t)ABSENT_STANDING) != 0;
	/* A calendar time is due also in an absence; a ledger may be empty at its end. */
	if (next.us == REALTIME_OPEN.us || (away && !is_to_come(plan, state, index)))
		return REALTIME_OPEN;
	if (state->reminders[index].due.us == 0)
		next = day_card_first(plan, state, index, next, now);
	next = busy_off(plan, state, realtime_max(next, now.real), now);
	if (next.us == REALTIME_OPEN.us)
		return next;
	next = is_to_come(plan, state, index) ? time_put_off(plan, state, index, next, now)
					      : put_off(plan, state, index, next, now);
	next = present_off(plan, state, index, next, now);
	bool joins = plan_bound(plan, index) && !state->reminders[index].snoozed;
	struct realtime soon = joins ? due_soon(plan, state, next, now) : REALTIME_OPEN;
	return chair_off(plan, state, index, soon.us == REALTIME_OPEN.us ? next : soon, now);
}

bool due_opens(const struct plan *plan, const struct state *state, int index, struct moment now)
{
	const struct reminder_state *its = &state->reminders[index];
	struct realtime next = due_next(plan, state, index, now);
	struct realtime open = due_open_from(plan, state, index, next);
	return plan->reminders[index].trigger == TRIGGER_SITTING && !its->called &&
	       its->due.us == 0 && next.us < open.us && open.us != REALTIME_OPEN.us &&
	       due_speaks(plan, state, index, now).us == open.us;
}

/* Whether it has cards of its own: it is on, no line on those of another, not silent, and listed.
 */
static bool due_alone(const struct plan *plan, const struct state *state, int index)
{
	const struct reminder *reminder = &plan->reminders[index];
	return reminder->enabled && reminder->with < 0 && !plan_internal(plan, index) &&
	       !deck_is_barred(plan, state, index);
}

int due_counted(const struct plan *plan, const struct state *state)
{
	for (int i = 0; i < plan->count; i++)
		if (plan->reminders[i].trigger == TRIGGER_SITTING && due_alone(plan, state, i))
			return i;
	return REMINDER_ANY;
}

static bool is_earlier(struct realtime at, struct realtime *earliest)
{
	bool is = at.us < earliest->us;
	if (is)
		*earliest = at;
	return is;
}

/* Where no card can be foreseen, what is due first. */
int due_first(const struct plan *plan, const struct state *state, struct moment now)
{
	struct realtime speaks = REALTIME_OPEN, due = REALTIME_OPEN;
	int found = REMINDER_ANY, unforeseen = REMINDER_ANY;
	for (int i = 0; i < plan->count; i++) {
		if (!due_alone(plan, state, i))
			continue;
		if (is_earlier(due_speaks(plan, state, i, now), &speaks))
			found = i;
		if (is_earlier(due_next(plan, state, i, now), &due) || unforeseen < 0)
			unforeseen = i;
	}
	return found >= 0 ? found : unforeseen;
}
