/* The earliest moment at which the state could change by itself, and which input is to be reported.
 */
#include "core/policy/wake.h"

#include "core/policy/busy.h"
#include "core/policy/card.h"
#include "core/policy/cue.h"
#include "core/policy/due.h"
#include "core/policy/hold.h"
#include "core/policy/ledger.h"
#include "core/policy/natural.h"
#include "core/policy/play.h"
#include "core/policy/presence.h"

/* How long before its end the table of the zone is read again. */
#define ZONE_AHEAD USEC_PER_DAY

/* The earliest of several moments, in a result. */
static void wake_at(struct result *ret, struct moment now, struct boottime at)
{
	at = boottime_max(at, now.boot);
	if (!ret->armed || at.us < ret->wake.us)
		ret->wake = at;
	ret->armed = true;
}

static void wake_at_real(struct result *ret, struct moment now, struct realtime at)
{
	if (at.us > now.real.us && at.us != REALTIME_OPEN.us)
		wake_at(ret, now, moment_boot_of(now, at));
}

/* Read the microphones again during a call that alone holds a card, or counts as sitting. */
static void read_calls(struct boottime next, struct moment now, struct result *ret)
{
	if (next.us > now.boot.us)
		wake_at(ret, now, next);
	else
		ret->read_calls = true;
}

/* A card may be shown then: input must be watched early enough before. */
static void watch_chair(const struct state *state, struct moment now, struct realtime then,
			struct result *ret)
{
	struct realtime ahead = { then.us - KEY_FRESH };
	if (!state->input || then.us == REALTIME_OPEN.us)
		return;
	if (ahead.us > now.real.us)
		wake_at_real(ret, now, ahead);
	else if (ret->idle_after > KEY_FRESH)
		ret->idle_after = KEY_FRESH;
}

/* The end of the holds, as far as it is known: not of a call, nor of the wait for a gap or for
 * input. */
static struct realtime known_end(const struct hold holds[], int count)
{
	struct realtime end = { 0 };
	for (int i = 0; i < count; i++)
		if (busy_of_hold(holds[i].kind) == BUSY_COUNT && holds[i].kind != HOLD_WAITING &&
		    holds[i].kind != HOLD_CHAIR && holds[i].until.us > end.us)
			end = holds[i].until;
	return end;
}

/* The end of a call is not reported: read it when no other hold is left. */
static void wake_for_holds(const struct hold holds[], int count, const struct state *state,
			   struct moment now, struct result *ret)
{
	bool key =
		state->chair.key.us != 0 && boottime_since(now.boot, state->chair.key) < CALL_AGAIN;
	struct boottime again = { state->busy[BUSY_CALL].read.us +
				  (key ? CALL_AGAIN_KEY : CALL_AGAIN) };
	int last = 0;
	/* Also without holds, when the microphones are read first. */
	watch_chair(state, now, known_end(holds, count), ret);
	if (count == 0)
		return;
	while (last < count && holds[last].kind == HOLD_CALL)
		last++;
	wake_at_real(ret, now, holds[0].until);
	if (last < count)
		wake_at_real(ret, now, holds[last].until);
	else
		read_calls(again, now, ret);
	if (count == 1 && holds[0].kind == HOLD_WAITING)
		ret->watch_input = true;
}

static void wake_for(const struct plan *plan, const struct state *state, int index,
		     struct moment now, struct result *ret)
{
	struct hold holds[HOLDS_MAX];
	const struct reminder_state *its = &state->reminders[index];
	if (card_has(state, index))
		return;
	if (its->due.us == 0) {
		struct realtime next = due_next(plan, state, index, now);
		wake_at_real(ret, now, next);
		if (plan->reminders[index].with < 0)
			watch_chair(state, now, next, ret);
		return;
	}
	wake_at_real(ret, now, its->valid_until);
	if (plan->reminders[index].with >= 0)
		return;
	wake_for_holds(holds, holds_of(plan, state, index, now, holds), state, now, ret);
	/* An absence that begins to count ends a due of sitting. */
	if (state->presence.absences != 0 && plan->reminders[index].trigger == TRIGGER_SITTING)
		wake_at_real(
			ret, now,
			(struct realtime){ moment_real_of(now, state->presence.absent_since).us +
					   presence_least(&state->presence, plan) + 1 });
}

