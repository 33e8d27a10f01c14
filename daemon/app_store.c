/*
 * Problems of the store, reading it after a start that could not, and the check after an unclean
 * end, which runs while the loop is idle.
 */
#include <stdlib.h>
#include <string.h>

#include "daemon/adapters/log.h"
#include "daemon/app.h"

static void log_moved(struct app *app)
{
	const char *moved = store_moved(app->store);
	if (!moved || (app->store_moved && strcmp(moved, app->store_moved) == 0))
		return;
	free(app->store_moved);
	app->store_moved = strdup(moved);
	log_say(LOG_WARNING, NULL, "the store was damaged: moved to %s, a new one was created",
		moved);
}

void app_log_store(struct app *app)
{
	struct store_lost lost = store_lost(app->store);
	log_moved(app);
	if (lost.until.us != 0 && !app->lost_logged)
		log_say(LOG_WARNING, NULL,
			"the end of the store was damaged: %ju answers and some changes are lost",
			(uintmax_t)lost.rows);
	app->lost_logged = lost.until.us != 0;
	if (store_is_unshared(app->store) && !app->unshared_logged)
		log_say(LOG_NOTICE, NULL,
			"%s is on a file system without locks or shared memory: using a rollback "
			"journal",
			store_path(app->store));
	app->unshared_logged = store_is_unshared(app->store);
}

/* Except the reminder whose card is up, whose state is younger. */
static void take_over(struct app *app, const struct state *stored)
{
	struct state *state = &app->state;
	for (int i = 0; i < state->count; i++)
		if (state->card.id == 0 || state->card.reminder != i)
			state->reminders[i] = stored->reminders[i];
	if (state->paused_until.us == 0) {
		state->paused_until = stored->paused_until;
		memcpy(state->paused_why, stored->paused_why, sizeof(state->paused_why));
	}
	if (state->next_sequence < stored->next_sequence)
		state->next_sequence = stored->next_sequence;
	answers_add(&state->answers, &stored->answers);
	if (state->seen.us < stored->seen.us)
		state->seen = stored->seen;
	state->first_start = stored->first_start;
	state->today = stored->today;
	state->welcomed = state->welcomed || stored->welcomed;
}

void app_read_late(struct app *app)
{
	static struct state stored;
	int r = app_stored_state(app, app_plan(app), &stored);
	if (r < 0)
		return;
	app->unread = false;
	app->diary_known = false;
	if (r > 0)
		take_over(app, &stored);
	log_say(LOG_NOTICE, NULL, "%s can be read again", store_path(app->store));
}

static int on_check(sd_event_source *source, void *user)
{
	struct app *app = user;
	int r = store_check(app->store, &app->checked);
	if (r > 0)
		return sd_event_source_set_enabled(source, SD_EVENT_ONESHOT);
	app_log_store(app);
	if (app->store_moved)
		app_keep(app);
	return 0;
}

void app_check_store(struct app *app)
{
	sd_event_source *source = NULL;
	if (!app->store || !store_was_killed(app->store) ||
	    sd_event_add_defer(app->event, &source, on_check, app) < 0)
		return;
	(void)sd_event_source_set_priority(source, SD_EVENT_PRIORITY_IDLE);
	(void)sd_event_source_set_floating(source, true);
	sd_event_source_unref(source);
}
