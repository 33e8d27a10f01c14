/* org.limberd.Limber1.Reminder: decode, one call, encode. The object path names the reminder. */
#include "daemon/reminder.h"

#include <errno.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>

#include "core/base/contract.h"
#include "core/base/utf8.h"
#include "core/policy/deck.h"
#include "core/policy/due.h"
#include "core/policy/ledger.h"
#include "core/words/words.h"
#include "daemon/adapters/dict.h"
#include "daemon/request.h"
#include "daemon/status.h"

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

/* A reminder, with the values of its properties. */
struct object {
	struct app *app;
	int index, enabled;
	const char *name, *title, *schedule;
	char title_text[SENTENCE_SIZE], schedule_text[SENTENCE_SIZE];
	uint64_t every, ledger, ledger_since, next_due;
};

/* When the ledger was last settled or an absence began: no property changes by time alone. */
static struct boottime ledger_moment(const struct app *app, int index)
{
	const struct presence *presence = &app->state.presence;
	struct boottime since = app->state.reminders[index].ledger.since;
	bool left_later = presence->absences != 0 && presence->absent_since.us > since.us;
	return left_later ? presence->absent_since : since;
}

static void object_fill(struct object *ret, struct app *app, int index)
{
	const struct plan *plan = app_plan(app);
	const struct reminder *reminder = &plan->reminders[index];
	const struct item *item = deck_item(plan, &app->state, index);
	struct moment now = clock_now();
	struct boottime settled = ledger_moment(app, index);
	*ret = (struct object){
		app,
		index,
		reminder->enabled,
		.name = reminder->name,
		.title = ret->title_text,
		.schedule = ret->schedule_text,
	};
	snprintf(ret->title_text, sizeof(ret->title_text), "%s",
		 reminder_title(reminder, item, gettext_words));
	utf8_clean(ret->title_text);
	words_schedule(plan, &app->state, index, gettext_words, ret->schedule_text);
	utf8_clean(ret->schedule_text);
	ret->every = (uint64_t)reminder->every;
	ret->ledger = (uint64_t)ledger_read(&app->state.reminders[index].ledger, reminder->every,
					    plan, &app->state.presence, settled);
	/* To the second, because the two clocks are not read at the same instant. */
	ret->ledger_since = moment_out(moment_real_of(now, settled)) / USEC_PER_SEC * USEC_PER_SEC;
	ret->next_due = status_moment(due_reachable(plan, &app->state, index, now));
}

int reminder_find(sd_bus *bus, const char *path, const char *interface, void *user, void **ret,
		  sd_bus_error *error)
{
	static struct object object;
	int index = index_of(user, path);
	if (index < 0)
		return 0;
	object_fill(&object, user, index);
	*ret = &object;
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

static int on_snooze(sd_bus_message *call, void *user, sd_bus_error *error)
{
	const struct object *its = user;
	const char *until;
	int r = args_read(call, error, "s", &until);
	return r < 0 ? r : request_snooze(call, its->app, 0, its->index, until, error);
}

static int on_answer(sd_bus_message *call, void *user, sd_bus_error *error)
{
	const struct object *its = user;
	const char *outcome;
	int r = args_read(call, error, "s", &outcome);
	return r < 0 ? r : request_answer(call, its->app, 0, its->index, outcome, "", error);
}

static int on_ring(sd_bus_message *call, void *user, sd_bus_error *error)
{
	const struct object *its = user;
	return request_ring(call, its->app, its->index, error);
}

static int on_set(sd_bus_message *call, void *user, sd_bus_error *error)
{
	const struct object *its = user;
	return request_set(call, its->app, its->name, error);
}

static int on_unset(sd_bus_message *call, void *user, sd_bus_error *error)
{
	const struct object *its = user;
	return request_unset(call, its->app, its->name, error);
}

static int on_enable(sd_bus_message *call, void *user, sd_bus_error *error)
{
	const struct object *its = user;
	return request_enable(call, its->app, its->name, true, error);
}

static int on_disable(sd_bus_message *call, void *user, sd_bus_error *error)
{
	const struct object *its = user;
	return request_enable(call, its->app, its->name, false, error);
}

/* Anyone on the user's own bus may call. */
#define METHOD(name, arguments, result, handler)                                                   \
	SD_BUS_METHOD_WITH_ARGS(name, SD_BUS_ARGS arguments, SD_BUS_RESULT result, handler,        \
				SD_BUS_VTABLE_UNPRIVILEGED)

/* Without a getter sd-bus reads the member. */
#define PROPERTY(name, type, member, flags)                                                        \
	SD_BUS_PROPERTY(name, type, NULL, offsetof(struct object, member), flags)

const sd_bus_vtable reminder_vtable[] = {
	SD_BUS_VTABLE_START(0),
	METHOD("Set", ("a{ss}", values, "b", runtime), ("a(sss)", changes, "as", notes), on_set),
	METHOD("Unset", ("as", keys, "b", runtime), ("a(sss)", changes, "as", notes), on_unset),
	METHOD("Enable", (NULL), ("a(sss)", changes, "as", notes), on_enable),
	METHOD("Disable", (NULL), ("a(sss)", changes, "as", notes), on_disable),
	METHOD("Snooze", ("s", until), ("a{sv}", outcome), on_snooze),
	METHOD("Answer", ("s", answer), ("a{sv}", outcome), on_answer),
	METHOD("Ring", (NULL), ("a{sv}", outcome), on_ring),
	PROPERTY("Name", "s", name, SD_BUS_VTABLE_PROPERTY_CONST),
	PROPERTY("Title", "s", title, 0),
	PROPERTY("Enabled", "b", enabled, 0),
	PROPERTY("Schedule", "s", schedule, 0),
	PROPERTY("Every", "t", every, 0),
	PROPERTY("Ledger", "t", ledger, 0),
	PROPERTY("LedgerSince", "t", ledger_since, 0),
	PROPERTY("NextDue", "t", next_due, 0),
	SD_BUS_VTABLE_END,
};
