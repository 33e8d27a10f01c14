/* Signals to everybody on the bus: what cards do. Without a bus nothing is emitted. */
#ifndef LIMBER_SIGNALS_H
#define LIMBER_SIGNALS_H

#include "daemon/app.h"

/* The card that is up: it came; what it plays is at its next step. */
void signal_rang(const struct app *app);
void signal_stepped(const struct app *app);

/* Whether that step began between two states of the card. */
bool signal_step_began(const struct card *before, const struct card *after);

void signal_answered(const struct app *app, const struct record *record, uint64_t card);

#endif
