/*
 * The rules that hold whatever happens: an observer of events and actions that keeps its own
 * book of what is on the screen, and names the first rule that was broken.
 */
#ifndef LIMBER_TESTS_RULES_H
#define LIMBER_TESTS_RULES_H

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "core/hold.h"
#include "core/hours.h"
#include "core/ledger.h"
#include "core/step.h"

struct rules {
	uint64_t card;         /* up or on its way; 0: none */
	char whose[NAME_SIZE]; /* that card's reminder */
	uint64_t last_card, last_sequence;
	bool had_card; /* one was shown in this boot, at: */
	struct boottime shown;
	bool shows;               /* a display said so of the card that is up */
	uint32_t revisions[4096]; /* by sequence, modulo */
	int shows_count;
	char broken[200]; /* the first broken rule, "" for none */
};

__attribute__((format(printf, 3, 4))) static inline void rule_check(struct rules *rules, bool good,
								    const char *format, ...)
{
	if (good || rules->broken[0] != '\0')
		return;
	va_list list;
	va_start(list, format);
	vsnprintf(rules->broken, sizeof(rules->broken), format, list);
	va_end(list);
}

/* Whether a snooze asked for a reminder's card: the state's own word. */
static inline bool rules_snoozed(const struct state *state, const char *name)
{
	for (int i = 0; i < state->count; i++)
		if (strcmp(state->reminders[i].name, name) == 0)
			return state->reminders[i].snoozed;
	return false;
}

/* A card of an `every` reminder that nobody called for obeys everything. */
static inline void rules_every(struct rules *rules, const struct plan *plan,
			       const struct state *before, const struct state *after,
			       const struct card *card, struct moment now)
{
	rule_check(rules, hours_contain(plan->hours, plan->hours_count, &after->zone, now.real),
		   "outside hours");
	const char *name = plan->reminders[card->reminder].name;
	bool snoozed = rules_snoozed(before, name) || rules_snoozed(after, name);
	rule_check(rules,
		   !rules->had_card || snoozed ||
			   boottime_since(now.boot, rules->shown) >= plan->gap,
		   "within the gap");
}

static inline void rules_show(struct rules *rules, const struct plan *plan,
			      const struct state *before, const struct state *after,
			      const struct card *card, struct moment now)
{
	rule_check(rules, rules->card == 0, "two cards");
	rule_check(rules, card->id > rules->last_card, "a card's id is used again");
	rule_check(rules, card->id == after->card.id, "not the card of the state");
	rule_check(rules, plan->reminders[card->reminder].enabled, "a card of one that is off");
	rule_check(rules, !(after->presence.absences & ABSENT_LOCKED), "a card on a locked screen");
	if (!card->called) {
		rule_check(rules,
			   after->presence.absences == 0 ||
				   (after->presence.absences == ABSENT_IDLE &&
				    !presence_away(&after->presence, plan, now.boot)),
			   "a card while away (%x)", after->presence.absences);
		rule_check(rules, after->paused_until.us <= now.real.us, "a card in a pause");
		rule_check(rules, after->reminders[card->reminder].snoozed_until.us <= now.real.us,
			   "a card in its snooze");
		rule_check(rules, card->due.us != 0, "a card that was not due");
		if (plan->reminders[card->reminder].trigger == TRIGGER_SITTING)
			rules_every(rules, plan, before, after, card, now);
	}
	rules->card = rules->last_card = card->id;
	rules->shows = false;
	rules->shows_count++;
	memcpy(rules->whose, plan->reminders[card->reminder].name, NAME_SIZE);
}

/* Sequences rise; the revisions of a row rise by one. */
static inline void rules_record(struct rules *rules, const struct record *row)
{
	uint32_t *revision = &rules->revisions[row->sequence % 4096];
	if (row->revision == 1) {
		rule_check(rules, row->sequence > rules->last_sequence, "a sequence is used again");
		rules->last_sequence = row->sequence;
		*revision = 0;
	}
	rule_check(rules, row->sequence <= rules->last_sequence, "a revision of no row");
	rule_check(rules, row->revision == *revision + 1, "revision %u of %u", row->revision,
		   *revision);
	rule_check(rules, row->outcome < OUTCOME_COUNT, "no outcome");
	rule_check(rules, row->outcome != OUTCOME_NONE || row->revision > 1,
		   "a first row of nothing");
	*revision = row->revision;
}

static inline int rules_first_rows(const struct result *result, const char *name,
				   enum outcome outcome)
{
	int count = 0;
	for (int i = 0; i < result->count; i++)
		count += result->actions[i].kind == ACTION_RECORD &&
			 result->actions[i].record.revision == 1 &&
			 result->actions[i].record.outcome == outcome &&
			 strcmp(result->actions[i].record.reminder, name) == 0;
	return count;
}

