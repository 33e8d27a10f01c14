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

enum { ORIGINS_MAX = 256 };

struct export
{
	struct command *command;
	struct history history;
	struct span span;
	struct output output;
	bool csv;
	struct origin origins[ORIGINS_MAX];
	uint32_t origin_count;
	uint64_t rows;
	struct progress progress;
};

static void export_finish(struct export *export)
{
	(void)output_end(export->command, &export->output, EXIT_REFUSED);
	history_finish(&export->history);
}

static void origins_read(struct export *export)
{
	while (export->origin_count < ORIGINS_MAX &&
	       store_origin(export->history.store, export->origin_count,
			    &export->origins[export->origin_count]) == 0)
		export->origin_count++;
}

static int heads_write(struct export *export)
{
	char text[ROW_SIZE];
	if (export->csv)
		return fwrite(text, row_head_csv(text), 1, export->output.out) == 1 ? 0 : -errno;
	for (uint32_t i = 0; i < export->origin_count; i++)
		if (fwrite(text, row_head_json(&export->origins[i], text), 1, export->output.out) !=
		    1)
			return -errno;
	return 0;
}

static int row_export(const struct record *record, void *user)
{
	struct export *export = user;
	struct row row = { .record = *record };
	struct origin other;
	char text[ROW_SIZE];
	int r = 0;
	if (record->origin < export->origin_count)
		memcpy(row.origin, export->origins[record->origin].id, sizeof(row.origin));
	else if ((r = store_origin(export->history.store, record->origin, &other)) == 0)
		memcpy(row.origin, other.id, sizeof(row.origin));
	size_t length = export->csv ? row_csv(&row, text) : row_json(&row, text);
	if (r == 0 && fwrite(text, length, 1, export->output.out) != 1)
		r = -EPIPE;
	if (++export->rows % 4096 == 0 && !progress_goes_on(&export->progress, export->rows, -1))
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
	origins_read(&export);
	code = output_end(command, &export.output, export_run(&export));
	history_lacks(command);
	return code;
}
