/* The properties of a session of logind that limberd uses. */
#ifndef LIMBER_HINTS_H
#define LIMBER_HINTS_H

#include <stdint.h>
#include <systemd/sd-bus.h>

struct hints {
	int locked, idle, active; /* 0, 1; -1: not in the message */
	uint64_t idle_since;      /* CLOCK_REALTIME, with `idle` */
};

/* Read an a{sv} at the position of the message, up to the first error. */
struct hints hints_read(sd_bus_message *message);

#endif
