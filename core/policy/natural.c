/* Each case has its card, and the moment from which on an absence answers that. */
#include "core/policy/natural.h"

#include "core/model/card.h"
#include "core/policy/busy.h"
#include "core/policy/deck.h"
#include "core/policy/ledger.h"

/* No input since long before the card, and no film or call that ended since: nobody is known to
 * have been there to get up. */
static bool unseen(const struct plan *plan, const struct state *state, struct boottime shown)
{
	const struct presence *presence = &state->presence;
	return presence->absences == ABSENT_IDLE &&
	       boottime_since(shown, presence->idle_since) > KEY_FRESH &&
	       busy_awake(plan, state, state->at).lapsed;
}

/* Since when the user is away, if that can be an answer: not if the user was away when the card
 * came, stood before it, or listens in a call. */
static bool away_since(const struct plan *plan, const struct state *state, struct boottime shown,
		       struct boottime *ret)
{
	const struct presence *presence = &state->presence;
	if (presence->absences == 0 || boottime_since(shown, presence->absent_since) > KEY_FRESH ||
	    (presence->absences == ABSENT_STANDING && presence->absent_since.us < shown.us) ||
	    (presence->absences == ABSENT_IDLE && busy_counts(plan, state, BUSY_CALL, state->at)) ||
	    unseen(plan, state, shown))
		return false;
	*ret = boottime_max(presence->absent_since, shown);
	return true;
}

/* From when on the absence that there is counts; to shut the lid under a card is to go. */
static struct boottime counts_from(const struct plan *plan, const struct state *state)
{
	const struct presence *presence = &state->presence;
	usec least = presence_least(presence, plan);
	if ((presence->absences & ABSENT_ASLEEP) && least > REPORTED_COUNTS)
		least = REPORTED_COUNTS;
	return (struct boottime){ presence->absent_since.us + least + 1 };
}

bool natural_up(const struct plan *plan, const struct state *state, struct boottime *ret)
{
	const struct card *card = &state->card;
	if (card->id == 0 || card->shown.real.us == 0 || card->played ||
	    state->presence.absences == ABSENT_IDLE ||
	    !away_since(plan, state, card->shown.boot, ret))
		return false;
	*ret = counts_from(plan, state);
	return true;
}

bool natural_seen(const struct plan *plan, const struct state *state, int index, struct moment now,
		  struct boottime *ret)
{
	const struct reminder_state *its = &state->reminders[index];
	struct boottime seen;
	/* A rider is offered again with the next card. */
	if (its->due.us == 0 || its->seen.us == 0 || plan->reminders[index].with >= 0)
		return false;
	seen = moment_boot_of(now, its->seen);
	if (card_has(state, index) || !away_since(plan, state, seen, ret) ||
	    boottime_since(*ret, seen) > plan->card_time + NATURAL_AFTER)
		return false;
	*ret = counts_from(plan, state);
	return true;
}

/* Whether the last card was not answered, so that getting up can be the answer. */
static bool is_open(const struct reminder_state *its)
{
	const struct record *last = &its->last;
	return (last->outcome == OUTCOME_UNANSWERED && last->revision == 1) ||
	       (last->outcome == OUTCOME_PERHAPS && last->revision <= 2) ||
	       (last->outcome == OUTCOME_SKIPPED && last->revision == 1 && its->closed);
}

bool natural_late(const struct plan *plan, const struct state *state, int index, struct moment now,
		  struct boottime *ret)
{
	const struct reminder_state *its = &state->reminders[index];
	if (state->presence.absences == 0 || !is_open(its))
		return false;
	struct boottime ended = moment_boot_of(now, its->last.ended);
	if (!away_since(plan, state, moment_boot_of(now, its->last.shown), ret) ||
	    boottime_since(*ret, ended) > NATURAL_AFTER)
		return false;
	*ret = counts_from(plan, state);
	return true;
}

bool natural_over(const struct plan *plan, const struct state *state, struct moment now)
{
	struct boottime when;
	if (natural_up(plan, state, &when) && when.us <= now.boot.us)
		return true;
	for (int i = 0; i < plan->count; i++)
		if ((natural_seen(plan, state, i, now, &when) ||
		     natural_late(plan, state, i, now, &when)) &&
		    when.us <= now.boot.us)
			return true;
	return false;
}

enum outcome natural_outcome(const struct plan *plan, const struct state *state, struct moment now)
{
	struct boottime since;
	if (away_since(plan, state, state->card.shown.boot, &since) &&
	    counts_from(plan, state).us <= now.boot.us)
		return OUTCOME_NATURAL;
	return state->card.rested ? OUTCOME_PERHAPS : OUTCOME_UNANSWERED;
}

/* The least rest without input for OUTCOME_PERHAPS. */
static usec rest_least(const struct item *item)
{
	usec half = item ? item->seconds * USEC_PER_SEC / 2 : 0;
	return half > PERHAPS_LEAST ? half : PERHAPS_LEAST;
}

/* Whether the rest that ends now began with the user there at the card, and was that long; not in a
 * film or a call. */
static bool rested(const struct plan *plan, const struct state *state, struct boottime shown,
		   const struct item *item, struct moment now)
{
	const struct presence *presence = &state->presence;
	if (presence->absences != ABSENT_IDLE || presence_away(presence, plan, now.boot) ||
	    boottime_since(shown, presence->idle_since) > KEY_FRESH)
		return false;
	return boottime_since(now.boot, boottime_max(presence->idle_since, shown)) >=
	       rest_least(item);
}

bool natural_rested(const struct plan *plan, const struct state *state, struct moment now)
{
	const struct card *card = &state->card;
	return card->id != 0 && card->shown.real.us != 0 && !card->played &&
	       rested(plan, state, card->shown.boot, deck_named(plan, card->reminder, card->item),
		      now);
}

bool natural_rested_late(const struct plan *plan, const struct state *state, int index,
			 struct moment now)
{
	const struct record *last = &state->reminders[index].last;
	struct boottime shown = moment_boot_of(now, last->shown);
	struct boottime ended = moment_boot_of(now, last->ended);
	return last->outcome == OUTCOME_UNANSWERED && last->revision == 1 &&
	       boottime_since(state->presence.idle_since, ended) <= NATURAL_AFTER &&
	       rested(plan, state, shown, deck_named(plan, index, last->item), now);
}
