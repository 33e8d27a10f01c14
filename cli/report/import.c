/*
 * limber import: rows of limber export, of this store or of others. What can be read is imported,
 * and each line that cannot is reported. Rows go into the store a thousand at a time, so that
 * limberd can write between them; stopping it leaves whole rows, and a second import does the rest.
 */
#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "cli/report/history.h"
#include "cli/report/progress.h"
#include "cli/report/report.h"
#include "cli/report/row.h"
#include "cli/shared/say.h"
#include "cli/shared/when.h"

enum {
	LINE_MOST = 8192, /* no row is longer */
	BUFFER_SIZE = 1 << 16,
	BAD_SHOWN = 10,
	WORDS = 8,
};

/* So long limberd may have the store between two transactions. */
#define PAUSE_US 2000

struct import {
	struct command *command;
	const char *name; /* of the file */
	int fd;
	struct history history;

	char buffer[BUFFER_SIZE + 1];
	size_t begin, end; /* in the buffer */
	bool ended;
	int64_t read, size; /* bytes; size 0: unknown */
	uint64_t line;
	int error; /* of reading */

	bool headed, has_rows;
	int32_t last_day; /* of a row */
	struct record rows[STORE_BATCH];
	int count;
	struct origin origins[STORE_ORIGINS_MOST];
	int origin_count, origin; /* the last one found */

	struct store_imported sum;
	uint64_t bad, newer;
	struct {
		char word[32];
		uint64_t count;
	} words[WORDS];
	struct progress progress;
};

static void import_finish(struct import *import)
{
	if (import->fd > STDERR_FILENO)
		close(import->fd);
	history_finish(&import->history);
}

static void bad_line(struct import *import, const char *wrong)
{
	if (++import->bad <= BAD_SHOWN)
		fprintf(stderr, _("%s:%" PRIu64 ": %s; left out.\n"), import->name, import->line,
			wrong);
}

/* Move what is left to the begin of the buffer and fill it. */
static void buffer_fill(struct import *import)
{
	ssize_t length;
	memmove(import->buffer, import->buffer + import->begin, import->end - import->begin);
	import->end -= import->begin;
	import->begin = 0;
	do
		length = read(import->fd, import->buffer + import->end, BUFFER_SIZE - import->end);
	while (length < 0 && errno == EINTR && progress_goes_on(&import->progress, 0, -1));
	import->error = length < 0 && errno != EINTR ? errno : 0;
	import->ended = length <= 0;
	import->end += length > 0 ? (size_t)length : 0;
	import->read += length > 0 ? length : 0;
}

/* The next line; NULL at the end. One that is too long is skipped, in bounded memory. */
static char *line_next(struct import *import, size_t *length)
{
	for (bool skips = false;;) {
		char *from = import->buffer + import->begin;
		size_t left = import->end - import->begin;
		char *feed = memchr(from, '\n', left);
		if (!feed && import->ended && left == 0)
			return NULL;
		if (!feed && !import->ended && left < LINE_MOST) {
			buffer_fill(import);
			continue;
		}
		*length = feed ? (size_t)(feed - from) : left;
		import->begin += *length + (feed != NULL);
		import->line += !skips;
		if (!skips && *length < LINE_MOST) {
			from[*length] = '\0';
			return from;
		}
		if (!skips)
			bad_line(import, _("it is longer than any row"));
		skips = !feed && !import->ended;
		if (progress_goes_on(&import->progress, import->sum.new, -1))
			continue;
		return NULL;
	}
}

static bool origin_is(const struct import *import, int index, const char *id)
{
	return index < import->origin_count && strcmp(import->origins[index].id, id) == 0;
}

/* The index of an origin, which is added; -1 if there are too many. */
static int origin_find(struct import *import, const char *id)
{
	int index = import->origin;
	if (!origin_is(import, index, id))
		for (index = 0; index < import->origin_count && !origin_is(import, index, id);)
			index++;
	if (index == STORE_ORIGINS_MOST)
		return -1;
	if (index == import->origin_count)
		strcpy(import->origins[import->origin_count++].id, id);
	import->origin = index;
	return index;
}

