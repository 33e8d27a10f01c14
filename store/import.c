/* Rows of other stores, and of this one from a copy, written beside a daemon. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

#include "core/base/try.h"
#include "store/inside.h"

int transaction_run(sqlite3 *db, int (*work)(void *user), void *user)
{
	TRY(database_run(db, "BEGIN IMMEDIATE"));
	int r = work(user);
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

int store_origins(struct store *store, int (*each)(const struct origin *origin, void *user),
		  void *user)
{
	sqlite3_stmt *read = NULL;
	int stop = 0, result = sqlite3_prepare_v2(store->db,
						  "SELECT id, max(host) FROM origin GROUP BY id"
						  " ORDER BY min(number)",
						  -1, &read, NULL);
	while (stop == 0 && (result = sqlite3_step(read)) == SQLITE_ROW) {
		struct origin origin = { 0 };
		snprintf(origin.id, sizeof(origin.id), "%s", statement_text(read, 0));
		snprintf(origin.host, sizeof(origin.host), "%s", statement_text(read, 1));
		stop = each(&origin, user);
	}
	sqlite3_finalize(read);
	return stop ? stop : database_error(store->db, result);
}

int store_last(struct store *store, uint64_t *ret)
{
	sqlite3_stmt *read = store->statements[STATEMENT_SEQUENCE_READ];
	int result = sqlite3_step(read);
	*ret = (uint64_t)sqlite3_column_int64(read, 0);
	sqlite3_reset(read);
	return database_error(store->db, result);
}

enum { TWINS_MOST = 8 };

/* The numbers of an id. */
struct twins {
	bool read;
	int count;
	uint32_t numbers[TWINS_MOST];
};

struct import {
	struct store *store;
	struct writer *writer;
	const struct origin *origins;
	struct twins *twins; /* by the index of `origins` */
	const struct record *rows;
	int count;
	uint64_t last; /* sequence of this store */
};

/* Run a statement on the id and the label of an origin, and add the numbers it returns. */
static int origin_run(sqlite3 *db, const char *text, const struct origin *origin,
		      struct twins *twins)
{
	sqlite3_stmt *statement = NULL;
	int result = sqlite3_prepare_v2(db, text, -1, &statement, NULL);
	if (result == SQLITE_OK) {
		sqlite3_bind_text(statement, 1, origin->id, -1, SQLITE_STATIC);
		sqlite3_bind_text(statement, 2, origin->host, -1, SQLITE_STATIC);
		while ((result = sqlite3_step(statement)) == SQLITE_ROW)
			if (twins->count < TWINS_MOST)
				twins->numbers[twins->count++] =
					(uint32_t)sqlite3_column_int64(statement, 0);
	}
	sqlite3_finalize(statement);
	return database_error(db, result);
}

/* The greatest label counts, so that the order of imports does not matter. */
static int twins_read(sqlite3 *db, const struct origin *origin, struct twins *twins)
{
	twins->read = true;
	int r = origin_run(db,
			   "UPDATE origin SET host = ?2 WHERE id = ?1 AND number > 0"
			   " AND host < ?2",
			   origin, twins);
	return r < 0 ? r
		     : origin_run(db,
				  "SELECT number FROM origin WHERE id = ?1 AND ?2 IS NOT NULL"
				  " ORDER BY number",
				  origin, twins);
}

/* Add a number for an id. Return 1, 0 if there are too many, or negative errno. */
static int twin_add(sqlite3 *db, const struct origin *origin, struct twins *twins)
{
	char text[128];
	if (twins->count == TWINS_MOST)
		return 0;
	sqlite3_snprintf(sizeof(text), text,
			 "INSERT INTO origin(id, host) SELECT ?1, ?2"
			 " WHERE (SELECT count(*) FROM origin) < %d",
			 STORE_ORIGINS_MOST);
	int r = origin_run(db, text, origin, twins);
	if (r < 0 || sqlite3_changes(db) == 0)
		return r;
	twins->numbers[twins->count++] = (uint32_t)sqlite3_last_insert_rowid(db);
	return 1;
}

/* Find a row under one of its numbers. Return 1 with *found set, else 0 with a free number in
 * *place, -1 if there is none, or negative errno. */
static int row_find(struct import *import, struct twins *twins, struct record *row,
		    struct stored *found, int64_t *place)
{
	bool forgotten = false;
	int r = 0;
	*place = -1;
	for (int i = 0; i < twins->count && r == 0; i++) {
		row->origin = twins->numbers[i];
		r = writer_find(import->writer, row->origin, row->sequence, found);
		if (r == 0 && found->there && found->ended.us == row->ended.us)
			return 1;
		bool coming = row->origin == 0 && row->sequence > import->last;
		if (*place < 0 && !found->there && !coming)
			*place = row->origin;
		forgotten |= found->forgotten;
	}
	*found = (struct stored){ .forgotten = forgotten };
	return r;
}

/* Set row->origin to the number under which the store has the row, or adds it. Return 1 with *found
 * set, 0 to leave the row out, or negative errno. */
static int row_place(struct import *import, struct record *row, struct stored *found)
{
	const struct origin *origin = &import->origins[row->origin];
	struct twins *twins = &import->twins[row->origin];
	struct store_imported *sum = &import->writer->sum;
	int64_t place = -1;
	int r = twins->read ? 0 : twins_read(import->store->db, origin, twins);
	if (r == 0)
		r = row_find(import, twins, row, found, &place);
	if (r != 0)
		return r;
	sum->forgotten += found->forgotten;
	if (found->forgotten)
		return 0;
	row->origin = (uint32_t)place;
	if (place >= 0)
		return 1;
	r = twin_add(import->store->db, origin, twins);
	sum->full_stores += r == 0;
	row->origin = twins->count > 0 ? twins->numbers[twins->count - 1] : 0;
	return r;
}

static int rows_import(void *user)
{
	struct import *import = user;
	struct stored found;
	writer_reset(import->writer); /* another process may have removed names since */
	/* names_delete() compares it. */
	int r = database_run(import->store->db,
			     "UPDATE origin SET imports = imports + 1 WHERE number = 0");
	if (r == 0)
		r = store_last(import->store, &import->last);
	for (int i = 0; i < import->count && r >= 0; i++) {
		struct record row = import->rows[i];
		r = row_place(import, &row, &found);
		if (r > 0)
			r = writer_put_found(import->writer, &row, &found);
	}
	return writer_flush(import->writer, r < 0 ? r : 0);
}

static uint32_t origins_used(const struct record rows[], int count)
{
	uint32_t used = 0;
	for (int i = 0; i < count; i++)
		used = rows[i].origin >= used ? rows[i].origin + 1 : used;
	return used;
}

int store_import(struct store *store, const struct origin origins[], const struct record rows[],
		 int count, struct store_imported *sum)
{
	struct import import = { .store = store,
				 .writer = store->writer,
				 .origins = origins,
				 .twins = calloc(origins_used(rows, count) + 1,
						 sizeof(*import.twins)),
				 .rows = rows,
				 .count = count };
	int r = import.twins ? store_may_write(store) : -ENOMEM;
	store->writer->sum = *sum;
	if (r == 0)
		r = transaction_run(store->db, rows_import, &import);
	if (r == 0)
		*sum = store->writer->sum;
	free(import.twins);
	return r;
}
