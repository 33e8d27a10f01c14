/*
 * The interface of an idle source, which reports input and its absence to limberd
 * (daemon/adapters/idle.h). Wayland and X11 are plug-ins, so that limberd loads their libraries
 * only in sessions that have them; a plug-in exports one `idle_source`.
 *
 * A source never blocks, has no timer of its own, and causes no wake-up while the user stays active
 * or stays idle. It makes callbacks only from the event loop. limberd ignores SIGPIPE, so that a
 * write to a server that is gone returns EPIPE.
 */
#ifndef LIMBER_IDLE_SOURCE_H
#define LIMBER_IDLE_SOURCE_H

#include <stdbool.h>
#include <sys/un.h>
#include <systemd/sd-bus.h>
#include <systemd/sd-event.h>

#include "core/base/moment.h"

/* The watches; each has a length without input after which it reports idle, 0: disabled. */
enum idle_watch { IDLE_LONG, IDLE_SHORT, IDLE_GAP, IDLE_WATCHES };

struct idle_source_events {
	/* The source works from now on. name: of the protocol or program, for users.
	 * input_only: false if it reports nothing while an application inhibits idle. */
	void (*ready)(void *user, const char *name, bool input_only);
	/* The source does not work, or no longer: -EOPNOTSUPP if the server does not support it,
	 * another negative errno if the server could not be reached. The last callback; may free
	 * the source. */
	void (*failed)(void *user, int error);
	/* No input for the length of `watch`; the last input was `ago`, or later if unknown. */
	void (*idle)(void *user, enum idle_watch watch, usec ago);
	/* Input again after an `idle`. */
	void (*active)(void *user);
	/* Whether the window in front fills its screen, at each change; after watch_screen(). */
	void (*fullscreen)(void *user, bool on);
};

struct idle_source {
	/* Start. Calls `ready` or `failed` later, unless it returns negative errno or the server
	 * hangs. `bus`: the session bus or NULL; a source that uses it takes a reference. */
	int (*open)(void **ret, sd_event *event, sd_bus *bus,
		    const struct idle_source_events *events, void *user);
	/* Set the lengths of the watches; call only after `ready`. If the user is idle for longer
	 * already, `idle` is called at once if the server knows since when, else one length later.
	 * A watch with an unchanged length continues. */
	void (*want)(void *source, const usec lengths[IDLE_WATCHES]);
	/* Report full screen from now on, or no longer; a window whose title changes then wakes
	 * limberd. Call only after `ready`. False: the server does not report it. */
	bool (*watch_screen)(void *source, bool wanted);
	void (*free)(void *source); /* not NULL */
	/* Set *ret to the address of its server, which need not exist. NULL: it has no socket. */
	int (*socket)(struct sockaddr_un *ret);
	/* An absence that began before the request is reported at once: its server knows since
	 * when. */
	bool dates;
};

#define IDLE_SOURCE_SYMBOL "idle_source"

#endif
