/*
 * Never silently dead: days on which a card was due and none was seen are counted, until one is.
 * After SILENCE_DAYS of them the shells say so first, with the cause.
 */
#ifndef LIMBER_SILENCE_H
#define LIMBER_SILENCE_H

#include "core/state.h"

#define SILENCE_DAYS 2

/* A card was due and nothing could show it. Who is not there, or has paused, is not meant. */
void silence_note(const struct plan *plan, struct state *state, struct moment now);

/* One was seen. */
void silence_end(struct state *state);

/* Since when no card came though some were due; 0: it is not worth a word. */
struct realtime silence_since(const struct state *state);

#endif
