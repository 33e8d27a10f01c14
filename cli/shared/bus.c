/*
 * A verb that changes something also calls without auto-start first: if limberd runs, that one call
 * is enough; if not, the marker of `limber off` is checked before limberd is started.
 */
#include "cli/shared/bus.h"

#include <errno.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "cli/shared/marker.h"
#include "cli/shared/say.h"
#include "cli/shared/unit.h"
#include "cli/shared/verbs.h"
#include "core/base/text.h"
#include "core/base/utf8.h"

/* limberd replies in milliseconds; while it starts, in well under a second. */
#define BUS_PATIENCE (10 * USEC_PER_SEC)

#define BUS_ERROR_NAME(name) "org.freedesktop.DBus.Error." name

int bus_connect(struct command *command)
{
	/* The end of an event loop closes the connections in it. */
	if (command->bus && sd_bus_is_open(command->bus) <= 0)
		command->bus = sd_bus_flush_close_unref(command->bus);
	if (command->bus)
		return 0;
	int r = sd_bus_open_user(&command->bus);
	return r < 0 ? r : sd_bus_set_method_call_timeout(command->bus, BUS_PATIENCE);
}

enum exit_code bus_open(struct command *command)
{
	int r = bus_connect(command);
	if (r >= 0)
		return EXIT_FINE;
	return complain(command, EXIT_NO_BUS,
			_("No session bus (%s), so limberd cannot be reached.\n"
			  "Type this in a desktop session, or set DBUS_SESSION_BUS_ADDRESS."),
			strerror(-r));
}

/* Call without auto-start. */
static int bus_send(sd_bus *bus, const struct member *member, sd_bus_error *error,
		    sd_bus_message **ret, bus_append *append, void *user)
{
	BUS_MESSAGE *message = NULL;
	TRY(sd_bus_message_new_method_call(bus, &message, member->service, member->path,
					   member->interface, member->name));
	TRY(sd_bus_message_set_auto_start(message, false));
	TRY(append(message, user));
	return sd_bus_call(bus, message, 0, error, ret);
}

struct arguments {
	const char *types;
	va_list list;
};

static int append_list(sd_bus_message *message, void *user)
{
	struct arguments *arguments = user;
	va_list list;
	va_copy(list, arguments->list);
	int r = arguments->types[0] ? sd_bus_message_appendv(message, arguments->types, list) : 0;
	va_end(list);
	return r;
}

int bus_try(sd_bus *bus, const struct member *member, sd_bus_error *error, sd_bus_message **ret,
	    const char *types, ...)
{
	struct arguments arguments = { .types = types };
	va_start(arguments.list, types);
	int r = bus_send(bus, member, error, ret, append_list, &arguments);
	va_end(arguments.list);
	return r;
}

bool bus_absent(const sd_bus_error *error)
{
	return sd_bus_error_has_names(error, BUS_ERROR_NAME("NameHasNoOwner"),
				      BUS_ERROR_NAME("ServiceUnknown"));
}

/* Whether the path of the call does not exist: no such reminder. */
static bool bus_no_object(const sd_bus_error *error)
{
	return sd_bus_error_has_names(error, BUS_ERROR_NAME("UnknownObject"),
				      BUS_ERROR_NAME("UnknownMethod"),
				      BUS_ERROR_NAME("UnknownInterface"));
}

static bool bus_no_answer(const sd_bus_error *error)
{
	return sd_bus_error_has_names(error, BUS_ERROR_NAME("NoReply"), BUS_ERROR_NAME("Timeout"),
				      BUS_ERROR_NAME("Disconnected"));
}

enum exit_code bus_not_running(const struct command *command)
{
	uint32_t elsewhere = marker_owner();
	if (elsewhere)
		return complain(
			command, EXIT_NO_DAEMON,
			_("limberd runs in another session, as process %u: cards are shown "
			  "there.\n"
			  "To have them here, end it, and start it here:  kill %u; limberd"),
			elsewhere, elsewhere);
	if (!marker_exists())
		return complain(command, EXIT_NO_DAEMON,
				_("limberd is not running, so nothing will be shown.\n"
				  "Start it now and at each login:  limber on"));
	if (command->verb->flags & VERB_CHANGES)
		return complain(command, EXIT_NO_DAEMON, _("Limber is off: limber on"));
	return complain(command, EXIT_NO_DAEMON,
			_("Limber is off, so nothing will be shown.\n"
			  "Start it now and at each login:  limber on"));
}

