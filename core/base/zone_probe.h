/* A zone's table from someone who knows only "what is the offset at this moment". */
#ifndef LIMBER_ZONE_PROBE_H
#define LIMBER_ZONE_PROBE_H

#include "core/base/zone.h"

/*
 * Fills offset, changes and `until` from ZONE_PAST before `from` to LENGTH_MAX after it; the name
 * is left alone. `offset_at`: seconds east of UTC at a second since 1970.
 */
void zone_probe(struct zone *zone, struct realtime from, int32_t (*offset_at)(int64_t second));

#endif
