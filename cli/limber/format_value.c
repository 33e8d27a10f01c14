/*
 * The names are made from the rows of core/codec/status_fields.h, so that a new field is a new
 * place of a template.
 */
#include "cli/limber/format_value.h"

#include <inttypes.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "cli/shared/when.h"
#include "core/base/text.h"

static void separate(FILE *out, bool more)
{
	if (more)
		fputs(", ", out);
}

static void print_texts(FILE *out, const void *place)
{
	const struct status_texts *texts = place;
	for (int i = 0; i < texts->count; i++) {
		separate(out, i > 0);
		fputs(texts->text[i], out);
	}
}

static void print_holds(FILE *out, const void *place)
{
	const struct status_holds *holds = place;
	for (int i = 0; i < holds->count; i++) {
		separate(out, i > 0);
		fputs(holds->hold[i].sentence, out);
	}
}

static void print_buttons(FILE *out, const void *place)
{
	const struct status_buttons *buttons = place;
	for (int i = 0; i < buttons->count; i++) {
		separate(out, i > 0);
		fputs(buttons->label[i], out);
	}
}

static void print_outcomes(FILE *out, const void *place)
{
	const uint32_t *outcomes = place;
	bool more = false;
	for (int i = OUTCOME_DONE; i < OUTCOME_COUNT; i++) {
		if (!outcomes[i])
			continue;
		separate(out, more);
		fprintf(out, "%s %u", _(outcome_say((enum outcome)i)), outcomes[i]);
		more = true;
	}
}

/* The parts that are one value; NULL for the others. */
static void (*const printers[STATUS_KINDS])(FILE *out, const void *place) = {
	[STATUS_TEXTS] = print_texts,
	[STATUS_OUTCOMES] = print_outcomes,
	[STATUS_HOLDS] = print_holds,
	[STATUS_BUTTONS] = print_buttons,
};

#define BAR(kind, member)                                                                          \
	{                                                                                          \
#member, NULL, "", STATUS_##kind, offsetof(struct view, member)                    \
	}

const struct status_row place_bar_fields[] = {
	BAR(TEXT, text),        BAR(TEXT, tooltip), BAR(TEXT, class),
	BAR(COUNT, percentage), { .name = NULL },
};

/* ---- what a place names ---- */

static const void *card_of(const struct status *status, const char *key, size_t length)
{
	return status->card.card ? &status->card : NULL;
}

static const void *reminder_of(const struct status *status, const char *key, size_t length)
{
	for (int i = 0; i < status->count; i++)
		if (strlen(status->reminders[i].name) == length &&
		    strncmp(status->reminders[i].name, key, length) == 0)
			return &status->reminders[i];
	return NULL;
}

static const void *next_of(const struct status *status, const char *key, size_t length)
{
	return status_find(status, status->next);
}

static const void *counted_of(const struct status *status, const char *key, size_t length)
{
	return status_find(status, status->counted);
}

static const void *source_of(const struct status *status, const char *key, size_t length)
{
	for (int i = 0; i < status->source_count; i++)
		if (strlen(status->sources[i].kind) == length &&
		    strncmp(status->sources[i].kind, key, length) == 0)
			return &status->sources[i];
	return NULL;
}

/* Fields with fields of their own, alone or by a key. */
static const struct object {
	const char *name, *within;
	const struct status_row *fields;
	const void *(*base)(const struct status *status, const char *key, size_t length);
	bool keyed;
} objects[] = {
	{ "card", "card.", status_card_rows, card_of, false },
	{ "next", "next.", status_reminder_rows, next_of, false },
	{ "counted", "counted.", status_reminder_rows, counted_of, false },
	{ "reminders", "reminders.NAME.", status_reminder_rows, reminder_of, true },
	{ "sources", "sources.KIND.", status_source_rows, source_of, true },
};

static const struct object *object_find(const char *name, size_t length)
{
	for (size_t i = 0; i < sizeof(objects) / sizeof(objects[0]); i++)
		if (strlen(objects[i].name) == length &&
		    strncmp(objects[i].name, name, length) == 0)
			return &objects[i];
	return NULL;
}

/* A field, and behind a dot one of its outcomes. */
static void member_find(struct value *value, const struct status_row fields[], const char *path,
			size_t length)
{
	const char *dot = memchr(path, '.', length);
	size_t first = dot ? (size_t)(dot - path) : length;
	value->field = status_row_find(fields, path, first);
	value->among = fields;
	if (!dot || !value->field)
		return;
	char word[16];
	snprintf(word, sizeof(word), "%.*s", (int)(length - first - 1), dot + 1);
	enum outcome outcome = outcome_read(word);
	if (value->field->kind != STATUS_OUTCOMES || outcome == OUTCOME_COUNT)
		value->field = NULL;
	else if (value->base)
		value->count = (const uint32_t *)(const void *)((const char *)value->base +
								value->field->offset) +
			       outcome;
}

