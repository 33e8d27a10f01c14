/*
 * When clocks are not what they were: CLOCK_REALTIME was set, or the process is another one.
 * Four jumps have a name and a policy; daylight saving is none of them (real time goes on, the
 * zone's table says what the wall shows).
 */
#ifndef LIMBER_JUMP_H
#define LIMBER_JUMP_H

#include "core/model/event.h"

enum jump {
	JUMP_NONE,     /* less than JUMP_LEAST: NTP at work */
	JUMP_BACK,     /* nothing is said twice: what was seen is not again for SEEN_LASTS; what was
			  passed over unseen comes again */
	JUMP_FORWARD,  /* what the jump skipped falls due right after it, once, while valid */
	JUMP_FAR_BACK, /* a wrong clock was put right: plan anew from the new time, and the ends of
			  snooze, pause and validity keep their distance */
	JUMP_FAR_FORWARD, /* likewise, but that snooze and pause end when the clock says so: after a
			     start with a dead clock they would last for decades */
};

#define JUMP_LEAST (2 * USEC_PER_SEC)
#define JUMP_FAR USEC_PER_DAY

/* By how much real time went on more than boot time did, microseconds, and what that is. */
usec jump_of(struct moment was, struct moment is);
enum jump jump_classify(usec jump);

/* Before each event: whether CLOCK_REALTIME was set since the last one, whoever notices first.
 * True: back, see fall_again(). */
bool jump_notice(struct state *state, struct moment now);

/*
 * The first event of a process. Within one boot, what happened since the state was saved goes on
 * as it was: the ledgers grow (a crash takes nothing away), except after EVENT_STOP, when the
 * time down adds nothing. After another boot it was an absence of max(0, real difference).
 */
void jump_start(const struct plan *plan, struct state *state, const struct event *event);

/* Calls, films and do-not-disturb are told anew after each start. It takes milliseconds; no card
 * comes before. */
#define START_ASKS (2 * USEC_PER_SEC)

/* EVENT_STOP. */
void jump_stop(const struct plan *plan, struct state *state, struct moment now);

#endif
