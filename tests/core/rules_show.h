/* The rules of a card that is shown, and of the welcome. */
#ifndef LIMBER_TESTS_RULES_SHOW_H
#define LIMBER_TESTS_RULES_SHOW_H

#include "tests/core/rule.h"

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

#endif
