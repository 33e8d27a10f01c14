/* What became of a card, and one row of history. */
#ifndef LIMBER_OUTCOME_H
#define LIMBER_OUTCOME_H

#include <stdbool.h>

#include "core/base/limits.h"
#include "core/base/moment.h"

enum outcome {
	OUTCOME_NONE, /* no card yet; as a row: taken back, the row does not count */
	OUTCOME_DONE,
	OUTCOME_PARTLY,
	OUTCOME_SKIPPED,
	OUTCOME_SNOOZED,
	OUTCOME_NATURAL,    /* up on your own */
	OUTCOME_PERHAPS,    /* perhaps up: no input for a while, and nothing else is known */
	OUTCOME_UNANSWERED, /* withdrawn after card_time, or the server was lost */
	OUTCOME_NOT_SHOWN,  /* its validity ended before a good moment came */
	OUTCOME_OFFERED,    /* a rider, on another reminder's card */
	OUTCOME_COUNT
};

/* The word in the store, on the bus and in --json: "done", "not_shown"; "taken_back" for none. */
const char *outcome_word(enum outcome outcome);

/* OUTCOME_COUNT for another word. */
enum outcome outcome_read(const char *word);

/* What people read, an English pattern marked for gettext: "up on your own". */
const char *outcome_say(enum outcome outcome);

/* What a row of history is about. The store has these numbers: add new ones at the end. */
enum record_kind {
	RECORD_CARD,    /* what became of a card, or was done without one */
	RECORD_SITTING, /* a span of sitting, from `shown` to `ended` */
	RECORD_AWAY,    /* an absence that counts, from `shown` to `ended` */
	RECORD_DRINK,   /* water, with a card or without */
	RECORD_CRAMP,   /* of the diary */
	RECORD_SCORE,   /* of the diary: how the day was */
	RECORD_COUNT
};

/* The word in --json and exports: "card", "sitting"; RECORD_COUNT for another word. */
const char *record_word(enum record_kind kind);
enum record_kind record_read(const char *word);

/* Which side was played, or had the cramp; a set. The store has these numbers. */
enum sides { SIDES_LEFT = 1 << 0, SIDES_RIGHT = 1 << 1, SIDES_BOTH = 3 };

/* The word in --json, exports and on the bus: "left", "right", "both", "" for none. */
const char *sides_word(uint32_t sides);

/* Return false for another word. */
bool sides_read(const char *word, uint32_t *ret);

/*
 * One row of history, keyed (origin, sequence); of two with one key the one with the higher
 * revision counts. Members that a kind does not use are 0 or "". `outcome` is OUTCOME_DONE for all
 * kinds but cards and drinks (OUTCOME_PARTLY: half a glass), OUTCOME_NONE for a row that was taken
 * back.
 */
struct record {
	uint64_t sequence; /* from 1 */
	uint32_t revision; /* from 1 */
	uint32_t origin;   /* the store it comes from; 0: this one */
	enum record_kind kind;
	char reminder[NAME_SIZE];
	char item[NAME_SIZE]; /* "" for a reminder that only says something; where a cramp was */
	enum outcome outcome;
	struct realtime due;   /* 0: it was not due (called for, or booked by hand) */
	struct realtime shown; /* 0: it was never on a screen; of a span: its begin */
	struct realtime
		ended;   /* when the card ended, or it was booked; the same in later revisions */
	int32_t day;     /* the local day of `ended` as it was booked: zone_day() */
	int32_t zone;    /* of `ended`: seconds east of UTC */
	int32_t seconds; /* how long it was played, without pauses; the length of a span */
	int32_t amount;  /* drink: millilitres; cramp and score: 0 to 10 */
	uint32_t sides;  /* enum sides */
	uint32_t marks;  /* away: enum absence, how it is known; cramp: its symptoms */
};

#endif
