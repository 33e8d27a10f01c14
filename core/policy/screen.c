/*
 * A card that no display could show stays due and is tried again; one that a server dropped within
 * SEEN_LEAST was seen by nobody, and counts as not shown.
 */
#include "core/policy/screen.h"

#include <string.h>

#include "core/policy/answer.h"
#include "core/policy/card.h"
#include "core/policy/play.h"
#include "core/policy/silence.h"
#include "core/policy/welcome.h"

/* No card is sent until a display registers, or until the next try is due. */
static void no_display(struct state *state, struct moment now, unsigned tries)
{
	state->display = false;
	state->display_retry.us = now.boot.us + card_retry(tries);
}

void screen_not_shown(const struct plan *plan, struct state *state, const struct event *event,
		      struct result *ret)
{
	if (!card_is(state, event->card) || state->card.shown.real.us != 0)
		return;
	if (!state->card.called && state->display_tries < UINT8_MAX)
		state->display_tries++;
	if (!state->card.called)
		silence_note(plan, state, state->card.reminder, event->now);
	memset(&state->card, 0, sizeof(state->card));
	no_display(state, event->now, state->display_tries > 0 ? state->display_tries : 1u);
}

/* No timer: EVENT_DISPLAY follows when a server appears. */
void screen_no_server(const struct plan *plan, struct state *state, const struct event *event,
		      struct result *ret)
{
	screen_not_shown(plan, state, event, ret);
	welcome_waits(state, event->card);
	state->display = false;
	state->display_retry.us = 0;
}

void screen_shown(const struct plan *plan, struct state *state, const struct event *event,
		  struct result *ret)
{
	if (card_is(state, event->card) && state->card.shown.real.us == 0)
		card_seen(plan, state, event->now);
}

/* The server accepted the card and dropped it: nobody could have seen it. */
static void dropped(const struct plan *plan, struct state *state, const struct event *event,
		    struct result *ret)
{
	card_unsee(plan, state, event->now, ret);
	screen_not_shown(plan, state, event, ret);
}

void screen_closed(const struct plan *plan, struct state *state, const struct event *event,
		   struct result *ret)
{
	if (card_is(state, event->card) && card_is_dropped(state, event->now))
		dropped(plan, state, event, ret);
	else
		answer_closed(plan, state, event, ret);
}

void screen_lost(const struct plan *plan, struct state *state, const struct event *event,
		 struct result *ret)
{
	if (!card_is(state, event->card))
		return;
	if (state->card.shown.real.us == 0) {
		screen_not_shown(plan, state, event, ret);
	} else if (card_is_dropped(state, event->now)) {
		dropped(plan, state, event, ret);
	} else if (card_is_unread(state, event->now) &&
		   state->reminders[state->card.reminder].seen.us == 0) {
		/* Once only: a server that exits at each card would be tried for ever. */
		card_take_away(plan, state, event->now, ret);
		no_display(state, event->now, 1);
	} else {
		card_end(plan, state,
			 play_outcome(plan, &state->card, OUTCOME_UNANSWERED, event->now),
			 event->now.real, event->now, ret);
	}
}

void screen_ready(const struct plan *plan, struct state *state, const struct event *event,
		  struct result *ret)
{
	state->display = true;
	state->display_tries = 0;
	welcome_again(state);
}
