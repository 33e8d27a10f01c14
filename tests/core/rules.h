/*
 * The rules that hold whatever happens: an observer of events and actions that keeps its own
 * book of what is on the screen, and names the first rule that was broken.
 */
#ifndef LIMBER_TESTS_RULES_H
#define LIMBER_TESTS_RULES_H

#include "tests/core/rules_show.h"
#include "tests/rows.h"

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

/* The outcome of a rider: it is put off with its card. */
static inline enum outcome rules_rider(enum outcome outcome)
{
	bool again = outcome == OUTCOME_NONE || outcome == OUTCOME_SNOOZED;
	return again ? OUTCOME_NONE : OUTCOME_OFFERED;
}

/*
 * Every card that ended has exactly one first row for each reminder on it, of its outcome, or
 * offered for a rider; one that stays due has none, unless the user is up already or its time
 * is over. Another time of a reminder may have gone by: not shown.
 */
static inline void rules_close(struct rules *rules, const struct result *result,
			       const struct action *action)
{
	if (action->close.id == WELCOME_CARD) {
		rule_check(rules, rules->welcome, "closes first words that are not up");
		rules->welcome = rules->welcome_shows = false;
		return;
	}
	rule_check(rules, rules->card == action->close.id, "closes a card that is not up");
	for (int k = 0; k < rules->on_card; k++) {
		enum outcome outcome = action->close.outcome;
		if (rules->rider[k])
			outcome = rules_rider(outcome);
		for (int i = OUTCOME_DONE; i < OUTCOME_COUNT; i++) {
			int rows = rules_first_rows(result, rules->whose[k], (enum outcome)i);
			bool may = i == OUTCOME_NOT_SHOWN ||
				   ((i == OUTCOME_NATURAL || i == OUTCOME_UNANSWERED) &&
				    outcome == OUTCOME_NONE);
			rule_check(rules, may ? rows <= 1 : rows == (i == (int)outcome),
				   "%s closed as %d, with %d rows of %d", rules->whose[k],
				   (int)outcome, rows, i);
		}
	}
	rules->card = 0;
}

static inline void rules_actions(struct rules *rules, const struct plan *plan,
				 const struct state *before, const struct state *after,
				 struct moment now, const struct result *result)
{
	for (int i = 0; i < result->count; i++) {
		const struct action *action = &result->actions[i];
		if (action->kind == ACTION_SHOW && action->card.id == WELCOME_CARD)
			rules_welcome(rules, plan, after, now);
		else if (action->kind == ACTION_SHOW)
			rules_show(rules, plan, before, after, &action->card, now);
		else if (action->kind == ACTION_UPDATE)
			rule_check(rules, rules->shows && action->card.id == rules->card,
				   "updates a card that is not up");
		else if (action->kind == ACTION_CLOSE)
			rules_close(rules, result, action);
		else
			rules_record(rules, &action->record);
	}
}

/* The holds of a reminder, or of the first words: REMINDER_ANY. */
static inline int rules_holds(const struct plan *plan, const struct state *state, int index,
			      struct moment then)
{
	struct hold holds[HOLDS_MAX];
	if (index != REMINDER_ANY)
		return holds_of(plan, state, index, then, holds);
	return (state->welcome.retry.us > then.boot.us) + holds_of_all(plan, state, then, holds);
}

