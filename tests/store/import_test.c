/* Rows of other stores, and of copies of this one. */
#include "store/inside.h"
#include "tests/store/scratch.h"

/* The rows of an import. */
struct imported {
	const struct origin *origin;
	uint64_t sequence;
	int64_t ended;
	uint32_t revision;
};

static struct store_imported import_one(struct store *store, const struct imported *one)
{
	struct store_imported sum = { 0 };
	struct record row = record_make(one->sequence);
	row.ended.us = one->ended;
	row.revision = one->revision;
	assert_int_equal(store_import(store, one->origin, &row, 1, &sum), 0);
	return sum;
}

struct list {
	struct store *store;
	char text[400];
};

static int row_append(const struct record *row, void *user)
{
	struct list *list = user;
	struct origin origin;
	size_t length = strlen(list->text);
	assert_int_equal(store_origin(list->store, row->origin, &origin), 0);
	snprintf(list->text + length, sizeof(list->text) - length, "%.1s:%d/%d/%d ", origin.id,
		 (int)row->sequence, (int)row->ended.us, (int)row->revision);
	return 0;
}

/* "ID:SEQUENCE/ENDED/REVISION", by the end. */
static struct list rows_listed(struct store *store)
{
	struct list list = { .store = store };
	assert_int_equal(store_history(store, &HISTORY_ALL, row_append, &list), 0);
	return list;
}

/* Two machines go on under the id of one: rows of one sequence with two ends are two rows. */
static void copies_of_a_store(void **state)
{
	static const struct imported imports[] = {
		{ &other_store, 1, 10, 1 }, { &other_store, 2, 20, 1 }, { &other_store, 2, 21, 1 },
		{ &other_store, 2, 21, 2 }, { &other_store, 2, 22, 3 }, { &other_store, 1, 10, 1 },
	};
	struct rows rows = rows_begin(state);
	for (size_t first = 0; first < ROWS(imports); first++) {
		struct scratch scratch;
		scratch_init(&scratch);
		struct store *store = store_opened_beside(&scratch);
		for (size_t i = 0; i < ROWS(imports); i++)
			import_one(store, &imports[(first + i * 5) % ROWS(imports)]);
		struct list list = rows_listed(store);
		row_check(&rows, strcmp(list.text, "0:1/10/1 0:2/20/1 0:2/21/2 0:2/22/3 ") == 0,
			  "from %d: %s", (int)first, list.text);
		store_free(store);
		tree_remove(scratch.base);
	}
	rows_end(&rows);
}

/* Rows of a copy of this store: limberd's own stay, and it goes on with its numbers. */
static void a_copy_of_this_store(void **state)
{
	const struct scratch *scratch = *state;
	struct store *store = store_opened(scratch, STORE_OK), *beside;
	struct origin own;
	struct record row;
	uint64_t last;
	for (uint64_t i = 1; i <= 3; i++)
		assert_int_equal(record_saved(store, i), 0);
	beside = store_opened_beside(scratch);
	assert_int_equal(store_origin(beside, 0, &own), 0);
	const int64_t ended = record_make(3).ended.us;
	const struct imported imports[] = { { &own, 3, ended, 1 },
					    { &own, 3, 7, 1 },
					    { &own, 4, 8, 1 },
					    { &own, UINT64_C(1) << 51, 9, 1 } };
	assert_int_equal(import_one(beside, &imports[0]).known, 1);
	for (int i = 1; i < 4; i++)
		assert_int_equal(import_one(beside, &imports[i]).new, 1);
	for (int i = 1; i < 4; i++)
		assert_int_equal(import_one(beside, &imports[i]).known, 1);
	assert_int_equal(store_last(beside, &last), 0);
	assert_int_equal(last, 3);
	assert_int_equal(record_saved(store, 4), 0);
	assert_int_equal(store_row(beside, 4, &row), 0);
	assert_int_equal(row.ended.us, record_make(4).ended.us);
	assert_int_equal(store_row(beside, 3, &row), 0);
	assert_int_equal(row.ended.us, ended);
	assert_int_equal(store_row(beside, 5, &row), -ENOENT);
	assert_int_equal(store_row_from(beside, 5, &row), -ENOENT);
	assert_int_equal(record_saved(store, UINT64_C(1) << 40), 0);
	assert_int_equal(store_row_from(beside, 5, &row), 0);
	assert_int_equal(row.sequence, UINT64_C(1) << 40);
	store_free(beside);
	store_free(store);
}

