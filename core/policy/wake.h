/* The next wake. A part of the step. */
#ifndef LIMBER_WAKE_H
#define LIMBER_WAKE_H

#include "core/policy/result.h"

/* Set wake, watch_input, idle_after and read_calls of a result. */
void wake_find(const struct plan *plan, const struct state *state, struct moment now,
	       struct result *ret);

#endif
