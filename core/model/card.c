/* Its own reminder, those merged into it, and riders, which are lines without an answer. */
#include "core/model/card.h"

#include "core/model/event.h"

#define BIT(index) (UINT64_C(1) << (index))

int card_reminders(const struct card *card, int ret[CARD_MAX])
{
	int count = 0;
	ret[count++] = card->reminder;
	for (int i = 0; i < REMINDERS_MAX && count < CARD_MAX; i++)
		if ((card->merged | card->riders) & BIT(i))
			ret[count++] = i;
	return count;
}

bool card_answers(const struct state *state, int index)
{
	const struct card *card = &state->card;
	return card->id != 0 && (card->reminder == index || (card->merged & BIT(index)));
}

bool card_has(const struct state *state, int index)
{
	return card_answers(state, index) ||
	       (state->card.id != 0 && (state->card.riders & BIT(index)));
}

static bool chosen(enum own_choice own, bool plan)
{
	return own == OWN_UNSET ? plan : own == OWN_TRUE;
}

bool card_discreet(const struct plan *plan, const struct card *card)
{
	int indices[CARD_MAX], count = card_reminders(card, indices);
	for (int i = 0; i < count; i++)
		if (chosen(plan->reminders[indices[i]].discreet, plan->discreet))
			return true;
	return false;
}

bool card_sounds(const struct plan *plan, const struct card *card)
{
	int indices[CARD_MAX], count = card_reminders(card, indices);
	for (int i = 0; i < count; i++)
		if (chosen(plan->reminders[indices[i]].sound, plan->sound))
			return true;
	return false;
}

enum pictures card_pictures(const struct plan *plan, const struct card *card)
{
	int own = plan->reminders[card->reminder].pictures;
	return own == 0 ? plan->pictures : (enum pictures)(own - 1);
}

/* 1, 2, 4 … 30 minutes. */
usec card_retry(unsigned tries)
{
	return tries < 6 ? USEC_PER_MIN << (tries - 1) : 30 * USEC_PER_MIN;
}

bool card_is(const struct state *state, uint64_t id)
{
	return id != 0 && state->card.id == id;
}

bool card_is_meant(const struct state *state, uint64_t card, int index)
{
	if (card != 0)
		return card_is(state, card);
	return state->card.id != 0 && (index == REMINDER_ANY || card_answers(state, index));
}
