/* Moments are microseconds: a row that is exported and imported is the same row. */
#include "cli/report/row.h"

#include <stdio.h>
#include <string.h>

#include "cli/report/row_field.h"
#include "core/base/zone.h"

const struct row_field row_fields[ROW_FIELDS] = {
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
	for (int i = 0; i < ROW_FIELDS; i++) {
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
	for (int i = 0; i < ROW_FIELDS; i++) {
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
	for (int i = 0; i < ROW_FIELDS; i++) {
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
