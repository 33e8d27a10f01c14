/*
 * The room that a notification server has for a card: what does not fit is cut there without a
 * word. What may be left out goes first (why the card came, what follows), then the picture; what
 * still has no room is on pages, notifications of their own. tests/config/room_test lays every card
 * out.
 */
#ifndef LIMBER_CARD_ROOM_H
#define LIMBER_CARD_ROOM_H

#include <stddef.h>

#include "core/codec/card_server.h"

/* The lines of a text in so many columns, wrapped at blanks; a longer word is broken. */
int room_lines(const char *text, int columns);

enum { ROOM_BODIES = 6 };

struct room_layout {
	int body;     /* which body, of those that were given */
	bool picture; /* there is room for one */
	bool packed;  /* the lines of the body follow one another with blanks between */
	size_t bytes; /* of the body on the first page, with the line feed behind them */
};

/*
 * bodies: the same one with fewer and fewer lines of those that may be left out; at least one.
 * picture: there is one. Of the last body nothing is left out: what has no room is behind `bytes`.
 * The last line of the one before it takes no page of its own.
 */
void room_lay(const struct card_server *server, const char *title,
	      const char *const bodies[ROOM_BODIES], int count, bool picture,
	      struct room_layout *ret);

/* A page behind the first: the bytes of its title and, behind them, of its body, each with the line
 * feed or blank behind it. */
struct room_page {
	size_t title, body;
};

void room_turn(const struct card_server *server, const char *rest, struct room_page *ret);

/* How many pages there are for what is left of a body; 0 for "". */
int room_pages(const struct card_server *server, const char *rest);

#endif
