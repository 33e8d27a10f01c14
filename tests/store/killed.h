/* Stores of some rows, with a clean end and with none. */
#ifndef LIMBER_KILLED_H
#define LIMBER_KILLED_H

#include "tests/store/scratch.h"

#include <signal.h>
#include <sys/wait.h>

static inline void rows_save(struct store *store, uint64_t first, uint64_t last)
{
	for (uint64_t i = first; i <= last; i++)
		assert_int_equal(record_saved(store, i), 0);
}

/* In one transaction. */
static inline void rows_save_at_once(struct store *store, uint64_t first, uint64_t last)
{
	static struct record records[2000];
	static struct state is;
	int count = 0;
	for (uint64_t i = first; i <= last; i++)
		records[count++] = record_make(i);
	state_make(&is, last);
	assert_int_equal(store_save(store, BOOT, &is, records, count), 0);
}

static inline void good_make(const struct scratch *scratch, uint64_t count)
{
	struct store *store = store_opened(scratch, STORE_OK);
	rows_save_at_once(store, 1, count);
	store_free(store);
}

/* As kill -9 leaves it. */
static inline void killed_make(const struct scratch *scratch, uint64_t first, uint64_t last)
{
	pid_t child = fork();
	assert_true(child >= 0);
	if (child == 0) {
		struct store *store = store_opened(scratch, STORE_OK);
		if (last - first < 100)
			rows_save(store, first, last);
		else
			rows_save_at_once(store, first, last);
		raise(SIGKILL);
	}
	assert_int_equal(waitpid(child, NULL, 0), child);
}

#endif
