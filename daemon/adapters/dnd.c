/* A row for each desktop and notification server. If several report, one "on" is enough. */
#include "daemon/adapters/dnd.h"

#include <string.h>

#include "daemon/adapters/dconf.h"

#define NOTIFICATIONS "org.freedesktop.Notifications"
#define NOTIFICATIONS_PATH "/org/freedesktop/Notifications"
#define PROPERTIES "org.freedesktop.DBus.Properties"
#define BANNERS "/org/gnome/desktop/notifications/show-banners"
#define CHANGED(interface)                                                                         \
	"interface='" PROPERTIES "',member='PropertiesChanged',arg0='" interface "'"

static int read_bool(sd_bus_message *answer, struct level *level)
{
	int on = 0;
	int r = sd_bus_message_read(answer, "b", &on);
	level->on = on;
	return r < 0 ? r : 0;
}

static int read_variant(sd_bus_message *answer, struct level *level)
{
	int on = 0;
	int r = sd_bus_message_read(answer, "v", "b", &on);
	level->on = on;
	return r < 0 ? r : 0;
}

/* Read of the portal wraps the value once more than ReadOne does, which is newer. */
static int read_banners(sd_bus_message *answer, struct level *level)
{
	int on = 0;
	while (sd_bus_message_enter_container(answer, 'v', "v") > 0)
		;
	int r = sd_bus_message_read(answer, "v", "b", &on);
	level->on = !on;
	return r < 0 ? r : 0;
}

/* The reply shows only that GNOME Shell is there. */
static int read_gnome(sd_bus_message *answer, struct level *level)
{
	int on = dconf_read_bool(BANNERS, true);
	level->on = on == 0;
	return on < 0 ? on : 0;
}

/* The names of the mode in mako(5) and in common configurations. */
static int read_modes(sd_bus_message *answer, struct level *level)
{
	const char *mode;
	int r = sd_bus_message_enter_container(answer, 'v', "as");
	if (r >= 0)
		r = sd_bus_message_enter_container(answer, 'a', "s");
	while (r >= 0 && (r = sd_bus_message_read(answer, "s", &mode)) > 0)
		if (strcmp(mode, "do-not-disturb") == 0 || strcmp(mode, "dnd") == 0)
			level->on = true;
	return r;
}

static const struct level_row dialects[] = {
	/* plasma-workspace, libnotificationmanager/dbus/org.freedesktop.Notifications.xml */
	{ .name = "KDE",
	  .service = NOTIFICATIONS,
	  .signals = CHANGED(NOTIFICATIONS),
	  .questions = { { .path = NOTIFICATIONS_PATH,
			   .interface = PROPERTIES,
			   .member = "Get",
			   .words = { NOTIFICATIONS, "Inhibited" },
			   .read = read_variant } } },
	/* dunst, src/dbus.c; from 1.9 on it signals the change */
	{ .name = "dunst",
	  .service = NOTIFICATIONS,
	  .signals = CHANGED("org.dunstproject.cmd0"),
	  .questions = { { .path = NOTIFICATIONS_PATH,
			   .interface = PROPERTIES,
			   .member = "Get",
			   .words = { "org.dunstproject.cmd0", "paused" },
			   .read = read_variant } } },
	/* mako, dbus/mako.c: a version without the property Modes (1.7 in Debian 12) signals no
	 * change, so its mode would never end here */
	{ .name = "mako",
	  .service = NOTIFICATIONS,
	  .signals = CHANGED("fr.emersion.Mako"),
	  .questions = { { .path = "/fr/emersion/Mako",
			   .interface = PROPERTIES,
			   .member = "Get",
			   .words = { "fr.emersion.Mako", "Modes" },
			   .read = read_modes } } },
	/* SwayNotificationCenter, src/swayncDaemon; the signals are Subscribe and SubscribeV2 */
	{ .name = "swaync",
	  .service = "org.erikreider.swaync.cc",
	  .signals = "interface='org.erikreider.swaync.cc'",
	  .questions = { { .path = "/org/erikreider/swaync/cc",
			   .interface = "org.erikreider.swaync.cc",
			   .member = "GetDnd",
			   .read = read_bool } } },
	/* xfce4-notifyd keeps it in xfconf, which has no value before it is first set */
	{ .name = "Xfce",
	  .service = "org.xfce.Xfconf",
	  .signals = "interface='org.xfce.Xfconf',member='PropertyChanged',arg0='xfce4-notifyd',"
		     "arg1='/do-not-disturb'",
	  .off = "org.xfce.Xfconf.Error.PropertyNotFound",
	  .questions = { { .path = "/org/xfce/Xfconf",
			   .interface = "org.xfce.Xfconf",
			   .member = "GetProperty",
			   .words = { "xfce4-notifyd", "/do-not-disturb" },
			   .read = read_variant } } },
	/* xdg-desktop-portal; its backends for GNOME and GTK do not publish this setting (43.1 and
	 * 1.14, src/settings.c), another one may */
	{ .name = "GNOME",
	  .service = "org.freedesktop.portal.Desktop",
	  .signals = "interface='org.freedesktop.portal.Settings',member='SettingChanged',"
		     "arg0='org.gnome.desktop.notifications',arg1='show-banners'",
	  .questions = { { .path = "/org/freedesktop/portal/desktop",
			   .interface = "org.freedesktop.portal.Settings",
			   .member = "Read",
			   .words = { "org.gnome.desktop.notifications", "show-banners" },
			   .read = read_banners } } },
	/* gnome-shell, js/ui/calendar.js: its switch is the setting show-banners in dconf */
	{ .name = "GNOME",
	  .service = "org.gnome.Shell",
	  .sender = "ca.desrt.dconf",
	  .signals = "path='/ca/desrt/dconf/Writer/user',interface='ca.desrt.dconf.Writer',"
		     "member='Notify',arg0path='" BANNERS "'",
	  .questions = { { .path = "/org/gnome/Shell",
			   .interface = "org.freedesktop.DBus.Peer",
			   .member = "Ping",
			   .read = read_gnome } } },
};

enum { DIALECTS = sizeof(dialects) / sizeof(dialects[0]) };

/* The first row that is known, and on where `on` is true. */
static const char *first(const struct levels *dnd, bool on)
{
	for (int i = 0; i < DIALECTS; i++)
		if (levels_get(dnd, i)->known && (!on || levels_get(dnd, i)->on))
			return dialects[i].name;
	return "";
}

const char *dnd_source(const struct levels *dnd)
{
	return first(dnd, false);
}

const char *dnd_who(const struct levels *dnd)
{
	return first(dnd, true);
}

int dnd_new(struct levels **ret, levels_changed *changed, void *user)
{
	return levels_new(ret, dialects, DIALECTS, changed, user);
}
