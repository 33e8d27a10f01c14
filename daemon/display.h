/*
 * Where cards are shown: a row of display.c each. The first answer settles a card everywhere. The
 * first words on a fresh store are shown likewise, as WELCOME_CARD.
 */
#ifndef LIMBER_DISPLAY_H
#define LIMBER_DISPLAY_H

#include "daemon/app.h"

/* Show a card everywhere; where nothing can, that is EVENT_NOT_SHOWN or EVENT_NO_SERVER. */
void display_show(struct app *app, uint64_t card);

/* The card that is up says something else now. */
void display_change(struct app *app, uint64_t card);

/* Take it down everywhere. outcome: its word, "" for none. */
void display_close(struct app *app, uint64_t card, const char *outcome);

/* A bus client that has just become a display shows the card that is up or on its way. */
void display_came(struct app *app, const char *client);

#endif
