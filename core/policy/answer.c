/*
 * Each request finds what it is about, refuses what cannot be, remembers how it was, and acts.
 * What it is about: the card up, else the last one for ANSWER_LATE, else the reminder itself.
 */
#include "core/policy/answer.h"

#include <string.h>

#include "core/base/text.h"
#include "core/policy/card.h"
#include "core/policy/due.h"
#include "core/policy/ledger.h"
#include "core/policy/play.h"

static void refuse(struct result *ret, enum answer why)
{
	ret->answer = why;
}

static void remember_all(struct state *state, enum undo_kind kind, const int indices[], int count)
{
	memset(&state->undo, 0, sizeof(state->undo));
	state->undo.kind = kind;
	state->undo.count = count;
	for (int i = 0; i < count; i++) {
		state->undo.reminders[i] = indices[i];
		state->undo.before[i] = state->reminders[indices[i]];
	}
}

static void remember(struct state *state, enum undo_kind kind, int index)
{
	remember_all(state, kind, &index, 1);
}

static void remember_card(struct state *state, enum undo_kind kind)
{
	int indices[CARD_MAX], count = card_reminders(&state->card, indices);
	remember_all(state, kind, indices, count);
	state->undo.called = state->card.called;
}

static void remember_pause(struct state *state, enum undo_kind kind)
{
	memset(&state->undo, 0, sizeof(state->undo));
	state->undo.kind = kind;
	state->undo.paused_until = state->paused_until;
	memcpy(state->undo.paused_why, state->paused_why, sizeof(state->paused_why));
}

/* Whether the card that is up is the one asked for. */
static bool card_meant(const struct state *state, uint64_t card, int index)
{
	if (card != 0)
		return card_is(state, card);
	return state->card.id != 0 && (index == REMINDER_ANY || card_answers(state, index));
}

/* Whether a reminder's last row is of a card that can still be answered. */
static bool answerable(const struct record *last, struct moment now)
{
	usec ago = realtime_since(now.real, last->ended);
	return last->sequence != 0 && last->shown.us != 0 && last->outcome != OUTCOME_NONE &&
	       ago <= ANSWER_LATE && ago >= -ANSWER_LATE; /* before now: the clock was set */
}

/* Of one card, the row of its main reminder was booked first. */
static bool later_row(const struct record *row, const struct record *other)
{
	if (row->ended.us != other->ended.us)
		return row->ended.us > other->ended.us;
	return row->sequence < other->sequence;
}

/* The reminder whose card left last and can still be answered, -1 for none. */
static int last_card(const struct state *state, int index, struct moment now)
{
	int found = -1;
	for (int i = 0; i < state->count; i++) {
		const struct record *last = &state->reminders[i].last;
		if ((index != REMINDER_ANY && i != index) || !answerable(last, now))
			continue;
		if (found < 0 || later_row(last, &state->reminders[found].last))
			found = i;
	}
	return found;
}

static void answer_up(const struct plan *plan, struct state *state, enum outcome outcome,
		      struct moment now, struct result *ret)
{
	remember_card(state, UNDO_ANSWER);
	ret->reminder = state->card.reminder;
	card_end(plan, state, outcome, now.real, now, ret);
}

/* What an answer leaves of the ledger that its card had. */
static usec ledger_left(enum outcome outcome, usec had)
{
	return outcome == OUTCOME_SNOOZED ? had : outcome == OUTCOME_PARTLY ? had / 2 : 0;
}

/* Half of what the card had, and what was sat since it went; an absence since has paid that half.
 */
static struct ledger ledger_halved(const struct plan *plan, const struct state *state, int index,
				   const struct record *last, struct moment now)
{
	const struct reminder_state *its = &state->reminders[index];
	const struct presence *presence = &state->presence;
	usec every = plan->reminders[index].every;
	usec amount = ledger_read(&its->ledger, every, plan, presence, now.boot);
	bool away = presence_away(presence, plan, now.boot) ||
		    moment_real_of(now, presence->sitting_since).us > last->ended.us;
	if (!away)
		amount += ledger_left(OUTCOME_PARTLY, its->had) -
			  ledger_left(last->outcome, its->had);
	return (struct ledger){ amount < every ? amount : every, now.boot };
}

static void mend(const struct plan *plan, struct state *state, int index, enum outcome outcome,
		 struct moment now, struct result *ret)
{
	const struct record last = state->reminders[index].last;
	struct reminder_state *its = &state->reminders[index];
	record_amend(plan, state, index, &last, outcome, now, ret);
	struct ledger halved = ledger_halved(plan, state, index, &last, now);
	/* Sitting started again when the card went: to skip it now moves nobody. */
	if (outcome != OUTCOME_SKIPPED || last.outcome == OUTCOME_SNOOZED)
		card_settle(plan, state, index, outcome, now);
	else
		due_forget(its);
	if (outcome == OUTCOME_PARTLY)
		its->ledger = halved;
	/* Its item would have come again after the snooze. */
	if (last.outcome == OUTCOME_SNOOZED)
		its->place++;
}

