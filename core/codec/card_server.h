/*
 * What the notification servers that are known make of a card, by the names they give themselves.
 */
#ifndef LIMBER_CARD_SERVER_H
#define LIMBER_CARD_SERVER_H

#include <stdbool.h>

struct card_server {
	const char *name; /* as GetServerInformation has it */
	bool bar;         /* it draws the hint "value" beside the words, each second at no cost */
	bool no_value;    /* it draws that hint in place of the words */
	bool no_buttons;  /* it takes actions and draws no button for them */
	/* The room of a card as the server is set up by default: the lines of title and body
	 * together, or of the body where the title has room of its own; and their columns, without
	 * a picture and beside one. 0: it cuts nothing. */
	int lines, columns, beside;
	bool title_apart;
};

/* Of a server that is not known: nothing of all that. */
const struct card_server *card_server_find(const char *name);

#endif