/* limberd may write between two transactions. */
static int rows_flush(struct import *import)
{
	static const struct timespec pause = { 0, PAUSE_US * 1000 };
	struct store *store = import->history.store;
	bool beside = store_is_owned(store);
	int r = 0, most = beside ? STORE_BATCH_BESIDE : STORE_BATCH;
	for (int done = 0, some; done < import->count && r == 0; done += some) {
		some = import->count - done < most ? import->count - done : most;
		r = store_import(store, import->origins, import->rows + done, some, &import->sum);
		if (beside)
			nanosleep(&pause, NULL);
	}
	import->count = 0;
	return r;
}

static void newer_count(struct import *import, const char *word)
{
	import->newer++;
	for (int i = 0; i < WORDS; i++) {
		if (import->words[i].count > 0 && strcmp(import->words[i].word, word) != 0)
			continue;
		snprintf(import->words[i].word, sizeof(import->words[i].word), "%s", word);
		import->words[i].count++;
		return;
	}
}

static int row_take(struct import *import, const struct row *row)
{
	struct record *record = &import->rows[import->count];
	int origin = origin_find(import, row->origin);
	import->sum.full_stores += origin < 0;
	if (origin < 0)
		return 0;
	*record = row->record;
	record->origin = (uint32_t)origin;
	return ++import->count == STORE_BATCH ? rows_flush(import) : 0;
}

/* Two files may have different labels: the greatest counts, in any order. */
static enum exit_code head_take(struct import *import, const struct row_reading *reading)
{
	if (reading->format > ROW_FORMAT)
		return complain(import->command, EXIT_REFUSED,
				_("%s was written by a newer Limber: update this one."),
				import->name);
	import->headed = true;
	int index = origin_find(import, reading->head.id);
	if (index >= 0 && strcmp(import->origins[index].host, reading->head.host) < 0)
		strcpy(import->origins[index].host, reading->head.host);
	return EXIT_FINE;
}

static enum exit_code not_an_export(const struct import *import)
{
	return complain(
		import->command, EXIT_REFUSED,
		_("%s is not an export of Limber: its first line is not that of one. "
		  "A table of limber export --csv is for other programs. Nothing was imported."),
		import->name);
}

static enum exit_code line_take(struct import *import, char *line, size_t length)
{
	struct row_reading reading;
	int r = 0;
	if (length == 0 || (length == 1 && line[0] == '\r'))
		return EXIT_FINE;
	enum row_line what = row_read(line, length, import->last_day, &reading);
	if (what == ROW_LINE_HEAD)
		return head_take(import, &reading);
	if (!import->headed)
		return not_an_export(import);
	import->has_rows = true;
	if (what == ROW_LINE_BAD)
		bad_line(import, reading.wrong);
	else if (what == ROW_LINE_NEWER)
		newer_count(import, reading.word);
	else
		r = row_take(import, &reading.row);
	return history_unwritten(import->command, &import->history, r);
}

static enum exit_code lines_take(struct import *import)
{
	enum exit_code code = EXIT_FINE;
	size_t length;
	char *line;
	while (code == EXIT_FINE && (line = line_next(import, &length))) {
		code = line_take(import, line, length);
		int percent = import->size > 0 ? (int)(import->read * 100 / import->size) : -1;
		if (import->line % 256 == 0 &&
		    !progress_goes_on(&import->progress, import->sum.new + import->sum.known,
				      percent))
			break;
	}
	if (code == EXIT_FINE)
		code = history_unwritten(import->command, &import->history, rows_flush(import));
	if (code == EXIT_FINE && import->error)
		return complain(import->command, EXIT_REFUSED, _("%s could not be read: %s"),
				import->name, strerror(import->error));
	if (code == EXIT_FINE && !import->progress.stopped && !import->headed)
		return not_an_export(import);
	if (code == EXIT_FINE && !import->progress.stopped && !import->has_rows)
		return complain(import->command, EXIT_REFUSED,
				_("%s has no row. Nothing was imported."), import->name);
	return code;
}

