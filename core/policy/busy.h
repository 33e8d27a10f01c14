/*
 * Levels from outside that hold cards: a call, an inhibitor of idleness, do-not-disturb, `limber
 * inhibit`. Reported by EVENT_BUSY, forgotten at each start.
 *
 * Calls have no signal: the microphones are read before a card, before a lack of input counts as an
 * absence, every CALL_AGAIN while only a call holds a card, and after 1, 2, 4, then every 5 minutes
 * while a call without input counts as sitting, and every CALL_AGAIN_KEY while a routine is spoken.
 * A reading is valid for CALL_FRESH; after that the level is unknown, but the begin of the call is
 * kept, so that a microphone that is always open reaches awake_limit.
 */
#ifndef LIMBER_BUSY_H
#define LIMBER_BUSY_H

#include "core/model/event.h"

/* A little more than the longest time between two readings. */
#define CALL_FRESH (6 * USEC_PER_MIN)

/* The sentences are English, marked for gettext. */
struct busy_words {
	const char *word;             /* on the bus and in --json, as in BUSY_KINDS */
	const char *label;            /* the word, for people */
	int never;                    /* enum never that makes it a hold; 0: it always is one */
	const char *held, *held_by;   /* why a card waits: {since}, {until}; with {who} */
	const char *ended;            /* the good moment of a card */
	const char *cause, *cause_by; /* why no cards were seen for days: {on}; with {who} */
	const char *remedy;           /* against that */
};

extern const struct busy_words busy_words[BUSY_COUNT];

/* The level of a value of an enum in which BUSY_KINDS begin at `first`; BUSY_COUNT: of none. */
static inline enum busy busy_of(int value, int first)
{
	return value >= first && value < first + (int)BUSY_COUNT ? (enum busy)(value - first)
								 : BUSY_COUNT;
}

/* The interval of readings while only a call holds a card, and after input, which may have ended
 * it.
 */
#define CALL_AGAIN (15 * USEC_PER_SEC)
#define CALL_AGAIN_KEY (5 * USEC_PER_SEC)

/* Apply EVENT_BUSY. */
void busy_take(const struct plan *plan, struct state *state, const struct event *event);

/* Set all levels to unknown. */
void busy_forget(struct state *state);

/* Whether it is on and counts: a call or a film up to awake_limit, a call with a valid reading. */
bool busy_counts(const struct plan *plan, const struct state *state, enum busy kind,
		 struct moment now);

/* Whether it holds cards: it counts, and never_during names it or it is from `limber inhibit`. */
bool busy_holds(const struct plan *plan, const struct state *state, enum busy kind,
		struct moment now);

/* When it stops to count without another report; REALTIME_OPEN: unknown. */
struct realtime busy_until(const struct plan *plan, const struct state *state, enum busy kind,
			   struct moment now);

/* The last time that a call or an inhibitor was on, for awake_limit at most. */
struct spell {
	bool lasts;
	struct boottime since; /* while it lasts */
	struct boottime until; /* now while it lasts; 0: there was none */
	bool lapsed;           /* only awake_limit ended it */
};

struct spell busy_awake(const struct plan *plan, const struct state *state, struct moment now);

/* Whether the microphones can be read, and were not in the last second. */
bool busy_unread(const struct state *state, struct moment now);

/* When to read them again during a call without input. */
struct boottime busy_next_reading(const struct state *state);

#endif
