/* What is read of a session of logind: its properties, as far as they are told. */
#ifndef LIMBER_HINTS_H
#define LIMBER_HINTS_H

#include <stdint.h>
#include <systemd/sd-bus.h>

struct hints {
	int locked, idle, active; /* 0, 1; -1: not told */
	uint64_t idle_since;      /* CLOCK_REALTIME, as told with `idle` */
};

/* From a dictionary of properties, where the message stands; as far as it could be read. */
struct hints hints_read(sd_bus_message *message);

#endif
