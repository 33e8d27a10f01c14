/* Requests of the user. One that is refused changes nothing but ret->answer. */
#ifndef LIMBER_ANSWER_H
#define LIMBER_ANSWER_H

#include "core/policy/record.h"

/* answer.c: answers to a card, by a button or a command, by closing it on the screen (skipped), by
 * a routine that was played in a terminal; a drink, which is the answer to a line of water on the
 * last card, if it has none yet, else a row of its own. */
event_handler answer_card, answer_closed, answer_played_elsewhere, answer_drink;

/* The reminder that an item is booked for: one whose next item it is, else the first in whose deck
 * it is; REMINDER_ANY for none. */
int answer_owner(const struct plan *plan, const struct state *state, const char *id);

/* answer_later.c: snooze, pause and its end, a card now. */
event_handler answer_snooze, answer_pause, answer_resume, answer_ring;

/* answer_undo.c: the one step back. */
event_handler answer_undo;

#endif
