/*
 * Shows cards on all displays, each a row in display.c. The first answer settles a card on all of
 * them. The welcome is the card with the id WELCOME_CARD.
 */
#ifndef LIMBER_DISPLAY_H
#define LIMBER_DISPLAY_H

#include "daemon/app.h"

/* The content of the card that is up. */
void display_content(const struct app *app, struct card_content *ret);

/* Show a card on all displays; if none can, step EVENT_NOT_SHOWN or EVENT_NO_SERVER. */
void display_show(struct app *app, uint64_t card);

/* The content of the card that is up changed. */
void display_change(struct app *app, uint64_t card);

/* Close a card on all displays. outcome: its word on the bus, "" for none. */
void display_close(struct app *app, uint64_t card, const char *outcome);

/* Show the card that is up, or being shown, on a bus client that was just registered. */
void display_registered(struct app *app, const char *client);

#endif
