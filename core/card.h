/* The life of a card: put up, seen, ended with an outcome or taken down to come again. */
#ifndef LIMBER_CARD_H
#define LIMBER_CARD_H

#include "core/record.h"

/* Put one up. There must be none. */
void card_show(const struct plan *plan, struct state *state, int index, bool called,
	       struct moment now, struct result *ret);

/* Something new came of a reminder by itself: to bring back what was before would lose it. */
void undo_forget(struct state *state, int index);

/* A display shows it. */
void card_seen(const struct plan *plan, struct state *state, struct moment now);

/* Whether a card is up under this id. */
bool card_is(const struct state *state, uint64_t id);

/* It ends with an outcome: booked, taken off the displays, the ledger by the outcome's rule. */
void card_end(const struct plan *plan, struct state *state, enum outcome outcome, struct moment now,
	      struct result *ret);

/* It goes and stays due: nothing is booked. */
void card_drop(struct state *state, struct moment now, struct result *ret);

/* When it is withdrawn; false while no display has shown it. */
bool card_ends(const struct plan *plan, const struct state *state, struct boottime *ret);

/* What an outcome does to a reminder that stands by itself: ledger, due, deck. */
void card_settle(const struct plan *plan, struct state *state, int index, enum outcome outcome,
		 struct moment now);

#endif
