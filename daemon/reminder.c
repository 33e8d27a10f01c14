/* org.limberd.Limber1.Reminder: decode, one call, encode. The object path names the reminder. */
#include "daemon/reminder.h"

#include <errno.h>
#include <stdlib.h>

#include "config/catalogue.h"
#include "core/base/contract.h"
#include "core/policy/due.h"
#include "core/policy/ledger.h"
#include "core/words/words.h"
#include "daemon/adapters/dict.h"
#include "daemon/request.h"

/* The index of the reminder at an object path, -1 for none. */
static int index_of(const struct app *app, const char *path)
{
	char *name = NULL;
	if (sd_bus_path_decode(path, LIMBER_PATH_REMINDERS, &name) <= 0)
		return -1;
	int index = plan_find(app_plan(app), name);
	free(name);
	return index;
}

char *reminder_path(const char *name)
{
	char *path = NULL;
	return sd_bus_path_encode(LIMBER_PATH_REMINDERS, name, &path) < 0 ? NULL : path;
}

int reminder_find(sd_bus *bus, const char *path, const char *interface, void *user, void **ret,
		  sd_bus_error *error)
{
	if (index_of(user, path) < 0)
		return 0;
	*ret = user;
	return 1;
}

int reminder_enumerate(sd_bus *bus, const char *prefix, void *user, char ***ret,
		       sd_bus_error *error)
{
	const struct plan *plan = app_plan(user);
	char **paths = calloc((size_t)plan->count + 1, sizeof(*paths));
	if (!paths)
		return -ENOMEM;
	for (int i = 0; i < plan->count; i++) {
		paths[i] = reminder_path(plan->reminders[i].name);
		if (paths[i])
			continue;
		while (i > 0)
			free(paths[--i]);
		free(paths);
		return -ENOMEM;
	}
	*ret = paths;
	return 0;
}

static int called_index(sd_bus_message *call, const struct app *app)
{
	return index_of(app, sd_bus_message_get_path(call));
}

static int on_snooze(sd_bus_message *call, void *user, sd_bus_error *error)
{
	const char *until;
	int r = args_read(call, error, "s", &until);
	return r < 0 ? r : request_snooze(call, user, 0, called_index(call, user), until, error);
}

static int on_answer(sd_bus_message *call, void *user, sd_bus_error *error)
{
	const char *outcome;
	int r = args_read(call, error, "s", &outcome);
	return r < 0 ? r
		     : request_answer(call, user, 0, called_index(call, user), outcome, "", error);
}

static int on_ring(sd_bus_message *call, void *user, sd_bus_error *error)
{
	return request_ring(call, user, called_index(call, user), error);
}

static const char *called_name(sd_bus_message *call, const struct app *app)
{
	return app_plan(app)->reminders[called_index(call, app)].name;
}

static int on_set(sd_bus_message *call, void *user, sd_bus_error *error)
{
	return request_set(call, user, called_name(call, user), error);
}

static int on_unset(sd_bus_message *call, void *user, sd_bus_error *error)
{
	return request_unset(call, user, called_name(call, user), error);
}

static int on_enable(sd_bus_message *call, void *user, sd_bus_error *error)
{
	return request_enable(call, user, called_name(call, user), true, error);
}

static int on_disable(sd_bus_message *call, void *user, sd_bus_error *error)
{
	return request_enable(call, user, called_name(call, user), false, error);
}

/* ---- properties ---- */

#define PROPERTY(name)                                                                             \
	static int name(sd_bus *bus, const char *path, const char *interface,                      \
			const char *property, sd_bus_message *reply, void *user,                   \
			sd_bus_error *error)
#define UNUSED_BUT_PATH (void)bus, (void)interface, (void)property, (void)error

PROPERTY(get_name)
{
	UNUSED_BUT_PATH;
	const struct plan *plan = app_plan(user);
	return sd_bus_message_append_basic(reply, 's', plan->reminders[index_of(user, path)].name);
}

PROPERTY(get_title)
{
	UNUSED_BUT_PATH;
	const struct app *app = user;
	int index = index_of(app, path);
	const struct item *item = due_item(app_plan(app), &app->state, index);
	return text_append(reply,
			   reminder_title(&app_plan(app)->reminders[index], item, gettext_words));
}

