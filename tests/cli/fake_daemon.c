/*
 * A stand-in for limberd with an invented day, for tests of the command line: it prints each
 * call as a line, and all replies are fixed. It prints "ready" when it owns the name.
 *
 * usage: fake_daemon [card] [mute] [water]
 *	card	a card is up; displays get it, and CardClosed when it is answered
 *	mute	no call is answered
 *	water	there is a reminder of that name, and one, past, whose time is over
 *
 * Ring sends Rang; an answer sends Answered; a presence sends that Sitting has changed; a new
 * reminder sends InterfacesAdded.
 */
#include <errno.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <systemd/sd-bus.h>
#include <systemd/sd-event.h>

#include "config/config.h"
#include "core/base/contract.h"
#include "tests/cli/fake_status.h"

static bool card, mute, water;
static char display[64];
static uint64_t desk_ended = NOW - 45 * MINUTE;

static int on_status(sd_bus_message *call, void *user, sd_bus_error *error)
{
	sd_bus_message *reply = NULL;
	(void)user, (void)error;
	puts("Status");
	if (mute)
		return 1;
	int r = sd_bus_message_new_method_return(call, &reply);
	if (r >= 0)
		r = append_status(reply, card, water, desk_ended);
	if (r >= 0)
		r = sd_bus_send(NULL, reply, NULL);
	sd_bus_message_unref(reply);
	return r;
}

/* Every method with texts alone: a line, then its answer. */
static const struct {
	const char *method, *types, *result; /* result: "o" for an outcome */
} simple[] = {
	{ "Pause", "ss", "o" },    { "Resume", "", "o" },  { "Undo", "", "o" },
	{ "Presence", "st", "o" }, { "Answer", "s", "o" }, { "Snooze", "s", "o" },
	{ "Ring", "", "o" },       { "Explain", "s", "" }, { "Begin", "s", "o" },
	{ "End", "s", "o" },       { "Reload", "", "" },   { "Drink", "s", "o" },
};

/* The reply to all of them: clients read the keys that they need. */
static int reply_outcome(sd_bus_message *call, const char *reminder, const char *outcome,
			 bool shown)
{
	sd_bus_message *reply = NULL;
	int r = sd_bus_message_new_method_return(call, &reply);
	if (r >= 0)
		r = sd_bus_message_append(
			reply, "a{sv}", 9 + shown, "Reminder", "s", reminder, "Title", "s",
			"Walk two minutes", "Item", "s", "walk-break", "Outcome", "s", outcome,
			"Before", "s", strcmp(outcome, "partly") == 0 ? "done" : "", "What", "s",
			"desk: the snooze", "Until", "t", NOW + 32 * MINUTE, "Ledger", "t",
			UINT64_C(0), "Newer", "(ii)", 1, 2, "Shown", "t", NOW - 2 * MINUTE);
	if (r >= 0)
		r = sd_bus_send(NULL, reply, NULL);
	sd_bus_message_unref(reply);
	return r;
}

/* The reminder of the path, "desk" of the manager. */
static const char *called_name(sd_bus_message *call)
{
	const char *slash = strrchr(sd_bus_message_get_path(call), '/') + 1;
	return strcmp(slash, "Limber1") == 0 ? "desk" : slash;
}

static int rang(sd_bus *bus)
{
	return sd_bus_emit_signal(bus, LIMBER_PATH, LIMBER_MANAGER, "Rang", "sta{sv}", "desk",
				  UINT64_C(8), 1, "Title", "s",
				  "Walk \"two\"\n$(touch bad); `touch bad` 'minutes' \\ <b>");
}

static int answered(sd_bus *bus, const char *outcome)
{
	return sd_bus_emit_signal(bus, LIMBER_PATH, LIMBER_MANAGER, "Answered", "sts", "desk",
				  UINT64_C(7), outcome);
}

static int sitting_changed(sd_bus *bus)
{
	return sd_bus_emit_signal(bus, LIMBER_PATH, "org.freedesktop.DBus.Properties",
				  "PropertiesChanged", "sa{sv}as", LIMBER_MANAGER, 1, "Sitting",
				  "b", 0, 0);
}

static int no_reminder(const char *name, sd_bus_error *error)
{
	return sd_bus_error_setf(error, LIMBER_ERROR_NO_SUCH_REMINDER,
				 "There is no reminder \"%s\". See: limber list", name);
}

static int on_attach(sd_bus_message *call, void *user, sd_bus_error *error)
{
	const char *name, *value;
	(void)user, (void)error;
	int r = sd_bus_message_enter_container(call, 'a', "{ss}");
	while (r >= 0 && (r = sd_bus_message_read(call, "{ss}", &name, &value)) > 0)
		printf("Attach %s=%s\n", name, value);
	return r < 0 ? r : sd_bus_reply_method_return(call, "");
}

