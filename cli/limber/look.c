/* The verbs that change nothing: status, next, list, explain and version. */
#include <stdlib.h>
#include <string.h>

#include "cli/limber/explain.h"
#include "cli/limber/follow.h"
#include "cli/limber/verbs.h"
#include "cli/shared/bus.h"
#include "cli/shared/status.h"

/* Do not print the zone of limberd beside a clock in another zone, set by TZ. */
static void zone_check(struct status *status)
{
	const char *ours = getenv("TZ");
	if (ours && strcmp(ours + (ours[0] == ':'), status->zone) != 0)
		status->zone = "";
}

enum exit_code verb_status(struct command *command)
{
	STATUS_OWNED *status = NULL;
	bool bar = command_given(command, OPTION_WAYBAR) != NULL;
	bool format = command_given(command, OPTION_FORMAT) != NULL;
	if (format && (bar || command->json))
		return complain(command, EXIT_USAGE,
				_("--format goes with neither --json nor --waybar."));
	if (bar || format)
		return follow_status(command);
	if (command_given(command, OPTION_FOLLOW))
		return complain(command, EXIT_USAGE,
				_("--follow goes with --waybar or --format: limber status --waybar "
				  "--follow"));
	TRY_EXIT(status_get(command, &status));
	zone_check(status);
	if (command->json)
		status_json(stdout, status);
	else
		status_print(stdout, style_of(stdout), status);
	return EXIT_FINE;
}

enum { NEXT_ROWS = 5 }; /* when nothing else was asked for */

enum exit_code verb_next(struct command *command)
{
	STATUS_OWNED *status = NULL;
	size_t limit = NEXT_ROWS;
	if (!command_limit(command, &limit))
		return EXIT_USAGE;
	TRY_EXIT(status_get(command, &status));
	if (command->json)
		status_next_json(stdout, status, limit);
	else
		status_print_next(stdout, status, limit);
	return EXIT_FINE;
}

enum exit_code verb_list(struct command *command)
{
	STATUS_OWNED *status = NULL;
	TRY_EXIT(status_get(command, &status));
	if (command->json)
		status_list_json(stdout, status);
	else
		status_table(stdout, style_of(stdout), status, STATUS_ITEM);
	return EXIT_FINE;
}

enum exit_code verb_explain(struct command *command)
{
	BUS_MESSAGE *reply = NULL;
	BUS_ERROR error = SD_BUS_ERROR_NULL;
	const char *name = command->count > 0 ? command->words[0] : "";
	TRY_EXIT(bus_call(command, "Explain", &reply, "s", name));
	int r = command->json ? explain_json(stdout, reply) : explain_print(stdout, reply);
	return r < 0 ? bus_complain(command, r, &error) : EXIT_FINE;
}

static void version_json(const char *daemon)
{
	struct json json = json_start(stdout);
	json_text(&json, "version", LIMBER_VERSION);
	if (daemon[0])
		json_text(&json, "daemon", daemon);
	else
		json_null(&json, "daemon");
	json_finish(&json);
}

enum exit_code verb_version(struct command *command)
{
	BUS_CLEANUP(bus_free) char *daemon = bus_property(command, "Version");
	if (!daemon)
		return complain(command, EXIT_REFUSED, _("Out of memory."));
	if (command->json)
		version_json(daemon);
	else if (!daemon[0] || strcmp(daemon, LIMBER_VERSION) == 0)
		printf("limber %s\n", LIMBER_VERSION);
	else
		printf(_("limber %s; the limberd that runs is %s. Restart it: limber off, limber "
			 "on\n"),
		       LIMBER_VERSION, daemon);
	return EXIT_FINE;
}
