/* Rows are forgotten beside a daemon, other commands and readers. */
#include "store/inside.h"
#include "tests/store/scratch.h"

#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>

static void row_import(struct store *store, uint64_t sequence, const char *reminder)
{
	struct store_imported sum = { 0 };
	struct record row = record_make(sequence);
	strcpy(row.reminder, reminder);
	assert_int_equal(store_import(store, &other_store, &row, 1, &sum), 0);
	assert_int_equal(sum.new, 1);
}

static void rows_forget(struct store *store, uint32_t kinds)
{
	struct history_query query = HISTORY_ALL;
	int r;
	query.kinds = kinds;
	while ((r = store_forget(store, &query)) > 0)
		;
	assert_int_equal(r, 0);
}

static bool files_hold(const struct scratch *scratch, const char *text)
{
	static const char *const files[] = { "limber.db", "limber.db-wal" };
	bool holds = false;
	for (size_t i = 0; i < ROWS(files); i++) {
		struct bytes file = file_read(scratch_path(scratch, files[i]));
		holds = holds || (file.bytes && memmem(file.bytes, file.size, text, strlen(text)));
		bytes_finish(&file);
	}
	return holds;
}

static int64_t number(sqlite3 *db, const char *text)
{
	sqlite3_stmt *read = NULL;
	assert_int_equal(sqlite3_prepare_v2(db, text, -1, &read, NULL), SQLITE_OK);
	assert_int_equal(sqlite3_step(read), SQLITE_ROW);
	int64_t ret = sqlite3_column_int64(read, 0);
	sqlite3_finalize(read);
	return ret;
}

/* The log cannot be emptied while a reader needs it, and that is reported. */
static void a_reader_of_an_older_state(void **state)
{
	const struct scratch *scratch = *state;
	struct store *store = store_opened_beside(scratch);
	sqlite3 *reader;
	row_import(store, 1, "secret-habit");
	assert_int_equal(sqlite3_open(store_path(store), &reader), SQLITE_OK);
	assert_int_equal(database_run(reader, "BEGIN"), 0);
	assert_int_equal(number(reader, "SELECT count(*) FROM history"), 1);
	rows_forget(store, 0);
	assert_int_equal(store_forget_finish(store), -EBUSY);
	assert_true(files_hold(scratch, "secret-habit"));
	assert_int_equal(database_run(reader, "COMMIT"), 0);
	assert_int_equal(store_forget_finish(store), 0);
	assert_false(files_hold(scratch, "secret-habit"));
	sqlite3_close(reader);
	store_free(store);
}

/* An import that began before: the number of a name that was removed is that of another. */
static void names_of_an_import_beside(void **state)
{
	const struct scratch *scratch = *state;
	struct store *import = store_opened_beside(scratch), *forget = store_opened_beside(scratch);
	row_import(import, 1, "desk");
	rows_forget(forget, 0);
	assert_int_equal(store_forget_finish(forget), 0);
	row_import(forget, 2, "eyes");
	row_import(import, 3, "desk");
	assert_int_equal(number(forget->db, "SELECT count(*) FROM history JOIN name ON number ="
					    " reminder WHERE sequence = 3 AND text = 'desk'"),
			 1);
	store_free(import);
	store_free(forget);
}

enum { MANY = 4000 };

/* Each other row: the ranges cannot be joined, and finding a neighbour does not read all. */
static void many_ranges(void **state)
{
	static struct record rows[STORE_BATCH];
	struct store *store = store_opened_beside(*state);
	struct store_imported sum = { 0 };
	for (uint64_t from = 1; from <= MANY; from += STORE_BATCH) {
		for (int i = 0; i < STORE_BATCH; i++) {
			rows[i] = record_make(from + (uint64_t)i);
			rows[i].kind = i % 2 ? RECORD_CRAMP : RECORD_CARD;
		}
		assert_int_equal(store_import(store, &other_store, rows, STORE_BATCH, &sum), 0);
	}
	rows_forget(store, 1 << RECORD_CRAMP);
	assert_int_equal(number(store->db, "SELECT count(*) FROM forgotten"), MANY / 2);
	int steps = sqlite3_stmt_status(store->writer->statements[WRITER_RANGE],
					SQLITE_STMTSTATUS_VM_STEP, 0);
	assert_in_range(steps / (MANY / 2), 1, 200);
	rows_forget(store, 0);
	assert_int_equal(number(store->db, "SELECT count(*) FROM forgotten"), 1);
	assert_int_equal(number(store->db, "SELECT last - first + 1 FROM forgotten"), MANY);
	store_free(store);
}

