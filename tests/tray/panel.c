/*
 * A panel with a tray, for tests: the watcher org.kde.StatusNotifierWatcher, a host, and of the
 * item that is registered a line for each thing that would be drawn:
 *
 *	ready
 *	item NAME          it was registered, by its name or path
 *	icon STATE PARTS   its pixels, recognised; "icon unknown"
 *	tip TITLE: TEXT    line feeds as "|"
 *	entry ID LABEL     each of the menu; "entry ID -" for a line between; then "menu REVISION"
 *	label ID LABEL     that of an entry has changed
 *	gone
 *
 * It reads again what a signal says has changed, as panels do.
 */
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <systemd/sd-bus.h>

#include "tray/icon.h"

#define WATCHER "org.kde.StatusNotifierWatcher"
#define ITEM "org.kde.StatusNotifierItem"
#define MENU "com.canonical.dbusmenu"

static sd_bus *bus;
static char item[256];

static void text_put(const char *text)
{
	for (; *text; text++)
		putchar(*text == '\n' ? '|' : *text);
}

/* ---- the icon ---- */

static bool icon_is(const struct icon *icon, int side, const void *pixels, size_t size)
{
	static uint8_t drawn[44 * 44 * 4];
	if (side != 22 || size != (size_t)side * (size_t)side * 4)
		return false;
	icon_draw(icon, side, drawn);
	return memcmp(drawn, pixels, size) == 0;
}

static void icon_recognise(int side, const void *pixels, size_t size)
{
	static const char *const states[ICON_STATES] = { "off",  "unwell", "paused",
							 "away", "due",    "on" };
	for (int i = 0; i < ICON_STATES * (ICON_PARTS + 1); i++) {
		struct icon icon = { (enum icon_state)(i / (ICON_PARTS + 1)),
				     i % (ICON_PARTS + 1) };
		if (icon_is(&icon, side, pixels, size)) {
			printf("icon %s %d\n", states[icon.state], icon.parts);
			return;
		}
	}
	puts("icon unknown");
}

static int on_icon(sd_bus_message *reply, void *user, sd_bus_error *error)
{
	int width, height;
	const void *pixels;
	size_t size;
	if (sd_bus_message_enter_container(reply, 'v', "a(iiay)") > 0 &&
	    sd_bus_message_enter_container(reply, 'a', "(iiay)") > 0 &&
	    sd_bus_message_enter_container(reply, 'r', "iiay") > 0 &&
	    sd_bus_message_read(reply, "ii", &width, &height) > 0 &&
	    sd_bus_message_read_array(reply, 'y', &pixels, &size) > 0 && width == height)
		icon_recognise(width, pixels, size);
	return 0;
}

/* ---- tooltip and menu ---- */

static int on_tip(sd_bus_message *reply, void *user, sd_bus_error *error)
{
	const char *title, *text;
	if (sd_bus_message_enter_container(reply, 'v', "(sa(iiay)ss)") > 0 &&
	    sd_bus_message_enter_container(reply, 'r', "sa(iiay)ss") > 0 &&
	    sd_bus_message_skip(reply, "sa(iiay)") >= 0 &&
	    sd_bus_message_read(reply, "ss", &title, &text) > 0) {
		printf("tip %s: ", title);
		text_put(text);
		putchar('\n');
	}
	return 0;
}

static int entry_read(sd_bus_message *reply)
{
	int id;
	char label[512] = "-";
	const char *key, *text;
	if (sd_bus_message_enter_container(reply, 'v', "(ia{sv}av)") <= 0 ||
	    sd_bus_message_enter_container(reply, 'r', "ia{sv}av") <= 0 ||
	    sd_bus_message_read(reply, "i", &id) <= 0)
		return 0;
	if (sd_bus_message_enter_container(reply, 'a', "{sv}") < 0)
		return -1;
	while (sd_bus_message_enter_container(reply, 'e', "sv") > 0) {
		sd_bus_message_read(reply, "s", &key);
		if (strcmp(key, "label") == 0 && sd_bus_message_read(reply, "v", "s", &text) > 0)
			snprintf(label, sizeof(label), "%s", text);
		else if (strcmp(key, "label") != 0)
			sd_bus_message_skip(reply, "v");
		sd_bus_message_exit_container(reply);
	}
	sd_bus_message_exit_container(reply);
	sd_bus_message_skip(reply, "av");
	sd_bus_message_exit_container(reply);
	sd_bus_message_exit_container(reply);
	printf("entry %d %s\n", id, label);
	return 1;
}

static int on_layout(sd_bus_message *reply, void *user, sd_bus_error *error)
{
	unsigned revision;
	int root;
	if (sd_bus_message_read(reply, "u", &revision) <= 0 ||
	    sd_bus_message_enter_container(reply, 'r', "ia{sv}av") <= 0 ||
	    sd_bus_message_read(reply, "i", &root) <= 0 ||
	    sd_bus_message_skip(reply, "a{sv}") < 0 ||
	    sd_bus_message_enter_container(reply, 'a', "v") < 0)
		return 0;
	while (entry_read(reply) > 0)
		;
	printf("menu %u\n", revision);
	return 0;
}

