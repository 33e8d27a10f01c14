/* When to wake next. A part of the step. */
#ifndef LIMBER_WAKE_H
#define LIMBER_WAKE_H

#include "core/step.h"

/* Sets wake, watch_input and idle_after of a result. */
void wake_find(const struct plan *plan, const struct state *state, struct moment now,
	       struct result *ret);

#endif
