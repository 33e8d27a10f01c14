/* Rows of history, and what is counted of them today. */
#ifndef LIMBER_RECORD_H
#define LIMBER_RECORD_H

#include "core/policy/result.h"

/* What a request, with the end of one card, the next and the first words, needs of ACTIONS_MAX;
 * settling stops where less is left. */
enum { ACTIONS_OF_ONE = 2 * CARD_MAX + 6 };

/* Whether there is as much room left. */
bool result_room(const struct result *ret);

/* Append an action; the caller keeps to ACTIONS_OF_ONE. */
struct action *result_add(struct result *ret, enum action_kind kind);

/* Book a new row of reminder `index`, of a card (0: of none): its item, due, shown and outcome are
 * the caller's. */
void record_new(const struct plan *plan, struct state *state, int index, uint64_t card,
		const struct record *row, struct moment now, struct result *ret);

/* Book the item of the card that is up as offered, as another takes its place; it is not the
 * reminder's last row, and no count changes. */
void record_offered(const struct plan *plan, struct state *state, struct moment now,
		    struct result *ret);

/* Change the outcome of `row`, the reminder's last one, by a higher revision; its moments stay. */
void record_amend(const struct plan *plan, struct state *state, int index, const struct record *row,
		  enum outcome outcome, struct moment now, struct result *ret);

/* A reminder was seen on a card; first: the card is its own. */
void record_seen(const struct plan *plan, struct state *state, int index, bool first,
		 struct moment now);

/* And will be again: the card that was up at `shown`, called for or not, counts once. */
void record_unseen(const struct plan *plan, struct state *state, int index, bool first, bool called,
		   struct realtime shown, struct moment now);

/* Copy a name or an id, which fits unless someone broke a rule at the entrance; then it is cut. */
void name_copy(char to[NAME_SIZE], const char *from);

#endif