static void get(const char *property, sd_bus_message_handler_t handler)
{
	sd_bus_call_method_async(bus, NULL, item, "/StatusNotifierItem",
				 "org.freedesktop.DBus.Properties", "Get", handler, NULL, "ss",
				 ITEM, property);
}

static void get_layout(void)
{
	sd_bus_call_method_async(bus, NULL, item, "/MenuBar", MENU, "GetLayout", on_layout, NULL,
				 "iias", 0, -1, 0);
}

/* ---- signals ---- */

/* GNOME's extension reads labels from nothing else, once it has seen an entry. */
static void labels_read(sd_bus_message *message)
{
	int id;
	const char *key, *label;
	if (sd_bus_message_enter_container(message, 'a', "(ia{sv})") < 0)
		return;
	while (sd_bus_message_enter_container(message, 'r', "ia{sv}") > 0) {
		if (sd_bus_message_read(message, "i", &id) <= 0 ||
		    sd_bus_message_enter_container(message, 'a', "{sv}") <= 0)
			return;
		while (sd_bus_message_read(message, "{sv}", &key, "s", &label) > 0)
			printf("label %d %s\n", id, label);
		sd_bus_message_exit_container(message);
		sd_bus_message_exit_container(message);
	}
}

static int on_signal(sd_bus_message *message, void *user, sd_bus_error *error)
{
	if (sd_bus_message_is_signal(message, ITEM, "NewIcon"))
		get("IconPixmap", on_icon);
	if (sd_bus_message_is_signal(message, ITEM, "NewToolTip"))
		get("ToolTip", on_tip);
	if (sd_bus_message_is_signal(message, MENU, "LayoutUpdated"))
		get_layout();
	if (sd_bus_message_is_signal(message, MENU, "ItemsPropertiesUpdated"))
		labels_read(message);
	return 0;
}

static int on_owner(sd_bus_message *message, void *user, sd_bus_error *error)
{
	const char *name, *after;
	if (sd_bus_message_read(message, "sss", &name, NULL, &after) > 0 && !after[0] &&
	    strcmp(name, item) == 0) {
		puts("gone");
		item[0] = '\0';
	}
	return 0;
}

/* ---- the watcher ---- */

static int on_register(sd_bus_message *call, void *user, sd_bus_error *error)
{
	const char *name;
	int r = sd_bus_message_read(call, "s", &name);
	if (r < 0)
		return r;
	bool path = name[0] == '/';
	snprintf(item, sizeof(item), "%s", path ? sd_bus_message_get_sender(call) : name);
	printf("item %s\n", name);
	get("IconPixmap", on_icon);
	get("ToolTip", on_tip);
	get_layout();
	return sd_bus_reply_method_return(call, NULL);
}

static int get_items(sd_bus *own, const char *path, const char *interface, const char *property,
		     sd_bus_message *reply, void *user, sd_bus_error *error)
{
	char both[300];
	snprintf(both, sizeof(both), "%s@/StatusNotifierItem", item);
	return sd_bus_message_append(reply, "as", item[0] ? 1 : 0, both);
}

static int get_host(sd_bus *own, const char *path, const char *interface, const char *property,
		    sd_bus_message *reply, void *user, sd_bus_error *error)
{
	return sd_bus_message_append(reply, "b", true);
}

static const sd_bus_vtable vtable[] = {
	SD_BUS_VTABLE_START(0),
	SD_BUS_METHOD("RegisterStatusNotifierItem", "s", "", on_register,
		      SD_BUS_VTABLE_UNPRIVILEGED),
	SD_BUS_PROPERTY("RegisteredStatusNotifierItems", "as", get_items, 0, 0),
	SD_BUS_PROPERTY("IsStatusNotifierHostRegistered", "b", get_host, 0, 0), SD_BUS_VTABLE_END
};

int main(void)
{
	setvbuf(stdout, NULL, _IOLBF, 0);
	if (sd_bus_open_user(&bus) < 0 ||
	    sd_bus_add_object_vtable(bus, NULL, "/StatusNotifierWatcher", WATCHER, vtable, NULL) <
		    0 ||
	    sd_bus_add_match(bus, NULL, "type='signal',path='/StatusNotifierItem'", on_signal,
			     NULL) < 0 ||
	    sd_bus_add_match(bus, NULL, "type='signal',path='/MenuBar'", on_signal, NULL) < 0 ||
	    sd_bus_add_match(bus, NULL, "type='signal',member='NameOwnerChanged'", on_owner, NULL) <
		    0 ||
	    sd_bus_request_name(bus, WATCHER, 0) < 0)
		return EXIT_FAILURE;
	puts("ready");
	for (;;) {
		int r = sd_bus_process(bus, NULL);
		if (r == 0)
			r = sd_bus_wait(bus, UINT64_MAX);
		if (r < 0)
			return EXIT_FAILURE;
	}
}
