/* After an unclean end: rows that a damaged log lost, and the check for damage in slices. */
#include "tests/store/killed.h"

static void wal_flip(const struct scratch *scratch, int part)
{
	int fd = open(scratch_path(scratch, "limber.db-wal"), O_RDWR | O_CLOEXEC);
	struct stat is;
	char byte;
	assert_int_equal(fstat(fd, &is), 0);
	assert_int_equal(pread(fd, &byte, 1, is.st_size / 16 * part), 1);
	byte ^= 1;
	assert_int_equal(pwrite(fd, &byte, 1, is.st_size / 16 * part), 1);
	close(fd);
}

/* SQLite drops the log after the page; how many rows that are depends on its position, and on
 * whether that part was already written back. */
static void lost_rows_are_reported(void **state)
{
	struct rows rows = rows_begin(state);
	uint64_t all = 0;
	for (int part = 1; part < 16; part++) {
		struct scratch scratch;
		scratch_init(&scratch);
		good_make(&scratch, 5);
		killed_make(&scratch, 6, 40);
		wal_flip(&scratch, part);
		struct store *store = store_opened(&scratch, STORE_OK);
		struct store_lost lost = store_lost(store);
		struct found found = store_found(store);
		all += lost.rows;
		row_check(&rows, found.rows + lost.rows == 40 && !lost.rows == !lost.until.us,
			  "%d of 16: %ju rows, %ju lost", part, (uintmax_t)found.rows,
			  (uintmax_t)lost.rows);
		store_free(store);
		/* Once is enough. */
		store = store_opened(&scratch, STORE_OK);
		row_check(&rows, store_lost(store).until.us == 0, "%d of 16: again", part);
		store_free(store);
		tree_remove(scratch.base);
	}
	row_check(&rows, all > 0, "no flip took a row");
	rows_end(&rows);
}

static void nothing_is_lost_by_a_kill(void **state)
{
	const struct scratch *scratch = *state;
	for (uint64_t i = 0; i < 3; i++) {
		killed_make(scratch, 10 * i + 1, 10 * i + 10);
		struct store *store = store_opened(scratch, STORE_OK);
		assert_int_equal(store_lost(store).until.us, 0);
		assert_true(store_holds(store, 10 * i + 10));
		assert_true(store_was_killed(store));
		store_free(store);
	}
}

static int check_all(struct store *store, int *slices)
{
	struct store_cursor cursor = { 0 };
	int r = 1;
	for (*slices = 0; r > 0; ++*slices)
		r = store_check(store, &cursor);
	return r;
}

static void an_unclean_end_is_checked_in_slices(void **state)
{
	const struct scratch *scratch = *state;
	int slices;
	good_make(scratch, 10);
	struct store *store = store_opened(scratch, STORE_OK);
	assert_false(store_was_killed(store));
	store_free(store);
	killed_make(scratch, 11, 1300);
	store = store_opened(scratch, STORE_OK);
	assert_true(store_was_killed(store));
	store_free(store); /* before the check: it is still to be done */
	store = store_opened(scratch, STORE_OK);
	assert_true(store_was_killed(store));
	assert_int_equal(check_all(store, &slices), 0);
	assert_true(slices >= 6);
	assert_null(store_moved(store));
	store_free(store);
	store = store_opened(scratch, STORE_OK);
	assert_false(store_was_killed(store));
	store_free(store);
}

/* A page in the middle of the rows, which no start reads. */
static void the_check_finds_damage(void **state)
{
	const struct scratch *scratch = *state;
	char nothing[4096] = "";
	int slices;
	good_make(scratch, 1300);
	killed_make(scratch, 1301, 1301);
	int fd = open(scratch_path(scratch, "limber.db"), O_RDWR | O_CLOEXEC);
	assert_int_equal(pwrite(fd, nothing, sizeof(nothing), 4096 * 21), sizeof(nothing));
	close(fd);
	struct store *store = store_opened(scratch, STORE_OK);
	assert_null(store_moved(store));
	assert_int_equal(check_all(store, &slices), 0);
	assert_string_equal(store_moved(store), scratch_path(scratch, "limber.db.damaged-1"));
	assert_int_equal(record_saved(store, 1), 0);
	assert_true(store_holds(store, 1));
	store_free(store);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, scratch_make, scratch_remove)
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(lost_rows_are_reported),
		TEST(nothing_is_lost_by_a_kill),
		TEST(an_unclean_end_is_checked_in_slices),
		TEST(the_check_finds_damage),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