static enum exit_code file_open(struct import *import)
{
	struct stat is;
	import->name = import->command->words[0];
	if (strcmp(import->name, "-") == 0) {
		import->name = _("standard input");
		import->fd = STDIN_FILENO;
		return EXIT_FINE;
	}
	import->fd = open(import->name, O_RDONLY | O_CLOEXEC);
	if (import->fd < 0 || fstat(import->fd, &is) < 0 || S_ISDIR(is.st_mode))
		return complain(import->command, EXIT_REFUSED, _("%s could not be read: %s"),
				import->name, strerror(import->fd < 0 ? errno : EISDIR));
	import->size = S_ISREG(is.st_mode) ? is.st_size : 0;
	return EXIT_FINE;
}

static void import_json(const struct import *import)
{
	struct json json = json_start(stdout);
	json_number(&json, "new", (int64_t)import->sum.new);
	json_number(&json, "changed", (int64_t)import->sum.changed);
	json_number(&json, "known", (int64_t)import->sum.known);
	json_number(&json, "forgotten", (int64_t)import->sum.forgotten);
	json_number(&json, "newer", (int64_t)import->newer);
	json_number(&json, "full_days", (int64_t)import->sum.full_days);
	json_number(&json, "full_stores", (int64_t)import->sum.full_stores);
	json_number(&json, "bad", (int64_t)import->bad);
	json_bool(&json, "stopped", import->progress.stopped);
	json_finish(&json);
}

static void left_tell(const struct import *import)
{
	if (import->bad > BAD_SHOWN)
		fprintf(stderr, _("And %" PRIu64 " more such lines.\n"), import->bad - BAD_SHOWN);
	for (int i = 0; i < WORDS && import->words[i].count > 0; i++)
		fprintf(stderr, _("Left out, as a newer Limber wrote \"%s\": %" PRIu64 ".\n"),
			import->words[i].word, import->words[i].count);
	if (import->sum.full_days > 0)
		fprintf(stderr, _("Left out, as their days have %d rows already: %" PRIu64 ".\n"),
			STORE_DAY_MOST, import->sum.full_days);
	if (import->sum.full_stores > 0)
		fprintf(stderr, _("Left out, as they are from more than %d stores: %" PRIu64 ".\n"),
			STORE_ORIGINS_MOST, import->sum.full_stores);
	if (import->bad > 0)
		fprintf(stderr, _("Left out, as they could not be read: %" PRIu64 " lines.\n"),
			import->bad);
	if (import->progress.stopped)
		fputs(_("Stopped. To import the rest, do it again.\n"), stderr);
}

static void import_tell(const struct import *import)
{
	const struct store_imported *sum = &import->sum;
	printf(_("Imported: %" PRIu64 " new rows, %" PRIu64 " changed; %" PRIu64
		 " were here already.\n"),
	       sum->new, sum->changed, sum->known);
	if (sum->forgotten > 0)
		printf(_("Left out, as they were forgotten here: %" PRIu64 ".\n"), sum->forgotten);
	left_tell(import);
}

enum exit_code report_import(struct command *command)
{
	static struct import import; /* too large for a stack */
	import = (struct import){ .command = command, .fd = -1 };
	/* Zones east of here are a day ahead. */
	import.last_day = (int32_t)(when_now() / USEC_PER_DAY) + 1;
	enum exit_code code = file_open(&import);
	if (code == EXIT_FINE)
		code = history_open_beside(command, &import.history);
	if (code == EXIT_FINE) {
		progress_begin(&import.progress);
		code = lines_take(&import);
		progress_end(&import.progress);
	}
	if (code == EXIT_FINE && command->json)
		import_json(&import);
	else if (code == EXIT_FINE || import.sum.new + import.sum.changed > 0)
		import_tell(&import);
	bool left_out =
		import.progress.stopped ||
		import.bad + import.newer + import.sum.full_days + import.sum.full_stores > 0;
	import_finish(&import);
	return code == EXIT_FINE && left_out ? EXIT_REFUSED : code;
}
