/*
 * The holds: whether each applies, since and until when. Holds with equal ends keep this order.
 */
#include "core/policy/hold.h"

#include "core/policy/busy.h"
#include "core/policy/chair.h"
#include "core/policy/day_card.h"
#include "core/policy/deck.h"
#include "core/policy/due.h"
#include "core/policy/gap.h"
#include "core/policy/ledger.h"
#include "core/policy/rules.h"
#include "core/policy/work.h"

static const char *const hold_words[HOLD_COUNT] = {
#define KIND(name, word) [HOLD_##name] = (word),
	HOLD_KINDS(KIND)
#undef KIND
};

_Static_assert((int)HOLD_COUNT <= HOLDS_MAX, "one of each kind");

enum busy busy_of_hold(enum hold_kind kind)
{
	return busy_of((int)kind, HOLD_CALL);
}

const char *hold_word(enum hold_kind kind)
{
	return kind < HOLD_COUNT ? hold_words[kind] : "";
}

/* The holds found so far, sorted: the one that ends last first. */
struct found {
	struct hold *holds;
	int count;
};

static struct hold *add(struct found *found, enum hold_kind kind, struct realtime since,
			struct realtime until)
{
	int at = found->count++;
	while (at > 0 && found->holds[at - 1].until.us < until.us) {
		found->holds[at] = found->holds[at - 1];
		at--;
	}
	found->holds[at] = (struct hold){ .kind = kind, .since = since, .until = until, .who = "" };
	return &found->holds[at];
}

static const struct realtime unknown = { 0 };

static void add_absences(struct found *found, const struct plan *plan,
			 const struct presence *presence, struct moment now)
{
	struct realtime since = moment_real_of(now, presence->absent_since);
	bool idle = presence_unseen(presence, plan, now.boot);
	if (presence->absences & ABSENT_LOCKED)
		add(found, HOLD_LOCKED, since, REALTIME_OPEN);
	if (presence->absences & ABSENT_ASLEEP)
		add(found, HOLD_ASLEEP, since, REALTIME_OPEN);
	if (idle || (presence->absences & ABSENT_BY_HAND))
		add(found, HOLD_AWAY, since, REALTIME_OPEN);
	if (presence->absences & ABSENT_WORKOUT)
		add(found, HOLD_WORKOUT, presence->workout, REALTIME_OPEN);
}

static void add_busy(struct found *found, const struct plan *plan, const struct state *state,
		     struct moment now)
{
	for (int i = 0; i < BUSY_COUNT; i++) {
		const struct busy_state *it = &state->busy[i];
		if (busy_holds(plan, state, (enum busy)i, now))
			add(found, (enum hold_kind)(HOLD_CALL + i), moment_real_of(now, it->since),
			    busy_until(plan, state, (enum busy)i, now))
				->who = it->who;
	}
}

static void add_counts(struct found *found, const struct plan *plan, const struct state *state,
		       int index, struct moment now)
{
	if (state->reminders[index].snoozed)
		return;
	if (due_capped(plan, state, index, now))
		add(found, HOLD_CAP, unknown, state_day_ends(plan, state, now.real));
	if (due_had_most(plan, state, index, now))
		add(found, HOLD_MOST, unknown, state_day_ends(plan, state, now.real));
}

static void add_soon(struct found *found, const struct plan *plan, const struct state *state,
		     struct moment now)
{
	struct realtime soon = due_soon(plan, state, now.real, now);
	if (soon.us != REALTIME_OPEN.us)
		add(found, HOLD_SOON, unknown, soon);
}

static void add_quiet(struct found *found, const struct ranges *quiet, const struct state *state,
		      struct moment now)
{
	const struct zone *zone = &state->zone;
	if (quiet->count == 0 || !hours_contain(quiet->hours, quiet->count, zone, now.real))
		return;
	add(found, HOLD_QUIET, unknown, hours_next_end(quiet->hours, quiet->count, zone, now.real));
}

