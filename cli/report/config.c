/*
 * limber config: the files of the configuration. check and edit read the files, so that they work
 * without limberd; show asks limberd, which also has what was set for this run only, and reads the
 * files if limberd does not run.
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "cli/report/report.h"
#include "cli/report/zones.h"
#include "cli/shared/bus.h"
#include "cli/shared/lines.h"
#include "cli/shared/say.h"
#include "cli/shared/when.h"
#include "config/config.h"
#include "core/base/text.h"
#include "core/words/never_text.h"

struct files {
	struct config_layers layers;
	struct config *config; /* NULL: the files have errors */
	struct config_errors errors, notes;
};

static void files_finish(struct files *files)
{
	config_free(files->config);
	config_errors_finish(&files->errors);
	config_errors_finish(&files->notes);
	config_layers_finish(&files->layers);
}

/* Add a note for each reminder that would never be shown, from a fresh state on. */
static void notes_never(struct files *files)
{
	const struct plan *plan = config_plan(files->config);
	struct state *state = malloc(sizeof(*state));
	struct moment now = { .real = { (int64_t)when_now() } };
	struct zone zone;
	if (!state)
		return;
	zones_local(now.real, &zone);
	state_init(state, plan, &zone, now);
	for (int i = 0; i < plan->count; i++) {
		char note[SENTENCE_SIZE];
		if (never_say(plan, state, i, now, say_translate, note))
			config_errors_add(&files->notes, note);
	}
	free(state);
}

/* 0, -EINVAL for errors in the files, or another negative errno. */
static int files_init(struct files *files)
{
	*files = (struct files){ 0 };
	struct answers lost;
	int r = current_layers(&files->layers, &lost);
	if (r == 0)
		r = config_load(&files->layers, &files->config, &files->errors);
	if (r == 0)
		r = config_overridden(files->config, &files->notes);
	if (r == 0 && config_repeats(files->config))
		config_errors_add(&files->notes, config_repeats(files->config));
	if (r == 0 || r == -EINVAL)
		config_ignored_files(&files->layers, &files->notes);
	if (files->config)
		notes_never(files);
	if (files->layers.careful) {
		char missing[ANSWERS_SIZE];
		answers_lost_say(&lost, missing);
		config_errors_add(&files->notes, missing);
	}
	return r;
}

void errors_json(struct json *json, const char *key, const struct config_errors *errors)
{
	json_open(json, key, '[');
	for (size_t i = 0; i < errors->count; i++)
		json_text(json, NULL, errors->lines[i]);
	json_close(json, ']');
}

static void check_json(const struct files *files)
{
	struct json json = json_start(stdout);
	json_bool(&json, "good", files->config != NULL);
	errors_json(&json, "errors", &files->errors);
	errors_json(&json, "notes", &files->notes);
	json_finish(&json);
}

void errors_print(FILE *out, const struct config_errors *errors)
{
	for (size_t i = 0; i < errors->count; i++)
		lines_wrap_each(out, errors->lines[i], 0);
}

static void check_print(const struct files *files)
{
	errors_print(stderr, &files->errors);
	errors_print(stdout, &files->notes);
	if (files->config)
		printf(ngettext("The configuration is good: %d reminder.\n",
				"The configuration is good: %d reminders.\n",
				(unsigned long)config_plan(files->config)->count),
		       config_plan(files->config)->count);
}

static enum exit_code config_failed(const struct command *command, int r)
{
	return complain(command, EXIT_REFUSED, _("The configuration cannot be read: %s"),
			strerror(-r));
}

static enum exit_code config_check(struct command *command)
{
	BUS_CLEANUP(files_finish) struct files files;
	int r = files_init(&files);
	if (r < 0 && r != -EINVAL)
		return config_failed(command, r);
	if (command->json)
		check_json(&files);
	else
		check_print(&files);
	return files.config ? EXIT_FINE : EXIT_REFUSED;
}

static void value_json(struct json *json, const struct config_value *value)
{
	json_open(json, NULL, '{');
	if (value->reminder)
		json_text(json, "reminder", value->reminder);
	else
		json_null(json, "reminder");
	json_text(json, "key", value->is.key);
	json_text(json, "value", value->is.value);
	json_text(json, "file", value->is.file);
	json_number(json, "line", value->is.line);
	json_close(json, '}');
}

static void show_json(const struct config *config)
{
	size_t count;
	const struct config_value *values = config_values(config, &count);
	struct json json = json_start(stdout);
	json_open(&json, "values", '[');
	for (size_t i = 0; i < count; i++)
		value_json(&json, &values[i]);
	json_close(&json, ']');
	json_finish(&json);
}

/* Print the configuration of limberd; false if limberd does not run or fails. */
static bool show_running(struct command *command)
{
	BUS_MESSAGE *reply = NULL;
	const char *text = bus_text(command, "GetConfiguration", &reply);
	if (text)
		fputs(text, stdout);
	return text;
}

static enum exit_code config_show(struct command *command)
{
	BUS_CLEANUP(files_finish) struct files files = { 0 };
	if (!command->json && show_running(command))
		return EXIT_FINE;
	int r = files_init(&files);
	if (r < 0 && r != -EINVAL)
		return config_failed(command, r);
	if (!files.config && command->json) {
		check_json(&files);
		return EXIT_REFUSED;
	}
	errors_print(stderr, &files.errors);
	if (!files.config)
		return EXIT_REFUSED;
	if (command->json)
		show_json(files.config);
	else
		config_print(files.config, stdout);
	return EXIT_FINE;
}

/* Set ret->user to the path of the user's file, or report that there is no place for one. */
static enum exit_code user_path(struct command *command, struct config_layers *ret)
{
	int r = config_layers_init(ret);
	if (r < 0)
		return config_failed(command, r);
	if (!ret->user)
		return complain(command, EXIT_REFUSED,
				_("Neither XDG_CONFIG_HOME nor HOME is set, so there is no place "
				  "for limber.conf."));
	return EXIT_FINE;
}

static enum exit_code config_path(struct command *command)
{
	BUS_CLEANUP(config_layers_finish) struct config_layers layers = { 0 };
	TRY_EXIT(user_path(command, &layers));
	if (!command->json) {
		puts(layers.user);
		return EXIT_FINE;
	}
	struct json json = json_start(stdout);
	json_text(&json, "path", layers.user);
	json_finish(&json);
	return EXIT_FINE;
}

/* Run the editor, then check the file. */
static enum exit_code config_edited(struct command *command)
{
	BUS_CLEANUP(config_layers_finish) struct config_layers layers = { 0 };
	if (command->json)
		return complain(command, EXIT_USAGE, _("limber config edit has no --json."));
	enum exit_code code = user_path(command, &layers);
	if (code == EXIT_FINE)
		code = config_edit(command, layers.user);
	return code == EXIT_FINE ? config_check(command) : code;
}

enum exit_code report_config(struct command *command)
{
	static const char *const names[] = { "check", "show", "path", "edit" };
	static enum exit_code (*const parts[])(struct command * command) = {
		config_check, config_show, config_path, config_edited
	};
	const char *part = command->count > 0 ? command->words[0] : "show";
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		if (strcmp(names[i], part) == 0)
			return parts[i](command);
	const char *nearest = text_nearest(part, names, sizeof(names) / sizeof(names[0]));
	return complain(command, EXIT_USAGE,
			nearest ? _("\"%s\" is not a part. Did you mean: limber "
				    "config %s?")
				: _("\"%s\" is not a part: limber help config"),
			part, nearest);
}
