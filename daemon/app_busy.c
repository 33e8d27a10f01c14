/*
 * What keeps cards back from outside, made into events: calls, applications that keep the session
 * awake, do-not-disturb, silence that was asked for. Nothing is decided here.
 */
#include <errno.h>
#include <libintl.h>
#include <string.h>

#include "daemon/adapters/calls.h"
#include "daemon/adapters/log.h"
#include "daemon/app.h"

#define _(text) gettext(text)

static void send(struct app *app, struct event *event)
{
	struct result result;
	event->kind = EVENT_BUSY;
	(void)app_send(app, event, &result);
}

void app_read_calls(struct app *app)
{
	char who[WHO_SIZE];
	enum calls calls = calls_read(who);
	/* That nobody tells is no news to begin with. */
	if (calls == CALLS_UNKNOWN && !app->state.busy[BUSY_CALL].known)
		return;
	struct event event = { .busy = { .kind = BUSY_CALL,
					 .on = calls == CALLS_ONE,
					 .gone = calls == CALLS_UNKNOWN,
					 .who = who[0] ? who : _("microphone") } };
	send(app, &event);
}

void app_read_levels(struct app *app)
{
	if (app->logind)
		logind_again(app->logind);
	if (app->lock)
		lock_again(app->lock);
	if (app->awake)
		awake_again(app->awake);
	if (app->dnd)
		dnd_again(app->dnd);
}

static void on_awake(void *user, const struct awake_level *level)
{
	struct event event = { .busy = { .kind = BUSY_AWAKE,
					 .on = level->on,
					 .gone = !level->known,
					 .who = level->who,
					 .since = { level->more ? clock_now().boot.us : 0 } } };
	send(user, &event);
}

static void on_dnd(void *user, bool known, const char *who)
{
	struct event event = {
		.busy = { .kind = BUSY_DND, .on = who[0] != '\0', .gone = !known, .who = who }
	};
	send(user, &event);
}

static void on_inhibit(void *user, bool on, const char *who)
{
	struct event event = { .busy = { .kind = BUSY_ASKED, .on = on, .who = who } };
	send(user, &event);
}

const struct awake_events app_awake_events = { .changed = on_awake };
const struct dnd_events app_dnd_events = { .changed = on_dnd };
const struct inhibit_events app_inhibit_events = { .changed = on_inhibit };

void app_watch_busy(struct app *app)
{
	int r = awake_session_up(app->awake, app->bus);
	if (r >= 0)
		r = dnd_up(app->dnd, app->bus);
	if (r >= 0)
		r = lock_up(app->lock, app->bus);
	if (r < 0)
		log_say(LOG_WARNING, NULL, "what the desktop tells cannot be watched: %s, ignoring",
			strerror(-r));
	app_read_calls(app);
}
