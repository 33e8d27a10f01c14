/*
 * The back-off: cards that nobody answers come less often, never to none. Five skipped or
 * unanswered in a row double the interval; two answered restore it.
 */
#ifndef LIMBER_BACK_OFF_H
#define LIMBER_BACK_OFF_H

#include "core/model/state.h"

/* Whether one more that is unanswered doubles the interval. */
bool back_off_is_near(const struct plan *plan, const struct state *state, int index);

/* What an outcome does to the interval of an `every` reminder. */
void back_off_settle(const struct plan *plan, struct state *state, int index, enum outcome outcome,
		     struct moment now);

#endif
