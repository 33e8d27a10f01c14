/*
 * The state as text, for the store and GetState. Lines are "key value …", moments "BOOT/REAL" in
 * microseconds; unknown keys are skipped, so that an older version reads a newer text. Derived and
 * probed values (zone, holds) are not in it, nor is undo, which ends with the process.
 *
 * There is one text for the state as a whole, and one for each reminder, kept under its name.
 */
#ifndef LIMBER_STATE_TEXT_H
#define LIMBER_STATE_TEXT_H

#include "core/model/state.h"

enum { STATE_TEXT_SIZE = 2048 }; /* of one part, with its final NUL */

void state_print(const struct state *state, char out[STATE_TEXT_SIZE]);
void state_print_reminder(const struct reminder_state *reminder, char out[STATE_TEXT_SIZE]);

/* Lines for the values that are reported again after each start and not stored: for GetState.
 * state_read() reads them, too. */
void state_print_reported(const struct state *state, char out[STATE_TEXT_SIZE]);

/*
 * Read a text into a state from state_init(). False for an invalid line; the state is unchanged
 * then. state_read_reminder() appends a reminder, or replaces the one of that name. Read the
 * reminders first: the card is stored by the name of its reminder, and dropped if that is unknown.
 */
bool state_read(struct state *state, const char *text);
bool state_read_reminder(struct state *state, const char *name, const char *text);

/*
 * Read all texts in one, as from GetState: "[]" before the lines of the state, "[desk]" before
 * those of a reminder. False if one is invalid; the others are read.
 */
bool state_read_parts(struct state *state, const char *text);

#endif
