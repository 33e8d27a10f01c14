/* One reply has all that `limber status` shows, so that it is of one moment. The state is only
 * read. */
#include "daemon/status.h"

#include <libintl.h>
#include <string.h>

#include "config/catalogue.h"
#include "core/codec/status_fields.h"
#include "core/foresee/limits_text.h"
#include "core/policy/due.h"
#include "core/policy/gap.h"
#include "core/policy/ledger.h"
#include "core/policy/silence.h"
#include "core/policy/water.h"
#include "core/words/diary_text.h"
#include "core/words/explain.h"
#include "core/words/water_text.h"
#include "daemon/adapters/dict.h"
#include "daemon/display.h"
#include "daemon/problems.h"
#include "daemon/sources.h"

#define _(text) gettext(text)

struct whole_values {
	STATUS_FIELDS(STATUS_MEMBER, STATUS_NO_MEMBER)
};

static int whole_absences(sd_bus_message *reply, const void *user)
{
	const struct status_view *view = user;
	TRY(sd_bus_message_open_container(reply, 'a', "s"));
	for (int i = 0; i < ABSENCES; i++)
		if (view->app->state.presence.absences & (uint32_t)absence_rows[i].bit)
			TRY(sd_bus_message_append_basic(reply, 's', absence_rows[i].word));
	return sd_bus_message_close_container(reply);
}

static int whole_card(sd_bus_message *reply, const void *user)
{
	const struct app *app = ((const struct status_view *)user)->app;
	struct card_content content;
	if (app->state.card.id == 0)
		return sd_bus_message_append(reply, "a{sv}", 0);
	display_content(app, &content);
	return card_content_append(reply, app->state.card.id, &content);
}

static int whole_problems(sd_bus_message *reply, const void *user)
{
	return problems_append(reply, ((const struct status_view *)user)->app);
}

static int whole_limits(sd_bus_message *reply, const void *user)
{
	const struct status_view *view = user;
	char said[LIMITS_SAID][SENTENCE_SIZE];
	int count = limits_say(app_plan(view->app), &view->app->state.zone, view->now.real,
			       gettext_words, said);
	TRY(sd_bus_message_open_container(reply, 'a', "s"));
	for (int i = 0; i < count; i++)
		TRY(sd_bus_message_append_basic(reply, 's', said[i]));
	return sd_bus_message_close_container(reply);
}

static int whole_see(sd_bus_message *reply, const void *user)
{
	const struct status_view *view = user;
	char said[DIARY_REASONS][DIARY_SAID];
	int count = diary_reasons_say(&view->app->diary, gettext_words, said);
	TRY(sd_bus_message_open_container(reply, 'a', "s"));
	for (int i = 0; i < count; i++)
		TRY(text_append(reply, said[i]));
	return sd_bus_message_close_container(reply);
}

static int whole_sources(sd_bus_message *reply, const void *user)
{
	return sources_append(reply, ((const struct status_view *)user)->app);
}

static int whole_kinds(sd_bus_message *reply, const void *user)
{
	uint32_t kinds = app_plan(((const struct status_view *)user)->app)->health.kinds;
	TRY(sd_bus_message_open_container(reply, 'a', "s"));
	for (int i = 0; i < CRAMP_COUNT; i++)
		if (kinds & UINT32_C(1) << i)
			TRY(sd_bus_message_append_basic(reply, 's', item_cramp_kinds[i]));
	return sd_bus_message_close_container(reply);
}

static int whole_reminders(sd_bus_message *reply, const void *user)
{
	struct status_view view = *(const struct status_view *)user;
	TRY(sd_bus_message_open_container(reply, 'a', "a{sv}"));
	for (view.index = 0; view.index < app_plan(view.app)->count; view.index++)
		if (!plan_internal(app_plan(view.app), view.index))
			TRY(status_append_reminder(reply, &view));
	return sd_bus_message_close_container(reply);
}

