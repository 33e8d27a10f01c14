/* The buttons of a card follow from its phase. */
#include "core/words/card_button.h"

#include <string.h>

#include "core/base/contract.h"
#include "core/base/text.h"
#include "core/model/card.h"
#include "core/policy/deck.h"
#include "core/policy/play.h"

enum phase {
	PHASE_PROMPT, /* nothing to play, and nothing else in its deck */
	PHASE_CHOICE, /* nothing to play */
	PHASE_TIMED,
	PHASE_RUNS,
	PHASE_PAUSED,
	PHASE_OVER,
	PHASE_HURT
};

static const char *const phase_buttons[][BUTTONS_MAX] = {
	[PHASE_PROMPT] = { LIMBER_BUTTON_DONE, LIMBER_BUTTON_LATER },
	[PHASE_CHOICE] = { LIMBER_BUTTON_DONE, LIMBER_BUTTON_LATER, LIMBER_BUTTON_ANOTHER },
	[PHASE_TIMED] = { LIMBER_BUTTON_START, LIMBER_BUTTON_DONE, LIMBER_BUTTON_LATER },
	[PHASE_RUNS] = { LIMBER_BUTTON_PAUSE, LIMBER_BUTTON_DONE },
	[PHASE_PAUSED] = { LIMBER_BUTTON_START, LIMBER_BUTTON_DONE },
	[PHASE_OVER] = { LIMBER_BUTTON_DONE, LIMBER_BUTTON_HURT },
	[PHASE_HURT] = { LIMBER_BUTTON_CLOSE },
};

static enum phase phase_of(const struct plan *plan, const struct state *state,
			   const struct item *item)
{
	const struct card *card = &state->card;
	struct player player;
	play_player(plan, card, &player);
	if (card->hurt)
		return PHASE_HURT;
	if (card->played && card->play.reported >= player.count)
		return PHASE_OVER;
	if (card->played)
		return card->play.runs ? PHASE_RUNS : PHASE_PAUSED;
	/* A discreet card has no text of its steps, so it cannot be played. */
	if (item && item->seconds > 0 && player.count > 0 && !card_discreet(plan, card))
		return PHASE_TIMED;
	return deck_other(plan, state, card->reminder, card->item) > 0 ? PHASE_CHOICE
								       : PHASE_PROMPT;
}

void card_buttons(const struct plan *plan, const struct state *state, const struct item *item,
		  const char *ret[BUTTONS_MAX])
{
	enum phase phase = phase_of(plan, state, item);
	memcpy(ret, phase_buttons[phase], sizeof(phase_buttons[0]));
	if ((phase == PHASE_RUNS || phase == PHASE_PAUSED) && item && item->easier_count > 0 &&
	    !state->card.easier)
		ret[2] = LIMBER_BUTTON_EASIER;
}

static const struct label {
	const char *action, *pattern;
} labels[] = {
	{ LIMBER_BUTTON_DONE, N_("Done") },       { LIMBER_BUTTON_LATER, N_("Later ({length})") },
	{ LIMBER_BUTTON_ANOTHER, N_("Another") }, { LIMBER_BUTTON_START, N_("Start") },
	{ LIMBER_BUTTON_PAUSE, N_("Pause") },     { LIMBER_BUTTON_HURT, N_("It hurt") },
	{ LIMBER_BUTTON_CLOSE, N_("Close") },     { LIMBER_BUTTON_EASIER, N_("Easier") },
};

static const char *label_of(const char *action, const struct plan *plan, const struct card *card)
{
	if (card->played && strcmp(action, LIMBER_BUTTON_START) == 0)
		return N_("Resume");
	if (card_discreet(plan, card) && strcmp(action, LIMBER_BUTTON_HURT) == 0)
		return N_("Not for me");
	for (size_t i = 0; i < sizeof(labels) / sizeof(labels[0]); i++)
		if (strcmp(labels[i].action, action) == 0)
			return labels[i].pattern;
	return action;
}

void card_button(const char *action, const struct plan *plan, const struct card *card,
		 words_translate *translate, char out[BUTTON_SIZE])
{
	char later[LENGTH_SIZE];
	length_say(plan->later, later);
	words_fill(out, BUTTON_SIZE, tr(translate, label_of(action, plan, card)), "length", later,
		   NULL);
}
