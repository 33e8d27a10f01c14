/*
 * The only caller of step(). The new state is saved before the actions are carried out, so that a
 * display or a caller never learns of what could still be lost; only the steps of the start are
 * saved together, after READY=1.
 */
#include "daemon/app.h"

#include <errno.h>
#include <libintl.h>
#include <malloc.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <systemd/sd-daemon.h>

#include "config/catalogue.h"
#include "core/base/contract.h"
#include "core/base/utf8.h"
#include "core/codec/event_text.h"
#include "core/policy/card.h"
#include "core/policy/due.h"
#include "core/policy/step.h"
#include "daemon/adapters/log.h"
#include "daemon/bus.h"
#include "daemon/cues.h"
#include "daemon/display.h"
#include "daemon/reconfigure.h"
#include "daemon/signals.h"
#include "daemon/silence_file.h"
#include "daemon/week.h"

#define _(text) gettext(text)

const char *gettext_words(const char *english)
{
	return *english ? gettext(english) : "";
}

static int keep_rows(struct app *app, const struct result *result)
{
	for (int i = 0; i < result->count; i++) {
		if (result->actions[i].kind != ACTION_RECORD &&
		    result->actions[i].kind != ACTION_ROW)
			continue;
		struct record *more =
			reallocarray(app->unsaved, app->unsaved_count + 1, sizeof(*more));
		if (!more)
			return -ENOMEM;
		more[app->unsaved_count++] = result->actions[i].record;
		app->unsaved = more;
		if (more[app->unsaved_count - 1].kind == RECORD_CRAMP ||
		    more[app->unsaved_count - 1].kind == RECORD_SCORE)
			app->diary_known = false;
	}
	return 0;
}

/* The next try after a save that failed; the only thing that limberd does every minute. An import
 * or another command that writes has the store for milliseconds: then it is soon, for a while. */
#define SAVE_AGAIN USEC_PER_MIN
#define SAVE_SOON (USEC_PER_SEC / 10)

enum { SAVES_SOON = 50 };

static usec save_again(const struct app *app)
{
	bool soon = app->save_error == -EBUSY && app->saves_busy < SAVES_SOON;
	return soon ? SAVE_SOON : SAVE_AGAIN;
}

static void log_save(struct app *app, int r)
{
	bool waits = r == -EBUSY && app->saves_busy < SAVES_SOON;
	app->saves_busy = r == -EBUSY ? app->saves_busy + waits : 0;
	app_log_store(app);
	if (waits) {
		app->save_error = r;
		return;
	}
	if (r < 0 && (r != app->save_error || r == -EBUSY))
		log_say(LOG_ERR, NULL, "%s cannot be written: %s; kept in memory and tried again",
			store_path(app->store), strerror(-r));
	if (r >= 0 && app->save_error < 0 && app->save_error != -EBUSY)
		log_say(LOG_NOTICE, NULL, "%s is written again", store_path(app->store));
	app->save_error = r < 0 ? r : 0;
}

static int save(struct app *app)
{
	int r = app->store ? 0 : app->save_error;
	if (app->unread)
		return app->save_error;
	if (app->store) {
		r = store_save(app->store, app->boot_id, &app->state, app->unsaved,
			       (int)app->unsaved_count);
		log_save(app, r);
	}
	if (r < 0 && app->store)
		return r;
	free(app->unsaved);
	app->unsaved = NULL;
	app->unsaved_count = 0;
	return r;
}

void app_keep(struct app *app)
{
	(void)save(app);
}

/* Whether a step changed more than the members that differ after every step: moments, readings,
 * foresight. Overwrites those in *before. */
static bool changed(struct state *before, const struct state *after)
{
	before->at = after->at;
	before->good = after->good;
	before->chair = after->chair;
	before->levels_read = after->levels_read;
	before->foresight = after->foresight;
	for (int kind = 0; kind < BUSY_COUNT; kind++)
		before->busy[kind].read = after->busy[kind].read;
	return before->count != after->count || memcmp(before, after, state_size(after)) != 0;
}

/* The same without the members that each start reads again from their owners. */
static bool worth_saving(struct state *before, const struct state *after)
{
	memcpy(before->busy, after->busy, sizeof(before->busy));
	before->welcome = after->welcome;
	before->input = after->input;
	return changed(before, after);
}

