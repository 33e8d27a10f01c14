/*
 * Typical days: what a plan comes to for a user who sits at the machine but for lunch, is up at it
 * for the rest of the day, and does each card when it comes. It foretells a day for `limber
 * preview` and for numbers such as "about 9 cards a day".
 */
#ifndef LIMBER_TYPICAL_H
#define LIMBER_TYPICAL_H

#include "core/foresee/replay.h"

/* A time of each day: minutes after midnight. from == to: never; from > to: over midnight. */
struct daily {
	int from, to;
};

struct habits {
	struct daily sits;  /* never: in the `hours` of the plan */
	struct daily lunch; /* the screen is locked */
};

/* 12:30 to 13:00: an assumption, no number from a study. */
#define LUNCH_TYPICAL ((struct daily){ 12 * 60 + 30, 13 * 60 })

/*
 * Continue from replay->state: end every absence, call and film, but not a standing that has an
 * end, and answer the card that is up.
 * `stepped`, `user` and `types_on` of the replay are the caller's.
 */
void typical_begin(struct replay *replay);

/* Play the days up to a moment. */
void typical_play(struct replay *replay, const struct habits *habits, struct realtime until);

#endif
