/* It is limberd's own store where one runs, so that a trial reports the rows of the trial. */
#include "cli/report/history.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "cli/shared/lines.h"
#include "cli/shared/say.h"
#include "cli/shared/status.h"
#include "cli/shared/verbs.h"
#include "cli/shared/when.h"
#include "config/config.h"

void history_finish(struct history *history)
{
	store_free(history->store);
	free(history->folder);
}

/* NULL: none, or no memory. */
static char *history_folder(struct command *command)
{
	char *folder = bus_property(command, "StorePath");
	char *slash = folder ? strrchr(folder, '/') : NULL;
	if (slash) {
		*slash = '\0';
		return folder;
	}
	free(folder);
	return store_folder(&folder) < 0 ? NULL : folder;
}

enum exit_code history_failed(const struct command *command, const struct history *history, int r)
{
	if (r == 0)
		return EXIT_FINE;
	return complain(command, EXIT_REFUSED, _("The history in %s cannot be read: %s"),
			history->folder ? history->folder : "XDG_STATE_HOME", strerror(-r));
}

enum exit_code history_unwritten(const struct command *command, const struct history *history,
				 int r)
{
	const char *path = history->store ? store_path(history->store) : history->folder;
	if (r == 0)
		return EXIT_FINE;
	if (r == -ENOLCK)
		return complain(command, EXIT_REFUSED,
				_("limberd writes %s, and this file system has no locks that keep "
				  "both apart. End it first: limber off"),
				path);
	return complain(command, EXIT_REFUSED, _("%s could not be written: %s"), path,
			strerror(-r));
}

static enum exit_code history_opened(struct command *command, const struct history *history, int r)
{
	if (r == STORE_NEWER)
		return complain(command, EXIT_REFUSED,
				_("The history in %s was written by a newer Limber: update this "
				  "one."),
				history->folder);
	return history_failed(command, history, r);
}

enum exit_code history_open(struct command *command, struct history *ret)
{
	*ret = (struct history){ .folder = history_folder(command) };
	if (!ret->folder)
		return history_failed(command, ret, -ENOENT);
	int r = store_open_to_read(ret->folder, &ret->store);
	return history_opened(command, ret, r == -ENOENT ? 0 : r);
}

enum exit_code history_open_beside(struct command *command, struct history *ret)
{
	*ret = (struct history){ .folder = history_folder(command) };
	if (!ret->folder)
		return history_failed(command, ret, -ENOENT);
	int r = store_open_beside(ret->folder, &ret->store);
	return r == -ENOLCK ? history_unwritten(command, ret, r) : history_opened(command, ret, r);
}

void history_lacks(struct command *command)
{
	STATUS_OWNED *status = status_try(command);
	char said[512];
	if (!status || !status->store_trouble[0])
		return;
	(void)!snprintf(said, sizeof(said),
			_("The latest are not here: limberd cannot store them (%s).\n"),
			status->store_trouble);
	lines_wrap_each(stderr, said, 0);
}

/* The plan as it stands in the files; a reader takes what it needs. */
static void plan_read(void (*take)(const struct plan *plan, void *user), void *user)
{
	struct config_layers layers = { 0 };
	struct config *config = NULL;
	struct config_errors errors = { 0 };
	if (config_layers_init(&layers) == 0 && config_load_start(&layers, &config, &errors) == 0)
		take(config_plan(config), user);
	config_errors_finish(&errors);
	config_free(config);
	config_layers_finish(&layers);
}

static void day_starts_take(const struct plan *plan, void *user)
{
	*(usec *)user = plan->day_starts;
}

usec history_day_starts(void)
{
	usec day_starts = 0;
	plan_read(day_starts_take, &day_starts);
	return day_starts;
}

static void ounces_take(const struct plan *plan, void *user)
{
	*(bool *)user = plan->ounces;
}

bool history_ounces(void)
{
	bool ounces = false;
	plan_read(ounces_take, &ounces);
	return ounces;
}

enum exit_code history_span(const struct command *command, const char *text, struct span *ret)
{
	const struct realtime now = { (int64_t)when_now() };
	char near[SAMPLE_SIZE];
	placeholder_nearest("RANGE", text, near);
	bool read = span_read(text, history_day_starts(), now, ret);
	if (!read && near[0])
		return complain(command, EXIT_USAGE,
				_("\"%s\" is not a day or a range. Did you mean \"%s\"?"), text,
				near);
	if (!read)
		return complain(command, EXIT_USAGE,
				_("\"%s\" is not a day or a range: write today, week, month, year, "
				  "all, 2026-11-24, 2026-11 or 2026-11-01..2026-11-15."),
				text);
	bool near_enough = ret->until.us <= now.us + LENGTH_MAX;
	if (ret->from.us > now.us)
		return complain(command, EXIT_REFUSED, _("%s is yet to come: limber preview %s"),
				text, near_enough ? text : "week");
	return EXIT_FINE;
}
