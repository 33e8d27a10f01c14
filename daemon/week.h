/* The line about the week, on the last desk card of it (core/policy/week_card.h). */
#ifndef LIMBER_WEEK_APP_H
#define LIMBER_WEEK_APP_H

#include "daemon/app.h"

/* A card is to be shown: read the sums for its line, if it is the one. */
void week_read(struct app *app);

/* Add the line, unless the card is another one, is played, or is discreet. */
void week_add(const struct app *app, struct card_text *ret);

#endif
