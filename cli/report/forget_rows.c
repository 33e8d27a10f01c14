/*
 * limber forget RANGE, --kind KIND: rows of history, removed a thousand at a time while limberd
 * goes on. What remains of them are ranges of numbers.
 */
#include <errno.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "cli/report/ask.h"
#include "cli/report/history.h"
#include "cli/report/kind_option.h"
#include "cli/report/progress.h"
#include "cli/report/report.h"
#include "cli/shared/say.h"

struct forgetting {
	struct command *command;
	struct history history;
	struct history_query query;
	uint64_t rows, gone;
	struct progress progress;
};

static void forgetting_finish(struct forgetting *forgetting)
{
	history_finish(&forgetting->history);
}

static int row_count(const struct record *record, void *user)
{
	struct forgetting *forgetting = user;
	(void)record;
	forgetting->rows++;
	return 0;
}

static enum exit_code rows_ask(struct forgetting *forgetting)
{
	char question[ASK_SIZE];
	if (command_given(forgetting->command, OPTION_YES))
		return EXIT_FINE;
	if (!ask_possible())
		return complain(forgetting->command, EXIT_USAGE,
				_("Nothing was deleted. Without a terminal to ask on, add: --yes"));
	(void)!snprintf(question, sizeof(question),
			ngettext("Delete %" PRIu64 " row of history, for good?",
				 "Delete %" PRIu64 " rows of history, for good?",
				 (unsigned long)forgetting->rows),
			forgetting->rows);
	return ask_yes(question, false) == ASK_YES
		       ? EXIT_FINE
		       : complain(forgetting->command, EXIT_REFUSED, _("Nothing was deleted."));
}

static int rows_remove(struct forgetting *forgetting)
{
	static const struct timespec pause = { 0, 2000000 };
	struct store *store = forgetting->history.store;
	struct history_query query = forgetting->query;
	int r = 1, end = 0;
	progress_begin(&forgetting->progress);
	while (r > 0) {
		uint64_t gone = forgetting->gone;
		if (!progress_goes_on(&forgetting->progress, gone,
				      (int)(gone * 100 / forgetting->rows)))
			break;
		r = store_forget(store, &query);
		forgetting->gone += r > 0 ? (uint64_t)r : 0;
		nanosleep(&pause, NULL);
	}
	end = store_forget_finish(store);
	progress_end(&forgetting->progress);
	return r < 0 ? r : end;
}

static void rows_tell(const struct forgetting *forgetting)
{
	if (forgetting->command->json) {
		struct json json = json_start(stdout);
		json_number(&json, "forgotten", (int64_t)forgetting->gone);
		json_bool(&json, "stopped", forgetting->progress.stopped);
		json_finish(&json);
		return;
	}
	printf(ngettext("Deleted: %" PRIu64 " row of history.\n",
			"Deleted: %" PRIu64 " rows of history.\n", (unsigned long)forgetting->gone),
	       forgetting->gone);
	if (forgetting->progress.stopped)
		fputs(_("Stopped. To delete the rest, do it again.\n"), stderr);
}

static enum exit_code rows_find(struct forgetting *forgetting)
{
	struct command *command = forgetting->command;
	struct span span = { .first = INT32_MIN, .last = INT32_MAX };
	enum exit_code code = kind_option(command, &forgetting->query.kinds);
	if (code == EXIT_FINE && command->count > 0)
		code = history_span(command, command->words[0], &span);
	if (code == EXIT_FINE)
		code = history_open_beside(command, &forgetting->history);
	if (code != EXIT_FINE)
		return code;
	forgetting->query.first = span.first;
	forgetting->query.last = span.last;
	forgetting->query.whole = true;
	int r = store_history(forgetting->history.store, &forgetting->query, row_count, forgetting);
	return history_failed(command, &forgetting->history, r);
}

enum exit_code forget_rows(struct command *command)
{
	BUS_CLEANUP(forgetting_finish) struct forgetting forgetting = { .command = command };
	enum exit_code code = rows_find(&forgetting);
	if (code == EXIT_FINE && forgetting.rows > 0)
		code = rows_ask(&forgetting);
	if (code != EXIT_FINE)
		return code;
	int r = forgetting.rows > 0 ? rows_remove(&forgetting) : 0;
	if (r < 0)
		return complain(command, EXIT_REFUSED, _("%s could not be written: %s"),
				store_path(forgetting.history.store), strerror(-r));
	rows_tell(&forgetting);
	return forgetting.progress.stopped ? EXIT_REFUSED : EXIT_FINE;
}
