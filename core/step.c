/*
 * A step: take the event in, then let what follows from the new state happen, in this order: a
 * pause that is over, a card whose time is over, what fell due, and a card for it if nothing
 * holds. Last, the earliest moment at which that could change by itself is the wake.
 */
#include "core/step.h"

#include <string.h>

#include "core/answer.h"
#include "core/card.h"
#include "core/due.h"
#include "core/hold.h"
#include "core/jump.h"
#include "core/ledger.h"
#include "core/presence.h"

/* How long before its end the zone's table is probed again. */
#define ZONE_AHEAD USEC_PER_DAY

/* Times before this are not looked at: none is valid for longer, and the zone is not known. */
#define LOOK_BACK (ZONE_PAST - USEC_PER_DAY)

static bool room(const struct result *ret)
{
	return ret->count <= ACTIONS_MAX - ACTIONS_OF_ONE;
}

/* After 1, 2, 4 … 30 minutes. */
static usec retry_after(unsigned tries)
{
	usec wait = tries < 6 ? USEC_PER_MIN << (tries - 1) : 30 * USEC_PER_MIN;
	return wait < 30 * USEC_PER_MIN ? wait : 30 * USEC_PER_MIN;
}

/* Every event has a handler of this shape; what one does not need it does not look at. */
#define HANDLER(name)                                                                              \
	static void name(const struct plan *plan, struct state *state, const struct event *event,  \
			 struct result *ret)
#define UNUSED (void)plan, (void)state, (void)event, (void)ret

HANDLER(not_shown)
{
	UNUSED;
	if (!card_is(state, event->card) || state->card.shown.real.us != 0)
		return;
	memset(&state->card, 0, sizeof(state->card));
	if (state->display_tries < UINT8_MAX)
		state->display_tries++;
	state->display = false;
	state->display_retry.us = event->now.boot.us + retry_after(state->display_tries);
}

HANDLER(shown)
{
	UNUSED;
	if (card_is(state, event->card) && state->card.shown.real.us == 0)
		card_seen(plan, state, event->now);
}

HANDLER(lost)
{
	if (!card_is(state, event->card))
		return;
	if (state->card.shown.real.us == 0)
		not_shown(plan, state, event, ret);
	else
		card_end(plan, state, OUTCOME_UNANSWERED, event->now, ret);
}

HANDLER(display)
{
	UNUSED;
	state->display = true;
	state->display_tries = 0;
}

/* A card that an earlier process had up went with it, at the latest when its time was over. */
static void end_old_card(const struct plan *plan, struct state *state, struct moment now,
			 struct result *ret)
{
	struct moment then = state->card.shown;
	usec left = realtime_since(now.real, then.real);
	if (then.real.us == 0) {
		card_drop(state, now, ret);
		return;
	}
	left = left > plan->card_time ? plan->card_time : left;
	left = left > 0 ? left : 0;
	then.boot.us += left;
	then.real.us += left;
	card_end(plan, state, OUTCOME_UNANSWERED, then, ret);
}

/* The old card is ended in the boot times it has: before they are moved. */
HANDLER(start)
{
	if (state->card.id != 0)
		end_old_card(plan, state, event->now, ret);
	jump_start(plan, state, event);
}

HANDLER(stop)
{
	card_drop(state, event->now, ret);
	jump_stop(plan, state, event->now);
}

HANDLER(nothing)
{
	UNUSED;
}

/* Whether the plan still has a reminder, switched on. */
static bool has(const struct plan *plan, const char *name)
{
	int index = plan_find(plan, name);
	return index >= 0 && plan->reminders[index].enabled;
}

HANDLER(replan)
{
	struct moment now = event->now;
	if (state->card.id != 0 && !has(plan, state->reminders[state->card.reminder].name))
		card_drop(state, now, ret);
	state_adopt(state, plan, now);
	/* A time that is new and already over today does not ring. */
	for (int i = 0; i < state->count; i++)
		if (state->reminders[i].planned.us < now.real.us)
			state->reminders[i].planned = now.real;
}

/*
 * What the wall has shown once is dealt with, wherever the wall is: after a flight west the same
 * evening comes again, but not its reminders; after one east, what was flown over falls due. What
 * a wall showed at `planned` is asked of both tables there: a new one may know less of the past.
 */
HANDLER(travel)
{
	UNUSED;
	for (int i = 0; i < state->count; i++) {
		struct realtime *planned = &state->reminders[i].planned;
		int32_t east =
			zone_offset(event->zone, *planned) - zone_offset(&state->zone, *planned);
		planned->us -= east * USEC_PER_SEC;
	}
	state->zone = *event->zone;
}

