/* The status as JSON. Names and units are in limber(1); no key is ever removed. */
#include <stddef.h>

#include "cli/shared/status.h"

struct field {
	const char *name;
	enum status_kind kind;
	size_t offset;
	void (*json)(struct json *json, const char *name, const void *place); /* of a part */
};

#define ROW(base, kind, member) { #member, STATUS_##kind, offsetof(base, member), NULL },
#define PART(base, member) { #member, STATUS_PART, offsetof(base, member), member##_json },

/* One field; `counted`: whether the ledger of the reminder is used. */
static void field_json(struct json *json, const struct field *field, const void *place,
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
	case STATUS_PART:
		field->json(json, field->name, place);
		break;
	}
}

/* The fields of a struct as members of the open object. */
static void fields_json(struct json *json, const struct field fields[], const void *base,
			bool counted)
{
	for (; fields->name; fields++)
		field_json(json, fields, (const char *)base + fields->offset, counted);
}

static void texts_json(struct json *json, const char *name, const void *place)
{
	const struct status_texts *texts = place;
	json_open(json, name, '[');
	for (int i = 0; i < texts->count; i++)
		json_text(json, NULL, texts->text[i]);
	json_close(json, ']');
}

static void outcomes_json(struct json *json, const char *name, const void *place)
{
	const uint32_t *outcomes = place;
	json_open(json, name, '{');
	for (int i = OUTCOME_DONE; i < OUTCOME_COUNT; i++)
		if (outcomes[i])
			json_number(json, outcome_word((enum outcome)i), outcomes[i]);
	json_close(json, '}');
}

static void holds_json(struct json *json, const char *name, const void *place)
{
	const struct status_holds *holds = place;
	json_open(json, name, '[');
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

#define REMINDER_FIELD(kind, member, key, help) ROW(struct status_reminder, kind, member)
#define REMINDER_PART(member, key, type, help) PART(struct status_reminder, member)
static const struct field reminder_fields[] = { STATUS_REMINDER_FIELDS(
	REMINDER_FIELD, REMINDER_PART){ .name = NULL } };

static void members_json(struct json *json, const struct status_reminder *reminder)
{
	fields_json(json, reminder_fields, reminder, reminder->every > 0);
}

static void reminder_json(struct json *json, const struct status_reminder *reminder)
{
	json_open(json, NULL, '{');
	members_json(json, reminder);
	json_close(json, '}');
}

static void buttons_json(struct json *json, const char *name, const void *place)
{
	const struct status_buttons *buttons = place;
	json_open(json, name, '[');
	for (int i = 0; i < buttons->count; i++)
		json_text(json, NULL, buttons->action[i]);
	json_close(json, ']');
}

#define CARD_FIELD(kind, member, key, help) ROW(struct status_card, kind, member)
#define CARD_PART(member, key, type, help) PART(struct status_card, member)
static const struct field card_fields[] = { STATUS_CARD_FIELDS(CARD_FIELD,
							       CARD_PART){ .name = NULL } };

static void card_json(struct json *json, const char *name, const void *place)
{
	const struct status_card *card = place;
	if (!card->card) {
		json_null(json, name);
		return;
	}
	json_open(json, name, '{');
	fields_json(json, card_fields, card, false);
	json_close(json, '}');
}

/* The struct around a member. */
#define STATUS_OF(place, member)                                                                   \
	((const struct status *)(const void *)((const char *)(place)-offsetof(struct status,       \
									      member)))

static void reminders_json(struct json *json, const char *name, const void *place)
{
	const struct status *status = STATUS_OF(place, reminders);
	json_open(json, name, '[');
	for (int i = 0; i < status->count; i++)
		reminder_json(json, &status->reminders[i]);
	json_close(json, ']');
}

#define SOURCE_FIELD(kind, member, key, help) ROW(struct status_source, kind, member)
static const struct field source_fields[] = { STATUS_SOURCE_FIELDS(SOURCE_FIELD, STATUS_NO_MEMBER){
	.name = NULL } };

static void sources_json(struct json *json, const char *name, const void *place)
{
	const struct status *status = STATUS_OF(place, sources);
	json_open(json, name, '[');
	for (int i = 0; i < status->source_count; i++) {
		json_open(json, NULL, '{');
		fields_json(json, source_fields, &status->sources[i], false);
		json_close(json, '}');
	}
	json_close(json, ']');
}

#define absences_json texts_json
#define problems_json texts_json
#define limits_json texts_json
#define see_json texts_json
#define kinds_json texts_json
#define STATUS_FIELD(kind, member, key, help) ROW(struct status, kind, member)
#define STATUS_FIELD_PART(member, key, type, help) PART(struct status, member)
static const struct field status_fields[] = { STATUS_FIELDS(STATUS_FIELD,
							    STATUS_FIELD_PART){ .name = NULL } };

void status_json(FILE *out, const struct status *status)
{
	struct json json = json_start(out);
	fields_json(&json, status_fields, status, false);
	json_finish(&json);
}

void status_list_json(FILE *out, const struct status *status)
{
	struct json json = json_start(out);
	reminders_json(&json, "reminders", status->reminders);
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
