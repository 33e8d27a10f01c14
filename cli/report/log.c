/*
 * limber log: what became of the cards, from the store, which may be read while limberd writes
 * it. It is limberd's own store where one runs, so that a trial shows its trial's rows.
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "cli/report/report.h"
#include "cli/report/span.h"
#include "cli/shared/bus.h"
#include "cli/shared/json.h"
#include "cli/shared/lines.h"
#include "cli/shared/say.h"
#include "cli/shared/status.h"
#include "cli/shared/when.h"
#include "config/config.h"
#include "core/base/text.h"
#include "store/store.h"

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

static void store_done(struct store **store)
{
	store_free(*store);
}

/* The folder of limberd's store, else the user's. NULL: none, or no memory. */
static char *log_folder(struct command *command)
{
	char *folder = bus_property(command, "StorePath");
	char *slash = folder ? strrchr(folder, '/') : NULL;
	if (slash) {
		*slash = '\0';
		return folder;
	}
	free(folder);
	return store_folder(&folder) < 0 ? NULL : folder;
}

/* What is only in limberd's memory is not here. */
static void log_lacks(struct command *command)
{
	STATUS_OWNED *status = status_try(command);
	char said[512];
	if (!status || !status->store_trouble[0])
		return;
	(void)!snprintf(said, sizeof(said),
			_("The latest are not here: limberd cannot store them (%s).\n"),
			status->store_trouble);
	lines_wrap_each(stderr, said, 0);
}

/* A configuration that cannot be read is limberd's to report: what it can run with does here. */
static usec log_day_starts(void)
{
	struct config_layers layers = { 0 };
	struct config *config = NULL;
	struct config_errors errors = { 0 };
	usec day_starts = 0;
	if (config_layers_init(&layers) == 0 && config_load_start(&layers, &config, &errors) == 0)
		day_starts = config_plan(config)->day_starts;
	config_errors_finish(&errors);
	config_free(config);
	config_layers_finish(&layers);
	return day_starts;
}

/* 0, STORE_NEWER or negative errno. */
static int log_read(const char *folder, const struct span *span, struct rows *rows)
{
	const struct history_query query = { .first = span->first,
					     .last = span->last,
					     .kinds = 1 << RECORD_CARD | 1 << RECORD_DRINK };
	BUS_CLEANUP(store_done) struct store *store = NULL;
	int r = store_open_to_read(folder, &store);
	if (r == -ENOENT)
		return 0;
	return r != 0 ? r : store_history(store, &query, rows_add, rows);
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
	struct span span = { .first = INT32_MIN, .last = INT32_MAX };
	const char *days = command->count > 0 ? command->words[0] : NULL;
	const struct realtime now = { (int64_t)when_now() };
	size_t limit = days ? SIZE_MAX : LOG_ROWS;
	if (!command_limit(command, &limit))
		return EXIT_USAGE;
	if (days && !span_read(days, log_day_starts(), now, &span))
		return complain(command, EXIT_USAGE,
				_("\"%s\" is not a day or a range: write today, week, month, year, "
				  "2026-11-24, 2026-11 or 2026-11-01..2026-11-15."),
				days);
	if (days && span.from.us > now.us)
		return complain(command, EXIT_REFUSED, _("%s is yet to come: limber preview %s"),
				days, days);
	BUS_CLEANUP(bus_free) char *folder = log_folder(command);
	int r = folder ? log_read(folder, &span, &rows) : -ENOENT;
	if (r < 0)
		return complain(command, EXIT_REFUSED, _("The history in %s cannot be read: %s"),
				folder ? folder : "XDG_STATE_HOME", strerror(-r));
	if (r == STORE_NEWER)
		return complain(command, EXIT_REFUSED,
				_("The history in %s was written by a newer Limber: update this "
				  "one."),
				folder);
	size_t skip = rows.count > limit ? rows.count - limit : 0;
	if (command->json)
		log_json(stdout, rows.records + skip, rows.count - skip);
	else
		log_print(stdout, rows.records + skip, rows.count - skip);
	log_lacks(command);
	return EXIT_FINE;
}
