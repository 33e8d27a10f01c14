/*
 * The icon, as org.kde.StatusNotifierItem
 * (https://www.freedesktop.org/wiki/Specifications/StatusNotifierItem). A panel reads properties
 * again when their signal comes. Where no watcher is on the bus, limber-tray waits for its name.
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "cli/shared/bus.h"
#include "core/base/utf8.h"
#include "tray/tray.h"

#define ITEM "org.kde.StatusNotifierItem"
#define WATCHER "org.kde.StatusNotifierWatcher"

/* ---- properties ---- */

static int pixmap_append(sd_bus_message *reply, const struct icon *icon, int side)
{
	size_t size = (size_t)side * (size_t)side * 4;
	uint8_t *pixels = malloc(size);
	if (!pixels)
		return -ENOMEM;
	icon_draw(icon, side, pixels);
	int r = sd_bus_message_open_container(reply, 'r', "iiay");
	if (r >= 0)
		r = sd_bus_message_append(reply, "ii", side, side);
	if (r >= 0)
		r = sd_bus_message_append_array(reply, 'y', pixels, size);
	free(pixels);
	return r < 0 ? r : sd_bus_message_close_container(reply);
}

static int get_pixmap(sd_bus *bus, const char *path, const char *interface, const char *property,
		      sd_bus_message *reply, void *user, sd_bus_error *error)
{
	static const int sides[] = { ICON_SIDES };
	const struct tray *tray = user;
	int r = sd_bus_message_open_container(reply, 'a', "(iiay)");
	for (size_t i = 0; r >= 0 && i < sizeof(sides) / sizeof(sides[0]); i++)
		r = pixmap_append(reply, &tray->face.icon, sides[i]);
	return r < 0 ? r : sd_bus_message_close_container(reply);
}

static int get_no_pixmap(sd_bus *bus, const char *path, const char *interface, const char *property,
			 sd_bus_message *reply, void *user, sd_bus_error *error)
{
	return sd_bus_message_append(reply, "a(iiay)", 0);
}

/* Panels read the text of a tooltip as markup. Nothing is cut inside an entity. */
static void markup(const char *text, char *out, size_t size)
{
	static const char *const escapes[] = { ['&'] = "&amp;", ['<'] = "&lt;", ['>'] = "&gt;" };
	char *end = out + size - sizeof("&amp;");
	for (; *text && out < end; text++) {
		unsigned char byte = (unsigned char)*text;
		if (byte < sizeof(escapes) / sizeof(escapes[0]) && escapes[byte])
			out = stpcpy(out, escapes[byte]);
		else if (byte >= ' ' || byte == '\n') /* markup has no other control characters */
			*out++ = *text;
	}
	*out = '\0';
}

/* The title has no text of the user: some panels read it as markup, others as it is. */
static int get_tip(sd_bus *bus, const char *path, const char *interface, const char *property,
		   sd_bus_message *reply, void *user, sd_bus_error *error)
{
	const struct tray *tray = user;
	const char *label = tray->face.label;
	char title[FACE_LABEL + 16], text[FACE_NEXT + FACE_TEXT + 2];
	char marked[2 * sizeof(text)];
	(void)!snprintf(title, sizeof(title), "Limber%s%s", label[0] ? ": " : "", label);
	(void)!snprintf(text, sizeof(text), "%s\n%s", tray->face.next, tray->face.text);
	markup(text, marked, sizeof(marked));
	utf8_clean(marked);
	return sd_bus_message_append(reply, "(sa(iiay)ss)", "", 0, title, marked);
}

static int get_text(sd_bus *bus, const char *path, const char *interface, const char *property,
		    sd_bus_message *reply, void *user, sd_bus_error *error)
{
	static const struct {
		const char *property, *value;
	} texts[] = {
		{ "Category", "ApplicationStatus" },
		{ "Id", "limber" },
		{ "Title", "Limber" },
		{ "Status", "Active" },
		{ "XAyatanaLabelGuide", "00:00" },
		{ "Menu", MENU_PATH },
	};
	const char *value = "";
	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
		if (strcmp(texts[i].property, property) == 0)
			value = texts[i].value;
	return sd_bus_message_append_basic(reply, strcmp(property, "Menu") == 0 ? 'o' : 's', value);
}

/* For whoever hears the screen. */
static int get_described(sd_bus *bus, const char *path, const char *interface, const char *property,
			 sd_bus_message *reply, void *user, sd_bus_error *error)
{
	return sd_bus_message_append_basic(reply, 's', ((const struct tray *)user)->face.next);
}

static int get_label(sd_bus *bus, const char *path, const char *interface, const char *property,
		     sd_bus_message *reply, void *user, sd_bus_error *error)
{
	return sd_bus_message_append_basic(reply, 's', ((const struct tray *)user)->face.label);
}

/* WindowId, XAyatanaOrderingIndex: 0; ItemIsMenu: a left click opens the menu, too. */
static int get_number(sd_bus *bus, const char *path, const char *interface, const char *property,
		      sd_bus_message *reply, void *user, sd_bus_error *error)
{
	const char type = property[0] == 'W' ? 'i' : property[0] == 'X' ? 'u' : 'b';
	int number = type == 'b';
	return sd_bus_message_append_basic(reply, type, &number);
}

