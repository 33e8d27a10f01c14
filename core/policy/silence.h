/*
 * Counts the days on which a card was due and none was seen. After SILENCE_DAYS the shells warn,
 * with the cause: no display could show the cards, or they were held by something else than an
 * absence, a pause or a snooze of the user.
 */
#ifndef LIMBER_SILENCE_H
#define LIMBER_SILENCE_H

#include "core/policy/hold.h"

#define SILENCE_DAYS 2

/* Why the last such card was not seen. The numbers are stored. */
enum silence_why {
	SILENCE_DISPLAY = 0, /* no display could show it */
	SILENCE_BUSY = 1,    /* 1 + enum busy */
	SILENCE_QUIET = 100, /* quiet covers the hours in which the user sits */
	SILENCE_STANDING,    /* limber standing, which was not ended */
	SILENCE_HEALTH,      /* the health answers forbid all of its items */
};

/* No display could show a card of this reminder. */
void silence_note(const struct plan *plan, struct state *state, int index, struct moment now);

/* After each event: note a due reminder that is held only by a call, a film, do-not-disturb or
 * `limber inhibit`, and a reminder without a card although its interval was sat at one go. */
void silence_watch(const struct plan *plan, struct state *state, struct moment now);

/* A card was seen: end the count. A called-for one passes all holds, so it does not. */
void silence_end(struct state *state, bool called);

/* Since when no card was seen although some were due; 0: below SILENCE_DAYS. */
struct realtime silence_since(const struct state *state);

#endif
