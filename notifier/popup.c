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

#include "notifier/picture.h"
#include "notifier/popup_text.h"

#define _(text) gettext(text)

struct popup {
	const struct popup_events *events;
	void *user;
	NotifyNotification *notification; /* NULL before the first show */
	bool asked, up;
	bool server_asked, xfce, mate;
	struct popup_capabilities can;
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
	if (popup->server_asked)
		return;
	timeout_start();
	(void)notify_get_server_info(&server, &vendor, NULL, NULL);
	timeout_stop();
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
}

/* A click on the text starts a routine, never Done: only a card with a start button has a default
 * action. */
static void on_action(NotifyNotification *notification, char *name, gpointer user)
{
	struct popup *popup = user;
	popup->events->action(popup->user, strcmp(name, "default") == 0 ? "start" : name);
}

/* Xfce's server draws a progress bar instead of the text, as for a volume key, and the default
 * action as an additional button. */
static bool is_xfce(struct popup *popup)
{
	query_server_name(popup);
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

/* The server reads the file; one without SVG support shows no picture. */
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
	query_capabilities(popup);
	set_text(popup, card);
	set_hints(popup->notification, card, popup->can);
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
	return why;
}

void popup_close(struct popup *popup)
{
	if (!popup->up)
		return;
	popup->up = false;
	timeout_start();
	notify_notification_close(popup->notification, NULL);
	timeout_stop();
}
