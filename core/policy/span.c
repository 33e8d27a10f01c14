/*
 * struct presence has only the present absence and no list of earlier ones, so the spans are found
 * by comparing it after each step with the one before. At most four rows are booked in a step: see
 * ACTIONS_OF_ONE.
 */
#include "core/policy/span.h"

#include "core/policy/ledger.h"
#include "core/policy/record.h"

static void span_book(const struct plan *plan, struct state *state, enum record_kind kind,
		      struct boottime from, struct boottime until, struct result *ret)
{
	usec length = boottime_since(until, from);
	struct record row = { .kind = kind, .outcome = OUTCOME_DONE };
	if (length < SPAN_LEAST)
		return;
	row.ended = moment_real_of(state->at, until);
	row.shown.us = row.ended.us - length;
	row.seconds =
		length < INT32_MAX * USEC_PER_SEC ? (int32_t)(length / USEC_PER_SEC) : INT32_MAX;
	if (kind == RECORD_AWAY)
		row.marks = state->spans.how ? state->spans.how : ABSENT_DOWN;
	record_span(plan, state, &row, ret);
}

/* Sitting that ended at `left`, and an absence from there until now that presence does not know. */
static void span_break(const struct plan *plan, struct state *state, struct boottime left,
		       enum absence how, struct result *ret)
{
	struct spans *spans = &state->spans;
	span_book(plan, state, RECORD_SITTING, spans->begin, left, ret);
	spans->how = how;
	span_book(plan, state, RECORD_AWAY, left, state->at.boot, ret);
	spans->how = 0;
	spans->begin = state->at.boot;
}

/* The ledgers stood still while limberd did not run; nobody knows more. */
static void span_down(const struct plan *plan, struct state *state, struct result *ret)
{
	struct spans *spans = &state->spans;
	struct boottime down = spans->down;
	spans->down.us = 0;
	if (down.us == 0 || spans->booked ||
	    boottime_since(state->at.boot, down) <= plan->still_sitting)
		return;
	span_break(plan, state, down, ABSENT_DOWN, ret);
}

static void span_leave(const struct plan *plan, struct state *state, struct boottime left,
		       struct result *ret)
{
	span_book(plan, state, RECORD_SITTING, state->spans.begin, left, ret);
	state->spans.left = left;
	state->spans.booked = 1;
}

void span_follow(const struct plan *plan, struct state *state, struct result *ret)
{
	const struct presence *presence = &state->presence;
	struct spans *spans = &state->spans;
	struct boottime since = presence->sitting_since;
	if (spans->since.us == 0 && spans->begin.us == 0)
		spans->begin = spans->since = since;
	span_down(plan, state, ret);
	if (spans->since.us != since.us) {
		if (!spans->booked)
			span_leave(plan, state, boottime_min(presence->absent_since, since), ret);
		span_book(plan, state, RECORD_AWAY, spans->left, since, ret);
		*spans = (struct spans){ .begin = since, .since = since };
	}
	if (!spans->booked && presence_away(presence, plan, state->at.boot))
		span_leave(plan, state, presence->absent_since, ret);
	if (presence->absences == 0 && !spans->booked)
		spans->how = 0;
	spans->how |= presence->absences;
}

void span_stood(const struct plan *plan, struct state *state, usec length, struct result *ret)
{
	struct spans *spans = &state->spans;
	struct boottime left = { state->at.boot.us - length };
	if (spans->booked || state->presence.absences != 0 || left.us < spans->begin.us)
		return;
	span_break(plan, state, left, ABSENT_STANDING, ret);
}
