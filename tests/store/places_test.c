/*
 * Stores in unusual places: disks that fail a read, file systems without locks or shared memory,
 * files with permissions for others. SQLite's system calls are replaced with its test hook, ours
 * with functions of the same name.
 */
#include "tests/store/killed.h"

#include <dlfcn.h>
#include <signal.h>
#include <stdarg.h>
#include <sys/file.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/wait.h>

#include "store/inside.h"

static int reads, bad_read, bad_reads; /* so many from bad_read on fail, counted from 1 */
static bool no_locks, no_flock, no_mmap;

static ssize_t read_at(int fd, void *bytes, size_t size, off_t at)
{
	int n = ++reads;
	if (bad_read > 0 && n >= bad_read && n < bad_read + bad_reads) {
		errno = EIO;
		return -1;
	}
	return pread(fd, bytes, size, at);
}

static void *map(void *at, size_t size, int protection, int flags, int fd, off_t from)
{
	if (no_mmap && fd >= 0) {
		errno = ENODEV;
		return MAP_FAILED;
	}
	return mmap(at, size, protection, flags, fd, from);
}

/* Of the store and of SQLite. */
int fcntl(int fd, int command, ...)
{
	static int (*real)(int, int, ...);
	va_list list;
	va_start(list, command);
	void *argument = va_arg(list, void *);
	va_end(list);
	bool lock = command == F_SETLK || command == F_SETLKW || command == F_GETLK ||
		    command == F_OFD_SETLK;
	if (no_locks && lock) {
		errno = ENOLCK;
		return -1;
	}
	if (!real)
		*(void **)&real = dlsym(RTLD_NEXT, "fcntl");
	return real(fd, command, argument);
}

int flock(int fd, int operation)
{
	static int (*real)(int, int);
	if (no_flock) {
		errno = EOPNOTSUPP;
		return -1;
	}
	if (!real)
		*(void **)&real = dlsym(RTLD_NEXT, "flock");
	return real(fd, operation);
}

static void calls_replace(void)
{
	sqlite3_vfs *const vfs[] = { sqlite3_vfs_find(NULL), sqlite3_vfs_find("unix-none") };
	for (int i = 0; i < 2; i++) {
		vfs[i]->xSetSystemCall(vfs[i], "pread", (sqlite3_syscall_ptr)read_at);
		vfs[i]->xSetSystemCall(vfs[i], "pread64", (sqlite3_syscall_ptr)read_at);
		vfs[i]->xSetSystemCall(vfs[i], "mmap", (sqlite3_syscall_ptr)map);
		vfs[i]->xSetSystemCall(vfs[i], "fcntl", (sqlite3_syscall_ptr)fcntl);
	}
}

static void calls_restore(void)
{
	reads = bad_read = bad_reads = 0;
	no_locks = no_flock = no_mmap = false;
}

static bool nothing_moved(const struct scratch *scratch, const struct store *store)
{
	return !store_moved(store) &&
	       access(scratch_path(scratch, "limber.db.damaged-1"), F_OK) < 0;
}

static int loaded(struct store *store)
{
	static struct state is;
	struct moment saved;
	bool same_boot;
	int bad_parts;
	state_make(&is, 0);
	return store_load(store, BOOT, &is, &saved, &same_boot, &bad_parts);
}

/* Never reported as damage, and the rows are kept. */
static void bad_reads_try(struct rows *rows, const struct scratch *scratch, int n, int times)
{
	struct store_trouble trouble;
	struct store *store = NULL;
	bad_read = n, bad_reads = times;
	int r = store_open(scratch->folder, &store, &trouble);
	int load = store ? loaded(store) : 0;
	/* The next save reads what failed before. */
	calls_restore();
	bool same = store && nothing_moved(scratch, store) && store_holds(store, 60);
	bool once = times > 1 || (r == STORE_OK && load == 1);
	row_check(rows, same && once && (load == 1 || load < 0), "read %d, %d times: %d, %d%s", n,
		  times, r, load, same ? "" : ", not the same");
	store_free(store);
}

static void a_failed_read_is_not_damage(void **state)
{
	const struct scratch *scratch = *state;
	struct rows rows = rows_begin(state);
	good_make(scratch, 60);
	store_free(store_opened(scratch, STORE_OK));
	calls_restore();
	struct store *store = store_opened(scratch, STORE_OK);
	assert_int_equal(loaded(store), 1);
	int last = reads;
	store_free(store);
	assert_true(last > 3);
	for (int n = 1; n <= last; n++)
		for (int times = 1; times <= 5; times++)
			bad_reads_try(&rows, scratch, n, times);
	rows_end(&rows);
}

static void a_disk_that_does_not_read(void **state)
{
	const struct scratch *scratch = *state;
	good_make(scratch, 3);
	bad_read = 1, bad_reads = 1000000;
	struct store *store = store_opened(scratch, STORE_UNWRITABLE);
	assert_true(loaded(store) < 0);
	assert_true(record_saved(store, 4) < 0);
	assert_true(nothing_moved(scratch, store));
	calls_restore();
	assert_int_equal(record_saved(store, 4), 0);
	assert_true(store_holds(store, 4));
	store_free(store);
}

static const struct {
	const char *what;
	bool no_locks, no_flock, no_mmap;
} places[] = {
	{ "no shared memory", false, false, true },
	{ "no locks", true, false, false },
	{ "no locks of any kind", true, true, false },
	{ "neither locks nor shared memory", true, true, true },
};

