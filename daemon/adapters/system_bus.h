/*
 * The connection to the system bus, which logind and others share. It is opened within the first
 * turn of the loop; when it is lost it is tried again, less and less often. A machine where there
 * is none at the start has none.
 */
#ifndef LIMBER_SYSTEM_BUS_H
#define LIMBER_SYSTEM_BUS_H

#include <systemd/sd-bus.h>
#include <systemd/sd-event.h>

struct system_bus;

/* How long after its loss it is tried again; doubled each time, up to the last. */
#define SYSTEM_BUS_AGAIN UINT64_C(1000000)
#define SYSTEM_BUS_AGAIN_MOST UINT64_C(600000000)

/* Only from the event loop. */
struct system_bus_events {
	/* It is there: whoever uses it asks and listens anew. */
	void (*up)(void *user, sd_bus *bus);
	/* It is lost: nothing more comes from it, and all slots on it are to be given back. */
	void (*down)(void *user);
};

/* Negative errno: no memory or the like; that there is no bus is no error. */
int system_bus_new(struct system_bus **ret, sd_event *event, const struct system_bus_events *events,
		   void *user);

/* Without a word; first free what uses it. NULL is fine. */
struct system_bus *system_bus_free(struct system_bus *system_bus);

#endif
