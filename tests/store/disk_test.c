/*
 * A disk that is full, read-only or gone: an error, nothing lost, and a later save succeeds.
 *
 * Each case runs in a child: with a disk of its own (a small tmpfs in a namespace of mounts), as
 * nobody where root would be let through, with a limit on the size of files.
 */
#include "tests/child.h"
#include "tests/store/scratch.h"

#include <signal.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/wait.h>

static void disk_lock(const struct scratch *scratch)
{
	NEED(mount("tmpfs", scratch->base, "tmpfs", MS_REMOUNT | MS_RDONLY, NULL) == 0);
}

/* Fill the disk to the last byte. */
static void disk_fill(const struct scratch *scratch)
{
	char path[128];
	static const char block[4096];
	snprintf(path, sizeof(path), "%s/ballast", scratch->base);
	int fd = open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
	NEED(fd >= 0);
	while (write(fd, block, sizeof(block)) > 0)
		;
	NEED(errno == ENOSPC);
	close(fd);
}

static void disk_clear(const struct scratch *scratch)
{
	char path[128];
	snprintf(path, sizeof(path), "%s/ballast", scratch->base);
	NEED(unlink(path) == 0);
}

static int store_try(const struct scratch *scratch, struct store **ret)
{
	struct store_trouble trouble;
	*ret = NULL;
	int r = store_open(scratch->folder, ret, &trouble);
	return r;
}

/* Saves until one fails, `*rows` are in; its result. */
static int save_until_failure(struct store *store, uint64_t *rows)
{
	for (;;) {
		int r = record_saved(store, *rows + 1);
		if (r < 0 || *rows == 100)
			return r;
		++*rows;
	}
}

static void full_while_open(const struct scratch *scratch)
{
	struct store *store;
	uint64_t rows = 3;
	disk_mount(scratch->base, "size=1m");
	NEED(store_try(scratch, &store) == STORE_OK);
	for (uint64_t i = 1; i <= rows; i++)
		NEED(record_saved(store, i) == 0);
	disk_fill(scratch);
	NEED(save_until_failure(store, &rows) == -ENOSPC);
	NEED(record_saved(store, rows + 1) == -ENOSPC);
	NEED(store_holds(store, rows));
	disk_clear(scratch);
	NEED(record_saved(store, rows + 1) == 0);
	store_free(store);
	NEED(store_try(scratch, &store) == STORE_OK);
	NEED(store_holds(store, rows + 1));
	store_free(store);
}

enum { SECONDS = 1000 }; /* since 1970, when a store that waits is read */

/* After STORE_UNWRITABLE the state is loaded, if readable, but sequences continue from the seconds.
 */
static void waiting_check(struct store *store, bool there)
{
	static struct state state;
	struct moment saved;
	bool same_boot;
	int bad_parts;
	state_make(&state, 0);
	state.at.real.us = SECONDS * USEC_PER_SEC;
	NEED(store_load(store, BOOT, &state, &saved, &same_boot, &bad_parts) == there);
	NEED(state.next_sequence == SECONDS && bad_parts == 0);
	NEED(state.reminders[0].last.sequence == (there ? 1 : 0));
	NEED(!there || saved.real.us == 2000);
}

/* A full disk is not damage. */
static void full_before_opening(const struct scratch *scratch)
{
	struct store *store;
	disk_mount(scratch->base, "size=1m");
	NEED(store_try(scratch, &store) == STORE_OK);
	NEED(record_saved(store, 1) == 0);
	store_free(store);
	disk_fill(scratch);
	NEED(store_try(scratch, &store) == STORE_UNWRITABLE);
	waiting_check(store, true);
	NEED(record_saved(store, SECONDS) == -ENOSPC);
	disk_clear(scratch);
	NEED(record_saved(store, SECONDS) == 0);
	struct found found = store_found(store);
	NEED(found.load == 1 && found.rows == 2 && found.next_sequence == SECONDS + 1);
	store_free(store);
}

/* After a kill the last rows are in the log beside the file. */
static void read_only_and_killed(const struct scratch *scratch)
{
	struct store *store;
	disk_mount(scratch->base, "size=1m");
	pid_t child = fork();
	if (child == 0) {
		NEED(store_try(scratch, &store) == STORE_OK && record_saved(store, 1) == 0);
		raise(SIGKILL);
	}
	NEED(child > 0 && waitpid(child, NULL, 0) == child);
	disk_lock(scratch);
	NEED(store_try(scratch, &store) == STORE_UNWRITABLE);
	waiting_check(store, true);
	store_free(store);
}

static void full_before_the_first(const struct scratch *scratch)
{
	struct store *store, *second;
	disk_mount(scratch->base, "size=1m");
	disk_fill(scratch);
	NEED(store_try(scratch, &store) == STORE_UNWRITABLE);
	waiting_check(store, false);
	disk_clear(scratch);
	NEED(record_saved(store, 1) == 0);
	NEED(store_holds(store, 1));
	NEED(store_try(scratch, &second) == STORE_LOCKED);
	store_free(store);
}

static void read_only_disk(const struct scratch *scratch)
{
	struct store *store;
	disk_mount(scratch->base, "size=1m");
	NEED(store_try(scratch, &store) == STORE_OK);
	NEED(record_saved(store, 1) == 0);
	store_free(store);
	disk_lock(scratch);
	NEED(store_try(scratch, &store) == STORE_UNWRITABLE);
	waiting_check(store, true);
	NEED(record_saved(store, 2) == -EROFS);
	store_free(store);
}

