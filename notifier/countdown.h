/*
 * The card as it is drawn. While a part of a routine runs the first line of its body is counted
 * down here, and limberd, which changes the card only for the next part, sleeps. A server that
 * draws a bar gets each second, another each fifth one and each repetition; without a clock no time
 * is armed.
 */
#ifndef LIMBER_COUNTDOWN_H
#define LIMBER_COUNTDOWN_H

#include <glib.h>

#include "core/codec/card_wire.h"

struct countdown {
	struct wire_message card; /* a copy, with the body and the progress of now */
	char *body;               /* as limberd sent it */
	struct player_clock clock;
	gint64 since;             /* of the clock, monotonic */
	guint timer;              /* 0: none */
	bool (*draw)(void *user); /* draw the card again; false: it is up no more */
	bool (*has_bar)(void *user);
	void *user;
};

/* Take a card; it is in countdown->card, as it is to be drawn now. */
void countdown_take(struct countdown *countdown, const struct wire_message *card);

/* Free what it holds; it takes no card any more. */
void countdown_finish(struct countdown *countdown);

#endif
