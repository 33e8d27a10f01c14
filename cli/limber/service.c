/*
 * on, off and attach. The service manager is called over the same bus; without one, D-Bus
 * activation starts limberd; without that, the error names the command to run.
 */
#include <stdlib.h>
#include <string.h>

#include "cli/limber/tray.h"
#include "cli/limber/verbs.h"
#include "cli/shared/bus.h"
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
	int r = sd_bus_message_new_method_call(bus, &message, LIMBER_BUS_NAME, LIMBER_PATH,
					       LIMBER_MANAGER, "Attach");
	if (r >= 0)
		r = sd_bus_message_set_auto_start(message, false);
	if (r >= 0)
		r = environment_append(message);
	return r < 0 ? r : sd_bus_call(bus, message, 0, error, NULL);
}

static enum exit_code attach_limberd(struct command *command)
{
	BUS_ERROR error = SD_BUS_ERROR_NULL;
	int r = attach(command->bus, &error);
	if (r >= 0)
		return EXIT_FINE;
	if (!bus_absent(&error))
		return bus_complain(command, r, &error);
	if (marker_exists() || !unit_enabled(command->bus, UNIT_LIMBERD))
		return EXIT_FINE;
	BUS_ERROR again = SD_BUS_ERROR_NULL;
	r = unit_start(command->bus, UNIT_LIMBERD, &again);
	if (r < 0)
		return complain(command, EXIT_NO_DAEMON, _("limberd could not be started: %s"),
				unit_why(r, &again));
	r = attach(command->bus, &again);
	return r < 0 ? bus_complain(command, r, &again) : EXIT_FINE;
}

enum exit_code verb_attach(struct command *command)
{
	enum exit_code code = bus_open(command);
	if (code != EXIT_FINE)
		return code;
	tray_attach(command);
	return attach_limberd(command);
}

/* Start limberd without a service manager, for this session only. */
static enum exit_code on_by_hand(struct command *command, const char *why)
{
	BUS_ERROR error = SD_BUS_ERROR_NULL;
	bool runs = bus_owner(command->bus) != 0;
	if (!runs && bus_activate(command->bus, &error) < 0)
		return complain(command, EXIT_NO_DAEMON,
				_("limberd cannot be started from here: %s.\n"
				  "Start it from what your session runs at login:  limberd"),
				why);
	puts(runs ? _("limberd runs already.")
		  : _("The session bus has started limberd, for this session."));
	say_wrapped(_("It does not start at login, as %s: put limberd into what your session runs "
		      "then."),
		    why);
	return EXIT_FINE;
}

static enum exit_code on_start(struct command *command, bool *ret_login)
{
	BUS_ERROR error = SD_BUS_ERROR_NULL;
	int r = unit_enable(command->bus, UNIT_LIMBERD, &error);
	*ret_login = r >= 0;
	if (r < 0)
		return on_by_hand(command, unit_why(r, &error));
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

enum exit_code verb_on(struct command *command)
{
	BUS_ERROR error = SD_BUS_ERROR_NULL;
	bool login = false;
	enum exit_code code = bus_open(command);
	if (code != EXIT_FINE)
		return code;
	if (bus_owner(command->bus) == 0 && marker_owner())
		return bus_not_running(command);
	int r = marker_clear();
	if (r < 0)
		return complain(command, EXIT_REFUSED,
				_("The file that keeps Limber off could not be removed: %s"),
				strerror(-r));
	code = on_start(command, &login);
	if (code != EXIT_FINE)
		return code;
	r = attach(command->bus, &error);
	if (r < 0)
		return bus_complain(command, r, &error);
	puts(login ? _("Limber is on, now and at each login. To see what comes next: limber")
		   : _("Limber is on. To see what comes next: limber"));
	(void)fflush(stdout);
	problems_print(command);
	return EXIT_FINE;
}

enum exit_code verb_off(struct command *command)
{
	enum exit_code code = bus_open(command);
	if (code != EXIT_FINE)
		return code;
	int r = marker_set();
	if (r < 0)
		return complain(command, EXIT_REFUSED,
				_("The file that keeps Limber off could not be made: %s"),
				strerror(-r));
	struct leave left;
	code = leave(command, &left);
	if (code != EXIT_FINE)
		return code;
	if (left.asked)
		say_wrapped(_("limberd was not started by systemd: it was asked to end, and has."));
	if (left.systemd)
		puts(_("Limber is off, now and at each login. On again: limber on"));
	else
		say_wrapped(_("Limber is off. Where your session starts limberd at login, remove "
			      "that. On again: limber on"));
	return EXIT_FINE;
}
