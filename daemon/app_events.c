/* Callbacks of the adapters, made into events. No policy. */
#include <errno.h>
#include <libintl.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/base/contract.h"
#include "core/policy/play.h"
#include "daemon/adapters/log.h"
#include "daemon/app.h"
#include "daemon/display.h"

#define _(text) gettext(text)

static void send_zone(struct app *app)
{
	struct zone zone;
	clock_probe_zone(clock_now(), &zone);
	app_take(app, (struct event){ .kind = EVENT_ZONE, .zone = &zone });
}

static void on_wake(void *user)
{
	struct app *app = user;
	struct realtime until = app->state.zone.until;
	if (realtime_since(until, clock_now().real) <= USEC_PER_DAY)
		send_zone(app);
	/* A sound card may have been plugged in. */
	if (!app->state.busy[BUSY_CALL].known)
		app_read_calls(app);
	app_send_plain(app, EVENT_WAKE);
}

static void on_clock_set(void *user)
{
	log_say(LOG_INFO, NULL, "the clock was set");
	app_send_plain(user, EVENT_CLOCK_SET);
	send_zone(user);
}

static void on_zone(void *user)
{
	send_zone(user);
}

const struct clock_events app_clock_events = {
	.wake = on_wake,
	.set = on_clock_set,
	.zone = on_zone,
};

static void send_absence(struct app *app, enum absence why, bool absent, usec ago)
{
	struct event event = { .kind = absent ? EVENT_ABSENT : EVENT_PRESENT };
	if (absent) {
		event.absent.why = why;
		event.absent.since.us = clock_now().boot.us - ago;
	} else {
		event.present = why;
	}
	app_take(app, event);
}

static void on_input_known(void *user, bool known)
{
	struct app *app = user;
	app_take(app, (struct event){ .kind = EVENT_INPUT,
				      .input = known,
				      .dates = app->idle && idle_dates(app->idle) });
}

static void on_idle(void *user, usec ago)
{
	send_absence(user, ABSENT_IDLE, true, ago);
}

static void on_input(void *user)
{
	send_absence(user, ABSENT_IDLE, false, 0);
}

static void on_moment(void *user)
{
	app_send_plain(user, EVENT_INPUT_GAP);
}

const struct idle_events app_idle_events = {
	.known = on_input_known,
	.absent = on_idle,
	.present = on_input,
	.moment = on_moment,
	.fullscreen = app_fullscreen_changed,
};

void app_played(void *user)
{
	struct app *app = user;
	idle_touch(app->idle);
}

/* Locked while logind or a locker reports it; the saved state may be out of date. */
void app_lock_changed(void *user)
{
	struct app *app = user;
	bool locked =
		(app->logind && logind_locked(app->logind)) || (app->lock && lock_is_on(app->lock));
	bool was = app->state.presence.absences & ABSENT_LOCKED;
	if (locked != was)
		send_absence(app, ABSENT_LOCKED, locked, 0);
}

static void on_session(void *user, bool present)
{
	struct app *app = user;
	app->has_session = present;
	if (!present && app->idle)
		idle_hint(app->idle, false, false, 0);
	if (!present)
		send_absence(app, ABSENT_ASLEEP, false, 0);
	app_lock_changed(app);
}

static void on_locked(void *user, bool locked)
{
	app_lock_changed(user);
}

static void on_asleep(void *user, bool asleep)
{
	send_absence(user, ABSENT_ASLEEP, asleep, 0);
}

static void on_idle_hint(void *user, bool idle, struct realtime since)
{
	struct app *app = user;
	usec ago = realtime_since(clock_now().real, since);
	idle_hint(app->idle, true, idle, ago > 0 ? ago : 0);
}

/* Connect the adapters of the system bus. One that fails counts as missing. */
static void on_system_bus_up(void *user, sd_bus *bus)
{
	struct app *app = user;
	int r = logind_up(app->logind, bus);
	if (r < 0)
		log_say(LOG_WARNING, NULL, "logind cannot be watched: %s, ignoring", strerror(-r));
	r = awake_system_up(app->awake, bus);
	if (r < 0)
		log_say(LOG_WARNING, NULL, "logind's inhibitors cannot be watched: %s, ignoring",
			strerror(-r));
}

static void on_system_bus_down(void *user)
{
	struct app *app = user;
	log_say(LOG_WARNING, NULL, "the system bus is gone; retrying");
	logind_down(app->logind);
	awake_system_down(app->awake);
}

const struct system_bus_events app_system_bus_events = {
	.up = on_system_bus_up,
	.down = on_system_bus_down,
};

