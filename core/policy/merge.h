/* Several reminders on one card. */
#ifndef LIMBER_MERGE_H
#define LIMBER_MERGE_H

#include "core/model/state.h"

/* Put onto the card of the state, which has its main reminder, whoever is due at about this time
 * and may join it, and the lines that ride on these. */
void merge_onto(const struct plan *plan, struct state *state, struct moment now);

#endif
