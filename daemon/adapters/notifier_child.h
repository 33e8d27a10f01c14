/*
 * One limber-notify process: started, heard, ended. For daemon/adapters/notifier.c alone.
 *
 * It may hang, lie or flood; what that costs is bounded: WIRE_MAX bytes a turn of the loop,
 * CHILD_WORDS_MAX messages, a deadline to show its card and another to go. Its end is that of the
 * wire, so SIGCHLD need not be blocked and no other child of this process is touched.
 */
#ifndef LIMBER_NOTIFIER_CHILD_H
#define LIMBER_NOTIFIER_CHILD_H

#include <systemd/sd-event.h>

#include "core/base/moment.h"
#include "core/codec/card_wire.h"

/* To take its card down and go: more than its own patience with a server. */
#define CHILD_GOODBYE (5 * USEC_PER_SEC)

enum {
	CHILD_GOODBYE_AT_EXIT = 500, /* ms, when we end ourselves: its request is out by then */
	CHILD_WORDS_MAX = 64,        /* nobody presses that many buttons on one card, between
					two changes of it */
	CHILD_WHY_SIZE = 256,
};

struct notifier_child;

enum child_word {
	CHILD_SHOWN,
	CHILD_ACTION, /* text: the button's name. Only after CHILD_SHOWN */
	CHILD_CLOSED, /* text: the wire's reason. Only after CHILD_SHOWN */
	CHILD_BROKEN, /* text: why, one line. It is being killed, or has ended */
	CHILD_GONE,   /* reaped: the moment to free it */
};

/*
 * Called from the event loop only. After CHILD_CLOSED, CHILD_BROKEN, notifier_child_end() and
 * notifier_child_kill() nothing but CHILD_GONE comes. The child may be freed in no other call.
 */
typedef void child_said(void *user, struct notifier_child *child, enum child_word word,
			const char *text);

/* Start the program at `path` and hand it a card. deadline: for "shown", from now. */
int notifier_child_new(struct notifier_child **ret, sd_event *event, const char *path,
		       char *const environment[], const struct wire_writer *card, usec deadline,
		       child_said *said, void *user);

/* Kills and reaps it where that has not happened. NULL. */
struct notifier_child *notifier_child_free(struct notifier_child *child);

/* The card as it is from now on. One that does not take it is CHILD_BROKEN. */
void notifier_child_update(struct notifier_child *child, const struct wire_writer *card);

bool notifier_child_up(const struct notifier_child *child); /* it said "shown" */

/* End of its input: it takes its card down and goes, or is killed after CHILD_GOODBYE. */
void notifier_child_end(struct notifier_child *child);

/* At once, where there is no card to take down. */
void notifier_child_kill(struct notifier_child *child);

/* Blocks until it has ended: false when it has not within so many milliseconds. */
bool notifier_child_wait(struct notifier_child *child, int timeout);

#endif
