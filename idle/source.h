/*
 * One way to learn of input, and what limberd's chooser (daemon/idle.h) asks of it. Wayland and
 * X11 are plug-ins, as limberd would else load for every session what only some have; a plug-in
 * exports one `idle_source`.
 *
 * A source never blocks, has no timer of its own, and causes no wake-up while the user is steadily
 * active or steadily idle. It calls back only from the event loop. Its host ignores SIGPIPE, so it
 * may write to a server that is gone, and gets EPIPE.
 */
#ifndef LIMBER_IDLE_SOURCE_H
#define LIMBER_IDLE_SOURCE_H

#include <stdbool.h>
#include <sys/un.h>
#include <systemd/sd-bus.h>
#include <systemd/sd-event.h>

#include "core/base/moment.h"

/* What is waited for: each is a length of no input, 0 while it is not wanted. */
enum idle_watch { IDLE_LONG, IDLE_SHORT, IDLE_GAP, IDLE_WATCHES };

struct idle_source_events {
	/* It works from now on. name: of the protocol or program, as people look for it.
	 * input_only: else it tells of no absence while an application keeps the session awake. */
	void (*ready)(void *user, const char *name, bool input_only);
	/* It does not work, or no longer: -EOPNOTSUPP when that server has no such thing, another
	 * negative errno when it could not be reached. It says nothing more, and may be freed from
	 * within. */
	void (*failed)(void *user, int error);
	/* No input for the length of that watch; the last one was `ago`, as well as it is known. */
	void (*idle)(void *user, enum idle_watch watch, usec ago);
	/* Input again after an `idle`. */
	void (*active)(void *user);
};

struct idle_source {
	/* Begin: `ready` or `failed` comes of it, unless it fails at once or the server hangs.
	 * `bus` is the session's, may be NULL, and is referenced by those who need it. */
	int (*open)(void **ret, sd_event *event, sd_bus *bus,
		    const struct idle_source_events *events, void *user);
	/* Only once it is ready. Who is idle for longer already is told so: at once where the
	 * server knows since when, else one length later. What is the same as before stays. */
	void (*want)(void *source, const usec lengths[IDLE_WATCHES]);
	void (*free)(void *source); /* not NULL */
	/* Where its server listens, whether it is there or not. NULL: on no socket of its own. */
	int (*socket)(struct sockaddr_un *ret);
};

#define IDLE_SOURCE_SYMBOL "idle_source"

#endif
