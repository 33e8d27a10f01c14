/* limber log: what became of the cards. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "cli/report/history.h"
#include "cli/report/report.h"
#include "cli/shared/json.h"
#include "cli/shared/lines.h"
#include "cli/shared/say.h"
#include "cli/shared/when.h"
#include "core/base/text.h"

enum { LOG_ROWS = 20 }; /* shown when nothing else was asked for */

struct rows {
	struct record *records;
	size_t count, space;
};

static void rows_finish(struct rows *rows)
{
	free(rows->records);
}

static int rows_add(const struct record *record, void *user)
{
	struct rows *rows = user;
	if (rows->count == rows->space) {
		size_t space = rows->space ? 2 * rows->space : 256;
		struct record *more = reallocarray(rows->records, space, sizeof(*more));
		if (!more)
			return -ENOMEM;
		rows->records = more;
		rows->space = space;
	}
	rows->records[rows->count++] = *record;
	return 0;
}

static int log_read(struct store *store, const struct span *span, struct rows *rows)
{
	const struct history_query query = { .first = span->first,
					     .last = span->last,
					     .kinds = 1 << RECORD_CARD | 1 << RECORD_DRINK };
	return store ? store_history(store, &query, rows_add, rows) : 0;
}

struct log_columns {
	int reminder, outcome;
};

static void log_row(FILE *out, const struct record *record, const struct log_columns *columns)
{
	char ended[WHEN_SIZE], text[128], length[LENGTH_SIZE];
	snprintf(text, sizeof(text), "%s", record->item[0] ? record->item : "-");
	when_stamp((uint64_t)record->ended.us, ended);
	fprintf(out, "%s  ", ended);
	lines_pad(out, record->reminder, columns->reminder);
	fputs("  ", out);
	lines_pad(out, _(outcome_say(record->outcome)), columns->outcome);
	fputs("  ", out);
	if (record->seconds > 0) {
		length_say(record->seconds * USEC_PER_SEC, length);
		snprintf(text, sizeof(text), "%s, %s", record->item, length);
	}
	lines_wrap(out, text, lines_width(ended) + columns->reminder + columns->outcome + 6,
		   lines_width(ended) + 2);
}

static void widen(int *width, const char *text)
{
	int needed = lines_width(text);
	if (needed > *width)
		*width = needed;
}

void log_print(FILE *out, const struct record records[], size_t count)
{
	struct log_columns columns = { 0, 0 };
	if (count == 0)
		fprintf(out, "%s\n", _("No cards in that time."));
	for (size_t i = 0; i < count; i++) {
		widen(&columns.reminder, records[i].reminder);
		widen(&columns.outcome, _(outcome_say(records[i].outcome)));
	}
	for (size_t i = 0; i < count; i++)
		log_row(out, &records[i], &columns);
}

void log_json(FILE *out, const struct record records[], size_t count)
{
	struct json json = json_begin(out);
	json_open(&json, NULL, '{');
	json_open(&json, "rows", '[');
	for (size_t i = 0; i < count; i++) {
		json_open(&json, NULL, '{');
		json_number(&json, "sequence", (int64_t)records[i].sequence);
		json_text(&json, "reminder", records[i].reminder);
		json_text(&json, "item", records[i].item);
		json_text(&json, "outcome", outcome_word(records[i].outcome));
		json_moment(&json, "due", (uint64_t)records[i].due.us);
		json_moment(&json, "shown", (uint64_t)records[i].shown.us);
		json_moment(&json, "ended", (uint64_t)records[i].ended.us);
		json_number(&json, "seconds", records[i].seconds);
		json_close(&json, '}');
	}
	json_close(&json, ']');
	json_close(&json, '}');
	json_end(&json);
}

enum exit_code report_log(struct command *command)
{
	BUS_CLEANUP(rows_finish) struct rows rows = { 0 };
	HISTORY_OWNED history = { 0 };
	struct span span = { .first = INT32_MIN, .last = INT32_MAX };
	const char *days = command->count > 0 ? command->words[0] : NULL;
	size_t limit = days ? SIZE_MAX : LOG_ROWS;
	enum exit_code code = EXIT_FINE;
	if (!command_limit(command, &limit))
		return EXIT_USAGE;
	if (days)
		code = history_span(command, days, &span);
	if (code == EXIT_FINE)
		code = history_open(command, &history);
	if (code == EXIT_FINE)
		code = history_failed(command, &history, log_read(history.store, &span, &rows));
	if (code != EXIT_FINE)
		return code;
	size_t skip = rows.count > limit ? rows.count - limit : 0;
	if (command->json)
		log_json(stdout, rows.records + skip, rows.count - skip);
	else
		log_print(stdout, rows.records + skip, rows.count - skip);
	history_lacks(command);
	return EXIT_FINE;
}
