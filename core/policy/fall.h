/* What falls due at a moment, and what is given up. A part of the step. */
#ifndef LIMBER_FALL_H
#define LIMBER_FALL_H

#include "core/policy/result.h"

/* Bring one reminder's due up to `now`: new, still so, ended silently, or missed and booked so. */
void fall_update(const struct plan *plan, struct state *state, int index, struct moment now,
		 struct result *ret);

/* The wall shows a time again that it has shown: what is due for one that is to come again, and the
 * row of one that was passed over unseen, were of a wrong clock or zone. `shift`: what is to be
 * added to a time to have that which the wall shows now as it did then. */
void fall_again(const struct plan *plan, struct state *state, int index, usec shift,
		struct moment now, struct result *ret);

/* The user got up from a card that was seen and then taken down: that was the answer. */
void fall_natural(const struct plan *plan, struct state *state, int index, struct moment now,
		  struct result *ret);

/* The user got up shortly after the card went: that was the answer. */
void fall_natural_late(const struct plan *plan, struct state *state, int index, struct moment now,
		       struct result *ret);

/* Input again after a rest that may have been a walk. */
void fall_perhaps_late(const struct plan *plan, struct state *state, int index, struct moment now,
		       struct result *ret);

/* Something that `on` reminders wait for has come, after an absence of this length. */
void fall_on_occasion(const struct plan *plan, struct state *state, enum occasion occasion,
		      usec absence, struct moment now);

/* Note since when nothing but the wait for a good moment holds what is due. */
void fall_note_unheld(const struct plan *plan, struct state *state, int index, struct moment now);

#endif
