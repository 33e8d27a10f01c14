/*
 * How the application begins, takes a new configuration over and ends. Nothing the user wrote
 * stops it: what cannot be used is told, and what lies below it is used.
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "daemon/app.h"
#include "daemon/bus.h"
#include "daemon/cleanup.h"
#include "daemon/log.h"

static void log_errors(const struct config_errors *errors)
{
	for (size_t i = 0; i < errors->count; i++)
		log_say(LOG_ERR, NULL, "%s", errors->lines[i]);
}

int app_load(struct app *app)
{
	struct config_errors none = { 0 };
	int r = config_load(app->config_path, &app->config, &app->config_errors);
	if (r != -EINVAL)
		return r;
	log_errors(&app->config_errors);
	log_say(LOG_ERR, NULL, "%s has errors: running on the built-in default, ignoring it",
		app->config_path);
	r = config_load(NULL, &app->config, &none);
	log_errors(&none);
	config_errors_finish(&none);
	return r;
}

static int load_state(struct app *app, struct event *start)
{
	int bad_parts = 0;
	if (!app->store)
		return 0;
	int r = store_load(app->store, app->boot_id, &app->state, &start->start.saved,
			   &start->start.same_boot, &bad_parts);
	if (bad_parts > 0)
		log_say(LOG_WARNING, NULL, "%d unreadable parts of the saved state, ignoring them",
			bad_parts);
	return r;
}

int app_start(struct app *app)
{
	struct event start = { .kind = EVENT_START };
	struct result result;
	struct zone zone;
	app->started = clock_now();
	clock_probe_zone(app->started, &zone);
	state_init(&app->state, app_plan(app), &zone, app->started);
	int r = load_state(app, &start);
	if (r < 0)
		return r;
	/* The plan may not be the one the state was saved under. */
	state_adopt(&app->state, app_plan(app), app->started);
	(void)app_send(app, &start, &result);
	return 0;
}

int app_reload(struct app *app)
{
	struct config *config = NULL;
	struct config_errors errors = { 0 };
	if (app->watch)
		app_watch(app);
	int r = config_load(app->config_path, &config, &errors);
	if (r < 0 && r != -EINVAL)
		return r;
	config_errors_finish(&app->config_errors);
	app->config_errors = errors;
	log_errors(&errors);
	if (r < 0) {
		log_say(LOG_ERR, NULL, "the configuration was not taken over, ignoring it");
		return r;
	}
	/* What is due by the old plan until now is dealt with by the old plan. */
	app_send_plain(app, EVENT_WAKE);
	struct config *old = app->config;
	app->config = config;
	app_send_plain(app, EVENT_PLAN);
	if (app->bus)
		bus_plan_changed(app->bus, config_plan(old), app_plan(app));
	config_free(old);
	log_say(LOG_INFO, NULL, "the configuration was read: %d reminders", app_plan(app)->count);
	return 0;
}

void app_config_changed(void *user)
{
	(void)app_reload(user);
}

static void on_unwatched(void *user, int error)
{
	const struct app *app = user;
	log_say(LOG_WARNING, NULL, "%s cannot be watched for changes: %s, ignoring",
		app->config_path, strerror(-error));
}

static const struct watch_events watch_events = {
	.changed = app_config_changed,
	.lost = on_unwatched,
};

/* A watch that is there is pointed elsewhere: it may be the one that calls us. */
static int watch_file(struct app *app, struct watch **watch, const char *path)
{
	if (!*watch)
		return watch_new(watch, app->event, path, &watch_events, app);
	watch_point(*watch, path);
	return 0;
}

/* What a link leads to. When that is nothing, it may come back where it was. */
static int watch_target(struct app *app)
{
	struct stat is;
	if (lstat(app->config_path, &is) < 0 || !S_ISLNK(is.st_mode))
		return 0;
	_cleanup_free_ char *target = realpath(app->config_path, NULL);
	return target ? watch_file(app, &app->watch_target, target) : 0;
}

void app_watch(struct app *app)
{
	int r = 0;
	if (!app->config_path)
		return;
	if (!app->watch)
		r = watch_make_folder(app->config_path);
	if (r >= 0)
		r = watch_file(app, &app->watch, app->config_path);
	if (r >= 0)
		r = watch_target(app);
	if (r < 0)
		on_unwatched(app, r);
}

void app_finish(struct app *app)
{
	if (app->config && app->store)
		app_send_plain(app, EVENT_STOP);
	app->notifier = notifier_free(app->notifier);
	app->displays = displays_free(app->displays);
	app->watch = watch_free(app->watch);
	app->watch_target = watch_free(app->watch_target);
	app->logind = logind_free(app->logind);
	app->clock = clock_free(app->clock);
	app->store = store_free(app->store);
	app->bus = sd_bus_flush_close_unref(app->bus);
	app->event = sd_event_unref(app->event);
	app->config = config_free(app->config);
	config_errors_finish(&app->config_errors);
	free(app->config_path);
	free(app->store_moved);
	free(app->no_card_why);
	free(app->unsaved);
}
