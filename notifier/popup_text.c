/*
 * The input is plain text. Here it is escaped for servers that parse markup, and made valid UTF-8
 * for GLib.
 */
#include "notifier/popup_text.h"

#include <libintl.h>
#include <stdlib.h>
#include <string.h>

#include <glib.h>

#include "core/base/contract.h"

#define _(text) gettext(text)

enum { COMMANDS_MAX = 3 };

/* The commands to print instead of buttons. */
static const struct {
	const char *button, *command;
} commands[] = {
	{ LIMBER_BUTTON_DONE, "limber done" },
	{ LIMBER_BUTTON_LATER, "limber snooze" },
	{ LIMBER_BUTTON_ANOTHER, "limber another" },
	{ LIMBER_BUTTON_START, "limber start" },
	{ LIMBER_BUTTON_PAUSE, "limber stop" },
	{ LIMBER_BUTTON_HURT, "limber hurt" },
	{ LIMBER_BUTTON_EASIER, "limber start --easier" },
};

const char *popup_button(const char *value, char name[WIRE_KEY_MAX])
{
	size_t length = strcspn(value, " ");
	g_strlcpy(name, value, MIN(length + 1, WIRE_KEY_MAX));
	return value[length] && value[length + 1] ? value + length + 1 : value;
}

static const char *button_command(const char *value)
{
	char name[WIRE_KEY_MAX];
	popup_button(value, name);
	for (size_t i = 0; i < G_N_ELEMENTS(commands); i++)
		if (strcmp(commands[i].button, name) == 0)
			return commands[i].command;
	return NULL;
}

/* Append a line "Type: limber done, limber snooze", if any button has a command: of the first
 * three, as the line must not take the room of others. */
static void append_commands(GString *body, const struct wire_message *card)
{
	GString *list = g_string_new(NULL);
	for (int i = 0, found = 0; i < card->count && found < COMMANDS_MAX; i++) {
		const char *command = strcmp(card->lines[i].key, "button") == 0
					      ? button_command(card->lines[i].value)
					      : NULL;
		found += command != NULL;
		if (command)
			g_string_append_printf(list, "%s%s", list->len ? ", " : "", command);
	}
	if (list->len) {
		g_string_append(body, body->len ? "\n" : "");
		g_string_append_printf(body, _("Type: %s"), list->str);
	}
	g_string_free(list, TRUE);
}

int popup_spare(const struct wire_message *card)
{
	const char *spare = wire_value(card, "spare");
	return spare ? CLAMP(atoi(spare), 0, POPUP_SPARE_MAX) : 0;
}

/* Without its last lines, so many; the first one stays. */
static void cut_lines(GString *body, int lines)
{
	for (char *feed; lines > 0 && (feed = strrchr(body->str, '\n')); lines--)
		g_string_truncate(body, (gsize)(feed - body->str));
}

char *popup_body(const struct wire_message *card, struct popup_capabilities can, int without,
		 bool typed)
{
	const char *text = wire_value(card, "body");
	GString *body = g_string_new(text ? text : "");
	cut_lines(body, without);
	if (!can.buttons && typed)
		append_commands(body, card);
	char *valid = g_utf8_make_valid(body->str, -1);
	g_string_free(body, TRUE);
	return valid;
}

char *popup_escape(char *text, struct popup_capabilities can)
{
	if (!can.markup)
		return text;
	char *escaped = g_markup_escape_text(text, -1);
	g_free(text);
	return escaped;
}

char *popup_title(const struct wire_message *card, struct popup_capabilities can)
{
	const char *text = wire_value(card, "title");
	char *title = g_utf8_make_valid(text && *text ? text : "Limber", -1);
	if (!can.body) {
		char *body = popup_body(card, can, 0, true);
		char *both = *body ? g_strdup_printf("%s - %s", title, body) : g_strdup(title);
		g_free(body);
		g_free(title);
		title = both;
	}
	return g_strdelimit(title, "\n", ' ');
}
