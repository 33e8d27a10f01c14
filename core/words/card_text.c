/* A card's words. Cautions for everyone are always on it; evidence never is. */
#include "core/words/card_text.h"

#include <string.h>

#include "core/base/ascii.h"
#include "core/base/contract.h"
#include "core/base/text.h"
#include "core/policy/back_off.h"
#include "core/policy/card.h"
#include "core/policy/deck.h"
#include "core/policy/play.h"
#include "core/policy/water.h"
#include "core/words/health_text.h"
#include "core/words/play_text.h"
#include "core/words/water_text.h"

static void copy(char *out, size_t size, const char *text)
{
	words_fill(out, size, "{text}", "text", text, NULL);
}

/* Whether the card has a line already. */
static bool has_line(const struct card_text *card, const char *line)
{
	size_t length = strlen(line);
	for (const char *at = card->body; (at = strstr(at, line)); at++)
		if ((at == card->body || at[-1] == '\n') &&
		    (at[length] == '\0' || at[length] == '\n'))
			return true;
	return false;
}

/* Add a line, unless it is empty, the title, or on the card already. */
static void add_line(struct card_text *card, const char *line)
{
	size_t length = strlen(card->body);
	if (line[0] == '\0' || strcmp(line, card->title) == 0 || has_line(card, line))
		return;
	if (length > 0 && length + 1 < sizeof(card->body))
		card->body[length++] = '\n';
	copy(card->body + length, sizeof(card->body) - length, line);
}

/* Add a line at the end that a display may leave out. */
static void add_spare(struct card_text *card, const char *line)
{
	size_t length = strlen(card->body);
	add_line(card, line);
	card->spare += strlen(card->body) > length;
}

/* Where the last `spare` lines begin; the end, if there are none. */
static size_t spare_begin(const struct card_text *card)
{
	size_t at = strlen(card->body);
	for (int left = card->spare; left > 0 && at > 0; left -= card->body[at] == '\n')
		at--;
	return at;
}

void card_text_line(struct card_text *card, const char *line)
{
	char spare[sizeof(card->body)];
	size_t begin = spare_begin(card);
	int lines = card->spare;
	copy(spare, sizeof(spare), card->body + begin + (card->body[begin] == '\n'));
	card->body[begin] = '\0';
	add_line(card, line);
	add_line(card, spare);
	card->spare = lines;
}

/* Add the reason why the card comes now. */
static void add_reason(struct card_text *ret, const struct reminder *reminder,
		       const struct card *card, words_translate *translate)
{
	char amount[LENGTH_SIZE], line[SENTENCE_SIZE];
	length_say(card->sat / USEC_PER_MIN * USEC_PER_MIN, amount);
	words_fill(line, sizeof(line), tr(translate, N_("You have been sitting for {length}.")),
		   "length", amount, NULL);
	if (card->called)
		add_spare(ret, tr(translate, N_("You asked to see it now.")));
	else if (reminder->trigger == TRIGGER_SITTING)
		add_spare(ret, line);
}

/* Texts of a kind of cramp are translated; a text of the user is not in the catalogue. */
const char *reminder_title(const struct reminder *reminder, const struct item *item,
			   words_translate *translate)
{
	if (reminder->title[0] != '\0')
		return tr(translate, reminder->title);
	return tr(translate, item ? item->title : reminder->say);
}

/* A discreet card has only the texts of the user, for anybody else who sees the screen. */
static const char *discreet_title(const struct reminder *reminder, words_translate *translate)
{
	return tr(translate, reminder->title[0] != '\0' ? reminder->title : N_("A short break"));
}

const char *reminder_card_title(const struct plan *plan, int index, const struct item *item,
				words_translate *translate)
{
	const struct card alone = { .reminder = index };
	const struct reminder *reminder = &plan->reminders[index];
	return card_discreet(plan, &alone) ? discreet_title(reminder, translate)
					   : reminder_title(reminder, item, translate);
}

static const char *how_to(const struct reminder *reminder, const struct item *item,
			  words_translate *translate)
{
	if (reminder->say[0] != '\0')
		return tr(translate, reminder->say);
	return item ? tr(translate, item->cue) : "";
}

/* Add the cautions that apply to this user. */
static void add_cautions(struct card_text *ret, const struct plan *plan, const struct state *state,
			 const struct item *item, words_translate *translate)
{
	const struct item_caution *notes[FACT_COUNT];
	int32_t today = health_today(&state->zone, state->at.real);
	int count = item ? item_notes(item, &plan->health, today, notes) : 0;
	for (int i = 0; i < count; i++) {
		char line[SENTENCE_SIZE];
		caution_say(notes[i], translate, line);
		add_line(ret, line);
	}
}

/* Add another reminder of the card: its cue and, in the same line, its note. */
static void add_other(struct card_text *ret, const char *what, const char *note,
		      words_translate *translate)
{
	char line[3 * SENTENCE_SIZE];
	size_t length = strlen(what);
	length = words_fill(line, sizeof(line), tr(translate, N_("Also: {what}{end} {note}")),
			    "what", what, "end",
			    length > 0 && strchr(".!?", what[length - 1]) ? "" : ".", "note",
			    note[0] != '\0' && !strstr(ret->body, note) ? note : "", NULL);
	if (length > 0 && line[length - 1] == ' ')
		line[length - 1] = '\0';
	add_line(ret, line);
}

