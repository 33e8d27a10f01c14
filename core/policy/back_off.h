/*
 * The back-off: cards that nobody answers come less often, never to none. Five skipped or
 * unanswered in a row give the reminder a gap of its own, five more a longer one; two answered
 * restore it, and to put a card off is an answer: in tests/year whoever does so now and then had
 * days of cards 2 h apart. A perhaps ends the row, for who gets up with the card does not ignore
 * it, and restores nothing, for it may have been a page. Its ledger and its interval stay as they
 * are: a longer interval might never be sat at one go, and then no card could ever restore it.
 */
#ifndef LIMBER_BACK_OFF_H
#define LIMBER_BACK_OFF_H

#include "core/model/state.h"

/* The gap of a level (reminder_state.slow); 0 for level 0. */
usec back_off_length(int level);

/* The gap of a reminder now, 0 for none. */
usec back_off_gap(const struct plan *plan, const struct reminder_state *its);

/* Whether one more unanswered card raises the level. */
bool back_off_is_near(const struct plan *plan, const struct state *state, int index);

/* Apply an outcome. */
void back_off_settle(const struct plan *plan, struct state *state, int index, enum outcome outcome);

/* The last outcome, which was counted as unanswered, became perhaps. */
void back_off_forgive(struct state *state, int index);

#endif
