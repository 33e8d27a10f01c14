/*
 * Whether anybody is at the keys: one of several sources, the best that is there.
 *
 *	1. Wayland, where WAYLAND_DISPLAY is set and its compositor has a protocol for it
 *	2. GNOME's Mutter, on the session bus
 *	3. X11, where DISPLAY is set and WAYLAND_DISPLAY is not: the counter of an X server within
 *	   Wayland sees what X programs see
 *	4. the session's IdleHint as logind tells it (idle_hint()), set by the desktop, minutes late
 *	   or never, and blind to gaps
 *
 * They are tried in this order at the start, when the environment changes (idle_look()), when
 * Mutter comes, and when the one in use is lost; then also when the socket of its server appears,
 * and after IDLE_AGAIN, and a few times more, each time four times later, for a server that is
 * about to listen. A server that hangs is waited for, without an end and without harm. The one in
 * use is kept until a better one is ready.
 *
 * With none, nothing is told: that nobody is idle must not be believed then.
 */
#ifndef LIMBER_DAEMON_IDLE_H
#define LIMBER_DAEMON_IDLE_H

#include "idle/source.h"

struct idle;

#define IDLE_AGAIN UINT64_C(100000)
#define IDLE_AGAIN_TIMES 6

/* Only from the event loop, but for idle_hint(), which may call back at once. */
struct idle_events {
	/* Whether moments can be told: not by a hint. False to begin with. */
	void (*known)(void *user, bool known);
	/* No input any more, the last one `ago`; perhaps again, with a better `ago`. */
	void (*absent)(void *user, usec ago);
	/* Input again; or the source that told of the absence is gone, told first. Only after
	 * `absent`. */
	void (*present)(void *user);
	/* A gap in input. */
	void (*moment)(void *user);
};

/* bus: the session's, or NULL. plugins: the folder where these are, idle-NAME.so. */
int idle_new(struct idle **ret, sd_event *event, sd_bus *bus, const char *plugins,
	     const struct idle_events *events, void *user);
struct idle *idle_free(struct idle *idle); /* NULL; without a word */

/* After how long without input `absent` is told, one or two of them, and `moment`. 0: not. */
void idle_want(struct idle *idle, const usec lengths[IDLE_WATCHES]);

/* The environment may be another: look for a better source. */
void idle_look(struct idle *idle);

/* What logind tells: whether there is a session, its hint, and since when that is so. */
void idle_hint(struct idle *idle, bool known, bool is_idle, usec ago);

/* Who tells: the name of a protocol or program, "logind" for the hint, "" for nobody. */
const char *idle_name(const struct idle *idle);

/* Why a source that would be better than that, of the first three above by 0 to 2, is not used: for
 * people. NULL: it would be no better, or it is asked just now. */
const char *idle_passed_over(const struct idle *idle, int which);

/* Whether it is the hint; and whether a server was asked and has not answered. */
bool idle_is_hint(const struct idle *idle);
bool idle_waits(const struct idle *idle);

/* Whether there is none yet and one is about to be tried, or is. */
bool idle_is_choosing(const struct idle *idle);

/* Whether it dates the last key: Wayland counts from when it is asked. */
bool idle_dates(const struct idle *idle);

/* Whether it tells of absences while an application keeps the session awake, too. */
bool idle_is_input_only(const struct idle *idle);

#endif
