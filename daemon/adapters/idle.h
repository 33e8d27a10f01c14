/*
 * Whether there is input: from the best source that works.
 *
 *	1. Wayland, where WAYLAND_DISPLAY is set and its compositor has a protocol for it
 *	2. GNOME's Mutter, on the session bus
 *	3. X11, where DISPLAY is set and WAYLAND_DISPLAY is not: an X server within Wayland sees
 *	   only the input of X programs
 *	4. the IdleHint of the session, from logind (idle_hint()): set by the desktop minutes
 *	   late or never, and without gaps
 *
 * They are tried in this order at the start, when the environment changes (idle_look()), when
 * Mutter starts, when the one in use is lost, and later as idle_retry.h has it. A server that hangs
 * is waited for without blocking. The source in use is kept until a better one is ready.
 *
 * Without a source nothing is reported: that does not mean that there is input.
 */
#ifndef LIMBER_DAEMON_IDLE_H
#define LIMBER_DAEMON_IDLE_H

#include "idle/source.h"

struct idle;

/* Called from the event loop only, except by idle_hint(). */
struct idle_events {
	/* Whether a source other than the hint works; initially not. */
	void (*known)(void *user, bool known);
	/* No input since `ago`; may be repeated with a more exact `ago`. */
	void (*absent)(void *user, usec ago);
	/* Input again after `absent`; or the source is gone, after known(false). */
	void (*present)(void *user);
	/* A gap in input. */
	void (*moment)(void *user);
	/* Whether the window in front fills its screen; known false: no source reports it. */
	void (*fullscreen)(void *user, bool known, bool on);
};

/* bus: the session's, or NULL. plugins: the folder where these are, idle-NAME.so. */
int idle_new(struct idle **ret, sd_event *event, sd_bus *bus, const char *plugins,
	     const struct idle_events *events, void *user);
struct idle *idle_free(struct idle *idle); /* NULL; without callbacks */

/* The lengths without input after which `absent` and `moment` are called; 0: never. */
void idle_want(struct idle *idle, const usec lengths[IDLE_WATCHES]);

/* Whether full screen is to be reported; initially not. */
void idle_want_screen(struct idle *idle, bool wanted);

/* Whether the source in use reports it. */
bool idle_sees_screen(const struct idle *idle);

/* There was input now that no source sees, by a gamepad: it ends an absence, and delays the next
 * one by its length. Without a source nothing is reported. */
void idle_touch(struct idle *idle);

/* The environment may have changed: look for a better source. */
void idle_look(struct idle *idle);

/* Set the hint of logind: whether there is a session, its IdleHint, and since when. */
void idle_hint(struct idle *idle, bool known, bool is_idle, usec ago);

/* The source in use: the name of a protocol or program, "logind" for the hint, "" for none. */
const char *idle_name(const struct idle *idle);

/* Why candidate `which`, 0 to 2 in the order above, is not used, for people. NULL: it is not better
 * than the one in use, or is being tried. */
const char *idle_passed_over(const struct idle *idle, int which);

/* Whether the hint is used; whether a server was asked and has not answered yet. */
bool idle_is_hint(const struct idle *idle);
bool idle_waits(const struct idle *idle);

/* Whether no source works yet, and one is tried or about to be. */
bool idle_is_choosing(const struct idle *idle);

/* Whether the source has the time of the last input; Wayland counts from the request on. */
bool idle_dates(const struct idle *idle);

/* Whether the source reports absences also while an application inhibits idleness. */
bool idle_is_input_only(const struct idle *idle);

#endif
