/* Read history. Only reports do, so the statements are not kept prepared. */
#include <errno.h>
#include <stdio.h>

#include "store/inside.h"

#define ROWS                                                                                       \
	ROW_COLUMNS                                                                                \
	" WHERE day BETWEEN ?1 AND ?2 AND (outcome <> 0 OR ?5) AND (?3 = 0 OR ?3 >> kind & 1)"
#define ORDER " ORDER BY day, ended, origin, sequence"

static const char all[] = ROWS ORDER;
static const char by_key[] = ROWS " ORDER BY day, origin, sequence";
static const char newest[] = "SELECT * FROM (" ROWS " ORDER BY day DESC, ended DESC, origin DESC,"
			     " sequence DESC LIMIT ?4)" ORDER;

static struct realtime before_column(sqlite3_stmt *statement, int column, struct realtime ended)
{
	int64_t before = sqlite3_column_int64(statement, column);
	bool none = sqlite3_column_type(statement, column) == SQLITE_NULL;
	return (struct realtime){ none ? 0 : ended.us - before };
}

struct record row_column(sqlite3_stmt *statement)
{
	struct record record = {
		.day = sqlite3_column_int(statement, 0),
		.origin = (uint32_t)sqlite3_column_int64(statement, 1),
		.sequence = (uint64_t)sqlite3_column_int64(statement, 2),
		.revision = (uint32_t)sqlite3_column_int64(statement, 3),
		.kind = (enum record_kind)sqlite3_column_int(statement, 4),
		.outcome = (enum outcome)sqlite3_column_int(statement, 5),
		.ended = { sqlite3_column_int64(statement, 8) },
		.zone = sqlite3_column_int(statement, 11),
		.seconds = sqlite3_column_int(statement, 12),
		.amount = sqlite3_column_int(statement, 13),
		.sides = (uint32_t)sqlite3_column_int64(statement, 14),
		.marks = (uint32_t)sqlite3_column_int64(statement, 15),
	};
	record.shown = before_column(statement, 9, record.ended);
	record.due = before_column(statement, 10, record.ended);
	snprintf(record.reminder, NAME_SIZE, "%s", statement_text(statement, 16));
	snprintf(record.item, NAME_SIZE, "%s", statement_text(statement, 17));
	return record;
}

static bool record_is_known(const struct record *record)
{
	return record->kind < RECORD_COUNT && record->outcome < OUTCOME_COUNT;
}

static int rows_report(sqlite3_stmt *statement, int (*row)(const struct record *, void *),
		       void *user)
{
	int result;
	while ((result = sqlite3_step(statement)) == SQLITE_ROW) {
		struct record record = row_column(statement);
		int stop = record_is_known(&record) ? row(&record, user) : 0;
		if (stop != 0)
			return stop;
	}
	return database_error(sqlite3_db_handle(statement), result);
}

int store_history(struct store *store, const struct history_query *query,
		  int (*row)(const struct record *record, void *user), void *user)
{
	sqlite3_stmt *statement = NULL;
	const char *text = query->whole ? by_key : query->newest ? newest : all;
	int r = database_error(store->db,
			       sqlite3_prepare_v2(store->db, text, -1, &statement, NULL));
	if (r == 0) {
		sqlite3_bind_int(statement, 1, query->first);
		sqlite3_bind_int(statement, 2, query->last);
		sqlite3_bind_int64(statement, 3, query->kinds);
		if (query->newest && !query->whole)
			sqlite3_bind_int64(statement, 4, query->newest);
		sqlite3_bind_int(statement, 5, query->whole);
		r = rows_report(statement, row, user);
	}
	sqlite3_finalize(statement);
	return r;
}

int64_t store_others(struct store *store)
{
	sqlite3_stmt *statement = NULL;
	int64_t version = 0;
	if (sqlite3_prepare_v2(store->db, "PRAGMA data_version", -1, &statement, NULL) ==
		    SQLITE_OK &&
	    sqlite3_step(statement) == SQLITE_ROW)
		version = sqlite3_column_int64(statement, 0);
	sqlite3_finalize(statement);
	return version;
}

int store_row_from(struct store *store, uint64_t sequence, struct record *ret)
{
	static const char text[] = ROW_COLUMNS " WHERE origin = 0 AND sequence >= ?1 AND kind < ?2"
					       " AND outcome < ?3 ORDER BY sequence LIMIT 1";
	sqlite3_stmt *read = NULL;
	int result = sqlite3_prepare_v2(store->db, text, -1, &read, NULL);
	bool known = false;
	if (result == SQLITE_OK) {
		sqlite3_bind_int64(read, 1, (int64_t)sequence);
		sqlite3_bind_int(read, 2, RECORD_COUNT);
		sqlite3_bind_int(read, 3, OUTCOME_COUNT);
		result = sqlite3_step(read);
		*ret = row_column(read);
		known = result == SQLITE_ROW;
	}
	sqlite3_finalize(read);
	int r = database_error(store->db, result);
	sqlite3_db_release_memory(store->db);
	return r < 0 ? r : known ? 0 : -ENOENT;
}

int store_row(struct store *store, uint64_t sequence, struct record *ret)
{
	int r = store_row_from(store, sequence, ret);
	return r == 0 && ret->sequence != sequence ? -ENOENT : r;
}
