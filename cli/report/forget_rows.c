/*
 * limber forget RANGE, --kind KIND: rows of history, removed a thousand at a time while limberd
 * goes on. What remains of them are ranges of numbers.
 */
#include <dirent.h>
#include <errno.h>
#include <inttypes.h>
#include <limits.h>
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
	bool busy; /* the log could not be emptied */
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

/* "2026-11-01..2026-11-30", "2026-11-24" or, with an open end, "..2026-10-31" */
static void range_print(const struct history_query *query, char *text, size_t size)
{
	char date[DATE_SIZE] = "";
	if (query->first != INT32_MIN)
		date_print(query->first, date);
	(void)!snprintf(text, size, "%s%s", date, query->first < query->last ? ".." : "");
	date[0] = '\0';
	if (query->first < query->last && query->last != INT32_MAX)
		date_print(query->last, date);
	say_append(text, size, "%s", date);
}

/* "2026-11-01..2026-11-30, cramp" */
static void which_print(const struct forgetting *forgetting, char *text, size_t size)
{
	text[0] = '\0';
	if (forgetting->command->count > 0)
		range_print(&forgetting->query, text, size);
	for (int kind = 0; kind < RECORD_COUNT; kind++)
		if (forgetting->query.kinds >> kind & 1)
			say_list(text, size, record_word((enum record_kind)kind));
}

static enum exit_code rows_ask(struct forgetting *forgetting)
{
	char question[ASK_SIZE], which[ASK_SIZE / 2];
	if (command_given(forgetting->command, OPTION_YES))
		return EXIT_FINE;
	if (!ask_confirms(forgetting->command))
		return complain_unconfirmed(
			forgetting->command, EXIT_USAGE,
			_("Nothing was deleted. To delete without a question, add: --yes"));
	which_print(forgetting, which, sizeof(which));
	(void)!snprintf(question, sizeof(question),
			ngettext("Delete %" PRIu64 " row of history (%s), for good?",
				 "Delete %" PRIu64 " rows of history (%s), for good?",
				 (unsigned long)forgetting->rows),
			forgetting->rows, which);
	return ask_yes(question, false) == ASK_YES
		       ? EXIT_FINE
		       : complain(forgetting->command, EXIT_REFUSED, _("Nothing was deleted."));
}

static int rows_remove(struct forgetting *forgetting)
{
	static const struct timespec pause = { 0, 2000000 };
	struct store *store = forgetting->history.store;
	struct history_query query = forgetting->query;
	int r = forgetting->rows > 0, end = 0;
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
	forgetting->busy = r >= 0 && end == -EBUSY;
	return r < 0 || forgetting->busy ? r : end;
}

/* Files that limberd put aside: their rows cannot be deleted one by one. */
static int is_damaged(const struct dirent *entry)
{
	static const char begin[] = "limber.db.damaged-";
	return strncmp(entry->d_name, begin, sizeof(begin) - 1) == 0;
}

static void damaged_tell(const struct forgetting *forgetting, struct json *json)
{
	struct dirent **names;
	const char *folder = forgetting->history.folder;
	int count = scandir(folder, &names, is_damaged, alphasort);
	if (count > 0 && !json)
		puts(_("Damaged files that were moved keep their rows. To delete these files, "
		       "too:"));
	for (int i = 0; i < count; i++) {
		char path[PATH_MAX];
		(void)!snprintf(path, sizeof(path), "%s/%s", folder, names[i]->d_name);
		if (json)
			json_text(json, NULL, path);
		else
			printf("  rm '%s'\n", path);
		free(names[i]);
	}
	if (count >= 0)
		free(names);
}

static void rows_tell(const struct forgetting *forgetting)
{
	if (forgetting->command->json) {
		struct json json = json_start(stdout);
		json_number(&json, "forgotten", (int64_t)forgetting->gone);
		json_bool(&json, "stopped", forgetting->progress.stopped);
		json_bool(&json, "busy", forgetting->busy);
		json_open(&json, "damaged", '[');
		damaged_tell(forgetting, &json);
		json_close(&json, ']');
		json_finish(&json);
		return;
	}
	printf(ngettext("Deleted: %" PRIu64 " row of history.\n",
			"Deleted: %" PRIu64 " rows of history.\n", (unsigned long)forgetting->gone),
	       forgetting->gone);
	if (forgetting->progress.stopped)
		fputs(_("Stopped. To delete the rest, do it again.\n"), stderr);
	if (forgetting->busy)
		fprintf(stderr,
			_("Another program uses the history: what was deleted may still be in "
			  "the files beside\n%s. Repeat this when that program has ended.\n"),
			store_path(forgetting->history.store));
	damaged_tell(forgetting, NULL);
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
	/* Without rows, too: the last time it may have been stopped before the end. */
	int r = rows_remove(&forgetting);
	if (r < 0)
		return history_unwritten(command, &forgetting.history, r);
	rows_tell(&forgetting);
	return forgetting.progress.stopped || forgetting.busy ? EXIT_REFUSED : EXIT_FINE;
}