/*
 * Every card that ended has exactly one first row, but one that stays due has none. Another
 * time of the reminder, or the one that stays due, may have gone by: not shown.
 */
static inline void rules_close(struct rules *rules, const struct result *result,
			       const struct action *action)
{
	enum outcome outcome = action->close.outcome;
	rule_check(rules, rules->card == action->close.id, "closes a card that is not up");
	for (int i = OUTCOME_DONE; i < OUTCOME_COUNT; i++) {
		int rows = rules_first_rows(result, rules->whose, (enum outcome)i);
		rule_check(rules, i == OUTCOME_NOT_SHOWN ? rows <= 1 : rows == (i == (int)outcome),
			   "closed as %d, with %d rows of %d", (int)outcome, rows, i);
	}
	rules->card = 0;
}

static inline void rules_actions(struct rules *rules, const struct plan *plan,
				 const struct state *before, const struct state *after,
				 struct moment now, const struct result *result)
{
	for (int i = 0; i < result->count; i++) {
		const struct action *action = &result->actions[i];
		if (action->kind == ACTION_SHOW)
			rules_show(rules, plan, before, after, &action->card, now);
		else if (action->kind == ACTION_CLOSE)
			rules_close(rules, result, action);
		else
			rules_record(rules, &action->record);
	}
}

/*
 * What is due and may speak does; what waits only for a time is woken by then. Nothing is lost
 * and explain says what the step obeys.
 */
static inline void rules_waiting(struct rules *rules, const struct plan *plan,
				 const struct state *state, struct moment now,
				 const struct result *result)
{
	struct hold holds[HOLDS_MAX];
	bool not_yet = (result->armed && result->wake.us == now.boot.us) ||
		       (state->presence.absences & ABSENT_DOWN);
	for (int i = 0; i < plan->count && !not_yet; i++) {
		if (!plan->reminders[i].enabled || state->reminders[i].due.us == 0 ||
		    (state->card.id != 0 && state->card.reminder == i))
			continue;
		int count = holds_of(plan, state, i, now, holds);
		rule_check(rules, count > 0, "%s is due and nothing holds it",
			   state->reminders[i].name);
		bool open = count > 0 && holds[0].until.us == REALTIME_OPEN.us;
		rule_check(rules,
			   open || count == 0 ||
				   (result->armed &&
				    result->wake.us <= moment_boot_of(now, holds[0].until).us),
			   "%s waits for a time that no wake is armed for",
			   state->reminders[i].name);
	}
}

static inline void rules_state(struct rules *rules, const struct plan *plan,
			       const struct state *state, struct moment now,
			       const struct result *result)
{
	rule_check(rules, state->at.boot.us == now.boot.us && state->at.real.us == now.real.us,
		   "the state is not of the step's moment");
	rule_check(rules, state->count == plan->count, "%d reminders, not %d", state->count,
		   plan->count);
	rule_check(rules, state->card.id == rules->card, "card %d in the state, %d on the screen",
		   (int)state->card.id, (int)rules->card);
	rule_check(rules, result->count >= 0 && result->count <= ACTIONS_MAX, "actions");
	rule_check(rules, result->answer < ANSWER_COUNT, "no answer");
	rule_check(rules, !result->armed || result->wake.us >= now.boot.us, "a wake in the past");
	for (int i = 0; i < plan->count; i++) {
		usec amount = ledger_read(&state->reminders[i].ledger, &plan->reminders[i], plan,
					  &state->presence, now.boot);
		rule_check(rules,
			   plan->reminders[i].trigger != TRIGGER_SITTING ||
				   (amount >= 0 && amount <= plan->reminders[i].every),
			   "a ledger of %d s", (int)(amount / USEC_PER_SEC));
		rule_check(rules, strcmp(state->reminders[i].name, plan->reminders[i].name) == 0,
			   "reminder %d is another in state and plan", i);
	}
}

/* After each step. `before`: a copy of the state before it. */
static inline void rules_watch(struct rules *rules, const struct plan *plan,
			       const struct state *before, const struct state *after,
			       const struct event *event, const struct result *result)
{
	struct moment now = event->now;
	if (event->kind == EVENT_START && event->start.saved.real.us != 0 &&
	    !event->start.same_boot)
		rules->had_card = false;
	bool failed = event->kind == EVENT_NOT_SHOWN || event->kind == EVENT_LOST;
	if (failed && event->card == rules->card && !rules->shows)
		rules->card = 0;
	rules_actions(rules, plan, before, after, now, result);
	if (event->kind == EVENT_SHOWN && event->card != 0 && event->card == rules->card &&
	    !rules->shows) {
		rules->shows = rules->had_card = true;
		rules->shown = now.boot;
	}
	rules_state(rules, plan, after, now, result);
	rules_waiting(rules, plan, after, now, result);
}

#endif
