/*
 * The reply to an answer is made from the row that its step booked, not from the state, in which
 * the next card may be up already.
 */
#include "daemon/reply.h"

#include <libintl.h>
#include <string.h>

#include "core/base/amount.h"
#include "core/policy/deck.h"
#include "core/policy/due.h"
#include "core/policy/ledger.h"
#include "core/words/card_text.h"
#include "core/words/words.h"
#include "daemon/adapters/cleanup.h"
#include "daemon/adapters/dict.h"

#define _(text) gettext(text)

int reply_begin(sd_bus_message *call, sd_bus_message **reply)
{
	TRY(sd_bus_message_new_method_return(call, reply));
	return sd_bus_message_open_container(*reply, 'a', "{sv}");
}

int reply_end(sd_bus_message *reply)
{
	TRY(sd_bus_message_close_container(reply));
	return sd_bus_send(NULL, reply, NULL);
}

int reply_changes(sd_bus_message *reply, const struct config_diff *diff)
{
	TRY(sd_bus_message_open_container(reply, 'a', "(sss)"));
	for (size_t i = 0; i < diff->count; i++) {
		const struct config_difference *it = &diff->list[i];
		TRY(sd_bus_message_open_container(reply, 'r', "sss"));
		TRY(text_append(reply, it->key));
		TRY(text_append(reply, it->was ? it->was : ""));
		TRY(text_append(reply, it->is ? it->is : ""));
		TRY(sd_bus_message_close_container(reply));
	}
	return sd_bus_message_close_container(reply);
}

int reply_notes(sd_bus_message *reply, const struct config_errors *notes)
{
	TRY(sd_bus_message_open_container(reply, 'a', "s"));
	for (size_t i = 0; i < notes->count; i++)
		TRY(text_append(reply, notes->lines[i]));
	return sd_bus_message_close_container(reply);
}

static int append_item(sd_bus_message *reply, const struct app *app, int index,
		       const struct item *item)
{
	const struct reminder *reminder = &app_plan(app)->reminders[index];
	TRY(dict_string(reply, "Reminder", reminder->name));
	TRY(dict_string(reply, "Title", reminder_title(reminder, item, gettext_words)));
	return dict_string(reply, "Item", item ? item->id : "");
}

int reply_reminder(sd_bus_message *reply, const struct app *app, int index)
{
	return append_item(reply, app, index, deck_item(app_plan(app), &app->state, index));
}

int reply_next(sd_bus_message *reply, const struct app *app, int index)
{
	const struct plan *plan = app_plan(app);
	const struct reminder *reminder = &plan->reminders[index];
	struct moment now = clock_now();
	struct realtime speaks = due_speaks(plan, &app->state, index, now);
	if (reminder->trigger == TRIGGER_SITTING && reminder->with < 0)
		TRY(dict_usec(reply, "Ledger",
			      (uint64_t)ledger_read(&app->state.reminders[index].ledger,
						    reminder->every, plan, &app->state.presence,
						    now.boot)));
	return dict_moment(reply, "Speaks",
			   speaks.us == REALTIME_OPEN.us ? (struct realtime){ 0 } : speaks);
}

/* The row of a reminder among those of a step; NULL: none was booked. */
static const struct record *booked(const struct result *result, const char *reminder)
{
	for (int i = 0; i < result->count; i++)
		if (result->actions[i].kind == ACTION_RECORD &&
		    strcmp(result->actions[i].record.reminder, reminder) == 0)
			return &result->actions[i].record;
	return NULL;
}

static int append_row(sd_bus_message *reply, const struct app *app, int index,
		      const struct record *row)
{
	TRY(append_item(reply, app, index, config_item(app->config, row->item)));
	TRY(dict_string(reply, "Outcome", outcome_word(row->outcome)));
	return row->shown.us ? dict_moment(reply, "Shown", row->shown) : 0;
}

static int append_others(sd_bus_message *reply, const struct app *app, const struct undo *undo)
{
	if (undo->count < 2)
		return 0;
	TRY(dict_open(reply, "Others", "as"));
	TRY(sd_bus_message_open_container(reply, 'a', "s"));
	for (int i = 1; i < undo->count; i++)
		TRY(text_append(reply, app_plan(app)->reminders[undo->reminders[i]].name));
	TRY(sd_bus_message_close_container(reply));
	return dict_close(reply);
}

