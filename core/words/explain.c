/* Due, holds and last row are those that the step uses, in the order of their interest to a user.
 */
#include "core/words/explain.h"

#include <string.h>

#include "core/policy/card.h"
#include "core/policy/deck.h"
#include "core/policy/due.h"
#include "core/policy/good.h"
#include "core/policy/ledger.h"
#include "core/policy/record.h"
#include "core/policy/water.h"

static const char *const reason_words[REASON_COUNT] = {
	[REASON_OFF] = "off",   [REASON_CARD_UP] = "card_up", [REASON_COMES] = "comes",
	[REASON_AWAY] = "away", [REASON_STANDS] = "standing", [REASON_DUE] = "due",
	[REASON_HELD] = "held", [REASON_OPEN] = "open",       [REASON_LAST] = "last",
	[REASON_CAME] = "came", [REASON_STILL] = "still",     [REASON_NEVER] = "never",
	[REASON_SHUT] = "shut",
};

const char *reason_word(enum reason_code code)
{
	return code < REASON_COUNT ? reason_words[code] : "";
}

static bool works_standing(const struct state *state)
{
	uint32_t absences = state->presence.absences;
	return (absences & ABSENT_STANDING) &&
	       (absences & ~(uint32_t)(ABSENT_STANDING | ABSENT_IDLE)) == 0;
}

/* Why its card does not come yet, and when it will. */
static struct reason outlook(const struct plan *plan, const struct state *state, int index,
			     struct moment now)
{
	const struct reminder *reminder = &plan->reminders[index];
	const struct reminder_state *its = &state->reminders[index];
	struct reason reason = { .code = REASON_COMES };
	if (its->due.us != 0) {
		reason.code = REASON_DUE;
		reason.since = its->due;
		return reason;
	}
	struct realtime speaks = due_speaks(plan, state, index, now);
	reason.until = due_next(plan, state, index, now);
	if (reminder->trigger == TRIGGER_SITTING && !its->called &&
	    !water_leads(plan, state, index)) {
		reason.every = plan->reminders[index].every;
		reason.amount =
			ledger_read(&its->ledger, reason.every, plan, &state->presence, now.boot);
	}
	reason.opens = due_opens(plan, state, index, now);
	if (speaks.us != REALTIME_OPEN.us)
		reason.until = speaks;
	if (due_open_from(plan, state, index, now.real).us == REALTIME_OPEN.us ||
	    due_in_vain(plan, state, index, now))
		reason.code = REASON_SHUT;
	else if (reason.until.us == REALTIME_OPEN.us)
		reason.code = reminder->trigger != TRIGGER_SITTING ? REASON_OPEN
			      : state->presence.frozen             ? REASON_STILL
			      : works_standing(state)              ? REASON_STANDS
								   : REASON_AWAY;
	if (reason.code == REASON_STANDS && !state->presence.stands_open)
		reason.until = moment_real_of(now, state->presence.standing_ends);
	return reason;
}

/* Whether a hold matters for a due: it ends after that, or the due is unknown and the hold is a
 * snooze. A workout always matters, because the user has to end it. */
static bool matters(const struct hold *hold, struct realtime due)
{
	bool open = due.us == REALTIME_OPEN.us;
	return hold->until.us > due.us || (open && hold->kind == HOLD_SNOOZED) ||
	       hold->kind == HOLD_WORKOUT;
}

/* Add the holds that matter. */
static int add_holds(const struct plan *plan, const struct state *state, int index,
		     struct moment now, struct realtime due, struct reason ret[])
{
	struct hold holds[HOLDS_MAX];
	int count = 0, all = holds_of(plan, state, index, now, holds);
	for (int i = 0; i < all; i++)
		if (matters(&holds[i], due))
			ret[count++] = (struct reason){ .code = REASON_HELD, .hold = holds[i] };
	return count;
}

static struct reason last_row(const struct record *last)
{
	if (last->sequence == 0 || last->outcome == OUTCOME_NONE)
		return (struct reason){ .code = REASON_NEVER };
	return (struct reason){
		.code = REASON_LAST,
		.since = last->ended,
		.outcome = last->outcome,
		.unasked = record_unasked(last),
	};
}

/* The moment of its last card: the one that is up, one that was taken down, or the last answered.
 */
