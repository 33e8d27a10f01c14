/*
 * An absence is a set of reasons with one begin, that of the earliest. It ends with the last
 * reason, and only then the ledgers are settled.
 */
#include "core/policy/presence.h"

#include "core/policy/busy.h"
#include "core/policy/due.h"
#include "core/policy/ledger.h"
#include "core/policy/rules.h"
#include "core/policy/work.h"

/* A function for every ledger. */
typedef void deed(const struct plan *plan, const struct state *state, int index,
		  struct reminder_state *its, struct moment now);

static void each_ledger(const struct plan *plan, struct state *state, deed *does, struct moment now)
{
	for (int i = 0; i < plan->count; i++)
		if (plan->reminders[i].trigger == TRIGGER_SITTING)
			does(plan, state, i, &state->reminders[i], now);
	/* The states that `limber undo` would bring back, too. */
	for (int i = 0; i < state->undo.count; i++)
		if (plan->reminders[state->undo.reminders[i]].trigger == TRIGGER_SITTING)
			does(plan, state, state->undo.reminders[i], &state->undo.before[i], now);
}

static void settle(const struct plan *plan, const struct state *state, int index,
		   struct reminder_state *its, struct moment now)
{
	its->ledger.amount = ledger_read(&its->ledger, plan->reminders[index].every, plan,
					 &state->presence, now.boot);
	its->ledger.since = now.boot;
}

void presence_settle(const struct plan *plan, struct state *state, struct moment now)
{
	work_settle(plan, state, now);
	each_ledger(plan, state, settle, now);
}

void presence_absent(struct state *state, uint32_t why, struct boottime since, struct moment now)
{
	struct presence *presence = &state->presence;
	if (since.us > now.boot.us)
		since = now.boot;
	if (presence->absences == 0 || since.us < presence->absent_since.us)
		presence->absent_since = since;
	if ((presence->absences & ~(uint32_t)ABSENT_STANDING) == 0 && why != ABSENT_STANDING)
		presence->left = since;
	presence->absences |= why;
}

void presence_idle(struct state *state, struct boottime since, struct moment now)
{
	struct presence *presence = &state->presence;
	if (since.us > now.boot.us)
		since = now.boot;
	if (!presence->idle || since.us < presence->idle_since.us)
		presence->idle_since = since;
	presence->idle = true;
}

void presence_stand(const struct plan *plan, struct state *state, usec length, struct moment now)
{
	struct presence *presence = &state->presence;
	struct boottime night = moment_boot_of(now, state_day_ends(plan, state, now.real));
	struct boottime most = { now.boot.us + STANDING_MOST };
	presence->stands_open = length == 0;
	presence->standing_ends.us = now.boot.us + length;
	if (length == 0)
		presence->standing_ends = boottime_min(night, most);
}

bool presence_stood(const struct plan *plan, const struct state *state, uint32_t why,
		    struct moment now)
{
	const struct presence *presence = &state->presence;
	uint32_t others = presence->absences & ~(uint32_t)ABSENT_STANDING;
	usec least = others == ABSENT_IDLE ? plan->still_sitting : REPORTED_COUNTS;
	return (presence->absences & ABSENT_STANDING) && presence->stands_open && others != 0 &&
	       (others & ~why) == 0 && boottime_since(now.boot, presence->left) > least;
}

void presence_present(const struct plan *plan, struct state *state, uint32_t why, struct moment now)
{
	struct presence *presence = &state->presence;
	if (why & ABSENT_IDLE)
		presence->idle = false;
	if (presence->absences == 0)
		return;
	if ((presence->absences & ~why) != 0) {
		presence->counts = presence_away(presence, plan, now.boot);
		presence->absences &= ~why;
		return;
	}
	if (presence_away(presence, plan, now.boot)) {
		presence_settle(plan, state, now);
		presence->sitting_since = now.boot;
		if (boottime_since(now.boot, presence->absent_since) > USEC_PER_DAY)
			presence->long_back = now.real;
		presence->returned = presence->absences != ABSENT_STANDING;
	}
	presence->absences = 0;
	presence->counts = false;
}

bool presence_works_out(const struct state *state, struct moment now)
{
	struct realtime began = state->presence.workout;
	return began.us != 0 && realtime_since(now.real, began) <= USEC_PER_DAY;
}

/* Back-dated, but what fell due meanwhile stays so. */
static void stop(const struct plan *plan, const struct state *state, int index,
		 struct reminder_state *its, struct moment since)
{
	if (its->due.us != 0)
		since = state->at;
	if (its->ledger.since.us < since.boot.us)
		settle(plan, state, index, its, since);
}

static void freeze(const struct plan *plan, struct state *state, struct boottime since,
		   struct moment now)
{
	if (state->presence.frozen)
		return;
	each_ledger(plan, state, stop, (struct moment){ since, moment_real_of(now, since) });
	state->presence.frozen = true;
}

static void run(const struct plan *plan, const struct state *state, int index,
		struct reminder_state *its, struct moment since)
{
	its->ledger.since = since.boot;
}

void presence_thaw(const struct plan *plan, struct state *state, struct boottime since)
{
	if (state->presence.frozen)
		each_ledger(plan, state, run, (struct moment){ since, { 0 } });
	state->presence.frozen = false;
}

bool presence_follow(const struct plan *plan, struct state *state, struct moment now)
{
	struct presence *presence = &state->presence;
	struct spell awake = busy_awake(plan, state, now);
	bool excused = presence->idle && awake.lasts && plan->video != VIDEO_AWAY;
	if (excused && !presence_away(presence, plan, now.boot))
		presence->absences &= ~(uint32_t)ABSENT_IDLE;
	if (excused && plan->video == VIDEO_FROZEN && presence->absences == 0)
		freeze(plan, state, boottime_max(presence->idle_since, awake.since), now);
	else
		presence_thaw(plan, state, now.boot);
	if (!presence->idle || excused || (presence->absences & ABSENT_IDLE))
		return false;
	if (presence->absences == 0 && plan->video != VIDEO_AWAY && busy_unread(state, now))
		return true;
	if (plan->video == VIDEO_AWAY)
		awake.until = presence->idle_since;
	/* If only awake_limit ended it, the absence counts at once. */
	if (awake.lapsed)
		awake.until.us -= plan->still_sitting + 1;
	presence_absent(state, ABSENT_IDLE, boottime_max(presence->idle_since, awake.until), now);
	return false;
}

bool presence_listens(const struct plan *plan, const struct state *state, struct moment now)
{
	return state->presence.idle && state->presence.absences == 0 && plan->video != VIDEO_AWAY &&
	       busy_counts(plan, state, BUSY_CALL, now);
}

static void correct(const struct plan *plan, int index, struct ledger *ledger, usec sat)
{
	usec every = plan->reminders[index].every, amount = ledger->amount + sat;
	if (plan->reminders[index].trigger != TRIGGER_SITTING)
		return;
	if (sat < 0)
		amount -= ledger_pay(-sat, every, plan->pays_back);
	amount = amount < every ? amount : every;
	ledger->amount = amount > 0 ? amount : 0;
}

void presence_correct(const struct plan *plan, struct state *state, usec sat, struct moment now)
{
	if (state->presence.absences == 0)
		presence_settle(plan, state, now);
	for (int i = 0; i < plan->count; i++)
		correct(plan, i, &state->reminders[i].ledger, sat);
	/* The states that `limber undo` would bring back, too. */
	for (int i = 0; i < state->undo.count; i++)
		correct(plan, state->undo.reminders[i], &state->undo.before[i].ledger, sat);
}
