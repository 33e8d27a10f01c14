/* Each kind has a begin and a length, 0 if it does not apply. */
#include "core/policy/gap.h"

#include "core/model/card.h"
#include "core/policy/back_off.h"
#include "core/policy/rules.h"

bool gap_first_week(const struct plan *plan, const struct state *state, int index,
		    struct moment now)
{
	return plan->first_week_half && plan_bound(plan, index) && !plan->reminders[index].set &&
	       realtime_since(now.real, state->first_start) < FIRST_WEEK;
}

int gap_cap(const struct plan *plan, const struct state *state, int index, struct moment now)
{
	if (!plan_capped(plan, index))
		return 0;
	return gap_first_week(plan, state, index, now) ? (plan->cap + 1) / 2 : plan->cap;
}

usec gap_hours(const struct plan *plan, const struct zone *zone, struct realtime from,
	       struct realtime until)
{
	enum { TURNS_MAX = 2 * RANGES_MAX }; /* of a day's ranges */
	const struct ranges *hours = &plan->hours;
	usec sum = 0;
	for (int turn = 0; turn < TURNS_MAX && from.us < until.us; turn++) {
		if (!hours_contain(hours->hours, hours->count, zone, from))
			from = hours_next_start(hours->hours, hours->count, zone, from);
		if (from.us >= until.us)
			break;
		struct realtime end = hours_next_end(hours->hours, hours->count, zone, from);
		end = realtime_min(end, until);
		sum += realtime_since(end, from);
		from = end;
	}
	return sum;
}

static usec search_left(const struct plan *plan, const struct state *state, struct realtime from)
{
	int32_t day = state_day(plan, state, from);
	return gap_hours(plan, &state->zone, from, state_day_begins(plan, state, day + 1));
}

static struct realtime last_every(const struct state *state)
{
	return moment_real_of(state->at, state->spacing.last_every);
}

void gap_foresee(const struct plan *plan, struct state *state, bool anew)
{
	struct foresight *foresight = &state->foresight;
	struct realtime from = last_every(state);
	if (!anew && realtime_since(from, foresight->from) < USEC_PER_MIN &&
	    realtime_since(foresight->from, from) < USEC_PER_MIN)
		return;
	foresight->from = from;
	foresight->left = search_left(plan, state, from);
}

usec gap_share(usec hours, int cards)
{
	usec sat = (hours < SPREAD_HOURS ? hours : SPREAD_HOURS) / 2;
	usec share = cards > 0 ? sat / cards / USEC_PER_MIN * USEC_PER_MIN : 0;
	return share < SPREAD_MOST ? share : SPREAD_MOST;
}

/* A length that is longer in the first week: it ends with that week at the latest. */
static usec in_first_week(const struct plan *plan, const struct state *state, int index,
			  struct realtime from, usec length, struct moment now)
{
	usec left = realtime_since(state->first_start, from) + FIRST_WEEK;
	return gap_first_week(plan, state, index, now) && left < length ? left : length;
}

/* The rest of the cap is spread over the rest of the hours at the last such card. */
static usec spread(const struct plan *plan, const struct state *state, int index, struct moment now)
{
	struct realtime from = last_every(state);
	int32_t day = state_day(plan, state, now.real);
	struct today today = state_today(&state->today, day);
	int cap = gap_cap(plan, state, index, now);
	bool foreseen = state->foresight.at.us == state->at.real.us;
	if (cap == 0 || state_day(plan, state, from) != day)
		return 0;
	usec share = gap_share(foreseen ? state->foresight.left : search_left(plan, state, from),
			       cap - today.every);
	/* The next day has a cap of its own. */
	usec rest = realtime_since(state_day_begins(plan, state, day + 1), from);
	return in_first_week(plan, state, index, from, share < rest ? share : rest, now);
}

static int add(struct gap ret[], int count, enum hold_kind kind, struct boottime began, usec length,
	       struct moment now)
{
	struct realtime since = moment_real_of(now, began);
	if (began.us + length <= now.boot.us)
		return count;
	ret[count] = (struct gap){ kind, since, { since.us + length } };
	return count + 1;
}

bool gap_loses(const struct plan *plan, const struct state *state, int index, struct realtime real)
{
	const struct ranges *own = &plan->reminders[index].quiet;
	const struct ranges *quiet = own->count > 0 ? own : &plan->quiet;
	struct realtime valid = state->reminders[index].valid_until;
	struct realtime open =
		hours_open_from(NULL, 0, quiet->hours, quiet->count, &state->zone, real);
	return valid.us != 0 && open.us >= valid.us;
}

/* Whether the limit of two cards an hour applies to it: not where the user set its time or its
 * interval, but always to a repeated card, which the user did not set. */
static bool fills_the_hour(const struct plan *plan, const struct state *state, int index)
{
	const struct reminder *reminder = &plan->reminders[index];
	return (plan_bound(plan, index) && !reminder->set) ||
	       (reminder->trigger == TRIGGER_AT && !reminder->own) ||
	       state->reminders[index].asked > 0;
}

/* A reminder that would not be valid at its end passes. */
static int add_hour(struct gap ret[], int count, const struct plan *plan, const struct state *state,
		    int index, struct moment now)
{
	struct boottime began = state->spacing.unasked[1];
	struct realtime ends = { moment_real_of(now, began).us + USEC_PER_HOUR };
	if (began.us == 0 || gap_loses(plan, state, index, ends))
		return count;
	return add(ret, count, HOLD_HOUR, began, USEC_PER_HOUR, now);
}

int gaps_of(const struct plan *plan, const struct state *state, int index, struct moment now,
	    struct gap ret[GAPS_MAX])
{
	const struct reminder_state *its = &state->reminders[index];
	const struct spacing *spacing = &state->spacing;
	int count = 0;
	if (its->snoozed)
		return 0;
	if (fills_the_hour(plan, state, index))
		count = add_hour(ret, count, plan, state, index, now);
	if (!plan_bound(plan, index))
		return count;
	if (spacing->had_card)
		count = add(ret, count, HOLD_GAP, spacing->last_card, plan->gap, now);
	if (spacing->last_every.us != 0 && gap_first_week(plan, state, index, now))
		count = add(
			ret, count, HOLD_FIRST_WEEK, spacing->last_every,
			in_first_week(plan, state, index, last_every(state), FIRST_WEEK_GAP, now),
			now);
	usec share = spacing->last_every.us != 0 ? spread(plan, state, index, now) : 0;
	if (share > plan->gap)
		count = add(ret, count, HOLD_SPREAD, spacing->last_every, share, now);
	if (its->spoke.us != 0)
		count = add(ret, count, HOLD_BACK_OFF, its->spoke, back_off_gap(plan, its), now);
	return count;
}

void gap_begin(const struct plan *plan, struct state *state, struct moment now)
{
	struct spacing *spacing = &state->spacing;
	state->card.before = *spacing;
	spacing->last_card = now.boot;
	spacing->had_card = true;
	if (state->card.called || state->reminders[state->card.reminder].called)
		return;
	if (!state->reminders[state->card.reminder].snoozed) {
		spacing->unasked[1] = spacing->unasked[0];
		spacing->unasked[0] = now.boot;
	}
	if (plan_capped(plan, state->card.reminder))
		spacing->last_every = now.boot;
	for (int i = 0; i < plan->count; i++)
		if (card_answers(state, i))
			state->reminders[i].spoke = now.boot;
}

void gap_take_back(struct state *state)
{
	for (int i = 0; i < state->count; i++)
		if (card_answers(state, i))
			state->reminders[i].spoke.us = 0;
	state->spacing = state->card.before;
}
