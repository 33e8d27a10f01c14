/*
 * The time at the machine today, sitting or standing. A check-in waits for some of it, so that a
 * day does not begin with questions.
 */
#ifndef LIMBER_WORK_H
#define LIMBER_WORK_H

#include "core/model/state.h"

#define WORK_BEFORE_CHECK_IN (30 * USEC_PER_MIN)

/* Add the work up to `now`, before an absence that counts ends. */
void work_settle(const struct plan *plan, struct state *state, struct moment now);

/* When WORK_BEFORE_CHECK_IN is reached, `now` at the latest if it is; REALTIME_OPEN in an absence.
 */
struct realtime work_enough(const struct plan *plan, const struct state *state, struct moment now);

#endif
