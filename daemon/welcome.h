/* The first words, on a fresh store: what will happen, and what to do first. When they come, the
 * core says (core/welcome.h). */
#ifndef LIMBER_WELCOME_H
#define LIMBER_WELCOME_H

#include "daemon/app.h"

/* What they look like now; the button is for the desktop. */
void welcome_content(const struct app *app, struct card_content *ret);

#endif
