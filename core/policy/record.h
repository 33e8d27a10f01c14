/* Rows of history, and what is counted of them today. */
#ifndef LIMBER_RECORD_H
#define LIMBER_RECORD_H

#include "core/policy/result.h"

/* The most actions of a request, with the end of a card, the next card, the welcome and the spans
 * of sitting and absence; loops over reminders stop when fewer are left. */
enum { ACTIONS_OF_ONE = 2 * CARD_MAX + 10 };

/* Whether ACTIONS_OF_ONE are left. */
bool result_room(const struct result *ret);

/* Append an action, at most ACTIONS_OF_ONE after result_room(). */
struct action *result_add(struct result *ret, enum action_kind kind);

/* Number a new row, and set the local day and the zone of its end. */
void record_number(const struct plan *plan, struct state *state, struct record *row);

/* Book a new row of reminder `index`, of a card (0: none). The caller sets item, due, shown and
 * outcome.
 */
void record_new(const struct plan *plan, struct state *state, int index, uint64_t card,
		const struct record *row, struct moment now, struct result *ret);

/* Book the item of the card that is up, as another takes its place: the outcome and the seconds
 * are the caller's. It is not the reminder's last row, and no count changes. */
void record_replaced(const struct plan *plan, struct state *state, const struct record *row,
		     struct moment now, struct result *ret);

/* Book a span: kind, outcome, shown, ended, seconds and marks are the caller's. */
void record_span(const struct plan *plan, struct state *state, const struct record *row,
		 struct result *ret);

/* Book a whole row of no reminder. */
void record_row(const struct record *row, struct result *ret);

/* Set the outcome of a row of a card or of a drink; whether it is a drink, and of how much, follows
 * from that. */
void record_outcome(const struct plan *plan, int index, struct record *row, enum outcome outcome);

/* Change the outcome of `row`, the reminder's last one, by a higher revision; its moments stay. */
void record_amend(const struct plan *plan, struct state *state, int index, const struct record *row,
		  enum outcome outcome, struct moment now, struct result *ret);

/* Replace `was`, any row of history, by `row`, as its next revision. */
void record_replace(const struct plan *plan, struct state *state, const struct record *was,
		    const struct record *row, struct moment now, struct result *ret);

/* Make the row that this step booked for a reminder a drink of so many millilitres. */
void record_drink(const struct plan *plan, struct state *state, int index, int32_t ml,
		  struct moment now, struct result *ret);

/* Count a reminder that was seen on a card; first: as its main one. */
void record_seen(const struct plan *plan, struct state *state, int index, bool first,
		 struct moment now);

/* Take that count back, for a card that was shown at `shown` and will be shown again. */
void record_unseen(const struct plan *plan, struct state *state, int index, bool first, bool called,
		   struct realtime shown, struct moment now);

/* Add one, up to the most there can be. */
void count_one(uint16_t *count);

/* Whether it is something that was done without a card. */
bool record_unasked(const struct record *row);

/* Copy a name or an id; a longer one, which a check failed to reject, is truncated. */
void name_copy(char to[NAME_SIZE], const char *from);

#endif
