/*
 * The card of a fresh store, with an item of its own: core/words/welcome_text.h. It is of no
 * reminder: gap and cap do not hold it, it has no row and no count. The holds on
 * all reminders (holds_of_all) hold it, too, and a card replaces it.
 */
#ifndef LIMBER_CORE_WELCOME_H
#define LIMBER_CORE_WELCOME_H

#include "core/policy/result.h"

/* EVENT_START: decide whether it is to be shown. */
void welcome_start(struct state *state, const struct event *event);

/* A display appeared: try again now. */
void welcome_again(struct state *state);

/* No display can show it, until one appears; card: the id that could not be shown. */
void welcome_waits(struct state *state, uint64_t card);

/* Handle an event of WELCOME_CARD; false: the event is not about it. */
bool welcome_event(struct state *state, const struct event *event, struct result *ret);

/* Show it, if it is due and nothing holds it. */
void welcome_show(const struct plan *plan, struct state *state, struct moment now,
		  struct result *ret);

/* Close it for a card or a lock; it is shown again after that. */
void welcome_leave(struct state *state, struct result *ret);

/* It is no longer needed: it was closed, or a card was seen. */
void welcome_end(struct state *state);

#endif
