/* Format the text of a card for the capabilities of the server. */
#ifndef LIMBER_POPUP_TEXT_H
#define LIMBER_POPUP_TEXT_H

#include "core/codec/card_room.h"
#include "core/codec/card_wire.h"

struct popup_capabilities {
	bool body, markup, actions, sound;
	bool buttons; /* the actions are drawn */
};

/* Return the title on one line, never empty, with the body appended if the server shows none. To be
 * freed with g_free(). */
char *popup_title(const struct wire_message *card, struct popup_capabilities can);

enum { POPUP_SPARE_MAX = ROOM_BODIES - 2 };

/* How many of the last lines of the body may be left out. */
int popup_spare(const struct wire_message *card);

/* Return the body without so many of its last lines, with the commands to type if the server draws
 * no buttons and they are wanted. To be freed with g_free(). */
char *popup_body(const struct wire_message *card, struct popup_capabilities can, int without,
		 bool typed);

/* Return a text as it is sent: escaped if the server parses markup. Takes `text`, which is to be
 * freed with g_free(). */
char *popup_escape(char *text, struct popup_capabilities can);

/* Split the value of a "button" line, "NAME LABEL". Copy the name, and return the label, or the
 * name if there is no label. */
const char *popup_button(const char *value, char name[WIRE_KEY_MAX]);

#endif
