/*
 * on, off and attach. The service manager is called over the same bus; without one, D-Bus
 * activation starts limberd, and an autostart file runs attach at each login, which does so again;
 * without that, the error names the command to run.
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "cli/limber/exec.h"
#include "cli/limber/tray.h"
#include "cli/limber/verbs.h"
#include "cli/shared/autostart.h"
#include "cli/shared/bus.h"
#include "cli/shared/json.h"
#include "cli/shared/leave.h"
#include "cli/shared/lines.h"
#include "cli/shared/marker.h"
#include "cli/shared/say.h"
#include "cli/shared/status.h"
#include "cli/shared/unit.h"
#include "core/base/utf8.h"

static const char *const environment[] = { LIMBER_SESSION_VARIABLES };
static const char *const language[] = { LIMBER_LANGUAGE_VARIABLES };

enum { LANGUAGES = sizeof(language) / sizeof(language[0]) };

/* Append the variables of the language, "" for those that are not set; none if none is set, so that
 * limberd keeps its own. */
static int language_append(sd_bus_message *message)
{
	bool any = false;
	int r = 0;
	for (int i = 0; i < LANGUAGES; i++) {
		const char *value = getenv(language[i]);
		any = any || (value && value[0] && utf8_good(value));
	}
	for (int i = 0; any && r >= 0 && i < LANGUAGES; i++) {
		const char *value = getenv(language[i]);
		r = sd_bus_message_append(message, "{ss}", language[i],
					  value && utf8_good(value) ? value : "");
	}
	return r;
}

static int environment_append(sd_bus_message *message)
{
	int r = sd_bus_message_open_container(message, 'a', "{ss}");
	for (size_t i = 0; r >= 0 && i < sizeof(environment) / sizeof(environment[0]); i++) {
		const char *value = getenv(environment[i]);
		if (value && utf8_good(value))
			r = sd_bus_message_append(message, "{ss}", environment[i], value);
	}
	if (r >= 0)
		r = language_append(message);
	return r < 0 ? r : sd_bus_message_close_container(message);
}

/* Call Attach with this environment, without starting limberd. Negative errno. */
static int attach(sd_bus *bus, sd_bus_error *error)
{
	BUS_MESSAGE *message = NULL;
	TRY(sd_bus_message_new_method_call(bus, &message, LIMBER_BUS_NAME, LIMBER_PATH,
					   LIMBER_MANAGER, "Attach"));
	TRY(sd_bus_message_set_auto_start(message, false));
	TRY(environment_append(message));
	return sd_bus_call(bus, message, 0, error, NULL);
}

/* Start limberd where `limber on` switched it on; 0: it did not, or `limber off` came later. */
static int start_if_on(sd_bus *bus, sd_bus_error *error)
{
	int r;
	if (marker_exists())
		return 0;
	if (unit_enabled(bus, UNIT_LIMBERD))
		r = unit_start(bus, UNIT_LIMBERD, error);
	else if (autostart_exists(AUTOSTART_LIMBERD) && !unit_manager(bus))
		r = bus_activate(bus, error);
	else
		return 0;
	return r < 0 ? r : 1;
}

static enum exit_code attach_limberd(struct command *command)
{
	BUS_ERROR error = SD_BUS_ERROR_NULL;
	int r = attach(command->bus, &error);
	if (r >= 0)
		return EXIT_FINE;
	if (!bus_absent(&error))
		return bus_complain(command, r, &error);
	BUS_ERROR again = SD_BUS_ERROR_NULL;
	r = start_if_on(command->bus, &again);
	if (r == 0)
		return EXIT_FINE;
	if (r < 0)
		return complain(command, EXIT_NO_DAEMON, _("limberd could not be started: %s"),
				unit_why(r, &again));
	r = attach(command->bus, &again);
	return r < 0 ? bus_complain(command, r, &again) : EXIT_FINE;
}

enum exit_code verb_attach(struct command *command)
{
	TRY_EXIT(bus_open(command));
	tray_attach(command);
	enum exit_code code = attach_limberd(command);
	if (code == EXIT_FINE && command->json) {
		struct json json = json_start(stdout);
		json_finish(&json);
	}
	return code;
}

static int autostart_set(void)
{
	char program[PATH_MAX];
	if (!exec_find("limber", program))
		return -errno;
	return autostart_write(AUTOSTART_LIMBERD, "", program, " attach");
}