static int on_simple(sd_bus_message *call, void *user, sd_bus_error *error)
{
	const char *method = sd_bus_message_get_member(call), *first = "", *second = "";
	uint64_t number = 0;
	(void)user;
	size_t i = 0;
	while (strcmp(simple[i].method, method) != 0)
		i++;
	if (strcmp(simple[i].types, "ss") == 0)
		sd_bus_message_read(call, "ss", &first, &second);
	else if (strcmp(simple[i].types, "st") == 0)
		sd_bus_message_read(call, "st", &first, &number);
	else if (simple[i].types[0])
		sd_bus_message_read(call, "s", &first);
	printf("%s%s%s%s%s", method, first[0] ? " " : "", first, second[0] ? " " : "", second);
	if (number)
		printf(" %ju", (uintmax_t)number);
	putchar('\n');
	if (strcmp(first, "kitchen") == 0 || strcmp(first, "dsk") == 0)
		return no_reminder(first, error);
	if (strcmp(method, "Ring") == 0)
		rang(sd_bus_message_get_bus(call));
	if (strcmp(method, "Presence") == 0)
		sitting_changed(sd_bus_message_get_bus(call));
	if (strcmp(method, "Resume") == 0)
		return sd_bus_error_set(error, LIMBER_ERROR_REFUSED, "Nothing is paused.");
	if (strcmp(method, "Answer") == 0) {
		desk_ended = NOW;
		answered(sd_bus_message_get_bus(call), first);
	}
	if (strcmp(simple[i].result, "o") == 0)
		return reply_outcome(call, called_name(call), first, false);
	if (strcmp(method, "Explain") == 0)
		return sd_bus_reply_method_return(
			call, "sa(sa{sv}s)", "desk", 2, "comes", 2, "Until", "t", NOW + 12 * MINUTE,
			"Amount", "t", 38 * MINUTE,
			"comes about 14:18, when 50 min of sitting are full", "last", 1, "Outcome",
			"s", "done", "last card 13:21: done");
	return sd_bus_reply_method_return(call, "");
}

/* What Set and Unset have made of these keys. */
static char every[16] = "50min", most[16] = "7", gap[16] = "30min";

/* One key of a change, from what it was. */
static int append_change(sd_bus_message *reply, const char *key, const char *value)
{
	char *now = strcmp(key, "every") == 0  ? every
		    : strcmp(key, "most") == 0 ? most
		    : strcmp(key, "gap") == 0  ? gap
					       : NULL;
	int r = sd_bus_message_append(reply, "(sss)", key, now ? now : "", value);
	if (now)
		snprintf(now, sizeof(every), "%s", value);
	return r;
}

/* The keys that a call carries, each printed. `to`: NULL, or where their change goes. */
static int read_changes(sd_bus_message *call, bool keys, sd_bus_message *to)
{
	const char *key, *value = "";
	bool bad = false;
	int r = sd_bus_message_enter_container(call, 'a', keys ? "s" : "{ss}");
	while (r >= 0 && (r = keys ? sd_bus_message_read(call, "s", &key)
				   : sd_bus_message_read(call, "{ss}", &key, &value)) > 0) {
		printf(" %s%s%s", key, keys ? "" : "=", value);
		bad |= strcmp(value, "bad") == 0;
		if (to && !bad)
			r = append_change(to, key,
					  keys && strcmp(key, "every") == 0 ? "50min" : value);
	}
	return bad ? -EINVAL : r < 0 ? r : sd_bus_message_exit_container(call);
}

/* Set, Unset, Enable, Disable, AddReminder and RemoveReminder: a line with all they carry; the
 * answer has one note. */
static int change(sd_bus_message *call, sd_bus_message *reply, const char *method)
{
	const char *name = "";
	bool added = strcmp(method, "AddReminder") == 0,
	     removed = strcmp(method, "RemoveReminder") == 0;
	bool asked = strcmp(method, "Set") == 0 || strcmp(method, "Unset") == 0;
	int runtime = 0, r = 0;
	printf("%s", method);
	if (added || removed) {
		r = sd_bus_message_read(call, "s", &name);
		printf(" %s", name);
	}
	if (r >= 0)
		r = added || removed
			    ? sd_bus_message_append(
				      reply, "a{sv}", 2, "Reminder", "s", name, "Speaks", "t",
				      strcmp(name, "past") == 0 ? 0 : NOW + 12 * MINUTE)
			    : sd_bus_message_open_container(reply, 'a', "(sss)");
	if (r >= 0 && (asked || added))
		r = read_changes(call, strcmp(method, "Unset") == 0, asked ? reply : NULL);
	if (r >= 0 && !added && !removed)
		r = sd_bus_message_close_container(reply);
	if (r >= 0 && (asked || added || removed))
		r = sd_bus_message_read(call, "b", &runtime);
	puts(runtime ? " runtime" : "");
	if (removed && strcmp(name, "kitchen") == 0)
		return -ENOENT;
	return r < 0 ? r : sd_bus_message_append(reply, "as", 1, "About 9 cards a day.");
}