/* ---- methods ---- */

/* ContextMenu: the panel draws the menu. The others are of no use here. There is no Activate: then
 * Plasma, too, opens the menu at a left click. */
static int on_nothing(sd_bus_message *call, void *user, sd_bus_error *error)
{
	return sd_bus_reply_method_return(call, NULL);
}

#define TEXT(name) SD_BUS_PROPERTY(name, "s", get_text, 0, 0)
static const sd_bus_vtable vtable[] = {
	SD_BUS_VTABLE_START(0),
	TEXT("Category"),
	TEXT("Id"),
	TEXT("Title"),
	TEXT("Status"),
	TEXT("IconName"),
	TEXT("IconThemePath"),
	TEXT("OverlayIconName"),
	TEXT("AttentionIconName"),
	TEXT("AttentionMovieName"),
	TEXT("XAyatanaLabelGuide"),
	SD_BUS_PROPERTY("IconAccessibleDesc", "s", get_described, 0, 0),
	SD_BUS_PROPERTY("AttentionAccessibleDesc", "s", get_described, 0, 0),
	SD_BUS_PROPERTY("XAyatanaLabel", "s", get_label, 0, 0),
	SD_BUS_PROPERTY("XAyatanaOrderingIndex", "u", get_number, 0, 0),
	SD_BUS_PROPERTY("WindowId", "i", get_number, 0, 0),
	SD_BUS_PROPERTY("ItemIsMenu", "b", get_number, 0, 0),
	SD_BUS_PROPERTY("Menu", "o", get_text, 0, 0),
	SD_BUS_PROPERTY("IconPixmap", "a(iiay)", get_pixmap, 0, 0),
	SD_BUS_PROPERTY("OverlayIconPixmap", "a(iiay)", get_no_pixmap, 0, 0),
	SD_BUS_PROPERTY("AttentionIconPixmap", "a(iiay)", get_no_pixmap, 0, 0),
	SD_BUS_PROPERTY("ToolTip", "(sa(iiay)ss)", get_tip, 0, 0),
	SD_BUS_METHOD("SecondaryActivate", "ii", "", on_nothing, SD_BUS_VTABLE_UNPRIVILEGED),
	SD_BUS_METHOD("ContextMenu", "ii", "", on_nothing, SD_BUS_VTABLE_UNPRIVILEGED),
	SD_BUS_METHOD("Scroll", "is", "", on_nothing, SD_BUS_VTABLE_UNPRIVILEGED),
	SD_BUS_SIGNAL("NewTitle", "", 0),
	SD_BUS_SIGNAL("NewIcon", "", 0),
	SD_BUS_SIGNAL("NewAttentionIcon", "", 0),
	SD_BUS_SIGNAL("NewOverlayIcon", "", 0),
	SD_BUS_SIGNAL("NewToolTip", "", 0),
	SD_BUS_SIGNAL("NewStatus", "s", 0),
	SD_BUS_SIGNAL("XAyatanaNewLabel", "ss", 0),
	SD_BUS_VTABLE_END
};

int item_changed(struct tray *tray, const struct face *before)
{
	const struct face *face = &tray->face;
	if (!face_same_icon(before, face))
		TRY(sd_bus_emit_signal(tray->bus, ITEM_PATH, ITEM, "NewIcon", ""));
	if (!face_same_texts(before, face))
		TRY(sd_bus_emit_signal(tray->bus, ITEM_PATH, ITEM, "NewToolTip", ""));
	if (strcmp(before->label, face->label) == 0)
		return 0;
	return sd_bus_emit_signal(tray->bus, ITEM_PATH, ITEM, "XAyatanaNewLabel", "ss", face->label,
				  "00:00");
}

/* ---- the watcher ---- */

/* By its path, which every watcher takes: the one of GNOME's extension loses an item that gives a
 * name. Where there is none, its name is waited for; one that refuses is the panel's to report. */
static int watcher_register(struct tray *tray)
{
	BUS_MESSAGE *call = NULL;
	TRY(sd_bus_message_new_method_call(tray->bus, &call, WATCHER, "/StatusNotifierWatcher",
					   WATCHER, "RegisterStatusNotifierItem"));
	TRY(sd_bus_message_set_auto_start(call, false));
	TRY(sd_bus_message_set_expect_reply(call, false));
	TRY(sd_bus_message_append(call, "s", ITEM_PATH));
	return sd_bus_send(tray->bus, call, NULL);
}

static int on_watcher(sd_bus_message *message, void *user, sd_bus_error *error)
{
	const char *after;
	int r = sd_bus_message_read(message, "sss", NULL, NULL, &after);
	return r >= 0 && after[0] ? watcher_register(user) : 0;
}

int item_begin(struct tray *tray)
{
	TRY(sd_bus_add_object_vtable(tray->bus, NULL, ITEM_PATH, ITEM, vtable, tray));
	TRY(sd_bus_add_match(tray->bus, NULL,
			     "type='signal',sender='org.freedesktop.DBus',"
			     "member='NameOwnerChanged',arg0='" WATCHER "'",
			     on_watcher, tray));
	return watcher_register(tray);
}