/* Those whose last row is of the same card, the one asked about first; riders were only offered. */
static int same_card(const struct state *state, int index, int ret[CARD_MAX])
{
	const struct record *last = &state->reminders[index].last;
	int count = 0;
	ret[count++] = index;
	for (int i = 0; i < state->count && count < CARD_MAX; i++)
		if (i != index && state->reminders[i].last.shown.us == last->shown.us &&
		    state->reminders[i].last.outcome == last->outcome)
			ret[count++] = i;
	return count;
}

static void answer_late(const struct plan *plan, struct state *state, int index,
			enum outcome outcome, struct moment now, struct result *ret)
{
	int indices[CARD_MAX], count = same_card(state, index, indices);
	remember_all(state, UNDO_ANSWER, indices, count);
	ret->reminder = index;
	for (int i = 0; i < count; i++)
		mend(plan, state, indices[i], outcome, now, ret);
}

/* Which reminder a `done` without a name and without a card is about: the first that is on. */
static int first_on(const struct plan *plan)
{
	int found = -1;
	for (int i = plan->count - 1; i >= 0; i--) {
		if (!plan->reminders[i].enabled || plan->reminders[i].with >= 0 ||
		    plan->reminders[i].on == ON_STANDING)
			continue;
		if (found < 0 || plan->reminders[i].trigger == TRIGGER_SITTING ||
		    plan->reminders[found].trigger != TRIGGER_SITTING)
			found = i;
	}
	return found;
}

/* An outcome without a card. */
static void answer_unasked(const struct plan *plan, struct state *state, int index,
			   struct record row, struct moment now, struct result *ret)
{
	const struct item *item = due_item(plan, state, index);
	row.due = state->reminders[index].due;
	remember(state, UNDO_ANSWER, index);
	ret->reminder = index;
	record_new(plan, state, index, 0, &row, now, ret);
	card_settle(plan, state, index, row.outcome, now);
	/* Another item of the deck leaves it its place. */
	if (!item || strcmp(item->id, row.item) == 0)
		state->reminders[index].place++;
	/* A rider that is answered by name is no line to be booked any more. */
	state->card.riders &= ~(UINT64_C(1) << index);
}

static void done_unasked(const struct plan *plan, struct state *state, int index, struct moment now,
			 struct result *ret)
{
	const struct item *item = due_item(plan, state, index);
	struct record row = { .outcome = OUTCOME_DONE };
	name_copy(row.item, item ? item->id : "");
	answer_unasked(plan, state, index, row, now, ret);
}

/* Whose item it is: of a reminder for which it is the next one, else of the first that deals it. */
static int dealer(const struct plan *plan, const struct state *state, const char *id)
{
	int found = REMINDER_ANY;
	for (int i = plan->count - 1; i >= 0; i--)
		if (plan->reminders[i].enabled && due_deals(plan, i, id))
			found = i;
	for (int i = plan->count - 1; i >= 0; i--) {
		const struct item *item = due_item(plan, state, i);
		if (plan->reminders[i].enabled && item && strcmp(item->id, id) == 0)
			found = i;
	}
	return found;
}

void answer_did(const struct plan *plan, struct state *state, const struct event *event,
		struct result *ret)
{
	struct card *card = &state->card;
	struct record row = { .outcome = event->did.outcome, .seconds = event->did.seconds };
	if (card->id != 0 && strcmp(card->item, event->did.item) == 0) {
		card->played = true;
		card->play = (struct play){ .spent = row.seconds * USEC_PER_SEC };
		answer_up(plan, state, row.outcome, event->now, ret);
		return;
	}
	int index = dealer(plan, state, event->did.item);
	if (index == REMINDER_ANY) {
		refuse(ret, ANSWER_NOT_DEALT);
		return;
	}
	name_copy(row.item, event->did.item);
	answer_unasked(plan, state, index, row, event->now, ret);
}

void answer_card(const struct plan *plan, struct state *state, const struct event *event,
		 struct result *ret)
{
	int index = event->answer.reminder;
	enum outcome outcome = event->answer.outcome;
	if (card_meant(state, event->answer.card, index)) {
		answer_up(plan, state, outcome, event->now, ret);
		return;
	}
	int last = event->answer.card ? -1 : last_card(state, index, event->now);
	/* Done once more is one more. */
	bool again = last >= 0 && outcome == OUTCOME_DONE &&
		     state->reminders[last].last.outcome == OUTCOME_DONE;
	if (again)
		index = last;
	if (last >= 0 && !again) {
		answer_late(plan, state, last, outcome, event->now, ret);
		return;
	}
	if (event->answer.card != 0 || outcome != OUTCOME_DONE) {
		refuse(ret, ANSWER_NO_CARD);
		return;
	}
	index = index == REMINDER_ANY ? first_on(plan) : index;
	if (index < 0)
		refuse(ret, ANSWER_NO_REMINDER);
	else
		done_unasked(plan, state, index, event->now, ret);
}