static int add_came(const struct state *state, int index, struct reason ret[])
{
	const struct reminder_state *its = &state->reminders[index];
	struct realtime shown = its->seen.us != 0 ? its->seen : its->last.shown;
	if (card_answers(state, index))
		shown = state->card.shown.real;
	if (shown.us == 0 || its->came == GOOD_NONE || its->came >= GOOD_COUNT)
		return 0;
	*ret = (struct reason){ .code = REASON_CAME,
				.since = shown,
				.moment = (enum good_kind)its->came };
	return 1;
}

int explain(const struct plan *plan, const struct state *state, int index, struct moment now,
	    struct reason ret[REASONS_MAX])
{
	const struct reminder_state *its = &state->reminders[index];
	bool up = state->card.id != 0 && state->card.reminder == index;
	int count = 0;
	if (!plan->reminders[index].enabled) {
		ret[count++] = (struct reason){ .code = REASON_OFF };
	} else if (up) {
		ret[count++] =
			(struct reason){ .code = REASON_CARD_UP, .since = state->card.shown.real };
		count += add_came(state, index, ret + count);
	} else {
		struct realtime due = { 0 };
		if (!deck_is_barred(plan, state, index)) {
			ret[count++] = outlook(plan, state, index, now);
			due = its->due.us != 0 ? due : due_next(plan, state, index, now);
		}
		count += add_holds(plan, state, index, now, due, ret + count);
	}
	if (!up || its->last.sequence != 0)
		ret[count++] = last_row(&its->last);
	if (!up)
		count += add_came(state, index, ret + count);
	return count;
}

static const char *const reason_patterns[REASON_COUNT] = {
	[REASON_OFF] = N_("It is switched off."),
	[REASON_CARD_UP] = N_("Its card is up."),
	[REASON_COMES] = N_("Due {until}."),
	[REASON_AWAY] = N_("You are away, which clears sitting: {amount} of {every} counted."),
	[REASON_STANDS] =
		N_("You work standing, which clears sitting: {amount} of {every} counted."),
	[REASON_STILL] =
		N_("Nothing is typed in a film or a call, so sitting stands still: {amount} "
		   "of {every} counted."),
	[REASON_OPEN] = N_("No time can be given yet."),
	[REASON_SHUT] = N_("It never comes: quiet hours cover all its times."),
	[REASON_DUE] = N_("Due since {since}."),
	[REASON_HELD] = N_("Waiting: {hold}."),
	[REASON_LAST] = N_("Last card {since}: {outcome}."),
	[REASON_CAME] = N_("It came {moment} ({since})."),
	[REASON_NEVER] = N_("No card yet."),
};

static const char *pattern_of(const struct reason *reason)
{
	if (reason->code == REASON_COMES && reason->opens)
		return N_("Next: from {until} on, after {every} of sitting ({amount} so far).");
	if (reason->code == REASON_COMES && reason->every != 0)
		return N_("Next: {until}, after {every} of sitting ({amount} so far).");
	if (reason->code == REASON_STANDS && reason->until.us != REALTIME_OPEN.us)
		return N_("You work standing until {until}, which clears sitting: {amount} of "
			  "{every} counted.");
	if (reason->code == REASON_LAST && reason->unasked)
		return N_("Last answer {since}: {outcome}.");
	return reason_patterns[reason->code];
}

void reason_say(const struct reason *reason, const struct state *state, struct realtime now,
		words_translate *translate, char out[SENTENCE_SIZE])
{
	char since[WHEN_SIZE], until[WHEN_SIZE], amount[LENGTH_SIZE], every[LENGTH_SIZE];
	char hold[SENTENCE_SIZE];
	const char *outcome = outcome_say(reason->outcome), *came = good_say(reason->moment);
	words_when(reason->since, &state->zone, now, translate, since);
	words_when(reason->until, &state->zone, now, translate, until);
	length_say(reason->amount / USEC_PER_MIN * USEC_PER_MIN, amount);
	length_say(reason->every, every);
	words_hold(&reason->hold, state, now, translate, hold);
	const char *pattern = pattern_of(reason);
	words_fill(out, SENTENCE_SIZE, tr(translate, pattern), "since", since, "until", until,
		   "amount", amount, "every", every, "hold", hold, "outcome",
		   tr(translate, outcome), "moment", tr(translate, came), NULL);
}
