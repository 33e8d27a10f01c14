/* Each way has its card, and its moment from which on being away is an answer to that. */
#include "core/policy/natural.h"

#include "core/policy/busy.h"
#include "core/policy/card.h"
#include "core/policy/due.h"

/* Half the item's time, and not less than a minute. */
static usec natural_length(const struct item *item)
{
	usec half = item ? item->seconds * USEC_PER_SEC / 2 : 0;
	return half > NATURAL_LEAST ? half : NATURAL_LEAST;
}

static struct boottime later(struct boottime a, struct boottime b)
{
	return a.us > b.us ? a : b;
}

/* Nothing was touched since long before the card, and no film or call ended by itself since:
 * nobody knows of anybody who could have got up. */
static bool unseen(const struct plan *plan, const struct state *state, struct boottime shown)
{
	const struct presence *presence = &state->presence;
	return presence->absences == ABSENT_IDLE &&
	       boottime_since(shown, presence->idle_since) > plan->still_sitting &&
	       busy_awake(plan, state, state->at).lapsed;
}

/* Since when the user is away, if that can be an answer: whoever stood before the card came, and
 * still does, is at the machine; so is who listens in a call. */
static bool away_since(const struct plan *plan, const struct state *state, struct boottime shown,
		       struct boottime *ret)
{
	const struct presence *presence = &state->presence;
	if (presence->absences == 0 ||
	    (presence->absences == ABSENT_STANDING && presence->absent_since.us < shown.us) ||
	    (presence->absences == ABSENT_IDLE && busy_counts(plan, state, BUSY_CALL, state->at)) ||
	    unseen(plan, state, shown))
		return false;
	*ret = later(presence->absent_since, shown);
	return true;
}

bool natural_up(const struct plan *plan, const struct state *state, struct boottime *ret)
{
	const struct card *card = &state->card;
	if (card->id == 0 || card->shown.real.us == 0 || card->played ||
	    !away_since(plan, state, card->shown.boot, ret))
		return false;
	ret->us += natural_length(due_item_named(plan, card->reminder, card->item));
	return true;
}

bool natural_seen(const struct plan *plan, const struct state *state, int index, struct moment now,
		  struct boottime *ret)
{
	const struct reminder_state *its = &state->reminders[index];
	struct boottime seen = moment_boot_of(now, its->seen);
	if (its->due.us == 0 || its->seen.us == 0 || card_has(state, index) ||
	    !away_since(plan, state, seen, ret) ||
	    boottime_since(*ret, seen) > plan->card_time + NATURAL_AFTER)
		return false;
	ret->us += natural_length(due_item(plan, state, index));
	return true;
}

bool natural_late(const struct plan *plan, const struct state *state, int index, struct moment now,
		  struct boottime *ret)
{
	const struct record *last = &state->reminders[index].last;
	struct boottime ended = moment_boot_of(now, last->ended);
	if (last->outcome != OUTCOME_UNANSWERED || last->revision != 1 ||
	    !away_since(plan, state, moment_boot_of(now, last->shown), ret) ||
	    boottime_since(*ret, ended) > NATURAL_AFTER ||
	    boottime_since(now.boot, ended) > ANSWER_LATE)
		return false;
	ret->us += natural_length(due_item_named(plan, index, last->item));
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
