/*
 * The only user of libnotify. The capabilities of the server are queried once: limberd ends this
 * process when the server changes. No call follows a failed one: even notify_uninit() blocks.
 */
#include "notifier/popup.h"

#include <libintl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <libnotify/notify.h>

#include "core/codec/card_room.h"
#include "notifier/pages.h"
#include "notifier/picture.h"
#include "notifier/popup_text.h"

#define _(text) gettext(text)

struct popup {
	const struct popup_events *events;
	void *user;
	NotifyNotification *notification; /* NULL before the first show */
	bool asked, up;
	const struct card_server *server; /* NULL: not asked yet */
	bool mate;
	struct popup_capabilities can;
	struct pages pages;
};

/* Formatted beforehand, because a signal handler can only write it. */
static struct wire_writer hung_message;

static void on_hung(int signal)
{
	ssize_t ignored = write(STDOUT_FILENO, hung_message.bytes, hung_message.length);
	(void)ignored;
	_exit(POPUP_HUNG);
}

static void timeout_start(void)
{
	alarm(POPUP_TIMEOUT);
}

static void timeout_stop(void)
{
	alarm(0);
}

struct popup *popup_new(const struct popup_events *events, void *user)
{
	wire_begin(&hung_message);
	wire_add(&hung_message, "error", _("the notification server does not answer"));
	wire_end(&hung_message);
	sigaction(SIGALRM, &(struct sigaction){ .sa_handler = on_hung }, NULL);

	notify_init("Limber");
	struct popup *popup = g_new0(struct popup, 1);
	popup->events = events;
	popup->user = user;
	return popup;
}

struct popup *popup_free(struct popup *popup)
{
	if (!popup)
		return NULL;
	g_clear_object(&popup->notification);
	pages_finish(&popup->pages);
	timeout_start();
	notify_uninit();
	timeout_stop();
	g_free(popup);
	return NULL;
}

static bool list_has(GList *list, const char *word)
{
	return g_list_find_custom(list, word, (GCompareFunc)strcmp) != NULL;
}

/* Query the server once. Without an answer assume only a body; popup_show() reports the error. */
static void query_capabilities(struct popup *popup)
{
	if (popup->asked)
		return;
	popup->asked = true;
	timeout_start();
	GList *list = notify_get_server_caps();
	timeout_stop();
	popup->can.body = !list || list_has(list, "body");
	popup->can.markup = list_has(list, "body-markup");
	popup->can.actions = list_has(list, "actions");
	popup->can.sound = list_has(list, "sound");
	g_list_free_full(list, g_free);
}

static void query_server_name(struct popup *popup)
{
	char *server = NULL, *vendor = NULL;
	if (popup->server)
		return;
	timeout_start();
	(void)notify_get_server_info(&server, &vendor, NULL, NULL);
	timeout_stop();
	popup->server = card_server_find(server ? server : "");
	popup->mate = g_strcmp0(vendor, "MATE") == 0;
	g_free(server);
	g_free(vendor);
}

static const struct card_server *server_of(struct popup *popup)
{
	query_server_name(popup);
	return popup->server;
}

static void set_pages(struct popup *popup, const char *rest)
{
	pages_show(&popup->pages, server_of(popup), popup->can, rest);
}

static void close_pages(struct popup *popup)
{
	timeout_start();
	set_pages(popup, "");
	timeout_stop();
}

/* A card is sent without an expiry, and MATE's server, which keeps to that, says "expired" for its
 * close button (mate-notification-daemon 1.26, issue 129). Others say so of a timeout of their own.
 */
static const char *close_reason(struct popup *popup, int reason)
{
	switch (reason) {
	case NOTIFY_CLOSED_REASON_EXPIRED:
		query_server_name(popup);
		return popup->mate ? "user" : "expired";
	case NOTIFY_CLOSED_REASON_DISMISSED:
		return "user";
	default:
		return "unknown";
	}
}

static void on_closed(NotifyNotification *notification, struct popup *popup)
{
	if (!popup->up)
		return;
	popup->up = false;
	const char *why = close_reason(popup, notify_notification_get_closed_reason(notification));
	popup->events->closed(popup->user, why);
	close_pages(popup);
}

/* A click on the text starts a routine, never Done: only a card with a start button has a default
 * action. */
static void on_action(NotifyNotification *notification, char *name, gpointer user)
{
	struct popup *popup = user;
	popup->events->action(popup->user, strcmp(name, "default") == 0 ? "start" : name);
}

bool popup_has_bar(struct popup *popup)
{
	return server_of(popup)->bar;
}

static void set_buttons(struct popup *popup, const struct wire_message *card)
{
	NotifyNotification *to = popup->notification;
	notify_notification_clear_actions(to);
	for (int i = 0; popup->can.actions && i < card->count; i++) {
		if (strcmp(card->lines[i].key, "button") != 0)
			continue;
		char name[WIRE_KEY_MAX];
		char *text = g_utf8_make_valid(card->lines[i].value, -1);
		const char *label = popup_button(text, name);
		/* The server that draws a bar in place of the words draws this as one more button.
		 */
		if (strcmp(name, "start") == 0 && !server_of(popup)->no_value)
			notify_notification_add_action(to, "default", label, on_action, popup,
						       NULL);
		notify_notification_add_action(to, name, label, on_action, popup, NULL);
		g_free(text);
	}
}

