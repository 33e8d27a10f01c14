/*
 * One process of limber-notify, limber-voice or limber-calls. Used by notifier.c, voice.c and
 * recorders.c only.
 *
 * A child may hang, send invalid messages or send too many; limits are WIRE_MAX bytes an iteration
 * of the loop, CHILD_MESSAGES_MAX messages, a deadline to show its card and one to exit. Its exit
 * is the end of the wire, so no other child of the process is affected.
 */
#ifndef LIMBER_NOTIFIER_CHILD_H
#define LIMBER_NOTIFIER_CHILD_H

#include <systemd/sd-event.h>

#include "core/base/moment.h"
#include "core/codec/card_wire.h"

/* The time to close its card and exit: longer than its own timeout of a server. */
#define CHILD_GOODBYE (5 * USEC_PER_SEC)

enum {
	CHILD_GOODBYE_AT_EXIT = 500, /* ms, when limberd exits: enough to send the request */
	CHILD_MESSAGES_MAX = 64,     /* between two changes of a card: more than buttons that a
					user presses */
	CHILD_WHY_SIZE = 256,
	CHILD_NAME_SIZE = 32,
};

struct notifier_child;

enum child_word {
	CHILD_SHOWN,
	CHILD_ACTION, /* text: the button's name. Only after CHILD_SHOWN */
	CHILD_CLOSED, /* text: the wire's reason. Only after CHILD_SHOWN */
	CHILD_BROKEN, /* text: why, one line. It was killed, or exited */
	CHILD_GONE,   /* reaped: free it now */
};

/*
 * Called from the event loop only. After CHILD_CLOSED, CHILD_BROKEN, notifier_child_end() and
 * notifier_child_kill() only CHILD_GONE follows; the child may be freed only in that call.
 */
typedef void child_reports(void *user, struct notifier_child *child, enum child_word word,
			   const char *text);

/* Start the program at `path` with a card. name: of a helper, for its argv[0] and reports; not
 * copied. deadline: for "shown", from now. */
int notifier_child_new(struct notifier_child **ret, sd_event *event, const char *path,
		       const char *name, char *const environment[], const struct wire_writer *card,
		       usec deadline, child_reports *reports, void *user);

/* NULL; kills and reaps it first. */
struct notifier_child *notifier_child_free(struct notifier_child *child);

/* Send the changed card; a failure is reported as CHILD_BROKEN. */
void notifier_child_update(struct notifier_child *child, const struct wire_writer *card);

bool notifier_child_up(const struct notifier_child *child); /* it reported "shown" */

/* End its input: it closes its card and exits, or is killed after CHILD_GOODBYE. */
void notifier_child_end(struct notifier_child *child);

/* Kill it without closing its card. */
void notifier_child_kill(struct notifier_child *child);

/* Block until it exits; false after `timeout` ms. */
bool notifier_child_wait(struct notifier_child *child, int timeout);

#endif
