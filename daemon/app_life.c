/*
 * The start, a new configuration, the end. A file with errors never stops the daemon: it is
 * reported and left out.
 */
#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "config/change.h"
#include "daemon/adapters/cleanup.h"
#include "daemon/adapters/log.h"
#include "daemon/answers.h"
#include "daemon/app.h"
#include "daemon/bus.h"
#include "daemon/reconfigure.h"

/* The commands that print whole errors. */
#define LOOK_FILES "limber config check"
#define LOOK_OWN "limber status"

/* The journal never carries health facts: of an error that may quote one only the place is logged.
 */
static void log_errors(const struct config_errors *errors, const char *look)
{
	for (size_t i = 0; i < errors->count; i++) {
		const char *line = errors->lines[i];
		size_t open = errors->open ? errors->open[i] : 0;
		if (open < strlen(line))
			log_say(LOG_ERR, NULL, "%.*san error in its text: %s", (int)open, line,
				look);
		else
			log_say(LOG_ERR, NULL, "%s", line);
	}
}

int app_load(struct app *app)
{
	TRY(config_load_start(&app->layers, &app->config, &app->config_errors));
	log_errors(config_left_out(app->config), LOOK_OWN);
	if (app->config_errors.count == 0)
		return 0;
	log_errors(&app->config_errors, LOOK_FILES);
	log_say(LOG_ERR, NULL, "left out until these errors are fixed: %s%s",
		config_skipped(app->config),
		config_is_careful(app->config)
			? "; it may hold health facts, so only the items from before the health "
			  "questions are shown"
			: "");
	return 0;
}

/* A store that cannot be read is not overwritten: app_read_late() tries again. */
static void load_state(struct app *app, struct event *start)
{
	int bad_parts = 0;
	if (!app->store)
		return;
	int r = store_load(app->store, app->boot_id, &app->state, &start->start.saved,
			   &start->start.same_boot, &bad_parts);
	if (bad_parts > 0)
		log_say(LOG_WARNING, NULL, "%d unreadable parts of the saved state, ignoring them",
			bad_parts);
	app->unread = r < 0;
	if (r < 0)
		app->save_error = r;
	app_log_store(app);
	if (r < 0)
		log_say(LOG_ERR, NULL, "%s cannot be read: %s; kept in memory and tried again",
			store_path(app->store), strerror(-r));
}

/* Whether this session of the same boot is another than the one the state was saved in; after a
 * boot the step sees the login by itself. If logind does not name it, keep the earlier one. */
static bool is_new_login(struct app *app, const struct event *start)
{
	char session[WHO_SIZE];
	logind_session(session, sizeof(session));
	bool known = session[0] != '\0' && app->state.session[0] != '\0';
	bool is_new = known && start->start.same_boot && strcmp(session, app->state.session) != 0;
	if (session[0] != '\0')
		snprintf(app->state.session, sizeof(app->state.session), "%s", session);
	return is_new;
}

int app_start(struct app *app)
{
	struct event start = { .kind = EVENT_START };
	struct zone zone;
	app->started = clock_now();
	app->slept = clock_slept();
	clock_probe_zone(app->started, &zone);
	state_init(&app->state, app_plan(app), &zone, app->started);
	load_state(app, &start);
	answers_compare(app, &app->config);
	if (app->store)
		store_keep_missing(app->store, app->config_errors.count > 0);
	app->hidden = app->config_errors.count > 0;
	/* The state may have been saved with another plan. */
	state_adopt(&app->state, app_plan(app), app->started);
	start.start.welcomes = app->store != NULL;
	bool logs_in = is_new_login(app, &start);
	app_take(app, start);
	if (logs_in)
		app_take(app, (struct event){ .kind = EVENT_OCCASION, .occasion = ON_LOGIN });
	if (app_shows_nowhere(app))
		app_send_plain(app, EVENT_NO_SERVER);
	return 0;
}

void app_ready(struct app *app)
{
	app->running = true;
	app_keep(app);
	app_follow_store(app);
	app_check_store(app);
	app_watch_busy(app);
}

