/*
 * What shares one card a day, however far apart its times are: check-ins, and the items of an
 * evening. (design: "Evening items are one card an evening, check-ins of a day one card")
 */
#ifndef LIMBER_DAY_CARD_H
#define LIMBER_DAY_CARD_H

#include "core/model/state.h"

/* An evening lasts from this hour to midnight: after the exercises of a day. */
#define EVENING_STARTS 20

/* Whether a reminder asks for a look back: it comes at times and deals a check-in. */
bool is_check_in(const struct plan *plan, const struct state *state, int index);

/* Whether two calendar reminders, at these times, are of one card of the day. */
bool day_card_shared(const struct plan *plan, const struct state *state, int a, struct realtime at,
		     int b, struct realtime bt);

/* The earliest time of those that share the card of reminder `index`, which falls due at `next`. */
struct realtime day_card_first(const struct plan *plan, const struct state *state, int index,
			       struct realtime next, struct moment now);

/*
 * Check-ins that fell due during more than a day away come one a day, the oldest first. Whether it
 * is not this one's turn: then it may be by the end of this day.
 */
bool day_card_waits(const struct plan *plan, const struct state *state, int index,
		    struct moment now);

#endif
