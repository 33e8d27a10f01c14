/*
 * limber log: the history of days, a row a line, streamed from the store: once to measure the
 * columns, once to print. log_follow.c prints rows as they come, log_amend.c changes one.
 */
#include "cli/report/log.h"

#include <string.h>

#include "cli/report/kind_option.h"
#include "cli/report/report.h"
#include "cli/shared/lines.h"
#include "cli/shared/say.h"
#include "config/config.h"

enum { LOG_ROWS = 20 }; /* shown when nothing else was asked for */

static int row_measure(const struct record *row, void *user)
{
	struct log *log = user;
	log->any = true;
	log_measure(&log->columns, row);
	return 0;
}

int log_row(const struct record *row, void *user)
{
	struct log *log = user;
	struct origin origin = { 0 };
	if (row->origin != 0 || log->command->json)
		(void)store_origin(log->history.store, row->origin, &origin);
	if (!log->command->json) {
		log_row_print(stdout, row, &log->columns, row->origin ? origin.host : NULL);
		return 0;
	}
	json_open(&log->json, NULL, '{');
	log_row_json(&log->json, row, origin.id);
	json_close(&log->json, '}');
	return 0;
}

static int log_print(struct log *log)
{
	int r = log->history.store
			? store_history(log->history.store, &log->query, row_measure, log)
			: 0;
	if (!log->any)
		puts(_("Nothing in that time."));
	return r < 0 || !log->any ? r
				  : store_history(log->history.store, &log->query, log_row, log);
}

static int log_print_json(struct log *log)
{
	int r = 0;
	log->json = json_start(stdout);
	json_open(&log->json, "rows", '[');
	if (log->history.store)
		r = store_history(log->history.store, &log->query, log_row, log);
	json_close(&log->json, ']');
	json_finish(&log->json);
	return r;
}

static int missing_tell(int32_t day, int64_t missing, void *user)
{
	char date[DATE_SIZE], text[256];
	(void)user;
	date_print(day, date);
	(void)!snprintf(text, sizeof(text),
			ngettext("%lld row of %s is lost: its page was damaged.",
				 "%lld rows of %s are lost: their page was damaged.",
				 (unsigned long)missing),
			(long long)missing, date);
	lines_wrap(stderr, text, 0, 0);
	return 0;
}

/* Of the days that were asked for: without a range, none is counted. */
static void log_lacks(struct log *log, bool range)
{
	if (range && log->history.store)
		(void)store_missing(log->history.store, log->query.first, log->query.last,
				    missing_tell, NULL);
	history_lacks(log->command);
}

static enum exit_code log_query(struct log *log, const char *days)
{
	struct span span = { .first = INT32_MIN, .last = INT32_MAX };
	size_t limit = days || command_given(log->command, OPTION_FOLLOW) ? 0 : LOG_ROWS;
	if (!command_limit(log->command, &limit))
		return EXIT_USAGE;
	enum exit_code code = kind_option(log->command, &log->query.kinds);
	if (code == EXIT_FINE && days)
		code = history_span(log->command, days, &span);
	log->query.first = span.first;
	log->query.last = span.last;
	log->query.newest = limit <= INT64_MAX ? (int64_t)limit : 0;
	return code;
}

static void log_finish(struct log *log)
{
	history_finish(&log->history);
}

enum exit_code report_log(struct command *command)
{
	BUS_CLEANUP(log_finish) struct log log = { .command = command };
	const char *days = command->count > 0 ? command->words[0] : NULL;
	if (days && strcmp(days, "amend") == 0)
		return log_amend(command);
	if (command->count > 1)
		return command_misused(command);
	enum exit_code code = log_query(&log, days);
	if (code == EXIT_FINE)
		code = history_open(command, &log.history);
	if (code != EXIT_FINE)
		return code;
	log.columns.ounces = history_ounces();
	if (command_given(command, OPTION_FOLLOW))
		return log_follow(&log);
	int r = command->json ? log_print_json(&log) : log_print(&log);
	code = history_failed(command, &log.history, r);
	log_lacks(&log, days != NULL);
	return code;
}