void app_no_card(struct app *app, const char *reminder, const char *why)
{
	if (app->no_card_why && strcmp(app->no_card_why, why) == 0)
		return;
	log_say(LOG_WARNING, reminder, "no card could be shown: %s", why);
	free(app->no_card_why);
	app->no_card_why = strdup(why);
}

void app_card_seen(struct app *app)
{
	free(app->no_card_why);
	app->no_card_why = NULL;
}

/* Show a card, and emit Rang, also if no display could show it. */
static void ring(struct app *app, const struct card *card)
{
	week_read(app);
	display_show(app, card->id);
	if (card_is(&app->state, card->id))
		signal_rang(app);
}

static void answered(const struct app *app, const struct record *record, uint64_t card)
{
	log_say(LOG_INFO, record->reminder, "%s%s%s: %s", record->reminder,
		record->item[0] ? ", " : "", record->item, outcome_word(record->outcome));
	signal_answered(app, record, card);
}

static void carry_out(struct app *app, const struct result *result)
{
	for (int i = 0; i < result->count; i++) {
		const struct action *action = &result->actions[i];
		switch (action->kind) {
		case ACTION_SHOW:
			ring(app, &action->card);
			break;
		case ACTION_UPDATE:
			display_change(app, action->card.id);
			break;
		case ACTION_CLOSE:
			display_close(app, action->close.id,
				      action->close.outcome == OUTCOME_NONE
					      ? ""
					      : outcome_word(action->close.outcome));
			break;
		case ACTION_RECORD:
			answered(app, &action->record, action->card_id);
			break;
		case ACTION_ROW:
			break;
		}
	}
}

/* The status line of `systemctl status`. It has clock times, so that it stays true without steps.
 */
static void notify_status(struct app *app)
{
	const struct plan *plan = app_plan(app);
	char line[sizeof(app->status)], when[WHEN_SIZE];
	int index = due_first(plan, &app->state, app->state.at);
	struct realtime next = index == REMINDER_ANY
				       ? REALTIME_OPEN
				       : due_speaks(plan, &app->state, index, app->state.at);
	struct realtime paused = app->state.paused_until;
	words_when(paused.us ? paused : next, &app->state.zone, app->state.at.real, gettext_words,
		   when);
	if (app->state.card.id != 0)
		snprintf(line, sizeof(line), _("STATUS=A card is up: %s"),
			 plan->reminders[app->state.card.reminder].name);
	else if (paused.us != 0)
		snprintf(line, sizeof(line), _("STATUS=Paused until %s"), when);
	else if (index == REMINDER_ANY)
		snprintf(line, sizeof(line), _("STATUS=Nothing to come"));
	else
		snprintf(line, sizeof(line), _("STATUS=Next: %s about %s"),
			 plan->reminders[index].name, when);
	if (strcmp(line, app->status) == 0)
		return;
	memcpy(app->status, line, sizeof(line));
	(void)sd_notify(0, line);
}

static void arm(struct app *app, const struct result *result)
{
	struct boottime again = { app->state.at.boot.us + save_again(app) };
	bool first =
		app->store && app->save_error < 0 && (!result->armed || again.us < result->wake.us);
	if (app->clock)
		(void)clock_arm(app->clock, result->armed || first, first ? again : result->wake);
}

/* Set the lengths of idleness that the next step depends on. */
static void watch_input(const struct app *app, const struct result *result)
{
	usec sitting = app_plan(app)->still_sitting;
	const usec lengths[IDLE_WATCHES] = {
		[IDLE_LONG] = sitting,
		[IDLE_SHORT] = result->idle_after < sitting ? result->idle_after : 0,
		[IDLE_GAP] = result->watch_input ? MOMENT_GAP : 0,
	};
	if (!app->idle)
		return;
	idle_want(app->idle, lengths);
	idle_want_screen(app->idle, app_plan(app)->never_during & NEVER_FULLSCREEN);
}

/* Bars and monitors call Status again on this signal; a later one makes up for one that is lost. */
static void emit_changed(const struct app *app)
{
	if (app->bus)
		(void)sd_bus_emit_properties_changed(app->bus, LIMBER_PATH, LIMBER_MANAGER,
						     "Sitting", "Holds", NULL);
}

