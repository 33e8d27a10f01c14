/* Load and save. */
#include "tests/store/scratch.h"

#include "store/inside.h"
#include "tests/core/random_state.h"

static mode_t mode_of(const char *path)
{
	struct stat is;
	return stat(path, &is) == 0 ? is.st_mode & 07777 : 0;
}

static void a_fresh_store_is_private(void **state)
{
	const struct scratch *scratch = *state;
	static const char *const files[] = { "limber.db", "limber.db-wal", "limber.db-shm",
					     "limber.lock" };
	struct rows rows = rows_begin(state);
	mode_t mask = umask(0);
	struct store *store = store_opened(scratch, STORE_OK);
	assert_int_equal(record_saved(store, 1), 0);
	umask(mask);
	row_check(&rows, mode_of(scratch->folder) == 0700, "the folder");
	for (size_t i = 0; i < ROWS(files); i++)
		row_check(&rows, mode_of(scratch_path(scratch, files[i])) == 0600, "%s", files[i]);
	row_check(&rows, strcmp(store_path(store), scratch_path(scratch, "limber.db")) == 0,
		  "its path is %s", store_path(store));
	store_free(store);
	rows_end(&rows);
}

static void the_folder_follows_xdg(void **state)
{
	static const struct {
		const char *state, *home, *folder; /* NULL: none */
	} cases[] = {
		{ "/s", "/h", "/s/limber" },
		{ NULL, "/h", "/h/.local/state/limber" },
		{ "", "/h", "/h/.local/state/limber" },
		{ "relative", "/h", "/h/.local/state/limber" },
		{ "/s", NULL, "/s/limber" },
		{ NULL, NULL, NULL },
		{ NULL, "relative", NULL },
	};
	struct rows rows = rows_begin(state);
	for (size_t i = 0; i < ROWS(cases); i++) {
		char *folder = NULL;
		cases[i].state ? setenv("XDG_STATE_HOME", cases[i].state, 1)
			       : unsetenv("XDG_STATE_HOME");
		cases[i].home ? setenv("HOME", cases[i].home, 1) : unsetenv("HOME");
		int r = store_folder(&folder);
		bool good = cases[i].folder ? r == 0 && strcmp(folder, cases[i].folder) == 0
					    : r == -ENOENT && !folder;
		row_check(&rows, good, "%d: %d, %s", (int)i, r, folder ? folder : "none");
		free(folder);
	}
	rows_end(&rows);
}

static void states_are_loaded_as_saved(void **state)
{
	const struct scratch *scratch = *state;
	struct rows rows = rows_begin(state);
	for (uint64_t seed = 1; seed <= 20; seed++) {
		struct dice dice = { seed * UINT64_C(0x9e3779b97f4a7c15) };
		static struct state is, read;
		random_state(&dice, &is);
		is.at = (struct moment){ { (int64_t)seed }, { -(int64_t)seed } };
		struct store *store = store_opened(scratch, STORE_OK);
		int saved = store_save(store, BOOT, &is, NULL, 0);
		store_free(store);
		store = store_opened(scratch, STORE_OK);
		memset(&read, 0, sizeof(read));
		struct moment at = { 0 };
		bool same_boot = seed % 2;
		int bad_parts, load = store_load(store, seed % 2 ? "another" : BOOT, &read, &at,
						 &same_boot, &bad_parts);
		store_free(store);
		const char *field = state_differs(&is, &read);
		row_check(&rows,
			  saved == 0 && load == 1 && !field && bad_parts == 0 &&
				  same_boot == !(seed % 2) && at.boot.us == (int64_t)seed &&
				  at.real.us == -(int64_t)seed,
			  "seed %d: saved %d, load %d, %s differs, %d bad, same boot %d", (int)seed,
			  saved, load, field, bad_parts, same_boot);
	}
	rows_end(&rows);
}

static void a_new_store_leaves_the_state_unchanged(void **state)
{
	static struct state is, was;
	struct store *store = store_opened(*state, STORE_OK);
	state_make(&is, 4);
	was = is;
	struct moment at;
	bool same_boot;
	int bad_parts;
	assert_int_equal(store_load(store, BOOT, &is, &at, &same_boot, &bad_parts), 0);
	assert_null(state_differs(&is, &was));
	store_free(store);
}

static int changes_of_save(struct store *store, const struct state *state)
{
	int before = sqlite3_total_changes(store->db);
	assert_int_equal(store_save(store, BOOT, state, NULL, 0), 0);
	return sqlite3_total_changes(store->db) - before;
}

