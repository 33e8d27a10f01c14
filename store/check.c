/*
 * Read all rows in slices, to find damaged pages. Each tree is read in its own order from the end
 * of the last slice, without a transaction across slices, so that checkpoints need not wait. After
 * a damaged page store_recheck() does a full check with a new connection.
 */
#include <errno.h>
#include <string.h>

#include "store/inside.h"

enum { SLICE = 500 }; /* rows: about 2 ms */

/* The first columns are those of the key. */
static const char *const walks[] = {
	"SELECT day, origin, sequence, * FROM history"
	" WHERE (day, origin, sequence) > (?1, ?2, ?3) ORDER BY day, origin, sequence LIMIT ?4",
	"SELECT origin, sequence, day FROM history INDEXED BY history_sequence"
	" WHERE (origin, sequence) > (?1, ?2) AND ?3 IS NOT NULL ORDER BY origin, sequence LIMIT "
	"?4",
	"SELECT day, field, value FROM day"
	" WHERE (day, field) > (?1, ?2) AND ?3 IS NOT NULL ORDER BY day, field LIMIT ?4",
	"SELECT origin, first, last FROM forgotten"
	" WHERE (origin, first) > (?1, ?2) AND ?3 IS NOT NULL ORDER BY origin, first LIMIT ?4",
	"SELECT number, 0, 0, text FROM name"
	" WHERE number > ?1 AND ?2 + ?3 IS NOT NULL ORDER BY number LIMIT ?4",
	"SELECT number + 1, 0, 0, id, host FROM origin"
	" WHERE number + 1 > ?1 AND ?2 + ?3 IS NOT NULL ORDER BY number LIMIT ?4",
};

enum { WALKS = sizeof(walks) / sizeof(*walks) };

/* Return the number of rows read, or negative errno. */
static int slice_read(sqlite3 *db, struct store_cursor *cursor)
{
	sqlite3_stmt *statement = NULL;
	int count = 0, result = sqlite3_prepare_v2(db, walks[cursor->tree], -1, &statement, NULL);
	if (result == SQLITE_OK) {
		for (int i = 0; i < 3; i++)
			sqlite3_bind_int64(statement, i + 1, cursor->key[i]);
		sqlite3_bind_int(statement, 4, SLICE);
		for (; (result = sqlite3_step(statement)) == SQLITE_ROW; count++)
			for (int i = 0; i < 3; i++)
				cursor->key[i] = sqlite3_column_int64(statement, i);
	}
	int r = database_error(db, result);
	sqlite3_finalize(statement);
	sqlite3_db_release_memory(db);
	return r < 0 ? r : count;
}

bool store_was_killed(const struct store *store)
{
	return store->killed;
}

int store_check(struct store *store, struct store_cursor *cursor)
{
	if (!store->db || cursor->tree >= WALKS)
		return 0;
	int r = slice_read(store->db, cursor);
	if (r == -EBADMSG)
		r = store_recheck(store);
	else if (r == SLICE)
		return 1;
	else if (r >= 0 && ++cursor->tree < WALKS) {
		memset(cursor->key, 0, sizeof(cursor->key));
		return 1;
	}
	store->killed = r < 0;
	return r < 0 ? r : 0;
}