/* Without an event a reminder is held until the next wake. */
static inline void rules_woken(struct rules *rules, const struct plan *plan,
			       const struct state *state, int index, struct moment now,
			       const struct result *result)
{
	static const usec lengths[] = { 0, CALL_FRESH + 1, USEC_PER_HOUR, 12 * USEC_PER_HOUR,
					3 * USEC_PER_DAY };
	usec most = result->armed ? boottime_since(result->wake, now.boot) - 1 : USEC_PER_DAY * 9;
	for (size_t i = 0; i < ROWS(lengths); i++) {
		usec length = i > 0 && lengths[i] < most ? lengths[i] : most;
		struct moment then = { { now.boot.us + length }, { now.real.us + length } };
		rule_check(rules, rules_holds(plan, state, index, then) > 0,
			   "%s is due, in %d s nothing holds it, and no wake is armed",
			   index == REMINDER_ANY ? "welcome" : state->reminders[index].name,
			   (int)(length / USEC_PER_SEC));
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
	bool not_yet = result->read_calls || (result->armed && result->wake.us == now.boot.us) ||
		       (state->presence.absences & ABSENT_DOWN);
	if (state->welcome.stage == WELCOME_DUE && !not_yet)
		rules_woken(rules, plan, state, REMINDER_ANY, now, result);
	for (int i = 0; i < plan->count && !not_yet; i++) {
		uint64_t on = state->card.merged | state->card.riders;
		if (!plan->reminders[i].enabled || state->reminders[i].due.us == 0 ||
		    plan->reminders[i].with >= 0 ||
		    (state->card.id != 0 && (state->card.reminder == i || (on & UINT64_C(1) << i))))
			continue;
		int count = holds_of(plan, state, i, now, holds);
		rule_check(rules, count > 0, "%s is due and nothing holds it",
			   state->reminders[i].name);
		rule_check(rules,
			   count != 1 || holds[0].kind != HOLD_CALL ||
				   (result->armed &&
				    result->wake.us - now.boot.us <= 5 * USEC_PER_MIN),
			   "%s waits for a call that is not looked at again",
			   state->reminders[i].name);
		rules_woken(rules, plan, state, i, now, result);
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
	rule_check(rules, rules->welcome == (state->welcome.stage >= WELCOME_SENT),
		   "first words in the state and on no screen, or the other way round");
	rule_check(rules,
		   !rules->welcome || !(state->presence.absences & (ABSENT_LOCKED | ABSENT_ASLEEP)),
		   "the first words on a locked screen");
	rule_check(rules, result->count >= 0 && result->count <= ACTIONS_MAX, "actions");
	rule_check(rules, result->answer < ANSWER_COUNT, "no answer");
	rule_check(rules, !result->armed || result->wake.us >= now.boot.us, "a wake in the past");
	rule_check(rules, !result->watch_input || state->input, "a gap asked for without a source");
	rule_check(rules,
		   result->idle_after == IDLE_AT_CARD || result->idle_after == KEY_FRESH ||
			   result->idle_after == plan->still_sitting,
		   "no input for %d s is asked for", (int)(result->idle_after / USEC_PER_SEC));
	for (int i = 0; i < plan->count; i++) {
		usec every = plan->reminders[i].every;
		usec amount = ledger_read(&state->reminders[i].ledger, every, plan,
					  &state->presence, now.boot);
		rule_check(rules,
			   plan->reminders[i].trigger != TRIGGER_SITTING ||
				   (amount >= 0 && amount <= every),
			   "a ledger of %d s", (int)(amount / USEC_PER_SEC));
		rule_check(rules, strcmp(state->reminders[i].name, plan->reminders[i].name) == 0,
			   "reminder %d is another in state and plan", i);
		rule_check(rules,
			   state->reminders[i].due.us != 0 ||
				   state->reminders[i].valid_until.us == 0,
			   "%s is not due and has an end", state->reminders[i].name);
	}
}

/* Off the card: who is not in a new plan, and a rider that was answered by itself. */
static inline void rules_leave(struct rules *rules, const struct plan *plan,
			       const struct state *state)
{
	int kept = 0;
	for (int k = 0; k < rules->on_card; k++) {
		int index = plan_find(plan, rules->whose[k]);
		if (index < 0 || (rules->rider[k] && state->card.id != 0 &&
				  !(state->card.riders & UINT64_C(1) << index)))
			continue;
		memmove(rules->whose[kept], rules->whose[k], NAME_SIZE);
		rules->rider[kept++] = rules->rider[k];
	}
	rules->on_card = kept;
}

static inline void rules_shown(struct rules *rules, struct moment now)
{
	rules->had_before = rules->had_card;
	rules->shown_before = rules->shown;
	rules->shows = rules->had_card = true;
	rules->shown = now.boot;
	if (rules->unasked) {
		rules->before[1] = rules->before[0];
		rules->before[0] = now.boot;
	}
}

/* Gone so soon that nobody saw it. */
static inline bool rules_dropped(const struct rules *rules, const struct state *before,
				 const struct event *event)
{
	return (event->kind == EVENT_LOST || event->kind == EVENT_CLOSED) && rules->card != 0 &&
	       rules->shows && event->card == rules->card && rules->card == before->card.id &&
	       boottime_since(event->now.boot, rules->shown) < SEEN_LEAST;
}

/* Taken away before it was read. */
static inline bool rules_unread(const struct rules *rules, const struct state *before,
				const struct event *event)
{
	bool away = event->kind == EVENT_LOST || event->kind == EVENT_STOP ||
		    (event->kind == EVENT_ABSENT &&
		     event->absent.why & (ABSENT_LOCKED | ABSENT_ASLEEP));
	return away && rules->card != 0 && rules->shows && !before->card.called &&
	       !before->card.played && rules->card == before->card.id &&
	       (event->kind != EVENT_LOST || (event->card == rules->card &&
					      !before->reminders[before->card.reminder].seen.us)) &&
	       boottime_since(event->now.boot, rules->shown) < CARD_READ;
}

/* As if it had not been shown. */
static inline void rules_unshown(struct rules *rules, const struct state *before,
				 const struct event *event)
{
	if (!rules_dropped(rules, before, event) && !rules_unread(rules, before, event))
		return;
	rules->had_card = rules->had_before;
	rules->shown = rules->shown_before;
	if (rules->unasked) {
		rules->before[0] = rules->before[1];
		rules->before[1].us = 0;
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
	if (event->kind == EVENT_START && !event->start.same_boot)
		rules->before[0].us = rules->before[1].us = 0;
	bool failed = event->kind == EVENT_NOT_SHOWN || event->kind == EVENT_NO_SERVER ||
		      event->kind == EVENT_LOST;
	if (failed && event->card == rules->card && !rules->shows)
		rules->card = 0;
	if (event->kind == EVENT_PLAN)
		rules_leave(rules, plan, after);
	rules_of_welcome(rules, event);
	rules_unshown(rules, before, event);
	rules_actions(rules, plan, before, after, now, result);
	rules_leave(rules, plan, after);
	if (event->kind == EVENT_SHOWN && event->card != 0 && event->card == rules->card &&
	    !rules->shows) {
		rules_shown(rules, now);
	}
	rule_check(rules,
		   !result->read_calls || event->kind != EVENT_BUSY ||
			   event->busy.kind != BUSY_CALL,
		   "a reading asks for another");
	rules_state(rules, plan, after, now, result);
	rules_waiting(rules, plan, after, now, result);
}

#endif
