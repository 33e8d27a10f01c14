/*
 * Write rows of history. A row has one day, so a later revision is found on another only in a
 * foreign file. The sums of a day grow with new rows; a row that is replaced makes them anew.
 */
#include <errno.h>
#include <string.h>

#include "core/base/try.h"
#include "store/inside.h"

static const char *const texts[WRITER_COUNT] = {
	[WRITER_FIND] =
		"SELECT day, revision, ended FROM history WHERE origin = ?1 AND sequence = ?2",
	[WRITER_SAME] = ROW_COLUMNS " WHERE day = ?1 AND origin = ?2 AND sequence = ?3",
	[WRITER_FORGOTTEN] = "SELECT last >= ?2 FROM forgotten WHERE origin = ?1 AND first <= ?2"
			     " ORDER BY first DESC LIMIT 1",
	[WRITER_NAME] = "SELECT number, last FROM name WHERE text = ?1",
	[WRITER_NAME_NEW] = "INSERT INTO name(text, last) VALUES(?1, ?2)",
	[WRITER_NAME_USE] = "UPDATE name SET last = ?2 WHERE number = ?1",
	[WRITER_DELETE] = "DELETE FROM history WHERE origin = ?1 AND sequence = ?2",
	[WRITER_ROW] = "INSERT OR REPLACE INTO history VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9,"
		       " ?10, ?11, ?12, ?13, ?14, ?15, ?16)",
	[WRITER_DAY_ROWS] = "SELECT kind, outcome, ended, shown, zone, seconds, amount"
			    " FROM history WHERE day = ?1",
	[WRITER_DAY_SIZE] = "SELECT value FROM day WHERE day = ?1 AND field = 0",
	[WRITER_DAY_READ] = "SELECT field, value FROM day WHERE day = ?1",
	[WRITER_DAY_CLEAR] = "DELETE FROM day WHERE day = ?1",
	[WRITER_DAY_WRITE] = "INSERT OR REPLACE INTO day VALUES(?1, ?2, ?3)",
	[WRITER_RANGE] = "INSERT INTO forgotten VALUES(?1, ifnull("
			 "(SELECT CASE last WHEN ?2 - 1 THEN first END FROM forgotten"
			 " WHERE origin = ?1 AND first < ?2 ORDER BY first DESC LIMIT 1), ?2),"
			 " ifnull((SELECT last FROM forgotten"
			 " WHERE origin = ?1 AND first = ?3 + 1), ?3))"
			 " ON CONFLICT DO UPDATE SET last = excluded.last",
	[WRITER_RANGE_JOINED] = "DELETE FROM forgotten WHERE origin = ?1 AND first = ?3 + 1"
				" AND ?2 IS NOT NULL",
};

void writer_init(struct writer *writer, sqlite3 *db, bool own)
{
	memset(writer, 0, sizeof(*writer));
	writer->db = db;
	writer->own = own;
}

void writer_finish(struct writer *writer)
{
	for (int i = 0; i < WRITER_COUNT; i++)
		sqlite3_finalize(writer->statements[i]);
}

void writer_reset(struct writer *writer)
{
	writer->count = 0;
	memset(writer->names, 0, sizeof(writer->names));
}

int writer_statement(struct writer *writer, enum writer_statement which, sqlite3_stmt **ret)
{
	int r = 0;
	if (!writer->statements[which])
		r = database_error(writer->db,
				   sqlite3_prepare_v3(writer->db, texts[which], -1,
						      SQLITE_PREPARE_PERSISTENT,
						      &writer->statements[which], NULL));
	*ret = writer->statements[which];
	return r;
}

static int days_flush(struct writer *writer)
{
	int r = 0;
	for (int i = 0; i < writer->count && r == 0; i++)
		r = day_sum(writer, &writer->days[i]);
	writer->count = 0;
	return r;
}

static int day_size(struct writer *writer, int32_t number, int64_t *ret)
{
	sqlite3_stmt *read;
	TRY(writer_statement(writer, WRITER_DAY_SIZE, &read));
	sqlite3_bind_int(read, 1, number);
	int result = sqlite3_step(read);
	*ret = result == SQLITE_ROW ? sqlite3_column_int64(read, 0) : 0;
	sqlite3_reset(read);
	return database_error(writer->db, result);
}

