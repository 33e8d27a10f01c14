/* Cards are printed one after the other like a log, so that pipes can read them. */
#include "cli/limber/card.h"

#include <string.h>

#include "cli/shared/lines.h"
#include "cli/shared/when.h"
#include "core/base/contract.h"

enum { CARD_INDENT = 7 };

/* The space bar starts, pauses and continues. */
static const struct card_key card_keys[] = {
	{ 'd', LIMBER_BUTTON_DONE, "Answer", "done", "limber done" },
	{ 'l', LIMBER_BUTTON_LATER, "Answer", "snoozed", "limber snooze" },
	{ 'a', LIMBER_BUTTON_ANOTHER, "Another", "", "limber another" },
	{ 's', LIMBER_BUTTON_SKIP, "Answer", "skipped", "limber skip" },
	{ ' ', LIMBER_BUTTON_START, "Play", "start", "limber start" },
	{ ' ', LIMBER_BUTTON_PAUSE, "Play", "pause", "limber stop" },
	{ 'e', LIMBER_BUTTON_EASIER, "Play", "easier", "limber start --easier" },
	{ 'h', LIMBER_BUTTON_HURT, "Play", "hurt", "limber hurt" },
	{ 'c', LIMBER_BUTTON_CLOSE, "Answer", "partly", "limber partly" },
};

enum { CARD_KEYS = sizeof(card_keys) / sizeof(card_keys[0]) };

static const struct card_key *key_of(const char *action)
{
	for (int i = 0; i < CARD_KEYS; i++)
		if (strcmp(card_keys[i].action, action) == 0)
			return &card_keys[i];
	return NULL;
}

static bool has_button(const struct status_buttons *buttons, const char *action)
{
	for (int i = 0; i < buttons->count; i++)
		if (strcmp(buttons->action[i], action) == 0)
			return true;
	return false;
}

/* A card with "later" can also be skipped; on a desktop by closing it. */
static bool lacks_skip(const struct status_buttons *buttons)
{
	return has_button(buttons, LIMBER_BUTTON_LATER) && !has_button(buttons, LIMBER_BUTTON_SKIP);
}

void card_keys_of(const struct status_buttons *buttons, const struct card_key *ret[CARD_KEYS_MAX])
{
	int count = 0;
	for (int i = 0; i < CARD_KEYS_MAX; i++)
		ret[i] = NULL;
	for (int i = 0; i < buttons->count; i++)
		if (key_of(buttons->action[i]))
			ret[count++] = key_of(buttons->action[i]);
	if (lacks_skip(buttons))
		ret[count] = key_of(LIMBER_BUTTON_SKIP);
}

const struct card_key *card_key(const struct card_key *const keys[CARD_KEYS_MAX], char pressed)
{
	for (int i = 0; i < CARD_KEYS_MAX; i++)
		if (keys[i] && keys[i]->key == pressed)
			return keys[i];
	return NULL;
}

static void card_buttons(FILE *out, const struct status_buttons *buttons)
{
	fprintf(out, "%*s", CARD_INDENT, "");
	for (int i = 0; i < buttons->count; i++) {
		const struct card_key *key = key_of(buttons->action[i]);
		if (key && key->key == ' ')
			fprintf(out, "[%s] %s   ", _("space"), buttons->label[i]);
		else if (key)
			fprintf(out, "[%c] %s   ", key->key, buttons->label[i]);
	}
	if (lacks_skip(buttons))
		fprintf(out, "[s] %s   ", _("Skip"));
	fprintf(out, "[q] %s\n", _("quit"));
}

/* The commands for the buttons. */
static void card_commands(FILE *out, const struct status_buttons *buttons)
{
	const struct card_key *keys[CARD_KEYS_MAX];
	card_keys_of(buttons, keys);
	fprintf(out, "%*s%s", CARD_INDENT, "", _("Answer:"));
	for (int i = 0; i < CARD_KEYS_MAX && keys[i]; i++)
		fprintf(out, "%s %s", i ? "," : "", keys[i]->command);
	fputc('\n', out);
}

/* The time before a card; returns the column behind it. */
static int when_print(FILE *out, const char *when)
{
	int width = lines_width(when) + 2, pad = width < CARD_INDENT ? CARD_INDENT - width : 0;
	fprintf(out, "%s%*s", when, pad + 2, "");
	return width + pad;
}

void card_print(FILE *out, const struct style *style, const struct status_card *card, bool keys,
		uint64_t now)
{
	char when[WHEN_SIZE];
	when_say(card->shown ? card->shown : now, now, when);
	fputc('\n', out);
	int at = when_print(out, when);
	fputs(style->bold, out);
	lines_wrap(out, card->title, at, CARD_INDENT);
	fputs(style->plain, out);
	lines_wrap_each(out, card->body, CARD_INDENT);
	if (keys)
		card_buttons(out, &card->buttons);
	else if (card->buttons.count > 0)
		card_commands(out, &card->buttons);
	fflush(out);
}

void card_print_closed(FILE *out, const char *title, const char *outcome, uint64_t now)
{
	char when[WHEN_SIZE];
	enum outcome known = outcome_read(outcome);
	when_say(now, now, when);
	when_print(out, when);
	lines_put(out, title);
	fputs(": ", out);
	lines_put(out, !outcome[0]              ? _("it comes again")
		       : known != OUTCOME_COUNT ? _(outcome_say(known))
						: outcome);
	fputc('\n', out);
	fflush(out);
}
