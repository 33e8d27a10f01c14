/* Rows of other stores, and of this one from a copy, written beside a daemon. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

#include "store/inside.h"

int transaction_run(sqlite3 *db, int (*work)(void *user), void *user)
{
	int r = database_run(db, "BEGIN IMMEDIATE");
	if (r < 0)
		return r;
	r = work(user);
	if (r == 0)
		r = database_run(db, "COMMIT");
	if (!sqlite3_get_autocommit(db))
		database_run(db, "ROLLBACK");
	return r;
}

int store_origin(struct store *store, uint32_t number, struct origin *ret)
{
	sqlite3_stmt *read = NULL;
	int result = sqlite3_prepare_v2(store->db, "SELECT id, host FROM origin WHERE number = ?1",
					-1, &read, NULL);
	if (result == SQLITE_OK) {
		sqlite3_bind_int64(read, 1, number);
		result = sqlite3_step(read);
		snprintf(ret->id, sizeof(ret->id), "%s", statement_text(read, 0));
		snprintf(ret->host, sizeof(ret->host), "%s", statement_text(read, 1));
	}
	sqlite3_finalize(read);
	int r = database_error(store->db, result);
	return r < 0 ? r : result == SQLITE_ROW ? 0 : -ENOENT;
}

static int origin_run(sqlite3 *db, const char *text, const struct origin *origin, int64_t *ret)
{
	sqlite3_stmt *statement = NULL;
	int result = sqlite3_prepare_v2(db, text, -1, &statement, NULL);
	if (result == SQLITE_OK) {
		sqlite3_bind_text(statement, 1, origin->id, -1, SQLITE_STATIC);
		sqlite3_bind_text(statement, 2, origin->host, -1, SQLITE_STATIC);
		result = sqlite3_step(statement);
		*ret = result == SQLITE_ROW ? sqlite3_column_int64(statement, 0) : -1;
	}
	sqlite3_finalize(statement);
	return database_error(db, result);
}

int store_origin_add(struct store *store, const struct origin *origin, uint32_t *ret)
{
	int64_t number = -1;
	int r = origin_run(store->db,
			   "INSERT INTO origin(id, host) VALUES(?1, ?2) ON CONFLICT(id)"
			   " DO UPDATE SET host = excluded.host"
			   " WHERE number > 0 AND excluded.host > host",
			   origin, &number);
	if (r == 0)
		r = origin_run(store->db, "SELECT number FROM origin WHERE id = ?1 AND ?2 <> 'x'",
			       origin, &number);
	*ret = (uint32_t)number;
	return r == 0 && number < 0 ? -EBADMSG : r;
}

int store_last(struct store *store, uint64_t *ret)
{
	sqlite3_stmt *read = store->statements[STATEMENT_SEQUENCE_READ];
	int result = sqlite3_step(read);
	*ret = (uint64_t)sqlite3_column_int64(read, 0);
	sqlite3_reset(read);
	return database_error(store->db, result);
}

struct import {
	struct writer *writer;
	const struct record *rows;
	int count;
};

static int rows_import(void *user)
{
	const struct import *import = user;
	int r = 0;
	writer_reset(import->writer); /* another process may have removed names since */
	for (int i = 0; i < import->count && r == 0; i++)
		r = writer_put(import->writer, &import->rows[i]);
	return writer_flush(import->writer, r);
}

int store_import(struct store *store, const struct record rows[], int count,
		 struct store_imported *sum)
{
	struct import import = { store->writer, rows, count };
	struct store_imported before = *sum;
	store->writer->sum = sum;
	int r = transaction_run(store->db, rows_import, &import);
	store->writer->sum = NULL;
	if (r < 0)
		*sum = before;
	return r;
}
