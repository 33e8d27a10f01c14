/* Makes the table of a zone from a function that has only the offset at a moment. */
#ifndef LIMBER_ZONE_PROBE_H
#define LIMBER_ZONE_PROBE_H

#include "core/base/zone.h"

/*
 * Set offset, changes and `until`, from ZONE_PAST before `from` to LENGTH_MAX after it; the name is
 * not changed. `offset_at`: seconds east of UTC at a second since 1970.
 */
void zone_probe(struct zone *zone, struct realtime from, int32_t (*offset_at)(int64_t second));

#endif