static void object_member(struct value *value, const struct object *object, const char *rest,
			  size_t length, const struct status *status)
{
	const char *dot = object->keyed ? memchr(rest, '.', length) : NULL;
	size_t key = dot ? (size_t)(dot - rest) : 0;
	value->within = object->within;
	value->among = object->fields;
	if (object->keyed && key == 0)
		return;
	value->base = status ? object->base(status, rest, key) : NULL;
	if (object->base == reminder_of && status && !value->base)
		value->stranger = rest;
	rest += dot ? key + 1 : 0;
	member_find(value, object->fields, rest, length - (dot ? key + 1 : 0));
}

struct value place_find(const char *path, size_t length, const struct view *view)
{
	const struct status *status = view ? view->status : NULL;
	struct value value = { .base = status, .within = "", .among = status_rows };
	const char *dot = memchr(path, '.', length);
	const struct object *object = object_find(path, dot ? (size_t)(dot - path) : length);
	const struct status_row *bar = status_row_find(place_bar_fields, path, length);
	if (bar) {
		value.field = bar;
		value.base = view;
	} else if (object && dot) {
		value.base = NULL;
		object_member(&value, object, dot + 1, length - (size_t)(dot + 1 - path), status);
	} else {
		member_find(&value, status_rows, path, length);
		if (object && value.field && value.field->kind >= STATUS_TEXTS) {
			value.field = NULL; /* it has parts, and no value */
			value.within = object->within;
			value.among = object->fields;
		}
	}
	return value;
}

/* ---- its text ---- */

static void print_length(FILE *out, uint64_t length)
{
	char text[LENGTH_SIZE];
	length_say((usec)length, text);
	fputs(text, out);
}

static void print_moment(FILE *out, uint64_t moment, uint64_t now)
{
	char text[WHEN_SIZE];
	when_say(moment, now, text);
	if (moment)
		fputs(text, out);
}

/* Whether what a reminder counts means something. */
static bool is_counted(const struct value *value)
{
	const struct status_reminder *reminder = value->base;
	return value->among == status_reminder_rows && reminder->every > 0;
}

static void print_field(FILE *out, const struct value *value, uint64_t now)
{
	const struct status_row *field = value->field;
	const void *place = (const char *)value->base + field->offset;
	switch (field->kind) {
	case STATUS_TEXT:
		fputs(*(const char *const *)place, out);
		break;
	case STATUS_MOMENT:
		print_moment(out, *(const uint64_t *)place, now);
		break;
	case STATUS_LENGTH:
		if (*(const uint64_t *)place)
			print_length(out, *(const uint64_t *)place);
		break;
	case STATUS_COUNTED:
		if (is_counted(value))
			print_length(out, *(const uint64_t *)place);
		break;
	case STATUS_NUMBER:
		fprintf(out, "%" PRIu64, *(const uint64_t *)place);
		break;
	case STATUS_COUNT:
		fprintf(out, "%" PRIu32, *(const uint32_t *)place);
		break;
	case STATUS_TRUTH:
		fputs(*(const int *)place ? _("yes") : _("no"), out);
		break;
	default:
		printers[field->kind](out, place);
		break;
	}
}

char *place_text(const struct value *value, const struct view *view)
{
	char *text = NULL;
	size_t size;
	FILE *out = open_memstream(&text, &size);
	if (!out)
		return NULL;
	if (value->count)
		fprintf(out, "%" PRIu32, *value->count);
	else if (value->field && value->base)
		print_field(out, value, view->status ? view->status->now : 0);
	if (fclose(out) == 0)
		return text;
	free(text);
	return NULL;
}

static void names_of(FILE *out, const char *within, const struct status_row fields[])
{
	for (; fields->name; fields++)
		if (fields->kind < STATUS_TEXTS || printers[fields->kind])
			fprintf(out, "{%s%s}\n", within, fields->name);
}

void place_names(FILE *out)
{
	names_of(out, "", place_bar_fields);
	names_of(out, "", status_rows);
	for (size_t i = 0; i < sizeof(objects) / sizeof(objects[0]); i++)
		if (!objects[i].keyed)
			names_of(out, objects[i].within, objects[i].fields);
}
