/* Writes of editors and people to a configuration file, and how often the daemon is notified. */
#include "tests/bus/watch_fixture.h"

#include <fcntl.h>

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

/* No notification while the file is being written. */
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

/* A file that the program itself wrote goes before its events were read. */
static void told_of_an_own_file_that_went(void **state)
{
	struct fixture f;
	fixture_init(&f, true);
	assert_int_equal(unlink(in(&f, "home/limber/limber.conf")), 0);
	assert_int_equal(calls_later(&f), 1);
	file_write(&f, "home/limber/new", "new");
	file_move(&f, "home/limber/new", "home/limber/limber.conf");
	watch_note(f.watch);
	assert_int_equal(unlink(in(&f, "home/limber/limber.conf")), 0);
	assert_int_equal(calls(&f, QUIET), 1);
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

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(told_of_a_file_put_in_place),
		cmocka_unit_test(told_of_a_file_written_in_place),
		cmocka_unit_test(not_told_of_a_file_put_aside),
		cmocka_unit_test(told_of_a_file_that_went),
		cmocka_unit_test(told_of_an_own_file_that_went),
		cmocka_unit_test(told_once_of_a_burst),
		cmocka_unit_test(not_told_of_other_files),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
