/*
 * Layout of a card within the space of a notification server, which truncates longer text
 * silently. Optional lines (the reason for the card, what follows it) are dropped first, then the
 * picture; text that still does not fit is split into pages, each a notification of its own.
 * tests/config/room_test lays out every card.
 */
#ifndef LIMBER_CARD_ROOM_H
#define LIMBER_CARD_ROOM_H

#include <stddef.h>

#include "core/codec/card_server.h"

/* The number of lines of a text wrapped at blanks; a word longer than a line is broken. */
int room_lines(const char *text, int columns);

enum { ROOM_BODIES = 6 };

struct room_layout {
	int body;     /* index of the chosen body */
	bool picture; /* the picture is shown */
	bool packed;  /* the line feeds of the body are replaced by blanks */
	size_t bytes; /* length of the body on the first page, including its last line feed */
};

/*
 * bodies: variants of one body, each with fewer optional lines than the previous; at least one.
 * picture: the card has one. The last variant is never shortened: text that does not fit starts at
 * `bytes`. The variant before it is preferred if it needs no more pages.
 */
void room_lay(const struct card_server *server, const char *title,
	      const char *const bodies[ROOM_BODIES], int count, bool picture,
	      struct room_layout *ret);

/* A page after the first: the lengths in bytes of its title and of the body that follows the title,
 * each including the trailing line feed or blank. */
struct room_page {
	size_t title, body;
};

void room_turn(const struct card_server *server, const char *rest, struct room_page *ret);

/* The number of pages needed for the rest of a body; 0 for "". */
int room_pages(const struct card_server *server, const char *rest);

#endif
