/* Stores of earlier versions. */
#include "tests/store/scratch.h"

#include "store/inside.h"

/* Whether the sums of a day are those of the row of record_make(). */
static int one_row(int32_t number, const struct day *day, void *user)
{
	(void)number, (void)user;
	return day->fields[DAY_ROWS] == 1 && day->fields[DAY_OUTCOMES + OUTCOME_DONE] == 1;
}

/* For each earlier version: SQL that downgrades a current file to it. */
static void older_stores_are_upgraded(void **state)
{
	static const char no_seconds[] =
		"ALTER TABLE history DROP COLUMN seconds; PRAGMA user_version = 1";
	static const char as_before_days[] =
		"CREATE TABLE store(id TEXT NOT NULL, host TEXT NOT NULL);"
		"INSERT INTO store SELECT id, host FROM origin;"
		"CREATE TABLE older(store TEXT NOT NULL, sequence INTEGER NOT NULL,"
		" revision INTEGER NOT NULL, reminder TEXT NOT NULL, item TEXT NOT NULL,"
		" outcome TEXT NOT NULL, due INTEGER NOT NULL, shown INTEGER NOT NULL,"
		" ended INTEGER NOT NULL, seconds INTEGER NOT NULL DEFAULT 0,"
		" PRIMARY KEY(store, sequence, revision)) WITHOUT ROWID;"
		"INSERT INTO older SELECT (SELECT id FROM store), sequence, revision, 'desk',"
		" 'walk-break', 'done', ended - due, ended - shown, ended, seconds FROM history;"
		"INSERT INTO older SELECT store, sequence, 0, 'x', 'y', 'skipped', 0, 0, ended, 0"
		" FROM older;"
		"DROP TABLE history; DROP TABLE forgotten; DROP TABLE day; DROP TABLE name; DROP "
		"TABLE origin;"
		"ALTER TABLE older RENAME TO history;"
		"CREATE INDEX history_ended ON history(ended); PRAGMA user_version = 2";
	static const char no_uses[] =
		"ALTER TABLE name DROP COLUMN last; ALTER TABLE origin DROP COLUMN imports;"
		"CREATE UNIQUE INDEX origin_id ON origin(id); PRAGMA user_version = 3";
	static const char *const back[] = { no_seconds, as_before_days, no_uses };
	struct record record = record_make(1);
	assert_int_equal(ROWS(back), schema_newest() - 1);
	for (int i = (int)ROWS(back) - 1; i >= 0; i--) {
		struct store *store = store_opened(*state, STORE_OK);
		assert_int_equal(record_saved(store, 1), 0);
		for (int step = (int)ROWS(back) - 1; step >= i; step--)
			assert_int_equal(database_run(store->db, back[step]), 0);
		store_free(store);
		store = store_opened(*state, STORE_OK);
		record.seconds = i == 0 ? 0 : record_make(1).seconds;
		assert_int_equal(store_days(store, INT32_MIN, INT32_MAX, one_row, NULL), 1);
		assert_int_equal(database_run(store->db, "DELETE FROM name WHERE last <>"
							 " (SELECT day FROM history)"),
				 0);
		assert_int_equal(store_history(store, &HISTORY_ALL, row_compare, &record), 7);
		store_free(store);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(older_stores_are_upgraded, scratch_make,
						scratch_remove),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