/* Whether a fact stops one of its items that is a drink: a clinic has set how much that is. */
static bool has_clinic_target(const struct app *app, int index)
{
	const struct reminder *reminder = &app_plan(app)->reminders[index];
	int32_t today = health_today(&app->state.zone, app->state.at.real);
	for (int i = 0; i < reminder->item_count; i++)
		if (reminder->items[i]->category == CATEGORY_HYDRATE &&
		    item_verdict(reminder->items[i], &app_plan(app)->health, today).ruling ==
			    RULING_STOP)
			return true;
	return false;
}

static int append_note(sd_bus_message *reply, const struct app *app, int index,
		       const struct record *row)
{
	if (!row || row->outcome == OUTCOME_SKIPPED || !has_clinic_target(app, index))
		return 0;
	return dict_string(reply, "Note", _("Booked. Your clinic's own target comes before ours."));
}

int reply_answered(sd_bus_message *reply, const struct app *app, const struct event *event,
		   const struct result *result)
{
	int index = result->reminder;
	const struct undo *undo = &app->state.undo;
	const struct record *row = booked(result, app_plan(app)->reminders[index].name);
	if (row) {
		TRY(append_row(reply, app, index, row));
	} else {
		TRY(reply_reminder(reply, app, index));
		TRY(dict_string(reply, "Outcome", outcome_word(OUTCOME_SNOOZED)));
	}
	if (row && undo->count > 0 && undo->before[0].last.sequence == row->sequence)
		TRY(dict_string(reply, "Before", outcome_word(undo->before[0].last.outcome)));
	TRY(append_others(reply, app, undo));
	TRY(append_note(reply, app, index, row));
	if (event->kind == EVENT_SNOOZE)
		TRY(dict_moment(reply, "Until", event->snooze.until));
	return reply_next(reply, app, index);
}

int reply_answer(sd_bus_message *call, const struct app *app, const struct event *event,
		 const struct result *result)
{
	_cleanup_message_ sd_bus_message *reply = NULL;
	TRY(reply_begin(call, &reply));
	TRY(reply_answered(reply, app, event, result));
	return reply_end(reply);
}

static int append_paused(sd_bus_message *reply, const struct app *app)
{
	struct realtime paused = app->state.paused_until;
	return paused.us ? dict_moment(reply, "PausedUntil", paused) : 0;
}

static const char *const undo_words[] = {
	[UNDO_NOTHING] = "",    [UNDO_ANSWER] = "answer", [UNDO_SNOOZE] = "snooze",
	[UNDO_PAUSE] = "pause", [UNDO_RESUME] = "resume", [UNDO_BACK_OFF] = "back_off",
	[UNDO_BOOK] = "entry",  [UNDO_AMEND] = "amend",
};

/* 'desk: the answer "done" (walk-break)', "desk: the snooze", or only "the pause". */
static void undone_say(const struct app *app, const struct result *result,
		       const struct record *last, char out[SENTENCE_SIZE])
{
	char amount[AMOUNT_SIZE];
	bool of_one = result->reminder != REMINDER_ANY, answer = result->undone == UNDO_ANSWER;
	bool drink = answer && last->kind == RECORD_DRINK;
	amount_say(last->amount, app_plan(app)->ounces, amount);
	words_fill(out, SENTENCE_SIZE,
		   !of_one                 ? "{what}"
		   : drink                 ? "{reminder}: {amount}"
		   : !answer               ? "{reminder}: {what}"
		   : last->item[0] == '\0' ? _("{reminder}: {what} \"{outcome}\"")
					   : _("{reminder}: {what} \"{outcome}\" ({item})"),
		   "reminder", of_one ? app_plan(app)->reminders[result->reminder].name : "",
		   "what", _(words_undone(result->undone)), "outcome",
		   answer ? _(outcome_say(last->outcome)) : "", "item", last->item, "amount",
		   amount, NULL);
}

