/* Every text from outside is checked here; the core sees only checked types. */
#include "daemon/request.h"

#include <errno.h>
#include <libintl.h>
#include <string.h>
#include <unistd.h>

#include "core/base/contract.h"
#include "core/model/until.h"
#include "core/policy/due.h"
#include "core/words/words.h"
#include "daemon/adapters/cleanup.h"
#include "daemon/adapters/dict.h"
#include "daemon/reply.h"

#define _(text) gettext(text)

#define PAUSE_LENGTH USEC_PER_HOUR /* a pause without an end */

int request_kept(const struct app *app, int r, sd_bus_error *error)
{
	if (r >= 0)
		return 0;
	return error_say(error, LIMBER_ERROR_REFUSED,
			 _("Done, but not stored yet: %s: %s. It is kept in memory and stored as "
			   "soon as that works."),
			 app->store ? store_path(app->store) : "limber.db", strerror(-r));
}

int request_send(struct app *app, struct event *event, struct result *ret, sd_bus_error *error)
{
	app_asked(app, false); /* app_send() notes it if the step can be undone */
	int r = app_send(app, event, ret);
	/* Which it is, where a snooze has named none. */
	if (ret->answer == ANSWER_OUTLIVED)
		return error_say(error, LIMBER_ERROR_REFUSED, "%s: %s",
				 app_plan(app)->reminders[ret->reminder].name,
				 _(words_answer(ret->answer)));
	if (ret->answer != ANSWER_OK)
		return sd_bus_error_set(error, LIMBER_ERROR_REFUSED, _(words_answer(ret->answer)));
	return request_kept(app, r, error);
}

static size_t names_of(const struct plan *plan, const char *names[REMINDERS_MAX])
{
	for (int i = 0; i < plan->count; i++)
		names[i] = plan->reminders[i].name;
	return (size_t)plan->count;
}

int request_reminder(const struct app *app, const char *name, int *ret, sd_bus_error *error)
{
	const char *names[REMINDERS_MAX];
	const struct plan *plan = app_plan(app);
	int index = plan_find(plan, name);
	if (index >= 0) {
		*ret = index;
		return 0;
	}
	if (name_read(name, strlen(name)) != TEXT_OK)
		return sd_bus_error_set(error, LIMBER_ERROR_NO_SUCH_REMINDER,
					_("That is not a name of a reminder: a small letter, then "
					  "small letters, digits and dashes, 32 at most."));
	if (config_item(app->config, name))
		return error_say(
			error, LIMBER_ERROR_NO_SUCH_REMINDER,
			_("%s is an item, not a reminder. Start it: limber start %s. See it: "
			  "limber catalogue %s"),
			name, name, name);
	const char *near = text_nearest(name, names, names_of(plan, names));
	if (near)
		return error_say(error, LIMBER_ERROR_NO_SUCH_REMINDER,
				 _("There is no reminder \"%s\". Did you mean \"%s\"?"), name,
				 near);
	return error_say(error, LIMBER_ERROR_NO_SUCH_REMINDER,
			 _("There is no reminder \"%s\". See: limber list"), name);
}

/* Read an end such as "15:30" or "tomorrow"; for "" it is `otherwise` from now. */
static int read_until(const struct app *app, const char *text, usec otherwise, struct realtime *ret,
		      sd_bus_error *error)
{
	struct until until;
	struct realtime now = clock_now().real;
	if (text[0] == '\0') {
		ret->us = now.us + otherwise;
		return 0;
	}
	enum text_error wrong = until_read(text, &until);
	if (wrong != TEXT_OK)
		return error_say(error, LIMBER_ERROR_BAD_VALUE, _("\"%.60s\" %s."),
				 text_begin(text).text, _(text_error_words(wrong)));
	*ret = until_resolve(&until, app_plan(app), &app->state.zone, now);
	if (ret->us <= now.us)
		return error_say(error, LIMBER_ERROR_BAD_VALUE, _("\"%.60s\" has passed already."),
				 text_begin(text).text);
	return 0;
}

static int bad_outcome(const char *outcome, sd_bus_error *error)
{
	return error_say(error, LIMBER_ERROR_BAD_VALUE,
			 _("\"%.60s\" is not an answer: done, partly, skipped or snoozed."),
			 text_begin(outcome).text);
}

