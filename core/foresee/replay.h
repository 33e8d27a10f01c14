/*
 * The step without a daemon: events at their moments, and between them every wake that it asks
 * for. Previews, simulations and forecasts run on this; there is no clock in it.
 *
 * It plays the shell's part as far as that is foreseeable: a card is shown at once, and hands
 * that rest are noticed as result.idle_after and watch_input ask for.
 */
#ifndef LIMBER_REPLAY_H
#define LIMBER_REPLAY_H

#include "core/policy/result.h"

/* What becomes of a card that is to be shown, and of the question whether there is a call. */
enum replay_shell {
	REPLAY_SHOWS,    /* it is seen at once; answered with what was last said of calls */
	REPLAY_FAILS,    /* nothing can show it; likewise */
	REPLAY_RECORDED, /* the events tell */
};

struct replay {
	const struct plan *plan;
	struct state state;
	struct moment now;
	struct result result; /* of the last step, but for its actions */
	enum replay_shell shell;
	bool obliging; /* each card is done when it is seen, each wait finds its moment at once */
	bool types_on; /* the second not: there is never a gap in the input */
	bool stopped;  /* no wakes: the machine sleeps, or limberd is not there */
	bool still;    /* no input since: */
	struct boottime still_since;
	bool moment_told, idle_told; /* of this rest */
	struct boottime watched;     /* a gap in input is asked for since then */
	bool call;                   /* there is one; of whom: */
	char caller[WHO_SIZE];
	/* After each step, before what follows from it; NULL: nobody listens. It may send events.
	 */
	void (*told)(struct replay *replay, const struct event *event, const struct result *result,
		     void *user);
	void *user;
};

/* With a fresh state and EVENT_START; the rest of *replay stays as it is but for `result`. */
void replay_begin(struct replay *replay, const struct zone *zone);

/*
 * At replay->now, whatever moment the event bears. A stop and a sleep end the wakes, a start and
 * a wake from sleep bring them back. A start is that of the state there is. Unless the shell is
 * recorded, what is said of calls waits until it is asked for; but the first word, which says
 * that someone can tell.
 */
void replay_send(struct replay *replay, struct event event);

/* Let time pass, with all that comes by itself on the way. */
void replay_until(struct replay *replay, struct boottime until);

/* The hands rest from now on; they move again: a wake, so that whoever listens knows. Without a
 * source of input the step is not told. */
void replay_rest(struct replay *replay);
void replay_move(struct replay *replay);

#endif