const struct logind_events app_logind_events = {
	.present = on_session,
	.locked = on_locked,
	.asleep = on_asleep,
	.idle = on_idle_hint,
};

static void on_shown(void *user, uint64_t card)
{
	app_card_seen(user);
	app_send_card(user, EVENT_SHOWN, card);
}

/* The event of a button, by the name of its action; false for an unknown name. */
static bool action_event(struct app *app, uint64_t card, const char *name, struct event *ret)
{
	enum play_key key = play_key_read(name);
	*ret = (struct event){ .kind = EVENT_ANSWER,
			       .answer = { .card = card, .reminder = REMINDER_ANY } };
	if (strcmp(name, LIMBER_BUTTON_CLOSE) == 0) {
		*ret = (struct event){ .kind = EVENT_CLOSED, .card = card };
	} else if (strcmp(name, LIMBER_BUTTON_DONE) == 0) {
		ret->answer.outcome = OUTCOME_DONE;
	} else if (strcmp(name, LIMBER_BUTTON_SKIP) == 0) {
		ret->answer.outcome = OUTCOME_SKIPPED;
	} else if (strcmp(name, LIMBER_BUTTON_LATER) == 0) {
		ret->kind = EVENT_SNOOZE;
		ret->snooze.card = card;
		ret->snooze.reminder = REMINDER_ANY;
		ret->snooze.until.us = clock_now().real.us + app_plan(app)->later;
	} else if (strcmp(name, LIMBER_BUTTON_ANOTHER) == 0) {
		*ret = (struct event){ .kind = EVENT_ANOTHER, .card = card };
	} else if (key != PLAY_KEY_COUNT) {
		*ret = (struct event){ .kind = EVENT_PLAY, .play = { card, key } };
	} else {
		return false;
	}
	return true;
}

static void on_action(void *user, uint64_t card, const char *name)
{
	struct event event;
	if (action_event(user, card, name, &event))
		app_take(user, event);
	else
		log_say(LOG_WARNING, NULL, "unknown action \"%s\" of a card, ignoring", name);
}

/* A card that is closed at once was not seen; the step then sets state.display to false. */
static void send_gone(struct app *app, enum event_kind kind, uint64_t card)
{
	bool displayed = app->state.display;
	app_send_card(app, kind, card);
	if (!displayed || app->state.display)
		return;
	app_no_card(app, NULL, _("the notification server drops it"));
}

static void on_closed(void *user, uint64_t card)
{
	send_gone(user, EVENT_CLOSED, card);
}

/* A card that a bus client shows as well stays up. */
static void on_lost(void *user, uint64_t card)
{
	struct app *app = user;
	if (displays_count(app->displays) == 0)
		app_send_card(app, EVENT_LOST, card);
}

static void on_failed(void *user, uint64_t card, const char *why)
{
	struct app *app = user;
	if (displays_count(app->displays) > 0)
		return;
	app_no_card(app, NULL, why);
	app_send_card(app, EVENT_NOT_SHOWN, card);
}

static void on_server(void *user)
{
	app_send_plain(user, EVENT_DISPLAY);
}

static void on_no_server(void *user)
{
	struct app *app = user;
	if (displays_count(app->displays) == 0)
		app_send_plain(app, EVENT_NO_SERVER);
}

const struct notifier_events app_notifier_events = {
	.absent = on_no_server,
	.shown = on_shown,
	.action = on_action,
	.closed = on_closed,
	.lost = on_lost,
	.failed = on_failed,
	.server = on_server,
};

static const char *const session_names[] = { LIMBER_SESSION_VARIABLES, NULL };
static const char *const language_names[] = { LIMBER_LANGUAGE_VARIABLES, NULL };

static bool is_among(const char *name, const char *const names[])
{
	while (*names && strcmp(*names, name) != 0)
		names++;
	return *names;
}

/* limber-notify inherits the environment, and the sources of input read it. */
int app_attach(const char *name, const char *value)
{
	bool language = is_among(name, language_names);
	if (!language && !is_among(name, session_names))
		return 0;
	int r = language && !value[0] ? unsetenv(name) : setenv(name, value, 1);
	return r < 0 ? -errno : 0;
}

void app_set_language(void)
{
	setlocale(LC_MESSAGES, "");
	setlocale(LC_CTYPE, "");
}

void app_attached(struct app *app)
{
	app_set_language();
	if (app->state.card.id != 0)
		display_change(app, app->state.card.id);
	if (app->idle)
		idle_look(app->idle);
	notifier_look_again(app->notifier);
	app_send_plain(app, EVENT_DISPLAY);
}

int app_add_display(struct app *app, const char *client, uint64_t *ret)
{
	return displays_add(app->displays, client, ret);
}
