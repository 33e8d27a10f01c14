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
#include "core/foresee/forecast.h"
#include "core/foresee/limits_text.h"
#include "core/policy/due.h"
#include "core/policy/gap.h"
#include "core/policy/ledger.h"
#include "core/policy/record.h"
#include "core/policy/water.h"
#include "core/words/health_text.h"
#include "core/words/never_text.h"
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

/* "About 9 cards a day." */
static void pace(const struct app *app, char out[SENTENCE_SIZE])
{
	struct moment now = clock_now();
	bool first_week = realtime_since(now.real, app->state.first_start) < FIRST_WEEK;
	forecast_say(app_plan(app), &app->state.zone, now.real, first_week, gettext_words, out);
}

static int limits(const struct app *app, char out[LIMITS_SAID][SENTENCE_SIZE])
{
	return limits_say(app_plan(app), &app->state.zone, clock_now().real, gettext_words, out);
}

/* Note effects of gap and cap that the old plan did not have. */
static void note_limits(const struct app *app, char before[][SENTENCE_SIZE], int count,
			struct config_errors *notes)
{
	char after[LIMITS_SAID][SENTENCE_SIZE];
	int said = limits(app, after);
	for (int i = 0; i < said; i++) {
		bool known = false;
		for (int j = 0; j < count; j++)
			known |= strcmp(before[j], after[i]) == 0;
		if (!known)
			config_errors_add(notes, after[i]);
	}
}

/* Note each item of a new deck that the health answers leave out. */
static void note_left_out(const struct app *app, const struct reminder *reminder,
			  struct config_errors *notes)
{
	int32_t today = health_today(&app->state.zone, app->state.at.real);
	for (int i = 0; i < reminder->item_count; i++) {
		const struct item *item = reminder->items[i];
		struct verdict verdict = item_verdict(item, &app_plan(app)->health, today);
		char why[SENTENCE_SIZE], note[SENTENCE_SIZE];
		bool again = false;
		for (int j = 0; j < i; j++)
			again |= reminder->items[j] == item;
		if (again || verdict.ruling == RULING_FOR_YOU)
			continue;
		ruling_say(&verdict, gettext_words, why);
		words_fill(note, sizeof(note), _("{item} is left out for now: {why}"), "item",
			   item->id, "why", why, NULL);
		config_errors_add(notes, note);
	}
}

static void note_decks(const struct app *app, const struct change *change,
		       struct config_errors *notes)
{
	const struct plan *plan = app_plan(app);
	for (size_t i = 0; i < change->count; i++) {
		const struct config_change *its = &change->list[i];
		bool deck = its->reminder && strcmp(its->key, "items") == 0;
		int index = deck ? plan_find(plan, its->reminder) : -1;
		if (index >= 0)
			note_left_out(app, &plan->reminders[index], notes);
	}
}

static bool is_about(const struct change *change, const char *name)
{
	for (size_t i = 0; i < change->count; i++) {
		const struct config_change *its = &change->list[i];
		if (its->reminder ? strcmp(its->reminder, name) == 0
				  : strcmp(its->key, "quiet") == 0)
			return true;
	}
	return false;
}

/* Note calendar times that have passed, or that quiet covers for longer than they are valid. */
static void note_never(const struct app *app, const struct change *change,
		       struct config_errors *notes)
{
	const struct plan *plan = app_plan(app);
	struct moment now = clock_now();
	for (int i = 0; i < plan->count; i++) {
		char note[SENTENCE_SIZE];
		if (is_about(change, plan->reminders[i].name) &&
		    never_say(plan, &app->state, i, now, gettext_words, note))
			config_errors_add(notes, note);
	}
}

/* The kind `acute` alone holds nothing back: only the fact does, and that has its day. */
static void note_strain(const struct app *app, const struct change *change,
			struct config_errors *notes)
{
	const struct health *health = &app_plan(app)->health;
	int32_t until, today = health_today(&app->state.zone, clock_now().real);
	bool about = false;
	for (size_t i = 0; i < change->count; i++)
		about |= !change->list[i].reminder && strcmp(change->list[i].key, "kinds") == 0;
	if (about && health->kinds & UINT32_C(1) << CRAMP_ACUTE &&
	    !fact_holds(health, FACT_ACUTE, today, &until))
		config_errors_add(notes, _("The day of the strain is not known, so nothing is held "
					   "back for it: limber health acute=yes, or its day."));
}

/* The reminders that have the longer gaps of the first week now. */
static uint64_t first_weeks(const struct app *app)
{
	const struct plan *plan = app_plan(app);
	uint64_t ret = 0;
	for (int i = 0; i < plan->count; i++)
		if (plan->reminders[i].enabled && gap_first_week(plan, &app->state, i, clock_now()))
			ret |= UINT64_C(1) << i;
	return ret;
}

/* Note each reminder that a new interval takes out of the first week. */
static void note_first_week(const struct app *app, uint64_t before, struct config_errors *notes)
{
	uint64_t ended = before & ~first_weeks(app);
	for (int i = 0; i < app_plan(app)->count; i++) {
		const struct reminder *reminder = &app_plan(app)->reminders[i];
		char note[SENTENCE_SIZE];
		if (!(ended & UINT64_C(1) << i) || !reminder->enabled || !reminder->set)
			continue;
		words_fill(note, sizeof(note),
			   _("The longer gaps of the first week no longer apply to {name}."),
			   "name", reminder->name, NULL);
		config_errors_add(notes, note);
	}
}

/* Refuse an aim of water that a health answer forbids now; one given later suspends it. */
static int check_aim(const struct app *app, const struct change *change, sd_bus_error *error)
{
	char why[SENTENCE_SIZE];
	enum fact fact;
	int32_t today = health_today(&app->state.zone, clock_now().real);
	bool asked = false;
	for (size_t i = 0; i < change->count; i++)
		asked |= !change->list[i].reminder && strcmp(change->list[i].key, "aim") == 0 &&
			 change->list[i].value && change->list[i].value[0] != '\0';
	if (!asked || !water_forbidden(&app_plan(app)->health, today, &fact))
		return 0;
	water_forbidden_say(fact, gettext_words, why);
	return error_say(error, LIMBER_ERROR_REFUSED, _("No aim was set: %s. See limber health."),
			 why);
}

int reconfigure(struct app *app, const struct change *change, struct changed *ret,
		sd_bus_error *error)
{
	bool sets = change->kind == CHANGE_SET;
	struct config_changed changed = { 0 };
	struct config_errors errors = { 0 };
	char before[SENTENCE_SIZE], after[SENTENCE_SIZE];
	int r = check_aim(app, change, error);
	if (r < 0)
		return r;
	r = apply(app, change, &changed, &errors);
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
	char limits_before[LIMITS_SAID][SENTENCE_SIZE];
	int limits_count = limits(app, limits_before);
	uint64_t young = first_weeks(app);
	pace(app, before);
	take(app, &changed);
	pace(app, after);
	ret->notes = changed.notes;
	changed.notes = (struct config_errors){ 0 };
	if (strcmp(before, after) != 0)
		config_errors_add(&ret->notes, after);
	if (sets)
		note_first_week(app, young, &ret->notes);
	note_limits(app, limits_before, limits_count, &ret->notes);
	if (sets || change->kind == CHANGE_ADD) {
		note_decks(app, change, &ret->notes);
		note_never(app, change, &ret->notes);
		note_strain(app, change, &ret->notes);
	}
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
