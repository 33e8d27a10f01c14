/*
 * Lock, sleep and the hint of idleness, from logind on the system bus. Every call is asynchronous;
 * without logind nothing is reported.
 *
 * The session is the user's display session (a user unit belongs to none). If logind's files do not
 * name it (a container), it is the first session of the user with a seat, else the last of the
 * user. It is locked if LockedHint is set, or if another session is on the screen (Active), where
 * cards would not be seen either. The Lock signal is not used: it is only a request, and a locker
 * that never sends Unlock would hold all cards for ever. Sleep is PrepareForSleep, or
 * PreparingForSleep when read. An inhibitor (systemd-inhibit --list shows it) delays sleep until
 * `asleep` returned.
 */
#ifndef LIMBER_LOGIND_H
#define LIMBER_LOGIND_H

#include <stdbool.h>
#include <systemd/sd-bus.h>

#include "core/base/moment.h"

struct logind;

/* Levels, initially false; each call is a change. When the session or logind goes, levels that are
 * true are reported false, because nobody else would end them. */
struct logind_events {
	/* Whether a session is watched. If there is one, the first call comes within the first
	 * turns of the loop. */
	void (*present)(void *user, bool present);
	void (*locked)(void *user, bool locked);
	void (*asleep)(void *user, bool asleep);
	/* IdleHint of the session, whenever it may have changed, as the desktop sets it. since:
	 * when it was set. Void after present(false). */
	void (*idle)(void *user, bool idle, struct realtime since);
};

int logind_new(struct logind **ret, const struct logind_events *events, void *user);
struct logind *logind_free(struct logind *logind); /* NULL; without a word */

/* The id of the user's display session from logind's files, without blocking; another id is another
 * login. "" if unknown. */
void logind_session(char *out, size_t size);

/* There is a connection to the system bus, which is referenced; and it is lost. */
int logind_up(struct logind *logind, sd_bus *bus);
void logind_down(struct logind *logind);

/* Read lock and sleep again, in case a signal was missed. */
void logind_again(struct logind *logind);

/* The last level; in `present` already that of the session. */
bool logind_locked(const struct logind *logind);

/* Whether the machine waits for us before it sleeps. */
bool logind_delays(const struct logind *logind);

#endif