/* The title of a line on the card; that of water has what was drunk, where there is an aim. */
static void line_title(const struct plan *plan, const struct state *state, int index,
		       const struct item *item, words_translate *translate,
		       char out[2 * SENTENCE_SIZE])
{
	const char *title = reminder_title(&plan->reminders[index], item, translate);
	char water[SENTENCE_SIZE];
	bool leads = water_leads(plan, state, index);
	if (leads)
		water_say(plan, state, state->at, plan->ounces, translate, water);
	words_fill(out, 2 * SENTENCE_SIZE, leads ? "{title} ({water})" : "{title}", "title", title,
		   "water", water, NULL);
}

/* Add the other reminders of the card; their cautions are never hidden. */
static void add_others(struct card_text *ret, const struct plan *plan, const struct state *state,
		       words_translate *translate)
{
	int indices[CARD_MAX], count = card_reminders(&state->card, indices);
	char title[2 * SENTENCE_SIZE];
	for (int i = 1; i < count; i++) {
		const struct item *item = deck_item(plan, state, indices[i]);
		line_title(plan, state, indices[i], item, translate, title);
		add_other(ret, title, item ? tr(translate, item->note) : "", translate);
		add_cautions(ret, plan, state, item, translate);
	}
}

/*
 * The picture of the item, or of its step while it is played, for light or dark desktops. Easier
 * steps have no pictures, and that of the normal step would contradict the text.
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
	if (card->played && card->play.reported < player.count)
		ascii_put_number(ascii_put(step, "-"),
				 (uint64_t)player.parts[card->play.reported].step + 1);
	enum pictures pictures = card_pictures(plan, card);
	if (pictures != PICTURES_OFF && card->item[0] != '\0')
		words_fill(ret->picture, sizeof(ret->picture),
			   pictures == PICTURES_DARK ? "{item}{step}-dark" : "{item}{step}", "item",
			   card->item, "step", step, NULL);
}

/* The present step, as title and at the begin of the body. */
static void played_text(const struct plan *plan, const struct state *state,
			words_translate *translate, struct play_text *text, struct card_text *ret)
{
	struct player player;
	struct player_place place;
	play_player(plan, &state->card, &player);
	player_place(&player, &state->card.play, state->at.boot, &place);
	player_clock(&player, &state->card.play, state->at.boot, &ret->clock);
	ret->progress = player_progress(&player, place.at);
	play_text(plan, state, translate, text);
	if (text->title[0] != '\0')
		copy(ret->title, sizeof(ret->title), text->title);
	for (int i = 0; i < PLAY_LINES_MAX; i++)
		add_line(ret, text->lines[i]);
}

/* Mention the back-off once, on the first card after it began. */
static void add_slowed(struct card_text *ret, int level, words_translate *translate)
{
	char length[LENGTH_SIZE], line[SENTENCE_SIZE];
	length_say(back_off_length(level), length);
	words_fill(line, sizeof(line),
		   tr(translate, N_("You closed or left five, so now it comes {length} apart. As "
				    "before: limber undo")),
		   "length", length, NULL);
	add_line(ret, line);
}

/* Add what was drunk, on a card of water alone. */
static void add_water(struct card_text *ret, const struct plan *plan, const struct state *state,
		      words_translate *translate)
{
	char water[SENTENCE_SIZE], line[2 * SENTENCE_SIZE];
	water_say(plan, state, state->at, plan->ounces, translate, water);
	words_fill(line, sizeof(line), tr(translate, N_("Today: {water}.")), "water", water, NULL);
	add_line(ret, line);
}

/* Title and cue, then cautions, the other reminders, and why now: a server may show only the first
 * lines.
 */
static void prompt_text(const struct plan *plan, const struct state *state, const struct item *item,
			words_translate *translate, struct card_text *ret)
{
	const struct card *card = &state->card;
	const struct reminder *reminder = &plan->reminders[card->reminder];
	add_line(ret, how_to(reminder, item, translate));
	if (water_leads(plan, state, card->reminder))
		add_water(ret, plan, state, translate);
	add_cautions(ret, plan, state, item, translate);
	if (item)
		add_line(ret, tr(translate, item->note));
	add_others(ret, plan, state, translate);
	if (card->stops)
		add_line(ret, tr(translate, stop_text));
	if (card->slowed)
		add_slowed(ret, state->reminders[card->reminder].slow, translate);
	add_reason(ret, reminder, card, translate);
}

static void whole_text(const struct plan *plan, const struct state *state, const struct item *item,
		       words_translate *translate, struct card_text *ret)
{
	struct play_text text;
	copy(ret->title, sizeof(ret->title),
	     reminder_title(&plan->reminders[state->card.reminder], item, translate));
	add_picture(ret, plan, state, item);
	if (!state->card.played) {
		prompt_text(plan, state, item, translate, ret);
		return;
	}
	played_text(plan, state, translate, &text, ret);
	add_cautions(ret, plan, state, item, translate);
	if (item && item_has_stop(item))
		add_line(ret, tr(translate, stop_text));
	/* It was on the card before the play. */
	add_spare(ret, item ? tr(translate, item->note) : "");
	add_spare(ret, text.form);
	add_spare(ret, text.next);
}

/* Once, when it comes. In quiet hours only a card that was called for comes, and it is silent. */
static bool is_heard(const struct plan *plan, const struct state *state)
{
	const struct ranges *quiet = plan_quiet(plan, state->card.reminder);
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
	ret->urgent = card_insists(plan, state);
	if (!card_discreet(plan, &state->card)) {
		whole_text(plan, state, item, translate, ret);
		return;
	}
	struct play_text text;
	const struct reminder *reminder = &plan->reminders[state->card.reminder];
	copy(ret->title, sizeof(ret->title), discreet_title(reminder, translate));
	if (!state->card.played) {
		add_line(ret, tr(translate, reminder->say));
		return;
	}
	played_text(plan, state, translate, &text, ret);
	add_spare(ret, text.next);
}
