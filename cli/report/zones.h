/* The zone tables of the core, from the C library, which handles one zone at a time. */
#ifndef LIMBER_ZONES_H
#define LIMBER_ZONES_H

#include "core/base/zone.h"

/* The zone of this process; its name is left empty. */
void zones_local(struct realtime from, struct zone *ret);

/*
 * A zone by name: "Europe/Berlin" of the time zone database, "UTC", or an offset, "+9:00", "-3:30".
 * False for any other name. The zone of this process is not changed.
 */
bool zones_named(const char *name, struct realtime from, struct zone *ret);

#endif