#define whole_outcomes status_append_outcomes
#define FIELD(kind, member, key, help)                                                             \
	{ key, STATUS_BUS_TYPE_##kind, offsetof(struct whole_values, member), NULL },
#define PART(kind, member, key, help) { key, STATUS_BUS_TYPE_##kind, 0, whole_##member },
static const struct dict_field whole_fields[] = { STATUS_FIELDS(FIELD, PART){ .key = NULL } };

static uint64_t hours_end(const struct app *app, struct moment now)
{
	const struct ranges *hours = &app_plan(app)->hours;
	struct realtime end =
		hours_next_end(hours->hours, hours->count, &app->state.zone, now.real);
	return end.us == now.real.us ? 0 : status_moment(end);
}

static void fill_presence(struct whole_values *ret, const struct status_view *view)
{
	const struct app *app = view->app;
	const struct presence *presence = &app->state.presence;
	ret->sitting = presence->absences == 0;
	ret->sitting_since = moment_out(moment_real_of(view->now, presence->sitting_since));
	if (presence->absences != 0)
		ret->absent_since = moment_out(moment_real_of(view->now, presence->absent_since));
	ret->idle_source = app->idle ? idle_name(app->idle) : "";
	ret->session_source = app->has_session ? "logind" : "";
	ret->paused_until = moment_out(app->state.paused_until);
	ret->paused_why = app->state.paused_why;
}

/* The first reason of a reminder as a sentence; "" for REMINDER_ANY. */
static void why_say(const struct status_view *view, int index, char out[SENTENCE_SIZE])
{
	struct reason reasons[REASONS_MAX];
	const struct state *state = &view->app->state;
	out[0] = '\0';
	if (index != REMINDER_ANY &&
	    explain(app_plan(view->app), state, index, view->now, reasons) > 0)
		reason_say(&reasons[0], state, view->now.real, gettext_words, out);
}

/* The next card, and the reminder whose ledger is shown as the sitting of the user. */
static void fill_next(struct whole_values *ret, const struct status_view *view,
		      char why[SENTENCE_SIZE])
{
	const struct plan *plan = app_plan(view->app);
	const struct state *state = &view->app->state;
	int next = due_first(plan, state, view->now), counted = due_counted(plan, state);
	ret->next = next == REMINDER_ANY ? "" : plan->reminders[next].name;
	if (next != REMINDER_ANY)
		ret->next_at = status_moment(due_speaks(plan, state, next, view->now));
	why_say(view, next, why);
	ret->next_why = why;
	ret->counted = "";
	if (counted == REMINDER_ANY)
		return;
	usec every = plan->reminders[counted].every;
	usec amount = ledger_read(&state->reminders[counted].ledger, every, plan, &state->presence,
				  view->now.boot);
	ret->counted = plan->reminders[counted].name;
	ret->counted_percent = (uint32_t)(amount * 100 / every);
}

/* The cap that holds for that reminder: half of it in the first week. */
static int cap_of(const struct status_view *view)
{
	const struct plan *plan = app_plan(view->app);
	int counted = due_counted(plan, &view->app->state);
	int cap =
		counted == REMINDER_ANY ? 0 : gap_cap(plan, &view->app->state, counted, view->now);
	return cap > 0 ? cap : plan->cap;
}

int status_append(sd_bus_message *reply, const struct app *app)
{
	const struct status_view view = { app, clock_now(), REMINDER_ANY };
	const struct plan *plan = app_plan(app);
	const struct state *state = &app->state;
	struct today today = status_today(&view);
	struct whole_values values = {
		.now = moment_out(view.now.real),
		.zone = state->zone.name,
		.version = app->version,
		.started = moment_out(moment_real_of(view.now, app->started.boot)),
		.hours_end = hours_end(app, view.now),
		.silent_since = moment_out(silence_since(state)),
		.cap = (uint32_t)cap_of(&view),
		.cap_used = today.every,
		.cards = today.cards,
		.store_trouble = app->save_error < 0 ? strerror(-app->save_error) : "",
		.watch_trouble = app_unwatched(app),
		.tray = plan->tray_minutes ? "minutes" : "time",
		.setup_done = plan->setup_done,
		.health_old =
			health_is_old(&plan->health, health_today(&state->zone, view.now.real)),
	};
	char water[SENTENCE_SIZE], why[SENTENCE_SIZE];
	water_status_say(plan, state, view.now, gettext_words, water);
	values.water = (uint32_t)water_today(plan, state, view.now);
	values.water_aim = (uint32_t)water_aim(plan, state);
	values.water_text = water;
	fill_presence(&values, &view);
	fill_next(&values, &view, why);
	return dict_fields(reply, whole_fields, &values, &view);
}
