/*
 * Lock, sleep and the hint of idleness, from logind on the system bus. Nothing here blocks: every
 * call is asynchronous, and a machine without logind just has none.
 *
 * The session is the user's display session (a user unit belongs to none); where logind's files
 * do not name it (a container), the user's first with a seat, else the last of the user's. Its
 * level of lock is LockedHint, and that the screen shows another session (Active): cards would not
 * be seen there either. The Lock signal is only a request, and a locker that never says Unlock
 * would leave us silent for ever. Sleep is PrepareForSleep, and PreparingForSleep where that is
 * asked; the machine waits with it until `asleep` has returned: a delay is held (systemd-inhibit
 * --list shows it) and given back then.
 */
#ifndef LIMBER_LOGIND_H
#define LIMBER_LOGIND_H

#include <stdbool.h>
#include <systemd/sd-bus.h>

#include "core/base/moment.h"

struct logind;

/* Levels, false to begin with; each call is a change. When the session or logind goes, what holds
 * is taken back first: nobody else would say that it ended. */
struct logind_events {
	/* Whether a session is being watched; the first call follows within the first turns of the
	 * loop when there is one, none comes when there is not. */
	void (*present)(void *user, bool present);
	void (*locked)(void *user, bool locked);
	void (*asleep)(void *user, bool asleep);
	/* IdleHint of the session, told whenever it may have changed: at most as good as the
	 * desktop that sets it. since: when it was set. It ends with `present`. */
	void (*idle)(void *user, bool idle, struct realtime since);
};

int logind_new(struct logind **ret, const struct logind_events *events, void *user);
struct logind *logind_free(struct logind *logind); /* NULL; without a word */

/* The id of the user's display session as logind's files have it, which wait for nobody: another
 * one is another login. "" where they do not say. */
void logind_session(char *out, size_t size);

/* There is a connection to the system bus, which is referenced; and it is lost. */
int logind_up(struct logind *logind, sd_bus *bus);
void logind_down(struct logind *logind);

/* Ask again whether the session is locked and the machine goes to sleep: a signal may have been
 * missed. */
void logind_again(struct logind *logind);

/* What was told last; when `present` comes already that of the session. */
bool logind_locked(const struct logind *logind);

/* Whether the machine waits for us before it sleeps. */
bool logind_delays(const struct logind *logind);

#endif
