/* What came of a day: each card, what kept it back before and what became of it. */
#ifndef LIMBER_TRANSCRIPT_H
#define LIMBER_TRANSCRIPT_H

#include "core/foresee/replay.h"
#include "core/policy/hold.h"

/* A card, or a row of history without one. */
struct transcript_line {
	struct realtime at, due, ended;
	uint64_t card, sequence; /* 0: none (yet) */
	char reminder[NAME_SIZE], item[NAME_SIZE];
	char with[CARD_MAX][NAME_SIZE]; /* reminders that are on it, too; the rest is "" */
	enum moment_kind came;          /* what it came at */
	int32_t offset;                 /* of the zone then, seconds east of UTC */
	uint32_t holds;                 /* bit: enum hold_kind that kept it back since it was due */
	enum outcome outcome;
	bool shown;       /* a display said so */
	const char *said; /* a request was refused: why */
};

struct transcript {
	struct transcript_line *lines;
	size_t count;
	bool full;                          /* no memory for more */
	uint32_t holds[REMINDERS_MAX];      /* of each that is due */
	struct realtime due[REMINDERS_MAX]; /* that it is about */
};

/* As replay->told, with the transcript as its user; begin with { 0 }. */
void transcript_told(struct replay *replay, const struct event *event, const struct result *result,
		     void *user);

void transcript_finish(struct transcript *transcript);

#endif
