/*
 * Forget rows. They are looked for outside of a transaction and removed by key in a short one, so
 * that the daemon waits a few milliseconds at most. Deleted contents are overwritten (PRAGMA
 * secure_delete); what remains are ranges of keys.
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "core/base/try.h"
#include "store/inside.h"

struct key {
	int32_t day;
	int64_t origin, sequence;
};

struct forget {
	struct store *store;
	struct writer *writer;
	struct key keys[STORE_BATCH];
	int count;
};

static int keys_read(struct forget *forget, const struct history_query *query, int most)
{
	static const char text[] =
		"SELECT day, origin, sequence FROM history WHERE day BETWEEN ?1 AND ?2"
		" AND (?3 = 0 OR ?3 >> kind & 1) ORDER BY day LIMIT ?4";
	sqlite3 *db = forget->store->db;
	sqlite3_stmt *read = NULL;
	int result = sqlite3_prepare_v2(db, text, -1, &read, NULL);
	if (result == SQLITE_OK) {
		sqlite3_bind_int(read, 1, query->first);
		sqlite3_bind_int(read, 2, query->last);
		sqlite3_bind_int64(read, 3, query->kinds);
		sqlite3_bind_int(read, 4, most);
		while ((result = sqlite3_step(read)) == SQLITE_ROW) {
			forget->keys[forget->count++] =
				(struct key){ sqlite3_column_int(read, 0),
					      sqlite3_column_int64(read, 1),
					      sqlite3_column_int64(read, 2) };
		}
	}
	sqlite3_finalize(read);
	return database_error(db, result);
}

static int key_compare(const void *a, const void *b)
{
	const struct key *one = a, *two = b;
	if (one->origin != two->origin)
		return one->origin < two->origin ? -1 : 1;
	return one->sequence < two->sequence ? -1 : one->sequence > two->sequence;
}

/* Add a range, joined with those that end before it or begin after it. */
static int range_add(struct writer *writer, int64_t origin, int64_t first, int64_t last)
{
	static const enum writer_statement both[] = { WRITER_RANGE, WRITER_RANGE_JOINED };
	int r = 0;
	for (int i = 0; i < 2 && r == 0; i++) {
		sqlite3_stmt *statement;
		r = writer_statement(writer, both[i], &statement);
		if (r < 0)
			break;
		sqlite3_bind_int64(statement, 1, origin);
		sqlite3_bind_int64(statement, 2, first);
		sqlite3_bind_int64(statement, 3, last);
		r = statement_run(statement);
	}
	return r;
}

static int ranges_add(struct forget *forget)
{
	const struct key *keys = forget->keys;
	int r = 0, first = 0;
	qsort(forget->keys, (size_t)forget->count, sizeof(*keys), key_compare);
	for (int i = 1; i <= forget->count && r == 0; i++) {
		if (i < forget->count && keys[i].origin == keys[first].origin &&
		    keys[i].sequence == keys[i - 1].sequence + 1)
			continue;
		r = range_add(forget->writer, keys[first].origin, keys[first].sequence,
			      keys[i - 1].sequence);
		first = i;
	}
	return r;
}

static int keys_forget(void *user)
{
	struct forget *forget = user;
	int r = 0;
	for (int i = 0; i < forget->count && r == 0; i++)
		r = writer_remove(forget->writer, forget->keys[i].day,
				  (uint32_t)forget->keys[i].origin,
				  (uint64_t)forget->keys[i].sequence);
	r = writer_flush(forget->writer, r);
	return r < 0 ? r : ranges_add(forget);
}

static int some_forget(struct store *store, struct history_query *query, int most)
{
	struct forget *forget = calloc(1, sizeof(*forget));
	struct writer own;
	if (!forget)
		return -ENOMEM;
	writer_init(&own, store->db, false);
	forget->store = store;
	forget->writer = store->writer ? store->writer : &own;
	int r = keys_read(forget, query, most), count = forget->count;
	if (r == 0 && count > 0) {
		query->first = forget->keys[count - 1].day;
		r = transaction_run(store->db, keys_forget, forget);
		writer_reset(forget->writer);
	}
	writer_finish(&own);
	free(forget);
	return r < 0 ? r : count;
}

int store_forget(struct store *store, struct history_query *query)
{
	int r = store_may_write(store);
	int most = store_is_owned(store) ? STORE_BATCH_BESIDE : STORE_BATCH;
	return r < 0 ? r : some_forget(store, query, most);
}

static int pages_release_some(struct store *store)
{
	return database_run(store->db, "PRAGMA incremental_vacuum(32)");
}

static int pages_release(struct store *store)
{
	static const struct timespec pause = { 0, 2000000 };
	int r = 0;
	for (int64_t left = INT64_MAX; r == 0; nanosleep(&pause, NULL)) {
		int64_t free = number_read(store->db, "PRAGMA freelist_count");
		if (free == 0 || free >= left)
			break;
		left = free;
		r = pages_release_some(store);
	}
	return r;
}

/* Each attempt holds the write lock, and the daemon waits 35 ms for it. */
enum { EMPTY_MS = 10, EMPTY_ATTEMPTS = 40 };

/* Return -EBUSY if another process has an older state open for reading all the time. */
static int log_empty(sqlite3 *db)
{
	static const struct timespec pause = { 0, 50000000 };
	int r = -EBUSY;
	/* Most of the work, without the write lock. */
	sqlite3_wal_checkpoint_v2(db, NULL, SQLITE_CHECKPOINT_PASSIVE, NULL, NULL);
	sqlite3_busy_timeout(db, EMPTY_MS);
	for (int i = 0; i < EMPTY_ATTEMPTS && r == -EBUSY; i++) {
		if (i > 0)
			nanosleep(&pause, NULL);
		r = database_error(db, sqlite3_wal_checkpoint_v2(
					       db, NULL, SQLITE_CHECKPOINT_TRUNCATE, NULL, NULL));
	}
	sqlite3_busy_timeout(db, BESIDE_BUSY_MS);
	return r;
}

/* What was forgotten stays so: an origin of forgotten rows keeps its number. */
static int origins_delete(sqlite3 *db)
{
	return database_run(db, "DELETE FROM origin WHERE number > 0"
				" AND NOT EXISTS(SELECT 1 FROM history WHERE origin = number)"
				" AND NOT EXISTS(SELECT 1 FROM forgotten WHERE origin = number)");
}

int store_forget_finish(struct store *store)
{
	TRY(store_may_write(store));
	int names = names_delete(store->db);
	int r = names == -EBUSY ? 0 : names;
	if (r == 0)
		r = origins_delete(store->db);
	if (r == 0)
		r = pages_release(store);
	if (r == 0)
		r = log_empty(store->db);
	return r < 0 ? r : names;
}

/* Rows of 3 ms. */
enum { TRIMMED = 200 };

int store_trim(struct store *store, struct history_query *query)
{
	int r = store_ensure(store);
	if (r == 0)
		r = some_forget(store, query, TRIMMED);
	if (r == 0)
		r = names_trim(store->db, query->last);
	if (r == 0)
		r = origins_delete(store->db);
	int released = r < 0 ? r : pages_release_some(store);
	sqlite3_db_release_memory(store->db);
	return released < 0 ? released : r;
}
