/*
 * EVENT_BUSY from calls, inhibitors of idleness, do-not-disturb, full screen and `limber inhibit`.
 * No policy.
 */
#include <errno.h>
#include <libintl.h>
#include <string.h>

#include "daemon/adapters/calls.h"
#include "daemon/adapters/log.h"
#include "daemon/app.h"

#define _(text) gettext(text)

static void take_level(struct app *app, enum busy kind, bool known, bool on, const char *who)
{
	app_take(app,
		 (struct event){ .kind = EVENT_BUSY,
				 .busy = { .kind = kind, .on = on, .gone = !known, .who = who } });
}

/* The sound server knows all microphones of its own, and the programs by name. */
static enum calls join_recorders(struct recorders *recorders, enum calls calls, char who[WHO_SIZE])
{
	if (!recorders)
		return calls;
	recorders_look(recorders);
	if (recorders_on(recorders)) {
		strcpy(who, recorders_who(recorders));
		return CALLS_ONE;
	}
	return recorders_source(recorders)[0] && calls == CALLS_UNKNOWN ? CALLS_NONE : calls;
}

void app_recorders_changed(void *user)
{
	app_read_calls(user);
}

void app_read_calls(struct app *app)
{
	char who[WHO_SIZE];
	enum calls calls = calls_read(who);
	calls = join_recorders(app->recorders, calls, who);
	/* Unknown is what the state begins with. */
	if (calls == CALLS_UNKNOWN && !app->state.busy[BUSY_CALL].known)
		return;
	take_level(app, BUSY_CALL, calls != CALLS_UNKNOWN, calls == CALLS_ONE,
		   who[0] ? who : _("microphone"));
}

void app_read_levels(struct app *app)
{
	if (app->logind)
		logind_again(app->logind);
	if (app->lock)
		levels_reread(app->lock);
	if (app->awake)
		awake_again(app->awake);
	if (app->dnd)
		levels_reread(app->dnd);
}

static void on_awake(void *user, const struct awake_level *level)
{
	app_take(user,
		 (struct event){ .kind = EVENT_BUSY,
				 .busy = { .kind = BUSY_AWAKE,
					   .on = level->on,
					   .gone = !level->known,
					   .who = level->who,
					   .since = { level->more ? clock_now().boot.us : 0 } } });
}

void app_dnd_changed(void *user)
{
	struct app *app = user;
	const char *who = dnd_who(app->dnd);
	take_level(app, BUSY_DND, dnd_source(app->dnd)[0] != '\0', who[0] != '\0', who);
}

static void on_inhibit(void *user, bool on, const char *who)
{
	take_level(user, BUSY_ASKED, true, on, who);
}

void app_fullscreen_changed(void *user, bool known, bool on)
{
	take_level(user, BUSY_FULLSCREEN, known, on, NULL);
}

const struct awake_events app_awake_events = { .changed = on_awake };
const struct inhibit_events app_inhibit_events = { .changed = on_inhibit };

void app_watch_busy(struct app *app)
{
	int r = awake_session_up(app->awake, app->bus);
	if (r >= 0)
		r = levels_up(app->dnd, app->bus);
	if (r >= 0)
		r = levels_up(app->lock, app->bus);
	if (r < 0)
		log_say(LOG_WARNING, NULL,
			"lockers, inhibitors and do-not-disturb cannot be watched: %s, ignoring",
			strerror(-r));
	app_read_calls(app);
}
