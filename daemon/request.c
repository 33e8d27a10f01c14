/* Every text that comes from outside is checked here; past this point the core sees only types. */
#include "daemon/request.h"

#include <errno.h>
#include <libintl.h>
#include <string.h>

#include "core/contract.h"
#include "core/until.h"
#include "core/words.h"

#define _(text) gettext(text)

static int refused(const char *sentence, sd_bus_error *error)
{
	return sd_bus_error_set(error, LIMBER_ERROR_REFUSED, sentence);
}

int request_send(struct app *app, struct event *event, struct result *ret, sd_bus_error *error)
{
	int r = app_send(app, event, ret);
	if (ret->answer != ANSWER_OK)
		return refused(_(words_answer(ret->answer)), error);
	if (r < 0)
		return sd_bus_error_setf(error, LIMBER_ERROR_REFUSED,
					 _("Done, but not stored yet: %s: %s. It is kept in memory "
					   "and stored as soon as that works."),
					 store_path(app->store), strerror(-r));
	return 0;
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
					_("That is no name of a reminder: a small letter, then "
					  "small letters, digits and dashes, 32 at most."));
	const char *near = text_nearest(name, names, names_of(plan, names));
	if (near)
		return sd_bus_error_setf(error, LIMBER_ERROR_NO_SUCH_REMINDER,
					 _("There is no reminder \"%s\". Did you mean \"%s\"?"),
					 name, near);
	return sd_bus_error_setf(error, LIMBER_ERROR_NO_SUCH_REMINDER,
				 _("There is no reminder \"%s\". See: limber list"), name);
}

int request_until(const struct app *app, const char *text, usec otherwise, struct realtime *ret,
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
		return sd_bus_error_setf(error, LIMBER_ERROR_BAD_VALUE, _("\"%.60s\" %s."), text,
					 _(text_error_words(wrong)));
	*ret = until_resolve(&until, app_plan(app), &app->state.zone, now);
	return 0;
}

static int bad_outcome(const char *outcome, sd_bus_error *error)
{
	return sd_bus_error_setf(error, LIMBER_ERROR_BAD_VALUE,
				 _("\"%.60s\" is no answer: done, partly, skipped or snoozed."),
				 outcome);
}

int request_answer(struct app *app, uint64_t card, int reminder, const char *outcome,
		   const char *until, sd_bus_error *error)
{
	struct event event = { .kind = EVENT_ANSWER };
	struct result result;
	struct realtime ends;
	event.answer.card = card;
	event.answer.reminder = reminder;
	event.answer.outcome = outcome_read(outcome);
	switch (event.answer.outcome) {
	case OUTCOME_DONE:
	case OUTCOME_PARTLY:
	case OUTCOME_SKIPPED:
		return request_send(app, &event, &result, error);
	case OUTCOME_SNOOZED:
		return request_snooze(app, card, reminder, until, &ends, error);
	default:
		return bad_outcome(outcome, error);
	}
}

int request_snooze(struct app *app, uint64_t card, int reminder, const char *until,
		   struct realtime *ends, sd_bus_error *error)
{
	struct event event = { .kind = EVENT_SNOOZE };
	struct result result;
	int r = request_until(app, until, app_plan(app)->later, ends, error);
	if (r < 0)
		return r;
	event.snooze.card = card;
	event.snooze.reminder = reminder;
	event.snooze.until = *ends;
	return request_send(app, &event, &result, error);
}
