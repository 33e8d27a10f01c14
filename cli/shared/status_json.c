/* The status as JSON. Names and units are in limber(1); no key is ever removed. */
#include "cli/shared/status_rows.h"

typedef void part_writer(struct json *json, const struct status_row *row, const void *place);
static part_writer *const writers[STATUS_KINDS];

/* One field; `counted`: whether the ledger of the reminder is used. */
static void field_json(struct json *json, const struct status_row *field, const void *place,
		       bool counted)
{
	switch (field->kind) {
	case STATUS_TEXT:
		json_text(json, field->name, *(const char *const *)place);
		break;
	case STATUS_MOMENT:
	case STATUS_LENGTH:
		json_moment(json, field->name, *(const uint64_t *)place);
		break;
	case STATUS_COUNTED:
		if (counted)
			json_length(json, field->name, *(const uint64_t *)place);
		else
			json_null(json, field->name);
		break;
	case STATUS_NUMBER:
		json_number(json, field->name, (int64_t) * (const uint64_t *)place);
		break;
	case STATUS_COUNT:
		json_number(json, field->name, *(const uint32_t *)place);
		break;
	case STATUS_TRUTH:
		json_bool(json, field->name, *(const int *)place);
		break;
	default:
		writers[field->kind](json, field, place);
		break;
	}
}

/* The fields of a struct as members of the open object. */
static void fields_json(struct json *json, const struct status_row rows[], const void *base,
			bool counted)
{
	for (; rows->name; rows++)
		field_json(json, rows, (const char *)base + rows->offset, counted);
}

static void texts_json(struct json *json, const struct status_row *row, const void *place)
{
	const struct status_texts *texts = place;
	json_open(json, row->name, '[');
	for (int i = 0; i < texts->count; i++)
		json_text(json, NULL, texts->text[i]);
	json_close(json, ']');
}

static void outcomes_json(struct json *json, const struct status_row *row, const void *place)
{
	const uint32_t *outcomes = place;
	json_open(json, row->name, '{');
	for (int i = OUTCOME_DONE; i < OUTCOME_COUNT; i++)
		if (outcomes[i])
			json_number(json, outcome_word((enum outcome)i), outcomes[i]);
	json_close(json, '}');
}

static void holds_json(struct json *json, const struct status_row *row, const void *place)
{
	const struct status_holds *holds = place;
	json_open(json, row->name, '[');
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

static void members_json(struct json *json, const struct status_reminder *reminder)
{
	fields_json(json, status_reminder_rows, reminder, reminder->every > 0);
}

static void reminder_json(struct json *json, const struct status_reminder *reminder)
{
	json_open(json, NULL, '{');
	members_json(json, reminder);
	json_close(json, '}');
}

static void buttons_json(struct json *json, const struct status_row *row, const void *place)
{
	const struct status_buttons *buttons = place;
	json_open(json, row->name, '[');
	for (int i = 0; i < buttons->count; i++)
		json_text(json, NULL, buttons->action[i]);
	json_close(json, ']');
}

static void card_json(struct json *json, const struct status_row *row, const void *place)
{
	const struct status_card *card = place;
	if (!card->card) {
		json_null(json, row->name);
		return;
	}
	json_open(json, row->name, '{');
	fields_json(json, status_card_rows, card, false);
	json_close(json, '}');
}

/* The struct around a member. */
static const struct status *status_around(const struct status_row *row, const void *place)
{
	return (const void *)((const char *)place - row->offset);
}

static void list_json(struct json *json, const struct status *status)
{
	json_open(json, "reminders", '[');
	for (int i = 0; i < status->count; i++)
		reminder_json(json, &status->reminders[i]);
	json_close(json, ']');
}

static void reminders_json(struct json *json, const struct status_row *row, const void *place)
{
	list_json(json, status_around(row, place));
}

static void sources_json(struct json *json, const struct status_row *row, const void *place)
{
	const struct status *status = status_around(row, place);
	json_open(json, row->name, '[');
	for (int i = 0; i < status->source_count; i++) {
		json_open(json, NULL, '{');
		fields_json(json, status_source_rows, &status->sources[i], false);
		json_close(json, '}');
	}
	json_close(json, ']');
}

static part_writer *const writers[STATUS_KINDS] = {
	[STATUS_TEXTS] = texts_json,     [STATUS_OUTCOMES] = outcomes_json,
	[STATUS_HOLDS] = holds_json,     [STATUS_BUTTONS] = buttons_json,
	[STATUS_CARD] = card_json,       [STATUS_REMINDERS] = reminders_json,
	[STATUS_SOURCES] = sources_json,
};

void status_json(FILE *out, const struct status *status)
{
	struct json json = json_start(out);
	fields_json(&json, status_rows, status, false);
	json_finish(&json);
}

void status_list_json(FILE *out, const struct status *status)
{
	struct json json = json_start(out);
	list_json(&json, status);
	json_finish(&json);
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

void status_one_json(FILE *out, const struct status_reminder *reminder, const char *const items[])
{
	struct json json = json_start(out);
	members_json(&json, reminder);
	items_json(&json, items);
	json_finish(&json);
}

void status_next_json(FILE *out, const struct status *status, size_t limit)
{
	const struct status_reminder *coming[REMINDERS_MAX];
	int count = status_coming(status, coming);
	struct json json = json_start(out);
	json_open(&json, "reminders", '[');
	for (int i = 0; i < count && (size_t)i < limit; i++)
		reminder_json(&json, coming[i]);
	json_close(&json, ']');
	json_finish(&json);
}