HANDLER(clock_set)
{
	UNUSED;
	jump_clock_set(state, event->now);
}

HANDLER(absent)
{
	UNUSED;
	presence_absent(state, event->absent.why, event->absent.since, event->now);
}

HANDLER(present)
{
	UNUSED;
	presence_present(plan, state, (uint32_t)event->present, event->now);
}

typedef void handler(const struct plan *plan, struct state *state, const struct event *event,
		     struct result *ret);

static handler *const handlers[] = {
	[EVENT_START] = start,
	[EVENT_STOP] = stop,
	[EVENT_WAKE] = nothing,
	[EVENT_PLAN] = replan,
	[EVENT_ZONE] = travel,
	[EVENT_CLOCK_SET] = clock_set,
	[EVENT_ABSENT] = absent,
	[EVENT_PRESENT] = present,
	[EVENT_DISPLAY] = display,
	[EVENT_SHOWN] = shown,
	[EVENT_NOT_SHOWN] = not_shown,
	[EVENT_CLOSED] = answer_closed,
	[EVENT_LOST] = lost,
	[EVENT_ANSWER] = answer_card,
	[EVENT_SNOOZE] = answer_snooze,
	[EVENT_PAUSE] = answer_pause,
	[EVENT_RESUME] = answer_resume,
	[EVENT_RING] = answer_ring,
	[EVENT_UNDO] = answer_undo,
};

_Static_assert(sizeof(handlers) / sizeof(handlers[0]) == EVENT_COUNT, "every event has one");

/* What ends by itself. */
static void let_end(const struct plan *plan, struct state *state, struct moment now,
		    struct result *ret)
{
	struct boottime ends;
	if (state->paused_until.us != 0 && state->paused_until.us <= now.real.us) {
		state->paused_until.us = 0;
		memset(state->paused_why, 0, sizeof(state->paused_why));
	}
	if (!state->display && state->display_retry.us <= now.boot.us)
		state->display = true;
	if (card_ends(plan, state, &ends) && ends.us <= now.boot.us)
		card_end(plan, state, OUTCOME_UNANSWERED, now, ret);
}

static bool card_of(const struct state *state, int index)
{
	return state->card.id != 0 && state->card.reminder == index;
}

static void fall_due_sitting(const struct plan *plan, struct state *state, int index,
			     struct moment now)
{
	const struct reminder *reminder = &plan->reminders[index];
	struct reminder_state *its = &state->reminders[index];
	struct boottime full;
	if (its->due.us != 0) {
		if (ledger_paid_back(&its->ledger, reminder, plan, &state->presence, now.boot))
			due_forget(its);
		return;
	}
	if (ledger_full_at(&its->ledger, reminder, plan, &state->presence, now.boot, &full) &&
	    full.us <= now.boot.us)
		its->due = moment_real_of(now, full);
}

static void miss(const struct plan *plan, struct state *state, int index, struct moment now,
		 struct result *ret)
{
	const struct item *item = due_item(plan, state, index);
	struct reminder_state *its = &state->reminders[index];
	struct record row = { .outcome = OUTCOME_NOT_SHOWN, .due = its->due };
	name_copy(row.item, item ? item->id : "");
	undo_forget(state, index);
	record_new(plan, state, index, &row, now, ret);
	due_forget(its);
}

/* A time has come. What was due since an earlier one and never seen was missed. */
static void fall_due_again(const struct plan *plan, struct state *state, int index,
			   struct realtime at, struct moment now, struct result *ret)
{
	struct reminder_state *its = &state->reminders[index];
	usec valid = plan->reminders[index].valid;
	if (its->due.us != 0 && !its->snoozed)
		miss(plan, state, index, now, ret);
	its->due = at;
	its->valid_until.us = at.us + valid;
	if (its->valid_until.us < its->snoozed_until.us + valid)
		its->valid_until.us = its->snoozed_until.us + valid;
}

