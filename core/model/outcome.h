/* What became of a card, and one row of history. */
#ifndef LIMBER_OUTCOME_H
#define LIMBER_OUTCOME_H

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

/* One row of history, keyed (store id, sequence); of several revisions the highest wins. */
struct record {
	uint64_t sequence; /* from 1 */
	uint32_t revision; /* from 1 */
	char reminder[NAME_SIZE];
	char item[NAME_SIZE]; /* "" for a reminder that only says something */
	enum outcome outcome;
	struct realtime due;   /* 0: it was not due (called for, or booked by hand) */
	struct realtime shown; /* 0: it was never on a screen */
	struct realtime
		ended;   /* when the card ended, or it was booked; the same in later revisions */
	int32_t seconds; /* how long it was played, without pauses; 0: not played */
};

#endif
