/* The life of a card: shown, seen, ended with an outcome, or closed to be shown again. */
#ifndef LIMBER_CARD_H
#define LIMBER_CARD_H

#include "core/model/card.h"
#include "core/policy/record.h"

/*
 * Show a card; there must be none. Reminders that are due within MERGE_WITHIN are merged onto it,
 * riders are lines on it; a called-for card is of one reminder only.
 */
void card_show(const struct plan *plan, struct state *state, int index, bool called,
	       struct moment now, struct result *ret);

/* Whether the card was closed so soon after it was shown that the server dropped it; and undo what
 * showing it changed. */
bool card_is_dropped(const struct state *state, struct moment now);
void card_unsee(const struct plan *plan, struct state *state, struct moment now,
		struct result *ret);

/* A display reported the card as shown. */
void card_seen(const struct plan *plan, struct state *state, struct moment now);

/* Whether the health answers still allow everything on the card that is up. */
bool card_fits(const struct plan *plan, const struct state *state);

/*
 * End the card with an outcome: book a row for each reminder on it, settle its ledger, close the
 * card. `until` is the end of a snooze.
 */
void card_end(const struct plan *plan, struct state *state, enum outcome outcome,
	      struct realtime until, struct moment now, struct result *ret);

/* End a card whose time, or play, is over unanswered; booked at that time, however late it is
 * noticed.
 */
void card_expire(const struct plan *plan, struct state *state, struct moment now,
		 struct result *ret);

/* Close the card: a played one is booked by what was played, else the reminders stay due. */
void card_leave(const struct plan *plan, struct state *state, struct moment now,
		struct result *ret);

/* The same for a lock, sleep or a lost server; a card that was up for less than CARD_READ starts no
 * gap.
 */
void card_take_away(const struct plan *plan, struct state *state, struct moment now,
		    struct result *ret);

/* Whether the card is up for less than CARD_READ, not called for and not played. */
bool card_is_unread(const struct state *state, struct moment now);

/* Close the card without a row: its reminders stay due. */
void card_drop(struct state *state, struct moment now, struct result *ret);

/* Whether the next card of a reminder, or the one that is up, is the first repetition of an
 * unanswered one that `insist` asks for. Whether the card that is up is urgent for that: not in a
 * call, and not when it was called for. */
bool card_may_insist(const struct plan *plan, const struct state *state, int index);
bool card_insists(const struct plan *plan, const struct state *state);

/* When the card expires; false if it is not shown. */
bool card_ends(const struct plan *plan, const struct state *state, struct boottime *ret);

/* Apply an outcome to one reminder: ledger, due, back-off. */
void card_settle(const struct plan *plan, struct state *state, int index, enum outcome outcome,
		 struct moment now);

#endif
