/* Only the last request can be undone; the reminders it changes are kept whole. */
#include "core/policy/undo.h"

#include <string.h>

#include "core/model/card.h"

void undo_keep_all(struct state *state, enum undo_kind kind, const int indices[], int count)
{
	memset(&state->undo, 0, sizeof(state->undo));
	state->undo.kind = kind;
	state->undo.count = count;
	for (int i = 0; i < count; i++) {
		state->undo.reminders[i] = indices[i];
		state->undo.before[i] = state->reminders[indices[i]];
	}
}

void undo_keep(struct state *state, enum undo_kind kind, int index)
{
	undo_keep_all(state, kind, &index, 1);
}

void undo_keep_card(struct state *state, enum undo_kind kind)
{
	int indices[CARD_MAX], count = card_reminders(&state->card, indices);
	undo_keep_all(state, kind, indices, count);
	state->undo.called = state->card.called;
}

void undo_keep_pause(struct state *state, enum undo_kind kind)
{
	memset(&state->undo, 0, sizeof(state->undo));
	state->undo.kind = kind;
	state->undo.paused_until = state->paused_until;
	memcpy(state->undo.paused_why, state->paused_why, sizeof(state->paused_why));
}

void undo_forget(struct state *state, int index)
{
	bool of_cards = state->undo.kind == UNDO_ANSWER || state->undo.kind == UNDO_SNOOZE;
	for (int i = 0; of_cards && i < state->undo.count; i++) {
		if (state->undo.reminders[i] != index)
			continue;
		memset(&state->undo, 0, sizeof(state->undo));
		return;
	}
}
