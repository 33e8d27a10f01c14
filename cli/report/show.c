/* limber show: the status of one reminder, and its items from the configuration in force. */
#include "cli/report/current.h"
#include "cli/report/report.h"
#include "cli/shared/bus.h"
#include "cli/shared/status.h"
#include "config/config.h"

static void config_done(struct config **config)
{
	config_free(*config);
}

/* The configuration in force; NULL where limberd does not return it. */
static struct config *show_config(struct command *command)
{
	struct config *config = NULL;
	struct config_layers layers = { 0 };
	if (config_layers_init(&layers) == 0)
		config = current_in_force(command, &layers);
	config_layers_finish(&layers);
	return config;
}

/* The ids of the items of a reminder; false when they are not known. */
static bool show_items(const struct config *config, const char *name, const char *ids[DECK_MAX + 1])
{
	const struct plan *plan = config ? config_plan(config) : NULL;
	int index = plan ? plan_find(plan, name) : -1;
	int count = 0;
	if (index < 0)
		return false;
	const struct reminder *reminder = &plan->reminders[index];
	for (; count < reminder->item_count; count++)
		ids[count] = reminder->items[count]->id;
	ids[count] = NULL;
	return true;
}

enum exit_code report_show(struct command *command)
{
	STATUS_OWNED *status = NULL;
	BUS_CLEANUP(config_done) struct config *config = NULL;
	const char *name = command->words[0], *ids[DECK_MAX + 1];
	TRY_EXIT(status_get(command, &status));
	const struct status_reminder *reminder = status_find(status, name);
	if (!reminder)
		return bus_no_reminder(command, name);
	config = show_config(command);
	const char *const *items = show_items(config, name, ids) ? ids : NULL;
	if (command->json)
		status_one_json(stdout, reminder, items);
	else
		status_print_one(stdout, style_of(stdout), status, reminder, items);
	return EXIT_FINE;
}
