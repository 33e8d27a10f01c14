/* Turns of an event loop for tests: until something was counted, or nothing is left to do. */
#ifndef LIMBER_LOOP_H
#define LIMBER_LOOP_H

#include <systemd/sd-event.h>

#include "tests/patience.h"

/* Far more than anything here takes on an idle machine; only a failing test waits so long. */
#define LOOP_PATIENCE UINT64_C(10000000)
/* How long one turn waits, so that patience is asked often enough. */
#define LOOP_TURN UINT64_C(100000)

/* Run until *count has reached `least`; false when it has not in LOOP_PATIENCE. */
static inline bool loop_until(sd_event *event, const int *count, int least)
{
	struct patience patience = patience_begin(LOOP_PATIENCE);
	while (*count < least && patience_lasts(&patience))
		if (sd_event_run(event, LOOP_TURN) < 0)
			return false;
	return *count >= least;
}

/* Run until nothing has happened for `quiet` microseconds; 0: until nothing is pending. */
static inline void loop_settle(sd_event *event, uint64_t quiet)
{
	while (sd_event_run(event, quiet) > 0)
		;
}

#endif
