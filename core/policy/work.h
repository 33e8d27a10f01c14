/*
 * How long was worked today: time at the machine, sitting or standing. A check-in waits for some
 * of it, since a day that begins with a questionnaire begins badly.
 */
#ifndef LIMBER_WORK_H
#define LIMBER_WORK_H

#include "core/model/state.h"

/* Design section 4, "Validity". */
#define WORK_BEFORE_CHECK_IN (30 * USEC_PER_MIN)

usec work_read(const struct plan *plan, const struct state *state, struct moment now);

/* Take what was worked until `now` in: an absence that counted is about to end. */
void work_settle(const struct plan *plan, struct state *state, struct moment now);

/* When enough of today is worked, at most `now` if it is; REALTIME_OPEN while the user is away. */
struct realtime work_enough(const struct plan *plan, const struct state *state, struct moment now);

#endif
