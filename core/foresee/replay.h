/*
 * Runs the step without a daemon: events at given moments, and between them every wake that a step
 * asks for. For previews, simulations and forecasts.
 *
 * It acts for the shell: a card is shown at once, and the lack of input is reported as
 * result.idle_after and watch_input ask for.
 */
#ifndef LIMBER_REPLAY_H
#define LIMBER_REPLAY_H

#include "core/policy/result.h"

/* What the shell does with a card, and when the step asks for calls. */
enum replay_shell {
	REPLAY_SHOWS,    /* a card is shown at once; a call is reported as last sent */
	REPLAY_FAILS,    /* no card can be shown; a call is reported as last sent */
	REPLAY_RECORDED, /* nothing: the events of a recorded day have it */
};

struct replay {
	const struct plan *plan;
	struct state state;
	struct moment now;
	struct result result; /* of the last step, without its actions */
	enum replay_shell shell;
	bool obliging; /* each card is answered done when shown, each wait has a good moment at once
			*/
	bool types_on; /* with `obliging`: there is never a gap in the input */
	struct boottime
		stands_until; /* with `obliging`: the end of `limber standing TIME`; 0: none */
	bool stopped;         /* no wakes: the machine sleeps, or limberd does not run */
	bool still;           /* no input since still_since */
	struct boottime still_since;
	bool gap_reported, idle_reported; /* reported since still_since */
	struct boottime watched;          /* since when a gap in input is asked for */
	bool call;                        /* there is a call, by `caller` */
	char caller[WHO_SIZE];
	/* Called after each step, before the shell acts; may send events. May be NULL. */
	void (*stepped)(struct replay *replay, const struct event *event,
			const struct result *result, void *user);
	void *user;
};

/* Begin with a fresh state and EVENT_START; other members of *replay are kept. */
void replay_begin(struct replay *replay, const struct zone *zone);

/*
 * Step an event at replay->now; its own moment is ignored. After a stop and in sleep there are no
 * wakes, until a start or the wake-up; a start continues the present state. Unless the shell is
 * recorded, the level of calls is kept until the step asks for it, except the first report.
 */
void replay_send(struct replay *replay, struct event event);

/* Advance the time, with all events that follow by themselves. */
void replay_until(struct replay *replay, struct boottime until);

/* Input stops; input starts again. Both step a wake, so that replay->stepped is called. Without a
 * source of input the step gets neither. */
void replay_rest(struct replay *replay);
void replay_move(struct replay *replay);

#endif
