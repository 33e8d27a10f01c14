/* Moments are microseconds: a row that is exported and imported is the same row. */
#include "cli/report/row.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/report/flat.h"
#include "core/base/translate.h"
#include "core/base/utf8.h"
#include "core/base/zone.h"

/* Above what any clock shows, and far from overflow. */
#define MOMENT_MOST (INT64_C(1) << 60)
#define DAYS_MOST (MOMENT_MOST / USEC_PER_DAY)

enum field_type {
	TYPE_ORIGIN,
	TYPE_SEQUENCE,
	TYPE_REVISION,
	TYPE_KIND,
	TYPE_OUTCOME,
	TYPE_NAME,
	TYPE_DAY,
	TYPE_MOMENT,
	TYPE_INT,
	TYPE_ZONE,
	TYPE_SIDES,
	TYPE_MARKS,
};

static const struct row_field {
	const char *name;
	enum field_type type;
	size_t offset; /* in struct row */
} row_fields[] = {
	{ "origin", TYPE_ORIGIN, offsetof(struct row, origin) },
	{ "sequence", TYPE_SEQUENCE, offsetof(struct row, record.sequence) },
	{ "revision", TYPE_REVISION, offsetof(struct row, record.revision) },
	{ "kind", TYPE_KIND, offsetof(struct row, record.kind) },
	{ "outcome", TYPE_OUTCOME, offsetof(struct row, record.outcome) },
	{ "day", TYPE_DAY, offsetof(struct row, record.day) },
	{ "reminder", TYPE_NAME, offsetof(struct row, record.reminder) },
	{ "item", TYPE_NAME, offsetof(struct row, record.item) },
	{ "due", TYPE_MOMENT, offsetof(struct row, record.due) },
	{ "shown", TYPE_MOMENT, offsetof(struct row, record.shown) },
	{ "ended", TYPE_MOMENT, offsetof(struct row, record.ended) },
	{ "zone", TYPE_ZONE, offsetof(struct row, record.zone) },
	{ "seconds", TYPE_INT, offsetof(struct row, record.seconds) },
	{ "amount", TYPE_INT, offsetof(struct row, record.amount) },
	{ "side", TYPE_SIDES, offsetof(struct row, record.sides) },
	{ "marks", TYPE_MARKS, offsetof(struct row, record.marks) },
};

enum { FIELDS = sizeof(row_fields) / sizeof(row_fields[0]) };

static char *put(char *at, const char *text)
{
	size_t length = strlen(text);
	memcpy(at, text, length);
	return at + length;
}

static char *put_number(char *at, int64_t number)
{
	char digits[24];
	int length = 0;
	uint64_t left = number < 0 ? -(uint64_t)number : (uint64_t)number;
	do
		digits[length++] = (char)('0' + left % 10);
	while ((left /= 10) > 0);
	if (number < 0)
		*at++ = '-';
	while (length > 0)
		*at++ = digits[--length];
	return at;
}

/* Names have at most 32 bytes; each takes at most 6. */
static char *put_text(char *at, const char *text, bool csv)
{
	*at++ = '"';
	for (; *text; text++) {
		unsigned char byte = (unsigned char)*text;
		if (csv && byte == '"')
			*at++ = '"';
		else if (!csv && (byte == '"' || byte == '\\'))
			*at++ = '\\';
		if (byte < ' ' && !csv)
			at += sprintf(at, "\\u%04x", byte);
		else
			*at++ = *text;
	}
	*at++ = '"';
	return at;
}

/* Days that have a date of four digits of the year. */
static bool day_has_date(int32_t day)
{
	return day > -700000 && day < 2900000;
}

static char *put_day(char *at, int32_t day)
{
	char date[DATE_SIZE];
	if (!day_has_date(day))
		return put_number(at, day);
	date_print(day, date);
	*at++ = '"';
	at = put(at, date);
	*at++ = '"';
	return at;
}

static char *put_field(char *at, const struct row *row, const struct row_field *field, bool csv)
{
	const void *value = (const char *)row + field->offset;
	switch (field->type) {
	case TYPE_ORIGIN:
	case TYPE_NAME:
		return put_text(at, value, csv);
	case TYPE_KIND:
		return put_text(at, record_word(row->record.kind), csv);
	case TYPE_OUTCOME:
		return put_text(at, outcome_word(row->record.outcome), csv);
	case TYPE_SIDES:
		return put_text(at, sides_word(row->record.sides), csv);
	case TYPE_DAY:
		return put_day(at, row->record.day);
	case TYPE_SEQUENCE:
	case TYPE_MOMENT:
		return put_number(at, *(const int64_t *)value);
	case TYPE_REVISION:
	case TYPE_MARKS:
		return put_number(at, *(const uint32_t *)value);
	case TYPE_INT:
	case TYPE_ZONE:
		return put_number(at, *(const int32_t *)value);
	}
	return at;
}

