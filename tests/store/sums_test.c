/* The sums of days beside the rows follow each row that is written. */
#include "store/inside.h"
#include "tests/store/scratch.h"

enum { DAYS_MOST = 4, ROWS_MOST = 5 };

#define ROW(number, change, what, on, length)                                                      \
	{                                                                                          \
		.sequence = (number), .revision = (change), .kind = RECORD_SITTING,                \
		.outcome = OUTCOME_##what, .ended = { 100 }, .day = (on), .seconds = (length)      \
	}

/* Rows in the order in which they are saved, each in a save of its own. */
static const struct {
	const char *name;
	struct record rows[ROWS_MOST];
	const char *sums; /* "DAY:ROWS/SAT/LONGEST" */
} cases[] = {
	{ "none", { { 0 } }, "" },
	{ "new rows",
	  { ROW(1, 1, DONE, 3, 60), ROW(2, 1, DONE, 3, 90), ROW(3, 1, DONE, 5, 10) },
	  "3:2/150/90 5:1/10/10" },
	{ "an amended row", { ROW(1, 1, DONE, 3, 60), ROW(1, 2, DONE, 3, 20) }, "3:1/20/20" },
	{ "an earlier revision is ignored",
	  { ROW(1, 2, DONE, 3, 60), ROW(1, 1, DONE, 3, 20) },
	  "3:1/60/60" },
	{ "the longest was amended to a shorter one",
	  { ROW(1, 1, DONE, 3, 90), ROW(2, 1, DONE, 3, 60), ROW(1, 2, DONE, 3, 30) },
	  "3:2/90/60" },
	{ "taken back", { ROW(1, 1, DONE, 3, 60), ROW(1, 2, NONE, 3, 60) }, "3:1/0/0" },
	{ "moved to another day",
	  { ROW(1, 1, DONE, 3, 60), ROW(2, 1, DONE, 3, 9), ROW(1, 2, DONE, 4, 60) },
	  "3:1/9/9 4:1/60/60" },
	{ "the only row of a day moved",
	  { ROW(1, 1, DONE, 3, 60), ROW(1, 2, DONE, 4, 60) },
	  "4:1/60/60" },
	{ "days before 1970", { ROW(1, 1, DONE, -7, 60) }, "-7:1/60/60" },
};

static int day_append(int32_t number, const struct day *day, void *user)
{
	char *text = user;
	size_t length = strlen(text);
	snprintf(text + length, 200 - length, "%s%d:%lld/%lld/%lld", length ? " " : "", (int)number,
		 (long long)day->fields[DAY_ROWS], (long long)day->fields[DAY_SAT],
		 (long long)day->fields[DAY_LONGEST]);
	return 0;
}

static void sums_follow_the_rows(void **state)
{
	struct rows rows = rows_begin(state);
	static struct state is;
	for (size_t i = 0; i < ROWS(cases); i++) {
		struct scratch scratch;
		char text[200] = "";
		scratch_init(&scratch);
		struct store *store = store_opened(&scratch, STORE_OK);
		state_make(&is, ROWS_MOST);
		for (int j = 0; j < ROWS_MOST && cases[i].rows[j].sequence; j++)
			assert_int_equal(store_save(store, BOOT, &is, &cases[i].rows[j], 1), 0);
		int r = store_days(store, INT32_MIN, INT32_MAX, day_append, text);
		row_check(&rows, r == 0 && strcmp(text, cases[i].sums) == 0, "%s: %d, \"%s\"",
			  cases[i].name, r, text);
		store_free(store);
		tree_remove(scratch.base);
	}
	rows_end(&rows);
}

/* More days in one save than a writer remembers. */
static void many_days_at_once(void **state)
{
	static struct state is;
	struct record rows[ACTIONS_MAX];
	struct store *store = store_opened(*state, STORE_OK);
	state_make(&is, 9 * ACTIONS_MAX);
	for (int32_t day = 0; day < 3 * ACTIONS_MAX;) {
		for (int i = 0; i < ACTIONS_MAX; i++, day++) {
			rows[i] = record_make((uint64_t)day + 1);
			rows[i].day = day;
		}
		assert_int_equal(store_save(store, BOOT, &is, rows, ACTIONS_MAX), 0);
	}
	sqlite3_stmt *count;
	assert_int_equal(
		sqlite3_prepare_v2(
			store->db,
			"SELECT count(DISTINCT day) FROM day WHERE field = 0 AND value = 1", -1,
			&count, NULL),
		SQLITE_OK);
	assert_int_equal(sqlite3_step(count), SQLITE_ROW);
	assert_int_equal(sqlite3_column_int(count, 0), 3 * ACTIONS_MAX);
	sqlite3_finalize(count);
	store_free(store);
}

static int missing_append(int32_t day, int64_t missing, void *user)
{
	char *text = user;
	size_t length = strlen(text);
	snprintf(text + length, 64 - length, "%d:%d ", (int)day, (int)missing);
	return 0;
}

static bool missing_are(struct store *store, const char *expected)
{
	char text[64] = "";
	int r = store_missing(store, INT32_MIN, INT32_MAX, missing_append, text);
	if (strcmp(text, expected) != 0)
		print_error("missing: \"%s\", not \"%s\"\n", text, expected);
	return r == 0 && strcmp(text, expected) == 0;
}

/* Rows that vanish are reported, also after another row of their day was written or changed. */
static void lost_rows_are_counted(void **state)
{
	static const struct record records[] = {
		ROW(1, 1, DONE, 3, 60),
		ROW(2, 1, DONE, 3, 60),
		ROW(3, 1, DONE, 3, 60),
		ROW(4, 1, DONE, 5, 60),
	};
	static const struct record later[] = { ROW(5, 1, DONE, 3, 60), ROW(3, 2, DONE, 3, 90) };
	static struct state is;
	struct store *store = store_opened(*state, STORE_OK);
	state_make(&is, 9);
	assert_int_equal(store_save(store, BOOT, &is, records, ROWS(records)), 0);
	assert_true(missing_are(store, ""));
	assert_int_equal(database_run(store->db, "DELETE FROM history WHERE sequence < 3"), 0);
	assert_true(missing_are(store, "3:2 "));
	assert_int_equal(store_save(store, BOOT, &is, later, ROWS(later)), 0);
	assert_true(missing_are(store, "3:2 "));
	store_free(store);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, scratch_make, scratch_remove)

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(sums_follow_the_rows),
		TEST(many_days_at_once),
		TEST(lost_rows_are_counted),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