static void place_set(size_t i)
{
	no_locks = places[i].no_locks;
	no_flock = places[i].no_flock;
	no_mmap = places[i].no_mmap;
}

/* Fresh, with what a killed owner left in a log, beside a reader, and in a good place again. */
static void a_store_in_any_place(void **state)
{
	struct rows rows = rows_begin(state);
	for (size_t i = 0; i < ROWS(places); i++) {
		struct scratch scratch;
		struct store *store, *reader = NULL;
		scratch_init(&scratch);
		if (i % 2)
			killed_make(&scratch, 1, 3);
		place_set(i);
		store = store_opened(&scratch, STORE_OK);
		bool unshared = store_is_unshared(store);
		rows_save(store, i % 2 ? 4 : 1, 5);
		bool held = store_holds(store, 5);
		int r = store_open_to_read(scratch.folder, &reader);
		bool read = r == 0 && store_is_unshared(reader) && store_holds(reader, 5);
		rows_save(store, 6, 7);
		read = read && store_holds(reader, 7);
		store_free(reader);
		store_free(store);
		calls_restore();
		store = store_opened(&scratch, STORE_OK);
		bool again = store_holds(store, 7) && !store_is_unshared(store);
		store_free(store);
		row_check(&rows, unshared && held && read && again, "%s: %d%d%d%d, %d",
			  places[i].what, unshared, held, read, again, r);
		tree_remove(scratch.base);
	}
	rows_end(&rows);
}

/* The owner is this process itself. Without any locks that is not detected. */
static void a_second_owner_without_locks(void **state)
{
	const struct scratch *scratch = *state;
	no_locks = true;
	struct store *store = store_opened(scratch, STORE_OK);
	store_opened(scratch, STORE_LOCKED);
	store_free(store);
	store_free(store_opened(scratch, STORE_OK));
	calls_restore();
}

/* A child that is called limberd has the store open until it is killed. */
static pid_t limberd_start(const struct scratch *scratch)
{
	int ends[2];
	char byte = 0;
	assert_int_equal(pipe2(ends, O_CLOEXEC), 0);
	pid_t child = fork();
	assert_true(child >= 0);
	if (child == 0) {
		struct store *store = NULL;
		struct store_trouble trouble;
		prctl(PR_SET_NAME, "limberd");
		if (store_open(scratch->folder, &store, &trouble) != STORE_OK ||
		    write(ends[1], &byte, 1) != 1)
			_exit(1);
		for (;;)
			pause();
	}
	close(ends[1]);
	assert_int_equal(read(ends[0], &byte, 1), 1);
	close(ends[0]);
	return child;
}

/* Without locks nobody writes many rows while limberd has the store open, since before or now. */
static void writing_beside_without_locks(void **state)
{
	struct rows rows = rows_begin(state);
	for (size_t i = 0; i < ROWS(places); i++) {
		if (!places[i].no_locks)
			continue;
		struct scratch scratch;
		struct store *early = NULL, *late = NULL;
		struct record row = record_make(1);
		struct history_query all = HISTORY_ALL;
		struct store_imported sum = { 0 };
		scratch_init(&scratch);
		place_set(i);
		assert_int_equal(store_open_beside(scratch.folder, &early), 0);
		pid_t limberd = limberd_start(&scratch);
		const int r[] = { store_open_beside(scratch.folder, &late),
				  store_import(early, &other_store, &row, 1, &sum),
				  store_forget(early, &all) };
		bool owned = store_is_owned(early);
		kill(limberd, SIGKILL);
		waitpid(limberd, NULL, 0);
		bool after = store_import(early, &other_store, &row, 1, &sum) == 0;
		row_check(&rows,
			  r[0] == -ENOLCK && r[1] == -ENOLCK && r[2] == -ENOLCK && owned && after &&
				  !store_is_owned(early),
			  "%s: %d %d %d, %d %d", places[i].what, r[0], r[1], r[2], owned, after);
		store_free(late);
		store_free(early);
		calls_restore();
		tree_remove(scratch.base);
	}
	rows_end(&rows);
}

static mode_t mode_of(const char *path)
{
	struct stat is;
	return stat(path, &is) == 0 ? is.st_mode & 07777 : 0;
}

static void permissions_of_others_are_removed(void **state)
{
	const struct scratch *scratch = *state;
	static const char *const files[] = { "", "limber.db", "limber.db-wal", "limber.db-shm" };
	struct rows rows = rows_begin(state);
	killed_make(scratch, 1, 3);
	for (size_t i = 0; i < ROWS(files); i++)
		assert_int_equal(chmod(scratch_path(scratch, files[i]), i ? 0644 : 0755), 0);
	struct store *store = store_opened(scratch, STORE_OK);
	rows_save(store, 4, 4);
	for (size_t i = 0; i < ROWS(files); i++) {
		mode_t mode = mode_of(scratch_path(scratch, files[i]));
		row_check(&rows, mode == (i ? 0600 : 0700), "\"%s\": %o", files[i], mode);
	}
	store_free(store);
	rows_end(&rows);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, scratch_make, scratch_remove)
	const struct CMUnitTest tests[] = {
		TEST(a_failed_read_is_not_damage),
		TEST(a_disk_that_does_not_read),
		cmocka_unit_test(a_store_in_any_place),
		TEST(a_second_owner_without_locks),
		cmocka_unit_test(writing_beside_without_locks),
		TEST(permissions_of_others_are_removed),
	};
	calls_replace();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