PROPERTY(get_enabled)
{
	UNUSED_BUT_PATH;
	const struct plan *plan = app_plan(user);
	return sd_bus_message_append(reply, "b", plan->reminders[index_of(user, path)].enabled);
}

PROPERTY(get_schedule)
{
	UNUSED_BUT_PATH;
	char schedule[SENTENCE_SIZE];
	words_schedule(app_plan(user), index_of(user, path), gettext_words, schedule);
	return text_append(reply, schedule);
}

PROPERTY(get_every)
{
	UNUSED_BUT_PATH;
	const struct plan *plan = app_plan(user);
	return sd_bus_message_append(reply, "t",
				     (uint64_t)plan->reminders[index_of(user, path)].every);
}

/* When the ledger was last settled or an absence began: no property changes by time alone. */
static struct boottime ledger_moment(const struct app *app, int index)
{
	const struct presence *presence = &app->state.presence;
	struct boottime since = app->state.reminders[index].ledger.since;
	bool left_later = presence->absences != 0 && presence->absent_since.us > since.us;
	return left_later ? presence->absent_since : since;
}

PROPERTY(get_ledger)
{
	UNUSED_BUT_PATH;
	const struct app *app = user;
	int index = index_of(app, path);
	const struct plan *plan = app_plan(app);
	usec every = plan->reminders[index].every;
	usec amount = ledger_read(&app->state.reminders[index].ledger, every, plan,
				  &app->state.presence, ledger_moment(app, index));
	return sd_bus_message_append(reply, "t", (uint64_t)amount);
}

PROPERTY(get_ledger_since)
{
	UNUSED_BUT_PATH;
	struct realtime since =
		moment_real_of(clock_now(), ledger_moment(user, index_of(user, path)));
	/* To the second, because the two clocks are not read at the same instant. */
	return sd_bus_message_append(reply, "t", moment_out(since) / USEC_PER_SEC * USEC_PER_SEC);
}

PROPERTY(get_next_due)
{
	UNUSED_BUT_PATH;
	const struct app *app = user;
	struct realtime next =
		due_told(app_plan(app), &app->state, index_of(app, path), clock_now());
	return sd_bus_message_append(reply, "t",
				     next.us == REALTIME_OPEN.us ? (uint64_t)0 : moment_out(next));
}

/* Anyone on the user's own bus may call. */
#define METHOD(name, arguments, result, handler)                                                   \
	SD_BUS_METHOD_WITH_ARGS(name, SD_BUS_ARGS arguments, SD_BUS_RESULT result, handler,        \
				SD_BUS_VTABLE_UNPRIVILEGED)

const sd_bus_vtable reminder_vtable[] = {
	SD_BUS_VTABLE_START(0),
	METHOD("Set", ("a{ss}", values, "b", runtime), ("a(sss)", changes, "as", notes), on_set),
	METHOD("Unset", ("as", keys, "b", runtime), ("a(sss)", changes, "as", notes), on_unset),
	METHOD("Enable", (NULL), ("a(sss)", changes, "as", notes), on_enable),
	METHOD("Disable", (NULL), ("a(sss)", changes, "as", notes), on_disable),
	METHOD("Snooze", ("s", until), ("a{sv}", outcome), on_snooze),
	METHOD("Answer", ("s", answer), ("a{sv}", outcome), on_answer),
	METHOD("Ring", (NULL), ("a{sv}", outcome), on_ring),
	SD_BUS_PROPERTY("Name", "s", get_name, 0, SD_BUS_VTABLE_PROPERTY_CONST),
	SD_BUS_PROPERTY("Title", "s", get_title, 0, 0),
	SD_BUS_PROPERTY("Enabled", "b", get_enabled, 0, 0),
	SD_BUS_PROPERTY("Schedule", "s", get_schedule, 0, 0),
	SD_BUS_PROPERTY("Every", "t", get_every, 0, 0),
	SD_BUS_PROPERTY("Ledger", "t", get_ledger, 0, 0),
	SD_BUS_PROPERTY("LedgerSince", "t", get_ledger_since, 0, 0),
	SD_BUS_PROPERTY("NextDue", "t", get_next_due, 0, 0),
	SD_BUS_VTABLE_END,
};
