/* Several reminders on one card. */
#ifndef LIMBER_MERGE_H
#define LIMBER_MERGE_H

#include "core/model/state.h"

/* Merge onto the card of the state, which has its main reminder, the others that are due at about
 * this time, and the riders of all of them. */
void merge_onto(const struct plan *plan, struct state *state, struct moment now);

#endif
