/* Changes the configuration for a request: write the file, take it over, keep the old text for
 * undo.
 */
#include "daemon/reconfigure.h"

#include <errno.h>
#include <libintl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/base/contract.h"
#include "core/policy/ledger.h"
#include "core/policy/record.h"
#include "core/policy/water.h"
#include "core/words/water_text.h"
#include "daemon/adapters/clock.h"
#include "daemon/adapters/dict.h"
#include "daemon/adapters/log.h"
#include "daemon/answers.h"

#define _(text) gettext(text)

/* Changes that are kept. */
#define UNDO_DEPTH 32

struct change_undo {
	struct change_undo *older;
	char *before, *after; /* the layer's text; NULL: it had none */
	bool runtime;
	struct answers answers;        /* as they were known before */
	struct reminder_state removed; /* the state of a removed reminder; name "": none */
	struct changed made;           /* the change, without notes */
};

void changed_finish(struct changed *changed)
{
	config_diff_finish(&changed->diff);
	config_errors_finish(&changed->notes);
}

struct change_undo *reconfigure_free(struct change_undo *undo)
{
	while (undo) {
		struct change_undo *older = undo->older;
		changed_finish(&undo->made);
		free(undo->before);
		free(undo->after);
		free(undo);
		undo = older;
	}
	return NULL;
}

const struct changed *reconfigure_last(const struct app *app)
{
	bool next = app->changes_newer > 0 || app->state.undo.kind == UNDO_NOTHING;
	return app->change_undo && next ? &app->change_undo->made : NULL;
}

/* Keep the last `count` changes. */
static void forget_older(struct app *app, int count)
{
	struct change_undo **at = &app->change_undo;
	while (*at && count-- > 0)
		at = &(*at)->older;
	*at = reconfigure_free(*at);
}

void reconfigure_passed(struct app *app, bool had_step)
{
	if (had_step)
		forget_older(app, app->changes_newer);
	app->changes_newer = 0;
}

int reconfigure_error(const struct config_errors *errors, const char *name, const char *last,
		      sd_bus_error *error)
{
	char *text = NULL;
	size_t size;
	FILE *stream = open_memstream(&text, &size);
	if (!stream)
		return -ENOMEM;
	for (size_t i = 0; i < errors->count; i++)
		fprintf(stream, "%s%s", i > 0 ? "\n" : "", errors->lines[i]);
	if (last)
		fprintf(stream, "%s%s", errors->count > 0 ? "\n" : "", last);
	if (fclose(stream) != 0)
		return -ENOMEM;
	int result = error_say(error, name, "%s", text);
	free(text);
	return result;
}

static int refuse(const struct config_errors *errors, int r, sd_bus_error *error)
{
	return reconfigure_error(errors,
				 r == -EINVAL ? LIMBER_ERROR_BAD_VALUE : LIMBER_ERROR_REFUSED,
				 errors->count == 0 ? strerror(-r) : NULL, error);
}

static int unset(struct app *app, const struct change *change, struct config_changed *ret,
		 struct config_errors *errors)
{
	struct config_change *rest = calloc(change->count + 1, sizeof(*rest));
	size_t count = change->count;
	if (!rest)
		return -ENOMEM;
	if (change->runtime)
		memcpy(rest, change->list, count * sizeof(*rest));
	else
		count = answers_unset(app, change->list, count, rest);
	int r = change_set(&app->layers, change->runtime, rest, count, ret, errors);
	free(rest);
	return r;
}

static int apply(struct app *app, const struct change *change, struct config_changed *ret,
		 struct config_errors *errors)
{
	struct config_layers *layers = &app->layers;
	switch (change->kind) {
	case CHANGE_SET:
		return change_set(layers, change->runtime, change->list, change->count, ret,
				  errors);
	case CHANGE_UNSET:
		return unset(app, change, ret, errors);
	case CHANGE_ADD:
		return change_add(layers, change->runtime, change->reminder, change->list,
				  change->count, ret, errors);
	case CHANGE_REMOVE:
		return change_remove(layers, change->runtime, change->reminder, ret, errors);
	}
	return -EINVAL;
}

/* Describe the change; call before the new configuration replaces the old one. */
static void describe(const struct app *app, const struct change *change,
		     const struct config *config, struct changed *ret)
{
	ret->kind = change->kind;
	if (change->reminder)
		name_copy(ret->reminder, change->reminder);
	if (change->kind == CHANGE_SET || change->kind == CHANGE_UNSET)
		(void)config_diff(app->config, config, change->list, change->count,
				  !change->reminder, &ret->diff);
}

