/*
 * Inhibitors of idleness, as of videos and of calls in a browser, at the desktop's power manager or
 * session manager and at logind.
 *
 * Not seen: inhibitors of Wayland clients (zwp_idle_inhibit_manager_v1) that the compositor does
 * not report.
 */
#ifndef LIMBER_AWAKE_H
#define LIMBER_AWAKE_H

#include <stdbool.h>
#include <systemd/sd-bus.h>

struct awake;

struct awake_level {
	bool known; /* a desktop or logind reports it */
	bool on;
	bool more;       /* since the last report an inhibitor was added */
	const char *who; /* one of the applications, "" if unknown */
};

/* At each change, only from the event loop. */
struct awake_events {
	void (*changed)(void *user, const struct awake_level *level);
};

int awake_new(struct awake **ret, const struct awake_events *events, void *user);
struct awake *awake_free(struct awake *awake); /* NULL; without callbacks */

/* Connect to the session bus, and to the system bus, which may be lost. Both are referenced. */
int awake_session_up(struct awake *awake, sd_bus *bus);
int awake_system_up(struct awake *awake, sd_bus *bus);
void awake_system_down(struct awake *awake);

/* Read again, in case a signal was missed. */
void awake_again(struct awake *awake);

/* What reports it: "KDE"; "" for nothing. */
const char *awake_source(const struct awake *awake);

#endif