static void add_gaps(struct found *found, const struct plan *plan, const struct state *state,
		     int index, struct moment now)
{
	struct gap gaps[GAPS_MAX];
	int count = gaps_of(plan, state, index, now, gaps);
	for (int i = 0; i < count; i++)
		add(found, gaps[i].kind, gaps[i].began, gaps[i].ends);
}

/* `hours`, and a calendar time that is near, hold only `every` reminders. */
static void add_times(struct found *found, const struct plan *plan, const struct state *state,
		      int index, struct moment now)
{
	const struct ranges *hours = plan_hours(plan, index);
	if (!plan_bound(plan, index))
		return;
	if (!hours_contain(hours->hours, hours->count, &state->zone, now.real))
		add(found, HOLD_HOURS, unknown,
		    hours_next_start(hours->hours, hours->count, &state->zone, now.real));
	if (!state->reminders[index].snoozed)
		add_soon(found, plan, state, now);
}

static void add_returning(struct found *found, const struct plan *plan, const struct state *state,
			  struct moment now)
{
	const struct presence *presence = &state->presence;
	struct boottime ends = { presence->sitting_since.us + plan->after_return };
	if (presence->returned && ends.us > now.boot.us)
		add(found, HOLD_RETURNING, moment_real_of(now, presence->sitting_since),
		    moment_real_of(now, ends));
}

/* A check-in waits for 30 min of work, and for its turn after a long absence. */
static void add_check_in(struct found *found, const struct plan *plan, const struct state *state,
			 int index, struct moment now)
{
	const struct reminder_state *its = &state->reminders[index];
	if (its->due.us == 0 || its->snoozed || !is_check_in(plan, state, index))
		return;
	struct realtime enough = work_enough(plan, state, now);
	if (enough.us > now.real.us)
		add(found, HOLD_WORK, unknown, enough);
	if (day_card_waits(plan, state, index, now))
		add(found, HOLD_TURN, unknown, state_day_ends(plan, state, now.real));
}

static void add_chair(struct found *found, const struct plan *plan, const struct state *state,
		      struct moment now)
{
	enum chair chair = chair_of(plan, state, now);
	if (chair == CHAIR_EMPTY)
		add(found, HOLD_CHAIR, moment_real_of(now, state->presence.idle_since),
		    REALTIME_OPEN);
	else if (chair == CHAIR_UNKNOWN)
		add(found, HOLD_CHAIR, unknown, moment_real_of(now, chair_known(state, now)));
}

/* When its hours end, or a quiet begins that lasts longer than it is valid. */
static struct realtime shuts(const struct plan *plan, const struct state *state, int index,
			     struct realtime wait, struct moment now)
{
	const struct ranges *quiet = plan_quiet(plan, index), *hours = plan_hours(plan, index);
	struct realtime ends = REALTIME_OPEN, starts = REALTIME_OPEN;
	if (plan_bound(plan, index) && hours->count > 0)
		ends = hours_next_end(hours->hours, hours->count, &state->zone, now.real);
	if (quiet->count > 0 && gap_loses(plan, state, index, wait))
		starts = hours_next_start(quiet->hours, quiet->count, &state->zone, now.real);
	return realtime_min(ends, starts);
}

/* The end of the wait, early enough for a card before that. */
static struct realtime wait_ends(const struct plan *plan, const struct state *state, int index,
				 struct moment now)
{
	struct boottime ends = { state->reminders[index].unheld_since.us +
				 plan->reminders[index].wait };
	struct realtime wait = moment_real_of(now, ends);
	struct realtime shut = shuts(plan, state, index, wait, now);
	return shut.us - plan->card_time < wait.us ? (struct realtime){ shut.us - plan->card_time }
						   : wait;
}