/* The unit cannot be enabled, for the reason `why`: the bus starts limberd. */
static enum exit_code on_by_bus(struct command *command, const char *why, bool *ret_login)
{
	BUS_ERROR error = SD_BUS_ERROR_NULL;
	int r = 0;
	if (bus_owner(command->bus) != 0)
		puts(_("limberd runs already."));
	else if ((r = bus_activate(command->bus, &error)) < 0)
		return complain(command, EXIT_NO_DAEMON,
				_("limberd cannot be started from here: %s.\n"
				  "Start it from what your session runs at login:  limberd"),
				bus_absent(&error) ? why : unit_why(r, &error));
	if (unit_manager(command->bus)) {
		say_wrapped(_("It does not start at login, as %s: put limberd into what your "
			      "session runs then."),
			    why);
		return EXIT_FINE;
	}
	r = autostart_set();
	if (r < 0)
		return complain(command, EXIT_REFUSED,
				_("limberd runs, but its autostart file could not be written: %s"),
				strerror(-r));
	say_wrapped(_("Without systemd, an autostart file runs limber attach at each login, which "
		      "starts limberd. If your session reads no such files, as sway and i3, add "
		      "to its configuration:  exec limber attach"));
	*ret_login = true;
	return EXIT_FINE;
}

static enum exit_code on_start(struct command *command, bool *ret_login)
{
	BUS_ERROR error = SD_BUS_ERROR_NULL;
	int r = unit_enable(command->bus, UNIT_LIMBERD, &error);
	*ret_login = r >= 0;
	if (r < 0)
		return on_by_bus(command, unit_why(r, &error), ret_login);
	(void)autostart_remove(AUTOSTART_LIMBERD);
	r = unit_start(command->bus, UNIT_LIMBERD, &error);
	if (r < 0)
		return complain(command, EXIT_NO_DAEMON,
				_("limberd could not be started: %s.\n"
				  "What it said: journalctl --user -u limberd"),
				unit_why(r, &error));
	return EXIT_FINE;
}

/* Print the problems at once, before the first card is due. */
static void problems_print(struct command *command)
{
	struct status *status = status_try(command);
	for (int i = 0; status && i < status->problems.count; i++)
		lines_wrap_each(stderr, status->problems.text[i], 0);
	status_done(&status);
}

/* With --json print what holds now; login: whether limberd starts at each login, too. */
static bool state_json(struct command *command, bool on, bool login)
{
	struct status *status = command->json && on ? status_try(command) : NULL;
	if (!command->json)
		return false;
	struct json json = json_start(say_document());
	json_bool(&json, "on", on);
	json_bool(&json, "login", login);
	json_open(&json, "problems", '[');
	for (int i = 0; status && i < status->problems.count; i++)
		json_text(&json, NULL, status->problems.text[i]);
	json_close(&json, ']');
	json_finish(&json);
	status_done(&status);
	return true;
}

enum exit_code verb_on(struct command *command)
{
	BUS_ERROR error = SD_BUS_ERROR_NULL;
	bool login = false;
	TRY_EXIT(bus_open(command));
	if (bus_owner(command->bus) == 0 && marker_owner())
		return bus_not_running(command);
	int r = marker_clear();
	if (r < 0)
		return complain(command, EXIT_REFUSED,
				_("The file that keeps Limber off could not be removed: %s"),
				strerror(-r));
	say_aside(command);
	TRY_EXIT(on_start(command, &login));
	r = attach(command->bus, &error);
	if (r < 0)
		return bus_complain(command, r, &error);
	if (state_json(command, true, login))
		return EXIT_FINE;
	puts(login ? _("Limber is on, now and at each login. To see what comes next: limber")
		   : _("Limber is on. To see what comes next: limber"));
	(void)fflush(stdout);
	problems_print(command);
	return EXIT_FINE;
}

enum exit_code verb_off(struct command *command)
{
	TRY_EXIT(bus_open(command));
	int r = marker_set();
	if (r < 0)
		return complain(command, EXIT_REFUSED,
				_("The file that keeps Limber off could not be made: %s"),
				strerror(-r));
	struct leave left;
	TRY_EXIT(leave(command, &left));
	if (state_json(command, false, false))
		return EXIT_FINE;
	if (left.asked)
		say_wrapped(left.systemd ? _("limberd was not started by systemd: it was asked to "
					     "end, and has.")
					 : _("limberd was asked to end, and has."));
	puts(_("Limber is off, now and at each login. On again: limber on"));
	return EXIT_FINE;
}
