/*
 * `limber undo` reverts the last request, but not one that the user may have forgotten: if there
 * was another request since (a refused verb, a presence, an undo), or if the step is older than
 * UNDO_FRESH, the first call only names the step, and a second call reverts it.
 */
#include "daemon/request.h"

#include <libintl.h>
#include <string.h>

#include "core/base/contract.h"
#include "core/words/words.h"
#include "daemon/adapters/dict.h"
#include "daemon/reconfigure.h"
#include "daemon/reply.h"

#define _(text) gettext(text)

/* The age up to which a step is reverted without naming it first. */
#define UNDO_FRESH (5 * USEC_PER_MIN)

static bool step_exists(const struct app *app)
{
	return reconfigure_last(app) || app->state.undo.kind != UNDO_NOTHING;
}

/* Whether undo can only mean the last step. A card that announces a longer interval also shows how
 * to revert that. */
static bool step_is_meant(const struct app *app)
{
	const struct card *card = &app->state.card;
	if (!reconfigure_last(app) && app->state.undo.kind == UNDO_BACK_OFF && card->id != 0 &&
	    card->slowed)
		return true;
	return app->undo_fresh && app->undo_change == (reconfigure_last(app) != NULL) &&
	       clock_now().boot.us - app->undo_at.us <= UNDO_FRESH;
}

/* The last request is reverted by a verb of its own: refuse, and name that verb. */
static int verb_name(struct app *app, sd_bus_error *error)
{
	int r = error_say(error, LIMBER_ERROR_REFUSED,
			  _("What you did last is undone by: limber %s"), app->undo_instead);
	if (step_exists(app))
		app_asked(app, false);
	return r;
}

/* Name the step; the next call reverts it. */
static int step_name(struct app *app, sd_bus_error *error)
{
	char what[SENTENCE_SIZE];
	reply_undo_say(app, what);
	app_asked(app, true);
	return error_say(error, LIMBER_ERROR_UNCONFIRMED,
			 _("Nothing is taken back yet. The last step that can be: %s. To take that "
			   "back: limber undo"),
			 what);
}

static int take_back(sd_bus_message *call, struct app *app, sd_bus_error *error)
{
	struct event event = { .kind = EVENT_UNDO };
	struct result result;
	struct changed changed = { 0 };
	const struct undo *undo = &app->state.undo;
	const struct record last = undo->count > 0 ? app->state.reminders[undo->reminders[0]].last
						   : (struct record){ 0 };
	int r = reconfigure_undo(app, &changed, error);
	if (r > 0)
		r = reply_undo_change(call, app, &changed);
	else if (r == 0 && (r = request_send(app, &event, &result, error)) >= 0)
		r = reply_undo(call, app, &result, &last);
	changed_finish(&changed);
	return r;
}

int request_undo(sd_bus_message *call, void *user, sd_bus_error *error)
{
	struct app *app = user;
	app_follow_store(app);
	if (app->undo_instead[0] && !step_is_meant(app))
		return verb_name(app, error);
	if (step_exists(app) && !step_is_meant(app))
		return step_name(app, error);
	int r = take_back(call, app, error);
	app_asked(app, false);
	return r;
}
