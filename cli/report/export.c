/*
 * limber export: all rows of history, those taken back and those of other stores, too, so that an
 * import of it gives the same history.
 */
#include <errno.h>
#include <string.h>

#include "cli/report/history.h"
#include "cli/report/output.h"
#include "cli/report/progress.h"
#include "cli/report/report.h"
#include "cli/report/row.h"
#include "cli/shared/say.h"

enum { ORIGINS_KEPT = 64 };

struct export
{
	struct command *command;
	struct history history;
	struct span span;
	struct output output;
	bool csv;
	struct origin origins[ORIGINS_KEPT]; /* by the number's remainder */
	uint32_t numbers[ORIGINS_KEPT];
	struct progress progress;
};

static void export_finish(struct export *export)
{
	(void)output_end(export->command, &export->output, EXIT_REFUSED);
	history_finish(&export->history);
}

static int head_write(const struct origin *origin, void *user)
{
	struct export *export = user;
	char text[ROW_SIZE];
	return fwrite(text, row_head_json(origin, text), 1, export->output.out) == 1 ? 0 : -errno;
}

static int heads_write(struct export *export)
{
	char text[ROW_SIZE];
	if (!export->csv)
		return store_origins(export->history.store, head_write, export);
	return fwrite(text, row_head_csv(text), 1, export->output.out) == 1 ? 0 : -errno;
}

static int origin_find(struct export *export, uint32_t number, const struct origin **ret)
{
	struct origin *kept = &export->origins[number % ORIGINS_KEPT];
	int r = 0;
	if (!kept->id[0] || export->numbers[number % ORIGINS_KEPT] != number)
		r = store_origin(export->history.store, number, kept);
	export->numbers[number % ORIGINS_KEPT] = number;
	*ret = kept;
	return r;
}

static int row_export(const struct record *record, void *user)
{
	struct export *export = user;
	struct row row = { .record = *record };
	const struct origin *origin;
	char text[ROW_SIZE];
	int r = origin_find(export, record->origin, &origin);
	memcpy(row.origin, origin->id, sizeof(row.origin));
	size_t length = export->csv ? row_csv(&row, text) : row_json(&row, text);
	if (r == 0 && fwrite(text, length, 1, export->output.out) != 1)
		r = -EPIPE;
	uint64_t rows = ++export->output.rows;
	if (rows % 4096 == 0 && !progress_goes_on(&export->progress, rows, -1))
		r = -EINTR;
	return r;
}

static enum exit_code export_run(struct export *export)
{
	const struct history_query query = { .first = export->span.first,
					     .last = export->span.last,
					     .whole = true };
	int r = heads_write(export);
	progress_begin(&export->progress);
	if (r == 0)
		r = store_history(export->history.store, &query, row_export, export);
	progress_end(&export->progress);
	if (r == -EINTR)
		return complain(export->command, EXIT_REFUSED,
				export->output.path ? _("Stopped; %s was not written.")
						    : _("Stopped."),
				export->output.path);
	if (ferror(export->output.out))
		return output_failed(export->command, &export->output, errno);
	return history_failed(export->command, &export->history, r);
}

enum exit_code report_export(struct command *command)
{
	BUS_CLEANUP(export_finish)
	struct export export = {
		.command = command,
		.span = { .first = INT32_MIN, .last = INT32_MAX },
		.csv = command_given(command, OPTION_CSV),
	};
	enum exit_code code = EXIT_FINE;
	if (command->count > 0)
		code = history_span(command, command->words[0], &export.span);
	if (code == EXIT_FINE)
		code = history_open(command, &export.history);
	if (code == EXIT_FINE && !export.history.store)
		return complain(command, EXIT_REFUSED, _("There is no history yet."));
	if (code == EXIT_FINE)
		code = output_begin(command, 0600, &export.output);
	if (code != EXIT_FINE)
		return code;
	code = output_end(command, &export.output, export_run(&export));
	history_lacks(command);
	return code;
}
