/* What becomes of the folders on the way to a configuration file, and a watch that is moved. */
#include "tests/bus/watch_fixture.h"

#include <errno.h>
#include <limits.h>

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
	assert_int_equal(access(in(&f, "home"), F_OK), -1);
	assert_int_equal(watch_make_folder(in(&f, "home/limber/limber.conf")), 0);
	umask(before);
	assert_int_equal(mode_of(&f, "home"), 0700);
	assert_int_equal(mode_of(&f, "home/limber"), 0700);
	file_write(&f, "home/limber/limber.conf", "new");
	assert_int_equal(calls_later(&f), 1);
	fixture_finish(&f);
}

static void leaves_the_mode_of_a_folder(void **state)
{
	(void)state;
	struct fixture f;
	fixture_init(&f, true);
	assert_int_equal(chmod(in(&f, "home/limber"), 0755), 0);
	assert_int_equal(watch_make_folder(in(&f, "home/limber/limber.conf")), 0);
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

/* The folder becomes what cannot be watched; the watch is good again once it is pointed. */
static void says_once_that_it_is_lost(void **state)
{
	(void)state;
	struct fixture f;
	fixture_init(&f, true);
	for (int i = 1; i <= 2; i++) {
		tree_remove(&f, "home/limber");
		assert_int_equal(symlink("limber", in(&f, "home/limber")), 0);
		calls_later(&f);
		watch_look(f.watch);
		assert_int_equal(f.lost, i);
		assert_int_equal(f.error, -ELOOP);
		assert_int_equal(watch_error(f.watch), -ELOOP);
		assert_int_equal(unlink(in(&f, "home/limber")), 0);
		assert_int_equal(mkdir(in(&f, "home/limber"), 0700), 0);
		watch_look(f.watch);
		assert_int_equal(watch_error(f.watch), 0);
		file_write(&f, "home/limber/limber.conf", "new");
		assert_int_equal(calls(&f, QUIET), 1);
	}
	fixture_finish(&f);
}

static void on_changed_point(void *user, const char *name)
{
	(void)name;
	struct fixture *f = user;
	f->calls++;
	fixture_watch(f, f->calls % 2 ? "other/x" : "home/limber/limber.conf");
}

/* From its own callback, to and fro. */
static void is_pointed_elsewhere(void **state)
{
	(void)state;
	static const struct watch_events pointing = { .changed = on_changed_point,
						      .lost = on_lost };
	struct fixture f;
	fixture_init(&f, true);
	watch_free(f.watch);
	assert_int_equal(watch_new(&f.watch, f.event, &pointing, &f), 0);
	fixture_watch(&f, "home/limber/limber.conf");
	assert_int_equal(mkdir(in(&f, "other"), 0700), 0);
	for (int i = 0; i < 2; i++) {
		file_write(&f, "other/x", "old");
		assert_int_equal(calls(&f, 0), 0);
		file_write(&f, "home/limber/limber.conf", "new");
		assert_int_equal(calls(&f, 0), 1);
		file_write(&f, "home/limber/limber.conf", "new");
		assert_int_equal(calls(&f, 0), 0);
		file_write(&f, "other/x", "new");
		assert_int_equal(calls(&f, 0), 1);
	}
	assert_int_equal(f.lost, 0);
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
	};
	assert_int_equal(symlink("loop", in(&f, "loop")), 0);
	for (size_t i = 0; i < ROWS(cases); i++) {
		int r = watch_paths(f.watch, &cases[i].path, 1);
		row_check(&rows, r == cases[i].error, "\"%.40s\": %d, not %d", cases[i].path, r,
			  cases[i].error);
	}
	assert_int_equal(watch_make_folder(long_path), -ENAMETOOLONG);
	assert_int_equal(watch_make_folder(in(&f, "loop/x/y")), -ELOOP);
	fixture_finish(&f);
	assert_null(watch_free(NULL));
	rows_end(&rows);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(makes_the_missing_folders_private),
		cmocka_unit_test(leaves_the_mode_of_a_folder),
		cmocka_unit_test(finds_a_folder_made_again),
		cmocka_unit_test(finds_parents_made_again),
		cmocka_unit_test(follows_the_path_not_the_folder),
		cmocka_unit_test(goes_through_a_linked_folder),
		cmocka_unit_test(says_once_that_it_is_lost),
		cmocka_unit_test(is_pointed_elsewhere),
		cmocka_unit_test(refuses_what_it_cannot_watch),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
