/*
 * Lock and sleep, from logind on the system bus. Nothing here blocks: every call is
 * asynchronous, and a machine without a system bus or without logind just has none.
 *
 * The session is the user's display session (a user unit belongs to none); where logind's files
 * do not name it (a container), the user's first with a seat, else the last of the user's. Its
 * level of lock is LockedHint alone: the Lock signal is only a request, and a locker that never
 * says Unlock would leave us silent for ever. Sleep is PrepareForSleep.
 */
#ifndef LIMBER_LOGIND_H
#define LIMBER_LOGIND_H

#include <stdbool.h>
#include <systemd/sd-event.h>

struct logind;

/* Levels, false to begin with; each call is a change. When the session or logind goes, what holds
 * is taken back first: nobody else would say that it ended. */
struct logind_events {
	/* Whether a session is being watched; the first call follows within the first turns of the
	 * loop when there is one, none comes when there is not. */
	void (*present)(void *user, bool present);
	void (*locked)(void *user, bool locked);
	void (*asleep)(void *user, bool asleep);
};

/* 0 also where there is no system bus (*ret is set and stays quiet). */
int logind_new(struct logind **ret, sd_event *event, const struct logind_events *events,
	       void *user);
struct logind *logind_free(struct logind *logind); /* NULL */

#endif
