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

enum {
	LINE_MOST = 8192, /* no row is longer */
	BUFFER_SIZE = 1 << 16,
	BAD_SHOWN = 10,
	ORIGINS = 16,
	WORDS = 8,
};

/* So long limberd may have the store between two transactions. */
#define PAUSE_US 2000

struct import {
	struct command *command;
	const char *name; /* of the file */
	int fd;
	struct history history;
	bool running;  /* limberd */
	uint64_t last; /* sequence of this store */

	char buffer[BUFFER_SIZE + 1];
	size_t begin, end; /* in the buffer */
	bool ended;
	int64_t read, size; /* bytes; size 0: unknown */
	uint64_t line;
	int error; /* of reading */

	bool headed;
	struct record rows[STORE_BATCH];
	int count;
	struct {
		char id[ORIGIN_ID_SIZE];
		uint32_t number;
	} origins[ORIGINS];
	int next_origin;

	struct store_imported sum;
	uint64_t bad, early, newer;
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
			_(wrong));
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
			bad_line(import, N_("it is longer than any row"));
		skips = !feed && !import->ended;
		if (progress_goes_on(&import->progress, import->sum.new, -1))
			continue;
		return NULL;
	}
}

static int origin_number(struct import *import, const char *id, const char *host, uint32_t *ret)
{
	struct origin origin = { 0 };
	for (int i = 0; i < ORIGINS && !host; i++) {
		if (strcmp(import->origins[i].id, id) != 0)
			continue;
		*ret = import->origins[i].number;
		return 0;
	}
	snprintf(origin.id, sizeof(origin.id), "%s", id);
	snprintf(origin.host, sizeof(origin.host), "%s", host ? host : "");
	int r = store_origin_add(import->history.store, &origin, ret);
	int at = import->next_origin++ % ORIGINS;
	memcpy(import->origins[at].id, origin.id, sizeof(origin.id));
	import->origins[at].number = *ret;
	return r;
}

static int rows_flush(struct import *import)
{
	static const struct timespec pause = { 0, PAUSE_US * 1000 };
	int r = 0;
	if (import->count > 0)
		r = store_import(import->history.store, import->rows, import->count, &import->sum);
	import->count = 0;
	if (import->running)
		nanosleep(&pause, NULL);
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
	*record = row->record;
	int r = origin_number(import, row->origin, NULL, &record->origin);
	/* limberd is about to use this number itself. */
	if (record->origin == 0 && import->running && record->sequence > import->last)
		import->early++;
	else
		import->count++;
	if (r == 0 && import->count == STORE_BATCH)
		r = rows_flush(import);
	return r;
}

static enum exit_code head_take(struct import *import, const struct row_reading *reading)
{
	uint32_t number;
	if (reading->format > ROW_FORMAT)
		return complain(import->command, EXIT_REFUSED,
				_("%s was written by a newer Limber: update this one."),
				import->name);
	import->headed = true;
	int r = origin_number(import, reading->head.id, reading->head.host, &number);
	return r == 0 ? EXIT_FINE
		      : complain(import->command, EXIT_REFUSED, _("%s could not be written: %s"),
				 store_path(import->history.store), strerror(-r));
}

static enum exit_code line_take(struct import *import, char *line, size_t length)
{
	struct row_reading reading;
	int r = 0;
	if (length == 0 || (length == 1 && line[0] == '\r'))
		return EXIT_FINE;
	enum row_line what = row_read(line, length, &reading);
	if (what == ROW_LINE_HEAD)
		return head_take(import, &reading);
	if (!import->headed)
		return complain(import->command, EXIT_REFUSED,
				_("%s is not an export of Limber: its first line is not that of "
				  "one. Nothing was imported."),
				import->name);
	if (what == ROW_LINE_BAD)
		bad_line(import, reading.wrong);
	else if (what == ROW_LINE_NEWER)
		newer_count(import, reading.word);
	else
		r = row_take(import, &reading.row);
	return r == 0 ? EXIT_FINE
		      : complain(import->command, EXIT_REFUSED, _("%s could not be written: %s"),
				 store_path(import->history.store), strerror(-r));
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
	int r = code == EXIT_FINE ? rows_flush(import) : 0;
	if (r < 0)
		return complain(import->command, EXIT_REFUSED, _("%s could not be written: %s"),
				store_path(import->history.store), strerror(-r));
	if (code == EXIT_FINE && import->error)
		return complain(import->command, EXIT_REFUSED, _("%s could not be read: %s"),
				import->name, strerror(import->error));
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

static enum exit_code store_begin(struct import *import)
{
	enum exit_code code = history_open_beside(import->command, &import->history);
	if (code != EXIT_FINE)
		return code;
	import->running = bus_owner(import->command->bus) != 0;
	return history_failed(import->command, &import->history,
			      store_last(import->history.store, &import->last));
}

static void import_json(const struct import *import)
{
	struct json json = json_start(stdout);
	json_number(&json, "new", (int64_t)import->sum.new);
	json_number(&json, "changed", (int64_t)import->sum.changed);
	json_number(&json, "known", (int64_t)import->sum.known);
	json_number(&json, "forgotten", (int64_t)import->sum.forgotten);
	json_number(&json, "newer", (int64_t)import->newer);
	json_number(&json, "early", (int64_t)import->early);
	json_number(&json, "bad", (int64_t)import->bad);
	json_bool(&json, "stopped", import->progress.stopped);
	json_finish(&json);
}

static void left_tell(const struct import *import)
{
	for (int i = 0; i < WORDS && import->words[i].count > 0; i++)
		fprintf(stderr, _("Left out, as a newer Limber wrote \"%s\": %" PRIu64 ".\n"),
			import->words[i].word, import->words[i].count);
	if (import->early > 0)
		fprintf(stderr,
			_("Left out, as limberd is about to use their numbers: %" PRIu64 ".\n"
			  "To import them, too: limber off, and again.\n"),
			import->early);
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
	enum exit_code code = file_open(&import);
	if (code == EXIT_FINE)
		code = store_begin(&import);
	if (code == EXIT_FINE) {
		progress_begin(&import.progress);
		code = lines_take(&import);
		progress_end(&import.progress);
	}
	if (code == EXIT_FINE && command->json)
		import_json(&import);
	else if (code == EXIT_FINE || import.sum.new + import.sum.changed > 0)
		import_tell(&import);
	bool left_out = import.bad + import.newer + import.early > 0 || import.progress.stopped;
	import_finish(&import);
	return code == EXIT_FINE && left_out ? EXIT_REFUSED : code;
}
