/* The sums of days: made from the rows of a day whenever one of them is written, and read by
 * reports in place of the rows. */
#include <errno.h>

#include "core/base/try.h"
#include "store/inside.h"

static int prepare(sqlite3 *db, const char *text, sqlite3_stmt **ret)
{
	return database_error(db, sqlite3_prepare_v2(db, text, -1, ret, NULL));
}

/* Rows of kinds that a newer version wrote count as rows only. */
static struct record summed_column(sqlite3_stmt *read)
{
	int kind = sqlite3_column_int(read, 0), outcome = sqlite3_column_int(read, 1);
	bool known = kind >= 0 && kind < RECORD_COUNT && outcome >= 0 && outcome < OUTCOME_COUNT;
	return (struct record){
		.kind = known ? (enum record_kind)kind : RECORD_CARD,
		.outcome = known ? (enum outcome)outcome : OUTCOME_NONE,
		.ended = { sqlite3_column_int64(read, 2) },
		.shown = { sqlite3_column_type(read, 3) != SQLITE_NULL },
		.zone = sqlite3_column_int(read, 4),
		.seconds = sqlite3_column_int(read, 5),
		.amount = sqlite3_column_int(read, 6),
	};
}

static int rows_add(struct writer *writer, int32_t number, struct day *day)
{
	sqlite3_stmt *read;
	int result;
	TRY(writer_statement(writer, WRITER_DAY_ROWS, &read));
	sqlite3_bind_int(read, 1, number);
	while ((result = sqlite3_step(read)) == SQLITE_ROW) {
		struct record row = summed_column(read);
		day_add(day, &row);
	}
	sqlite3_reset(read);
	return database_error(writer->db, result);
}

static int day_read(struct writer *writer, int32_t number, struct day *day)
{
	sqlite3_stmt *read;
	int result;
	TRY(writer_statement(writer, WRITER_DAY_READ, &read));
	sqlite3_bind_int(read, 1, number);
	while ((result = sqlite3_step(read)) == SQLITE_ROW) {
		int field = sqlite3_column_int(read, 0);
		if (field >= 0 && field < DAY_FIELDS)
			day->fields[field] = sqlite3_column_int64(read, 1);
	}
	sqlite3_reset(read);
	return database_error(writer->db, result);
}

/* Write the fields that differ from those stored. */
static int day_write(struct writer *writer, int32_t number, const struct day *day,
		     const struct day *stored)
{
	sqlite3_stmt *write;
	int r = writer_statement(writer, WRITER_DAY_WRITE, &write);
	for (int field = 0; field < DAY_FIELDS && r == 0; field++) {
		if (day->fields[field] == stored->fields[field])
			continue;
		sqlite3_bind_int(write, 1, number);
		sqlite3_bind_int(write, 2, field);
		sqlite3_bind_int64(write, 3, day->fields[field]);
		r = statement_run(write);
	}
	return r;
}

static int day_clear(struct writer *writer, int32_t number)
{
	sqlite3_stmt *delete;
	TRY(writer_statement(writer, WRITER_DAY_CLEAR, &delete));
	sqlite3_bind_int(delete, 1, number);
	return statement_run(delete);
}

/* The number of rows is carried on, not counted: it tells when a damaged page lost some. */
static int day_recount(struct writer *writer, struct writer_day *day, const struct day *stored)
{
	struct day sums = { 0 };
	int r = rows_add(writer, day->number, &sums);
	int64_t counted = sums.fields[DAY_ROWS], carried = stored->fields[DAY_ROWS] + day->rows;
	if (r == 0)
		r = day_clear(writer, day->number);
	if (counted == 0 || r < 0)
		return r;
	sums.fields[DAY_ROWS] = counted > carried ? counted : carried;
	return day_write(writer, day->number, &sums, &(struct day){ 0 });
}

int day_sum(struct writer *writer, struct writer_day *day)
{
	struct day stored = { 0 };
	int r = day_read(writer, day->number, &stored);
	if (r < 0 || day->recount)
		return r < 0 ? r : day_recount(writer, day, &stored);
	day_join(&day->added, &stored);
	return day_write(writer, day->number, &day->added, &stored);
}

int days_sum(sqlite3 *db)
{
	struct writer writer;
	sqlite3_stmt *read = NULL;
	int result = SQLITE_DONE, r = prepare(db, "SELECT DISTINCT day FROM history", &read);
	writer_init(&writer, db, true);
	while (r == 0 && (result = sqlite3_step(read)) == SQLITE_ROW) {
		struct writer_day day = { .number = sqlite3_column_int(read, 0), .recount = true };
		r = day_sum(&writer, &day);
	}
	writer_finish(&writer);
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

static int day_take(int32_t number, const struct day *day, void *user)
{
	day_join(user, day);
	return 0;
}

int store_days_sum(struct store *store, int32_t first, int32_t last, struct day *ret)
{
	*ret = (struct day){ 0 };
	return store ? store_days(store, first, last, day_take, ret) : 0;
}

int store_missing(struct store *store, int32_t first, int32_t last,
		  int (*each)(int32_t day, int64_t missing, void *user), void *user)
{
	sqlite3_stmt *read = NULL;
	int result = SQLITE_DONE, stop = 0,
	    r = prepare(
		    store->db,
		    "SELECT day, value - (SELECT count(*) FROM history WHERE history.day = day.day)"
		    " AS missing FROM day WHERE day BETWEEN ?1 AND ?2 AND field = 0 AND missing > "
		    "0",
		    &read);
	if (r == 0) {
		sqlite3_bind_int(read, 1, first);
		sqlite3_bind_int(read, 2, last);
		while (stop == 0 && (result = sqlite3_step(read)) == SQLITE_ROW)
			stop = each(sqlite3_column_int(read, 0), sqlite3_column_int64(read, 1),
				    user);
		r = database_error(store->db, result);
	}
	sqlite3_finalize(read);
	return stop ? stop : r;
}