/* The boot times may be of another boot: the ledgers continue from now. */
int app_stored_state(const struct app *app, const struct plan *plan, struct state *ret)
{
	struct moment now = clock_now(), saved;
	bool same_boot;
	int bad_parts;
	state_init(ret, plan, &app->state.zone, now);
	int r = app->store
			? store_load(app->store, app->boot_id, ret, &saved, &same_boot, &bad_parts)
			: 0;
	if (r <= 0)
		return r;
	state_adopt(ret, plan, now);
	for (int i = 0; i < plan->count; i++)
		ret->reminders[i].ledger.since = now.boot;
	return 1;
}

/* Give reminders that a bad file hid at the start their state back. */
static void restore_hidden(struct app *app, const struct plan *old, const struct state *stored)
{
	const struct plan *plan = app_plan(app);
	for (int i = 0; i < plan->count; i++)
		if (plan_find(old, plan->reminders[i].name) < 0)
			app->state.reminders[i] = stored->reminders[i];
	store_keep_missing(app->store, false);
	app->hidden = false;
}

void app_bring_back(struct app *app, const struct reminder_state *was)
{
	int index = plan_find(app_plan(app), was->name);
	struct moment now = clock_now();
	if (was->name[0] == '\0' || index < 0)
		return;
	struct reminder_state *is = &app->state.reminders[index];
	*is = *was;
	is->ledger.since = now.boot;
	if (is->planned.us < now.real.us)
		is->planned = now.real;
	app_send_plain(app, EVENT_WAKE);
}

void app_take_config(struct app *app, struct config *config)
{
	static struct state stored;
	bool hidden = app->hidden && app_stored_state(app, config_plan(config), &stored) > 0;
	/* What fell due until now is handled by the old plan. */
	app_send_plain(app, EVENT_WAKE);
	struct config *old = app->config;
	app->config = config;
	app_take(app, (struct event){ .kind = EVENT_PLAN, .old = config_plan(old) });
	if (hidden) {
		restore_hidden(app, config_plan(old), &stored);
		app_send_plain(app, EVENT_WAKE);
	}
	/* The setting may be another one now. */
	free(app->unheard_why);
	app->unheard_why = NULL;
	if (app->bus)
		bus_plan_changed(app->bus, config_plan(old), app_plan(app));
	config_free(old);
}

int app_reload(struct app *app)
{
	struct config *config = NULL;
	struct config_errors errors = { 0 };
	if (app->watch)
		app_watch(app);
	int r = config_load(&app->layers, &config, &errors);
	if (r < 0 && r != -EINVAL)
		return r;
	config_errors_finish(&app->config_errors);
	app->config_errors = errors;
	log_errors(&errors, LOOK_FILES);
	if (r < 0) {
		log_say(LOG_ERR, NULL, "the configuration has errors, ignoring it");
		return r;
	}
	answers_compare(app, &config);
	app_take_config(app, config);
	log_errors(config_left_out(config), LOOK_OWN);
	log_say(LOG_INFO, NULL, "the configuration was read: %d reminders", app_plan(app)->count);
	return 0;
}

void app_finish(struct app *app)
{
	/* A start that failed has no state of its own to save. */
	if (app->running)
		app_send_plain(app, EVENT_STOP);
	app->voice = voice_free(app->voice);
	app->recorders = recorders_free(app->recorders);
	app->notifier = notifier_free(app->notifier);
	app->displays = displays_free(app->displays);
	app->watch = watch_free(app->watch);
	app->pads = pads_free(app->pads);
	app->idle = idle_free(app->idle);
	app->logind = logind_free(app->logind);
	app->lock = levels_free(app->lock);
	app->awake = awake_free(app->awake);
	app->dnd = levels_free(app->dnd);
	app->inhibit = inhibit_free(app->inhibit);
	app->system_bus = system_bus_free(app->system_bus);
	app->clock = clock_free(app->clock);
	app->store = store_free(app->store);
	app->bus = sd_bus_flush_close_unref(app->bus);
	app->event = sd_event_unref(app->event);
	app->config = config_free(app->config);
	config_errors_finish(&app->config_errors);
	config_layers_finish(&app->layers);
	app->change_undo = reconfigure_free(app->change_undo);
	free(app->store_moved);
	free(app->no_card_why);
	free(app->unheard_why);
	free(app->unsaved);
}
