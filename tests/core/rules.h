/*
 * The rules that hold whatever happens: an observer of events and actions that keeps its own
 * book of what is on the screen, and names the first rule that was broken.
 */
#ifndef LIMBER_TESTS_RULES_H
#define LIMBER_TESTS_RULES_H

#include "tests/core/rule.h"
#include "tests/rows.h"

/* A card of an `every` reminder that nobody called for obeys everything. */
static inline void rules_every(struct rules *rules, const struct plan *plan,
			       const struct state *before, const struct state *after,
			       const struct card *card, struct moment now)
{
	int32_t day = zone_day(&after->zone, now.real, plan->day_starts);
	const char *name = plan->reminders[card->reminder].name;
	if (rules_snoozed(before, name) || rules_snoozed(after, name))
		return;
	rule_check(rules, !rules->had_card || boottime_since(now.boot, rules->shown) >= plan->gap,
		   "within the gap");
	rule_check(rules, plan->cap == 0 || state_today(&after->today, day).every < plan->cap,
		   "over the cap");
}

/* A card that nobody asked for is one of two in an hour; what the user set to a time is asked for.
 */
static inline void rules_hour(struct rules *rules, const struct plan *plan,
			      const struct state *before, const struct state *after,
			      const struct card *card, struct moment now)
{
	const struct reminder *reminder = &plan->reminders[card->reminder];
	const struct reminder_state *its = &after->reminders[card->reminder];
	bool asked = rules_snoozed(before, reminder->name) || its->snoozed;
	bool passes = reminder->trigger == TRIGGER_ON ||
		      (reminder->trigger == TRIGGER_AT && reminder->own);
	struct boottime second = rules->before[1];
	bool over = second.us == 0 || boottime_since(now.boot, second) >= USEC_PER_HOUR;
	bool late = gap_loses(plan, after, card->reminder,
			      (struct realtime){ now.real.us + USEC_PER_HOUR });
	rule_check(rules, asked || passes || over || late, "three cards in an hour");
	rules->unasked = !asked;
}

/* Nothing appears in quiet, and nothing where the last key is known to be old. */
static inline void rules_quiet(struct rules *rules, const struct plan *plan,
			       const struct state *state, int index, struct moment now)
{
	const struct presence *presence = &state->presence;
	const struct ranges *own = &plan->reminders[index].quiet;
	const struct ranges *quiet = own->count > 0 ? own : &plan->quiet;
	bool met = plan->reminders[index].trigger == TRIGGER_ON;
	bool film = plan->video == VIDEO_SITTING &&
		    (state->busy[BUSY_CALL].on || state->busy[BUSY_AWAKE].on);
	rule_check(rules, quiet->count == 0 || !rules_contain(quiet, state, now.real),
		   "%s appears in quiet", state->reminders[index].name);
	rule_check(rules,
		   met || film || !state->input || !presence->idle ||
			   boottime_since(now.boot, presence->idle_since) < KEY_FRESH,
		   "%s comes to an empty chair", state->reminders[index].name);
}

/* What holds for each reminder on a card that nobody called for. */
static inline void rules_on_card(struct rules *rules, const struct plan *plan,
				 const struct state *before, const struct state *after, int index,
				 struct moment now)
{
	const struct reminder *reminder = &plan->reminders[index];
	const struct reminder_state *its = &after->reminders[index];
	const struct ranges *hours = reminder->hours.count > 0 ? &reminder->hours : &plan->hours;
	int32_t day = zone_day(&after->zone, now.real, plan->day_starts);
	bool every = reminder->trigger == TRIGGER_SITTING || reminder->trigger == TRIGGER_CLOCK;
	bool snoozed = rules_snoozed(before, its->name) || its->snoozed;
	struct today today = state_today(&its->today, day);
	rule_check(rules, reminder->enabled, "%s is off", its->name);
	rule_check(rules, its->snoozed_until.us <= now.real.us, "%s in its snooze", its->name);
	rule_check(rules, !every || rules_contain(hours, after, now.real), "%s outside hours",
		   its->name);
	rule_check(rules,
		   reminder->most == 0 || snoozed || today.cards - today.called < reminder->most,
		   "%s over its most", its->name);
	rules_quiet(rules, plan, after, index, now);
}

static inline void rules_remember(struct rules *rules, const struct plan *plan, int index,
				  bool rider)
{
	rule_check(rules, rules->on_card < CARD_MAX, "more than a card holds");
	if (rules->on_card == CARD_MAX)
		return;
	memcpy(rules->whose[rules->on_card], plan->reminders[index].name, NAME_SIZE);
	rules->rider[rules->on_card++] = rider;
}

