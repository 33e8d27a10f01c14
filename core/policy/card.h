/* The life of a card: put up, seen, ended with an outcome or taken down to come again. */
#ifndef LIMBER_CARD_H
#define LIMBER_CARD_H

#include "core/model/card.h"
#include "core/policy/record.h"

/*
 * Put one up. There must be none. What else is due, or will be within MERGE_WITHIN, goes with it,
 * and riders as lines of their own; a called-for card comes alone.
 */
void card_show(const struct plan *plan, struct state *state, int index, bool called,
	       struct moment now, struct result *ret);

/* Whether it left so soon after it was shown that nobody saw it; and it was as if it were not
 * shown. */
bool card_is_dropped(const struct state *state, struct moment now);
void card_unsee(const struct plan *plan, struct state *state, struct moment now,
		struct result *ret);

/* A display shows it. */
void card_seen(const struct plan *plan, struct state *state, struct moment now);

/* Whether all that stands on the card that is up is still for the user. */
bool card_fits(const struct plan *plan, const struct state *state);

/*
 * It ends with an outcome: a row for each reminder on it, its ledger by the outcome's rule. Off
 * the displays it goes. `until` is the end of a snooze.
 */
void card_end(const struct plan *plan, struct state *state, enum outcome outcome,
	      struct realtime until, struct moment now, struct result *ret);

/* Its time is over, unanswered, or its play is; at the latest when that was to be, however late
 * it is noticed. */
void card_expire(const struct plan *plan, struct state *state, struct moment now,
		 struct result *ret);

/* It has to go: what is played on it is booked by how far that came, all else stays due. */
void card_leave(const struct plan *plan, struct state *state, struct moment now,
		struct result *ret);

/* The same for a lock, sleep or a server that went: one that was up for less than CARD_READ keeps
 * no other card away, nor its own. */
void card_take_away(const struct plan *plan, struct state *state, struct moment now,
		    struct result *ret);

/* Whether it is up, nobody called for it, and nobody had the time to read it. */
bool card_is_unread(const struct state *state, struct moment now);

/* It goes and stays due: nothing is booked. */
void card_drop(struct state *state, struct moment now, struct result *ret);

/* How long after the last of so many tries that failed (1 or more) the next one is. */
usec card_retry(unsigned tries);

/* When it is withdrawn; false while no display has shown it. */
bool card_ends(const struct plan *plan, const struct state *state, struct boottime *ret);

/* What an outcome does to one reminder: ledger, due, back-off. */
void card_settle(const struct plan *plan, struct state *state, int index, enum outcome outcome,
		 struct moment now);

#endif
