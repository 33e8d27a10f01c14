/* Read history. Only reports do, so the statement is not kept prepared. */
#include <stdio.h>

#include "store/inside.h"

/* Only the highest revision of each sequence counts, also for the outcome and the time. */
static const char query[] =
	"SELECT sequence, revision, reminder, item, outcome, due, shown, ended, seconds"
	" FROM history AS this"
	" WHERE ended >= ?1 AND ended < ?2 AND outcome <> ?3 AND NOT EXISTS ("
	"	SELECT 1 FROM history AS later WHERE later.store = this.store"
	"	AND later.sequence = this.sequence AND later.revision > this.revision)"
	" ORDER BY ended, store, sequence";

static void name_column(sqlite3_stmt *statement, int index, char name[NAME_SIZE])
{
	snprintf(name, NAME_SIZE, "%s", statement_text(statement, index));
}

static struct record record_column(sqlite3_stmt *statement)
{
	struct record record = {
		.sequence = (uint64_t)sqlite3_column_int64(statement, 0),
		.revision = (uint32_t)sqlite3_column_int64(statement, 1),
		.outcome = outcome_read(statement_text(statement, 4)),
		.due = { sqlite3_column_int64(statement, 5) },
		.shown = { sqlite3_column_int64(statement, 6) },
		.ended = { sqlite3_column_int64(statement, 7) },
		.seconds = sqlite3_column_int(statement, 8),
	};
	name_column(statement, 2, record.reminder);
	name_column(statement, 3, record.item);
	return record;
}

/* Skip rows with an unknown outcome: a newer version wrote them. */
static int rows_report(sqlite3_stmt *statement, int (*row)(const struct record *, void *),
		       void *user)
{
	int result;
	while ((result = sqlite3_step(statement)) == SQLITE_ROW) {
		struct record record = record_column(statement);
		int stop = record.outcome == OUTCOME_COUNT ? 0 : row(&record, user);
		if (stop != 0)
			return stop;
	}
	return database_error(sqlite3_db_handle(statement), result);
}

int store_history(struct store *store, struct realtime from, struct realtime until,
		  int (*row)(const struct record *record, void *user), void *user)
{
	sqlite3_stmt *statement = NULL;
	int r = database_error(store->db,
			       sqlite3_prepare_v2(store->db, query, -1, &statement, NULL));
	if (r == 0) {
		sqlite3_bind_int64(statement, 1, from.us);
		sqlite3_bind_int64(statement, 2, until.us);
		sqlite3_bind_text(statement, 3, outcome_word(OUTCOME_NONE), -1, SQLITE_STATIC);
		r = rows_report(statement, row, user);
	}
	sqlite3_finalize(statement);
	return r;
}
