/* Write rows of history. A row has one day, so a later revision is found on another only in a
 * foreign file. */
#include <errno.h>

#include "store/inside.h"

static const char *const texts[WRITER_COUNT] = {
	[WRITER_FIND] = "SELECT day, revision FROM history WHERE origin = ?1 AND sequence = ?2",
	[WRITER_NAME] = "SELECT number FROM name WHERE text = ?1",
	[WRITER_NAME_NEW] = "INSERT INTO name(text) VALUES(?1)",
	[WRITER_DELETE] = "DELETE FROM history WHERE origin = ?1 AND sequence = ?2",
	[WRITER_ROW] = "INSERT OR REPLACE INTO history VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9,"
		       " ?10, ?11, ?12, ?13, ?14, ?15, ?16)",
};

int writer_init(struct writer *writer, sqlite3 *db)
{
	int r = 0;
	*writer = (struct writer){ .db = db };
	for (int i = 0; i < WRITER_COUNT && r == 0; i++)
		r = database_error(
			db, sqlite3_prepare_v2(db, texts[i], -1, &writer->statements[i], NULL));
	return r;
}

static int days_flush(struct writer *writer)
{
	int r = 0;
	for (int i = 0; i < writer->count && r == 0; i++)
		r = day_sum(writer->db, writer->days[i]);
	writer->count = 0;
	return r;
}

/* Remember a day to sum. */
static int day_touch(struct writer *writer, int32_t day)
{
	for (int i = writer->count - 1; i >= 0; i--)
		if (writer->days[i] == day)
			return 0;
	int r = 0;
	if (writer->count == sizeof(writer->days) / sizeof(*writer->days))
		r = days_flush(writer);
	writer->days[writer->count++] = day;
	return r;
}

/* Set *number to that of a text; 0 for "". */
static int name_number(struct writer *writer, const char *text, int64_t *number)
{
	sqlite3_stmt *find = writer->statements[WRITER_NAME];
	sqlite3_stmt *new = writer->statements[WRITER_NAME_NEW];
	*number = 0;
	if (!text[0])
		return 0;
	sqlite3_bind_text(find, 1, text, -1, SQLITE_STATIC);
	int result = sqlite3_step(find);
	if (result == SQLITE_ROW)
		*number = sqlite3_column_int64(find, 0);
	sqlite3_reset(find);
	if (result != SQLITE_DONE)
		return database_error(writer->db, result);
	sqlite3_bind_text(new, 1, text, -1, SQLITE_STATIC);
	int r = statement_run(new);
	*number = sqlite3_last_insert_rowid(writer->db);
	return r;
}

/* Return 1 if the store has a higher revision; delete one that stands on another day. */
static int earlier_clear(struct writer *writer, const struct record *row)
{
	sqlite3_stmt *find = writer->statements[WRITER_FIND];
	sqlite3_stmt *delete = writer->statements[WRITER_DELETE];
	sqlite3_bind_int64(find, 1, row->origin);
	sqlite3_bind_int64(find, 2, (int64_t)row->sequence);
	int result = sqlite3_step(find);
	int32_t day = sqlite3_column_int(find, 0);
	bool higher = result == SQLITE_ROW && sqlite3_column_int64(find, 1) > row->revision;
	sqlite3_reset(find);
	if (higher)
		return 1;
	if (result != SQLITE_ROW || day == row->day)
		return database_error(writer->db, result);
	sqlite3_bind_int64(delete, 1, row->origin);
	sqlite3_bind_int64(delete, 2, (int64_t)row->sequence);
	int r = day_touch(writer, day);
	return r < 0 ? r : statement_run(delete);
}

static void before_bind(sqlite3_stmt *write, int index, struct realtime at, struct realtime ended)
{
	if (at.us == 0)
		sqlite3_bind_null(write, index);
	else
		sqlite3_bind_int64(write, index, realtime_since(ended, at));
}

static int row_write(sqlite3_stmt *write, const struct record *row, int64_t reminder, int64_t item)
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

int writer_put(struct writer *writer, const struct record *row)
{
	int64_t reminder = 0, item = 0;
	int r = earlier_clear(writer, row);
	if (r != 0)
		return r < 0 ? r : 0;
	r = name_number(writer, row->reminder, &reminder);
	if (r == 0)
		r = name_number(writer, row->item, &item);
	if (r == 0)
		r = day_touch(writer, row->day);
	return r < 0 ? r : row_write(writer->statements[WRITER_ROW], row, reminder, item);
}

int writer_finish(struct writer *writer, int r)
{
	if (r == 0)
		r = days_flush(writer);
	for (int i = 0; i < WRITER_COUNT; i++)
		sqlite3_finalize(writer->statements[i]);
	return r;
}