/* The day among those to sum. */
static int day_touch(struct writer *writer, int32_t number, struct writer_day **ret)
{
	int r = 0;
	for (int i = writer->count - 1; i >= 0; i--) {
		*ret = &writer->days[i];
		if ((*ret)->number == number)
			return 0;
	}
	if (writer->count == WRITER_DAYS)
		r = days_flush(writer);
	*ret = &writer->days[writer->count++];
	**ret = (struct writer_day){ .number = number };
	return r < 0 || writer->own ? r : day_size(writer, number, &(*ret)->stored);
}

/* A row of the day was replaced, or (-1) removed. */
static int day_change(struct writer *writer, int32_t number, int32_t rows)
{
	struct writer_day *day;
	int r = day_touch(writer, number, &day);
	day->recount = true;
	day->rows += rows;
	return r;
}

static int key_is_forgotten(struct writer *writer, uint32_t origin, uint64_t sequence, bool *ret)
{
	sqlite3_stmt *find;
	TRY(writer_statement(writer, WRITER_FORGOTTEN, &find));
	sqlite3_bind_int64(find, 1, origin);
	sqlite3_bind_int64(find, 2, (int64_t)sequence);
	int result = sqlite3_step(find);
	*ret = result == SQLITE_ROW && sqlite3_column_int(find, 0);
	sqlite3_reset(find);
	return database_error(writer->db, result);
}

int writer_find(struct writer *writer, uint32_t origin, uint64_t sequence, struct stored *ret)
{
	sqlite3_stmt *find;
	int r = writer_statement(writer, WRITER_FIND, &find);
	*ret = (struct stored){ 0 };
	if (r < 0)
		return r;
	sqlite3_bind_int64(find, 1, origin);
	sqlite3_bind_int64(find, 2, (int64_t)sequence);
	int result = sqlite3_step(find);
	if (result == SQLITE_ROW)
		*ret = (struct stored){ .there = true,
					.day = sqlite3_column_int(find, 0),
					.revision = sqlite3_column_int64(find, 1),
					.ended = { sqlite3_column_int64(find, 2) } };
	sqlite3_reset(find);
	if (result != SQLITE_DONE)
		return database_error(writer->db, result);
	return key_is_forgotten(writer, origin, sequence, &ret->forgotten);
}

static int sign(int64_t a, int64_t b)
{
	return a < b ? -1 : a > b;
}

/* An order of contents that does not depend on the machine. */
static int contents_compare(const struct record *a, const struct record *b)
{
	const int signs[] = {
		sign(a->ended.us, b->ended.us), sign(a->outcome, b->outcome),
		sign(a->kind, b->kind),         sign(a->day, b->day),
		sign(a->seconds, b->seconds),   sign(a->amount, b->amount),
		sign(a->sides, b->sides),       sign(a->marks, b->marks),
		sign(a->shown.us, b->shown.us), sign(a->due.us, b->due.us),
		sign(a->zone, b->zone),         strcmp(a->reminder, b->reminder),
		strcmp(a->item, b->item),
	};
	for (size_t i = 0; i < sizeof(signs) / sizeof(*signs); i++)
		if (signs[i] != 0)
			return signs[i];
	return 0;
}

/* Return 1 if the stored row of the same revision stays. */
static int row_stays(struct writer *writer, const struct record *row, int32_t day)
{
	sqlite3_stmt *same;
	TRY(writer_statement(writer, WRITER_SAME, &same));
	sqlite3_bind_int(same, 1, day);
	sqlite3_bind_int64(same, 2, row->origin);
	sqlite3_bind_int64(same, 3, (int64_t)row->sequence);
	int result = sqlite3_step(same), order = -1;
	if (result == SQLITE_ROW) {
		struct record stored = row_column(same);
		order = contents_compare(&stored, row);
	}
	sqlite3_reset(same);
	int r = database_error(writer->db, result);
	return r < 0 ? r : order == 0 || (order > 0 && !writer->own);
}

static void before_bind(sqlite3_stmt *write, int index, struct realtime at, struct realtime ended)
{
	if (at.us == 0)
		sqlite3_bind_null(write, index);
	else
		sqlite3_bind_int64(write, index, realtime_since(ended, at));
}

static int row_bind(sqlite3_stmt *write, const struct record *row, int64_t reminder, int64_t item)
{
	sqlite3_bind_int(write, 1, row->day);
	sqlite3_bind_int64(write, 2, row->origin);
	sqlite3_bind_int64(write, 3, (int64_t)row->sequence);
	sqlite3_bind_int64(write, 4, row->revision);
	sqlite3_bind_int(write, 5, (int)row->kind);
	sqlite3_bind_int(write, 6, (int)row->outcome);
	sqlite3_bind_int64(write, 7, reminder);
	sqlite3_bind_int64(write, 8, item);
	sqlite3_bind_int64(write, 9, row->ended.us);
	before_bind(write, 10, row->shown, row->ended);
	before_bind(write, 11, row->due, row->ended);
	sqlite3_bind_int(write, 12, row->zone);
	sqlite3_bind_int(write, 13, row->seconds);
	sqlite3_bind_int(write, 14, row->amount);
	sqlite3_bind_int64(write, 15, row->sides);
	sqlite3_bind_int64(write, 16, row->marks);
	return statement_run(write);
}

