/* Looked at: cards on the servers of Debian 12 with the settings they come with, on a screen of 96
 * dots an inch; of GNOME Shell and Plasma also their sources. */
#include "core/codec/card_server.h"

#include <stddef.h>
#include <string.h>

static const struct card_server servers[] = {
	/* height = 300, width = 300, Monospace 8; a picture has up to 128 of them. */
	{ .name = "dunst",
	  .bar = true,
	  .no_buttons = true,
	  .lines = 20,
	  .columns = 44,
	  .beside = 21 },
	/* height = 100, width = 300, monospace 10; a picture has up to 64 of them. */
	{ .name = "mako",
	  .bar = true,
	  .no_buttons = true,
	  .lines = 5,
	  .columns = 35,
	  .beside = 26 },
	/* Pointed at: expandLines = 6 in its messageList.js; 34 em. */
	{ .name = "gnome-shell", .lines = 6, .columns = 54, .beside = 54, .title_apart = true },
	/* maximumLineCount: 8 in its NotificationPopup.qml; 18 units of the grid. */
	{ .name = "Plasma", .lines = 8, .columns = 44, .beside = 36, .title_apart = true },
	{ .name = "SwayNotificationCenter", .bar = true },
	{ .name = "Xfce Notify Daemon", .no_value = true },
};

const struct card_server *card_server_find(const char *name)
{
	static const struct card_server unknown = { .name = "" };
	for (size_t i = 0; i < sizeof(servers) / sizeof(servers[0]); i++)
		if (strcmp(servers[i].name, name) == 0)
			return &servers[i];
	return &unknown;
}
