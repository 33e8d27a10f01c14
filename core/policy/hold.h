/*
 * Holds: the reasons to show no card now. They are derived from the state each time, so that the
 * step and `limber explain` cannot differ.
 */
#ifndef LIMBER_HOLD_H
#define LIMBER_HOLD_H

#include "core/policy/hold_kind.h"

/* The level of a hold, BUSY_COUNT for a hold without one. */
enum busy busy_of_hold(enum hold_kind kind);

/* Its word on the bus and in --json: "paused", "no_display". */
const char *hold_word(enum hold_kind kind);

struct hold {
	enum hold_kind kind;
	struct realtime since;  /* 0: unknown */
	struct realtime until;  /* REALTIME_OPEN: until an event */
	const char *who;        /* the program that holds; "": unknown. Not owned */
	struct verdict verdict; /* HOLD_HEALTH: on its item */
};

/*
 * The holds on reminder `index` at `now`, also if it is not due, the one that ends last first;
 * returns their number. 0: its card may be shown.
 */
int holds_of(const struct plan *plan, const struct state *state, int index, struct moment now,
	     struct hold ret[HOLDS_MAX]);

/* Whether it is due, and held only by reported levels (a lock, a film, do-not-disturb). */
bool hold_is_reported(const struct plan *plan, const struct state *state, int index,
		      struct moment now);

/* The holds on all reminders, and the `quiet` of the plan: for the welcome. */
int holds_of_all(const struct plan *plan, const struct state *state, struct moment now,
		 struct hold ret[HOLDS_MAX]);

#endif
