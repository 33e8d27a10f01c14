/*
 * The menu, as com.canonical.dbusmenu
 * (https://github.com/AyatanaIndicators/libdbusmenu/blob/master/libdbusmenu-glib/dbus-menu.xml).
 * It is one level deep: 0 is the menu, each entry has a number of its own.
 */
#include <errno.h>
#include <string.h>

#include "cli/shared/bus.h"
#include "tray/entries.h"
#include "tray/tray.h"

#define MENU "com.canonical.dbusmenu"

static bool exists(const struct tray *tray, int id)
{
	const struct entry *entry = entry_find(id);
	return id == 0 || (entry && entry_visible(entry, &tray->face));
}

static int no_entry(sd_bus_error *error, int id)
{
	return sd_bus_error_setf(error, SD_BUS_ERROR_INVALID_ARGS, "There is no entry %d.", id);
}

/* ---- what is asked for ---- */

/* The names of properties that a call asks for; none: all. */
struct wanted {
	int count; /* of names that were given, also of unknown ones */
	bool type, label, enabled, display;
};

static int wanted_read(sd_bus_message *call, struct wanted *ret)
{
	const char *name;
	*ret = (struct wanted){ 0 };
	int r = sd_bus_message_enter_container(call, 'a', "s");
	while (r >= 0 && (r = sd_bus_message_read_basic(call, 's', &name)) > 0) {
		ret->count++;
		ret->type |= strcmp(name, "type") == 0;
		ret->label |= strcmp(name, "label") == 0;
		ret->enabled |= strcmp(name, "enabled") == 0;
		ret->display |= strcmp(name, "children-display") == 0;
	}
	if (r >= 0 && ret->count == 0)
		*ret = (struct wanted){ 0, true, true, true, true };
	return r < 0 ? r : sd_bus_message_exit_container(call);
}

/* ---- entries into a message ---- */

static int entry_append(sd_bus_message *reply, const struct tray *tray, const struct entry *entry,
			const struct wanted *wanted)
{
	char label[ENTRY_LABEL];
	if (!entry->label)
		return wanted->type ? sd_bus_message_append(reply, "{sv}", "type", "s", "separator")
				    : 0;
	entry_label(entry, &tray->face, label);
	if (wanted->label)
		TRY(sd_bus_message_append(reply, "{sv}", "label", "s", label));
	if (wanted->enabled && entry->click == CLICK_NONE)
		TRY(sd_bus_message_append(reply, "{sv}", "enabled", "b", false));
	return 0;
}

static int properties_append(sd_bus_message *reply, const struct tray *tray, int id,
			     const struct wanted *wanted)
{
	TRY(sd_bus_message_open_container(reply, 'a', "{sv}"));
	if (id != 0)
		TRY(entry_append(reply, tray, entry_find(id), wanted));
	else if (wanted->display)
		TRY(sd_bus_message_append(reply, "{sv}", "children-display", "s", "submenu"));
	return sd_bus_message_close_container(reply);
}

/* A number and its properties. */
static int numbered_append(sd_bus_message *reply, const struct tray *tray, int id,
			   const struct wanted *wanted)
{
	TRY(sd_bus_message_append_basic(reply, 'i', &id));
	return properties_append(reply, tray, id, wanted);
}

/* (ia{sv}av) */
static int node_append(sd_bus_message *reply, const struct tray *tray, int id, int depth,
		       const struct wanted *wanted)
{
	TRY(sd_bus_message_open_container(reply, 'r', "ia{sv}av"));
	TRY(numbered_append(reply, tray, id, wanted));
	TRY(sd_bus_message_open_container(reply, 'a', "v"));
	for (int child = 1; id == 0 && depth != 0 && child <= entries_count; child++) {
		if (!exists(tray, child))
			continue;
		TRY(sd_bus_message_open_container(reply, 'v', "(ia{sv}av)"));
		TRY(node_append(reply, tray, child, depth - 1, wanted));
		TRY(sd_bus_message_close_container(reply));
	}
	TRY(sd_bus_message_close_container(reply));
	return sd_bus_message_close_container(reply);
}

/* ---- methods ---- */