static void only_what_changed_is_written(void **state)
{
	static struct state is, read;
	struct store *store = store_opened(*state, STORE_OK);
	struct dice dice = { 99 };
	do
		random_state(&dice, &is);
	while (is.count < 10);
	is.card.id = 0;
	assert_int_equal(changes_of_save(store, &is), 1 + is.count);
	assert_int_equal(changes_of_save(store, &is), 1);
	is.reminders[4].place ^= 1;
	assert_int_equal(changes_of_save(store, &is), 2);
	is.count -= 3; /* removed from the plan */
	assert_int_equal(changes_of_save(store, &is), 1 + 3);
	struct moment at;
	bool same_boot;
	int bad_parts;
	memset(&read, 0, sizeof(read));
	assert_int_equal(store_load(store, BOOT, &read, &at, &same_boot, &bad_parts), 1);
	assert_int_equal(read.count, is.count);
	store_free(store);
}

/* A save fails in its last statement, after the state was written. */
static void a_save_is_all_or_nothing(void **state)
{
	struct store *store = store_opened(*state, STORE_OK);
	assert_int_equal(record_saved(store, 1), 0);
	assert_int_equal(database_run(store->db,
				      "CREATE TEMP TRIGGER fail BEFORE INSERT ON history "
				      "BEGIN SELECT RAISE(FAIL, 'no'); END"),
			 0);
	assert_true(record_saved(store, 2) < 0);
	assert_int_equal(database_run(store->db, "DROP TRIGGER fail"), 0);
	assert_true(store_holds(store, 1));
	assert_int_equal(record_saved(store, 2), 0);
	assert_true(store_holds(store, 2));
	store_free(store);
}

/* Settings that kill_test cannot check: a commit waits for the disk, and
 * hardly for a lock. */
static void sqlite_is_set_up_as_promised(void **state)
{
	static const struct {
		const char *query, *answer;
	} cases[] = {
		{ "PRAGMA journal_mode", "wal" },
		{ "PRAGMA synchronous", "2" },
		{ "PRAGMA busy_timeout", "0" },
		/* wait_shortly() instead */ { "PRAGMA secure_delete", "1" },
		{ "PRAGMA auto_vacuum", "2" },
		{ "PRAGMA mmap_size", "0" },
	};
	struct rows rows = rows_begin(state);
	struct store *store = store_opened(*state, STORE_OK);
	for (size_t i = 0; i < ROWS(cases); i++) {
		sqlite3_stmt *query;
		sqlite3_prepare_v2(store->db, cases[i].query, -1, &query, NULL);
		sqlite3_step(query);
		const char *answer = statement_text(query, 0);
		row_check(&rows, strcmp(answer, cases[i].answer) == 0, "%s: %s", cases[i].query,
			  answer);
		sqlite3_finalize(query);
	}
	store_free(store);
	rows_end(&rows);
}

static void bad_parts_are_skipped(void **state)
{
	const struct scratch *scratch = *state;
	struct store *store = store_opened(scratch, STORE_OK);
	for (uint64_t i = 1; i <= 3; i++)
		assert_int_equal(record_saved(store, i), 0);
	assert_int_equal(database_run(store->db,
				      "UPDATE state SET text = 'next 1';"
				      "INSERT INTO reminder VALUES('bedtime', 'place 3\n');"
				      "INSERT INTO reminder VALUES('water', 'place x\n')"),
			 0);
	static struct state is;
	struct moment at;
	bool same_boot;
	int bad_parts;
	state_make(&is, 0);
	is.next_card = 7;
	assert_int_equal(store_load(store, BOOT, &is, &at, &same_boot, &bad_parts), 1);
	assert_int_equal(bad_parts, 2);
	assert_int_equal(is.next_card, 7);
	assert_int_equal(is.count, 2);
	assert_int_equal(is.reminders[0].last.sequence, 3);
	/* The state was lost, but sequences in history are not used again. */
	assert_int_equal(is.next_sequence, 4);
	store_free(store);
}

struct given {
	char text[256];
	int stop_at, rows;
};

static int row_append(const struct record *record, void *user)
{
	struct given *given = user;
	size_t length = strlen(given->text);
	snprintf(given->text + length, sizeof(given->text) - length, "%s%d.%d:%s",
		 length ? " " : "", (int)record->sequence, (int)record->revision,
		 outcome_word(record->outcome));
	return ++given->rows == given->stop_at ? -ECANCELED : 0;
}

