/* When reminders fall due. */
#ifndef LIMBER_DUE_H
#define LIMBER_DUE_H

#include "core/model/state.h"

/*
 * When reminder `index` falls due if nothing changes; if it is due, since when. REALTIME_OPEN: not
 * foreseeable (off, or the user is away).
 */
struct realtime due_next(const struct plan *plan, const struct state *state, int index,
			 struct moment now);

/*
 * The same for a calendar reminder that is not due: the first of its times that was not handled.
 */
struct realtime due_planned(const struct plan *plan, const struct state *state, int index);

/* The first time of a calendar reminder after a moment, on the days of its fact; REALTIME_OPEN:
 * none.
 */
struct realtime due_time_after(const struct plan *plan, const struct state *state, int index,
			       struct realtime after);

/*
 * Fill the caches of due_planned(), deck_item() and others for `state->at`. Call it when that
 * changed; only speed depends on it.
 */
void due_foresee(const struct plan *plan, struct state *state);

/* Whether calendar times are to come, but `quiet` covers all of them for longer than they are
 * valid. */
bool due_in_vain(const struct plan *plan, const struct state *state, int index, struct moment now);

/* due_next() for users: REALTIME_OPEN if due_in_vain(). */
struct realtime due_reachable(const struct plan *plan, const struct state *state, int index,
			      struct moment now);

/*
 * When its card is expected: due_next() moved to the end of the holds at that time. REALTIME_OPEN:
 * not foreseeable.
 */
struct realtime due_speaks(const struct plan *plan, const struct state *state, int index,
			   struct moment now);

/* Whether due_speaks() is the beginning of its hours, for sitting that is not full when they end:
 * who gets up till then sees the card an interval later. */
bool due_opens(const struct plan *plan, const struct state *state, int index, struct moment now);

/* The reminder whose ledger is shown as the sitting of the user: the first that counts sitting and
 * has cards of its own. REMINDER_ANY for none. */
int due_counted(const struct plan *plan, const struct state *state);

/*
 * The reminder whose card is expected first, else the one that falls due first, else the first that
 * can have cards; REMINDER_ANY for none. It is "next" in `limber status`, `snooze` and `explain`.
 */
int due_first(const struct plan *plan, const struct state *state, struct moment now);

/* The first moment from `real` on inside its hours and not in its quiet; REALTIME_OPEN: quiet
 * covers them. */
struct realtime due_open_from(const struct plan *plan, const struct state *state, int index,
			      struct realtime real);

/* Whether `cap`, or its own `most`, allows no more cards today. */
bool due_capped(const struct plan *plan, const struct state *state, int index, struct moment now);
bool due_had_most(const struct plan *plan, const struct state *state, int index, struct moment now);

/* The time of a calendar reminder whose card comes within MERGE_WITHIN after `real`, for which an
 * `every` reminder waits. REALTIME_OPEN for none. */
struct realtime due_soon(const struct plan *plan, const struct state *state, struct realtime real,
			 struct moment now);

/* When `length` inside its hours has elapsed from `from` on; REALTIME_OPEN: never. */
struct realtime due_elapsed(const struct plan *plan, const struct state *state, int index,
			    struct realtime from, usec length);

/* It is not due any more; a snooze is dropped. */
void due_forget(struct reminder_state *its);

/* Snooze it to `until`; its validity is extended after that. */
void due_put_off(const struct reminder *reminder, struct reminder_state *its,
		 struct realtime until);

#endif
