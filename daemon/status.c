/*
 * One call tells all that `limber status` shows, so that a status costs one round trip and is of
 * one moment. Everything here only reads.
 */
#include "daemon/status.h"

#include <libintl.h>
#include <string.h>

#include "config/catalogue.h"
#include "core/codec/status_fields.h"
#include "core/policy/back_off.h"
#include "core/policy/due.h"
#include "core/policy/gap.h"
#include "core/policy/good.h"
#include "core/policy/ledger.h"
#include "core/policy/rules.h"
#include "core/policy/silence.h"
#include "core/words/explain.h"
#include "core/words/limits_text.h"
#include "daemon/adapters/dict.h"
#include "daemon/askers.h"
#include "daemon/problems.h"
#include "daemon/sources.h"

#define _(text) gettext(text)

/* What Status is about: a plan and its state at a moment, and one of the reminders. */
struct view {
	const struct app *app;
	struct moment now;
	int index; /* of the reminder; REMINDER_ANY: of the whole */
};

static struct today today_of(const struct view *view)
{
	const struct app *app = view->app;
	int32_t day = zone_day(&app->state.zone, view->now.real, app_plan(app)->day_starts);
	return state_today(view->index == REMINDER_ANY ? &app->state.today
						       : &app->state.reminders[view->index].today,
			   day);
}

static int append_outcomes(sd_bus_message *reply, const void *user)
{
	struct today today = today_of(user);
	TRY(sd_bus_message_open_container(reply, 'a', "{su}"));
	for (int i = OUTCOME_DONE; i < OUTCOME_COUNT; i++)
		if (today.outcomes[i] > 0)
			TRY(sd_bus_message_append(reply, "{su}", outcome_word((enum outcome)i),
						  (uint32_t)today.outcomes[i]));
	return sd_bus_message_close_container(reply);
}

static int append_hold(sd_bus_message *reply, const struct app *app, const struct hold *hold,
		       struct moment now)
{
	char sentence[SENTENCE_SIZE];
	for (int i = 0; i < askers_count(app, hold); i++) {
		struct hold one = askers_one(app, hold, i, now);
		words_hold(&one, &app->state, now.real, gettext_words, sentence);
		TRY(sd_bus_message_open_container(reply, 'r', "stts"));
		TRY(sd_bus_message_append(reply, "stt", hold_word(one.kind), moment_out(one.since),
					  moment_out(one.until)));
		TRY(text_append(reply, sentence));
		TRY(sd_bus_message_close_container(reply));
	}
	return 0;
}

int status_append_holds(sd_bus_message *reply, const struct app *app, int index, struct moment now)
{
	struct hold holds[HOLDS_MAX];
	int count =
		index == REMINDER_ANY ? 0 : holds_of(app_plan(app), &app->state, index, now, holds);
	TRY(sd_bus_message_open_container(reply, 'a', "(stts)"));
	for (int i = 0; i < count; i++)
		TRY(append_hold(reply, app, &holds[i], now));
	return sd_bus_message_close_container(reply);
}

/* How long an absence clears what the ledger holds now: a shorter one than still_sitting is none.
 */
static uint64_t clears(const struct plan *plan, usec amount, usec every)
{
	usec away = amount / USEC_PER_SEC * plan->pays_back / (every / USEC_PER_SEC);
	return (uint64_t)(away > plan->still_sitting ? away : plan->still_sitting + USEC_PER_SEC);
}

static uint64_t foreseen(struct realtime moment)
{
	return moment.us == REALTIME_OPEN.us ? 0 : moment_out(moment);
}

static const char *const trigger_words[] = {
	[TRIGGER_SITTING] = "sitting",
	[TRIGGER_CLOCK] = "clock",
	[TRIGGER_AT] = "at",
	[TRIGGER_ON] = "on",
};