/* Row 2 is written while the schema lacks the index. */
static void index_damage(const char *path)
{
	static const char *const steps[] = {
		"CREATE TABLE kept AS SELECT * FROM sqlite_schema WHERE name = 'history_sequence';"
		"PRAGMA writable_schema = ON;"
		"DELETE FROM sqlite_schema WHERE name = 'history_sequence'",
		"INSERT INTO history SELECT day, origin, 2, revision, kind, outcome, reminder,"
		" item, ended, shown, due, zone, seconds, amount, sides, marks FROM history;"
		"PRAGMA writable_schema = ON; INSERT INTO sqlite_schema SELECT * FROM kept",
		"DROP TABLE kept",
	};
	for (size_t i = 0; i < ROWS(steps); i++) {
		sqlite3 *db;
		assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
		assert_int_equal(database_run(db, steps[i]), 0);
		sqlite3_close(db);
	}
}

static void a_row_that_the_index_lacks(void **state)
{
	const struct scratch *scratch = *state;
	struct history_query query = HISTORY_ALL;
	struct store *store = store_opened_beside(scratch);
	row_import(store, 1, "desk");
	store_free(store);
	index_damage(scratch_path(scratch, "limber.db"));
	store = store_opened_beside(scratch);
	assert_int_equal(store_forget(store, &query), -EBADMSG);
	store_free(store);
}

/* Rows that a kill loses are those after the last sequence, also if that row was forgotten. */
static void the_base_of_a_tail(void **state)
{
	const struct scratch *scratch = *state;
	struct store *store = store_opened(scratch, STORE_OK);
	for (uint64_t i = 1; i <= 3; i++)
		assert_int_equal(record_saved(store, i), 0);
	struct store *beside = store_opened_beside(scratch);
	rows_forget(beside, 0);
	store_free(beside);
	store_free(store);
	store = store_opened(scratch, STORE_OK);
	assert_int_equal(store->lock.tail.base, 3);
	store_free(store);
}

/* The setting `keep` removes the names of the rows, too. */
static void names_of_trimmed_rows(void **state)
{
	const struct scratch *scratch = *state;
	static struct state is;
	struct record rows[] = { record_make(1), record_make(2) };
	struct history_query old = { .first = INT32_MIN, .last = 10 };
	struct store *store = store_opened(scratch, STORE_OK);
	strcpy(rows[0].reminder, "secret-habit");
	rows[0].day = 10;
	rows[1].day = 11;
	state_make(&is, 2);
	assert_int_equal(store_save(store, BOOT, &is, rows, 2), 0);
	while (store_trim(store, &old) > 0)
		;
	store_free(store);
	assert_false(files_hold(scratch, "secret-habit"));
	assert_true(files_hold(scratch, "walk-break"));
}

/* A child writes rows of its own until it is killed. */
static pid_t writer_start(const struct scratch *scratch)
{
	pid_t child = fork();
	assert_true(child >= 0);
	if (child > 0)
		return child;
	prctl(PR_SET_PDEATHSIG, SIGKILL);
	struct store *store = store_opened(scratch, STORE_OK);
	for (uint64_t i = 1;; i++) {
		(void)record_saved(store, i);
		usleep(5000);
	}
}

/* Forgetting ends while a daemon writes all the time, and rows keep their names. */
static void names_of_a_busy_daemon(void **state)
{
	static struct record rows[STORE_BATCH];
	const struct scratch *scratch = *state;
	struct store *store = store_opened_beside(scratch);
	struct store_imported sum = { 0 };
	for (uint64_t from = 1; from < 9 * STORE_BATCH; from += STORE_BATCH) {
		for (int i = 0; i < STORE_BATCH; i++) {
			rows[i] = record_make(from + (uint64_t)i);
			rows[i].day = (int32_t)from;
		}
		assert_int_equal(store_import(store, &other_store, rows, STORE_BATCH, &sum), 0);
	}
	pid_t writer = writer_start(scratch);
	for (int i = 0; i < 3; i++) {
		struct history_query all = HISTORY_ALL;
		assert_true(store_forget(store, &all) > 0);
		assert_int_equal(store_forget_finish(store), 0);
	}
	kill(writer, SIGKILL);
	waitpid(writer, NULL, 0);
	assert_int_equal(number(store->db, "SELECT count(*) FROM history WHERE"
					   " reminder NOT IN (SELECT number FROM name)"),
			 0);
	store_free(store);
}

static void an_origin_without_rows(void **state)
{
	struct store *store = store_opened_beside(*state);
	row_import(store, 1, "desk");
	assert_int_equal(database_run(store->db, "INSERT INTO origin(id, host) VALUES('a', 'b')"),
			 0);
	assert_int_equal(store_forget_finish(store), 0);
	assert_int_equal(number(store->db, "SELECT count(*) FROM origin"), 2);
	store_free(store);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, scratch_make, scratch_remove)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_reader_of_an_older_state),
		TEST(names_of_an_import_beside),
		TEST(many_ranges),
		TEST(a_row_that_the_index_lacks),
		TEST(names_of_trimmed_rows),
		TEST(names_of_a_busy_daemon),
		TEST(an_origin_without_rows),
		TEST(the_base_of_a_tail),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
