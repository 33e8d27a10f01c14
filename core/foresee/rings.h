/* Which reminders of a plan ever have a card, found out by playing it. */
#ifndef LIMBER_RINGS_H
#define LIMBER_RINGS_H

#include "core/base/moment.h"
#include "core/base/zone.h"
#include "core/model/plan.h"

enum { RINGS_DAYS = 8 };

/*
 * Bit I: reminder I has a card, or a line on one, within eight typical days (typical.h) from `now`
 * on, from a first start. A calendar time that is later counts if nothing keeps it back for longer
 * than it is valid, an occasion always. What is off has none.
 */
uint64_t rings_of(const struct plan *plan, const struct zone *zone, struct realtime now);

#endif
