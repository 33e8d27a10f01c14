/* The same for scripts. Names and units are in limber(1); a key is never taken away. */
#include "cli/shared/status.h"

static void texts_json(struct json *json, const char *key, const struct status_texts *texts)
{
	json_open(json, key, '[');
	for (int i = 0; i < texts->count; i++)
		json_text(json, NULL, texts->text[i]);
	json_close(json, ']');
}

static void outcomes_json(struct json *json, const uint32_t outcomes[])
{
	json_open(json, "outcomes", '{');
	for (int i = OUTCOME_DONE; i < OUTCOME_COUNT; i++)
		if (outcomes[i])
			json_number(json, outcome_word((enum outcome)i), outcomes[i]);
	json_close(json, '}');
}

static void holds_json(struct json *json, const struct status_holds *holds)
{
	json_open(json, "holds", '[');
	for (int i = 0; i < holds->count; i++) {
		const struct status_hold *hold = &holds->hold[i];
		json_open(json, NULL, '{');
		json_text(json, "hold", hold->word);
		json_moment(json, "since", hold->since);
		json_moment(json, "until", hold->until);
		json_text(json, "sentence", hold->sentence);
		json_close(json, '}');
	}
	json_close(json, ']');
}

/* The members of a reminder, in an object that is open. */
static void members_json(struct json *json, const struct status_reminder *reminder)
{
	json_text(json, "name", reminder->name);
	json_text(json, "title", reminder->title);
	json_text(json, "item", reminder->item);
	json_bool(json, "enabled", reminder->enabled);
	json_bool(json, "silent", reminder->silent);
	json_text(json, "trigger", reminder->trigger);
	json_text(json, "with", reminder->with);
	json_text(json, "schedule", reminder->schedule);
	json_moment(json, "every", reminder->every);
	if (reminder->every)
		json_length(json, "ledger", reminder->ledger);
	else
		json_null(json, "ledger");
	json_moment(json, "full_at", reminder->full_at);
	if (reminder->every)
		json_length(json, "clears", reminder->clears);
	else
		json_null(json, "clears");
	json_moment(json, "due", reminder->due);
	json_moment(json, "next_due", reminder->next_due);
	json_moment(json, "speaks", reminder->speaks);
	holds_json(json, &reminder->holds);
	json_bool(json, "backed_off", reminder->backed_off);
	json_number(json, "cards", reminder->cards);
	json_number(json, "most", reminder->most);
	outcomes_json(json, reminder->outcomes);
	json_text(json, "last_outcome", reminder->last_outcome);
	json_moment(json, "last_ended", reminder->last_ended);
}

static void reminder_json(struct json *json, const struct status_reminder *reminder)
{
	json_open(json, NULL, '{');
	members_json(json, reminder);
	json_close(json, '}');
}

static void card_json(struct json *json, const struct status_card *card)
{
	if (!card->card) {
		json_null(json, "card");
		return;
	}
	json_open(json, "card", '{');
	json_number(json, "card", (int64_t)card->card);
	json_text(json, "reminder", card->reminder);
	json_text(json, "item", card->item);
	json_text(json, "title", card->title);
	json_moment(json, "shown", card->shown);
	json_close(json, '}');
}

static void reminders_json(struct json *json, const struct status *status)
{
	json_open(json, "reminders", '[');
	for (int i = 0; i < status->count; i++)
		reminder_json(json, &status->reminders[i]);
	json_close(json, ']');
}

static void sources_json(struct json *json, const struct status *status)
{
	json_open(json, "sources", '[');
	for (int i = 0; i < status->source_count; i++) {
		const struct status_source *source = &status->sources[i];
		json_open(json, NULL, '{');
		json_text(json, "kind", source->kind);
		json_text(json, "name", source->name);
		json_text(json, "state", source->state);
		json_text(json, "note", source->note);
		json_text(json, "others", source->others);
		json_close(json, '}');
	}
	json_close(json, ']');
}

void status_json(struct json *json, const struct status *status)
{
	json_open(json, NULL, '{');
	json_moment(json, "now", status->now);
	json_text(json, "zone", status->zone);
	json_text(json, "version", status->version);
	json_moment(json, "started", status->started);
	json_bool(json, "sitting", status->sitting);
	json_moment(json, "sitting_since", status->sitting_since);
	texts_json(json, "absences", &status->absences);
	json_moment(json, "absent_since", status->absent_since);
	json_text(json, "idle_source", status->idle_source);
	json_text(json, "session_source", status->session_source);
	json_moment(json, "paused_until", status->paused_until);
	json_text(json, "paused_why", status->paused_why);
	card_json(json, &status->card);
	json_moment(json, "hours_end", status->hours_end);
	json_moment(json, "silent_since", status->silent_since);
	json_number(json, "cap", status->cap);
	json_number(json, "cap_used", status->cap_used);
	json_number(json, "cards", status->cards);
	outcomes_json(json, status->outcomes);
	json_text(json, "next", status->next);
	texts_json(json, "problems", &status->problems);
	sources_json(json, status);
	json_bool(json, "setup_done", status->setup_done);
	json_bool(json, "health_old", status->health_old);
	reminders_json(json, status);
	json_close(json, '}');
	json_end(json);
}

void status_list_json(struct json *json, const struct status *status)
{
	json_open(json, NULL, '{');
	reminders_json(json, status);
	json_close(json, '}');
	json_end(json);
}

static void items_json(struct json *json, const char *const items[])
{
	if (!items) {
		json_null(json, "items");
		return;
	}
	json_open(json, "items", '[');
	for (; *items; items++)
		json_text(json, NULL, *items);
	json_close(json, ']');
}

void status_one_json(struct json *json, const struct status_reminder *reminder,
		     const char *const items[])
{
	json_open(json, NULL, '{');
	members_json(json, reminder);
	items_json(json, items);
	json_close(json, '}');
	json_end(json);
}

void status_next_json(struct json *json, const struct status *status, size_t limit)
{
	const struct status_reminder *coming[REMINDERS_MAX];
	int count = status_coming(status, coming);
	json_open(json, NULL, '{');
	json_open(json, "reminders", '[');
	for (int i = 0; i < count && (size_t)i < limit; i++)
		reminder_json(json, coming[i]);
	json_close(json, ']');
	json_close(json, '}');
	json_end(json);
}
