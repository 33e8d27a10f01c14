/* Requests: what the user asks for, and the one step back. */
#ifndef LIMBER_ANSWER_H
#define LIMBER_ANSWER_H

#include "core/policy/record.h"

void answer_card(const struct plan *plan, struct state *state, const struct event *event,
		 struct result *ret);
void answer_snooze(const struct plan *plan, struct state *state, const struct event *event,
		   struct result *ret);
void answer_pause(const struct plan *plan, struct state *state, const struct event *event,
		  struct result *ret);
void answer_resume(const struct plan *plan, struct state *state, const struct event *event,
		   struct result *ret);
void answer_ring(const struct plan *plan, struct state *state, const struct event *event,
		 struct result *ret);
void answer_undo(const struct plan *plan, struct state *state, const struct event *event,
		 struct result *ret);

/* The user closed the card on the screen: skipped, and can be undone like an answer. */
void answer_did(const struct plan *plan, struct state *state, const struct event *event,
		struct result *ret);
void answer_closed(const struct plan *plan, struct state *state, const struct event *event,
		   struct result *ret);

#endif
