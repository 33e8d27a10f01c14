/*
 * The lengths of time that keep cards apart. Each is a hold of its own kind, so that `limber
 * explain` can name the one that binds. They bind no card that the user asked for.
 */
#ifndef LIMBER_GAP_H
#define LIMBER_GAP_H

#include "core/policy/hold_kind.h"

/* So many kinds there are. */
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

/* The time from one card to the next where so many are spread over so much of the hours: over half
 * of that, as nobody sits through all of it, and cards that are kept for the evening of somebody
 * who has left are lost; over no more than SPREAD_HOURS; at most SPREAD_MOST; in whole minutes. 0
 * for no card. */
usec gap_share(usec hours, int cards);

/* Finds out what is asked for many times a step; of due_foresee(). */
void gap_foresee(const struct plan *plan, struct state *state, bool anew);

/* Those that bind reminder `index` and are not over: their number. */
int gaps_of(const struct plan *plan, const struct state *state, int index, struct moment now,
	    struct gap ret[GAPS_MAX]);

/* The card that is up was shown just now. */
void gap_begin(const struct plan *plan, struct state *state, struct moment now);

/* It is about to be taken away before anybody can have read it: it keeps nothing apart. */
void gap_take_back(struct state *state);

/* What is due, kept back up to `real`: whether it would not be worth saying when it may speak then,
 * as its validity is over, or quiet lasts for longer than that. */
bool gap_loses(const struct plan *plan, const struct state *state, int index, struct realtime real);

#endif