static void history_returns_the_last_revision(void **state)
{
#define ROW(number, change, what, on, at)                                                          \
	{                                                                                          \
		.sequence = (number), .revision = (change), .reminder = "desk",                    \
		.outcome = OUTCOME_##what, .due = { 10 }, .shown = { 11 }, .day = (on),            \
		.ended.us = (at)                                                                   \
	}
	static const struct record records[] = {
		ROW(1, 1, DONE, 3, 100),     ROW(2, 1, SKIPPED, 3, 200),
		ROW(2, 2, DONE, 3, 200),     ROW(3, 1, DONE, 4, 300),
		ROW(3, 2, NONE, 4, 300),     ROW(4, 1, NONE, 5, 400),
		ROW(4, 2, PARTLY, 5, 400),   ROW(5, 1, UNANSWERED, 3, 50),
		ROW(6, 1, DONE, 2, 600), /* of another zone */
		ROW(6, 10, NATURAL, 2, 600), ROW(6, 9, SKIPPED, 2, 600),
	};
#undef ROW
	static const struct {
		struct history_query query;
		int stop_at;
		const char *given;
	} cases[] = {
		{ { INT32_MIN, INT32_MAX, 0, 0, false },
		  0,
		  "6.10:natural 5.1:unanswered 1.1:done 2.2:done 4.2:partly" },
		{ { INT32_MIN, INT32_MAX, 0, 0, false }, 2, "6.10:natural 5.1:unanswered" },
		{ { INT32_MIN, INT32_MAX, 0, 2, false }, 0, "2.2:done 4.2:partly" },
		{ { INT32_MIN, INT32_MAX, 0, 99, false },
		  0,
		  "6.10:natural 5.1:unanswered 1.1:done 2.2:done 4.2:partly" },
		{ { 3, 3, 0, 0, false }, 0, "5.1:unanswered 1.1:done 2.2:done" },
		{ { 3, 3, 1 << RECORD_CARD, 1, false }, 0, "2.2:done" },
		{ { 3, 3, 1 << RECORD_SITTING, 0, false }, 0, "" },
		{ { 4, 4, 0, 0, false }, 0, "" },
		{ { 4, 5, 0, 0, false }, 0, "4.2:partly" },
		{ { 6, INT32_MAX, 0, 0, false }, 0, "" },
	};
	struct rows rows = rows_begin(state);
	static struct state is;
	struct store *store = store_opened(*state, STORE_OK);
	state_make(&is, 6);
	assert_int_equal(store_save(store, BOOT, &is, records, ROWS(records)), 0);
	for (size_t i = 0; i < ROWS(cases); i++) {
		struct given given = { .stop_at = cases[i].stop_at };
		int r = store_history(store, &cases[i].query, row_append, &given);
		row_check(&rows,
			  strcmp(given.text, cases[i].given) == 0 &&
				  r == (cases[i].stop_at ? -ECANCELED : 0),
			  "case %zu: %d, \"%s\"", i, r, given.text);
	}
	store_free(store);
	rows_end(&rows);
}

/* A commit can fail after it has reached the disk: the same row is saved again. */
static void a_row_may_be_saved_twice(void **state)
{
	struct store *store = store_opened(*state, STORE_OK);
	struct record record = record_make(1);
	assert_int_equal(record_saved(store, 1), 0);
	assert_int_equal(record_saved(store, 1), 0);
	assert_true(store_holds(store, 1));
	assert_int_equal(store_history(store, &HISTORY_ALL, row_compare, &record), 7);
	store_free(store);
}

static void opening_a_good_store_writes_nothing(void **state)
{
	const struct scratch *scratch = *state;
	struct store *store = store_opened(scratch, STORE_OK);
	assert_int_equal(record_saved(store, 1), 0);
	store_free(store);
	struct bytes before = file_read(scratch_path(scratch, "limber.db"));
	store = store_opened(scratch, STORE_OK);
	assert_true(store_holds(store, 1));
	struct bytes during = file_read(scratch_path(scratch, "limber.db"));
	struct bytes wal = file_read(scratch_path(scratch, "limber.db-wal"));
	assert_true(bytes_equal(&before, &during));
	assert_int_equal(wal.size, 0);
	store_free(store);
	bytes_finish(&before);
	bytes_finish(&during);
	bytes_finish(&wal);
}

static void two_stores_have_two_ids(void **state)
{
	struct scratch other;
	scratch_init(&other);
	const struct scratch *both[] = { *state, &other };
	char ids[2][64];
	for (int i = 0; i < 2; i++) {
		struct store *store = store_opened(both[i], STORE_OK);
		sqlite3_stmt *read;
		assert_int_equal(
			sqlite3_prepare_v2(store->db, "SELECT id FROM origin", -1, &read, NULL),
			SQLITE_OK);
		assert_int_equal(sqlite3_step(read), SQLITE_ROW);
		snprintf(ids[i], sizeof(ids[i]), "%s", statement_text(read, 0));
		assert_int_equal(sqlite3_step(read), SQLITE_DONE);
		sqlite3_finalize(read);
		store_free(store);
		assert_int_equal(strspn(ids[i], "0123456789abcdef"), 32);
	}
	assert_string_not_equal(ids[0], ids[1]);
	tree_remove(other.base);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, scratch_make, scratch_remove)
	const struct CMUnitTest tests[] = {
		TEST(a_fresh_store_is_private),
		TEST(the_folder_follows_xdg),
		TEST(states_are_loaded_as_saved),
		TEST(a_new_store_leaves_the_state_unchanged),
		TEST(only_what_changed_is_written),
		TEST(a_save_is_all_or_nothing),
		TEST(sqlite_is_set_up_as_promised),
		TEST(bad_parts_are_skipped),
		TEST(history_returns_the_last_revision),
		TEST(a_row_may_be_saved_twice),
		TEST(opening_a_good_store_writes_nothing),
		TEST(two_stores_have_two_ids),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
