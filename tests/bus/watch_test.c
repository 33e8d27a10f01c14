/* What editors and people do to a configuration file, and how often the daemon is told. */
#include "tests/rows.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "daemon/watch.h"
#include "tests/bus/loop.h"

/* Longer than the file is given to come back. */
#define QUIET UINT64_C(300000)

struct fixture {
	sd_event *event;
	struct watch *watch;
	char root[32];
	int calls;
	bool whole; /* what the file said at the last call: "new", not "" or nothing */
};

static const char *in(const struct fixture *f, const char *name)
{
	static char paths[2][128];
	static int turn;
	char *path = paths[turn = !turn];
	snprintf(path, sizeof(paths[0]), "%s/%s", f->root, name);
	return path;
}

static void on_changed(void *user)
{
	struct fixture *f = user;
	char text[8] = "";
	FILE *file = fopen(in(f, "home/limber/limber.conf"), "r");
	f->calls++;
	f->whole = file && fgets(text, sizeof(text), file) && strcmp(text, "new") == 0;
	if (file)
		fclose(file);
}

static void file_write(const struct fixture *f, const char *name, const char *text)
{
	FILE *file = fopen(in(f, name), "w");
	assert_non_null(file);
	fputs(text, file);
	assert_int_equal(fclose(file), 0);
}

static void file_move(const struct fixture *f, const char *from, const char *to)
{
	assert_int_equal(rename(in(f, from), in(f, to)), 0);
}

static void tree_remove(const struct fixture *f, const char *name)
{
	char command[192];
	snprintf(command, sizeof(command), "rm -rf -- '%s'", in(f, name));
	assert_int_equal(system(command), 0);
}

/* home/limber/limber.conf, watched; with `there` the file exists before. */
static void fixture_init(struct fixture *f, bool there)
{
	memset(f, 0, sizeof(*f));
	strcpy(f->root, "/tmp/watch_test.XXXXXX");
	assert_non_null(mkdtemp(f->root));
	assert_true(sd_event_new(&f->event) >= 0);
	if (there) {
		assert_int_equal(mkdir(in(f, "home"), 0700), 0);
		assert_int_equal(mkdir(in(f, "home/limber"), 0700), 0);
		file_write(f, "home/limber/limber.conf", "old");
	}
	assert_int_equal(
		watch_new(&f->watch, f->event, in(f, "home/limber/limber.conf"), on_changed, f), 0);
}

static void fixture_finish(struct fixture *f)
{
	assert_null(watch_free(f->watch));
	sd_event_unref(f->event);
	tree_remove(f, "");
}

/* How often it was told of what was done since the last time: in `quiet` microseconds of calm. */
static int calls(struct fixture *f, uint64_t quiet)
{
	int before = f->calls;
	loop_settle(f->event, quiet);
	return f->calls - before;
}

/* The same once it was told at all, be it only after a time. */
static int calls_later(struct fixture *f)
{
	int before = f->calls;
	loop_until(f->event, &f->calls, before + 1);
	loop_settle(f->event, 0);
	return f->calls - before;
}

static void told_of_a_file_put_in_place(void **state)
{
	(void)state;
	struct fixture f;
	fixture_init(&f, true);
	file_write(&f, "home/limber/.limber.conf.tmp", "new");
	assert_int_equal(calls(&f, QUIET), 0);
	file_move(&f, "home/limber/.limber.conf.tmp", "home/limber/limber.conf");
	assert_int_equal(calls(&f, 0), 1);
	assert_true(f.whole);
	fixture_finish(&f);
}

/* Nothing is said while it is being written. */
static void told_of_a_file_written_in_place(void **state)
{
	(void)state;
	struct fixture f;
	fixture_init(&f, true);
	int fd = open(in(&f, "home/limber/limber.conf"), O_WRONLY | O_TRUNC | O_CLOEXEC);
	assert_int_equal(write(fd, "ne", 2), 2);
	assert_int_equal(calls(&f, QUIET), 0);
	assert_int_equal(write(fd, "w", 1), 1);
	close(fd);
	assert_int_equal(calls(&f, 0), 1);
	assert_true(f.whole);
	fixture_finish(&f);
}

/* As vim does: the old one aside, a new one written, the old one removed. The daemon may look
 * after each step. */
