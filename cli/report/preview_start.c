/* The replies of GetConfiguration and GetState have the formats of the files and of the store. */
#include "cli/report/preview_start.h"

#include <errno.h>
#include <string.h>
#include <time.h>

#include "cli/report/current.h"
#include "cli/report/zones.h"
#include "cli/shared/bus.h"
#include "cli/shared/lines.h"
#include "cli/shared/say.h"
#include "cli/shared/when.h"
#include "core/codec/state_text.h"

void start_finish(struct start *start)
{
	start->config = config_free(start->config);
}

static bool start_running(struct command *command, struct start *start, const struct zone *zone)
{
	BUS_MESSAGE *reply = NULL;
	struct config_layers layers = { 0 };
	const char *parts = NULL;
	if (config_layers_init(&layers) == 0)
		start->config = current_in_force(command, &layers);
	config_layers_finish(&layers);
	if (start->config)
		parts = bus_text(command, "GetState", &reply);
	if (!parts)
		return false;
	state_init(&start->state, config_plan(start->config), zone, start->now);
	bool good = state_read_parts(&start->state, parts);
	state_adopt(&start->state, config_plan(start->config), start->now);
	return good;
}

static enum exit_code start_files(struct command *command, struct start *start,
				  const struct zone *zone)
{
	struct config_layers layers = { 0 };
	struct config_errors errors = { 0 };
	start->config = config_free(start->config);
	int r = current_layers(&layers, NULL);
	if (r == 0)
		r = config_load(&layers, &start->config, &errors);
	for (size_t i = 0; i < errors.count && !command->json; i++)
		lines_wrap_each(stderr, errors.lines[i], 0);
	config_errors_finish(&errors);
	config_layers_finish(&layers);
	if (r < 0)
		return complain(command, EXIT_REFUSED,
				r == -EINVAL
					? _("The configuration has errors: limber config check")
					: _("The configuration cannot be read: %s"),
				strerror(-r));
	state_init(&start->state, config_plan(start->config), zone, start->now);
	start->fresh = true;
	return EXIT_FINE;
}

enum exit_code start_get(struct command *command, struct start *ret)
{
	struct zone zone;
	ret->now.boot.us = when_clock_us(CLOCK_BOOTTIME);
	ret->now.real.us = when_clock_us(CLOCK_REALTIME);
	zones_local(ret->now.real, &zone);
	return start_running(command, ret, &zone) ? EXIT_FINE : start_files(command, ret, &zone);
}
