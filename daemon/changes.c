/* The one place where a request changes the configuration: write, take over, remember how it was.
 */
#include "daemon/changes.h"

#include <errno.h>
#include <libintl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/contract.h"
#include "daemon/log.h"

#define _(text) gettext(text)

struct change_undo {
	char *before; /* the layer's text; NULL: it had none */
	bool runtime;
	char what[128];
};

struct change_undo *change_undo_free(struct change_undo *undo)
{
	if (!undo)
		return NULL;
	free(undo->before);
	free(undo);
	return NULL;
}

void changes_forget(struct app *app)
{
	app->change_undo = change_undo_free(app->change_undo);
}

/* All error lines in one sentence for the caller. */
static int refuse(const struct config_errors *errors, int r, sd_bus_error *error)
{
	char *text = NULL;
	size_t size;
	FILE *stream = open_memstream(&text, &size);
	if (!stream)
		return -ENOMEM;
	for (size_t i = 0; i < errors->count; i++)
		fprintf(stream, "%s%s", i > 0 ? "\n" : "", errors->lines[i]);
	if (errors->count == 0)
		fputs(strerror(-r), stream);
	if (fclose(stream) != 0)
		return -ENOMEM;
	int result = sd_bus_error_set(
		error, r == -EINVAL ? LIMBER_ERROR_BAD_VALUE : LIMBER_ERROR_REFUSED, text);
	free(text);
	return result;
}

static int apply(struct app *app, enum change_kind kind, const char *reminder, bool runtime,
		 const struct config_change changes[], size_t count, struct config_changed *ret,
		 struct config_errors *errors)
{
	struct config_layers *layers = &app->layers;
	switch (kind) {
	case CHANGE_SET:
		return change_set(layers, runtime, changes, count, ret, errors);
	case CHANGE_UNSET:
		return change_unset(layers, runtime, changes, count, ret, errors);
	case CHANGE_ADD:
		return change_add(layers, runtime, reminder, changes, count, ret, errors);
	case CHANGE_REMOVE:
		return change_remove(layers, runtime, reminder, ret, errors);
	}
	return -EINVAL;
}

/* What `limber undo` will say that it took back. */
static void say_what(enum change_kind kind, const char *reminder,
		     const struct config_change changes[], size_t count, char what[128])
{
	const char *first = count > 0 ? changes[0].key : "";
	switch (kind) {
	case CHANGE_SET:
	case CHANGE_UNSET:
		snprintf(what, 128, _("%s%s%.40s%s as it was"), reminder ? reminder : "",
			 reminder ? " " : "", first, count > 1 ? _(" and others") : "");
		return;
	case CHANGE_ADD:
		snprintf(what, 128, _("the reminder %s, which was added"), reminder);
		return;
	case CHANGE_REMOVE:
		snprintf(what, 128, _("the removal of %s"), reminder);
		return;
	}
}

/* Without memory for it the change stands, and cannot be undone. */
static void remember(struct app *app, bool runtime, struct config_changed *changed,
		     const char *what)
{
	struct change_undo *undo = calloc(1, sizeof(*undo));
	changes_forget(app);
	if (!undo)
		return;
	undo->before = changed->before;
	changed->before = NULL;
	undo->runtime = runtime;
	snprintf(undo->what, sizeof(undo->what), "%s", what);
	app->change_undo = undo;
}

static void take(struct app *app, struct config_changed *changed)
{
	app_take_config(app, changed->config);
	changed->config = NULL;
	config_errors_finish(&app->config_errors);
	log_say(LOG_INFO, NULL, "a setting was changed: %d reminders", app_plan(app)->count);
}

int changes_make(struct app *app, enum change_kind kind, const char *reminder, bool runtime,
		 const struct config_change changes[], size_t count, struct config_errors *notes,
		 sd_bus_error *error)
{
	struct config_changed changed = { 0 };
	struct config_errors errors = { 0 };
	char what[128];
	int r = apply(app, kind, reminder, runtime, changes, count, &changed, &errors);
	if (r < 0) {
		r = refuse(&errors, r, error);
		config_errors_finish(&errors);
		return r;
	}
	say_what(kind, reminder, changes, count, what);
	remember(app, runtime, &changed, what);
	take(app, &changed);
	*notes = changed.notes;
	changed.notes = (struct config_errors){ 0 };
	config_changed_finish(&changed);
	return 0;
}

int changes_undo(struct app *app, char what[128], sd_bus_error *error)
{
	struct config_changed changed = { 0 };
	struct config_errors errors = { 0 };
	struct change_undo *undo = app->change_undo;
	if (!undo)
		return 0;
	int r = change_restore(&app->layers, undo->runtime, undo->before, &changed, &errors);
	if (r < 0) {
		r = refuse(&errors, r, error);
		config_errors_finish(&errors);
		return r;
	}
	memcpy(what, undo->what, sizeof(undo->what));
	take(app, &changed);
	config_changed_finish(&changed);
	changes_forget(app);
	return 1;
}
