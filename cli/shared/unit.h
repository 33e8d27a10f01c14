/*
 * Units of the user, through the service manager on the session bus. Negative errno, with `error`
 * set; -ENXIO or -EHOSTUNREACH and bus_absent() where there is no service manager.
 */
#ifndef LIMBER_UNIT_H
#define LIMBER_UNIT_H

#include <stdbool.h>
#include <systemd/sd-bus.h>

#define UNIT_LIMBERD "limberd.service"

/* At each login. */
int unit_enable(sd_bus *bus, const char *unit, sd_bus_error *error);

/* Both wait until it has started, or stopped; -EIO: it failed. */
int unit_start(sd_bus *bus, const char *unit, sd_bus_error *error);

/* Now and at each login, also of a unit that is enabled for all users; 0 also where the unit does
 * not exist. */
int unit_stop(sd_bus *bus, const char *unit, sd_bus_error *error);

bool unit_enabled(sd_bus *bus, const char *unit);

/* Whether there is a service manager at all. */
bool unit_manager(sd_bus *bus);

/* The error as a text without a full stop. */
const char *unit_why(int r, const sd_bus_error *error);

#endif