static int row_write(struct writer *writer, const struct record *row)
{
	int64_t reminder = 0, item = 0;
	sqlite3_stmt *write = NULL;
	int r = writer_name(writer, row->reminder, row->day, &reminder);
	if (r == 0)
		r = writer_name(writer, row->item, row->day, &item);
	if (r == 0)
		r = writer_statement(writer, WRITER_ROW, &write);
	return r < 0 ? r : row_bind(write, row, reminder, item);
}

/* A daemon sums a day anew within a card's time, so imports do not fill it without end. */
static bool day_is_full(const struct writer *writer, const struct writer_day *day)
{
	return !writer->own && day->stored + day->rows >= STORE_DAY_MOST;
}

static int row_add(struct writer *writer, const struct record *row)
{
	struct writer_day *day;
	int r = day_touch(writer, row->day, &day);
	if (r < 0 || day_is_full(writer, day)) {
		writer->sum.full_days += r == 0;
		return r;
	}
	writer->sum.new += 1;
	day->rows++;
	day_add(&day->added, row);
	return row_write(writer, row);
}

static int row_delete(struct writer *writer, uint32_t origin, uint64_t sequence)
{
	sqlite3_stmt *delete;
	TRY(writer_statement(writer, WRITER_DELETE, &delete));
	sqlite3_bind_int64(delete, 1, origin);
	sqlite3_bind_int64(delete, 2, (int64_t)sequence);
	return statement_run(delete);
}

static int row_move(struct writer *writer, const struct record *row, int32_t from)
{
	int r = day_change(writer, from, -1);
	if (r == 0)
		r = day_change(writer, row->day, 1);
	if (r == 0)
		r = row_delete(writer, row->origin, row->sequence);
	return r < 0 ? r : row_write(writer, row);
}

static int row_replace(struct writer *writer, const struct record *row, int32_t day)
{
	struct writer_day *to;
	TRY(day_touch(writer, row->day, &to));
	if (day != row->day && day_is_full(writer, to)) {
		writer->sum.full_days++;
		return 0;
	}
	writer->sum.changed++;
	if (day != row->day)
		return row_move(writer, row, day);
	to->recount = true;
	return row_write(writer, row);
}

int writer_put_found(struct writer *writer, const struct record *row, const struct stored *found)
{
	int r = found->revision > row->revision;
	if (!found->there)
		return row_add(writer, row);
	if (found->revision == row->revision)
		r = row_stays(writer, row, found->day);
	writer->sum.known += r == 1;
	return r != 0 ? (r < 0 ? r : 0) : row_replace(writer, row, found->day);
}

int writer_put(struct writer *writer, const struct record *row)
{
	struct stored found;
	int r = writer_find(writer, row->origin, row->sequence, &found);
	return r < 0 || found.forgotten ? r : writer_put_found(writer, row, &found);
}

/* Return 1 if the day has the row, which the index lacks. */
static int row_is_hidden(struct writer *writer, int32_t day, uint32_t origin, uint64_t sequence)
{
	sqlite3_stmt *same;
	TRY(writer_statement(writer, WRITER_SAME, &same));
	sqlite3_bind_int(same, 1, day);
	sqlite3_bind_int64(same, 2, origin);
	sqlite3_bind_int64(same, 3, (int64_t)sequence);
	int result = sqlite3_step(same);
	sqlite3_reset(same);
	int r = database_error(writer->db, result);
	return r < 0 ? r : result == SQLITE_ROW;
}

int writer_remove(struct writer *writer, int32_t day, uint32_t origin, uint64_t sequence)
{
	struct stored found;
	int r = writer_find(writer, origin, sequence, &found);
	if (r == 0 && !found.there && (r = row_is_hidden(writer, day, origin, sequence)) >= 0)
		return r ? -EBADMSG : 0;
	if (r == 0)
		r = day_change(writer, found.day, -1);
	return r < 0 ? r : row_delete(writer, origin, sequence);
}

int writer_flush(struct writer *writer, int r)
{
	return r == 0 ? days_flush(writer) : r;
}
