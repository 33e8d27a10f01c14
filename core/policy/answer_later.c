/* Snooze and pause keep the state before them for undo; a called-for card does not. */
#include "core/policy/answer.h"

#include <string.h>

#include "core/base/text.h"
#include "core/policy/card.h"
#include "core/policy/deck.h"
#include "core/policy/due.h"
#include "core/policy/undo.h"

static enum answer check_until(struct realtime until, struct moment now, usec most)
{
	usec length = realtime_since(until, now.real);
	if (length <= 0)
		return ANSWER_PAST;
	return length > most ? ANSWER_TOO_FAR : ANSWER_OK;
}

/* Whether the card of a reminder that is due at `due` is no longer valid at `until`. */
static bool outlives(const struct reminder *reminder, struct realtime due, struct realtime until)
{
	return reminder->trigger == TRIGGER_AT && due.us != 0 && due.us != REALTIME_OPEN.us &&
	       until.us > due.us + reminder->valid;
}

static void snooze_card(const struct plan *plan, struct state *state, struct realtime until,
			struct moment now, struct result *ret)
{
	const struct card *card = &state->card;
	ret->reminder = card->reminder;
	if (outlives(&plan->reminders[card->reminder], card->due, until)) {
		ret->answer = ANSWER_OUTLIVED;
		return;
	}
	undo_keep_card(state, UNDO_SNOOZE);
	card_end(plan, state, OUTCOME_SNOOZED, until, now, ret);
}

/* Whether a card of this reminder can be shown at all; else the request is refused. */
static bool can_show(const struct plan *plan, const struct state *state, int index,
		     struct result *ret)
{
	ret->reminder = index;
	if (!plan->reminders[index].enabled)
		ret->answer = ANSWER_OFF;
	else if (deck_is_barred(plan, state, index))
		ret->answer = plan->setup_done ? ANSWER_NOT_FOR_YOU : ANSWER_HEALTH;
	return ret->answer == ANSWER_OK;
}

/* Snooze a reminder whose card is not up. */
static void snooze_ahead(const struct plan *plan, struct state *state, int index,
			 struct realtime until, struct result *ret)
{
	if (!can_show(plan, state, index, ret))
		return;
	if (outlives(&plan->reminders[index], due_next(plan, state, index, state->at), until)) {
		ret->answer = ANSWER_OUTLIVED;
		return;
	}
	undo_keep(state, UNDO_SNOOZE, index);
	due_put_off(&plan->reminders[index], &state->reminders[index], until);
}

/* The reminder that a snooze without a name is about: due, or due before `until`, whatever holds
 * it; -1 for none. */
static int first_before(const struct plan *plan, const struct state *state, struct realtime until,
			struct moment now)
{
	int index = due_first(plan, state, now);
	struct realtime next = { 0 };
	if (index >= 0)
		next = due_next(plan, state, index, now);
	return next.us != REALTIME_OPEN.us && next.us >= until.us ? -1 : index;
}

void answer_snooze(const struct plan *plan, struct state *state, const struct event *event,
		   struct result *ret)
{
	int index = event->snooze.reminder;
	struct realtime until = event->snooze.until;
	enum answer answer = check_until(until, event->now, SNOOZE_MAX);
	if (answer != ANSWER_OK) {
		ret->answer = answer;
		return;
	}
	if (card_is_meant(state, event->snooze.card, index)) {
		snooze_card(plan, state, until, event->now, ret);
		return;
	}
	if (event->snooze.card != 0) {
		ret->answer = ANSWER_NO_CARD;
		return;
	}
	if (index == REMINDER_ANY)
		index = first_before(plan, state, until, event->now);
	if (index < 0)
		ret->answer = ANSWER_NO_REMINDER;
	else
		snooze_ahead(plan, state, index, until, ret);
}

void answer_pause(const struct plan *plan, struct state *state, const struct event *event,
		  struct result *ret)
{
	enum answer answer = check_until(event->pause.until, event->now, PAUSE_MAX);
	if (answer != ANSWER_OK) {
		ret->answer = answer;
		return;
	}
	undo_keep_pause(state, UNDO_PAUSE);
	state->paused_until = event->pause.until;
	memset(state->paused_why, 0, sizeof(state->paused_why));
	if (event->pause.why)
		memcpy(state->paused_why, event->pause.why, text_fit(event->pause.why, WHY_SIZE));
	card_leave(plan, state, event->now, ret);
}

void answer_resume(const struct plan *plan, struct state *state, const struct event *event,
		   struct result *ret)
{
	if (state->paused_until.us <= event->now.real.us) {
		ret->answer = ANSWER_NOT_PAUSED;
		return;
	}
	undo_keep_pause(state, UNDO_RESUME);
	state->paused_until.us = 0;
	memset(state->paused_why, 0, sizeof(state->paused_why));
}

void answer_ring(const struct plan *plan, struct state *state, const struct event *event,
		 struct result *ret)
{
	int index = event->ring;
	if (!can_show(plan, state, index, ret))
		return;
	if (state->presence.absences & ABSENT_LOCKED) {
		ret->answer = ANSWER_LOCKED;
		return;
	}
	card_leave(plan, state, event->now, ret);
	card_show(plan, state, index, true, event->now, ret);
}
