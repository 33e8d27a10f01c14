/*
 * Cards on the desktop: one limber-notify child for each card, supervised.
 *
 * The child is the only thing that can hang. One that has not said "shown" within
 * NOTIFIER_DEADLINE is killed and the card has failed. When the notification server's owner on
 * the bus changes, a card that was up is lost (libnotify does not tell) and `server` is called,
 * for what waits for one. Callbacks come from the event loop, never from within a call here.
 */
#ifndef LIMBER_NOTIFIER_H
#define LIMBER_NOTIFIER_H

#include <systemd/sd-bus.h>
#include <systemd/sd-event.h>

#include "core/words/card_text.h"

struct notifier;

#define NOTIFIER_DEADLINE (5 * USEC_PER_SEC)

struct notifier_events {
	void (*shown)(void *user, uint64_t card);
	/* name: the action of the button that was pressed. The card is still up. */
	void (*action)(void *user, uint64_t card, const char *name);
	/* The user closed it. */
	void (*closed)(void *user, uint64_t card);
	/* It went with its server, or its helper ended. Only after `shown`. */
	void (*lost)(void *user, uint64_t card);
	/* It could not be shown; why: one line for the journal. Only before `shown`. */
	void (*failed)(void *user, uint64_t card, const char *why);
	/* A notification server came, or one that the bus would start. */
	void (*server)(void *user);
	/* The last one went, and the bus would start none: `server` will tell. NULL: not wanted. */
	void (*absent)(void *user);
};

/* helper: path of limber-notify. `bus` and `event` are referenced. */
int notifier_new(struct notifier **ret, sd_event *event, sd_bus *bus, const char *helper,
		 const struct notifier_events *events, void *user);

/* Ask the bus whether there is a server. Waits for the answer: at the start only. */
void notifier_look(struct notifier *notifier);

/* The same without waiting; what became of it is told by `server` and `absent`. NULL: nothing. */
void notifier_look_again(struct notifier *notifier);

/* The bus has said that there is no server, and that it would start none. False for NULL. */
bool notifier_absent(const struct notifier *notifier);

/* Ends all children (their end of input), without callbacks. */
struct notifier *notifier_free(struct notifier *notifier);

/* Put a card up. Negative errno: nothing was started. Only one card at a time: -EBUSY. */
int notifier_show(struct notifier *notifier, uint64_t card, const struct card_text *text,
		  const char *const buttons[][2]); /* action, label; ended by NULLs */

/* Change the card that is up; nothing when it is not. What fails with it is told as its end. */
void notifier_update(struct notifier *notifier, uint64_t card, const struct card_text *text,
		     const char *const buttons[][2]);

/* Take it down; nothing when it is not up. No callback about it comes after this. */
void notifier_close(struct notifier *notifier, uint64_t card);

/* For tests, which cannot wait for NOTIFIER_DEADLINE: that of cards to come. */
void notifier_set_deadline(struct notifier *notifier, usec deadline);

#endif
