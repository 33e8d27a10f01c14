/* The time of the loop. */
#ifndef LIMBER_LOOP_H
#define LIMBER_LOOP_H

#include <systemd/sd-event.h>

#include "core/base/moment.h"

/* When this iteration began, CLOCK_BOOTTIME. */
static inline usec loop_now(sd_event *event)
{
	uint64_t now = 0;
	(void)sd_event_now(event, CLOCK_BOOTTIME, &now);
	return (usec)now;
}

#endif
