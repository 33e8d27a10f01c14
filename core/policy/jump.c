/*
 * All boot times in the state are of one boot. In another boot they are moved by the difference of
 * real time, and the time between is an absence.
 */
#include "core/policy/jump.h"

#include <string.h>

#include "core/policy/busy.h"
#include "core/policy/presence.h"

/* The difference of real time minus that of boot time. */
static usec jump_of(struct moment was, struct moment is)
{
	return realtime_since(is.real, was.real) - boottime_since(is.boot, was.boot);
}

static enum jump jump_classify(usec jump)
{
	if (jump > -JUMP_LEAST && jump < JUMP_LEAST)
		return JUMP_NONE;
	if (jump < 0)
		return jump < -JUMP_FAR ? JUMP_FAR_BACK : JUMP_BACK;
	return jump > JUMP_FAR ? JUMP_FAR_FORWARD : JUMP_FORWARD;
}

static void move_end(struct realtime *end, usec by)
{
	if (end->us != 0 && end->us != REALTIME_OPEN.us)
		end->us += by;
}

/* Move ends that are lengths by the jump; ends that users gave as clock times only by a jump back.
 */
static void move_ends(struct state *state, usec by, struct moment now)
{
	move_end(&state->first_start, by);
	move_end(&state->presence.long_back, by);
	move_end(&state->presence.workout, by);
	if (by < 0)
		move_end(&state->paused_until, by);
	for (int i = 0; i < state->count; i++) {
		struct reminder_state *its = &state->reminders[i];
		move_end(&its->due, by);
		move_end(&its->valid_until, by);
		if (by < 0)
			move_end(&its->snoozed_until, by);
		move_end(&its->mark, by);
		its->planned = now.real;
	}
}

bool jump_notice(struct state *state, struct moment now)
{
	usec jump = jump_of(state->at, now);
	switch (jump_classify(jump)) {
	case JUMP_NONE:
	case JUMP_BACK:    /* `planned` lies ahead: see fall_update() */
	case JUMP_FORWARD: /* `planned` lies behind: what follows it is found due */
		break;
	case JUMP_FAR_BACK:
	case JUMP_FAR_FORWARD:
		move_ends(state, jump, now);
		break;
	}
	return jump <= -JUMP_LEAST;
}

/* 0 stands for none. */
static void move_set(struct boottime *boot, usec by)
{
	if (boot->us != 0)
		boot->us += by;
}

static void move_boot_times(struct state *state, usec by)
{
	state->presence.absent_since.us += by;
	state->presence.sitting_since.us += by;
	state->presence.left.us += by;
	move_set(&state->spans.begin, by);
	move_set(&state->spans.since, by);
	move_set(&state->spans.left, by);
	state->work.since.us += by;
	move_set(&state->display_retry, by);
	state->spacing.last_card.us += by;
	move_set(&state->spacing.last_every, by);
	for (int i = 0; i < 2; i++)
		move_set(&state->spacing.unasked[i], by);
	state->card.shown.boot.us += by;
	move_set(&state->presence.standing_ends, by);
	for (int i = 0; i < state->count; i++) {
		state->reminders[i].ledger.since.us += by;
		state->reminders[i].unheld_since.us += by;
		move_set(&state->reminders[i].marked, by);
		move_set(&state->reminders[i].spoke, by);
	}
}

/* Ledgers neither grew nor shrank until now. */
static void forget_until(const struct plan *plan, struct state *state, struct moment now)
{
	state->work.since = now.boot;
	for (int i = 0; i < state->count; i++)
		if (plan->reminders[i].trigger == TRIGGER_SITTING)
			state->reminders[i].ledger.since = now.boot;
}

static void start_other_boot(const struct plan *plan, struct state *state, struct moment saved,
			     struct moment now)
{
	usec gone = realtime_since(now.real, saved.real);
	if (gone < 0)
		gone = 0;
	struct boottime left = { now.boot.us - gone };
	move_boot_times(state, left.us - saved.boot.us);
	state->presence.absences &= ~(uint32_t)ABSENT_DOWN;
	if (state->presence.absences == 0 && gone <= plan->still_sitting) {
		presence_settle(plan, state, (struct moment){ left, now.real });
		forget_until(plan, state, now);
		return;
	}
	presence_absent(state, ABSENT_DOWN, left, now);
	presence_present(plan, state, UINT32_MAX, now);
}

/* `limber away`, a workout and a lock (until logind reports otherwise) continue; the other reasons
 * are reported again by their sources. */
static void start_same_boot(const struct plan *plan, struct state *state, struct moment now)
{
	bool stopped = state->presence.absences & ABSENT_DOWN;
	state->presence.absences &= ~(uint32_t)ABSENT_DOWN;
	if (stopped && state->presence.absences == 0) {
		forget_until(plan, state, now);
		state->spans.down = state->presence.absent_since;
	}
	presence_present(plan, state, ABSENT_ASLEEP | ABSENT_IDLE, now);
	/* Saved by a version without an end of standing. */
	if (state->presence.standing_ends.us == 0)
		presence_stand(plan, state, 0, now);
}

void jump_start(const struct plan *plan, struct state *state, const struct event *event)
{
	struct moment saved = event->start.saved;
	state->display = true;
	state->display_tries = 0;
	state->next_card += state->next_card == 0;
	state->next_sequence += state->next_sequence == 0;
	memset(&state->undo, 0, sizeof(state->undo));
	state->input = state->input_dates = false; /* reported again by the source */
	state->presence.idle = false;
	presence_thaw(plan, state, event->start.same_boot ? event->now.boot : saved.boot);
	busy_forget(state);
	memset(&state->good, 0, sizeof(state->good));
	state->asks_until.us = event->now.boot.us + START_ASKS;
	if (saved.real.us == 0) {
		state->first_start = event->now.real;
		return;
	}
	if (event->start.same_boot)
		start_same_boot(plan, state, event->now);
	else
		start_other_boot(plan, state, saved, event->now);
}

void jump_stop(const struct plan *plan, struct state *state, struct moment now)
{
	if (state->presence.absences == 0)
		presence_settle(plan, state, now);
	presence_absent(state, ABSENT_DOWN, now.boot, now);
}