static NotifyUrgency urgency_of(const struct wire_message *card)
{
	const char *word = wire_value(card, "urgency");
	if (word && strcmp(word, "low") == 0)
		return NOTIFY_URGENCY_LOW;
	if (word && strcmp(word, "critical") == 0)
		return NOTIFY_URGENCY_CRITICAL;
	return NOTIFY_URGENCY_NORMAL;
}

static void set_progress(struct popup *popup, const struct wire_message *card)
{
	const char *progress = wire_value(card, "progress");
	if (progress && !server_of(popup)->no_value)
		notify_notification_set_hint(popup->notification, "value",
					     g_variant_new_int32(atoi(progress)));
}

/* Resident, because only limberd closes a card, after it has booked the answer. Not transient:
 * GNOME would drop it after four seconds. */
static void set_hints(NotifyNotification *to, const struct wire_message *card,
		      struct popup_capabilities can)
{
	const char *sound = wire_value(card, "sound");
	notify_notification_clear_hints(to);
	notify_notification_set_hint(to, "desktop-entry", g_variant_new_string("limber"));
	notify_notification_set_hint(to, "resident", g_variant_new_boolean(TRUE));
	if (sound && can.sound)
		notify_notification_set_hint(to, "sound-name", g_variant_new_string(sound));
	else
		notify_notification_set_hint(to, "suppress-sound", g_variant_new_boolean(TRUE));
	notify_notification_set_category(to, "x-limber.reminder");
	notify_notification_set_urgency(to, urgency_of(card));
	notify_notification_set_timeout(to, NOTIFY_EXPIRES_NEVER);
}

static void set_text(struct popup *popup, const char *title, const char *body, const char *icon)
{
	if (popup->notification) {
		notify_notification_update(popup->notification, title, body, icon);
	} else {
		popup->notification = notify_notification_new(title, body, icon);
		g_signal_connect(popup->notification, "closed", G_CALLBACK(on_closed), popup);
	}
}

/* What the first page has of a body. */
static char *first_page(const char *body, const struct room_layout *layout)
{
	char *page = g_strchomp(g_strndup(body, layout->bytes));
	return layout->packed ? g_strdelimit(page, "\n", ' ') : page;
}

/* The words, and the picture if there is room; the server reads its file, one without SVG support
 * shows none. */
static void set_content(struct popup *popup, const struct wire_message *card, const char *picture,
			const char *title, const char *const bodies[ROOM_BODIES], int count)
{
	struct room_layout layout;
	room_lay(server_of(popup), title, bodies, count, picture, &layout);
	char *page = popup_escape(first_page(bodies[layout.body], &layout), popup->can);
	set_text(popup, title, page, wire_value(card, "icon"));
	set_hints(popup->notification, card, popup->can);
	if (picture && layout.picture)
		notify_notification_set_hint(popup->notification, "image-path",
					     g_variant_new_string(picture));
	set_pages(popup, bodies[layout.body] + layout.bytes);
	g_free(page);
}

static void set_card(struct popup *popup, const struct wire_message *card)
{
	const char *name = wire_value(card, "picture");
	char *path = name ? picture_find(name) : NULL;
	char *title = popup_title(card, popup->can);
	char *bodies[ROOM_BODIES];
	int spare = popup_spare(card), count = spare + (popup->can.buttons ? 1 : 2);
	for (int i = 0; i < count; i++)
		bodies[i] = popup_body(card, popup->can, MIN(i, spare), i <= spare);
	set_content(popup, card, path, title, (const char *const *)bodies, count);
	for (int i = 0; i < count; i++)
		g_free(bodies[i]);
	g_free(title);
	g_free(path);
}

char *popup_show(struct popup *popup, const struct wire_message *card)
{
	query_capabilities(popup);
	popup->can.buttons = popup->can.actions && !server_of(popup)->no_buttons;
	timeout_start();
	set_card(popup, card);
	timeout_stop();
	set_progress(popup, card);
	set_buttons(popup, card);

	GError *error = NULL;
	timeout_start();
	popup->up = notify_notification_show(popup->notification, &error);
	timeout_stop();
	if (popup->up)
		return NULL;
	/* Remove "GDBus.Error:NAME: ", which users do not need. */
	if (error)
		g_dbus_error_strip_remote_error(error);
	char *why = g_strdup(error ? error->message : _("the notification server gave no reason"));
	g_clear_error(&error);
	close_pages(popup);
	return why;
}

void popup_close(struct popup *popup)
{
	if (!popup->up)
		return;
	popup->up = false;
	timeout_start();
	notify_notification_close(popup->notification, NULL);
	set_pages(popup, "");
	timeout_stop();
}
