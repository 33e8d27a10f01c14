/*
 * A card's words, cut to what the server can show: some read markup in the body, some draw no
 * buttons, some no body.
 */
#ifndef LIMBER_POPUP_TEXT_H
#define LIMBER_POPUP_TEXT_H

#include "core/codec/card_wire.h"

struct popup_abilities {
	bool body, markup, actions, sound;
};

/* One line, never empty: the title, followed by the body where the server shows none. To be freed
 * by g_free(). */
char *popup_title(const struct wire_message *card, struct popup_abilities can);

/* Escaped where the server reads markup; ends with the commands to type where it draws no
 * buttons. To be freed by g_free(). */
char *popup_body(const struct wire_message *card, struct popup_abilities can);

/* The value of a "button" line is "NAME LABEL". Puts the name and returns the label, which is the
 * name where there is none. */
const char *popup_button(const char *value, char name[WIRE_KEY_MAX]);

#endif
