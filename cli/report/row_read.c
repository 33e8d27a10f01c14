/* What cannot be of a history is rejected by a sentence that names the field and what it may be. */
#include "cli/report/row.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "cli/report/flat.h"
#include "cli/report/row_field.h"
#include "cli/shared/say.h"
#include "core/base/amount.h"
#include "core/base/translate.h"
#include "core/base/utf8.h"
#include "core/base/zone.h"

/* Times before 2000 are those of a clock that nobody set. */
#define DAY_LEAST 10957
#define MOMENT_LEAST (DAY_LEAST * USEC_PER_DAY)
#define MOMENT_MOST (INT64_C(1) << 60)

enum {
	WEEK = 7 * 86400, /* nobody sits or plays longer */
	YEAR = 366 * 86400,
	REVISION_MOST = 1000000,
	RATED_MOST = 10,
	ZONE_MOST = 86400,
};

/* Exact in JSON, and far from overflow. */
#define SEQUENCE_MOST ((INT64_C(1) << 52) - 1)

static const struct limits {
	int32_t seconds, least, most; /* of the amount */
} limits[RECORD_COUNT] = {
	[RECORD_CARD] = { WEEK, 0, DRINK_MOST },
	[RECORD_SITTING] = { WEEK, 0, 0 },
	[RECORD_AWAY] = { YEAR, 0, 0 },
	[RECORD_DRINK] = { WEEK, DRINK_LEAST, DRINK_MOST },
	[RECORD_CRAMP] = { WEEK, 0, RATED_MOST },
	[RECORD_SCORE] = { WEEK, 0, RATED_MOST },
};

static const char *limit_check(struct row_reading *reading, const char *field, int64_t value,
			       int64_t least, int64_t most)
{
	if (value >= least && value <= most)
		return NULL;
	(void)!snprintf(reading->wrong, sizeof(reading->wrong),
			_("\"%s\" is %" PRId64 ", not %" PRId64 " to %" PRId64), field, value,
			least, most);
	return reading->wrong;
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

static const char *number_take(struct row_reading *reading, const char *field,
			       const struct flat_value *value, int64_t least, int64_t most,
			       int64_t *ret)
{
	*ret = value->number;
	if (!value->text)
		return limit_check(reading, field, value->number, least, most);
	(void)!snprintf(reading->wrong, sizeof(reading->wrong), _("\"%s\" is not a number"), field);
	return reading->wrong;
}

/* The number of "2026-11-24"; or a number, which an export has for years beyond a date. */
static const char *field_day(struct row_reading *reading, const struct flat_value *value,
			     int32_t *ret)
{
	int64_t day = 0;
	if (!value->text) {
		const char *wrong =
			number_take(reading, "day", value, DAY_LEAST, reading->last_day, &day);
		*ret = (int32_t)day;
		return wrong;
	}
	if (date_read(value->text, ret) && *ret <= reading->last_day)
		return NULL;
	char most[DATE_SIZE];
	date_print(reading->last_day, most);
	(void)!snprintf(reading->wrong, sizeof(reading->wrong),
			_("\"day\" is %.20s, not 2000-01-01 to %s"), value->text, most);
	return reading->wrong;
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
	static const struct {
		int64_t least, most;
	} ranges[] = {
		[TYPE_SEQUENCE] = { 1, SEQUENCE_MOST },
		[TYPE_REVISION] = { 1, REVISION_MOST },
		[TYPE_MARKS] = { 0, UINT32_MAX },
		[TYPE_INT] = { INT64_MIN, INT64_MAX }, /* record_check() */
		[TYPE_MOMENT] = { -MOMENT_MOST, MOMENT_MOST },
		[TYPE_ZONE] = { -ZONE_MOST, ZONE_MOST },
	};
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
		return field_day(reading, value, to);
	case TYPE_SIDES:
		if (!value->text || !sides_read(value->text, to))
			return N_("a side is left, right, both or empty");
		return NULL;
	default:
		wrong = number_take(reading, field->name, value, ranges[field->type].least,
				    ranges[field->type].most, &number);
	}
	if (field->type == TYPE_INT)
		number = number < INT32_MIN ? INT32_MIN : number > INT32_MAX ? INT32_MAX : number;
	if (field->type == TYPE_SEQUENCE || field->type == TYPE_MOMENT)
		*(int64_t *)to = number;
	else
		*(uint32_t *)to = (uint32_t)number;
	return wrong;
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
		return number_take(reading, key, value, 1, INT32_MAX, &reading->format);
	}
	if (reading->is_head)
		return head_take(reading, key, value);
	for (int i = 0; i < ROW_FIELDS; i++) {
		int which = (next + i) % ROW_FIELDS;
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

static const char *record_check(struct row_reading *reading)
{
	const struct record *row = &reading->row.record;
	const struct limits *its = &limits[row->kind];
	const int64_t ended = row->ended.us;
	const struct {
		const char *field;
		int64_t value, least, most;
	} checks[] = {
		{ "seconds", row->seconds, 0, its->seconds },
		{ "amount", row->amount, its->least, its->most },
		{ "shown", row->shown.us ? row->shown.us : ended, MOMENT_LEAST, ended },
		{ "due", row->due.us ? row->due.us : ended, MOMENT_LEAST, ended },
	};
	const char *wrong = day_fits(row) ? NULL : N_("its day is not that of its end");
	for (size_t i = 0; i < sizeof(checks) / sizeof(checks[0]) && !wrong; i++)
		wrong = limit_check(reading, checks[i].field, checks[i].value, checks[i].least,
				    checks[i].most);
	return wrong;
}

static const char *line_check(struct row_reading *reading)
{
	if (reading->is_head)
		return reading->head.id[0] ? NULL : N_("the first line has no id of its store");
	if (reading->seen != (1U << ROW_FIELDS) - 1)
		return N_("a field is missing");
	return reading->word[0] ? NULL : record_check(reading);
}

enum row_line row_read(char *line, size_t length, int32_t last_day, struct row_reading *ret)
{
	memset(ret, 0, sizeof(*ret));
	ret->last_day = last_day;
	const char *wrong = flat_read(line, length, member_take, ret);
	if (!wrong)
		wrong = line_check(ret);
	if (wrong && wrong != ret->wrong)
		(void)!snprintf(ret->wrong, sizeof(ret->wrong), "%s", _(wrong));
	if (wrong)
		return ROW_LINE_BAD;
	if (ret->is_head)
		return ROW_LINE_HEAD;
	return ret->word[0] ? ROW_LINE_NEWER : ROW_LINE_ROW;
}
