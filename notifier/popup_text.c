/*
 * The input is plain text. Here it is escaped for servers that parse markup, and made valid UTF-8
 * for GLib.
 */
#include "notifier/popup_text.h"

#include <libintl.h>
#include <string.h>

#include <glib.h>

#include "core/base/contract.h"

#define _(text) gettext(text)

/* The commands to print instead of buttons. */
static const struct {
	const char *button, *command;
} commands[] = {
	{ LIMBER_BUTTON_DONE, "limber done" },
	{ LIMBER_BUTTON_LATER, "limber snooze" },
	{ LIMBER_BUTTON_SKIP, "limber skip" },
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

/* Append a line "Type: limber done, limber skip", if any button has a command. */
static void append_commands(GString *body, const struct wire_message *card)
{
	GString *list = g_string_new(NULL);
	for (int i = 0; i < card->count; i++) {
		const char *command = strcmp(card->lines[i].key, "button") == 0
					      ? button_command(card->lines[i].value)
					      : NULL;
		if (command)
			g_string_append_printf(list, "%s%s", list->len ? ", " : "", command);
	}
	if (list->len) {
		g_string_append(body, body->len ? "\n" : "");
		g_string_append_printf(body, _("Type: %s"), list->str);
	}
	g_string_free(list, TRUE);
}

static char *plain_body(const struct wire_message *card, struct popup_capabilities can)
{
	const char *text = wire_value(card, "body");
	GString *body = g_string_new(text ? text : "");
	if (!can.actions)
		append_commands(body, card);
	char *valid = g_utf8_make_valid(body->str, -1);
	g_string_free(body, TRUE);
	return valid;
}

char *popup_body(const struct wire_message *card, struct popup_capabilities can)
{
	char *plain = plain_body(card, can);
	if (!can.markup)
		return plain;
	char *escaped = g_markup_escape_text(plain, -1);
	g_free(plain);
	return escaped;
}

char *popup_title(const struct wire_message *card, struct popup_capabilities can)
{
	const char *text = wire_value(card, "title");
	char *title = g_utf8_make_valid(text && *text ? text : "Limber", -1);
	if (!can.body) {
		char *body = plain_body(card, can);
		char *both = *body ? g_strdup_printf("%s - %s", title, body) : g_strdup(title);
		g_free(body);
		g_free(title);
		title = both;
	}
	return g_strdelimit(title, "\n", ' ');
}
