/*
 * A step takes the event into the state, then does what follows, in this order: end what is over (a
 * pause, a card), find what is due, show a card if nothing holds it. The wake is the earliest
 * moment at which any of that could change by itself.
 */
#include "core/policy/step.h"

#include <stddef.h>
#include <string.h>

#include "core/policy/absence.h"
#include "core/policy/another.h"
#include "core/policy/answer.h"
#include "core/policy/book.h"
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
#include "core/policy/recount.h"
#include "core/policy/refit.h"
#include "core/policy/screen.h"
#include "core/policy/silence.h"
#include "core/policy/span.h"
#include "core/policy/wake.h"
#include "core/policy/welcome.h"

static void nothing(const struct plan *plan, struct state *state, const struct event *event,
		    struct result *ret)
{
}

static void input(const struct plan *plan, struct state *state, const struct event *event,
		  struct result *ret)
{
	state->input = event->input;
	state->input_dates = event->input && event->dates;
}

static void busy(const struct plan *plan, struct state *state, const struct event *event,
		 struct result *ret)
{
	enum busy kind = event->busy.kind;
	bool was_on = busy_counts(plan, state, kind, event->now);
	busy_take(plan, state, event);
	if (was_on && !event->busy.on && !event->busy.gone)
		good_note(state, (enum good_kind)(GOOD_CALL + (int)kind), event->now);
}

/* No input for longer than still_sitting is an absence, and no gap in the work. */
static void input_gap(const struct plan *plan, struct state *state, const struct event *event,
		      struct result *ret)
{
	const struct presence *presence = &state->presence;
	usec rests = presence->idle ? boottime_since(event->now.boot, presence->idle_since) : 0;
	if (rests <= plan->still_sitting)
		good_note(state, GOOD_PAUSE, event->now);
}

static void occasion(const struct plan *plan, struct state *state, const struct event *event,
		     struct result *ret)
{
	fall_on_occasion(plan, state, event->occasion, LENGTH_MAX, event->now);
}

static void correct(const struct plan *plan, struct state *state, const struct event *event,
		    struct result *ret)
{
	presence_correct(plan, state, event->sat, event->now);
	if (event->sat < 0)
		span_stood(plan, state, -event->sat, ret);
}

static event_handler *const handlers[] = {
	[EVENT_START] = refit_start,
	[EVENT_STOP] = refit_stop,
	[EVENT_WAKE] = nothing,
	[EVENT_PLAN] = refit_plan,
	[EVENT_ZONE] = refit_zone,
	[EVENT_CLOCK_SET] = nothing, /* jump_notice() has seen it */
	[EVENT_ABSENT] = absence_begin,
	[EVENT_PRESENT] = absence_end,
	[EVENT_INPUT] = input,
	[EVENT_INPUT_GAP] = input_gap,
	[EVENT_BUSY] = busy,
	[EVENT_OCCASION] = occasion,
	[EVENT_CORRECT] = correct,
	[EVENT_DISPLAY] = screen_ready,
	[EVENT_SHOWN] = screen_shown,
	[EVENT_NOT_SHOWN] = screen_not_shown,
	[EVENT_NO_SERVER] = screen_no_server,
	[EVENT_CLOSED] = screen_closed,
	[EVENT_LOST] = screen_lost,
	[EVENT_ANSWER] = answer_card,
	[EVENT_PLAY] = play_press,
	[EVENT_ANOTHER] = another,
	[EVENT_PLAYED_ELSEWHERE] = answer_played_elsewhere,
	[EVENT_DRINK] = answer_drink,
	[EVENT_BOOK] = book_row,
	[EVENT_SEEN] = book_seen,
	[EVENT_RECOUNT] = recount,
	[EVENT_SNOOZE] = answer_snooze,
	[EVENT_PAUSE] = answer_pause,
	[EVENT_RESUME] = answer_resume,
	[EVENT_RING] = answer_ring,
	[EVENT_UNDO] = answer_undo,
};

_Static_assert(sizeof(handlers) / sizeof(handlers[0]) == EVENT_COUNT, "every event has one");

