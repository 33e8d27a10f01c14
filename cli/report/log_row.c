/* Times are those of the row's own zone: a breakfast in another country stays at eight. */
#include "cli/report/log_row.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "cli/shared/lines.h"
#include "cli/shared/say.h"
#include "core/base/amount.h"
#include "core/base/text.h"
#include "core/base/zone.h"
#include "core/model/state.h"
#include "core/words/diary_text.h"

enum { DETAIL_SIZE = 768, STAMP_WIDTH = 16, RESULT_SIZE = 64 };

static bool is_answered(const struct record *row)
{
	return row->kind == RECORD_CARD || row->kind == RECORD_DRINK;
}

static const char *const kind_names[RECORD_COUNT] = {
	[RECORD_CARD] = N_("card"),   [RECORD_SITTING] = N_("sitting"),
	[RECORD_AWAY] = N_("away"),   [RECORD_DRINK] = N_("drink"),
	[RECORD_CRAMP] = N_("cramp"), [RECORD_SCORE] = N_("score"),
};

static const char *subject(const struct record *row)
{
	return is_answered(row) && row->reminder[0] ? row->reminder : _(kind_names[row->kind]);
}

static void result_say(const struct record *row, char out[RESULT_SIZE])
{
	char length[LENGTH_SIZE];
	bool span = row->kind == RECORD_SITTING || row->kind == RECORD_AWAY;
	length_say(row->seconds * USEC_PER_SEC, length);
	snprintf(out, RESULT_SIZE, "%s",
		 row->outcome == OUTCOME_NONE || is_answered(row) ? _(outcome_say(row->outcome))
		 : span                                           ? length
								  : "");
}

static void number_say(const struct record *row, char out[24])
{
	snprintf(out, 24, "%" PRIu64, row->sequence);
	if (row->origin != 0)
		strcpy(out, "-");
}

static void absences_say(uint32_t marks, char out[DETAIL_SIZE])
{
	out[0] = '\0';
	for (int i = 0; i < ABSENCES; i++)
		if (marks & absence_rows[i].bit)
			say_list(out, DETAIL_SIZE, _(absence_rows[i].sentence));
}

static void detail_of_card(const struct record *row, bool ounces, char out[DETAIL_SIZE])
{
	static const char *const sides[] = { "", N_("left"), N_("right"), N_("both sides") };
	char length[LENGTH_SIZE], amount[AMOUNT_SIZE];
	snprintf(out, DETAIL_SIZE, "%s", row->item);
	length_say(row->seconds * USEC_PER_SEC, length);
	amount_say(row->amount, ounces, amount);
	if (row->kind == RECORD_DRINK && row->amount > 0)
		say_list(out, DETAIL_SIZE, amount);
	if (row->seconds > 0)
		say_list(out, DETAIL_SIZE, length);
	if (row->sides & SIDES_BOTH)
		say_list(out, DETAIL_SIZE, _(sides[row->sides & SIDES_BOTH]));
	if (!out[0])
		strcpy(out, "-");
}

static void detail_say(const struct record *row, bool ounces, char out[DETAIL_SIZE])
{
	char said[DIARY_SAID] = "";
	out[0] = '\0';
	if (is_answered(row)) {
		detail_of_card(row, ounces, out);
	} else if (row->kind == RECORD_AWAY) {
		absences_say(row->marks, out);
	} else if (row->kind != RECORD_SITTING) {
		diary_row_say(row, say_translate, said);
		snprintf(out, DETAIL_SIZE, "%s", said);
	}
}

static void widen(int *width, const char *text)
{
	int needed = lines_width(text);
	if (needed > *width)
		*width = needed;
}

void log_measure(struct log_columns *columns, const struct record *row)
{
	char number[24], result[RESULT_SIZE];
	number_say(row, number);
	result_say(row, result);
	widen(&columns->number, number);
	widen(&columns->subject, subject(row));
	widen(&columns->result, result);
}

/* Its wall time, which is of the next date for a row after midnight. */
static void stamp_say(const struct record *row, char out[STAMP_WIDTH + 1])
{
	const struct zone zone = { .offset = row->zone };
	struct civil civil = zone_civil(&zone, row->ended);
	snprintf(out, STAMP_WIDTH + 1, "%04u-%02u-%02u %02u:%02u", (unsigned)civil.year % 10000,
		 (unsigned)civil.month % 100, (unsigned)civil.day % 100, (unsigned)civil.hour % 100,
		 (unsigned)civil.minute % 100);
}

void log_row_print(FILE *out, const struct record *row, const struct log_columns *columns,
		   const char *host)
{
	char stamp[STAMP_WIDTH + 1], number[24], result[RESULT_SIZE], detail[DETAIL_SIZE];
	stamp_say(row, stamp);
	number_say(row, number);
	result_say(row, result);
	detail_say(row, columns->ounces, detail);
	if (host)
		say_list(detail, sizeof(detail), host[0] ? host : "?");
	fprintf(out, "%s  %*s  ", stamp, columns->number, number);
	lines_pad(out, subject(row), columns->subject);
	fputs("  ", out);
	if (!detail[0]) {
		lines_put(out, result);
		fputc('\n', out);
		return;
	}
	lines_pad(out, result, columns->result);
	fputs("  ", out);
	lines_wrap(out, detail,
		   STAMP_WIDTH + columns->number + columns->subject + columns->result + 8,
		   STAMP_WIDTH + 2);
}

static void absences_json(struct json *json, uint32_t marks)
{
	json_open(json, "known_by", '[');
	for (int i = 0; i < ABSENCES; i++)
		if (marks & absence_rows[i].bit)
			json_text(json, NULL, absence_rows[i].word);
	json_close(json, ']');
}

void log_row_json(struct json *json, const struct record *row, const char *origin)
{
	json_number(json, "sequence", (int64_t)row->sequence);
	json_number(json, "revision", row->revision);
	json_text(json, "origin", origin);
	json_bool(json, "own", row->origin == 0);
	json_text(json, "kind", record_word(row->kind));
	if (row->reminder[0])
		json_text(json, "reminder", row->reminder);
	else
		json_null(json, "reminder");
	json_text(json, "item", row->item);
	json_text(json, "outcome", outcome_word(row->outcome));
	json_moment(json, "due", (uint64_t)row->due.us);
	json_moment(json, "shown", (uint64_t)row->shown.us);
	json_moment(json, "ended", (uint64_t)row->ended.us);
	json_day(json, "day", row->day);
	json_number(json, "zone", row->zone);
	json_number(json, "seconds", row->seconds);
	json_number(json, "amount", row->amount);
	json_text(json, "side", sides_word(row->sides));
	json_number(json, "marks", row->marks);
	if (row->kind == RECORD_AWAY)
		absences_json(json, row->marks);
}