/* Its schedule, and what keeps its cards farther apart these days. */
static void schedule_now(const struct app *app, int index, struct moment now,
			 char out[SENTENCE_SIZE])
{
	const struct plan *plan = app_plan(app);
	const struct reminder *reminder = &plan->reminders[index];
	char schedule[SENTENCE_SIZE], length[LENGTH_SIZE];
	usec back_off = back_off_gap(plan, &app->state.reminders[index]);
	bool first_week = reminder->with < 0 && reminder->every < FIRST_WEEK_GAP &&
			  gap_first_week(plan, &app->state, index, now);
	words_schedule(plan, index, gettext_words, schedule);
	length_say(back_off > 0 ? back_off : FIRST_WEEK_GAP, length);
	words_fill(out, SENTENCE_SIZE,
		   back_off > 0 ? _("{schedule} (unanswered: {length} apart)")
		   : first_week ? _("{schedule} (first week: {length} apart)")
				: "{schedule}",
		   (const struct word[]){
			   { "schedule", schedule }, { "length", length }, { NULL, NULL } });
}

struct reminder_values {
	STATUS_REMINDER_FIELDS(STATUS_MEMBER, STATUS_NO_MEMBER)
};

static void fill_ledger(struct reminder_values *ret, const struct view *view)
{
	const struct app *app = view->app;
	const struct plan *plan = app_plan(app);
	const struct reminder_state *its = &app->state.reminders[view->index];
	usec every = plan->reminders[view->index].every;
	struct boottime full;
	if (!plan_bound(plan, view->index))
		return;
	ret->every = (uint64_t)every;
	ret->backed_off = its->slow > 0;
	if (plan->reminders[view->index].trigger != TRIGGER_SITTING)
		return;
	usec amount = ledger_read(&its->ledger, every, plan, &app->state.presence, view->now.boot);
	ret->ledger = (uint64_t)amount;
	ret->clears = clears(plan, amount, every);
	if (ledger_full_at(&its->ledger, every, plan, &app->state.presence, view->now.boot, &full))
		ret->full_at = moment_out(moment_real_of(view->now, full));
}

static void fill_times(struct reminder_values *ret, const struct view *view)
{
	const struct plan *plan = app_plan(view->app);
	const struct state *state = &view->app->state;
	const struct reminder_state *its = &state->reminders[view->index];
	struct today today = today_of(view);
	ret->due = moment_out(its->due);
	ret->next_due = foreseen(due_told(plan, state, view->index, view->now));
	ret->speaks = foreseen(due_speaks(plan, state, view->index, view->now));
	ret->last_outcome = its->last.sequence ? outcome_word(its->last.outcome) : "";
	ret->last_ended = moment_out(its->last.ended);
	ret->cards = today.cards;
	ret->cap_used = today.every;
}

static int reminder_holds(sd_bus_message *reply, const void *user)
{
	const struct view *view = user;
	return status_append_holds(reply, view->app, view->index, view->now);
}

