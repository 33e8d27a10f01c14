/*
 * The first words, on a fresh store: when they come and when they go. What they say is the
 * shell's. They are no card: no gap and no cap holds them, no row and no count comes of them. But
 * what binds whoever speaks (holds_of_all) binds them, and a card goes before them.
 */
#ifndef LIMBER_CORE_WELCOME_H
#define LIMBER_CORE_WELCOME_H

#include "core/policy/result.h"

/* EVENT_START: whether they are to come in this process. */
void welcome_start(struct state *state, const struct event *event);

/* A display came: worth trying now. */
void welcome_again(struct state *state);

/* Nothing can show them until one comes; `card`: what could not be shown. */
void welcome_waits(struct state *state, uint64_t card);

/* What displays and the user say of WELCOME_CARD; false: the event is not about that. */
bool welcome_told(struct state *state, const struct event *event, struct result *ret);

/* They come, if they are due and nothing holds them. */
void welcome_speak(const struct plan *plan, struct state *state, struct moment now,
		   struct result *ret);

/* They make room, for a card or a locked screen, and come again after it. */
void welcome_leave(struct state *state, struct result *ret);

/* They are not wanted any more: they were closed, or a card was seen. */
void welcome_end(struct state *state);

#endif
