/*
 * Applications that keep the session awake, as videos and calls in a browser do: inhibitors of
 * idleness at the desktop's power manager or session manager, and at logind.
 *
 * Not seen: what a Wayland client asks of its compositor (zwp_idle_inhibit_manager_v1), where
 * that tells nobody.
 */
#ifndef LIMBER_AWAKE_H
#define LIMBER_AWAKE_H

#include <stdbool.h>
#include <systemd/sd-bus.h>

struct awake;

/* What is so now. */
struct awake_level {
	bool known; /* somebody tells */
	bool on;
	bool more;       /* somebody joined those who keep it awake */
	const char *who; /* one of them, "" where it is not told */
};

/* At each change, only from the event loop. */
struct awake_events {
	void (*changed)(void *user, const struct awake_level *level);
};

int awake_new(struct awake **ret, const struct awake_events *events, void *user);
struct awake *awake_free(struct awake *awake); /* NULL; without a word */

/* There is a session bus; there is a system bus, which may be lost. Both are referenced. */
int awake_session_up(struct awake *awake, sd_bus *bus);
int awake_system_up(struct awake *awake, sd_bus *bus);
void awake_system_down(struct awake *awake);

/* Ask again: a signal may have been missed. */
void awake_again(struct awake *awake);

/* Who tells, "KDE", or "" for nobody. */
const char *awake_source(const struct awake *awake);

#endif
