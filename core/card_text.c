/* A card's words. Cautions for everyone are always on it; evidence never is. */
#include "core/card_text.h"

#include <string.h>

#include "core/card.h"
#include "core/contract.h"
#include "core/due.h"
#include "core/health_text.h"
#include "core/text.h"

static const char *tr(words_translate *translate, const char *english)
{
	return translate && english[0] != '\0' ? translate(english) : english;
}

static void copy(char *out, size_t size, const char *text)
{
	words_fill(out, size, "{text}", (const struct word[]){ { "text", text }, { NULL, NULL } });
}

/* One more line, unless it is empty. */
static void add_line(struct card_text *card, const char *line)
{
	size_t length = strlen(card->body);
	if (line[0] == '\0')
		return;
	if (length > 0 && length + 1 < sizeof(card->body))
		card->body[length++] = '\n';
	copy(card->body + length, sizeof(card->body) - length, line);
}

/* Why now. */
static void add_reason(struct card_text *ret, const struct reminder *reminder,
		       const struct card *card, words_translate *translate)
{
	char amount[LENGTH_SIZE], line[SENTENCE_SIZE];
	if (card->called) {
		add_line(ret, tr(translate, N_("You asked to see it now.")));
		return;
	}
	if (reminder->trigger != TRIGGER_SITTING)
		return;
	length_say(card->sat / USEC_PER_MIN * USEC_PER_MIN, amount);
	words_fill(line, sizeof(line), tr(translate, N_("{length} of sitting.")),
		   (const struct word[]){ { "length", amount }, { NULL, NULL } });
	add_line(ret, line);
}

const char *reminder_title(const struct reminder *reminder, const struct item *item,
			   words_translate *translate)
{
	if (reminder->title[0] != '\0')
		return reminder->title;
	return item ? tr(translate, item->title) : reminder->say;
}

static const char *how_to(const struct reminder *reminder, const struct item *item,
			  words_translate *translate)
{
	if (reminder->say[0] != '\0')
		return reminder->say;
	return item ? tr(translate, item->cue) : "";
}

/* What everyone is told with an item, and what health adds to that for this user. */
static void add_cautions(struct card_text *ret, const struct plan *plan, const struct state *state,
			 const struct item *item, words_translate *translate)
{
	const struct item_caution *notes[FACT_COUNT];
	int32_t today = health_today(&state->zone, state->at.real);
	int count = item ? item_notes(item, &plan->health, today, notes) : 0;
	if (item)
		add_line(ret, tr(translate, item->note));
	for (int i = 0; i < count; i++) {
		char line[SENTENCE_SIZE];
		caution_say(notes[i], translate, line);
		add_line(ret, line);
	}
}

/* The others on the card, by what they ask for; and a caution of theirs, which is never hidden. */
static void add_others(struct card_text *ret, const struct plan *plan, const struct state *state,
		       words_translate *translate)
{
	int indices[CARD_MAX], count = card_reminders(&state->card, indices);
	for (int i = 1; i < count; i++) {
		const struct item *item = due_item(plan, state, indices[i]);
		char line[SENTENCE_SIZE];
		const char *what = reminder_title(&plan->reminders[indices[i]], item, translate);
		words_fill(line, sizeof(line), tr(translate, N_("Also: {what}")),
			   (const struct word[]){ { "what", what }, { NULL, NULL } });
		add_line(ret, line);
		add_cautions(ret, plan, state, item, translate);
	}
}

/* The poses are drawn twice, for light and for dark desktops. */
static void add_picture(struct card_text *ret, const struct plan *plan, const struct card *card)
{
	const struct word words[] = { { "item", card->item }, { NULL, NULL } };
	if (plan->pictures != PICTURES_OFF && card->item[0] != '\0')
		words_fill(ret->picture, sizeof(ret->picture),
			   plan->pictures == PICTURES_DARK ? "{item}-dark" : "{item}", words);
}

/* Who looks over a shoulder learns nothing: the words are the user's own, or none. */
static void discreet_text(const struct reminder *reminder, words_translate *translate,
			  struct card_text *ret)
{
	memset(ret, 0, sizeof(*ret));
	copy(ret->title, sizeof(ret->title),
	     reminder->title[0] != '\0' ? reminder->title : tr(translate, N_("A short break")));
	add_line(ret, reminder->say);
}

void card_text(const struct plan *plan, const struct state *state, const struct item *item,
	       words_translate *translate, struct card_text *ret)
{
	const struct card *card = &state->card;
	const struct reminder *reminder = &plan->reminders[card->reminder];
	if (plan->discreet) {
		discreet_text(reminder, translate, ret);
		return;
	}
	const char *title = reminder_title(reminder, item, translate);
	const char *how = how_to(reminder, item, translate);
	memset(ret, 0, sizeof(*ret));
	copy(ret->title, sizeof(ret->title), title);
	add_picture(ret, plan, card);
	add_reason(ret, reminder, card, translate);
	if (strcmp(how, title) != 0)
		add_line(ret, how);
	add_cautions(ret, plan, state, item, translate);
	add_others(ret, plan, state, translate);
	if (card->slowed)
		add_line(ret, tr(translate,
				 N_("Five went by, so it comes half as often now: limber undo.")));
}

void card_button(const char *action, const struct plan *plan, words_translate *translate,
		 char out[BUTTON_SIZE])
{
	char later[LENGTH_SIZE];
	const char *pattern = strcmp(action, LIMBER_BUTTON_DONE) == 0    ? N_("Done")
			      : strcmp(action, LIMBER_BUTTON_LATER) == 0 ? N_("Later ({length})")
									 : N_("Skip");
	length_say(plan->later, later);
	words_fill(out, BUTTON_SIZE, tr(translate, pattern),
		   (const struct word[]){ { "length", later }, { NULL, NULL } });
}
