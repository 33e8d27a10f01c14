/* The zone's table that the core wants, from the C library, which knows only one zone at a time. */
#ifndef LIMBER_ZONES_H
#define LIMBER_ZONES_H

#include "core/base/zone.h"

/* The zone of whoever asks; its name is left empty. */
void zones_local(struct realtime from, struct zone *ret);

/*
 * "Europe/Berlin" as the time zone database has it, "UTC", or so many hours east of it: "+9:00",
 * "-3:30". False when it is none of these. The zone of whoever asks stays as it is.
 */
bool zones_named(const char *name, struct realtime from, struct zone *ret);

#endif
