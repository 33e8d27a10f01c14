/*
 * A step: take the event in, then let what follows from the new state happen, in this order: a
 * pause that is over, a card whose time is over, what fell due, and a card for it if nothing
 * holds. Last, the earliest moment at which that could change by itself is the wake.
 */
#include "core/policy/step.h"

#include <stddef.h>
#include <string.h>

#include "core/base/text.h"
#include "core/policy/answer.h"
#include "core/policy/back_off.h"
#include "core/policy/busy.h"
#include "core/policy/card.h"
#include "core/policy/chair.h"
#include "core/policy/choice.h"
#include "core/policy/due.h"
#include "core/policy/fall.h"
#include "core/policy/good.h"
#include "core/policy/jump.h"
#include "core/policy/natural.h"
#include "core/policy/play.h"
#include "core/policy/presence.h"
#include "core/policy/silence.h"
#include "core/policy/wake.h"
#include "core/policy/welcome.h"

/* Until one comes, or it is time for another try. */
static void no_display(struct state *state, struct moment now, unsigned tries)
{
	state->display = false;
	state->display_retry.us = now.boot.us + card_retry(tries);
}

static void not_shown(const struct plan *plan, struct state *state, const struct event *event,
		      struct result *ret)
{
	(void)ret;
	if (!card_is(state, event->card) || state->card.shown.real.us != 0)
		return;
	if (!state->card.called && state->display_tries < UINT8_MAX)
		state->display_tries++;
	if (!state->card.called)
		silence_note(plan, state, state->card.reminder, event->now);
	memset(&state->card, 0, sizeof(state->card));
	no_display(state, event->now, state->display_tries > 0 ? state->display_tries : 1u);
}

/* No time brings one. */
static void no_server(const struct plan *plan, struct state *state, const struct event *event,
		      struct result *ret)
{
	not_shown(plan, state, event, ret);
	welcome_waits(state, event->card);
	state->display = false;
	state->display_retry.us = 0;
}

static void shown(const struct plan *plan, struct state *state, const struct event *event,
		  struct result *ret)
{
	(void)ret;
	if (card_is(state, event->card) && state->card.shown.real.us == 0)
		card_seen(plan, state, event->now);
}

/* Nobody could have seen it: the server drops what it accepts. */
static void dropped(const struct plan *plan, struct state *state, const struct event *event,
		    struct result *ret)
{
	card_unsee(plan, state, event->now, ret);
	not_shown(plan, state, event, ret);
}

static void closed(const struct plan *plan, struct state *state, const struct event *event,
		   struct result *ret)
{
	if (card_is(state, event->card) && card_is_dropped(state, event->now))
		dropped(plan, state, event, ret);
	else
		answer_closed(plan, state, event, ret);
}

static void lost(const struct plan *plan, struct state *state, const struct event *event,
		 struct result *ret)
{
	if (!card_is(state, event->card))
		return;
	if (state->card.shown.real.us == 0) {
		not_shown(plan, state, event, ret);
	} else if (card_is_dropped(state, event->now)) {
		dropped(plan, state, event, ret);
	} else if (card_is_unread(state, event->now) &&
		   state->reminders[state->card.reminder].seen.us == 0) {
		/* Once: a server that every card ends would be asked for ever. */
		card_take_away(plan, state, event->now, ret);
		no_display(state, event->now, 1);
	} else {
		card_end(plan, state,
			 play_outcome(plan, &state->card, OUTCOME_UNANSWERED, event->now),
			 event->now.real, event->now, ret);
	}
}

static void display(const struct plan *plan, struct state *state, const struct event *event,
		    struct result *ret)
{
	(void)plan, (void)event, (void)ret;
	state->display = true;
	state->display_tries = 0;
	welcome_again(state);
}

/* A card that an earlier process had up went with it. It is ended in the boot times it has, before
 * they are moved; of one that was played only what was saved is known to have been done. */
static void start(const struct plan *plan, struct state *state, const struct event *event,
		  struct result *ret)
{
	if (state->card.played)
		card_leave(plan, state, event->start.saved, ret);
	else if (state->card.id != 0)
		card_expire(plan, state, event->now, ret);
	jump_start(plan, state, event);
	welcome_start(state, event);
	if (!event->start.same_boot)
		fall_on(plan, state, ON_LOGIN, LENGTH_MAX, event->now);
}

static void stop(const struct plan *plan, struct state *state, const struct event *event,
		 struct result *ret)
{
	card_take_away(plan, state, event->now, ret);
	welcome_leave(state, ret);
	jump_stop(plan, state, event->now);
}

