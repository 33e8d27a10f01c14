/*
 * Typical days: what a plan comes to for someone who sits at the machine in `hours`, but for
 * lunch, and outside them is there and does not sit; who does each card when it comes. For
 * `limber preview` and for numbers such as "about 9 cards a day".
 */
#ifndef LIMBER_TYPICAL_H
#define LIMBER_TYPICAL_H

#include "core/foresee/replay.h"

/* Away from the machine on every day. from == to: never. */
struct lunch {
	int from, to; /* minutes after midnight, from < to */
};

/* 12:30 to 13:00: an assumption, no number from a study. */
#define LUNCH_TYPICAL ((struct lunch){ 12 * 60 + 30, 13 * 60 })

/*
 * Go on from the state there is: whoever was away is back, a call or a film is over. `told` and
 * `user` of the replay are the caller's.
 */
void typical_begin(struct replay *replay);

/* Days pass up to a moment. */
void typical_play(struct replay *replay, const struct lunch *lunch, struct realtime until);

#endif
