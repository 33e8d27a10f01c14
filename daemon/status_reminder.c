/* A reminder in the reply of Status. */
#include "daemon/status.h"

#include <libintl.h>

#include "core/codec/status_fields.h"
#include "core/policy/back_off.h"
#include "core/policy/deck.h"
#include "core/policy/due.h"
#include "core/policy/gap.h"
#include "core/policy/ledger.h"
#include "core/policy/water.h"
#include "core/words/words.h"
#include "daemon/adapters/dict.h"
#include "daemon/askers.h"

#define _(text) gettext(text)

struct today status_today(const struct status_view *view)
{
	const struct app *app = view->app;
	int32_t day = state_day(app_plan(app), &app->state, view->now.real);
	return state_today(view->index == REMINDER_ANY ? &app->state.today
						       : &app->state.reminders[view->index].today,
			   day);
}

int status_append_outcomes(sd_bus_message *reply, const void *user)
{
	struct today today = status_today(user);
	TRY(sd_bus_message_open_container(reply, 'a', "{su}"));
	for (int i = OUTCOME_DONE; i < OUTCOME_COUNT; i++)
		if (today.outcomes[i] > 0)
			TRY(sd_bus_message_append(reply, "{su}", outcome_word((enum outcome)i),
						  (uint32_t)today.outcomes[i]));
	return sd_bus_message_close_container(reply);
}

uint64_t status_moment(struct realtime moment)
{
	return moment.us == REALTIME_OPEN.us ? 0 : moment_out(moment);
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

/* The length of the absence that clears the ledger; one up to still_sitting clears nothing. */
static uint64_t clears(const struct plan *plan, usec amount, usec every)
{
	usec away = amount / USEC_PER_SEC * plan->pays_back / (every / USEC_PER_SEC);
	return (uint64_t)(away > plan->still_sitting ? away : plan->still_sitting + USEC_PER_SEC);
}

static const char *const trigger_words[] = {
	[TRIGGER_SITTING] = "sitting",
	[TRIGGER_CLOCK] = "clock",
	[TRIGGER_AT] = "at",
	[TRIGGER_ON] = "on",
};

/* Its schedule, with the longer gap of back-off or of the first week. */
static void schedule_now(const struct app *app, int index, struct moment now,
			 char out[SENTENCE_SIZE])
{
	const struct plan *plan = app_plan(app);
	const struct reminder *reminder = &plan->reminders[index];
	char schedule[SENTENCE_SIZE], length[LENGTH_SIZE];
	usec back_off = back_off_gap(plan, &app->state.reminders[index]);
	bool first_week = reminder->with < 0 && !water_leads(plan, &app->state, index) &&
			  reminder->every < FIRST_WEEK_GAP &&
			  gap_first_week(plan, &app->state, index, now);
	words_schedule(plan, &app->state, index, gettext_words, schedule);
	length_say(back_off > 0 ? back_off : FIRST_WEEK_GAP, length);
	words_fill(out, SENTENCE_SIZE,
		   back_off > 0 ? _("{schedule} (unanswered: {length} apart)")
		   : first_week ? _("{schedule} (first week: {length} apart)")
				: "{schedule}",
		   "schedule", schedule, "length", length, NULL);
}

struct reminder_values {
	STATUS_REMINDER_FIELDS(STATUS_MEMBER, STATUS_NO_MEMBER)
};

static void fill_ledger(struct reminder_values *ret, const struct status_view *view)
{
	const struct app *app = view->app;
	const struct plan *plan = app_plan(app);
	const struct reminder_state *its = &app->state.reminders[view->index];
	usec every = plan->reminders[view->index].every;
	struct boottime full;
	if (!plan_bound(plan, view->index) || water_leads(plan, &app->state, view->index))
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

static void fill_times(struct reminder_values *ret, const struct status_view *view)
{
	const struct plan *plan = app_plan(view->app);
	const struct state *state = &view->app->state;
	const struct reminder_state *its = &state->reminders[view->index];
	struct today today = status_today(view);
	ret->due = moment_out(its->due);
	ret->next_due = status_moment(due_reachable(plan, state, view->index, view->now));
	ret->speaks = status_moment(due_speaks(plan, state, view->index, view->now));
	ret->opens = due_opens(plan, state, view->index, view->now);
	ret->last_outcome = its->last.sequence ? outcome_word(its->last.outcome) : "";
	ret->last_ended = moment_out(its->last.ended);
	ret->cards = today.cards;
	ret->unasked = today.unasked;
	ret->cap_used = today.every;
}

static int reminder_holds(sd_bus_message *reply, const void *user)
{
	const struct status_view *view = user;
	return status_append_holds(reply, view->app, view->index, view->now);
}

#define reminder_outcomes status_append_outcomes
#define FIELD(kind, member, key, help)                                                             \
	{ key, STATUS_BUS_TYPE_##kind, offsetof(struct reminder_values, member), NULL },
#define PART(kind, member, key, help) { key, STATUS_BUS_TYPE_##kind, 0, reminder_##member },
static const struct dict_field reminder_fields[] = { STATUS_REMINDER_FIELDS(FIELD,
									    PART){ .key = NULL } };
#undef FIELD
#undef PART

int status_append_reminder(sd_bus_message *reply, const struct status_view *view)
{
	const struct app *app = view->app;
	const struct plan *plan = app_plan(app);
	const struct reminder *reminder = &plan->reminders[view->index];
	const struct item *item = deck_item(plan, &app->state, view->index);
	bool aims = water_leads(plan, &app->state, view->index);
	char schedule[SENTENCE_SIZE];
	schedule_now(app, view->index, view->now, schedule);
	struct reminder_values values = {
		.name = reminder->name,
		.title = reminder_title(reminder, item, gettext_words),
		.item = item ? item->id : "",
		.enabled = reminder->enabled,
		.silent = deck_is_barred(plan, &app->state, view->index),
		.trigger = aims ? "aim" : trigger_words[reminder->trigger],
		.with = reminder->with < 0 ? "" : plan->reminders[reminder->with].name,
		.most = aims ? 0 : (uint32_t)reminder->most,
		.schedule = schedule,
	};
	fill_ledger(&values, view);
	fill_times(&values, view);
	return dict_fields(reply, reminder_fields, &values, view);
}
