/*
 * One notification on the desktop, through libnotify.
 *
 * libnotify is synchronous: with a hung server each call blocks for 25 s. So each call here has an
 * alarm of POPUP_TIMEOUT. When it expires, its signal handler writes "error …" to standard output
 * and exits with POPUP_HUNG: a blocked call allows nothing else.
 */
#ifndef LIMBER_POPUP_H
#define LIMBER_POPUP_H

#include "core/codec/card_wire.h"

enum {
	POPUP_TIMEOUT = 2, /* seconds: two calls are well within the daemon's deadline of 5 */
	POPUP_HUNG = 3,    /* exit status */
};

struct popup;

struct popup_events {
	/* A button was pressed, or the text was clicked on a card with a start button. */
	void (*action)(void *user, const char *name);
	/* The server closed it; reason: "user", "expired" or "unknown". */
	void (*closed)(void *user, const char *reason);
};

/* Create without contacting the server. Sets the handler of SIGALRM. */
struct popup *popup_new(const struct popup_events *events, void *user);

/* Free without closing the notification. Return NULL. */
struct popup *popup_free(struct popup *popup);

/* Show a card, or update the one shown. Return NULL, or the error of the server, to be freed with
 * g_free(). */
char *popup_show(struct popup *popup, const struct wire_message *card);

/* Whether the server draws the progress beside the words. */
bool popup_has_bar(struct popup *popup);

/* Close the notification; `closed` is not called. */
void popup_close(struct popup *popup);

#endif
