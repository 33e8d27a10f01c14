/* Every text that comes from outside is checked here; past this point the core sees only types. */
#include "daemon/request.h"

#include <errno.h>
#include <libintl.h>
#include <string.h>
#include <unistd.h>

#include "core/base/contract.h"
#include "core/model/until.h"
#include "core/policy/play.h"
#include "core/words/words.h"
#include "daemon/adapters/cleanup.h"
#include "daemon/adapters/dict.h"
#include "daemon/changes.h"

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
		return error_say(error, LIMBER_ERROR_REFUSED,
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
		return error_say(error, LIMBER_ERROR_NO_SUCH_REMINDER,
				 _("There is no reminder \"%s\". Did you mean \"%s\"?"), name,
				 near);
	return error_say(error, LIMBER_ERROR_NO_SUCH_REMINDER,
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
		return error_say(error, LIMBER_ERROR_BAD_VALUE, _("\"%.60s\" %s."), text,
				 _(text_error_words(wrong)));
	*ret = until_resolve(&until, app_plan(app), &app->state.zone, now);
	if (ret->us <= now.us)
		return error_say(error, LIMBER_ERROR_BAD_VALUE, _("\"%.60s\" has passed already."),
				 text);
	return 0;
}

static int bad_outcome(const char *outcome, sd_bus_error *error)
{
	return error_say(error, LIMBER_ERROR_BAD_VALUE,
			 _("\"%.60s\" is no answer: done, partly, skipped or snoozed."), outcome);
}

int request_answer(struct app *app, uint64_t card, int reminder, const char *outcome,
		   const char *until, int *ret, sd_bus_error *error)
{
	struct event event = { .kind = EVENT_ANSWER };
	struct result result;
	struct realtime ends;
	event.answer.card = card;
	event.answer.reminder = reminder;
	event.answer.outcome = outcome_read(outcome);
	int r;
	switch (event.answer.outcome) {
	case OUTCOME_DONE:
	case OUTCOME_PARTLY:
	case OUTCOME_SKIPPED:
		r = request_send(app, &event, &result, error);
		*ret = result.reminder;
		return r;
	case OUTCOME_SNOOZED:
		return request_snooze(app, card, reminder, until, &ends, ret, error);
	default:
		return bad_outcome(outcome, error);
	}
}

int request_snooze(struct app *app, uint64_t card, int reminder, const char *until,
		   struct realtime *ends, int *ret, sd_bus_error *error)
{
	struct event event = { .kind = EVENT_SNOOZE };
	struct result result;
	int r = request_until(app, until, app_plan(app)->later, ends, error);
	if (r < 0)
		return r;
	event.snooze.card = card;
	event.snooze.reminder = reminder;
	event.snooze.until = *ends;
	r = request_send(app, &event, &result, error);
	*ret = result.reminder;
	return r;
}

/* ---- settings ---- */

/* In one call, so that none takes long: settings, and the bytes of all their values. */
enum { CHANGES_MAX = 64, CHANGES_BYTES_MAX = 4 * CHANGE_VALUE_MAX };

struct changes {
	struct config_change list[CHANGES_MAX];
	char names[CHANGES_MAX][NAME_SIZE]; /* of reminders */
	size_t count, bytes;
};

static int too_many(sd_bus_error *error)
{
	return error_say(error, LIMBER_ERROR_BAD_VALUE,
			 _("That is too much at once: at most %d settings, with values of "
			   "%d bytes in all."),
			 CHANGES_MAX, CHANGES_BYTES_MAX);
}

/* Among settings of the whole "reminders.desk.every" is one of a reminder. The plan that is
 * replaced takes its names with it, so they are copied. */
static void add_change(struct changes *changes, const char *reminder, const char *key,
		       const char *value)
{
	static const char prefix[] = "reminders.";
	char *name = changes->names[changes->count];
	bool named = !reminder && strncmp(key, prefix, strlen(prefix)) == 0;
	const char *from = key + strlen(prefix), *dot = named ? strchr(from, '.') : NULL;
	if (dot && dot - from < NAME_SIZE) {
		memcpy(name, from, (size_t)(dot - from));
		reminder = name;
		key = dot + 1;
	} else if (reminder && strlen(reminder) < NAME_SIZE) {
		reminder = strcpy(name, reminder);
	}
	changes->list[changes->count++] = (struct config_change){ reminder, key, value };
}

static int read_values(sd_bus_message *call, const char *reminder, struct changes *ret,
		       sd_bus_error *error)
{
	const char *key, *value;
	int r = sd_bus_message_enter_container(call, 'a', "{ss}");
	while (r >= 0 && (r = args_read(call, error, "{ss}", &key, &value)) > 0) {
		size_t bytes = strlen(value);
		ret->bytes +=
			bytes > CHANGE_VALUE_MAX ? 0 : bytes; /* too long is an error of its own */
		if (ret->count == CHANGES_MAX || ret->bytes > CHANGES_BYTES_MAX)
			return too_many(error);
		add_change(ret, reminder, key, value);
	}
	return r < 0 ? r : sd_bus_message_exit_container(call);
}

static int read_keys(sd_bus_message *call, const char *reminder, struct changes *ret,
		     sd_bus_error *error)
{
	const char *key;
	int r = sd_bus_message_enter_container(call, 'a', "s");
	while (r >= 0 && (r = args_read(call, error, "s", &key)) > 0) {
		if (ret->count == CHANGES_MAX)
			return too_many(error);
		add_change(ret, reminder, key, NULL);
	}
	return r < 0 ? r : sd_bus_message_exit_container(call);
}

static int reply_notes(sd_bus_message *call, const struct config_errors *notes)
{
	_cleanup_message_ sd_bus_message *reply = NULL;
	int r = sd_bus_message_new_method_return(call, &reply);
	if (r >= 0)
		r = sd_bus_message_open_container(reply, 'a', "s");
	for (size_t i = 0; r >= 0 && i < notes->count; i++)
		r = text_append(reply, notes->lines[i]);
	if (r >= 0)
		r = sd_bus_message_close_container(reply);
	return r < 0 ? r : sd_bus_send(NULL, reply, NULL);
}

/* The last argument of each of them, and the work. */
static int change(sd_bus_message *call, struct app *app, enum change_kind kind,
		  const char *reminder, const struct changes *changes, sd_bus_error *error)
{
	struct config_errors notes = { 0 };
	int runtime;
	int r = args_read(call, error, "b", &runtime);
	if (r >= 0)
		r = changes_make(app, kind, reminder, runtime, changes->list, changes->count,
				 &notes, error);
	if (r >= 0)
		r = reply_notes(call, &notes);
	config_errors_finish(&notes);
	return r;
}

int request_set(sd_bus_message *call, struct app *app, const char *reminder, sd_bus_error *error)
{
	struct changes changes = { 0 };
	int r = read_values(call, reminder, &changes, error);
	return r < 0 ? r : change(call, app, CHANGE_SET, reminder, &changes, error);
}

int request_unset(sd_bus_message *call, struct app *app, const char *reminder, sd_bus_error *error)
{
	struct changes changes = { 0 };
	int r = read_keys(call, reminder, &changes, error);
	return r < 0 ? r : change(call, app, CHANGE_UNSET, reminder, &changes, error);
}

int request_add(sd_bus_message *call, struct app *app, sd_bus_error *error)
{
	struct changes changes = { 0 };
	const char *name;
	int r = args_read(call, error, "s", &name);
	if (r >= 0)
		r = read_values(call, name, &changes, error);
	return r < 0 ? r : change(call, app, CHANGE_ADD, name, &changes, error);
}

int request_inhibit(sd_bus_message *call, struct app *app, sd_bus_error *error)
{
	const char *why;
	int fd;
	int r = args_read(call, error, "s", &why);
	if (r < 0)
		return r;
	if (!app->inhibit)
		return -EOPNOTSUPP;
	r = inhibit_take(app->inhibit, sd_bus_message_get_sender(call), why, &fd);
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