enum exit_code bus_complain(const struct command *command, int r, const sd_bus_error *error)
{
	if (bus_absent(error))
		return bus_not_running(command);
	if (r == -ETIMEDOUT || bus_no_answer(error))
		return complain(command, EXIT_NO_DAEMON,
				unit_manager(command->bus)
					? _("limberd does not answer. What it says: "
					    "journalctl --user -u limberd")
					: _("limberd does not answer. Start it again:  limber off; "
					    "limber on"));
	if (bus_no_object(error))
		return complain(command, EXIT_REFUSED,
				_("The limberd that runs does not know limber %s: it is another "
				  "version (limber version)."),
				command->verb->name);
	const char *text = error->message ? error->message : strerror(-r);
	if (sd_bus_error_has_name(error, LIMBER_ERROR_UNCONFIRMED))
		return complain_unconfirmed(command, EXIT_REFUSED, "%s", text);
	return complain(command, EXIT_REFUSED, "%s", text);
}

int bus_activate(sd_bus *bus, sd_bus_error *error)
{
	return bus_try(bus, BUS_DRIVER("StartServiceByName"), error, NULL, "su", LIMBER_BUS_NAME,
		       0);
}

const char *bus_text(struct command *command, const char *method, sd_bus_message **reply)
{
	const char *text;
	if (bus_connect(command) < 0 ||
	    bus_try(command->bus, MANAGER_METHOD(method), NULL, reply, "") < 0 ||
	    sd_bus_message_read_basic(*reply, 's', &text) < 0)
		return NULL;
	return text;
}

uint32_t bus_owner(sd_bus *bus)
{
	BUS_MESSAGE *reply = NULL;
	uint32_t pid = 0;
	if (bus_try(bus, BUS_DRIVER("GetConnectionUnixProcessID"), NULL, &reply, "s",
		    LIMBER_BUS_NAME) >= 0)
		sd_bus_message_read_basic(reply, 'u', &pid);
	return pid;
}

/* Start limberd, unless it is switched off. */
static enum exit_code bus_start(struct command *command)
{
	if (marker_exists() || marker_owner())
		return bus_not_running(command);
	BUS_ERROR error = SD_BUS_ERROR_NULL;
	int r = bus_activate(command->bus, &error);
	if (r >= 0)
		return EXIT_FINE;
	if (bus_absent(&error) || bus_no_answer(&error))
		return bus_not_running(command);
	return complain(command, EXIT_NO_DAEMON, _("limberd could not be started: %s"),
			error.message ? error.message : strerror(-r));
}

enum exit_code bus_no_reminder(struct command *command, const char *name)
{
	BUS_MESSAGE *reply = NULL;
	enum exit_code code = bus_call(command, "Explain", &reply, "s", name);
	return code == EXIT_FINE ? EXIT_REFUSED : code; /* it was added meanwhile */
}

void bus_free(char **text)
{
	free(*text);
}

/* Call, and repeat the call after a start if limberd was not running and may be started. `name`:
 * the reminder that the call is about, NULL for none. */
static enum exit_code bus_call_member(struct command *command, const struct member *member,
				      const char *name, sd_bus_message **ret, bus_append *append,
				      void *user)
{
	BUS_ERROR error = SD_BUS_ERROR_NULL;
	int r = bus_send(command->bus, member, &error, ret, append, user);
	if (r < 0 && bus_absent(&error) && (command->verb->flags & VERB_CHANGES)) {
		TRY_EXIT(bus_start(command));
		sd_bus_error_free(&error);
		r = bus_send(command->bus, member, &error, ret, append, user);
	}
	if (r >= 0)
		return EXIT_FINE;
	bool no_object = strcmp(member->interface, LIMBER_REMINDER) == 0 && bus_no_object(&error);
	bool no_reminder =
		no_object || sd_bus_error_has_name(&error, LIMBER_ERROR_NO_SUCH_REMINDER);
	enum exit_code code =
		no_reminder && command->no_reminder ? command->no_reminder(command) : EXIT_FINE;
	if (code != EXIT_FINE)
		return code;
	return no_object && name ? bus_no_reminder(command, name)
				 : bus_complain(command, r, &error);
}

