/*
 * One call tells all that `limber status` shows, so that a status costs one round trip and is of
 * one moment. Everything here only reads.
 */
#include "daemon/status.h"

#include <libintl.h>
#include <string.h>

#include "config/catalogue.h"
#include "core/policy/back_off.h"
#include "core/policy/due.h"
#include "core/policy/gap.h"
#include "core/policy/good.h"
#include "core/policy/ledger.h"
#include "core/policy/rules.h"
#include "core/policy/silence.h"
#include "core/words/explain.h"
#include "daemon/adapters/dict.h"
#include "daemon/askers.h"
#include "daemon/problems.h"
#include "daemon/sources.h"

#define _(text) gettext(text)

static int append_outcomes(sd_bus_message *reply, const struct today *today)
{
	TRY(dict_open(reply, "Outcomes", "a{su}"));
	TRY(sd_bus_message_open_container(reply, 'a', "{su}"));
	for (int i = OUTCOME_DONE; i < OUTCOME_COUNT; i++)
		if (today->outcomes[i] > 0)
			TRY(sd_bus_message_append(reply, "{su}", outcome_word((enum outcome)i),
						  (uint32_t)today->outcomes[i]));
	TRY(sd_bus_message_close_container(reply));
	return dict_close(reply);
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

static int append_ledger(sd_bus_message *reply, const struct app *app, int index, struct moment now)
{
	const struct plan *plan = app_plan(app);
	const struct ledger *ledger = &app->state.reminders[index].ledger;
	const struct presence *presence = &app->state.presence;
	usec every = plan->reminders[index].every;
	struct boottime full;
	struct realtime full_at = { 0 };
	if (!due_bound(plan, index))
		return 0;
	TRY(dict_usec(reply, "Every", (uint64_t)every));
	TRY(dict_bool(reply, "BackedOff", app->state.reminders[index].slow > 0));
	if (plan->reminders[index].trigger != TRIGGER_SITTING)
		return 0;
	if (ledger_full_at(ledger, every, plan, presence, now.boot, &full))
		full_at = moment_real_of(now, full);
	usec amount = ledger_read(ledger, every, plan, presence, now.boot);
	TRY(dict_usec(reply, "Ledger", (uint64_t)amount));
	TRY(dict_usec(reply, "Clears", clears(plan, amount, every)));
	return dict_moment(reply, "FullAt", full_at);
}

static struct realtime foreseen(struct realtime moment)
{
	return moment.us == REALTIME_OPEN.us ? (struct realtime){ 0 } : moment;
}

static int append_times(sd_bus_message *reply, const struct app *app, int index, struct moment now)
{
	const struct plan *plan = app_plan(app);
	const struct reminder_state *its = &app->state.reminders[index];
	TRY(dict_moment(reply, "Due", its->due));
	TRY(dict_moment(reply, "NextDue", foreseen(due_told(plan, &app->state, index, now))));
	TRY(dict_moment(reply, "Speaks", foreseen(due_speaks(plan, &app->state, index, now))));
	TRY(dict_string(reply, "LastOutcome",
			its->last.sequence ? outcome_word(its->last.outcome) : ""));
	TRY(dict_moment(reply, "LastEnded", its->last.ended));
	TRY(dict_open(reply, "Holds", "a(stts)"));
	TRY(status_append_holds(reply, app, index, now));
	return dict_close(reply);
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

static int append_reminder(sd_bus_message *reply, const struct app *app, int index,
			   struct moment now)
{
	const struct plan *plan = app_plan(app);
	const struct reminder *reminder = &plan->reminders[index];
	const struct reminder_state *its = &app->state.reminders[index];
	const struct item *item = due_item(plan, &app->state, index);
	int32_t day = zone_day(&app->state.zone, now.real, plan->day_starts);
	struct today today = state_today(&its->today, day);
	char schedule[SENTENCE_SIZE];
	schedule_now(app, index, now, schedule);
	TRY(sd_bus_message_open_container(reply, 'a', "{sv}"));
	TRY(dict_string(reply, "Name", reminder->name));
	TRY(dict_string(reply, "Title", reminder_title(reminder, item, gettext_words)));
	TRY(dict_string(reply, "Item", item ? item->id : ""));
	TRY(dict_bool(reply, "Enabled", reminder->enabled));
	TRY(dict_bool(reply, "Silent", due_silent(plan, &app->state, index)));
	TRY(dict_string(reply, "Trigger", trigger_words[reminder->trigger]));
	TRY(dict_string(reply, "With",
			reminder->with < 0 ? "" : plan->reminders[reminder->with].name));
	TRY(dict_number(reply, "Most", (uint32_t)reminder->most));
	TRY(dict_string(reply, "Schedule", schedule));
	TRY(append_ledger(reply, app, index, now));
	TRY(append_times(reply, app, index, now));
	TRY(dict_number(reply, "Cards", today.cards));
	TRY(dict_number(reply, "CapUsed", today.every));
	TRY(append_outcomes(reply, &today));
	return sd_bus_message_close_container(reply);
}

static int append_reminders(sd_bus_message *reply, const struct app *app, struct moment now)
{
	TRY(dict_open(reply, "Reminders", "aa{sv}"));
	TRY(sd_bus_message_open_container(reply, 'a', "a{sv}"));
	for (int i = 0; i < app_plan(app)->count; i++)
		TRY(append_reminder(reply, app, i, now));
	TRY(sd_bus_message_close_container(reply));
	return dict_close(reply);
}

static const struct {
	uint32_t bit;
	const char *word;
} absence_words[] = {
	{ ABSENT_LOCKED, "locked" }, { ABSENT_ASLEEP, "asleep" },     { ABSENT_BY_HAND, "by_hand" },
	{ ABSENT_IDLE, "idle" },     { ABSENT_STANDING, "standing" }, { ABSENT_WORKOUT, "workout" },
};

static int append_absences(sd_bus_message *reply, uint32_t absences)
{
	TRY(dict_open(reply, "Absences", "as"));
	TRY(sd_bus_message_open_container(reply, 'a', "s"));
	for (size_t i = 0; i < sizeof(absence_words) / sizeof(absence_words[0]); i++)
		if (absences & absence_words[i].bit)
			TRY(sd_bus_message_append_basic(reply, 's', absence_words[i].word));
	TRY(sd_bus_message_close_container(reply));
	return dict_close(reply);
}

static int append_presence(sd_bus_message *reply, const struct app *app, struct moment now)
{
	const struct presence *presence = &app->state.presence;
	struct realtime absent = { 0 };
	if (presence->absences != 0)
		absent = moment_real_of(now, presence->absent_since);
	TRY(dict_bool(reply, "Sitting", presence->absences == 0));
	TRY(dict_moment(reply, "SittingSince", moment_real_of(now, presence->sitting_since)));
	TRY(append_absences(reply, presence->absences));
	TRY(dict_moment(reply, "AbsentSince", absent));
	TRY(dict_string(reply, "IdleSource", app->idle ? idle_name(app->idle) : ""));
	return dict_string(reply, "SessionSource", app->has_session ? "logind" : "");
}

static int append_card(sd_bus_message *reply, const struct app *app)
{
	struct card_content content;
	if (app->state.card.id == 0)
		return sd_bus_message_append(reply, "{sv}", "Card", "a{sv}", 0);
	app_card_content(app, &content);
	TRY(dict_open(reply, "Card", "a{sv}"));
	TRY(card_content_append(reply, app->state.card.id, &content));
	return dict_close(reply);
}

static int append_today(sd_bus_message *reply, const struct app *app, struct moment now)
{
	const struct plan *plan = app_plan(app);
	struct today today = state_today(&app->state.today,
					 zone_day(&app->state.zone, now.real, plan->day_starts));
	TRY(dict_number(reply, "Cards", today.cards));
	TRY(dict_number(reply, "CapUsed", today.every));
	return append_outcomes(reply, &today);
}

static struct realtime hours_end(const struct app *app, struct moment now)
{
	const struct ranges *hours = &app_plan(app)->hours;
	struct realtime end =
		hours_next_end(hours->hours, hours->count, &app->state.zone, now.real);
	return end.us == now.real.us ? (struct realtime){ 0 } : foreseen(end);
}

static int append_kinds(sd_bus_message *reply, uint32_t kinds)
{
	TRY(dict_open(reply, "Kinds", "as"));
	TRY(sd_bus_message_open_container(reply, 'a', "s"));
	for (int i = 0; i < CRAMP_COUNT; i++)
		if (kinds & UINT32_C(1) << i)
			TRY(sd_bus_message_append_basic(reply, 's', item_cramp_kinds[i]));
	TRY(sd_bus_message_close_container(reply));
	return dict_close(reply);
}

int status_append(sd_bus_message *reply, const struct app *app)
{
	struct moment now = clock_now();
	int next = due_first(app_plan(app), &app->state, now);
	TRY(sd_bus_message_open_container(reply, 'a', "{sv}"));
	TRY(dict_string(reply, "Version", app->version));
	TRY(dict_moment(reply, "Now", now.real));
	TRY(dict_string(reply, "Zone", app->state.zone.name));
	TRY(dict_moment(reply, "Started", moment_real_of(now, app->started.boot)));
	TRY(append_presence(reply, app, now));
	TRY(dict_moment(reply, "PausedUntil", app->state.paused_until));
	TRY(dict_string(reply, "PausedWhy", app->state.paused_why));
	TRY(append_card(reply, app));
	TRY(append_today(reply, app, now));
	TRY(dict_moment(reply, "HoursEnd", hours_end(app, now)));
	TRY(dict_number(reply, "Cap", (uint32_t)app_plan(app)->cap));
	TRY(dict_string(reply, "Next",
			next == REMINDER_ANY ? "" : app_plan(app)->reminders[next].name));
	TRY(problems_append(reply, app));
	TRY(dict_string(reply, "StoreTrouble",
			app->save_error < 0 ? strerror(-app->save_error) : ""));
	TRY(dict_string(reply, "WatchTrouble", app_unwatched(app)));
	TRY(dict_moment(reply, "SilentSince", silence_since(&app->state)));
	TRY(sources_append(reply, app));
	TRY(dict_bool(reply, "SetupDone", app_plan(app)->setup_done));
	TRY(dict_bool(
		reply, "HealthOld",
		health_is_old(&app_plan(app)->health, health_today(&app->state.zone, now.real))));
	TRY(append_kinds(reply, app_plan(app)->health.kinds));
	TRY(append_reminders(reply, app, now));
	return sd_bus_message_close_container(reply);
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
