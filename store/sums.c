/* The sums of days: made from the rows of a day whenever one of them is written, and read by
 * reports in place of the rows. */
#include <errno.h>

#include "store/inside.h"

static int prepare(sqlite3 *db, const char *text, sqlite3_stmt **ret)
{
	return database_error(db, sqlite3_prepare_v2(db, text, -1, ret, NULL));
}

/* Rows of kinds that a newer version wrote count as rows only. */
static int rows_add(sqlite3 *db, int32_t number, struct day *day)
{
	sqlite3_stmt *read = NULL;
	int result = SQLITE_DONE,
	    r = prepare(db,
			"SELECT kind, outcome, ended, shown, zone, seconds, amount"
			" FROM history WHERE day = ?1",
			&read);
	if (r == 0)
		sqlite3_bind_int(read, 1, number);
	while (r == 0 && (result = sqlite3_step(read)) == SQLITE_ROW) {
		int kind = sqlite3_column_int(read, 0), outcome = sqlite3_column_int(read, 1);
		bool known = kind < RECORD_COUNT && outcome < OUTCOME_COUNT;
		struct record row = {
			.kind = (enum record_kind)kind,
			.outcome = known ? (enum outcome)outcome : OUTCOME_NONE,
			.ended = { sqlite3_column_int64(read, 2) },
			.shown = { sqlite3_column_type(read, 3) != SQLITE_NULL },
			.zone = sqlite3_column_int(read, 4),
			.seconds = sqlite3_column_int(read, 5),
			.amount = sqlite3_column_int(read, 6),
		};
		day_add(day, &row);
	}
	sqlite3_finalize(read);
	return r < 0 ? r : database_error(db, result);
}

static int day_write(sqlite3 *db, int32_t number, const struct day *day)
{
	sqlite3_stmt *write = NULL;
	int r = prepare(db, "INSERT INTO day VALUES(?1, ?2, ?3)", &write);
	for (int field = 0; field < DAY_FIELDS && r == 0; field++) {
		if (day->fields[field] == 0)
			continue;
		sqlite3_bind_int(write, 1, number);
		sqlite3_bind_int(write, 2, field);
		sqlite3_bind_int64(write, 3, day->fields[field]);
		r = statement_run(write);
	}
	sqlite3_finalize(write);
	return r;
}

static int day_clear(sqlite3 *db, int32_t number)
{
	sqlite3_stmt *delete = NULL;
	int r = prepare(db, "DELETE FROM day WHERE day = ?1", &delete);
	if (r == 0) {
		sqlite3_bind_int(delete, 1, number);
		r = statement_run(delete);
	}
	sqlite3_finalize(delete);
	return r;
}

int day_sum(sqlite3 *db, int32_t number)
{
	struct day day = { 0 };
	int r = day_clear(db, number);
	if (r == 0)
		r = rows_add(db, number, &day);
	return r < 0 ? r : day_write(db, number, &day);
}

int days_sum(sqlite3 *db)
{
	sqlite3_stmt *read = NULL;
	int result = SQLITE_DONE, r = prepare(db, "SELECT DISTINCT day FROM history", &read);
	while (r == 0 && (result = sqlite3_step(read)) == SQLITE_ROW)
		r = day_sum(db, sqlite3_column_int(read, 0));
	sqlite3_finalize(read);
	return r < 0 ? r : database_error(db, result);
}

/* The rows of `read` are day, field, value, in this order. */
static int days_report(sqlite3_stmt *read, int (*each)(int32_t, const struct day *, void *),
		       void *user)
{
	struct day day = { 0 };
	int32_t number = 0;
	int result, r = 0;
	for (bool any = false; r == 0; any = true) {
		result = sqlite3_step(read);
		int32_t next = sqlite3_column_int(read, 0);
		int field = sqlite3_column_int(read, 1);
		if (any && (result != SQLITE_ROW || next != number)) {
			r = each(number, &day, user);
			day = (struct day){ 0 };
		}
		if (result != SQLITE_ROW)
			return r ? r : database_error(sqlite3_db_handle(read), result);
		number = next;
		if (field >= 0 && field < DAY_FIELDS)
			day.fields[field] = sqlite3_column_int64(read, 2);
	}
	return r;
}

int store_days(struct store *store, int32_t first, int32_t last,
	       int (*each)(int32_t number, const struct day *day, void *user), void *user)
{
	sqlite3_stmt *read = NULL;
	int r = prepare(store->db,
			"SELECT day, field, value FROM day WHERE day BETWEEN ?1 AND ?2"
			" ORDER BY day, field",
			&read);
	if (r == 0) {
		sqlite3_bind_int(read, 1, first);
		sqlite3_bind_int(read, 2, last);
		r = days_report(read, each, user);
	}
	sqlite3_finalize(read);
	return r;
}
