/*
 * Never silently dead: days on which a card was due and none was seen are counted, until one is.
 * After SILENCE_DAYS of them the shells say so first, with the cause: no display could show the
 * cards, or something else than the user's own absence, pause or settings kept them all back.
 */
#ifndef LIMBER_SILENCE_H
#define LIMBER_SILENCE_H

#include "core/policy/hold.h"

#define SILENCE_DAYS 2

/* No display could show a card of this reminder. */
void silence_note(const struct plan *plan, struct state *state, int index, struct moment now);

/* After each event: whether a call, a film, do-not-disturb or a request alone holds what is due. */
void silence_watch(const struct plan *plan, struct state *state, struct moment now);

/* A card was seen. One that was called for passes all holds, and says nothing about them. */
void silence_end(struct state *state, bool called);

/* Since when no card came though some were due; 0: it is not worth a word. */
struct realtime silence_since(const struct state *state);

#endif
