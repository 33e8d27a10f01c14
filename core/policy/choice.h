/* Which of the reminders that are due speaks now. */
#ifndef LIMBER_CHOICE_H
#define LIMBER_CHOICE_H

#include "core/model/state.h"

/*
 * The reminder whose card is shown now: one of a time or an occasion before an `every`, else the
 * first in the plan; -1 for none. `good`: this is a moment that a wait looks for.
 */
int choice_find(const struct plan *plan, const struct state *state, bool good, struct moment now);

#endif
