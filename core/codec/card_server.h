/*
 * How the known notification servers display a card; a server is identified by its own name.
 */
#ifndef LIMBER_CARD_SERVER_H
#define LIMBER_CARD_SERVER_H

#include <stdbool.h>

struct card_server {
	const char *name; /* as returned by GetServerInformation */
	bool bar;         /* draws the hint "value" next to the text; an update a second is cheap */
	bool no_value;    /* draws that hint instead of the text */
	bool no_buttons;  /* accepts actions, but draws no buttons */
	/* The size of a card in the default configuration: lines of title and body together, or of
	 * the body alone with title_apart; columns without a picture, and beside one. 0: the
	 * server truncates nothing. */
	int lines, columns, beside;
	bool title_apart;
};

/* For an unknown server: an entry with all fields unset. */
const struct card_server *card_server_find(const char *name);

#endif