int reply_undo(sd_bus_message *call, const struct app *app, const struct result *result,
	       const struct record *last)
{
	_cleanup_message_ sd_bus_message *reply = NULL;
	char what[SENTENCE_SIZE];
	int index = result->reminder;
	undone_say(app, result, last, what);
	TRY(reply_begin(call, &reply));
	TRY(dict_string(reply, "Kind", undo_words[result->undone]));
	TRY(dict_string(reply, "What", what));
	if (result->undone == UNDO_ANSWER)
		TRY(append_row(reply, app, index, last));
	else if (index != REMINDER_ANY)
		TRY(reply_reminder(reply, app, index));
	if (index != REMINDER_ANY)
		TRY(reply_next(reply, app, index));
	TRY(append_paused(reply, app));
	return reply_end(reply);
}

static const char *const change_words[] = {
	[CHANGE_SET] = "setting",
	[CHANGE_UNSET] = "setting",
	[CHANGE_ADD] = "added",
	[CHANGE_REMOVE] = "removed",
};

/* The questions set their day with the answers; others: something else was set, too. */
static bool is_health(const struct config_diff *diff, bool *others)
{
	bool asked = false;
	*others = false;
	for (size_t i = 0; diff->list && i < diff->count; i++) {
		const char *key = diff->list[i].key;
		asked |= strcmp(key, "health_asked") == 0;
		*others |= strncmp(key, "health", strlen("health")) != 0 &&
			   strcmp(key, "setup_done") != 0;
	}
	return asked;
}

/* "desk: every 45min -> 50min" */
static void change_say(const struct changed *changed, char out[SENTENCE_SIZE])
{
	const struct config_diff *diff = &changed->diff;
	const struct config_difference *first = diff->count > 0 ? diff->list : NULL;
	const char *was = first ? first->was : "", *is = first ? first->is : "";
	bool others, health = is_health(diff, &others);
	words_fill(out, SENTENCE_SIZE,
		   health ? others ? _("your health answers, and others with them")
				   : _("your health answers")
		   : changed->kind == CHANGE_ADD    ? _("the reminder {reminder}, which was added")
		   : changed->kind == CHANGE_REMOVE ? _("the removal of {reminder}")
		   : diff->count > 1 ? _("{reminder}{colon}{key} {was} -> {is}, and others with it")
				     : "{reminder}{colon}{key} {was} -> {is}",
		   "reminder", changed->reminder, "colon", changed->reminder[0] ? ": " : "", "key",
		   first ? first->key : "", "was", was[0] ? was : _("not set"), "is",
		   is[0] ? is : _("not set"), NULL);
}

int reply_undo_change(sd_bus_message *call, const struct app *app, struct changed *changed)
{
	_cleanup_message_ sd_bus_message *reply = NULL;
	char what[SENTENCE_SIZE];
	for (size_t i = 0; i < changed->diff.count; i++) {
		struct config_difference *it = &changed->diff.list[i];
		char *was = it->was;
		it->was = it->is;
		it->is = was;
	}
	change_say(changed, what);
	TRY(reply_begin(call, &reply));
	TRY(dict_string(reply, "Kind", change_words[changed->kind]));
	TRY(dict_string(reply, "What", what));
	if (changed->reminder[0])
		TRY(dict_string(reply, "Reminder", changed->reminder));
	if (changed->diff.count > 0) {
		TRY(dict_open(reply, "Changes", "a(sss)"));
		TRY(reply_changes(reply, &changed->diff));
		TRY(dict_close(reply));
	}
	TRY(append_paused(reply, app));
	return reply_end(reply);
}

void reply_undo_say(const struct app *app, char out[SENTENCE_SIZE])
{
	static const struct record none;
	const struct undo *undo = &app->state.undo;
	bool of_one = undo->count > 0;
	const struct result result = { .undone = undo->kind,
				       .reminder = of_one ? undo->reminders[0] : REMINDER_ANY };
	const struct changed *changed = reconfigure_last(app);
	if (changed)
		change_say(changed, out);
	else
		undone_say(app, &result,
			   of_one ? &app->state.reminders[undo->reminders[0]].last : &none, out);
}