static void wake_for_welcome(const struct plan *plan, const struct state *state, struct moment now,
			     struct result *ret)
{
	struct hold holds[HOLDS_MAX];
	if (state->welcome.stage != WELCOME_DUE)
		return;
	if (state->welcome.retry.us > now.boot.us)
		wake_at(ret, now, state->welcome.retry);
	else
		wake_for_holds(holds, holds_of_all(plan, state, now, holds), state, now, ret);
}

/* Watch for a rest while a card is up, and for NATURAL_AFTER after an unanswered one. */
static void watch_for(const struct plan *plan, const struct state *state, int index,
		      struct moment now, struct result *ret)
{
	const struct record *last = &state->reminders[index].last;
	struct boottime natural;
	struct realtime watched = { last->ended.us + NATURAL_AFTER };
	/* An end in the future is from before the clock was set back. */
	if (last->outcome == OUTCOME_UNANSWERED && last->ended.us <= now.real.us &&
	    watched.us > now.real.us) {
		ret->idle_after = IDLE_AT_CARD;
		if (state->input)
			wake_at_real(ret, now, watched);
	}
	if (natural_seen(plan, state, index, now, &natural) && natural.us > now.boot.us)
		wake_at(ret, now, natural);
	if (natural_late(plan, state, index, now, &natural) && natural.us > now.boot.us)
		wake_at(ret, now, natural);
}

/* The end of a reported level may have been missed. */
static void wake_for_doubt(const struct state *state, struct moment now, struct result *ret)
{
	const struct presence *presence = &state->presence;
	if (presence->absences & ABSENT_ASLEEP)
		wake_at(ret, now, (struct boottime){ presence->asleep_since.us + LEVEL_DOUBT });
	if (!(presence->absences & ABSENT_LOCKED) || presence->keys_since.us == 0 || !state->input)
		return;
	wake_at(ret, now, (struct boottime){ presence->keys_since.us + LEVEL_DOUBT });
	if (ret->idle_after > KEY_FRESH)
		ret->idle_after = KEY_FRESH;
}

/* The end of standing makes a card due. */
static void wake_for_standing(const struct state *state, struct moment now, struct result *ret)
{
	const struct presence *presence = &state->presence;
	wake_at(ret, now, presence->standing_ends);
	if (!presence->stands_open)
		watch_chair(state, now, moment_real_of(now, presence->standing_ends), ret);
}

static void wake_for_cues(const struct plan *plan, const struct state *state, struct moment now,
			  struct result *ret)
{
	const struct busy_state *call = &state->busy[BUSY_CALL];
	const struct ranges *quiet = plan_quiet(plan, state->card.reminder);
	if (quiet->count > 0)
		wake_at_real(ret, now,
			     hours_next_start(quiet->hours, quiet->count, &state->zone, now.real));
	/* Each press of a key is a new announcement, before which they are read. */
	bool read = call->read.us >= state->card.play.since.us;
	if (call->known)
		read_calls((struct boottime){ read ? call->read.us + CALL_AGAIN_KEY : now.boot.us },
			   now, ret);
}

void wake_find(const struct plan *plan, const struct state *state, struct moment now,
	       struct result *ret)
{
	struct boottime ends;
	wake_at_real(ret, now, (struct realtime){ state->zone.until.us - ZONE_AHEAD });
	wake_at_real(ret, now, state->paused_until);
	wake_at_real(ret, now, health_lapses(&plan->health, &state->zone, now.real));
	if (card_ends(plan, state, &ends)) {
		wake_at(ret, now, ends);
		if (!state->card.played)
			ret->idle_after = IDLE_AT_CARD;
	}
	if (play_next_turn(plan, state, now, &ends))
		wake_at(ret, now, ends);
	if (cue_runs(plan, state, now))
		wake_for_cues(plan, state, now, ret);
	if (natural_up(plan, state, &ends) && ends.us > now.boot.us)
		wake_at(ret, now, ends);
	if (presence_listens(plan, state, now))
		read_calls(busy_next_reading(state), now, ret);
	if (state->presence.absences & ABSENT_STANDING)
		wake_for_standing(state, now, ret);
	wake_for_doubt(state, now, ret);
	for (int i = 0; i < plan->count; i++) {
		wake_for(plan, state, i, now, ret);
		watch_for(plan, state, i, now, ret);
	}
	wake_for_welcome(plan, state, now, ret);
	if (!result_room(ret))
		wake_at(ret, now, now.boot);
}
