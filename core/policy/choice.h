/* Chooses the due reminder whose card is shown. */
#ifndef LIMBER_CHOICE_H
#define LIMBER_CHOICE_H

#include "core/model/state.h"

/*
 * The reminder whose card is shown now: calendar and occasions before `every`, else the first in
 * the plan; -1 for none. `good`: this is a good moment.
 */
int choice_find(const struct plan *plan, const struct state *state, bool good, struct moment now);

#endif
