/*
 * Holds: the reasons not to speak now. Never stored, always derived, so that what the step obeys
 * and what `limber explain` says cannot disagree.
 */
#ifndef LIMBER_HOLD_H
#define LIMBER_HOLD_H

#include "core/policy/hold_kind.h"

/* The source of a hold, BUSY_COUNT for a hold that has none. */
enum busy busy_of_hold(enum hold_kind kind);

/* Its word on the bus and in --json: "paused", "no_display". */
const char *hold_word(enum hold_kind kind);

struct hold {
	enum hold_kind kind;
	struct realtime since;  /* 0: not known */
	struct realtime until;  /* REALTIME_OPEN: until something happens */
	const char *who;        /* the source's own name for itself; "": not known. Not owned */
	struct verdict verdict; /* HOLD_HEALTH: what speaks against its item */
};

/*
 * What keeps reminder `index` from speaking at `now` (or would, were it due): the number of
 * holds written to ret, the one that ends last first. 0: it may speak.
 */
int holds_of(const struct plan *plan, const struct state *state, int index, struct moment now,
	     struct hold ret[HOLDS_MAX]);

/* Whether it is due, and only what others tell (a lock, a film, do-not-disturb) keeps it back. */
bool hold_is_told(const struct plan *plan, const struct state *state, int index, struct moment now);

/* The same of what is no reminder's: the holds that bind whoever wants to speak, and the plan's
 * `quiet`. */
int holds_of_all(const struct plan *plan, const struct state *state, struct moment now,
		 struct hold ret[HOLDS_MAX]);

#endif
