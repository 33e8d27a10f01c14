/*
 * Another item on the card that is up: the next one of its deck that is for the user.
 *
 * The card stays the same one: its reminders, its outcome, the sitting and the caps. It stays up
 * for its whole time again, and a play of the item before is forgotten. History gets a row for that
 * item, `offered`, as for a line on a card; the counts of the day do not.
 */
#ifndef LIMBER_ANOTHER_H
#define LIMBER_ANOTHER_H

#include "core/policy/result.h"

/* EVENT_ANOTHER. */
void another(const struct plan *plan, struct state *state, const struct event *event,
	     struct result *ret);

#endif
