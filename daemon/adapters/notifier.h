/*
 * Cards on the desktop: a limber-notify child for each card.
 *
 * Only the child can hang in a call of libnotify. A child that has not reported "shown" within
 * NOTIFIER_DEADLINE is killed, and its card has failed. When the owner of the notification server's
 * name changes, the card that is up is lost (libnotify does not report it) and `server` is called.
 * Callbacks come from the event loop, never from within a call here.
 */
#ifndef LIMBER_NOTIFIER_H
#define LIMBER_NOTIFIER_H

#include <systemd/sd-bus.h>
#include <systemd/sd-event.h>

#include "core/words/card_button.h"
#include "core/words/card_text.h"

struct notifier;

#define NOTIFIER_DEADLINE (5 * USEC_PER_SEC)

struct notifier_events {
	void (*shown)(void *user, uint64_t card);
	/* name: the action of the pressed button. The card stays up. */
	void (*action)(void *user, uint64_t card, const char *name);
	/* The user closed it. */
	void (*closed)(void *user, uint64_t card);
	/* Its server or its child exited. Only after `shown`. */
	void (*lost)(void *user, uint64_t card);
	/* It was not shown; why: one line for the journal. Only before `shown`. */
	void (*failed)(void *user, uint64_t card, const char *why);
	/* A notification server appeared, or the bus can start one now. */
	void (*server)(void *user);
	/* There is no server any more, and the bus cannot start one. May be NULL. */
	void (*absent)(void *user);
};

/* helper: path of limber-notify. `bus` and `event` are referenced. */
int notifier_new(struct notifier **ret, sd_event *event, sd_bus *bus, const char *helper,
		 const struct notifier_events *events, void *user);

/* Ask the bus for a server. Blocks: only at the start. */
void notifier_look(struct notifier *notifier);

/* The same asynchronously; the result is reported by `server` or `absent`. NULL is ignored. */
void notifier_look_again(struct notifier *notifier);

/* Whether it is known that there is no server and the bus cannot start one. False for NULL. */
bool notifier_absent(const struct notifier *notifier);

/* End all children by closing their input, without callbacks. */
struct notifier *notifier_free(struct notifier *notifier);

/* Show a card. Negative errno: no child was started; -EBUSY: a card is up. */
int notifier_show(struct notifier *notifier, uint64_t card, const struct card_text *text,
		  const struct card_button buttons[]); /* ended by one without an action */

/* Change the card, if it is up. A failure is reported as its end. */
void notifier_update(struct notifier *notifier, uint64_t card, const struct card_text *text,
		     const struct card_button buttons[]);

/* Close the card, if it is up. No callback for it follows. */
void notifier_close(struct notifier *notifier, uint64_t card);

/* Replace NOTIFIER_DEADLINE for the next cards, in tests. */
void notifier_set_deadline(struct notifier *notifier, usec deadline);

#endif
