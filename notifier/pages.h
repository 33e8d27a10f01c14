/*
 * What of a card has no room on its notification: further notifications, without buttons. The user
 * may close one; it comes again only with other words.
 */
#ifndef LIMBER_PAGES_H
#define LIMBER_PAGES_H

#include <libnotify/notify.h>

#include "core/codec/card_room.h"
#include "notifier/popup_text.h"

enum { PAGES_MAX = 4 };

struct pages {
	NotifyNotification *page[PAGES_MAX]; /* NULL behind the last one */
	char *text[PAGES_MAX];
};

/* Show what is left of a body; "" closes all of them. What a server refuses is not shown. */
void pages_show(struct pages *pages, const struct card_server *server,
		struct popup_capabilities can, const char *rest);

/* Free them, without closing. */
void pages_finish(struct pages *pages);

#endif
