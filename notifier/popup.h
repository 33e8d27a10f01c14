/*
 * One notification on the desktop, through libnotify.
 *
 * libnotify is synchronous: with a hung server each call blocks 25 s. So each call here is under
 * an alarm of POPUP_PATIENCE, and when that rings the process says "error …" on its wire and ends
 * with POPUP_HUNG from within the signal handler: a blocked call allows nothing else.
 */
#ifndef LIMBER_POPUP_H
#define LIMBER_POPUP_H

#include "core/codec/card_wire.h"

enum {
	POPUP_PATIENCE = 2, /* seconds: two calls are well within the daemon's deadline of 5 */
	POPUP_HUNG = 3,     /* exit status */
};

struct popup;

struct popup_events {
	/* A button was pressed, or the text clicked where that means one. */
	void (*action)(void *user, const char *name);
	/* It is gone; reason: "user", "expired" or "unknown". */
	void (*closed)(void *user, const char *reason);
};

/* Touches no server yet. Sets the handler of SIGALRM. */
struct popup *popup_new(const struct popup_events *events, void *user);

/* Forgets the notification; one that is up stays up. NULL. */
struct popup *popup_free(struct popup *popup);

/* Show a card, or change the one shown. NULL, or what the server answered: to be freed by
 * g_free(). */
char *popup_show(struct popup *popup, const struct wire_message *card);

/* Take it down; `closed` is not called. */
void popup_close(struct popup *popup);

#endif
