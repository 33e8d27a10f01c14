/*
 * The gaps between cards, each a hold of its own kind, so that `limber explain` can name it. They
 * do not apply to cards that the user called for.
 */
#ifndef LIMBER_GAP_H
#define LIMBER_GAP_H

#include "core/policy/hold_kind.h"

/* The number of kinds. */
enum { GAPS_MAX = 5 };

struct gap {
	enum hold_kind kind;
	struct realtime began, ends;
};

/* Whether the first week has cards less often: of built-in `every` reminders whose interval the
 * user has not set. */
bool gap_first_week(const struct plan *plan, const struct state *state, int index,
		    struct moment now);

/* How many cards `cap` allows of this reminder and its like a day, half as many in the first week;
 * 0: any number. Only the built-in `every` reminders are counted. */
int gap_cap(const struct plan *plan, const struct state *state, int index, struct moment now);

/* How much of the plan's hours lies between two moments. */
usec gap_hours(const struct plan *plan, const struct zone *zone, struct realtime from,
	       struct realtime until);

/* The gap that spreads a number of cards over the rest of the hours, in whole minutes: over half of
 * it, because no user sits through all of it and cards of an evening after the user has left are
 * lost; over SPREAD_HOURS at most; SPREAD_MOST at most. 0 for no card. */
usec gap_share(usec hours, int cards);

/* The part of due_foresee() for gaps. */
void gap_foresee(const struct plan *plan, struct state *state, bool anew);

/* The gaps that hold reminder `index`; returns their number. */
int gaps_of(const struct plan *plan, const struct state *state, int index, struct moment now,
	    struct gap ret[GAPS_MAX]);

/* Start the gaps: the card that is up was shown now. */
void gap_begin(const struct plan *plan, struct state *state, struct moment now);

/* Take back the gaps of the card that is up: it is closed before it can have been read. */
void gap_take_back(struct state *state);

/* Whether a due reminder that is held up to `real` would not be valid by then, or by the end of
 * quiet. */
bool gap_loses(const struct plan *plan, const struct state *state, int index, struct realtime real);

#endif