/* Standing for a given time makes `on = "standing"` reminders due at its end. */
static void end_standing(const struct plan *plan, struct state *state, struct moment now)
{
	bool timed = !state->presence.stands_open;
	presence_present(plan, state, ABSENT_STANDING, now);
	if (timed)
		fall_on_occasion(plan, state, ON_STANDING, LENGTH_MAX, now);
}

/* End what is over by now: a pause, the wait for a display, standing, the card. */
static void expire(const struct plan *plan, struct state *state, struct moment now,
		   struct result *ret)
{
	struct boottime ends;
	/* The health answers now forbid this item: the reminder stays due and takes another. */
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
	/* The user may listen in a call: read the microphones before booking it natural. */
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

/* The machine runs, so it is not asleep, though its waking was not reported. */
static void notice_running(const struct plan *plan, struct state *state, const struct event *event,
			   struct result *ret)
{
	const struct presence *presence = &state->presence;
	struct event wakes = { .kind = EVENT_PRESENT, .now = event->now, .present = ABSENT_ASLEEP };
	if ((presence->absences & ABSENT_ASLEEP) && event->kind != EVENT_START &&
	    boottime_since(event->now.boot, presence->asleep_since) >= LEVEL_DOUBT)
		absence_end(plan, state, &wakes, ret);
}

/* The end of a lock, a film or do-not-disturb may have been missed. Read them again when there are
 * keys on a locked screen for LEVEL_DOUBT, and once for each card that they alone hold. */
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
			hold_is_reported(plan, state, i, now) &&
			moment_boot_of(now, state->reminders[i].due).us > state->levels_read.us;
	if (ret->read_levels)
		state->levels_read = now.boot;
}

static bool any_may_insist(const struct plan *plan, const struct state *state)
{
	for (int i = 0; i < plan->count; i++)
		if (card_may_insist(plan, state, i))
			return true;
	return false;
}

/* The reminder whose card is shown now, -1 for none; none before it is known whether the user is in
 * a call. */
static int choose(const struct plan *plan, const struct state *state, struct moment now,
		  struct result *ret)
{
	bool good = good_now(state, now) != GOOD_NONE;
	int found =
		state->card.id == 0 && result_room(ret) ? choice_find(plan, state, good, now) : -1;
	bool matters =
		found >= 0 && ((plan->never_during & NEVER_CALL) || any_may_insist(plan, state));
	if (matters && busy_unread(state, now))
		ret->read_calls = true;
	return ret->read_calls ? -1 : found;
}

static void note_unheld(const struct plan *plan, struct state *state, struct moment now)
{
	for (int i = 0; i < plan->count; i++)
		fall_note_unheld(plan, state, i, now);
}

void step(const struct plan *plan, struct state *state, const struct event *event,
	  struct result *ret)
{
	struct moment now = event->now;
	/* result_add() clears each action. */
	memset(ret, 0, offsetof(struct result, actions));
	ret->reminder = REMINDER_ANY;
	ret->idle_after = plan->still_sitting;
	bool back = event->kind == EVENT_START || jump_notice(state, now);
	state->at = now;
	notice_running(plan, state, event, ret);
	if (!welcome_event(state, event, ret))
		handlers[event->kind](plan, state, event, ret);
	if (event->kind == EVENT_STOP)
		return;
	for (int i = 0; back && i < plan->count && result_room(ret); i++)
		fall_again(plan, state, i, 0, now, ret);
	due_foresee(plan, state);
	ret->read_calls = presence_follow(plan, state, now);
	expire(plan, state, now, ret);
	for (int i = 0; i < plan->count && result_room(ret); i++)
		fall_update(plan, state, i, now, ret);
	/* Also for a card that was given up just now. */
	for (int i = 0; !ret->read_calls && i < plan->count && result_room(ret); i++)
		fall_natural_late(plan, state, i, now, ret);
	note_unheld(plan, state, now);
	int next = choose(plan, state, now, ret);
	if (next >= 0) {
		card_show(plan, state, next, false, now, ret);
		note_unheld(plan, state, now);
	}
	welcome_show(plan, state, now, ret);
	silence_watch(plan, state, now);
	doubt_levels(plan, state, now, ret);
	span_follow(plan, state, ret);
	wake_find(plan, state, now, ret);
	chair_watch(state, now, ret);
}
