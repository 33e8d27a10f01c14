/* The deck is turned to the item, so that the next card has the one behind it. */
#include "core/policy/another.h"

#include <string.h>

#include "core/model/card.h"
#include "core/policy/deck.h"
#include "core/policy/play.h"
#include "core/policy/record.h"
#include "core/policy/stop.h"

static enum answer refusal(const struct plan *plan, const struct state *state, uint64_t id)
{
	const struct card *card = &state->card;
	if (card->id == 0 || card->shown.real.us == 0 || (id != 0 && id != card->id))
		return ANSWER_NO_CARD_UP;
	if (card->hurt)
		return ANSWER_HURT;
	return deck_other(plan, state, card->reminder, card->item) < 0 ? ANSWER_NO_OTHER
								       : ANSWER_OK;
}

void another(const struct plan *plan, struct state *state, const struct event *event,
	     struct result *ret)
{
	struct card *card = &state->card;
	ret->answer = refusal(plan, state, event->card);
	if (ret->answer != ANSWER_OK)
		return;
	ret->reminder = card->reminder;
	/* What was done of a played one stays done. */
	struct record row = { .outcome = play_outcome(plan, card, OUTCOME_OFFERED, event->now),
			      .seconds = play_seconds(plan, card, event->now),
			      .sides = play_sides(plan, card, event->now) };
	record_replaced(plan, state, &row, event->now, ret);
	name_copy(card->item, deck_take_other(plan, state, card->reminder, card->item)->id);
	card->played = card->hurt = card->easier = card->rested = 0;
	memset(&card->play, 0, sizeof(card->play));
	card->longer = boottime_since(event->now.boot, card->shown.boot);
	card->stops = stop_is_due(plan, state);
	stop_count_first(plan, state);
	result_add(ret, ACTION_UPDATE)->card = *card;
}