static void read_only_and_fresh(const struct scratch *scratch)
{
	struct store *store;
	disk_mount(scratch->base, "size=1m");
	disk_lock(scratch);
	NEED(store_try(scratch, &store) == STORE_UNWRITABLE);
	waiting_check(store, false);
	store_free(store);
}

static void not_permitted(const struct scratch *scratch)
{
	static const struct {
		const char *path; /* below the scratch folder */
		mode_t forbidden, permitted;
		int opened;
	} cases[] = {
		{ "state/limber", 0500, 0700, STORE_UNWRITABLE },
		{ "state", 0000, 0700, STORE_UNWRITABLE },
		{ "state/limber/limber.db", 0400, 0600, STORE_UNWRITABLE },
		{ "state/limber/limber.db", 0000, 0600, STORE_UNWRITABLE },
		{ "state/limber/limber.lock", 0400, 0600, STORE_UNWRITABLE },
	};
	struct store *store;
	NEED(geteuid() != 0 || (chown(scratch->base, NOBODY, NOBODY) == 0 && setuid(NOBODY) == 0));
	NEED(store_try(scratch, &store) == STORE_OK);
	NEED(record_saved(store, 1) == 0);
	store_free(store);
	for (size_t i = 0; i < ROWS(cases); i++) {
		char path[128];
		snprintf(path, sizeof(path), "%s/%s", scratch->base, cases[i].path);
		NEED(chmod(path, cases[i].forbidden) == 0);
		int r = store_try(scratch, &store);
		store_free(store);
		if (r != cases[i].opened)
			fprintf(stderr, "%s %o: %d\n", cases[i].path, cases[i].forbidden, r);
		NEED(r == cases[i].opened);
		NEED(chmod(path, cases[i].permitted) == 0);
	}
	NEED(store_try(scratch, &store) == STORE_OK);
	NEED(store_holds(store, 1));
	store_free(store);
}

static void limited(const struct scratch *scratch)
{
	struct store *store;
	uint64_t rows = 0;
	struct rlimit limit, free;
	signal(SIGXFSZ, SIG_IGN);
	NEED(getrlimit(RLIMIT_FSIZE, &free) == 0);
	NEED(store_try(scratch, &store) == STORE_OK);
	limit = free;
	limit.rlim_cur = 100000; /* of the log, which is some 260 kB before it is used again */
	NEED(setrlimit(RLIMIT_FSIZE, &limit) == 0);
	NEED(save_until_failure(store, &rows) < 0); /* -EIO or -EFBIG, by the version of SQLite */
	NEED(rows > 0 && store_holds(store, rows));
	NEED(setrlimit(RLIMIT_FSIZE, &free) == 0);
	NEED(record_saved(store, rows + 1) == 0);
	NEED(store_holds(store, rows + 1));
	store_free(store);
}

static void deleted(const struct scratch *scratch)
{
	struct store *store, *second;
	NEED(store_try(scratch, &store) == STORE_OK);
	NEED(record_saved(store, 1) == 0);
	tree_remove(scratch->folder);
	NEED(record_saved(store, 2) == 0);
	/* The state and the new row are in a store made again, under its lock. */
	struct found found = store_found(store);
	NEED(found.load == 1 && found.rows == 1 && found.next_sequence == 3);
	NEED(store_try(scratch, &second) == STORE_LOCKED);
	NEED(unlink(scratch_path(scratch, "limber.db")) == 0);
	NEED(record_saved(store, 3) == 0);
	store_free(store);
	NEED(store_try(scratch, &store) == STORE_OK);
	found = store_found(store);
	NEED(found.load == 1 && found.rows == 1 && found.next_sequence == 4);
	store_free(store);
}

static void deleted_and_in_the_way(const struct scratch *scratch)
{
	struct store *store;
	char state[128];
	snprintf(state, sizeof(state), "%s/state", scratch->base);
	NEED(store_try(scratch, &store) == STORE_OK);
	tree_remove(state);
	file_write(state, "", 0);
	NEED(record_saved(store, 1) == -ENOTDIR);
	NEED(record_saved(store, 1) == -ENOTDIR);
	NEED(unlink(state) == 0);
	NEED(record_saved(store, 1) == 0);
	NEED(store_holds(store, 1));
	store_free(store);
}

#define CASE(name)                                                                                 \
	static void name##_test(void **state)                                                      \
	{                                                                                          \
		child_run(name, *state);                                                           \
	}
CASE(full_while_open)
CASE(full_before_opening)
CASE(read_only_and_killed)
CASE(full_before_the_first)
CASE(read_only_disk)
CASE(read_only_and_fresh)
CASE(not_permitted)
CASE(limited)
CASE(deleted)
CASE(deleted_and_in_the_way)

int main(void)
{
#define TEST(name)                                                                                 \
	{                                                                                          \
#name, name##_test, scratch_make, scratch_remove, NULL                             \
	}
	const struct CMUnitTest tests[] = {
		TEST(full_while_open),
		TEST(full_before_opening),
		TEST(read_only_and_killed),
		TEST(full_before_the_first),
		TEST(read_only_disk),
		TEST(read_only_and_fresh),
		TEST(not_permitted),
		TEST(limited),
		TEST(deleted),
		TEST(deleted_and_in_the_way),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
