/* When reminders fall due and which item they deal. */
#ifndef LIMBER_DUE_H
#define LIMBER_DUE_H

#include "core/state.h"

/*
 * When reminder `index` will next want to speak if nothing changes: since when, if it is due
 * already. REALTIME_OPEN: not foreseeable (switched off, or the user is away).
 */
struct realtime due_next(const struct plan *plan, const struct state *state, int index,
			 struct moment now);

/*
 * When its card is to be expected: due_next() put off to the end of what holds it then.
 * REALTIME_OPEN: not foreseeable.
 */
struct realtime due_speaks(const struct plan *plan, const struct state *state, int index,
			   struct moment now);

/*
 * The item of its next card; NULL when it only says something, or has none that may be dealt
 * (due_silent()). Before the health questions are answered `desk` deals walk-break,
 * posture-shift and micro-pause in turn, whatever its items (design section 4).
 */
const struct item *due_item(const struct plan *plan, const struct state *state, int index);

/* It wants to speak no more, and what was put off is not. */
void due_forget(struct reminder_state *its);

/* Whether nothing of it may be shown before the health questions are answered. */
bool due_silent(const struct plan *plan, int index);

#endif