static int on_change(sd_bus_message *call, void *user, sd_bus_error *error)
{
	const char *method = sd_bus_message_get_member(call);
	sd_bus_message *reply = NULL;
	(void)user;
	int r = sd_bus_message_new_method_return(call, &reply);
	if (r >= 0)
		r = change(call, reply, method);
	if (r == -ENOENT)
		r = no_reminder("kitchen", error);
	else if (r == -EINVAL)
		r = sd_bus_error_set(error, LIMBER_ERROR_BAD_CONFIGURATION,
				     "desk.every: \"bad\" has no number");
	else if (r >= 0 && strcmp(method, "AddReminder") == 0)
		r = sd_bus_emit_object_added(sd_bus_message_get_bus(call),
					     LIMBER_PATH_REMINDERS "/desk");
	if (r >= 0)
		r = sd_bus_send(NULL, reply, NULL);
	sd_bus_message_unref(reply);
	return r;
}

/* The one in force; what was set is not in it. */
static int on_configuration(sd_bus_message *call, void *user, sd_bus_error *error)
{
	(void)user, (void)error;
	return sd_bus_reply_method_return(call, "s", config_default_text);
}

static int card_shown(sd_bus *bus)
{
	sd_bus_message *signal = NULL;
	int r = sd_bus_message_new_signal(bus, &signal, LIMBER_PATH, LIMBER_MANAGER, "CardShown");
	if (r >= 0)
		r = sd_bus_message_set_destination(signal, display);
	if (r >= 0)
		r = sd_bus_message_append(signal, "t", UINT64_C(7));
	if (r >= 0)
		r = append_card(signal);
	if (r >= 0)
		r = sd_bus_send(bus, signal, NULL);
	sd_bus_message_unref(signal);
	return r;
}

static int on_register(sd_bus_message *call, void *user, sd_bus_error *error)
{
	(void)user, (void)error;
	puts("RegisterDisplay");
	snprintf(display, sizeof(display), "%s", sd_bus_message_get_sender(call));
	int r = sd_bus_reply_method_return(call, "t", UINT64_C(1));
	return r < 0 || !card ? r : card_shown(sd_bus_message_get_bus(call));
}

static int on_answer(sd_bus_message *call, void *user, sd_bus_error *error)
{
	uint64_t id;
	const char *outcome, *until;
	sd_bus_message *signal = NULL;
	sd_bus *bus = sd_bus_message_get_bus(call);
	(void)user, (void)error;
	int r = sd_bus_message_read(call, "tss", &id, &outcome, &until);
	if (r < 0)
		return r;
	printf("Answer %u %s\n", (unsigned)id, outcome);
	desk_ended = NOW;
	answered(bus, outcome);
	bool shown = card;
	if (card && display[0]) {
		card = false;
		r = sd_bus_message_new_signal(bus, &signal, LIMBER_PATH, LIMBER_MANAGER,
					      "CardClosed");
		if (r >= 0)
			r = sd_bus_message_set_destination(signal, display);
		if (r >= 0)
			r = sd_bus_message_append(signal, "ts", id ? id : UINT64_C(7), outcome);
		if (r >= 0)
			r = sd_bus_send(bus, signal, NULL);
		sd_bus_message_unref(signal);
	}
	return r < 0 ? r : reply_outcome(call, "desk", outcome, shown);
}

static int get_version(sd_bus *bus, const char *path, const char *interface, const char *property,
		       sd_bus_message *reply, void *user, sd_bus_error *error)
{
	(void)bus, (void)path, (void)interface, (void)property, (void)user, (void)error;
	return sd_bus_message_append(reply, "s", "0.0.9");
}

static int get_store(sd_bus *bus, const char *path, const char *interface, const char *property,
		     sd_bus_message *reply, void *user, sd_bus_error *error)
{
	(void)bus, (void)path, (void)interface, (void)property, (void)user, (void)error;
	return sd_bus_message_append(reply, "s", "");
}

