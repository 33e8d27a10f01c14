/*
 * An import, and forgetting, that are killed at any moment leave whole rows with their sums: a
 * second run does the rest, nothing is doubled, and each row is there or forgotten.
 */
#include <signal.h>
#include <sys/wait.h>
#include <time.h>

#include "store/inside.h"
#include "tests/store/scratch.h"

#include "tests/core/random_state.h"

enum { ROUNDS = 25, MANY = 12000 };

static struct record row_make(uint64_t sequence)
{
	struct record row = record_make(sequence);
	row.day = (int32_t)(sequence / 50);
	return row;
}

static void rows_import(struct store *store, struct store_imported *sum)
{
	static struct record rows[STORE_BATCH];
	for (uint64_t from = 1; from <= MANY; from += STORE_BATCH) {
		for (int i = 0; i < STORE_BATCH; i++)
			rows[i] = row_make(from + (uint64_t)i);
		assert_int_equal(store_import(store, &other_store, rows, STORE_BATCH, sum), 0);
	}
}

static void rows_forget(struct store *store)
{
	struct history_query query = HISTORY_ALL;
	int r;
	while ((r = store_forget(store, &query)) > 0)
		;
	assert_int_equal(r, 0);
	assert_int_equal(store_forget_finish(store), 0);
}

static int64_t number(struct store *store, const char *text)
{
	sqlite3_stmt *read = NULL;
	assert_int_equal(sqlite3_prepare_v2(store->db, text, -1, &read, NULL), SQLITE_OK);
	assert_int_equal(sqlite3_step(read), SQLITE_ROW);
	int64_t ret = sqlite3_column_int64(read, 0);
	sqlite3_finalize(read);
	return ret;
}

static int64_t rows_of(struct store *store)
{
	return number(store, "SELECT count(*) FROM history");
}

static int64_t forgotten_of(struct store *store)
{
	return number(store, "SELECT ifnull(sum(last - first + 1), 0) FROM forgotten");
}

static bool sums_agree(struct store *store)
{
	return number(store, "SELECT ifnull(sum(value), 0) FROM day WHERE field = 0") ==
	       rows_of(store);
}

/* Run the work in a child and kill it after a while. */
static void child_kill(const struct scratch *scratch, struct dice *dice, bool forgets)
{
	struct timespec some = { 0, (long)dice_roll(dice, 60000000) };
	pid_t child = fork();
	assert_true(child >= 0);
	if (child == 0) {
		struct store_imported sum = { 0 };
		struct store *store = store_opened_beside(scratch);
		if (forgets)
			rows_forget(store);
		else
			rows_import(store, &sum);
		_exit(0);
	}
	nanosleep(&some, NULL);
	kill(child, SIGKILL);
	waitpid(child, NULL, 0);
}

static void an_import_is_killed(void **state)
{
	struct rows rows = rows_begin(state);
	struct dice dice = { (uint64_t)time(NULL) * UINT64_C(0x9e3779b97f4a7c15) | 1 };
	for (int round = 0; round < ROUNDS; round++) {
		struct scratch scratch;
		struct store_imported sum = { 0 };
		scratch_init(&scratch);
		child_kill(&scratch, &dice, false);
		struct store *store = store_opened_beside(&scratch);
		int64_t found = rows_of(store);
		row_check(&rows, found % STORE_BATCH == 0 && sums_agree(store), "found %d rows",
			  (int)found);
		rows_import(store, &sum);
		row_check(&rows,
			  rows_of(store) == MANY && sums_agree(store) &&
				  sum.known == (uint64_t)found && sum.changed == 0,
			  "of %d: %d rows, %d known", (int)found, (int)rows_of(store),
			  (int)sum.known);
		store_free(store);
		tree_remove(scratch.base);
	}
	rows_end(&rows);
}

static void forgetting_is_killed(void **state)
{
	struct rows rows = rows_begin(state);
	struct dice dice = { (uint64_t)time(NULL) * UINT64_C(0x9e3779b97f4a7c15) | 1 };
	for (int round = 0; round < ROUNDS; round++) {
		struct scratch scratch;
		struct store_imported sum = { 0 }, again = { 0 };
		scratch_init(&scratch);
		struct store *store = store_opened_beside(&scratch);
		rows_import(store, &sum);
		store_free(store);
		child_kill(&scratch, &dice, true);
		store = store_opened_beside(&scratch);
		int64_t found = rows_of(store);
		row_check(&rows, found + forgotten_of(store) == MANY && sums_agree(store),
			  "%d rows, %d forgotten", (int)found, (int)forgotten_of(store));
		rows_import(store, &again);
		row_check(&rows, rows_of(store) == found && again.new == 0, "%d came back",
			  (int)again.new);
		rows_forget(store);
		row_check(&rows,
			  rows_of(store) == 0 && forgotten_of(store) == MANY &&
				  number(store, "SELECT count(*) FROM name") == 0 &&
				  number(store, "PRAGMA freelist_count") == 0,
			  "%d rows are left", (int)rows_of(store));
		store_free(store);
		tree_remove(scratch.base);
	}
	rows_end(&rows);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_import_is_killed),
		cmocka_unit_test(forgetting_is_killed),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
