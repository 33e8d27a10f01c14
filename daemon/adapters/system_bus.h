/*
 * The connection to the system bus, which logind and others share. It is opened in the first
 * iteration of the loop. A connection that is lost is retried with growing delays; one that fails
 * at the start is not retried.
 */
#ifndef LIMBER_SYSTEM_BUS_H
#define LIMBER_SYSTEM_BUS_H

#include <systemd/sd-bus.h>
#include <systemd/sd-event.h>

struct system_bus;

/* The first delay after a loss; doubled with each try, up to the second. */
#define SYSTEM_BUS_RETRY UINT64_C(1000000)
#define SYSTEM_BUS_RETRY_MOST UINT64_C(600000000)

/* Only from the event loop. */
struct system_bus_events {
	/* Connected: users of it subscribe and read everything again. */
	void (*up)(void *user, sd_bus *bus);
	/* Lost: users of it unref all their slots. */
	void (*down)(void *user);
};

/* A missing bus is not an error. */
int system_bus_new(struct system_bus **ret, sd_event *event, const struct system_bus_events *events,
		   void *user);

/* NULL; without callbacks. Free the users of it first. */
struct system_bus *system_bus_free(struct system_bus *system_bus);

#endif
