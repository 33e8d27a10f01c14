/* Access to a store: one owner, readers beside it, no unknown version. */
#include "tests/store/scratch.h"

#include <signal.h>
#include <sys/wait.h>

#include "store/inside.h"

/* Start a child that has opened the store when this returns. */
static pid_t owner_start(const struct scratch *scratch)
{
	int ends[2];
	char byte = 0;
	assert_int_equal(pipe2(ends, O_CLOEXEC), 0);
	pid_t child = fork();
	assert_true(child >= 0);
	if (child == 0) {
		struct store *store = NULL;
		struct store_trouble trouble;
		if (store_open(scratch->folder, &store, &trouble) != STORE_OK ||
		    record_saved(store, 1) != 0 || write(ends[1], &byte, 1) != 1)
			_exit(1);
		for (;;)
			pause();
	}
	close(ends[1]);
	assert_int_equal(read(ends[0], &byte, 1), 1);
	close(ends[0]);
	return child;
}

static void a_second_owner_gets_the_pid_of_the_first(void **state)
{
	const struct scratch *scratch = *state;
	pid_t owner = owner_start(scratch);
	struct store *store = NULL;
	struct store_trouble trouble;
	assert_int_equal(store_open(scratch->folder, &store, &trouble), STORE_LOCKED);
	assert_null(store);
	assert_int_equal(trouble.pid, owner);
	kill(owner, SIGKILL);
	waitpid(owner, NULL, 0);
	store = store_opened(scratch, STORE_OK);
	assert_true(store_holds(store, 1));
	/* The same process is no exception: two stores would be two daemons' states. */
	struct store *second = NULL;
	assert_int_equal(store_open(scratch->folder, &second, &trouble), STORE_LOCKED);
	assert_int_equal(trouble.pid, getpid());
	store_free(store);
	store_free(store_opened(scratch, STORE_OK));
}

/* The owner has the lock but has not written its pid: the file has none, or that of an earlier one.
 */
static void an_owner_without_a_pid_has_pid_0(void **state)
{
	const struct scratch *scratch = *state;
	static const char *const left[] = { "",     "words\n",      "0\n",
					    "-1\n", "2147483647\n", "99999999999\n" };
	struct rows rows = rows_begin(state);
	store_free(store_opened(scratch, STORE_OK));
	struct lock lock;
	pid_t none = 0;
	assert_int_equal(lock_take(scratch->folder, &lock, &none), 0);
	for (size_t i = 0; i < ROWS(left); i++) {
		struct store *store = NULL;
		struct store_trouble trouble;
		file_write(scratch_path(scratch, "limber.lock"), left[i], strlen(left[i]));
		int r = store_open(scratch->folder, &store, &trouble);
		row_check(&rows, r == STORE_LOCKED && trouble.pid == 0, "\"%s\": %d, pid %d",
			  left[i], r, (int)trouble.pid);
	}
	lock_drop(&lock);
	rows_end(&rows);
}

