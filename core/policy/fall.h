/* Updates what is due, and ends what is no longer valid. A part of the step. */
#ifndef LIMBER_FALL_H
#define LIMBER_FALL_H

#include "core/policy/result.h"

/* Update the due of a reminder: it falls due, stays due, ends without a row, or is booked as
 * missed.
 */
void fall_update(const struct plan *plan, struct state *state, int index, struct moment now,
		 struct result *ret);

/* The wall clock was set back and shows times a second time: take back a due whose time is ahead
 * again, and the not-shown row of such a time. `shift`: added to an old time it gives the moment at
 * which the wall shows the same now. */
void fall_again(const struct plan *plan, struct state *state, int index, usec shift,
		struct moment now, struct result *ret);

/* Book `natural` if the user got up from a card that was seen and then taken down. */
void fall_natural(const struct plan *plan, struct state *state, int index, struct moment now,
		  struct result *ret);

/* Book `natural` if the user got up shortly after the card ended. */
void fall_natural_late(const struct plan *plan, struct state *state, int index, struct moment now,
		       struct result *ret);

/* Book `perhaps` at input after a rest that may have been a walk. */
void fall_perhaps_late(const struct plan *plan, struct state *state, int index, struct moment now,
		       struct result *ret);

/* Make the `on` reminders of an occasion due, after an absence of this length. */
void fall_on_occasion(const struct plan *plan, struct state *state, enum occasion occasion,
		      usec absence, struct moment now);

/* Note since when only the wait for a good moment holds a due reminder. */
void fall_note_unheld(const struct plan *plan, struct state *state, int index, struct moment now);

#endif