/* Whether all words are UTF-8, which D-Bus requires. */
static bool is_text(const struct command *command)
{
	for (int i = 0; !command->rest && i < command->count; i++)
		if (!utf8_good(command->words[i]))
			return false;
	for (int i = 0; i < command->given_count; i++)
		if (!utf8_good(command->given[i].value))
			return false;
	return true;
}

enum exit_code bus_call_with(struct command *command, const char *reminder, const char *method,
			     sd_bus_message **ret, bus_append *append, void *user)
{
	struct member member = { LIMBER_BUS_NAME, LIMBER_PATH, LIMBER_MANAGER, method };
	BUS_CLEANUP(bus_free) char *path = NULL;
	/* A call of the manager about a reminder has its name as the first word. */
	const char *name = reminder ? reminder : command->words[0];
	if (!is_text(command))
		return complain(command, EXIT_USAGE,
				_("What follows limber %s is not text in UTF-8."),
				command->verb->name);
	TRY_EXIT(bus_open(command));
	if (reminder) {
		int r = sd_bus_path_encode(LIMBER_PATH_REMINDERS, reminder, &path);
		if (r < 0)
			return bus_complain(command, r, &SD_BUS_ERROR_NULL);
		member.path = path;
		member.interface = LIMBER_REMINDER;
	}
	return bus_call_member(command, &member, name, ret, append, user);
}

enum exit_code bus_call(struct command *command, const char *method, sd_bus_message **ret,
			const char *types, ...)
{
	struct arguments arguments = { .types = types };
	va_start(arguments.list, types);
	enum exit_code code = bus_call_with(command, NULL, method, ret, append_list, &arguments);
	va_end(arguments.list);
	return code;
}

enum exit_code bus_call_reminder(struct command *command, const char *reminder, const char *method,
				 sd_bus_message **ret, const char *types, ...)
{
	struct arguments arguments = { .types = types };
	va_start(arguments.list, types);
	enum exit_code code =
		bus_call_with(command, reminder, method, ret, append_list, &arguments);
	va_end(arguments.list);
	return code;
}

char *bus_property(struct command *command, const char *name)
{
	static const struct member get = { LIMBER_BUS_NAME, LIMBER_PATH,
					   "org.freedesktop.DBus.Properties", "Get" };
	BUS_MESSAGE *reply = NULL;
	const char *value = "";
	if (bus_connect(command) >= 0 &&
	    bus_try(command->bus, &get, NULL, &reply, "ss", LIMBER_MANAGER, name) >= 0)
		sd_bus_message_read(reply, "v", "s", &value);
	return strdup(value);
}

int bus_match(struct command *command, const char *member, sd_bus_message_handler_t handler,
	      void *user)
{
	return sd_bus_match_signal(command->bus, NULL, LIMBER_BUS_NAME, LIMBER_PATH, LIMBER_MANAGER,
				   member, handler, user);
}

int bus_match_all(struct command *command, sd_bus_message_handler_t handler, void *user)
{
	return sd_bus_add_match(command->bus, NULL,
				"type='signal',sender='" LIMBER_BUS_NAME
				"',path_namespace='" LIMBER_PATH "'",
				handler, user);
}

int bus_match_owner(struct command *command, sd_bus_message_handler_t handler, void *user)
{
	return sd_bus_add_match(command->bus, NULL,
				"type='signal',sender='org.freedesktop.DBus',"
				"member='NameOwnerChanged',arg0='" LIMBER_BUS_NAME "'",
				handler, user);
}