static int on_layout(sd_bus_message *call, void *user, sd_bus_error *error)
{
	const struct tray *tray = user;
	BUS_MESSAGE *reply = NULL;
	struct wanted wanted;
	int parent, depth;
	TRY(sd_bus_message_read(call, "ii", &parent, &depth));
	TRY(wanted_read(call, &wanted));
	if (!exists(tray, parent))
		return no_entry(error, parent);
	TRY(sd_bus_message_new_method_return(call, &reply));
	TRY(sd_bus_message_append_basic(reply, 'u', &tray->revision));
	TRY(node_append(reply, tray, parent, depth, &wanted));
	return sd_bus_send(NULL, reply, NULL);
}

/* Those that do not exist are left out; no identifiers mean all. */
static int on_group(sd_bus_message *call, void *user, sd_bus_error *error)
{
	BUS_MESSAGE *reply = NULL;
	const int32_t *ids;
	size_t size;
	struct wanted wanted;
	TRY(sd_bus_message_new_method_return(call, &reply));
	TRY(sd_bus_message_read_array(call, 'i', (const void **)&ids, &size));
	TRY(wanted_read(call, &wanted));
	TRY(sd_bus_message_open_container(reply, 'a', "(ia{sv})"));
	int count = size > 0 ? (int)(size / sizeof(ids[0])) : entries_count + 1;
	for (int i = 0; i < count; i++) {
		int id = size > 0 ? ids[i] : i;
		if (!exists(user, id))
			continue;
		TRY(sd_bus_message_open_container(reply, 'r', "ia{sv}"));
		TRY(numbered_append(reply, user, id, &wanted));
		TRY(sd_bus_message_close_container(reply));
	}
	TRY(sd_bus_message_close_container(reply));
	return sd_bus_send(NULL, reply, NULL);
}

static int on_property(sd_bus_message *call, void *user, sd_bus_error *error)
{
	const struct tray *tray = user;
	const char *name;
	char label[ENTRY_LABEL];
	int id;
	TRY(sd_bus_message_read(call, "is", &id, &name));
	const struct entry *entry = exists(tray, id) ? entry_find(id) : NULL;
	if (entry && entry->label && strcmp(name, "label") == 0) {
		entry_label(entry, &tray->face, label);
		return sd_bus_reply_method_return(call, "v", "s", label);
	}
	if (entry && !entry->label && strcmp(name, "type") == 0)
		return sd_bus_reply_method_return(call, "v", "s", "separator");
	if (entry && strcmp(name, "enabled") == 0)
		return sd_bus_reply_method_return(call, "v", "b", entry->click != CLICK_NONE);
	if (entry && strcmp(name, "visible") == 0)
		return sd_bus_reply_method_return(call, "v", "b", true);
	return entry ? sd_bus_error_setf(error, SD_BUS_ERROR_INVALID_ARGS,
					 "Entry %d has no property \"%.40s\".", id, name)
		     : no_entry(error, id);
}

/* A click on an entry that has gone meanwhile still does what was read on it. */
static int event_take(struct tray *tray, int id, const char *what)
{
	const struct entry *entry = entry_find(id);
	return entry && strcmp(what, "clicked") == 0 ? click_do(tray, entry->click) : 0;
}

static int on_event(sd_bus_message *call, void *user, sd_bus_error *error)
{
	const char *what;
	int id;
	int r = sd_bus_message_read(call, "is", &id, &what);
	if (r >= 0 && id != 0 && !entry_find(id))
		return no_entry(error, id);
	if (r >= 0)
		r = event_take(user, id, what);
	return r < 0 ? r : sd_bus_reply_method_return(call, NULL);
}

/* a(isvu): those of entries that do not exist are returned. */
static int on_events(sd_bus_message *call, void *user, sd_bus_error *error)
{
	BUS_MESSAGE *reply = NULL;
	const char *what;
	int id, r;
	TRY(sd_bus_message_new_method_return(call, &reply));
	TRY(sd_bus_message_open_container(reply, 'a', "i"));
	TRY(sd_bus_message_enter_container(call, 'a', "(isvu)"));
	while ((r = sd_bus_message_enter_container(call, 'r', "isvu")) > 0) {
		TRY(sd_bus_message_read(call, "is", &id, &what));
		TRY(sd_bus_message_skip(call, "vu"));
		TRY(id == 0 || entry_find(id) ? event_take(user, id, what)
					      : sd_bus_message_append_basic(reply, 'i', &id));
		TRY(sd_bus_message_exit_container(call));
	}
	TRY(r);
	TRY(sd_bus_message_close_container(reply));
	return sd_bus_send(NULL, reply, NULL);
}

