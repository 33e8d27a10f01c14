/*
 * What keeps cards back from outside: a call, an application that keeps the session awake,
 * do-not-disturb, someone who asked for silence. Told by EVENT_BUSY, forgotten at each start.
 *
 * Calls are different: nobody tells of a microphone, it must be read. That is done before a card
 * and before no input is taken for an absence, again each CALL_AGAIN while a call
 * alone keeps a card back, and while one is listened to after 1, 2, 4, then every 5 minutes. Else
 * there is no reading; so the last word is worth CALL_FRESH, and after that nobody knows. A call's
 * beginning is kept over that: a microphone that is always open must come to its limit.
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
	const char *ended;            /* what a card came at */
	const char *cause, *cause_by; /* of a silence: {on}; with {who} */
	const char *remedy;           /* of that */
};

extern const struct busy_words busy_words[BUSY_COUNT];

/* While a card waits for a call alone; and after a key, which may have been to hang up. */
#define CALL_AGAIN (15 * USEC_PER_SEC)
#define CALL_AGAIN_KEY (5 * USEC_PER_SEC)

/* Take EVENT_BUSY in. */
void busy_take(const struct plan *plan, struct state *state, const struct event *event);

/* Nobody has said anything yet. */
void busy_forget(struct state *state);

/* Whether it is on and counts: a call or a film not for longer than awake_limit, no stale word of a
 * call. */
bool busy_counts(const struct plan *plan, const struct state *state, enum busy kind,
		 struct moment now);

/* Whether it keeps cards back: it counts, and never_during names it or someone asked for it. */
bool busy_holds(const struct plan *plan, const struct state *state, enum busy kind,
		struct moment now);

/* When it no longer counts if nothing is said; REALTIME_OPEN: nobody can tell. */
struct realtime busy_until(const struct plan *plan, const struct state *state, enum busy kind,
			   struct moment now);

/* The last time that a call or an application kept the session awake, for awake_limit at most. */
struct spell {
	bool lasts;
	struct boottime since; /* while it lasts */
	struct boottime until; /* now while it lasts; 0: there was none */
	bool lapsed;           /* awake_limit ended it: nobody said or did anything */
};

struct spell busy_awake(const struct plan *plan, const struct state *state, struct moment now);

/* Whether the microphones can be read, and were not in the last second. */
bool busy_unread(const struct state *state, struct moment now);

/* When to read them again during a call that is listened to. */
struct boottime busy_next_reading(const struct state *state);

#endif