/* Who else is on it. A rider is where the one it rides on is, and due. */
static inline void rules_lines(struct rules *rules, const struct plan *plan,
			       const struct state *before, const struct state *after,
			       const struct card *card, struct moment now)
{
	rule_check(rules, !((card->merged | card->riders) & UINT64_C(1) << card->reminder),
		   "its own reminder once more");
	rule_check(rules, (card->merged & card->riders) == 0, "merged, and a rider");
	rule_check(rules, !card->called || (card->merged | card->riders) == 0,
		   "others on a called-for card");
	for (int i = 0; i < plan->count; i++) {
		uint64_t bit = UINT64_C(1) << i;
		int with = plan->reminders[i].with;
		if (!((card->merged | card->riders) & bit))
			continue;
		bool rider = card->riders & bit;
		rules_remember(rules, plan, i, rider);
		rules_on_card(rules, plan, before, after, i, now);
		rule_check(rules, rider == (with >= 0), "a rider by itself");
		rule_check(rules,
			   !rider || with == card->reminder || (card->merged & UINT64_C(1) << with),
			   "a rider without its card");
		rule_check(rules, !rider || after->reminders[i].due.us != 0, "a rider not due");
	}
}

static inline void rules_show(struct rules *rules, const struct plan *plan,
			      const struct state *before, const struct state *after,
			      const struct card *card, struct moment now)
{
	const struct reminder *reminder = &plan->reminders[card->reminder];
	rule_check(rules, rules->card == 0, "two cards");
	rule_check(rules, !rules->welcome, "a card beside the first words");
	rule_check(rules, card->id > rules->last_card, "a card's id is used again");
	rule_check(rules, card->id == after->card.id, "not the card of the state");
	rule_check(rules, reminder->enabled, "a card of one that is off");
	rule_check(rules, !(after->presence.absences & ABSENT_LOCKED), "a card on a locked screen");
	rules->card = rules->last_card = card->id;
	rules->shows = rules->unasked = false;
	rules->shows_count++;
	rules->on_card = 0;
	rules_remember(rules, plan, card->reminder, false);
	rules_lines(rules, plan, before, after, card, now);
	if (card->called)
		return;
	rules_all(rules, plan, after, now);
	rule_check(rules, card->due.us != 0, "a card that was not due");
	rule_check(rules, reminder->with < 0, "a card of a rider");
	rules_on_card(rules, plan, before, after, card->reminder, now);
	if (reminder->trigger == TRIGGER_SITTING || reminder->trigger == TRIGGER_CLOCK)
		rules_every(rules, plan, before, after, card, now);
	rules_hour(rules, plan, before, after, card, now);
	rule_check(rules, reminder->trigger == TRIGGER_ON || !rules_just_back(plan, after, now),
		   "a card for one who is just back");
}

/* The first words obey what binds every card, and come until they, or a card, were seen. */
static inline void rules_welcome(struct rules *rules, const struct plan *plan,
				 const struct state *state, struct moment now)
{
	rule_check(rules, !rules->welcome, "the first words twice");
	rule_check(rules, !rules->welcome_over, "the first words once more");
	rule_check(rules, rules->card == 0, "the first words beside a card");
	rules_all(rules, plan, state, now);
	rule_check(rules, state->display, "the first words where nothing can show them");
	rule_check(rules, !rules_contain(&plan->quiet, state, now.real) || plan->quiet.count == 0,
		   "the first words in quiet");
	rule_check(rules, !rules_just_back(plan, state, now), "the first words for one just back");
	rules->welcome = true;
	rules->welcomes_count++;
}

/* What is said of them, before the step's actions. Within a process a lock may take them down, to
 * come again; another one has them no more once they were seen. */
static inline void rules_of_welcome(struct rules *rules, const struct event *event)
{
	enum event_kind kind = event->kind;
	if (kind == EVENT_START) {
		rules->welcome = false;
		rules->welcome_over |= rules->welcome_seen;
	}
	if (kind == EVENT_SHOWN && event->card != 0 && event->card == rules->card)
		rules->welcome_over = true;
	if ((kind != EVENT_SHOWN && kind != EVENT_NOT_SHOWN && kind != EVENT_NO_SERVER &&
	     kind != EVENT_CLOSED && kind != EVENT_LOST) ||
	    event->card != WELCOME_CARD || !rules->welcome)
		return;
	rules->welcome_seen |= kind == EVENT_SHOWN;
	rules->welcome_over |= kind == EVENT_CLOSED || (kind == EVENT_LOST && rules->welcome_shows);
	if (kind == EVENT_LOST ||
	    ((kind == EVENT_NOT_SHOWN || kind == EVENT_NO_SERVER) && !rules->welcome_shows))
		rules->welcome = false;
	rules->welcome_shows = kind == EVENT_SHOWN || (rules->welcome && rules->welcome_shows);
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