static const sd_bus_vtable manager[] = {
	SD_BUS_VTABLE_START(SD_BUS_VTABLE_UNPRIVILEGED),
	SD_BUS_METHOD("Status", "", "a{sv}", on_status, 0),
	SD_BUS_METHOD("Attach", "a{ss}", "", on_attach, 0),
	SD_BUS_METHOD("Pause", "ss", "a{sv}", on_simple, 0),
	SD_BUS_METHOD("Resume", "", "a{sv}", on_simple, 0),
	SD_BUS_METHOD("Undo", "", "a{sv}", on_simple, 0),
	SD_BUS_METHOD("Explain", "s", "sa(sa{sv}s)", on_simple, 0),
	SD_BUS_METHOD("Presence", "st", "a{sv}", on_simple, 0),
	SD_BUS_METHOD("Begin", "s", "a{sv}", on_simple, 0),
	SD_BUS_METHOD("Drink", "s", "a{sv}", on_simple, 0),
	SD_BUS_METHOD("End", "s", "a{sv}", on_simple, 0),
	SD_BUS_METHOD("Reload", "", "", on_simple, 0),
	SD_BUS_METHOD("RemoveReminder", "sb", "a{sv}as", on_change, 0),
	SD_BUS_METHOD("Set", "a{ss}b", "a(sss)as", on_change, 0),
	SD_BUS_METHOD("Unset", "asb", "a(sss)as", on_change, 0),
	SD_BUS_METHOD("AddReminder", "sa{ss}b", "a{sv}as", on_change, 0),
	SD_BUS_METHOD("GetConfiguration", "", "s", on_configuration, 0),
	SD_BUS_METHOD("RegisterDisplay", "as", "t", on_register, 0),
	SD_BUS_METHOD("Answer", "tss", "a{sv}", on_answer, 0),
	SD_BUS_PROPERTY("Version", "s", get_version, 0, 0),
	SD_BUS_PROPERTY("StorePath", "s", get_store, 0, 0),
	SD_BUS_VTABLE_END,
};

static const sd_bus_vtable reminder[] = {
	SD_BUS_VTABLE_START(SD_BUS_VTABLE_UNPRIVILEGED),
	SD_BUS_METHOD("Snooze", "s", "a{sv}", on_simple, 0),
	SD_BUS_METHOD("Answer", "s", "a{sv}", on_simple, 0),
	SD_BUS_METHOD("Ring", "", "a{sv}", on_simple, 0),
	SD_BUS_METHOD("Enable", "", "a(sss)as", on_change, 0),
	SD_BUS_METHOD("Disable", "", "a(sss)as", on_change, 0),
	SD_BUS_METHOD("Set", "a{ss}b", "a(sss)as", on_change, 0),
	SD_BUS_METHOD("Unset", "asb", "a(sss)as", on_change, 0),
	SD_BUS_VTABLE_END,
};

static int serve(sd_bus *bus, sd_event *event)
{
	int r = sd_bus_attach_event(bus, event, 0);
	if (r >= 0)
		r = sd_bus_add_object_vtable(bus, NULL, LIMBER_PATH, LIMBER_MANAGER, manager, NULL);
	if (r >= 0)
		r = sd_bus_add_object_vtable(bus, NULL, LIMBER_PATH_REMINDERS "/desk",
					     LIMBER_REMINDER, reminder, NULL);
	if (r >= 0)
		r = sd_bus_add_object_manager(bus, NULL, LIMBER_PATH);
	if (r >= 0 && water)
		r = sd_bus_add_object_vtable(bus, NULL, LIMBER_PATH_REMINDERS "/water",
					     LIMBER_REMINDER, reminder, NULL);
	if (r >= 0)
		r = sd_bus_request_name(bus, LIMBER_BUS_NAME, 0);
	puts(r >= 0 ? "ready" : "no name");
	return r < 0 ? r : sd_event_loop(event);
}

int main(int argc, char *argv[])
{
	sd_event *event = NULL;
	sd_bus *bus = NULL;
	setvbuf(stdout, NULL, _IOLBF, 0);
	for (int i = 1; i < argc; i++) {
		card |= strcmp(argv[i], "card") == 0;
		mute |= strcmp(argv[i], "mute") == 0;
		water |= strcmp(argv[i], "water") == 0;
	}
	int r = sd_event_default(&event);
	if (r >= 0)
		r = sd_bus_open_user(&bus);
	/* One that the bus started is nobody's to stop. */
	if (r >= 0)
		r = sd_bus_set_exit_on_disconnect(bus, true);
	if (r >= 0)
		r = serve(bus, event);
	sd_bus_flush_close_unref(bus);
	sd_event_unref(event);
	return r < 0;
}
