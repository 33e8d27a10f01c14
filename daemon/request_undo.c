/*
 * `limber undo` takes back the last thing that was asked for, and nothing that a user no longer
 * thinks of: where something else was asked for since (a refused verb, a presence, an undo), or the
 * step was a while ago, it is only named; asked for once more, it is taken back.
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

/* So long a step is in mind. */
#define UNDO_FRESH (5 * USEC_PER_MIN)

static bool step_exists(const struct app *app)
{
	return reconfigure_last(app) || app->state.undo.kind != UNDO_NOTHING;
}

/* A card that says that it comes less often says, too, how to take that back. */
static bool step_is_meant(const struct app *app)
{
	const struct card *card = &app->state.card;
	if (!reconfigure_last(app) && app->state.undo.kind == UNDO_BACK_OFF && card->id != 0 &&
	    card->slowed)
		return true;
	return app->undo_fresh && app->undo_change == (reconfigure_last(app) != NULL) &&
	       clock_now().boot.us - app->undo_at.us <= UNDO_FRESH;
}

/* What was done last has a verb of its own that undoes it: nothing older is offered with it. */
static int verb_name(struct app *app, sd_bus_error *error)
{
	int r = error_say(error, LIMBER_ERROR_REFUSED,
			  _("What you did last is undone by: limber %s"), app->undo_instead);
	if (step_exists(app))
		app_asked(app, false);
	return r;
}

/* Before it is taken back; asked for again, it is meant. */
static int step_name(struct app *app, sd_bus_error *error)
{
	char what[SENTENCE_SIZE];
	reply_undo_say(app, what);
	app_asked(app, true);
	return error_say(error, LIMBER_ERROR_REFUSED,
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
	if (app->undo_instead[0] && !step_is_meant(app))
		return verb_name(app, error);
	if (step_exists(app) && !step_is_meant(app))
		return step_name(app, error);
	int r = take_back(call, app, error);
	app_asked(app, false);
	return r;
}