static void fall_due_at(const struct plan *plan, struct state *state, int index, struct moment now,
			struct result *ret)
{
	const struct reminder *reminder = &plan->reminders[index];
	struct reminder_state *its = &state->reminders[index];
	struct realtime early = { now.real.us - LOOK_BACK };
	if (its->planned.us < early.us)
		its->planned = early;
	/* Farther ahead than a clock is put back by a person: it was wrong. Plan anew. */
	if (realtime_since(its->planned, now.real) > JUMP_FAR)
		its->planned = now.real;
	struct realtime at = calendar_last(reminder->at, reminder->at_count, &state->zone,
					   its->planned, now.real);
	if (at.us != REALTIME_OPEN.us) {
		its->planned = at;
		fall_due_again(plan, state, index, at, now, ret);
	}
	if (its->due.us != 0 && its->valid_until.us <= now.real.us)
		miss(plan, state, index, now, ret);
}

static void fall_due(const struct plan *plan, struct state *state, int index, struct moment now,
		     struct result *ret)
{
	struct reminder_state *its = &state->reminders[index];
	if (card_of(state, index))
		return;
	if (!plan->reminders[index].enabled || due_silent(plan, index)) {
		due_forget(its); /* `planned` is brought up to date with the plan: replan() */
		return;
	}
	if (plan->reminders[index].trigger == TRIGGER_AT)
		fall_due_at(plan, state, index, now, ret);
	else
		fall_due_sitting(plan, state, index, now);
	/* A snooze that is over and put nothing off. */
	if (its->due.us == 0 && its->snoozed_until.us <= now.real.us) {
		its->snoozed_until.us = 0;
		its->snoozed = false;
	}
}

/* Who speaks: a calendar reminder before one that counts sitting, else the first in the plan. */
static int choose(const struct plan *plan, const struct state *state, struct moment now)
{
	struct hold holds[HOLDS_MAX];
	int found = -1;
	for (int i = 0; i < plan->count; i++) {
		if (state->reminders[i].due.us == 0 || holds_of(plan, state, i, now, holds) != 0)
			continue;
		if (found < 0 || (plan->reminders[i].trigger == TRIGGER_AT &&
				  plan->reminders[found].trigger != TRIGGER_AT))
			found = i;
	}
	return found;
}

/* The earliest of several moments, in a result. */
static void wake_at(struct result *ret, struct moment now, struct boottime at)
{
	if (at.us < now.boot.us)
		at = now.boot;
	if (!ret->armed || at.us < ret->wake.us)
		ret->wake = at;
	ret->armed = true;
}

static void wake_at_real(struct result *ret, struct moment now, struct realtime at)
{
	if (at.us > now.real.us && at.us != REALTIME_OPEN.us)
		wake_at(ret, now, moment_boot_of(now, at));
}

static void wake_for(const struct plan *plan, const struct state *state, int index,
		     struct moment now, struct result *ret)
{
	struct hold holds[HOLDS_MAX];
	const struct reminder_state *its = &state->reminders[index];
	if (card_of(state, index))
		return;
	if (its->due.us == 0) {
		wake_at_real(ret, now, due_next(plan, state, index, now));
		return;
	}
	wake_at_real(ret, now, its->valid_until);
	if (holds_of(plan, state, index, now, holds) > 0)
		wake_at_real(ret, now, holds[0].until);
	/* An absence that comes to count ends what is due. */
	if (state->presence.absences != 0 && plan->reminders[index].trigger == TRIGGER_SITTING)
		wake_at_real(
			ret, now,
			(struct realtime){ moment_real_of(now, state->presence.absent_since).us +
					   plan->still_sitting + 1 });
}

static void wake(const struct plan *plan, const struct state *state, struct moment now,
		 struct result *ret)
{
	struct boottime ends;
	wake_at_real(ret, now, (struct realtime){ state->zone.until.us - ZONE_AHEAD });
	wake_at_real(ret, now, state->paused_until);
	if (card_ends(plan, state, &ends))
		wake_at(ret, now, ends);
	for (int i = 0; i < plan->count; i++)
		wake_for(plan, state, i, now, ret);
	if (!room(ret))
		wake_at(ret, now, now.boot);
}

void step(const struct plan *plan, struct state *state, const struct event *event,
	  struct result *ret)
{
	struct moment now = event->now;
	*ret = (struct result){ .reminder = REMINDER_ANY };
	handlers[event->kind](plan, state, event, ret);
	state->at = now;
	if (event->kind == EVENT_STOP)
		return;
	let_end(plan, state, now, ret);
	for (int i = 0; i < plan->count && room(ret); i++)
		fall_due(plan, state, i, now, ret);
	int next = state->card.id == 0 && room(ret) ? choose(plan, state, now) : -1;
	if (next >= 0)
		card_show(plan, state, next, false, now, ret);
	wake(plan, state, now, ret);
}