static void nothing(const struct plan *plan, struct state *state, const struct event *event,
		    struct result *ret)
{
	(void)plan, (void)state, (void)event, (void)ret;
}

/* Whether the plan still has a reminder, switched on. */
static bool has(const struct plan *plan, const char *name)
{
	int index = plan_find(plan, name);
	return index >= 0 && plan->reminders[index].enabled;
}

static void replan(const struct plan *plan, struct state *state, const struct event *event,
		   struct result *ret)
{
	struct moment now = event->now;
	/* How far it came only the old plan knows. */
	if (state->card.played && event->old && !play_goes_on(plan, state))
		card_leave(event->old, state, now, ret);
	if (state->card.id != 0 && !has(plan, state->reminders[state->card.reminder].name))
		card_drop(state, now, ret);
	state_adopt(state, plan, now);
	for (int i = 0; i < state->count; i++) {
		struct reminder_state *its = &state->reminders[i];
		/* A time that is new and already over today does not ring. */
		if (its->planned.us < now.real.us)
			its->planned = now.real;
		/* It was due and counted by another rule. */
		if (its->trigger != (uint8_t)plan->reminders[i].trigger) {
			due_forget(its);
			its->ledger = (struct ledger){ 0, now.boot };
			its->trigger = (uint8_t)plan->reminders[i].trigger;
		}
	}
}

/*
 * What was seen is dealt with, wherever the wall is: after a flight west the same evening comes
 * again, but for SEEN_LASTS not its reminders; what was passed over unseen comes again with it.
 * After a flight east, what was flown over falls due. A table of the same zone that was only probed
 * again moves nothing.
 */