static void a_newer_store_is_left_alone(void **state)
{
	const struct scratch *scratch = *state;
	static const char *const files[] = { "limber.db", "limber.db-wal" };
	/* After a crash: the version is only in the log. */
	pid_t owner = owner_start(scratch);
	sqlite3 *db;
	assert_int_equal(sqlite3_open(scratch_path(scratch, "limber.db"), &db), SQLITE_OK);
	assert_int_equal(database_run(db, "PRAGMA user_version = 1000"), 0);
	struct bytes before[2], after[2];
	for (int i = 0; i < 2; i++)
		before[i] = file_read(scratch_path(scratch, files[i]));
	assert_true(before[1].size > 0);
	kill(owner, SIGKILL);
	waitpid(owner, NULL, 0);
	sqlite3_db_config(db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
	sqlite3_close(db);
	store_opened(scratch, STORE_NEWER);
	struct store *reader = NULL;
	assert_int_equal(store_open_to_read(scratch->folder, &reader), STORE_NEWER);
	assert_null(reader);
	for (int i = 0; i < 2; i++) {
		after[i] = file_read(scratch_path(scratch, files[i]));
		assert_true(bytes_equal(&before[i], &after[i]));
		bytes_finish(&before[i]);
		bytes_finish(&after[i]);
	}
}

static void nothing_to_read(void **state)
{
	const struct scratch *scratch = *state;
	struct store *reader = NULL;
	assert_int_equal(store_open_to_read(scratch->folder, &reader), -ENOENT);
	store_free(store_opened(scratch, STORE_OK));
	assert_int_equal(store_open_to_read(scratch->folder, &reader), 0);
	assert_true(store_holds(reader, 0));
	store_free(reader);
	unlink(scratch_path(scratch, "limber.db"));
	reader = NULL;
	assert_int_equal(store_open_to_read(scratch->folder, &reader), -ENOENT);
	file_write(scratch_path(scratch, "limber.db"), "", 0);
	assert_int_equal(store_open_to_read(scratch->folder, &reader), -ENOENT);
	file_write(scratch_path(scratch, "limber.db"), "not a database, just words", 26);
	assert_int_equal(store_open_to_read(scratch->folder, &reader), -EBADMSG);
	assert_null(reader);
}

struct beside {
	struct store *writer;
	uint64_t rows;
};

static int row_while_writing(const struct record *record, void *user)
{
	struct beside *beside = user;
	beside->rows++;
	return record_saved(beside->writer, record->sequence + 100);
}

static void a_report_reads_while_the_daemon_writes(void **state)
{
	const struct scratch *scratch = *state;
	struct store *writer = store_opened(scratch, STORE_OK), *reader = NULL;
	for (uint64_t i = 1; i <= 20; i++)
		assert_int_equal(record_saved(writer, i), 0);
	assert_int_equal(store_open_to_read(scratch->folder, &reader), 0);
	struct beside beside = { writer, 0 };
	assert_int_equal(store_history(reader, &HISTORY_ALL, row_while_writing, &beside), 0);
	assert_int_equal(beside.rows, 20);
	static struct state is;
	state_make(&is, 0);
	assert_int_not_equal(store_save(reader, BOOT, &is, NULL, 0), 0);
	store_free(writer);
	store_free(reader);
	/* The writer closed first: its rows are still readable. */
	reader = NULL;
	assert_int_equal(store_open_to_read(scratch->folder, &reader), 0);
	assert_int_equal(store_found(reader).rows, 40);
	store_free(reader);
	store_free(store_opened(scratch, STORE_OK));
}

static void a_report_reads_what_a_killed_daemon_left(void **state)
{
	const struct scratch *scratch = *state;
	pid_t owner = owner_start(scratch);
	kill(owner, SIGKILL);
	waitpid(owner, NULL, 0);
	struct store *reader = NULL;
	assert_int_equal(store_open_to_read(scratch->folder, &reader), 0);
	assert_true(store_holds(reader, 1));
	store_free(reader);
	struct store *store = store_opened(scratch, STORE_OK);
	assert_true(store_holds(store, 1));
	store_free(store);
}

/* An import holds the write lock: a save fails at once, and can be retried. */
static void a_save_does_not_wait_for_a_writer(void **state)
{
	const struct scratch *scratch = *state;
	struct store *store = store_opened(scratch, STORE_OK);
	sqlite3 *db;
	assert_int_equal(sqlite3_open(store_path(store), &db), SQLITE_OK);
	assert_int_equal(database_run(db, "BEGIN IMMEDIATE"), 0);
	assert_int_equal(record_saved(store, 1), -EBUSY);
	assert_int_equal(database_run(db, "COMMIT"), 0);
	assert_int_equal(record_saved(store, 1), 0);
	sqlite3_close(db);
	assert_true(store_holds(store, 1));
	store_free(store);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, scratch_make, scratch_remove)
	const struct CMUnitTest tests[] = {
		TEST(a_second_owner_gets_the_pid_of_the_first),
		TEST(an_owner_without_a_pid_has_pid_0),
		TEST(a_newer_store_is_left_alone),
		TEST(nothing_to_read),
		TEST(a_report_reads_while_the_daemon_writes),
		TEST(a_report_reads_what_a_killed_daemon_left),
		TEST(a_save_does_not_wait_for_a_writer),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
