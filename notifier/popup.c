/*
 * All of libnotify is here. What a server can do is asked once: limberd ends this process when
 * the server changes. A failed call is the last one, since notify_uninit() blocks like the others.
 */
#include "notifier/popup.h"

#include <libintl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <libnotify/notify.h>

#include "notifier/picture.h"
#include "notifier/popup_text.h"

#define _(text) gettext(text)

struct popup {
	const struct popup_events *events;
	void *user;
	NotifyNotification *notification; /* NULL before the first show */
	bool asked, up;
	bool server_asked, xfce, mate;
	struct popup_abilities can;
};

/* Made beforehand: a signal handler may only write it. */
static struct wire_writer hung_message;

static void on_hung(int signal)
{
	(void)signal;
	ssize_t ignored = write(STDOUT_FILENO, hung_message.bytes, hung_message.length);
	(void)ignored;
	_exit(POPUP_HUNG);
}

static void patience_begins(void)
{
	alarm(POPUP_PATIENCE);
}

static void patience_ends(void)
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
	patience_begins();
	notify_uninit();
	patience_ends();
	g_free(popup);
	return NULL;
}

static bool list_has(GList *list, const char *word)
{
	return g_list_find_custom(list, word, (GCompareFunc)strcmp) != NULL;
}

/* One that says nothing is taken for a plain one; why it is silent, the show will tell. */
static void ask_abilities(struct popup *popup)
{
	if (popup->asked)
		return;
	popup->asked = true;
	patience_begins();
	GList *list = notify_get_server_caps();
	patience_ends();
	popup->can.body = !list || list_has(list, "body");
	popup->can.markup = list_has(list, "body-markup");
	popup->can.actions = list_has(list, "actions");
	popup->can.sound = list_has(list, "sound");
	g_list_free_full(list, g_free);
}

static void ask_server(struct popup *popup)
{
	char *server = NULL, *vendor = NULL;
	if (popup->server_asked)
		return;
	patience_begins();
	(void)notify_get_server_info(&server, &vendor, NULL, NULL);
	patience_ends();
	popup->server_asked = true;
	popup->xfce = g_strcmp0(server, "Xfce Notify Daemon") == 0;
	popup->mate = g_strcmp0(vendor, "MATE") == 0;
	g_free(server);
	g_free(vendor);
}

/* A card is sent without an expiry, and MATE's server, which keeps to that, says "expired" for its
 * close button (mate-notification-daemon 1.26, issue 129). Others say so of a timeout of their own.
 */
static const char *close_reason(struct popup *popup, int reason)
{
	switch (reason) {
	case NOTIFY_CLOSED_REASON_EXPIRED:
		ask_server(popup);
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
}

/* A click on the text starts a routine, and never means Done: only a card with that button has a
 * default action. */
static void on_action(NotifyNotification *notification, char *name, gpointer user)
{
	(void)notification;
	struct popup *popup = user;
	popup->events->action(popup->user, strcmp(name, "default") == 0 ? "start" : name);
}

/* Xfce's server takes a progress for that of a volume key and draws the bar in place of the words;
 * and it draws the default action as one more button. */
static bool is_xfce(struct popup *popup)
{
	ask_server(popup);
	return popup->xfce;
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
		if (strcmp(name, "start") == 0 && !is_xfce(popup))
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

/* Read by the server, which may not know SVG: then the card just has no picture. */
static void set_picture(NotifyNotification *to, const struct wire_message *card)
{
	const char *name = wire_value(card, "picture");
	char *path = name ? picture_find(name) : NULL;
	if (path)
		notify_notification_set_hint(to, "image-path", g_variant_new_string(path));
	g_free(path);
}

static void set_progress(struct popup *popup, const struct wire_message *card)
{
	const char *progress = wire_value(card, "progress");
	if (progress && !is_xfce(popup))
		notify_notification_set_hint(popup->notification, "value",
					     g_variant_new_int32(atoi(progress)));
}

/* Resident, because only limberd takes a card down, once it has booked the answer. Not transient:
 * GNOME would drop it after four seconds. */
static void set_hints(NotifyNotification *to, const struct wire_message *card,
		      struct popup_abilities can)
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
	set_picture(to, card);
}

static void set_text(struct popup *popup, const struct wire_message *card)
{
	char *title = popup_title(card, popup->can);
	char *body = popup_body(card, popup->can);
	const char *icon = wire_value(card, "icon");
	if (popup->notification) {
		notify_notification_update(popup->notification, title, body, icon);
	} else {
		popup->notification = notify_notification_new(title, body, icon);
		g_signal_connect(popup->notification, "closed", G_CALLBACK(on_closed), popup);
	}
	g_free(title);
	g_free(body);
}

char *popup_show(struct popup *popup, const struct wire_message *card)
{
	ask_abilities(popup);
	set_text(popup, card);
	set_hints(popup->notification, card, popup->can);
	set_progress(popup, card);
	set_buttons(popup, card);

	GError *error = NULL;
	patience_begins();
	popup->up = notify_notification_show(popup->notification, &error);
	patience_ends();
	if (popup->up)
		return NULL;
	/* "GDBus.Error:NAME: " before the sentence says nothing to people. */
	if (error)
		g_dbus_error_strip_remote_error(error);
	char *why = g_strdup(error ? error->message : _("the notification server gave no reason"));
	g_clear_error(&error);
	return why;
}

void popup_close(struct popup *popup)
{
	if (!popup->up)
		return;
	popup->up = false;
	patience_begins();
	notify_notification_close(popup->notification, NULL);
	patience_ends();
}