/* Emit each event, for monitors and for recording a day: limber-day(5). */
static void emit_event(const struct app *app, const struct event *event)
{
	char text[EVENT_TEXT_SIZE];
	if (!app->bus)
		return;
	event_print(event, app_plan(app), text);
	utf8_clean(text);
	char *rest = strchrnul(text, ' ');
	if (*rest)
		*rest++ = '\0';
	(void)sd_bus_emit_signal(app->bus, LIMBER_PATH, LIMBER_MANAGER, "Noticed", "stta{sv}", text,
				 (uint64_t)event->now.boot.us, (uint64_t)event->now.real.us, 1,
				 "Text", "s", rest);
}

/* Whether `limber undo` takes back this event next, before earlier changes of settings. Closing a
 * card that was not up is not an answer. */
static bool is_undoable(const struct event *event, const struct result *result)
{
	enum event_kind kind = event->kind;
	bool closed = kind == EVENT_CLOSED && result->reminder != REMINDER_ANY;
	return kind == EVENT_ANSWER || kind == EVENT_PLAYED_ELSEWHERE || kind == EVENT_DRINK ||
	       kind == EVENT_BOOK || kind == EVENT_SNOOZE || closed || kind == EVENT_PAUSE ||
	       kind == EVENT_RESUME;
}

void app_asked(struct app *app, bool undoable)
{
	app->undo_fresh = undoable;
	app->undo_change = reconfigure_last(app) != NULL;
	app->undo_at = clock_now().boot;
	app->undo_instead[0] = '\0';
}

/* Above the difference of two clocks that are read one after the other. */
#define SLEPT_LEAST USEC_PER_SEC

/* The machine slept since the last step and logind did not report it. The absence ends now, because
 * the wake-up itself steps (it sets the clock), and began after the last step. */
static void notice_sleep(struct app *app)
{
	usec slept = clock_slept(), gone = slept - app->slept;
	struct boottime now = clock_now().boot, known = app->state.at.boot;
	struct event sleep = { .kind = EVENT_ABSENT, .absent.why = ABSENT_ASLEEP };
	struct event wake = { .kind = EVENT_PRESENT, .present = ABSENT_ASLEEP };
	app->slept = slept;
	if (!app->running || gone <= SLEPT_LEAST || (app->state.presence.absences & ABSENT_ASLEEP))
		return;
	log_say(LOG_INFO, NULL, "the machine slept for %lld s, unreported",
		(long long)(gone / USEC_PER_SEC));
	sleep.absent.since.us = now.us - gone > known.us ? now.us - gone : known.us;
	app_take(app, sleep);
	app_take(app, wake);
}

/* The state and its rows are saved together or not at all. */
static int save_step(struct app *app, bool worth)
{
	return worth || app->unsaved_count > 0 || app->save_error < 0 ? save(app) : 0;
}

int app_send(struct app *app, struct event *event, struct result *ret)
{
	/* static, to keep up to 32 KiB off the stack. Safe although carry_out() re-enters
	 * app_send(): `before` is not read after that. */
	static struct state before;
	if (app->unread && app->running)
		app_read_late(app);
	notice_sleep(app);
	memcpy(&before, &app->state, state_size(&app->state));
	event->now = clock_now();
	step(app_plan(app), &app->state, event, ret);
	if (ret->answer == ANSWER_OK && is_undoable(event, ret)) {
		reconfigure_passed(app, before.undo.kind != UNDO_NOTHING);
		app_asked(app, true);
	}
	bool is_news = changed(&before, &app->state);
	bool stepped = signal_step_began(&before.card, &app->state.card);
	int r = keep_rows(app, ret);
	if (r == 0 && app->running)
		r = save_step(app, is_news && worth_saving(&before, &app->state));
	arm(app, ret);
	watch_input(app, ret);
	emit_event(app, event);
	if (is_news)
		emit_changed(app);
	if (stepped)
		signal_stepped(app);
	/* Last, because a card that is shown or fails at once steps again. */
	carry_out(app, ret);
	silent_write(app);
	notify_status(app);
	if (ret->read_levels)
		app_read_levels(app);
	if (ret->read_calls)
		app_read_calls(app);
	/* After that: a call that began is silence. */
	cues_follow(app);
	app_trim(app);
	return r;
}

void app_take(struct app *app, struct event event)
{
	struct result result;
	(void)app_send(app, &event, &result);
}

void app_send_plain(struct app *app, enum event_kind kind)
{
	app_take(app, (struct event){ .kind = kind });
}

void app_send_card(struct app *app, enum event_kind kind, uint64_t card)
{
	app_take(app, (struct event){ .kind = kind, .card = card });
}
