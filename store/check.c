/*
 * Read all rows in slices, to find damaged pages. Each tree is read in its own order from the end
 * of the last slice, without a transaction across slices, so that checkpoints need not wait. After
 * a damaged page store_recheck() does a full check with a new connection.
 */
#include <errno.h>

#include "store/inside.h"

enum { SLICE = 500 }; /* rows: about 2 ms */

static const char *const walks[] = {
	"SELECT sequence, ended, * FROM history WHERE store = (SELECT id FROM store)"
	" AND sequence > ?1 AND ?2 IS NOT NULL ORDER BY sequence, revision LIMIT ?3",
	"SELECT sequence, ended FROM history INDEXED BY history_ended WHERE ended > ?2"
	" AND ?1 IS NOT NULL ORDER BY ended LIMIT ?3",
};

enum { WALKS = sizeof(walks) / sizeof(*walks) };

/* Return the number of rows read, or negative errno. */
static int slice_read(sqlite3 *db, struct store_cursor *cursor)
{
	sqlite3_stmt *statement = NULL;
	int count = 0, result = sqlite3_prepare_v2(db, walks[cursor->tree], -1, &statement, NULL);
	if (result == SQLITE_OK) {
		sqlite3_bind_int64(statement, 1, (int64_t)cursor->sequence);
		sqlite3_bind_int64(statement, 2, cursor->ended);
		sqlite3_bind_int(statement, 3, SLICE);
		for (; (result = sqlite3_step(statement)) == SQLITE_ROW; count++) {
			cursor->sequence = (uint64_t)sqlite3_column_int64(statement, 0);
			cursor->ended = sqlite3_column_int64(statement, 1);
		}
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
		cursor->sequence = 0;
		cursor->ended = INT64_MIN;
		return 1;
	}
	store->killed = r < 0;
	return r < 0 ? r : 0;
}