void answer_closed(const struct plan *plan, struct state *state, const struct event *event,
		   struct result *ret)
{
	int indices[CARD_MAX], count = card_reminders(&state->card, indices);
	if (!card_is(state, event->card))
		return;
	answer_up(plan, state, play_outcome(plan, &state->card, OUTCOME_SKIPPED, event->now),
		  event->now, ret);
	for (int i = 0; i < count; i++)
		state->reminders[indices[i]].closed = true;
}

static enum answer check_until(struct realtime until, struct moment now, usec most)
{
	usec length = realtime_since(until, now.real);
	if (length <= 0)
		return ANSWER_PAST;
	return length > most ? ANSWER_TOO_FAR : ANSWER_OK;
}

/* Whether a reminder that has fallen due, or will at `due`, is not worth saying any more by then.
 */
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
		refuse(ret, ANSWER_OUTLIVED);
		return;
	}
	remember_card(state, UNDO_SNOOZE);
	ret->reminder = state->card.reminder;
	card_end(plan, state, OUTCOME_SNOOZED, until, now, ret);
}

static void put_off(const struct reminder *reminder, struct reminder_state *its,
		    struct realtime until)
{
	its->snoozed = true;
	its->snoozed_until = until;
	if (its->valid_until.us != 0 && its->valid_until.us < until.us + reminder->valid)
		its->valid_until.us = until.us + reminder->valid;
}

/* Before its card. */
static void snooze_ahead(const struct plan *plan, struct state *state, int index,
			 struct realtime until, struct result *ret)
{
	ret->reminder = index;
	if (!plan->reminders[index].enabled)
		refuse(ret, ANSWER_OFF);
	else if (due_silent(plan, state, index))
		refuse(ret, plan->setup_done ? ANSWER_NOT_FOR_YOU : ANSWER_HEALTH);
	else if (outlives(&plan->reminders[index], due_next(plan, state, index, state->at), until))
		refuse(ret, ANSWER_OUTLIVED);
	if (ret->answer != ANSWER_OK)
		return;
	remember(state, UNDO_SNOOZE, index);
	put_off(&plan->reminders[index], &state->reminders[index], until);
}

void answer_snooze(const struct plan *plan, struct state *state, const struct event *event,
		   struct result *ret)
{
	int index = event->snooze.reminder;
	struct realtime until = event->snooze.until;
	enum answer answer = check_until(until, event->now, SNOOZE_MAX);
	if (answer != ANSWER_OK) {
		refuse(ret, answer);
		return;
	}
	if (card_meant(state, event->snooze.card, index)) {
		snooze_card(plan, state, until, event->now, ret);
		return;
	}
	if (event->snooze.card != 0) {
		refuse(ret, ANSWER_NO_CARD);
		return;
	}
	if (index == REMINDER_ANY)
		index = due_first(plan, state, event->now);
	/* Whoever names none means what is due or about to be, however long it may be held. */
	struct realtime next = { 0 };
	if (index >= 0 && event->snooze.reminder == REMINDER_ANY)
		next = due_next(plan, state, index, event->now);
	if (next.us != REALTIME_OPEN.us && next.us >= until.us)
		index = -1;
	if (index < 0) {
		refuse(ret, ANSWER_NO_REMINDER);
		return;
	}
	snooze_ahead(plan, state, index, until, ret);
}

void answer_pause(const struct plan *plan, struct state *state, const struct event *event,
		  struct result *ret)
{
	enum answer answer = check_until(event->pause.until, event->now, PAUSE_MAX);
	if (answer != ANSWER_OK) {
		refuse(ret, answer);
		return;
	}
	remember_pause(state, UNDO_PAUSE);
	state->paused_until = event->pause.until;
	memset(state->paused_why, 0, sizeof(state->paused_why));
	if (event->pause.why)
		memcpy(state->paused_why, event->pause.why, text_fit(event->pause.why, WHY_SIZE));
	card_leave(plan, state, event->now, ret);
}

void answer_resume(const struct plan *plan, struct state *state, const struct event *event,
		   struct result *ret)
{
	(void)plan;
	if (state->paused_until.us <= event->now.real.us) {
		refuse(ret, ANSWER_NOT_PAUSED);
		return;
	}
	remember_pause(state, UNDO_RESUME);
	state->paused_until.us = 0;
	memset(state->paused_why, 0, sizeof(state->paused_why));
}

void answer_ring(const struct plan *plan, struct state *state, const struct event *event,
		 struct result *ret)
{
	int index = event->ring;
	ret->reminder = index;
	if (!plan->reminders[index].enabled)
		refuse(ret, ANSWER_OFF);
	else if (due_silent(plan, state, index))
		refuse(ret, plan->setup_done ? ANSWER_NOT_FOR_YOU : ANSWER_HEALTH);
	else if (state->presence.absences & ABSENT_LOCKED)
		refuse(ret, ANSWER_LOCKED);
	if (ret->answer != ANSWER_OK)
		return;
	card_leave(plan, state, event->now, ret);
	card_show(plan, state, index, true, event->now, ret);
}
