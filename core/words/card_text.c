/* A card's words. Cautions for everyone are always on it; evidence never is. */
#include "core/words/card_text.h"

#include <string.h>

#include "core/base/ascii.h"
#include "core/base/contract.h"
#include "core/base/text.h"
#include "core/policy/back_off.h"
#include "core/policy/card.h"
#include "core/policy/due.h"
#include "core/policy/play.h"
#include "core/words/health_text.h"
#include "core/words/play_text.h"

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

/* What a kind of cramp says is translated; what the user says is in no catalogue of texts. */
const char *reminder_title(const struct reminder *reminder, const struct item *item,
			   words_translate *translate)
{
	if (reminder->title[0] != '\0')
		return tr(translate, reminder->title);
	return tr(translate, item ? item->title : reminder->say);
}

static const char *how_to(const struct reminder *reminder, const struct item *item,
			  words_translate *translate)
{
	if (reminder->say[0] != '\0')
		return tr(translate, reminder->say);
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

/*
 * The item's, or that of its step while it is played. The poses are drawn twice, for light and for
 * dark desktops; of easier steps they are not: what is seen would speak against what is read.
 */
static void add_picture(struct card_text *ret, const struct plan *plan, const struct state *state,
			const struct item *item)
{
	const struct card *card = &state->card;
	struct player player;
	char step[24] = "";
	int32_t today = health_today(&state->zone, state->at.real);
	if (card->easier || (item && item_only_easier(item, &plan->health, today)))
		return;
	play_player(plan, card, &player);
	if (card->played && card->play.told < player.count)
		ascii_put_number(ascii_put(step, "-"),
				 (uint64_t)player.parts[card->play.told].step + 1);
	const struct word words[] = { { "item", card->item }, { "step", step }, { NULL, NULL } };
	enum pictures pictures = card_pictures(plan, card);
	if (pictures != PICTURES_OFF && card->item[0] != '\0')
		words_fill(ret->picture, sizeof(ret->picture),
			   pictures == PICTURES_DARK ? "{item}{step}-dark" : "{item}{step}", words);
}

/* Who looks over a shoulder learns nothing: the words are the user's own, or none. */
static void discreet_text(const struct reminder *reminder, words_translate *translate,
			  struct card_text *ret)
{
	copy(ret->title, sizeof(ret->title),
	     tr(translate, reminder->title[0] != '\0' ? reminder->title : N_("A short break")));
	add_line(ret, tr(translate, reminder->say));
}

/* Why now, and what to do. */
static void prompt_text(const struct plan *plan, const struct card *card, const struct item *item,
			words_translate *translate, struct card_text *ret)
{
	const struct reminder *reminder = &plan->reminders[card->reminder];
	const char *how = how_to(reminder, item, translate);
	add_reason(ret, reminder, card, translate);
	if (strcmp(how, ret->title) != 0)
		add_line(ret, how);
}

/* In their place, what is being done. */
static void played_text(const struct plan *plan, const struct state *state,
			words_translate *translate, struct card_text *ret)
{
	char lines[PLAY_LINES_MAX][PLAY_TEXT_SIZE];
	struct player player;
	struct player_place place;
	play_player(plan, &state->card, &player);
	player_place(&player, &state->card.play, state->at.boot, &place);
	ret->progress = player_progress(&player, place.at);
	play_text(plan, state, translate, lines);
	for (int i = 0; i < PLAY_LINES_MAX; i++)
		add_line(ret, lines[i]);
}

/* Said once: the card after several that brought no answer. */
static void add_slowed(struct card_text *ret, int level, words_translate *translate)
{
	char length[LENGTH_SIZE], line[SENTENCE_SIZE];
	length_say(back_off_length(level), length);
	words_fill(line, sizeof(line),
		   tr(translate, N_("Five were left unanswered, so now it comes {length} apart. As "
				    "before: limber undo")),
		   (const struct word[]){ { "length", length }, { NULL, NULL } });
	add_line(ret, line);
}

static void whole_text(const struct plan *plan, const struct state *state, const struct item *item,
		       words_translate *translate, struct card_text *ret)
{
	const struct card *card = &state->card;
	copy(ret->title, sizeof(ret->title),
	     reminder_title(&plan->reminders[card->reminder], item, translate));
	add_picture(ret, plan, state, item);
	if (card->played)
		played_text(plan, state, translate, ret);
	else
		prompt_text(plan, card, item, translate, ret);
	add_cautions(ret, plan, state, item, translate);
	add_others(ret, plan, state, translate);
	if (card->slowed)
		add_slowed(ret, state->reminders[card->reminder].slow, translate);
}

/* Once, when it comes. In quiet hours what was due before may come, and is silent. */
static bool is_heard(const struct plan *plan, const struct state *state)
{
	const struct ranges *quiet = due_quiet(plan, state->card.reminder);
	return card_sounds(plan, &state->card) && state->card.shown.real.us == 0 &&
	       (quiet->count == 0 ||
		!hours_contain(quiet->hours, quiet->count, &state->zone, state->at.real));
}

void card_text(const struct plan *plan, const struct state *state, const struct item *item,
	       words_translate *translate, struct card_text *ret)
{
	memset(ret, 0, sizeof(*ret));
	ret->progress = -1;
	ret->sound = is_heard(plan, state);
	if (!card_discreet(plan, &state->card)) {
		whole_text(plan, state, item, translate, ret);
		return;
	}
	discreet_text(&plan->reminders[state->card.reminder], translate, ret);
	if (state->card.played)
		played_text(plan, state, translate, ret);
}

/* What a card is, and how far. */
enum phase { PHASE_PROMPT, PHASE_ROUTINE, PHASE_RUNS, PHASE_PAUSED, PHASE_OVER, PHASE_HURT };

static const char *const phase_buttons[][BUTTONS_MAX] = {
	[PHASE_PROMPT] = { LIMBER_BUTTON_DONE, LIMBER_BUTTON_LATER, LIMBER_BUTTON_SKIP },
	[PHASE_ROUTINE] = { LIMBER_BUTTON_START, LIMBER_BUTTON_LATER, LIMBER_BUTTON_SKIP },
	[PHASE_RUNS] = { LIMBER_BUTTON_PAUSE, LIMBER_BUTTON_DONE },
	[PHASE_PAUSED] = { LIMBER_BUTTON_START, LIMBER_BUTTON_DONE },
	[PHASE_OVER] = { LIMBER_BUTTON_DONE, LIMBER_BUTTON_HURT },
	[PHASE_HURT] = { LIMBER_BUTTON_CLOSE },
};

static enum phase phase_of(const struct plan *plan, const struct card *card,
			   const struct item *item)
{
	struct player player;
	play_player(plan, card, &player);
	if (card->hurt)
		return PHASE_HURT;
	if (card->played && card->play.told >= player.count)
		return PHASE_OVER;
	if (card->played)
		return card->play.runs ? PHASE_RUNS : PHASE_PAUSED;
	/* A discreet card has no words of a step, so nobody could follow it. */
	bool plays = item && item->kind == KIND_ROUTINE && player.count > 0 &&
		     !card_discreet(plan, card);
	return plays ? PHASE_ROUTINE : PHASE_PROMPT;
}

void card_buttons(const struct plan *plan, const struct card *card, const struct item *item,
		  const char *ret[BUTTONS_MAX])
{
	enum phase phase = phase_of(plan, card, item);
	memcpy(ret, phase_buttons[phase], sizeof(phase_buttons[0]));
	if ((phase == PHASE_RUNS || phase == PHASE_PAUSED) && item && item->easier_count > 0 &&
	    !card->easier)
		ret[2] = LIMBER_BUTTON_EASIER;
}

static const struct label {
	const char *action, *pattern;
} labels[] = {
	{ LIMBER_BUTTON_DONE, N_("Done") },   { LIMBER_BUTTON_LATER, N_("Later ({length})") },
	{ LIMBER_BUTTON_SKIP, N_("Skip") },   { LIMBER_BUTTON_START, N_("Start") },
	{ LIMBER_BUTTON_PAUSE, N_("Pause") }, { LIMBER_BUTTON_HURT, N_("It hurt") },
	{ LIMBER_BUTTON_CLOSE, N_("Close") }, { LIMBER_BUTTON_EASIER, N_("Easier") },
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
	words_fill(out, BUTTON_SIZE, tr(translate, label_of(action, plan, card)),
		   (const struct word[]){ { "length", later }, { NULL, NULL } });
}