static int send_answer(sd_bus_message *call, struct app *app, struct event *event,
		       sd_bus_error *error)
{
	struct result result;
	int r = request_send(app, event, &result, error);
	return r < 0 ? r : reply_answer(call, app, event, &result);
}

int request_answer(sd_bus_message *call, struct app *app, uint64_t card, int reminder,
		   const char *outcome, const char *until, sd_bus_error *error)
{
	struct event event = {
		.kind = EVENT_ANSWER,
		.answer = { .card = card, .reminder = reminder, .outcome = outcome_read(outcome) }
	};
	switch (event.answer.outcome) {
	case OUTCOME_DONE:
	case OUTCOME_PARTLY:
	case OUTCOME_SKIPPED:
		return send_answer(call, app, &event, error);
	case OUTCOME_SNOOZED:
		return request_snooze(call, app, card, reminder, until, error);
	default:
		return bad_outcome(outcome, error);
	}
}

int request_snooze(sd_bus_message *call, struct app *app, uint64_t card, int reminder,
		   const char *until, sd_bus_error *error)
{
	struct event event = { .kind = EVENT_SNOOZE,
			       .snooze = { .card = card, .reminder = reminder } };
	int r = read_until(app, until, app_plan(app)->later, &event.snooze.until, error);
	return r < 0 ? r : send_answer(call, app, &event, error);
}

int request_pause(sd_bus_message *call, void *user, sd_bus_error *error)
{
	struct app *app = user;
	_cleanup_message_ sd_bus_message *reply = NULL;
	struct event event = { .kind = EVENT_PAUSE };
	struct result result;
	const char *until, *why;
	struct realtime was = app->state.paused_until;
	TRY(args_read(call, error, "ss", &until, &why));
	event.pause.why = why;
	TRY(read_until(app, until, PAUSE_LENGTH, &event.pause.until, error));
	TRY(request_send(app, &event, &result, error));
	TRY(reply_begin(call, &reply));
	TRY(dict_moment(reply, "Until", app->state.paused_until));
	if (was.us)
		TRY(dict_moment(reply, "Was", was));
	TRY(dict_string(reply, "Why", app->state.paused_why));
	return reply_end(reply);
}

int request_resume(sd_bus_message *call, void *user, sd_bus_error *error)
{
	struct app *app = user;
	_cleanup_message_ sd_bus_message *reply = NULL;
	struct event event = { .kind = EVENT_RESUME };
	struct result result;
	struct realtime was = app->state.paused_until;
	TRY(request_send(app, &event, &result, error));
	int next = due_first(app_plan(app), &app->state, clock_now());
	TRY(reply_begin(call, &reply));
	TRY(dict_moment(reply, "Was", was));
	if (next != REMINDER_ANY) {
		TRY(dict_string(reply, "Reminder", app_plan(app)->reminders[next].name));
		TRY(reply_next(reply, app, next));
	}
	return reply_end(reply);
}

int request_ring(sd_bus_message *call, struct app *app, int index, sd_bus_error *error)
{
	_cleanup_message_ sd_bus_message *reply = NULL;
	struct event event = { .kind = EVENT_RING, .ring = index };
	struct result result;
	TRY(request_send(app, &event, &result, error));
	TRY(reply_begin(call, &reply));
	TRY(reply_reminder(reply, app, index));
	TRY(dict_usec(reply, "Card", app->state.card.id));
	return reply_end(reply);
}

int request_inhibit(sd_bus_message *call, void *user, sd_bus_error *error)
{
	struct app *app = user;
	const char *why;
	int fd;
	TRY(args_read(call, error, "s", &why));
	if (!app->inhibit)
		return -EOPNOTSUPP;
	int r = inhibit_take(app->inhibit, sd_bus_message_get_sender(call), why, &fd);
	if (r == -EDQUOT)
		return error_say(error, LIMBER_ERROR_REFUSED,
				 _("Too many inhibitors are open: at most %d of one "
				   "program, and %d in all."),
				 INHIBIT_CLIENT_MAX, INHIBIT_MAX);
	if (r < 0)
		return r;
	r = sd_bus_reply_method_return(call, "h", fd);
	close(fd);
	return r;
}