size_t row_json(const struct row *row, char out[ROW_SIZE])
{
	char *at = out;
	for (int i = 0; i < FIELDS; i++) {
		at = put(at, i == 0 ? "{\"" : ", \"");
		at = put(at, row_fields[i].name);
		at = put(at, "\": ");
		at = put_field(at, row, &row_fields[i], false);
	}
	at = put(at, "}\n");
	return (size_t)(at - out);
}

/* RFC 4180. */
size_t row_csv(const struct row *row, char out[ROW_SIZE])
{
	char *at = out;
	for (int i = 0; i < FIELDS; i++) {
		if (i > 0)
			*at++ = ',';
		at = put_field(at, row, &row_fields[i], true);
	}
	at = put(at, "\r\n");
	return (size_t)(at - out);
}

size_t row_head_csv(char out[ROW_SIZE])
{
	char *at = out;
	for (int i = 0; i < FIELDS; i++) {
		if (i > 0)
			*at++ = ',';
		at = put(at, row_fields[i].name);
	}
	at = put(at, "\r\n");
	return (size_t)(at - out);
}

size_t row_head_json(const struct origin *origin, char out[ROW_SIZE])
{
	char *at = put(out, "{\"limber_history\": ");
	at = put_number(at, ROW_FORMAT);
	at = put(at, ", \"store\": ");
	at = put_text(at, origin->id, false);
	at = put(at, ", \"host\": ");
	at = put_text(at, origin->host, false);
	at = put(at, "}\n");
	return (size_t)(at - out);
}

static bool id_is_good(const char *id)
{
	return strlen(id) == ORIGIN_ID_SIZE - 1 &&
	       strspn(id, "0123456789abcdef") == ORIGIN_ID_SIZE - 1;
}

static const char *origin_take(const struct flat_value *value, char out[ORIGIN_ID_SIZE])
{
	if (!value->text || !id_is_good(value->text))
		return N_("the id of a store is 32 hexadecimal digits");
	memcpy(out, value->text, ORIGIN_ID_SIZE);
	return NULL;
}

/* Without characters that could hide or reorder others on a terminal. */
static bool name_is_good(const char *text, size_t size)
{
	if (strlen(text) >= size)
		return false;
	for (size_t length; *text; text += length) {
		bool plain = *text >= ' ' && *text <= '~';
		length = plain ? 1 : utf8_visible(text);
		if (length == 0)
			return false;
	}
	return true;
}

static const char *name_take(const struct flat_value *value, char *out, size_t size)
{
	if (!value->text || !name_is_good(value->text, size))
		return N_("a name is too long, or has characters that cannot be shown");
	strcpy(out, value->text);
	return NULL;
}

static const char *number_take(const struct flat_value *value, int64_t least, int64_t most,
			       int64_t *ret)
{
	if (value->text || value->number < least || value->number > most)
		return N_("a number is out of its range, or is none");
	*ret = value->number;
	return NULL;
}

/* The number of "2026-11-24", or a number. */
static const char *day_take(const struct flat_value *value, int32_t *ret)
{
	struct civil civil = { 0 };
	int end = 0;
	int64_t day = 0;
	if (!value->text) {
		const char *wrong = number_take(value, -DAYS_MOST, DAYS_MOST, &day);
		*ret = (int32_t)day;
		return wrong;
	}
	if (strlen(value->text) != 10 ||
	    sscanf(value->text, "%4d-%2d-%2d%n", &civil.year, &civil.month, &civil.day, &end) !=
		    3 ||
	    end != 10 || civil.month < 1 || civil.month > 12 || civil.day < 1 || civil.day > 31)
		return N_("a day is not of the form 2026-11-24");
	*ret = civil_day(civil);
	return NULL;
}

static const char *word_newer(struct row_reading *reading, const struct flat_value *value)
{
	if (!value->text || strlen(value->text) == 0)
		return N_("a word is missing");
	snprintf(reading->word, sizeof(reading->word), "%.*s", (int)sizeof(reading->word) - 1,
		 value->text);
	return NULL;
}

