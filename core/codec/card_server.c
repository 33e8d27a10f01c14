/* Measured with the servers of Debian 12 in their default configuration on a 96 dpi screen; for
 * GNOME Shell and Plasma, their sources were read as well. */
#include "core/codec/card_server.h"

#include <stddef.h>
#include <string.h>

static const struct card_server servers[] = {
	/* height = 300, width = 300, Monospace 8; a picture takes up to 128 of the width. */
	{ .name = "dunst",
	  .bar = true,
	  .no_buttons = true,
	  .lines = 20,
	  .columns = 44,
	  .beside = 21 },
	/* height = 100, width = 300, monospace 10; a picture takes up to 64 of the width. */
	{ .name = "mako",
	  .bar = true,
	  .no_buttons = true,
	  .lines = 5,
	  .columns = 35,
	  .beside = 26 },
	/* Expanded on hover: expandLines = 6 in its messageList.js; 34 em. */
	{ .name = "gnome-shell", .lines = 6, .columns = 54, .beside = 54, .title_apart = true },
	/* maximumLineCount: 8 in its NotificationPopup.qml; 18 grid units. */
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
