/*
 * limber export: all rows of history, those taken back and those of other stores, too, so that an
 * import of it gives the same history. A file is written beside its place and renamed.
 */
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli/report/history.h"
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
	FILE *out;
	char *beside; /* the file until it is whole; NULL: standard output */
	bool csv;
	struct origin origins[ORIGINS_MAX];
	uint32_t origin_count;
	uint64_t rows;
	struct progress progress;
};

static void export_finish(struct export *export)
{
	if (export->beside) {
		fclose(export->out);
		unlink(export->beside);
		free(export->beside);
	}
	history_finish(&export->history);
}

static enum exit_code write_failed(const struct export *export, const char *path, int error)
{
	return complain(export->command, EXIT_REFUSED, _("%s could not be written: %s"), path,
			strerror(error));
}

/* Open "FILE.new", for the user only. */
static enum exit_code file_begin(struct export *export, const char *path)
{
	export->out = stdout;
	if (!path || strcmp(path, "-") == 0)
		return EXIT_FINE;
	if (asprintf(&export->beside, "%s.new", path) < 0)
		return EXIT_REFUSED;
	int fd = open(export->beside, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0600);
	if (fd < 0 || fchmod(fd, 0600) < 0 || !(export->out = fdopen(fd, "w"))) {
		int error = errno;
		free(export->beside);
		export->beside = NULL;
		return write_failed(export, path, error);
	}
	return EXIT_FINE;
}

static enum exit_code file_end(struct export *export, const char *path)
{
	if (fflush(export->out) != 0)
		return write_failed(export, path ? path : _("The output"), errno);
	if (!export->beside)
		return EXIT_FINE;
	bool good = fsync(fileno(export->out)) == 0;
	good = fclose(export->out) == 0 && good && rename(export->beside, path) == 0;
	int error = errno;
	if (!good)
		unlink(export->beside);
	free(export->beside);
	export->beside = NULL;
	return good ? EXIT_FINE : write_failed(export, path, error);
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
		return fwrite(text, row_head_csv(text), 1, export->out) == 1 ? 0 : -errno;
	for (uint32_t i = 0; i < export->origin_count; i++)
		if (fwrite(text, row_head_json(&export->origins[i], text), 1, export->out) != 1)
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
	if (r == 0 && fwrite(text, length, 1, export->out) != 1)
		r = -EPIPE;
	if (++export->rows % 4096 == 0 && !progress_goes_on(&export->progress, export->rows, -1))
		r = -EINTR;
	return r;
}

static enum exit_code export_run(struct export *export, const char *path)
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
				path ? _("Stopped; %s was not written.") : _("Stopped."), path);
	if (ferror(export->out))
		return write_failed(export, path ? path : _("The output"), errno);
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
	const char *path = command_given(command, OPTION_OUTPUT);
	enum exit_code code = EXIT_FINE;
	if (command->count > 0)
		code = history_span(command, command->words[0], &export.span);
	if (code == EXIT_FINE)
		code = history_open(command, &export.history);
	if (code == EXIT_FINE && !export.history.store)
		return complain(command, EXIT_REFUSED, _("There is no history yet."));
	if (code == EXIT_FINE)
		code = file_begin(&export, path);
	if (code != EXIT_FINE)
		return code;
	origins_read(&export);
	code = export_run(&export, path);
	if (code == EXIT_FINE)
		code = file_end(&export, path);
	history_lacks(command);
	return code;
}
