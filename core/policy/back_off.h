/*
 * Back-off: cards that are not answered are shown less often, but never stop. Five skipped or
 * unanswered in a row give the reminder a gap of its own, five more a longer one; two answered
 * restore it. A snooze is an answer: in tests/year users who snooze now and then had days with
 * cards 2 h apart. A perhaps ends the row, because a user who gets up does not ignore the card, but
 * does not restore it, because it may have been reading. Ledger and interval do not change: a
 * longer interval might never be sat at one go, and then no card could restore it.
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