/* With a source of input, a reminder that nothing else holds waits for a good moment. */
static void add_moment(struct found *found, const struct plan *plan, const struct state *state,
		       int index, struct moment now)
{
	const struct reminder *reminder = &plan->reminders[index];
	const struct reminder_state *its = &state->reminders[index];
	if (!state->input || !its->unheld || its->snoozed || reminder->trigger == TRIGGER_ON)
		return;
	struct realtime ends = wait_ends(plan, state, index, now);
	if (ends.us > now.real.us)
		add(found, HOLD_WAITING, moment_real_of(now, its->unheld_since), ends);
}

/* The first of all holds. */
static void add_health(struct found *found, const struct plan *plan, const struct state *state,
		       int index)
{
	struct realtime until = REALTIME_OPEN;
	if (!deck_is_barred(plan, state, index))
		return;
	struct verdict verdict = deck_verdict(plan, state, index);
	if (verdict.until != INT32_MAX)
		until = zone_time(&state->zone, verdict.until, 0);
	add(found, HOLD_HEALTH, unknown, until);
	found->holds[0].verdict = verdict;
}

/* The holds on all reminders; `index` may be REMINDER_ANY. */
static void add_common(struct found *found, const struct plan *plan, const struct state *state,
		       int index, struct moment now)
{
	if (state->paused_until.us > now.real.us)
		add(found, HOLD_PAUSED, unknown, state->paused_until);
	if (state->card.id != 0 && state->card.reminder != index)
		add(found, HOLD_CARD_UP, state->card.shown.real, REALTIME_OPEN);
	if (state->asks_until.us > now.boot.us)
		add(found, HOLD_STARTING, unknown, moment_real_of(now, state->asks_until));
	if (!state->display)
		add(found, HOLD_NO_DISPLAY, unknown,
		    state->display_retry.us == 0 ? REALTIME_OPEN
						 : moment_real_of(now, state->display_retry));
	add_absences(found, plan, &state->presence, now);
	add_busy(found, plan, state, now);
}

int holds_of(const struct plan *plan, const struct state *state, int index, struct moment now,
	     struct hold ret[HOLDS_MAX])
{
	const struct reminder_state *its = &state->reminders[index];
	struct found found = { ret, 0 };
	add_health(&found, plan, state, index);
	if (its->snoozed_until.us > now.real.us)
		add(&found, HOLD_SNOOZED, unknown, its->snoozed_until);
	add_common(&found, plan, state, index, now);
	add_quiet(&found, plan_quiet(plan, index), state, now);
	add_times(&found, plan, state, index, now);
	add_gaps(&found, plan, state, index, now);
	add_counts(&found, plan, state, index, now);
	/* Only `on` reminders are shown right after a return. */
	if (plan->reminders[index].trigger != TRIGGER_ON)
		add_returning(&found, plan, state, now);
	add_check_in(&found, plan, state, index, now);
	if (found.count == 0 && its->due.us != 0 && chair_asked(plan, state, index, now))
		add_chair(&found, plan, state, now);
	if (found.count == 0)
		add_moment(&found, plan, state, index, now);
	return found.count;
}

int holds_of_all(const struct plan *plan, const struct state *state, struct moment now,
		 struct hold ret[HOLDS_MAX])
{
	struct found found = { ret, 0 };
	add_common(&found, plan, state, REMINDER_ANY, now);
	add_quiet(&found, &plan->quiet, state, now);
	add_returning(&found, plan, state, now);
	if (found.count == 0 && chair_of(plan, state, now) == CHAIR_EMPTY)
		add_chair(&found, plan, state, now);
	return found.count;
}

bool hold_is_reported(const struct plan *plan, const struct state *state, int index,
		      struct moment now)
{
	struct hold holds[HOLDS_MAX];
	bool due = state->reminders[index].due.us != 0 && plan->reminders[index].with < 0;
	int count = due ? holds_of(plan, state, index, now, holds) : 0;
	for (int i = 0; i < count; i++)
		if (holds[i].kind != HOLD_LOCKED && holds[i].kind != HOLD_AWAKE &&
		    holds[i].kind != HOLD_DND)
			return false;
	return count > 0;
}
