/*
 * Jumps of the clocks: CLOCK_REALTIME was set, or the process was started again. There are four
 * kinds, each with a policy. Daylight saving is not a jump: real time is continuous.
 */
#ifndef LIMBER_JUMP_H
#define LIMBER_JUMP_H

#include "core/model/event.h"

enum jump {
	JUMP_NONE,        /* less than JUMP_LEAST: NTP at work */
	JUMP_BACK,        /* cards that were seen are not repeated for SEEN_LASTS; times that passed
			     unseen come again */
	JUMP_FORWARD,     /* skipped times fall due right after the jump, once, while valid */
	JUMP_FAR_BACK,    /* a wrong clock was corrected: plan from the new time on; the ends of
			     snooze, pause and validity keep their distance */
	JUMP_FAR_FORWARD, /* the same, but snooze and pause end by the clock: after a start with a
			     dead clock they would last for decades */
};

#define JUMP_LEAST (2 * USEC_PER_SEC)
#define JUMP_FAR USEC_PER_DAY

/* Before each event: handle a jump since the last one. True: the clock was set back, see
 * fall_again().
 */
bool jump_notice(struct state *state, struct moment now);

/*
 * EVENT_START. In the same boot the state continues from its save: ledgers grow (after a crash),
 * but not after EVENT_STOP. In another boot the time since was an absence of max(0, real
 * difference).
 */
void jump_start(const struct plan *plan, struct state *state, const struct event *event);

/* No card for this long after a start: until the levels are reported again, which takes
 * milliseconds. */
#define START_ASKS (2 * USEC_PER_SEC)

/* EVENT_STOP. */
void jump_stop(const struct plan *plan, struct state *state, struct moment now);

#endif