#define reminder_outcomes append_outcomes
#define FIELD(kind, member, key, help)                                                             \
	{ key, STATUS_BUS_TYPE_##kind, offsetof(struct reminder_values, member), NULL },
#define PART(member, key, type, help) { key, type, 0, reminder_##member },
static const struct dict_field reminder_fields[] = { STATUS_REMINDER_FIELDS(FIELD,
									    PART){ .key = NULL } };
#undef FIELD
#undef PART

static int append_reminder(sd_bus_message *reply, const struct view *view)
{
	const struct app *app = view->app;
	const struct plan *plan = app_plan(app);
	const struct reminder *reminder = &plan->reminders[view->index];
	const struct item *item = due_item(plan, &app->state, view->index);
	char schedule[SENTENCE_SIZE];
	schedule_now(app, view->index, view->now, schedule);
	struct reminder_values values = {
		.name = reminder->name,
		.title = reminder_title(reminder, item, gettext_words),
		.item = item ? item->id : "",
		.enabled = reminder->enabled,
		.silent = due_silent(plan, &app->state, view->index),
		.trigger = trigger_words[reminder->trigger],
		.with = reminder->with < 0 ? "" : plan->reminders[reminder->with].name,
		.most = (uint32_t)reminder->most,
		.schedule = schedule,
	};
	fill_ledger(&values, view);
	fill_times(&values, view);
	return dict_fields(reply, reminder_fields, &values, view);
}

struct whole_values {
	STATUS_FIELDS(STATUS_MEMBER, STATUS_NO_MEMBER)
};

static int whole_absences(sd_bus_message *reply, const void *user)
{
	const struct view *view = user;
	TRY(sd_bus_message_open_container(reply, 'a', "s"));
	for (int i = 0; i < ABSENCES; i++)
		if (view->app->state.presence.absences & (uint32_t)absence_rows[i].bit)
			TRY(sd_bus_message_append_basic(reply, 's', absence_rows[i].word));
	return sd_bus_message_close_container(reply);
}

static int whole_card(sd_bus_message *reply, const void *user)
{
	const struct app *app = ((const struct view *)user)->app;
	struct card_content content;
	if (app->state.card.id == 0)
		return sd_bus_message_append(reply, "a{sv}", 0);
	app_card_content(app, &content);
	return card_content_append(reply, app->state.card.id, &content);
}

static int whole_problems(sd_bus_message *reply, const void *user)
{
	return problems_append(reply, ((const struct view *)user)->app);
}

static int whole_limits(sd_bus_message *reply, const void *user)
{
	const struct view *view = user;
	char said[LIMITS_SAID][SENTENCE_SIZE];
	int count = limits_say(app_plan(view->app), &view->app->state.zone, view->now.real,
			       gettext_words, said);
	TRY(sd_bus_message_open_container(reply, 'a', "s"));
	for (int i = 0; i < count; i++)
		TRY(sd_bus_message_append_basic(reply, 's', said[i]));
	return sd_bus_message_close_container(reply);
}

static int whole_sources(sd_bus_message *reply, const void *user)
{
	return sources_append(reply, ((const struct view *)user)->app);
}

static int whole_kinds(sd_bus_message *reply, const void *user)
{
	uint32_t kinds = app_plan(((const struct view *)user)->app)->health.kinds;
	TRY(sd_bus_message_open_container(reply, 'a', "s"));
	for (int i = 0; i < CRAMP_COUNT; i++)
		if (kinds & UINT32_C(1) << i)
			TRY(sd_bus_message_append_basic(reply, 's', item_cramp_kinds[i]));
	return sd_bus_message_close_container(reply);
}

static int whole_reminders(sd_bus_message *reply, const void *user)
{
	struct view view = *(const struct view *)user;
	TRY(sd_bus_message_open_container(reply, 'a', "a{sv}"));
	for (view.index = 0; view.index < app_plan(view.app)->count; view.index++)
		if (!plan_internal(app_plan(view.app), view.index))
			TRY(append_reminder(reply, &view));
	return sd_bus_message_close_container(reply);
}

#define whole_outcomes append_outcomes
#define FIELD(kind, member, key, help)                                                             \
	{ key, STATUS_BUS_TYPE_##kind, offsetof(struct whole_values, member), NULL },
#define PART(member, key, type, help) { key, type, 0, whole_##member },
static const struct dict_field whole_fields[] = { STATUS_FIELDS(FIELD, PART){ .key = NULL } };

static uint64_t hours_end(const struct app *app, struct moment now)
{
	const struct ranges *hours = &app_plan(app)->hours;
	struct realtime end =
		hours_next_end(hours->hours, hours->count, &app->state.zone, now.real);
	return end.us == now.real.us ? 0 : foreseen(end);
}

static void fill_presence(struct whole_values *ret, const struct view *view)
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

/* What comes next, and whose sitting is shown as that of the user. */
static void fill_next(struct whole_values *ret, const struct view *view)
{
	const struct plan *plan = app_plan(view->app);
	const struct state *state = &view->app->state;
	int next = due_first(plan, state, view->now), counted = due_counted(plan, state);
	ret->next = next == REMINDER_ANY ? "" : plan->reminders[next].name;
	if (next != REMINDER_ANY)
		ret->next_at = foreseen(due_speaks(plan, state, next, view->now));
	ret->counted = "";
	if (counted == REMINDER_ANY)
		return;
	usec every = plan->reminders[counted].every;
	usec amount = ledger_read(&state->reminders[counted].ledger, every, plan, &state->presence,
				  view->now.boot);
	ret->counted = plan->reminders[counted].name;
	ret->counted_percent = (uint32_t)(amount * 100 / every);
}

/* Of the reminder whose sitting is shown: half of it in the first week. */
static int cap_of(const struct view *view)
{
	const struct plan *plan = app_plan(view->app);
	int counted = due_counted(plan, &view->app->state);
	int cap =
		counted == REMINDER_ANY ? 0 : gap_cap(plan, &view->app->state, counted, view->now);
	return cap > 0 ? cap : plan->cap;
}

int status_append(sd_bus_message *reply, const struct app *app)
{
	const struct view view = { app, clock_now(), REMINDER_ANY };
	const struct plan *plan = app_plan(app);
	const struct state *state = &app->state;
	struct today today = today_of(&view);
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
		.setup_done = plan->setup_done,
		.health_old =
			health_is_old(&plan->health, health_today(&state->zone, view.now.real)),
	};
	fill_presence(&values, &view);
	fill_next(&values, &view);
	return dict_fields(reply, whole_fields, &values, &view);
}

static int append_reason(sd_bus_message *reply, const struct state *state,
			 const struct reason *reason, struct moment now)
{
	char sentence[SENTENCE_SIZE];
	reason_say(reason, state, now.real, gettext_words, sentence);
	TRY(sd_bus_message_open_container(reply, 'r', "sa{sv}s"));
	TRY(sd_bus_message_append_basic(reply, 's', reason_word(reason->code)));
	TRY(sd_bus_message_open_container(reply, 'a', "{sv}"));
	if (reason->code == REASON_HELD) {
		TRY(dict_string(reply, "Hold", hold_word(reason->hold.kind)));
		TRY(dict_moment(reply, "Since", reason->hold.since));
		TRY(dict_moment(reply, "Until", reason->hold.until));
	} else {
		TRY(dict_moment(reply, "Since", reason->since));
		TRY(dict_moment(reply, "Until", reason->until));
		TRY(dict_usec(reply, "Amount", (uint64_t)reason->amount));
		TRY(dict_usec(reply, "Every", (uint64_t)reason->every));
		TRY(dict_string(reply, "Outcome",
				reason->code == REASON_LAST ? outcome_word(reason->outcome) : ""));
		if (reason->code == REASON_CAME)
			TRY(dict_string(reply, "Moment", good_word(reason->moment)));
	}
	TRY(sd_bus_message_close_container(reply));
	TRY(text_append(reply, sentence));
	return sd_bus_message_close_container(reply);
}

static int append_held(sd_bus_message *reply, const struct app *app, const struct reason *reason,
		       struct moment now)
{
	struct reason one = *reason;
	for (int i = 0; i < askers_count(app, &reason->hold); i++) {
		one.hold = askers_one(app, &reason->hold, i, now);
		TRY(append_reason(reply, &app->state, &one, now));
	}
	return 0;
}

int status_append_reasons(sd_bus_message *reply, const struct app *app, int index)
{
	struct moment now = clock_now();
	struct reason reasons[REASONS_MAX];
	bool none = index == REMINDER_ANY;
	int count = none ? 0 : explain(app_plan(app), &app->state, index, now, reasons);
	const char *name = none ? "" : app_plan(app)->reminders[index].name;
	TRY(sd_bus_message_append_basic(reply, 's', name));
	TRY(sd_bus_message_open_container(reply, 'a', "(sa{sv}s)"));
	for (int i = 0; i < count; i++)
		TRY(reasons[i].code == REASON_HELD
			    ? append_held(reply, app, &reasons[i], now)
			    : append_reason(reply, &app->state, &reasons[i], now));
	return sd_bus_message_close_container(reply);
}