static void not_told_of_a_file_put_aside(void **state)
{
	(void)state;
	struct fixture f;
	fixture_init(&f, true);
	file_move(&f, "home/limber/limber.conf", "home/limber/limber.conf~");
	assert_int_equal(calls(&f, 0), 0);
	file_write(&f, "home/limber/limber.conf", "new");
	assert_int_equal(calls(&f, 0), 1);
	assert_true(f.whole);
	assert_int_equal(unlink(in(&f, "home/limber/limber.conf~")), 0);
	assert_int_equal(calls(&f, QUIET), 0);
	fixture_finish(&f);
}

static void told_of_a_file_that_went(void **state)
{
	(void)state;
	struct fixture f;
	fixture_init(&f, true);
	assert_int_equal(unlink(in(&f, "home/limber/limber.conf")), 0);
	assert_int_equal(calls(&f, 0), 0);
	assert_int_equal(calls_later(&f), 1);
	file_write(&f, "home/limber/limber.conf", "new");
	assert_int_equal(calls(&f, 0), 1);
	file_move(&f, "home/limber/limber.conf", "home/limber/away");
	assert_int_equal(calls_later(&f), 1);
	assert_int_equal(calls(&f, QUIET), 0);
	fixture_finish(&f);
}

static void told_once_of_a_burst(void **state)
{
	(void)state;
	struct fixture f;
	fixture_init(&f, true);
	for (int i = 0; i < 20; i++) {
		file_write(&f, "home/limber/limber.conf", "old");
		file_write(&f, "home/limber/other", "x");
		file_write(&f, "home/limber/.tmp", "new");
		file_move(&f, "home/limber/.tmp", "home/limber/limber.conf");
	}
	assert_int_equal(calls(&f, QUIET), 1);
	assert_true(f.whole);
	fixture_finish(&f);
}

static void not_told_of_other_files(void **state)
{
	(void)state;
	struct fixture f;
	char text[8];
	fixture_init(&f, true);
	file_write(&f, "home/limber/limber.conf.swp", "x");
	file_write(&f, "home/limber/limber", "x");
	assert_int_equal(mkdir(in(&f, "home/limber/limber.conf.d"), 0700), 0);
	FILE *file = fopen(in(&f, "home/limber/limber.conf"), "r");
	assert_non_null(fgets(text, sizeof(text), file));
	fclose(file);
	assert_int_equal(calls(&f, QUIET), 0);
	fixture_finish(&f);
}

static mode_t mode_of(const struct fixture *f, const char *name)
{
	struct stat is;
	assert_int_equal(stat(in(f, name), &is), 0);
	return is.st_mode & 07777;
}

static void makes_the_missing_folders_private(void **state)
{
	(void)state;
	struct fixture f;
	mode_t before = umask(0);
	fixture_init(&f, false);
	umask(before);
	assert_int_equal(mode_of(&f, "home"), 0700);
	assert_int_equal(mode_of(&f, "home/limber"), 0700);
	file_write(&f, "home/limber/limber.conf", "new");
	assert_int_equal(calls(&f, 0), 1);
	fixture_finish(&f);
}

static void leaves_the_mode_of_a_folder(void **state)
{
	(void)state;
	struct fixture f;
	fixture_init(&f, true);
	assert_int_equal(chmod(in(&f, "home/limber"), 0755), 0);
	watch_free(f.watch);
	assert_int_equal(
		watch_new(&f.watch, f.event, in(&f, "home/limber/limber.conf"), on_changed, &f), 0);
	assert_int_equal(mode_of(&f, "home/limber"), 0755);
	fixture_finish(&f);
}

static void finds_a_folder_made_again(void **state)
{
	(void)state;
	struct fixture f;
	fixture_init(&f, true);
	for (int i = 0; i < 3; i++) {
		tree_remove(&f, "home/limber");
		assert_int_equal(calls_later(&f), 1);
		assert_int_equal(access(in(&f, "home/limber"), F_OK), -1);
		assert_int_equal(mkdir(in(&f, "home/limber"), 0700), 0);
		calls(&f, 0);
		file_write(&f, "home/limber/limber.conf", "new");
		assert_int_equal(calls(&f, 0), 1);
		assert_true(f.whole);
		file_write(&f, "home/limber/limber.conf", "old");
		assert_int_equal(calls(&f, 0), 1);
	}
	fixture_finish(&f);
}

