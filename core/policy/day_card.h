/*
 * Reminders that share one card a day, however far apart their times are: check-ins, and items of
 * an evening.
 */
#ifndef LIMBER_DAY_CARD_H
#define LIMBER_DAY_CARD_H

#include "core/model/state.h"

/* An evening lasts from this hour to midnight: after the exercises of a day. */
#define EVENING_STARTS 20

/* Whether a reminder is a check-in: a calendar reminder whose item is one. */
bool is_check_in(const struct plan *plan, const struct state *state, int index);

/* Whether two calendar reminders at these times share a card of the day. */
bool day_card_shared(const struct plan *plan, const struct state *state, int a, struct realtime at,
		     int b, struct realtime bt);

/* The earliest time of those that share the card of reminder `index`, which falls due at `next`. */
struct realtime day_card_first(const struct plan *plan, const struct state *state, int index,
			       struct realtime next, struct moment now);

/*
 * Check-ins that fell due in an absence of more than a day are shown one a day, the oldest first.
 * Whether this one has to wait, until the end of the day at least.
 */
bool day_card_waits(const struct plan *plan, const struct state *state, int index,
		    struct moment now);

#endif
