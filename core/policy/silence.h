/*
 * Never silently dead: days on which a card was due and none was seen are counted, until one is.
 * After SILENCE_DAYS of them the shells say so first, with the cause: no display could show the
 * cards, or something else than the user's own absence, pause or snooze kept them all away.
 */
#ifndef LIMBER_SILENCE_H
#define LIMBER_SILENCE_H

#include "core/policy/hold.h"

#define SILENCE_DAYS 2

/* What kept the last such card away. The numbers are stored. */
enum silence_why {
	SILENCE_DISPLAY = 0, /* no display could show it */
	SILENCE_BUSY = 1,    /* this and the next in the order of enum busy */
	SILENCE_QUIET = 100, /* quiet covers the hours in which the user sits */
	SILENCE_STANDING,    /* limber standing, which was not ended */
	SILENCE_HEALTH,      /* none of its items is for the user */
};

/* No display could show a card of this reminder. */
void silence_note(const struct plan *plan, struct state *state, int index, struct moment now);

/* After each event: whether a call, a film, do-not-disturb or a request alone holds what is due, or
 * something keeps the card away that a reminder should show after its interval was sat at one go.
 */
void silence_watch(const struct plan *plan, struct state *state, struct moment now);

/* A card was seen. One that was called for passes all holds, and says nothing about them. */
void silence_end(struct state *state, bool called);

/* Since when no card came though some were due; 0: it is not worth a word. */
struct realtime silence_since(const struct state *state);

#endif
