/* The text of the welcome card on a fresh store: what will happen, and what to do first. The core
 * decides when it is shown (core/policy/welcome.h). */
#ifndef LIMBER_WELCOME_H
#define LIMBER_WELCOME_H

#include "daemon/app.h"

/* The content of the welcome card; its button is for the desktop alone. */
void welcome_content(const struct app *app, struct card_content *ret);

#endif