/* Keep the change for undo. Without memory for it the change stands, and neither it nor what was
 * before it can be undone. */
static void keep_undo(struct app *app, const struct change *change, struct config_changed *changed)
{
	struct change_undo *undo = calloc(1, sizeof(*undo));
	if (!undo || app->changes_newer == UNDO_DEPTH)
		memset(&app->state.undo, 0, sizeof(app->state.undo));
	if (app->changes_newer < UNDO_DEPTH)
		app->changes_newer++;
	forget_older(app, undo ? UNDO_DEPTH - 1 : 0);
	if (!undo)
		return;
	undo->older = app->change_undo;
	undo->before = changed->before;
	undo->after = changed->after;
	changed->before = changed->after = NULL;
	undo->runtime = change->runtime;
	undo->answers = app->state.answers;
	describe(app, change, changed->config, &undo->made);
	app->change_undo = undo;
}

/* Keep the state of a removed reminder; its ledger is read now, because it does not grow while the
 * reminder is gone. */
static void keep_removed(struct app *app, const char *reminder)
{
	const struct plan *plan = app_plan(app);
	int index = plan_find(plan, reminder);
	struct moment now = clock_now();
	if (!app->change_undo || index < 0)
		return;
	struct reminder_state *removed = &app->change_undo->removed;
	*removed = app->state.reminders[index];
	removed->ledger.amount = ledger_read(&removed->ledger, plan->reminders[index].every, plan,
					     &app->state.presence, now.boot);
}

static void take(struct app *app, struct config_changed *changed)
{
	app_config_written(app);
	answers_compare(app, &changed->config);
	app_take_config(app, changed->config);
	changed->config = NULL;
	config_errors_finish(&app->config_errors);
	log_say(LOG_INFO, NULL, "a setting was changed: %d reminders", app_plan(app)->count);
}

/* Refuse an aim of water that a health answer forbids now; one given later suspends it. */
static int check_aim(const struct app *app, const struct change *change, sd_bus_error *error)
{
	char why[SENTENCE_SIZE];
	enum fact fact;
	int32_t today = health_today(&app->state.zone, clock_now().real);
	const struct config_change *aim = change_of(change, "aim");
	if (!aim || !aim->value || !aim->value[0] ||
	    !water_forbidden(&app_plan(app)->health, today, &fact))
		return 0;
	water_forbidden_say(fact, gettext_words, why);
	return error_say(error, LIMBER_ERROR_REFUSED, _("No aim was set: %s. See limber health."),
			 why);
}

int reconfigure(struct app *app, const struct change *change, struct changed *ret,
		sd_bus_error *error)
{
	struct config_changed changed = { 0 };
	struct config_errors errors = { 0 };
	TRY(check_aim(app, change, error));
	int r = apply(app, change, &changed, &errors);
	if (r < 0) {
		app_asked(app, false);
		r = refuse(&errors, r, error);
		config_errors_finish(&errors);
		return r;
	}
	describe(app, change, changed.config, ret);
	keep_undo(app, change, &changed);
	app_asked(app, true);
	if (change->kind == CHANGE_REMOVE)
		keep_removed(app, change->reminder);
	if (!change->runtime)
		answers_changed(app, change->list, change->count);
	struct outlook before;
	outlook_note(app, &before);
	take(app, &changed);
	ret->notes = changed.notes;
	changed.notes = (struct config_errors){ 0 };
	change_notes(app, change, &before, &ret->notes);
	config_changed_finish(&changed);
	return 0;
}

int reconfigure_undo(struct app *app, struct changed *ret, sd_bus_error *error)
{
	struct config_changed changed = { 0 };
	struct config_errors errors = { 0 };
	struct change_undo *undo = app->change_undo;
	if (!reconfigure_last(app))
		return 0;
	int r = change_restore(&app->layers, undo->runtime, undo->before, undo->after, &changed,
			       &errors);
	if (r < 0) {
		r = refuse(&errors, r, error);
		config_errors_finish(&errors);
		return r;
	}
	*ret = undo->made;
	undo->made = (struct changed){ 0 };
	if (!undo->runtime)
		app->state.answers = undo->answers;
	take(app, &changed);
	app_bring_back(app, &undo->removed);
	config_changed_finish(&changed);
	app->change_undo = undo->older;
	undo->older = NULL;
	reconfigure_free(undo);
	if (app->changes_newer > 0)
		app->changes_newer--;
	return 1;
}
