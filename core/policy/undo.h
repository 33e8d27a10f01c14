/* What `limber undo` brings back: the state before the last request. answer_undo() does it. */
#ifndef LIMBER_UNDO_H
#define LIMBER_UNDO_H

#include "core/model/state.h"

/* Before a request changes them: these reminders; one; those on the card that is up; the pause. */
void undo_keep_all(struct state *state, enum undo_kind kind, const int indices[], int count);
void undo_keep(struct state *state, enum undo_kind kind, int index);
void undo_keep_card(struct state *state, enum undo_kind kind);
void undo_keep_pause(struct state *state, enum undo_kind kind);

/* A reminder changed by itself since: bringing back its earlier state would lose that. */
void undo_forget(struct state *state, int index);

#endif
