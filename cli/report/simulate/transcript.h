/* The result of a day: each card, its holds and its outcome. */
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
	enum good_kind came;            /* the good moment of the card */
	int32_t offset;                 /* of the zone then, seconds east of UTC */
	uint32_t holds;                 /* bits: enum hold_kind since it was due */
	enum outcome outcome;
	bool shown;          /* a display reported it */
	const char *refused; /* a request was refused: why */
};

struct transcript {
	struct transcript_line *lines;
	size_t count;
	bool full;                          /* no memory for more */
	uint32_t holds[REMINDERS_MAX];      /* of each that is due */
	struct realtime due[REMINDERS_MAX]; /* that it is about */
};

/* A callback for replay->stepped, with the transcript as its user; begin with { 0 }. */
void transcript_step(struct replay *replay, const struct event *event, const struct result *result,
		     void *user);

void transcript_finish(struct transcript *transcript);

#endif