/* What has changed was sent when it did, so nothing is to be read again. */
static int on_show(sd_bus_message *call, void *user, sd_bus_error *error)
{
	int id;
	int r = sd_bus_message_read(call, "i", &id);
	if (r >= 0 && !exists(user, id))
		return no_entry(error, id);
	return r < 0 ? r : sd_bus_reply_method_return(call, "b", false);
}

static int on_show_group(sd_bus_message *call, void *user, sd_bus_error *error)
{
	BUS_MESSAGE *reply = NULL;
	const int32_t *ids;
	size_t size;
	TRY(sd_bus_message_read_array(call, 'i', (const void **)&ids, &size));
	TRY(sd_bus_message_new_method_return(call, &reply));
	TRY(sd_bus_message_append(reply, "ai", 0));
	TRY(sd_bus_message_open_container(reply, 'a', "i"));
	for (size_t i = 0; i < size / sizeof(ids[0]); i++)
		if (!exists(user, ids[i]))
			TRY(sd_bus_message_append_basic(reply, 'i', &ids[i]));
	TRY(sd_bus_message_close_container(reply));
	return sd_bus_send(NULL, reply, NULL);
}

/* ---- properties ---- */

static int get_version(sd_bus *bus, const char *path, const char *interface, const char *property,
		       sd_bus_message *reply, void *user, sd_bus_error *error)
{
	return sd_bus_message_append(reply, "u", 3);
}

static int get_word(sd_bus *bus, const char *path, const char *interface, const char *property,
		    sd_bus_message *reply, void *user, sd_bus_error *error)
{
	return sd_bus_message_append(reply, "s", property[0] == 'T' ? "ltr" : "normal");
}

static int get_no_paths(sd_bus *bus, const char *path, const char *interface, const char *property,
			sd_bus_message *reply, void *user, sd_bus_error *error)
{
	return sd_bus_message_append(reply, "as", 0);
}

#define METHOD(name, in, out, handler)                                                             \
	SD_BUS_METHOD(name, in, out, handler, SD_BUS_VTABLE_UNPRIVILEGED)
static const sd_bus_vtable vtable[] = { SD_BUS_VTABLE_START(0),
					SD_BUS_PROPERTY("Version", "u", get_version, 0, 0),
					SD_BUS_PROPERTY("TextDirection", "s", get_word, 0, 0),
					SD_BUS_PROPERTY("Status", "s", get_word, 0, 0),
					SD_BUS_PROPERTY("IconThemePath", "as", get_no_paths, 0, 0),
					METHOD("GetLayout", "iias", "u(ia{sv}av)", on_layout),
					METHOD("GetGroupProperties", "aias", "a(ia{sv})", on_group),
					METHOD("GetProperty", "is", "v", on_property),
					METHOD("Event", "isvu", "", on_event),
					METHOD("EventGroup", "a(isvu)", "ai", on_events),
					METHOD("AboutToShow", "i", "b", on_show),
					METHOD("AboutToShowGroup", "ai", "aiai", on_show_group),
					SD_BUS_SIGNAL("ItemsPropertiesUpdated", "a(ia{sv})a(ias)",
						      0),
					SD_BUS_SIGNAL("LayoutUpdated", "ui", 0),
					SD_BUS_SIGNAL("ItemActivationRequested", "iu", 0),
					SD_BUS_VTABLE_END };

static bool layout_differs(const struct face *a, const struct face *b)
{
	for (int i = 0; i < entries_count; i++)
		if (entry_visible(&entries[i], a) != entry_visible(&entries[i], b))
			return true;
	return false;
}

/* The first entry alone has a text that changes; a panel may read a layout without its texts. */
int menu_changed(struct tray *tray, const struct face *before)
{
	char label[ENTRY_LABEL];
	int r = 0;
	if (layout_differs(before, &tray->face))
		r = sd_bus_emit_signal(tray->bus, MENU_PATH, MENU, "LayoutUpdated", "ui",
				       ++tray->revision, 0);
	if (r < 0 || strcmp(before->next, tray->face.next) == 0)
		return r;
	entry_label(&entries[0], &tray->face, label);
	return sd_bus_emit_signal(tray->bus, MENU_PATH, MENU, "ItemsPropertiesUpdated",
				  "a(ia{sv})a(ias)", 1, 1, 1, "label", "s", label, 0);
}

int menu_begin(struct tray *tray)
{
	return sd_bus_add_object_vtable(tray->bus, NULL, MENU_PATH, MENU, vtable, tray);
}
