/* Requests that change the configuration: decode, reconfigure(), encode. */
#include "daemon/request.h"

#include <libintl.h>
#include <string.h>

#include "core/base/contract.h"
#include "core/words/words.h"
#include "daemon/adapters/cleanup.h"
#include "daemon/adapters/dict.h"
#include "daemon/reply.h"

#define _(text) gettext(text)

/* The most settings of one call, and bytes of their values, so that none takes long. */
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

/* Without a reminder, the key "reminders.desk.every" names one; with one, it may name the same: so
 * do errors. Names are copied, because the plan that has them is replaced. */
static void add_change(struct changes *changes, const char *reminder, const char *key,
		       const char *value)
{
	static const char prefix[] = "reminders.";
	char *name = changes->names[changes->count];
	const char *from = strncmp(key, prefix, strlen(prefix)) == 0 ? key + strlen(prefix) : "";
	const char *dot = strchr(from, '.');
	size_t length = dot ? (size_t)(dot - from) : NAME_SIZE;
	if (length < NAME_SIZE &&
	    (!reminder || (strncmp(from, reminder, length) == 0 && !reminder[length]))) {
		memcpy(name, from, length);
		reminder = name;
		key = dot + 1;
	} else if (reminder && strlen(reminder) < NAME_SIZE) {
		reminder = strcpy(name, reminder);
	}
	changes->list[changes->count++] = (struct config_change){ reminder, key, value };
}

/* The key "!reminders.desk.every" is unset. */
static int read_values(sd_bus_message *call, const char *reminder, struct changes *ret,
		       sd_bus_error *error)
{
	static const char unset[] = "!reminders.";
	const char *key, *value;
	int r = sd_bus_message_enter_container(call, 'a', "{ss}");
	while (r >= 0 && (r = args_read(call, error, "{ss}", &key, &value)) > 0) {
		size_t bytes = strlen(value);
		ret->bytes += bytes > CHANGE_VALUE_MAX ? 0 : bytes; /* too long: an error later */
		if (ret->count == CHANGES_MAX || ret->bytes > CHANGES_BYTES_MAX)
			return too_many(error);
		bool taken_out = !reminder && strncmp(key, unset, strlen(unset)) == 0;
		add_change(ret, reminder, key + taken_out, taken_out ? NULL : value);
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

static int reply_changed(sd_bus_message *call, const struct changed *changed)
{
	_cleanup_message_ sd_bus_message *reply = NULL;
	TRY(sd_bus_message_new_method_return(call, &reply));
	TRY(reply_changes(reply, &changed->diff));
	TRY(reply_notes(reply, &changed->notes));
	return sd_bus_send(NULL, reply, NULL);
}

/* Describe a reminder that was added. */
static int append_added(sd_bus_message *reply, const struct app *app, const char *name)
{
	int index = plan_find(app_plan(app), name);
	char schedule[SENTENCE_SIZE];
	if (index < 0)
		return dict_string(reply, "Reminder", name);
	words_schedule(app_plan(app), &app->state, index, gettext_words, schedule);
	TRY(reply_reminder(reply, app, index));
	TRY(dict_string(reply, "Schedule", schedule));
	TRY(dict_bool(reply, "Enabled", app_plan(app)->reminders[index].enabled));
	return reply_next(reply, app, index);
}

static int reply_added(sd_bus_message *call, const struct app *app, const struct changed *changed)
{
	_cleanup_message_ sd_bus_message *reply = NULL;
	TRY(reply_begin(call, &reply));
	if (changed->kind == CHANGE_ADD)
		TRY(append_added(reply, app, changed->reminder));
	else
		TRY(dict_string(reply, "Reminder", changed->reminder));
	TRY(sd_bus_message_close_container(reply));
	TRY(reply_notes(reply, &changed->notes));
	return sd_bus_send(NULL, reply, NULL);
}

static int make(sd_bus_message *call, struct app *app, const struct change *change,
		sd_bus_error *error)
{
	struct changed changed = { 0 };
	int r = reconfigure(app, change, &changed, error);
	if (r >= 0)
		r = change->kind == CHANGE_SET || change->kind == CHANGE_UNSET
			    ? reply_changed(call, &changed)
			    : reply_added(call, app, &changed);
	changed_finish(&changed);
	return r;
}

/* All of these calls have `runtime` as the last argument. */
static int read_and_change(sd_bus_message *call, struct app *app, enum change_kind kind,
			   const char *reminder, sd_bus_error *error)
{
	struct changes changes = { 0 };
	int runtime;
	TRY(kind == CHANGE_UNSET ? read_keys(call, reminder, &changes, error)
				 : read_values(call, reminder, &changes, error));
	TRY(args_read(call, error, "b", &runtime));
	return make(call, app,
		    &(struct change){ kind, reminder, runtime, changes.list, changes.count },
		    error);
}

int request_set(sd_bus_message *call, struct app *app, const char *reminder, sd_bus_error *error)
{
	return read_and_change(call, app, CHANGE_SET, reminder, error);
}

int request_unset(sd_bus_message *call, struct app *app, const char *reminder, sd_bus_error *error)
{
	return read_and_change(call, app, CHANGE_UNSET, reminder, error);
}

int request_add(sd_bus_message *call, void *user, sd_bus_error *error)
{
	const char *name;
	TRY(args_read(call, error, "s", &name));
	return read_and_change(call, user, CHANGE_ADD, name, error);
}

/* Whether a name is unknown; false if the files have errors, which refuse every change. */
static bool is_unknown(const struct app *app, const char *name)
{
	return app->config_errors.count == 0 && plan_find(app_plan(app), name) < 0;
}

int request_remove(sd_bus_message *call, void *user, sd_bus_error *error)
{
	struct app *app = user;
	const char *name;
	int runtime, index;
	TRY(args_read(call, error, "sb", &name, &runtime));
	int r = make(call, app, &(struct change){ CHANGE_REMOVE, name, runtime, NULL, 0 }, error);
	/* Only after a refusal: the file may have a reminder that is off and not in the plan. */
	if (!sd_bus_error_has_name(error, LIMBER_ERROR_BAD_VALUE) || !is_unknown(app, name))
		return r;
	sd_bus_error_free(error);
	return request_reminder(app, name, &index, error);
}

int request_enable(sd_bus_message *call, struct app *app, const char *reminder, bool on,
		   sd_bus_error *error)
{
	struct changes changes = { .count = 0 };
	add_change(&changes, reminder, "enabled", on ? "true" : "false");
	return make(call, app, &(struct change){ CHANGE_SET, reminder, false, changes.list, 1 },
		    error);
}