static void travel(const struct plan *plan, struct state *state, const struct event *event,
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

static void absent(const struct plan *plan, struct state *state, const struct event *event,
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
	/* Nothing stays on a locked screen; it is due still, or getting up was the answer. */
	if (event->absent.why & (ABSENT_LOCKED | ABSENT_ASLEEP)) {
		card_take_away(plan, state, now, ret);
		welcome_leave(state, ret);
	}
	if (event->absent.why == ABSENT_STANDING)
		presence_stand(plan, state, event->absent.length, now);
}

/* Nobody says so of a machine that sleeps. */
static const uint32_t not_asleep = ABSENT_LOCKED | ABSENT_BY_HAND | ABSENT_STANDING;

static const uint32_t by_hand = ABSENT_BY_HAND | ABSENT_WORKOUT;

/* Up shortly after the card went: it was an answer. */
static void book_natural(const struct plan *plan, struct state *state, int index, struct moment now,
			 struct result *ret)
{
	const struct record last = state->reminders[index].last;
	struct boottime when;
	if (!natural_late(plan, state, index, now, &when) || when.us > now.boot.us)
		return;
	undo_forget(state, index);
	record_amend(plan, state, index, &last, OUTCOME_NATURAL, now, ret);
	card_settle(plan, state, index, OUTCOME_NATURAL, now);
}

/* Input again after a rest that may have been a walk. */
static void book_perhaps(const struct plan *plan, struct state *state, int index, struct moment now,
			 struct result *ret)
{
	const struct record last = state->reminders[index].last;
	if (!natural_rested_late(plan, state, index, now))
		return;
	record_amend(plan, state, index, &last, OUTCOME_PERHAPS, now, ret);
	back_off_forgive(state, index);
}

/* While it is still an absence: nobody woke us during sleep. */
static void book_absence(const struct plan *plan, struct state *state, const struct event *event,
			 struct result *ret)
{
	bool key = event->present & ABSENT_IDLE && state->input;
	state->card.rested |= key && natural_rested(plan, state, event->now);
	for (int i = 0; i < plan->count && result_room(ret); i++) {
		fall_natural(plan, state, i, event->now, ret);
		book_natural(plan, state, i, event->now, ret);
		if (key)
			book_perhaps(plan, state, i, event->now, ret);
	}
}

/* Whoever is seen to be back need not say so; a source that goes has seen nobody. */
static uint32_t ends_by_hand(const struct state *state, uint32_t gone)
{
	const struct presence *presence = &state->presence;
	bool key = state->input && presence->idle && gone & ABSENT_IDLE;
	gone &= presence->absences & (ABSENT_LOCKED | ABSENT_ASLEEP);
	return key || gone != 0 ? ABSENT_BY_HAND : 0;
}

static void present(const struct plan *plan, struct state *state, const struct event *event,
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
	/* Who is back is back from both. */
	if (over & by_hand)
		over |= by_hand;
	uint32_t gone = state->presence.absences & over;
	presence_present(plan, state, over, event->now);
	if ((over & ABSENT_IDLE) ? state->input : gone != 0)
		chair_key(state, event->now);
	if (over & ABSENT_IDLE)
		state->presence.keys_since = event->now.boot;
	/* Too short to count, and over. */
	if ((gone != 0 || was_idle) && state->presence.absences == 0 &&
	    state->presence.sitting_since.us != event->now.boot.us)
		good_note(state, gone & ABSENT_LOCKED ? MOMENT_UNLOCK : MOMENT_BACK, event->now);
	if (gone & ABSENT_LOCKED)
		fall_on(plan, state, ON_UNLOCK, length, event->now);
	if (gone & ABSENT_ASLEEP)
		fall_on(plan, state, ON_WAKE, length, event->now);
}

static void input(const struct plan *plan, struct state *state, const struct event *event,
		  struct result *ret)
{
	(void)plan, (void)ret;
	state->input = event->input;
	state->input_dates = event->input && event->dates;
}

static void busy(const struct plan *plan, struct state *state, const struct event *event,
		 struct result *ret)
{
	(void)ret;
	enum busy kind = event->busy.kind;
	bool was_on = busy_counts(plan, state, kind, event->now);
	busy_take(plan, state, event);
	if (was_on && !event->busy.on && !event->busy.gone)
		good_note(state, (enum moment_kind)(MOMENT_CALL + (int)kind), event->now);
}

/* A rest that lasts since long is none of the gaps between two pieces of work. */
static void moment(const struct plan *plan, struct state *state, const struct event *event,
		   struct result *ret)
{
	(void)ret;
	const struct presence *presence = &state->presence;
	usec rests = presence->idle ? boottime_since(event->now.boot, presence->idle_since) : 0;
	if (rests <= plan->still_sitting)
		good_note(state, MOMENT_PAUSE, event->now);
}

static void occasion(const struct plan *plan, struct state *state, const struct event *event,
		     struct result *ret)
{
	(void)ret;
	fall_on(plan, state, event->occasion, LENGTH_MAX, event->now);
}

static void correct(const struct plan *plan, struct state *state, const struct event *event,
		    struct result *ret)
{
	(void)ret;
	presence_correct(plan, state, event->sat, event->now);
}

typedef void handler(const struct plan *plan, struct state *state, const struct event *event,
		     struct result *ret);

static handler *const handlers[] = {
	[EVENT_START] = start,
	[EVENT_STOP] = stop,
	[EVENT_WAKE] = nothing,
	[EVENT_PLAN] = replan,
	[EVENT_ZONE] = travel,
	[EVENT_CLOCK_SET] = nothing, /* jump_notice() has seen it */
	[EVENT_ABSENT] = absent,
	[EVENT_PRESENT] = present,
	[EVENT_INPUT] = input,
	[EVENT_MOMENT] = moment,
	[EVENT_BUSY] = busy,
	[EVENT_OCCASION] = occasion,
	[EVENT_CORRECT] = correct,
	[EVENT_DISPLAY] = display,
	[EVENT_SHOWN] = shown,
	[EVENT_NOT_SHOWN] = not_shown,
	[EVENT_NO_SERVER] = no_server,
	[EVENT_CLOSED] = closed,
	[EVENT_LOST] = lost,
	[EVENT_ANSWER] = answer_card,
	[EVENT_PLAY] = play_press,
	[EVENT_DID] = answer_did,
	[EVENT_SNOOZE] = answer_snooze,
	[EVENT_PAUSE] = answer_pause,
	[EVENT_RESUME] = answer_resume,
	[EVENT_RING] = answer_ring,
	[EVENT_UNDO] = answer_undo,
};

_Static_assert(sizeof(handlers) / sizeof(handlers[0]) == EVENT_COUNT, "every event has one");

/* Its time was over: who named one is told, see limber.conf(5) on = "standing". */
static void end_standing(const struct plan *plan, struct state *state, struct moment now)
{
	bool timed = !state->presence.stands_open;
	presence_present(plan, state, ABSENT_STANDING, now);
	if (timed)
		fall_on(plan, state, ON_STANDING, LENGTH_MAX, now);
}

/* What ends by itself. */
static void let_end(const struct plan *plan, struct state *state, struct moment now,
		    struct result *ret)
{
	struct boottime ends;
	/* What is not for the user any more; it comes again as what is. */
	if (state->card.id != 0 && !card_fits(plan, state))
		card_leave(plan, state, now, ret);
	if (state->paused_until.us != 0 && state->paused_until.us <= now.real.us) {
		state->paused_until.us = 0;
		memset(state->paused_why, 0, sizeof(state->paused_why));
	}
	if (!state->display && state->display_retry.us != 0 &&
	    state->display_retry.us <= now.boot.us)
		state->display = true;
	ends = state->presence.standing_ends;
	if ((state->presence.absences & ABSENT_STANDING) && ends.us <= now.boot.us)
		end_standing(plan, state, now);
	/* No input may be somebody who listens in a call: that is looked at first. */
	ret->read_calls |= state->presence.absences == ABSENT_IDLE && busy_unread(state, now) &&
			   natural_over(plan, state, now);
	bool natural = !ret->read_calls;
	if (natural && natural_up(plan, state, &ends) && ends.us <= now.boot.us)
		card_end(plan, state, OUTCOME_NATURAL, now.real, now, ret);
	if (card_ends(plan, state, &ends) && ends.us <= now.boot.us)
		card_expire(plan, state, now, ret);
	play_turn(plan, state, now, ret);
	for (int i = 0; natural && i < plan->count && result_room(ret); i++)
		fall_natural(plan, state, i, now, ret);
}

/* The machine runs: so it is not asleep, though nobody said that it woke. */
static void notice_running(const struct plan *plan, struct state *state, const struct event *event,
			   struct result *ret)
{
	const struct presence *presence = &state->presence;
	struct event wakes = { .kind = EVENT_PRESENT, .now = event->now, .present = ABSENT_ASLEEP };
	if ((presence->absences & ABSENT_ASLEEP) && event->kind != EVENT_START &&
	    boottime_since(event->now.boot, presence->asleep_since) >= LEVEL_DOUBT)
		present(plan, state, &wakes, ret);
}

/* What others told, and may have missed to take back, is asked for again: on keys for a while on a
 * locked screen, and once for each card that it alone keeps back. */
static void doubt_levels(const struct plan *plan, struct state *state, struct moment now,
			 struct result *ret)
{
	struct presence *presence = &state->presence;
	bool keys = (presence->absences & ABSENT_LOCKED) && presence->keys_since.us != 0 &&
		    state->input && boottime_since(now.boot, presence->keys_since) >= LEVEL_DOUBT;
	if (keys)
		presence->keys_since.us = 0;
	ret->read_levels = keys;
	for (int i = 0; i < plan->count; i++)
		ret->read_levels |=
			hold_is_told(plan, state, i, now) &&
			moment_boot_of(now, state->reminders[i].due).us > state->levels_read.us;
	if (ret->read_levels)
		state->levels_read = now.boot;
}

void step(const struct plan *plan, struct state *state, const struct event *event,
	  struct result *ret)
{
	struct moment now = event->now;
	/* All but the actions, which are cleared one by one as they come. */
	memset(ret, 0, offsetof(struct result, actions));
	ret->reminder = REMINDER_ANY;
	ret->idle_after = plan->still_sitting;
	bool back = event->kind == EVENT_START || jump_notice(state, now);
	state->at = now;
	notice_running(plan, state, event, ret);
	if (!welcome_told(state, event, ret))
		handlers[event->kind](plan, state, event, ret);
	if (event->kind == EVENT_STOP)
		return;
	for (int i = 0; back && i < plan->count && result_room(ret); i++)
		fall_again(plan, state, i, 0, now, ret);
	due_foresee(plan, state);
	ret->read_calls = presence_follow(plan, state, now);
	let_end(plan, state, now, ret);
	for (int i = 0; i < plan->count && result_room(ret); i++)
		fall_due(plan, state, i, now, ret);
	/* What was given up just now may have been answered so, too. */
	for (int i = 0; !ret->read_calls && i < plan->count && result_room(ret); i++)
		book_natural(plan, state, i, now, ret);
	for (int i = 0; i < plan->count; i++)
		fall_free(plan, state, i, now);
	bool good = good_now(state, now) != MOMENT_NONE;
	int next =
		state->card.id == 0 && result_room(ret) ? choice_find(plan, state, good, now) : -1;
	if (next >= 0 && (plan->never_during & NEVER_CALL) && busy_unread(state, now))
		ret->read_calls = true;
	/* Not before that is known. */
	if (ret->read_calls)
		next = -1;
	if (next >= 0)
		card_show(plan, state, next, false, now, ret);
	for (int i = 0; next >= 0 && i < plan->count; i++)
		fall_free(plan, state, i, now);
	welcome_speak(plan, state, now, ret);
	silence_watch(plan, state, now);
	doubt_levels(plan, state, now, ret);
	wake_find(plan, state, now, ret);
	chair_watch(state, now, ret);
}
