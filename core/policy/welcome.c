/* The state has only the stage of the welcome. Without a welcome in the shell it stays
 * WELCOME_OVER. */
#include "core/policy/welcome.h"

#include "core/model/card.h"
#include "core/policy/busy.h"
#include "core/policy/hold.h"
#include "core/policy/record.h"

/* A user with a row of history needs no welcome. */
void welcome_start(struct state *state, const struct event *event)
{
	bool fresh = !state->welcomed && state->next_sequence == 1;
	state->welcome = (struct welcome){ 0 };
	if (event->start.welcomes && fresh)
		state->welcome.stage = WELCOME_DUE;
}

void welcome_again(struct state *state)
{
	state->welcome.retry.us = 0;
}

void welcome_waits(struct state *state, uint64_t card)
{
	if (card == WELCOME_CARD && state->welcome.stage == WELCOME_SENT)
		state->welcome.stage = WELCOME_DUE;
	welcome_again(state);
}

static bool is_up(const struct state *state)
{
	return state->welcome.stage == WELCOME_SENT || state->welcome.stage == WELCOME_UP;
}

void welcome_leave(struct state *state, struct result *ret)
{
	if (!is_up(state))
		return;
	state->welcome.stage = WELCOME_DUE;
	result_add(ret, ACTION_CLOSE)->close.id = WELCOME_CARD;
}

void welcome_end(struct state *state)
{
	state->welcome.stage = WELCOME_OVER;
	state->welcomed = true;
}

/* The next stage after an event, for a welcome that was sent, and for one that is up. */
static const struct turn {
	enum event_kind kind;
	enum welcome_stage sent, up;
} turns[] = {
	{ EVENT_SHOWN, WELCOME_UP, WELCOME_UP },
	{ EVENT_NOT_SHOWN, WELCOME_DUE, WELCOME_UP },
	{ EVENT_LOST, WELCOME_DUE, WELCOME_OVER },
	{ EVENT_CLOSED, WELCOME_OVER, WELCOME_OVER },
};

static const struct turn *turn_find(const struct event *event)
{
	for (size_t i = 0; i < sizeof(turns) / sizeof(turns[0]); i++)
		if (turns[i].kind == event->kind && event->card == WELCOME_CARD)
			return &turns[i];
	return NULL;
}

bool welcome_event(struct state *state, const struct event *event, struct result *ret)
{
	struct welcome *welcome = &state->welcome;
	const struct turn *turn = turn_find(event);
	if (!turn || !is_up(state))
		return turn != NULL;
	enum welcome_stage next = welcome->stage == WELCOME_SENT ? turn->sent : turn->up;
	/* Close it on the other displays. */
	if (event->kind == EVENT_CLOSED)
		welcome_leave(state, ret);
	if (next == WELCOME_DUE)
		welcome->retry.us = event->now.boot.us + card_retry(++welcome->tries);
	else
		welcome_end(state);
	welcome->stage = next;
	return true;
}

void welcome_show(const struct plan *plan, struct state *state, struct moment now,
		  struct result *ret)
{
	struct hold holds[HOLDS_MAX];
	struct welcome *welcome = &state->welcome;
	if (welcome->stage != WELCOME_DUE || welcome->retry.us > now.boot.us || !result_room(ret) ||
	    holds_of_all(plan, state, now, holds) > 0)
		return;
	if ((plan->never_during & NEVER_CALL) && busy_unread(state, now)) {
		ret->read_calls = true;
		return;
	}
	welcome->stage = WELCOME_SENT;
	result_add(ret, ACTION_SHOW)->card =
		(struct card){ .id = WELCOME_CARD, .reminder = REMINDER_ANY, .item = WELCOME_ITEM };
}