static const char *kind_take(struct row_reading *reading, const struct flat_value *value)
{
	enum record_kind kind = value->text ? record_read(value->text) : RECORD_COUNT;
	if (kind == RECORD_COUNT)
		return word_newer(reading, value);
	reading->row.record.kind = kind;
	return NULL;
}

static const char *outcome_take(struct row_reading *reading, const struct flat_value *value)
{
	enum outcome outcome = value->text ? outcome_read(value->text) : OUTCOME_COUNT;
	if (outcome == OUTCOME_COUNT)
		return word_newer(reading, value);
	reading->row.record.outcome = outcome;
	return NULL;
}

static const char *field_take(struct row_reading *reading, const struct row_field *field,
			      const struct flat_value *value)
{
	void *to = (char *)&reading->row + field->offset;
	int64_t number = 0;
	const char *wrong = NULL;
	switch (field->type) {
	case TYPE_ORIGIN:
		return origin_take(value, to);
	case TYPE_KIND:
		return kind_take(reading, value);
	case TYPE_OUTCOME:
		return outcome_take(reading, value);
	case TYPE_NAME:
		return name_take(value, to, NAME_SIZE);
	case TYPE_DAY:
		return day_take(value, to);
	case TYPE_SIDES:
		if (!value->text || !sides_read(value->text, to))
			return N_("a side is left, right, both or empty");
		return NULL;
	case TYPE_SEQUENCE:
		return number_take(value, 1, INT64_MAX - 1, to);
	case TYPE_MOMENT:
		return number_take(value, -MOMENT_MOST, MOMENT_MOST, to);
	case TYPE_REVISION:
	case TYPE_MARKS:
		wrong = number_take(value, field->type == TYPE_REVISION, UINT32_MAX, &number);
		*(uint32_t *)to = (uint32_t)number;
		return wrong;
	case TYPE_INT:
	case TYPE_ZONE:
		wrong = number_take(value, field->type == TYPE_INT ? 0 : -172800,
				    field->type == TYPE_INT ? INT32_MAX : 172800, &number);
		*(int32_t *)to = (int32_t)number;
		return wrong;
	}
	return NULL;
}

static const char *head_take(struct row_reading *reading, const char *key,
			     const struct flat_value *value)
{
	if (strcmp(key, "store") == 0)
		return origin_take(value, reading->head.id);
	if (strcmp(key, "host") == 0)
		return name_take(value, reading->head.host, ORIGIN_HOST_SIZE);
	return NULL;
}

/* Unknown keys are those of newer versions. The fields usually come in the order of the table. */
static const char *member_take(const char *key, const struct flat_value *value, void *user)
{
	struct row_reading *reading = user;
	int next = reading->seen ? 32 - __builtin_clz(reading->seen) : 0;
	if (strcmp(key, "limber_history") == 0) {
		reading->is_head = true;
		return number_take(value, 1, INT32_MAX, &reading->format);
	}
	if (reading->is_head)
		return head_take(reading, key, value);
	for (int i = 0; i < FIELDS; i++) {
		int which = (next + i) % FIELDS;
		if (strcmp(row_fields[which].name, key) != 0)
			continue;
		if (reading->seen & 1U << which)
			return N_("a field stands in it twice");
		reading->seen |= 1U << which;
		return field_take(reading, &row_fields[which], value);
	}
	return NULL;
}

/* The day of a row is that of its end, give or take where the day begins, and the zone. */
static bool day_fits(const struct record *record)
{
	int64_t day = record->ended.us / USEC_PER_DAY - record->day;
	return day >= -3 && day <= 3;
}

enum row_line row_read(char *line, size_t length, struct row_reading *ret)
{
	memset(ret, 0, sizeof(*ret));
	ret->wrong = flat_read(line, length, member_take, ret);
	if (!ret->wrong && ret->is_head && !ret->head.id[0])
		ret->wrong = N_("the first line has no id of its store");
	if (!ret->wrong && !ret->is_head && ret->seen != (1U << FIELDS) - 1)
		ret->wrong = N_("a field is missing");
	if (!ret->wrong && !ret->is_head && !day_fits(&ret->row.record))
		ret->wrong = N_("its day is not that of its end");
	if (ret->wrong)
		return ROW_LINE_BAD;
	if (ret->is_head)
		return ROW_LINE_HEAD;
	return ret->word[0] ? ROW_LINE_NEWER : ROW_LINE_ROW;
}
