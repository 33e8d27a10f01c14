/*
 * Each desktop and server has a dialect of its own: a row each. Where two tell, the first that
 * says "on" is believed.
 */
#include "daemon/adapters/dnd.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "daemon/adapters/levels.h"

#define NOTIFICATIONS "org.freedesktop.Notifications"
#define NOTIFICATIONS_PATH "/org/freedesktop/Notifications"
#define PROPERTIES "org.freedesktop.DBus.Properties"
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

/* The names that mako(5) and its users give to the mode. */
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
	/* dunst, src/dbus.c; 1.9 tells of the change, as of the property of `dunstctl` */
	{ .name = "dunst",
	  .service = NOTIFICATIONS,
	  .signals = CHANGED("org.dunstproject.cmd0"),
	  .questions = { { .path = NOTIFICATIONS_PATH,
			   .interface = PROPERTIES,
			   .member = "Get",
			   .words = { "org.dunstproject.cmd0", "paused" },
			   .read = read_variant } } },
	/* mako, dbus/mako.c: who has no property Modes (Debian 12's 1.7) tells of no change either,
	 * and what was on once would never end */
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
	/* xfce4-notifyd keeps it in xfconf, where what was never set is not there */
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
};

enum { DIALECTS = sizeof(dialects) / sizeof(dialects[0]) };

struct dnd {
	struct dnd_events events;
	void *user;
	struct levels *levels;
	const char *source; /* who tells */
	const char *who;    /* who has it on */
};

static void on_changed(void *user)
{
	struct dnd *dnd = user;
	const char *source = "", *who = "";
	for (int i = DIALECTS - 1; i >= 0; i--) {
		const struct level *level = levels_get(dnd->levels, i);
		source = level->known ? dialects[i].name : source;
		who = level->known && level->on ? dialects[i].name : who;
	}
	bool same = source == dnd->source && who == dnd->who;
	dnd->source = source;
	dnd->who = who;
	if (!same)
		dnd->events.changed(dnd->user, source[0] != '\0', who);
}

int dnd_up(struct dnd *dnd, sd_bus *bus)
{
	return levels_up(dnd->levels, bus);
}

void dnd_again(struct dnd *dnd)
{
	levels_again(dnd->levels);
}

const char *dnd_source(const struct dnd *dnd)
{
	return dnd->source;
}

int dnd_new(struct dnd **ret, const struct dnd_events *events, void *user)
{
	struct dnd *dnd = calloc(1, sizeof(*dnd));
	if (!dnd)
		return -ENOMEM;
	dnd->events = *events;
	dnd->user = user;
	dnd->source = dnd->who = "";
	int r = levels_new(&dnd->levels, dialects, DIALECTS, on_changed, dnd);
	if (r < 0) {
		dnd_free(dnd);
		return r;
	}
	*ret = dnd;
	return 0;
}

struct dnd *dnd_free(struct dnd *dnd)
{
	if (!dnd)
		return NULL;
	levels_free(dnd->levels);
	free(dnd);
	return NULL;
}
