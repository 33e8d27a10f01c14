/*
 * Problems of the store, reading it after a start that could not, the check after an unclean end,
 * which runs while the loop is idle, and what other programs write to it.
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "core/policy/recount.h"
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
	if (state->seen.us < stored->seen.us) {
		state->seen = stored->seen;
		state->seen_row = stored->seen_row;
	}
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

static int day_count(int32_t number, const struct day *day, void *user)
{
	int *count = user;
	(void)number, (void)day;
	++*count;
	return 0;
}

/* Whether other days of late have rows. A clock that is wrong by years would make all rows old. */
static bool clock_is_believed(struct app *app, int32_t today)
{
	int days = 0;
	(void)store_days(app->store, today - 60, today - 1, day_count, &days);
	return days >= 3;
}

/* The setting `keep`: delete a batch of rows at each step, until none is older. */
void app_trim(struct app *app)
{
	const struct plan *plan = app_plan(app);
	int32_t days = keep_days(plan->keep),
		today = state_day(plan, &app->state, app->state.at.real);
	struct history_query old = { .first = INT32_MIN, .last = today - days };
	if (days == 0 || app->trimmed == today || !app->running || !app->store ||
	    app->save_error < 0)
		return;
	int r = clock_is_believed(app, today) ? store_trim(app->store, &old) : 0;
	if (r > 0)
		return;
	app->trimmed = today;
	app->diary_known = false;
	if (r < 0)
		log_say(LOG_WARNING, NULL, "old rows of history could not be deleted: %s; ignoring",
			strerror(-r));
}

struct follow {
	const struct plan *plan;
	struct recount counts;
};

static int follow_row(const struct record *row, void *user)
{
	struct follow *follow = user;
	if (row->origin == 0)
		recount_add(&follow->counts, follow->plan, row);
	return 0;
}

/* What cannot be read is taken as there. */
static bool is_gone(const struct app *app, const struct record *row)
{
	struct record found;
	return row->sequence != 0 && store_row(app->store, row->sequence, &found) == -ENOENT;
}

static void note_gone(const struct app *app, struct recount *counts)
{
	const struct undo *undo = &app->state.undo;
	for (int i = 0; i < app->state.count; i++)
		if (is_gone(app, &app->state.reminders[i].last))
			counts->gone |= UINT64_C(1) << i;
	for (int i = 0; i < undo->count; i++)
		counts->undo_gone |= (counts->gone & UINT64_C(1) << undo->reminders[i]) ||
				     is_gone(app, &undo->before[i].last);
	counts->undo_gone |= is_gone(app, &undo->was);
}

void app_follow_store(struct app *app)
{
	static struct follow follow;
	/* Rows that are not saved yet are not in the store: later, when they are. */
	if (!app->store || app->unread || app->unsaved_count > 0)
		return;
	int64_t others = store_others(app->store);
	if (app->others_known && app->others == others)
		return;
	int32_t day = state_day(app_plan(app), &app->state, clock_now().real);
	const struct history_query today = { .first = day, .last = day };
	follow = (struct follow){ .plan = app_plan(app), .counts = { .day = day } };
	if (store_history(app->store, &today, follow_row, &follow) < 0)
		return;
	note_gone(app, &follow.counts);
	app->others = others;
	app->others_known = true;
	app->diary_known = false;
	app_take(app, (struct event){ .kind = EVENT_RECOUNT, .recount = &follow.counts });
}