/* limberd sums a day anew when one of its rows changes. */
static void a_full_day(void **state)
{
	static struct record rows[STORE_BATCH];
	struct store *store = store_opened_beside(*state);
	struct store_imported sum = { 0 };
	for (uint64_t from = 1; from <= STORE_DAY_MOST + STORE_BATCH; from += STORE_BATCH) {
		for (int i = 0; i < STORE_BATCH; i++) {
			rows[i] = record_make(from + (uint64_t)i);
			rows[i].day = 3;
		}
		assert_int_equal(store_import(store, &other_store, rows, STORE_BATCH, &sum), 0);
	}
	assert_int_equal(sum.new, STORE_DAY_MOST);
	assert_int_equal(sum.full_days, STORE_BATCH);
	rows[0] = record_make(STORE_DAY_MOST * 2);
	rows[0].day = 4;
	assert_int_equal(store_import(store, &other_store, rows, 1, &sum), 0);
	assert_int_equal(sum.new, STORE_DAY_MOST + 1);
	rows[0].day = 3;
	rows[0].revision = 2;
	assert_int_equal(store_import(store, &other_store, rows, 1, &sum), 0);
	assert_int_equal(sum.full_days, STORE_BATCH + 1);
	assert_int_equal(sum.changed, 0);
	store_free(store);
}

static void too_many_origins(void **state)
{
	struct store *store = store_opened_beside(*state);
	struct origin origin = other_store;
	struct store_imported sum = { 0 };
	for (int i = 0; i < STORE_ORIGINS_MOST + 5; i++) {
		struct record row = record_make(1);
		snprintf(origin.id, sizeof(origin.id), "%032x", (unsigned)i);
		assert_int_equal(store_import(store, &origin, &row, 1, &sum), 0);
	}
	assert_int_equal(sum.new, STORE_ORIGINS_MOST - 1);
	assert_int_equal(sum.full_stores, 6);
	store_free(store);
}

static int host_copy(const struct origin *origin, void *user)
{
	if (strcmp(origin->id, other_store.id) == 0)
		strcpy(user, origin->host);
	return 0;
}

/* The label of a store is the same in whatever order files are imported. */
static void the_label_of_an_origin(void **state)
{
	static const struct {
		const char *hosts[3];
	} orders[] = { { { "", "one", "two" } }, { { "two", "one", "" } }, { { "one", "two" } } };
	struct rows rows = rows_begin(state);
	for (size_t i = 0; i < ROWS(orders); i++) {
		struct scratch scratch;
		struct origin origin = other_store;
		const struct imported one = { &origin, 1, 10, 1 };
		char host[ORIGIN_HOST_SIZE] = "";
		scratch_init(&scratch);
		struct store *store = store_opened_beside(&scratch);
		for (int j = 0; j < 3 && orders[i].hosts[j]; j++) {
			strcpy(origin.host, orders[i].hosts[j]);
			import_one(store, &one);
		}
		assert_int_equal(store_origins(store, host_copy, host), 0);
		row_check(&rows, strcmp(host, "two") == 0, "%d: \"%s\"", (int)i, host);
		store_free(store);
		tree_remove(scratch.base);
	}
	rows_end(&rows);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, scratch_make, scratch_remove)

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(copies_of_a_store),
		TEST(a_copy_of_this_store),
		TEST(a_full_day),
		TEST(too_many_origins),
		cmocka_unit_test(the_label_of_an_origin),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
