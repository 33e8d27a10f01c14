/*
 * A scratch folder for each test, stores in it, and files of it taken whole.
 *
 *	setup/teardown: scratch_make, scratch_remove; *state is a struct scratch
 */
#ifndef LIMBER_SCRATCH_H
#define LIMBER_SCRATCH_H

#include "tests/rows.h"

#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "store/store.h"

#define BOOT "11111111-1111-1111-1111-111111111111"

struct scratch {
	char base[64];    /* made by mkdtemp() */
	char folder[128]; /* the store's, below it; not made */
};

static inline void scratch_init(struct scratch *scratch)
{
	strcpy(scratch->base, "/tmp/limber-store-XXXXXX");
	assert_non_null(mkdtemp(scratch->base));
	snprintf(scratch->folder, sizeof(scratch->folder), "%s/state/limber", scratch->base);
}

static inline int scratch_unlink(const char *path, const struct stat *is, int type,
				 struct FTW *where)
{
	(void)is, (void)type, (void)where;
	return remove(path);
}

static inline void tree_remove(const char *path)
{
	nftw(path, scratch_unlink, 8, FTW_DEPTH | FTW_PHYS);
}

static inline int scratch_make(void **state)
{
	struct scratch *scratch = malloc(sizeof(*scratch));
	assert_non_null(scratch);
	scratch_init(scratch);
	*state = scratch;
	return 0;
}

static inline int scratch_remove(void **state)
{
	struct scratch *scratch = *state;
	tree_remove(scratch->base);
	free(scratch);
	return 0;
}

/* The path of a file of the store, in one of four buffers in turn. */
static inline const char *scratch_path(const struct scratch *scratch, const char *name)
{
	static char paths[4][192];
	static int turn;
	char *path = paths[turn++ % 4];
	snprintf(path, sizeof(paths[0]), "%s/%s", scratch->folder, name);
	return path;
}

/* Open a store and check the result; NULL if `expected` is a failure. */
static inline struct store *store_opened(const struct scratch *scratch, int expected)
{
	struct store *store = NULL;
	struct store_trouble trouble;
	int r = store_open(scratch->folder, &store, &trouble);
	if (r != expected)
		fail_msg("store_open gave %d, not %d", r, expected);
	assert_int_equal(store != NULL, r == STORE_OK || r == STORE_MOVED || r == STORE_UNWRITABLE);
	return store;
}

struct bytes {
	char *bytes;
	size_t size;
	bool there;
};

static inline struct bytes file_read(const char *path)
{
	struct bytes ret = { 0 };
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	struct stat is;
	if (fd < 0)
		return ret;
	if (fstat(fd, &is) == 0 && S_ISREG(is.st_mode)) {
		ret.there = true;
		ret.size = (size_t)is.st_size;
		ret.bytes = malloc(ret.size + 1);
		assert_non_null(ret.bytes);
		assert_int_equal(read(fd, ret.bytes, ret.size), is.st_size);
	}
	close(fd);
	return ret;
}

static inline bool bytes_equal(const struct bytes *a, const struct bytes *b)
{
	return a->there == b->there && a->size == b->size &&
	       (a->size == 0 || memcmp(a->bytes, b->bytes, a->size) == 0);
}

static inline void bytes_finish(struct bytes *bytes)
{
	free(bytes->bytes);
	*bytes = (struct bytes){ 0 };
}

static inline void file_write(const char *path, const void *bytes, size_t size)
{
	int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
	assert_true(fd >= 0);
	assert_int_equal(write(fd, bytes, size), size);
	close(fd);
}

/* A state with reminder `desk`, after `sequence` rows of history. */
static inline void state_make(struct state *state, uint64_t sequence)
{
	memset(state, 0, sizeof(*state));
	state->at = (struct moment){ { 1000 }, { 2000 } };
	state->next_card = 1;
	state->next_sequence = sequence + 1;
	state->count = 1;
	strcpy(state->reminders[0].name, "desk");
}

static inline struct record record_make(uint64_t sequence)
{
	struct record record = { .sequence = sequence,
				 .revision = 1,
				 .reminder = "desk",
				 .item = "walk-break",
				 .outcome = OUTCOME_DONE,
				 .due = { (int64_t)sequence * 100 },
				 .shown = { (int64_t)sequence * 100 + 1 },
				 .ended = { (int64_t)sequence * 100 + 2 },
				 .seconds = (int32_t)sequence + 3 };
	return record;
}

/* Another store, from which rows are imported. */
static const struct origin other_store = { "0123456789abcdef0123456789abcdef", "other" };

static inline struct store *store_opened_beside(const struct scratch *scratch)
{
	struct store *store = NULL;
	assert_int_equal(store_open_beside(scratch->folder, &store), 0);
	return store;
}

/* A row with the state that follows from it, as the daemon saves them. */
static inline int record_saved(struct store *store, uint64_t sequence)
{
	static struct state state;
	struct record record = record_make(sequence);
	state_make(&state, sequence);
	state.reminders[0].last = record;
	return store_save(store, BOOT, &state, &record, 1);
}

/* Compare a row of history with the one expected; stop with 7. */
static inline int row_compare(const struct record *record, void *user)
{
	const struct record *expected = user;
	assert_int_equal(record->sequence, expected->sequence);
	assert_int_equal(record->revision, expected->revision);
	assert_string_equal(record->reminder, expected->reminder);
	assert_string_equal(record->item, expected->item);
	assert_int_equal(record->outcome, expected->outcome);
	assert_int_equal(record->due.us, expected->due.us);
	assert_int_equal(record->shown.us, expected->shown.us);
	assert_int_equal(record->ended.us, expected->ended.us);
	assert_int_equal(record->seconds, expected->seconds);
	return 7;
}

/* The content of a store: 0 to N rows without a gap, and the state of the last. */
struct found {
	uint64_t rows;
	bool gap;
	int load; /* of store_load() */
	uint64_t next_sequence;
};

static inline int found_row(const struct record *record, void *user)
{
	struct found *found = user;
	found->rows++;
	found->gap = found->gap || record->sequence != found->rows;
	return 0;
}

static inline struct found store_found(struct store *store)
{
	static struct state state;
	struct found found = { 0 };
	struct moment saved;
	bool same_boot;
	int bad_parts;
	state_make(&state, 0);
	found.load = store_load(store, BOOT, &state, &saved, &same_boot, &bad_parts);
	found.next_sequence = state.next_sequence;
	found.gap = store_history(store, &HISTORY_ALL, found_row, &found) != 0;
	return found;
}

/* Rows 1 to `rows` are there, and nothing else. */
static inline bool store_holds(struct store *store, uint64_t rows)
{
	struct found found = store_found(store);
	return found.rows == rows && !found.gap && found.load == (rows > 0) &&
	       found.next_sequence == rows + 1;
}

#endif
