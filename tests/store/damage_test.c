/* A damaged or foreign file is moved completely, reported, and replaced by a new store. */
#include "tests/store/scratch.h"

#include "store/inside.h"

enum how { CUT, OVERWRITE, REPLACE, SQL };

struct damage {
	const char *what;
	enum how how;
	off_t at;
	const char *with;
};

/* Applied to a valid store of 60 rows that was closed cleanly. */
static const struct damage damages[] = {
	{ "cut inside its header", CUT, 50, NULL },
	{ "cut inside its first page", CUT, 3000, NULL },
	{ "cut after its first page", CUT, 4096, NULL },
	{ "cut inside a later page", CUT, 9000, NULL },
	{ "another header", OVERWRITE, 0, "SQLite format 4" },
	{ "a page overwritten", OVERWRITE, 12288, "\xff\xff\xff\xff\xff\xff\xff\xff\xff" },
	{ "a later page overwritten", OVERWRITE, 16384, "\xff\xff\xff\xff\xff\xff\xff\xff" },
	{ "no database", REPLACE, 0, "a shopping list: milk, bread\n" },
	{ "two bytes", REPLACE, 0, "SQ" },
	{ "another program's", SQL, 0, "PRAGMA application_id = 17" },
	{ "nobody's", SQL, 0, "PRAGMA application_id = 0" },
	{ "without a version", SQL, 0, "PRAGMA user_version = 0" },
	{ "without a table", SQL, 0, "DROP TABLE history" },
	{ "with another table", SQL, 0, "ALTER TABLE state RENAME COLUMN text TO words" },
};

static void file_overwrite(const char *path, off_t at, const char *with)
{
	int fd = open(path, O_WRONLY | O_CLOEXEC);
	assert_true(pwrite(fd, with, strlen(with), at) > 0);
	close(fd);
}

static void sql_run(const char *path, const char *text)
{
	sqlite3 *db;
	assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
	assert_int_equal(database_run(db, text), 0);
	assert_int_equal(sqlite3_close(db), SQLITE_OK);
}

static void damage_apply(const struct damage *damage, const char *path)
{
	switch (damage->how) {
	case CUT:
		assert_int_equal(truncate(path, damage->at), 0);
		break;
	case OVERWRITE:
		file_overwrite(path, damage->at, damage->with);
		break;
	case REPLACE:
		file_write(path, damage->with, strlen(damage->with));
		break;
	case SQL:
		sql_run(path, damage->with);
		break;
	}
}

static void good_store_make(const struct scratch *scratch)
{
	struct store *store = store_opened(scratch, STORE_OK);
	for (uint64_t i = 1; i <= 60; i++)
		assert_int_equal(record_saved(store, i), 0);
	store_free(store);
}

static bool moved_to(const struct scratch *scratch, const char *moved, const char *name,
		     const struct bytes *contents)
{
	if (!moved || strcmp(moved, scratch_path(scratch, name)) != 0)
		return false;
	struct bytes found = file_read(moved);
	bool good = bytes_equal(&found, contents);
	bytes_finish(&found);
	return good;
}

static void damage_check(struct rows *rows, const struct damage *damage)
{
	struct scratch scratch;
	scratch_init(&scratch);
	const char *path = scratch_path(&scratch, "limber.db");
	good_store_make(&scratch);
	damage_apply(damage, path);
	struct bytes broken = file_read(path);
	struct store *store = NULL;
	struct store_trouble trouble;
	int r = store_open(scratch.folder, &store, &trouble);
	/* Some damage is found only when the state is read. */
	bool fresh = store && store_holds(store, 0);
	bool moved = moved_to(&scratch, (store ? store_moved(store) : NULL), "limber.db.damaged-1",
			      &broken);
	bool usable = fresh && record_saved(store, 1) == 0 && store_holds(store, 1);
	row_check(rows, (r == STORE_MOVED || r == STORE_OK) && moved && usable, "%s: %d, to %s%s%s",
		  damage->what, r, (store ? store_moved(store) : NULL),
		  moved ? "" : ", not moved whole", usable ? "" : ", not usable");
	bytes_finish(&broken);
	store_free(store);
	tree_remove(scratch.base);
}

static void a_damaged_file_is_moved(void **state)
{
	struct rows rows = rows_begin(state);
	for (size_t i = 0; i < ROWS(damages); i++)
		damage_check(&rows, &damages[i]);
	rows_end(&rows);
}

static void its_log_is_moved_too(void **state)
{
	const struct scratch *scratch = *state;
	struct rows rows = rows_begin(state);
	for (int n = 1; n <= 3; n++) {
		char name[64] = "a log that is none";
		store_free(store_opened(scratch, STORE_OK));
		file_write(scratch_path(scratch, "limber.db"), "words", 5);
		file_write(scratch_path(scratch, "limber.db-wal"), name, sizeof(name));
		store_free(store_opened(scratch, STORE_MOVED));
		snprintf(name, sizeof(name), "limber.db.damaged-%d-wal", n);
		struct bytes wal = file_read(scratch_path(scratch, name));
		row_check(&rows, wal.there && wal.size == 64, "%s: %zu bytes", name, wal.size);
		bytes_finish(&wal);
	}
	rows_end(&rows);
}

static void a_folder_in_its_place_is_moved(void **state)
{
	const struct scratch *scratch = *state;
	store_free(store_opened(scratch, STORE_OK));
	unlink(scratch_path(scratch, "limber.db"));
	assert_int_equal(mkdir(scratch_path(scratch, "limber.db"), 0700), 0);
	store_free(store_opened(scratch, STORE_MOVED));
	store_free(store_opened(scratch, STORE_OK));
	assert_int_equal(rmdir(scratch_path(scratch, "limber.db.damaged-1")), 0);
}

/* A bad backup is restored while a daemon runs. */
static void a_save_reports_what_it_moved(void **state)
{
	const struct scratch *scratch = *state;
	struct store *store = store_opened(scratch, STORE_OK);
	for (uint64_t n = 1; n <= 2; n++) {
		char name[64];
		snprintf(name, sizeof(name), "limber.db.damaged-%d", (int)n);
		unlink(scratch_path(scratch, "limber.db"));
		unlink(scratch_path(scratch, "limber.db-wal"));
		file_write(scratch_path(scratch, "limber.db"), "words", 5);
		assert_int_equal(record_saved(store, n), 0);
		assert_non_null(store_moved(store));
		assert_string_equal(store_moved(store), scratch_path(scratch, name));
		assert_int_equal(record_saved(store, n + 10), 0);
		assert_string_equal(store_moved(store), scratch_path(scratch, name));
	}
	store_free(store);
	store = store_opened(scratch, STORE_OK);
	assert_null(store_moved(store));
	store_free(store);
}

/* A store whose creation was interrupted is not damaged. */
static void an_unfinished_store_is_new(void **state)
{
	const struct scratch *scratch = *state;
	store_free(store_opened(scratch, STORE_OK));
	file_write(scratch_path(scratch, "limber.db"), "", 0);
	store_free(store_opened(scratch, STORE_OK));
	unlink(scratch_path(scratch, "limber.db"));
	sql_run(scratch_path(scratch, "limber.db"), "PRAGMA journal_mode = WAL");
	struct store *store = store_opened(scratch, STORE_OK);
	assert_int_equal(record_saved(store, 1), 0);
	assert_true(store_holds(store, 1));
	store_free(store);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, scratch_make, scratch_remove)
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_damaged_file_is_moved), TEST(its_log_is_moved_too),
		TEST(a_folder_in_its_place_is_moved),      TEST(a_save_reports_what_it_moved),
		TEST(an_unfinished_store_is_new),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
