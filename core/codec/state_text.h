/*
 * The state as text: the form of the store and of GetState. One line a thing, "key value …",
 * moments as "BOOT/REAL" in microseconds; unknown keys are skipped, so that an older program
 * reads a newer text. What is derived or probed (zone, holds) is not in it.
 *
 * The parts: one text for the whole (presence, pause, numbers, card, undo's are dropped: undo
 * does not outlive the process) and one for each reminder, kept under its name.
 */
#ifndef LIMBER_STATE_TEXT_H
#define LIMBER_STATE_TEXT_H

#include "core/model/state.h"

enum { STATE_TEXT_SIZE = 2048 }; /* of one part, with its final NUL */

void state_print(const struct state *state, char out[STATE_TEXT_SIZE]);
void state_print_reminder(const struct reminder_state *reminder, char out[STATE_TEXT_SIZE]);

/* What is told anew after each start, and so is not kept, as more lines of the whole: for GetState,
 * and read by state_read(). */
void state_print_told(const struct state *state, char out[STATE_TEXT_SIZE]);

/*
 * Read a part back into a state that state_init() made. A bad line makes the part bad: false,
 * and the state is as before. state_read_reminder() appends, or replaces one of that name. The
 * reminders come first: the card is kept by its reminder's name, and dropped when there is none.
 */
bool state_read(struct state *state, const char *text);
bool state_read_reminder(struct state *state, const char *name, const char *text);

/*
 * All parts in one text, as GetState has it: "[]" and the lines of the whole, "[desk]" and those
 * of a reminder. False for a bad part; what was good of the others is read.
 */
bool state_read_parts(struct state *state, const char *text);

#endif