static void finds_parents_made_again(void **state)
{
	(void)state;
	struct fixture f;
	fixture_init(&f, true);
	tree_remove(&f, "home");
	assert_int_equal(calls_later(&f), 1);
	assert_int_equal(mkdir(in(&f, "home"), 0700), 0);
	assert_int_equal(calls(&f, QUIET), 0);
	assert_int_equal(mkdir(in(&f, "home/limber"), 0700), 0);
	file_write(&f, "home/limber/limber.conf", "new");
	assert_int_equal(calls_later(&f), 1);
	assert_true(f.whole);
	assert_int_equal(calls(&f, QUIET), 0);
	file_write(&f, "home/limber/limber.conf", "old");
	assert_int_equal(calls(&f, 0), 1);
	fixture_finish(&f);
}

/* The watch must not go away with the folder that was moved, and another in its place counts. */
static void follows_the_path_not_the_folder(void **state)
{
	(void)state;
	struct fixture f;
	fixture_init(&f, true);
	assert_int_equal(mkdir(in(&f, "other"), 0700), 0);
	file_write(&f, "other/limber.conf", "new");
	file_move(&f, "home/limber", "home/limber.old");
	file_move(&f, "other", "home/limber");
	assert_int_equal(calls(&f, QUIET), 1);
	assert_true(f.whole);
	file_write(&f, "home/limber.old/limber.conf", "old");
	assert_int_equal(calls(&f, QUIET), 0);
	file_write(&f, "home/limber/limber.conf", "new");
	assert_int_equal(calls(&f, 0), 1);
	fixture_finish(&f);
}

/* Dotfiles: the folder is a link. */
static void goes_through_a_linked_folder(void **state)
{
	(void)state;
	struct fixture f;
	fixture_init(&f, true);
	file_move(&f, "home/limber", "dotfiles");
	assert_int_equal(calls_later(&f), 1);
	assert_int_equal(symlink("../dotfiles", in(&f, "home/limber")), 0);
	assert_int_equal(calls_later(&f), 1);
	file_write(&f, "dotfiles/limber.conf", "new");
	assert_int_equal(calls(&f, 0), 1);
	assert_true(f.whole);
	fixture_finish(&f);
}

static void refuses_what_it_cannot_watch(void **state)
{
	struct rows rows = rows_begin(state);
	struct fixture f;
	char long_path[PATH_MAX + 20];
	fixture_init(&f, true);
	memset(long_path, 'x', sizeof(long_path));
	long_path[0] = '/';
	long_path[sizeof(long_path) - 1] = '\0';
	const struct {
		const char *path;
		int error;
	} cases[] = {
		{ "limber.conf", -EINVAL },
		{ "", -EINVAL },
		{ "/tmp/", -EINVAL },
		{ long_path, -ENAMETOOLONG },
		{ in(&f, "home/limber/limber.conf/x/y"), -ENOTDIR },
	};
	for (size_t i = 0; i < ROWS(cases); i++) {
		struct watch *watch = NULL;
		int r = watch_new(&watch, f.event, cases[i].path, on_changed, &f);
		row_check(&rows, r == cases[i].error && !watch, "\"%.40s\": %d, not %d",
			  cases[i].path, r, cases[i].error);
	}
	fixture_finish(&f);
	assert_null(watch_free(NULL));
	rows_end(&rows);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(told_of_a_file_put_in_place),
		cmocka_unit_test(told_of_a_file_written_in_place),
		cmocka_unit_test(not_told_of_a_file_put_aside),
		cmocka_unit_test(told_of_a_file_that_went),
		cmocka_unit_test(told_once_of_a_burst),
		cmocka_unit_test(not_told_of_other_files),
		cmocka_unit_test(makes_the_missing_folders_private),
		cmocka_unit_test(leaves_the_mode_of_a_folder),
		cmocka_unit_test(finds_a_folder_made_again),
		cmocka_unit_test(finds_parents_made_again),
		cmocka_unit_test(follows_the_path_not_the_folder),
		cmocka_unit_test(goes_through_a_linked_folder),
		cmocka_unit_test(refuses_what_it_cannot_watch),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
