/* Links on the way to a file: turned, chained, dangling, and what they lead to saved in place. */
#include "tests/bus/watch_fixture.h"

#include <errno.h>
#include <sys/resource.h>

static void link_make(const struct fixture *f, const char *target, const char *name)
{
	assert_int_equal(symlink(target, in(f, name)), 0);
}

/* As ln -sfn does it: another link is moved over it. */
static void link_turn(const struct fixture *f, const char *target, const char *name)
{
	link_make(f, target, "turned");
	file_move(f, "turned", name);
}

static void folder_make(const struct fixture *f, const char *name)
{
	assert_int_equal(mkdir(in(f, name), 0700), 0);
}

/* Folders, files with their contents, links with their targets. */
static const struct {
	const char *about;
	const char *before[4][2]; /* name, and text or target: "/" a folder, "@…" a link */
	const char *does[2];      /* the same, of what is done; a link is turned */
} rows_of_links[] = {
	{ "a link that is turned",
	  { { "home", "/" }, { "g1", "/" }, { "home/limber", "@../g1" } },
	  { "home/limber", "@../g2" } },
	{ "a link around it",
	  { { "g1", "/" }, { "g1/limber", "/" }, { "home", "@g1" } },
	  { "home", "@g2" } },
	{ "the file itself, saved in place",
	  { { "home", "/" },
	    { "home/limber", "/" },
	    { "dots", "old" },
	    { "home/limber/limber.conf", "@../../dots" } },
	  { "dots", "new" } },
	{ "the file itself, turned",
	  { { "home", "/" },
	    { "home/limber", "/" },
	    { "dots", "old" },
	    { "home/limber/limber.conf", "@../../dots" } },
	  { "home/limber/limber.conf", "@../../g2/limber.conf" } },
	{ "the file itself, dangling",
	  { { "home", "/" }, { "home/limber", "/" }, { "home/limber/limber.conf", "@../../dots" } },
	  { "dots", "new" } },
	{ "in the middle of a chain",
	  { { "home", "/" }, { "home/limber", "@../chain" }, { "chain", "@g1" }, { "g1", "/" } },
	  { "chain", "@g2" } },
};

static void put(const struct fixture *f, const char *const what[2])
{
	if (strcmp(what[1], "/") == 0)
		folder_make(f, what[0]);
	else if (what[1][0] == '@')
		link_turn(f, what[1] + 1, what[0]);
	else
		file_write(f, what[0], what[1]);
}

static void links_are_followed(void **state)
{
	struct rows rows = rows_begin(state);
	for (size_t i = 0; i < ROWS(rows_of_links); i++) {
		struct fixture f;
		fixture_init(&f, false);
		folder_make(&f, "g2");
		folder_make(&f, "g2/limber");
		file_write(&f, "g2/limber.conf", "new");
		file_write(&f, "g2/limber/limber.conf", "new");
		for (int j = 0; j < 4 && rows_of_links[i].before[j][0]; j++)
			put(&f, rows_of_links[i].before[j]);
		fixture_watch(&f, "home/limber/limber.conf");
		(void)calls(&f, 0);
		put(&f, rows_of_links[i].does);
		int told = calls_later(&f);
		row_check(&rows, told == 1, "%s: told %d times", rows_of_links[i].about, told);
		row_check(&rows, f.whole, "%s: not the new one", rows_of_links[i].about);
		row_check(&rows, f.lost == 0, "%s: lost", rows_of_links[i].about);
		fixture_finish(&f);
	}
	rows_end(&rows);
}

/* stow: each file of a folder is a link. */
static void targets_of_a_folder(void **state)
{
	(void)state;
	struct fixture f;
	fixture_init(&f, true);
	folder_make(&f, "dots");
	file_write(&f, "dots/a", "old");
	link_make(&f, "../../dots/a", "home/limber/10.conf");
	fixture_watch(&f, "home/limber/*.conf");
	file_write(&f, "dots/a", "new");
	assert_int_equal(calls_later(&f), 1);
	file_write(&f, "dots/new", "new");
	assert_int_equal(calls(&f, QUIET), 0);
	file_move(&f, "dots/new", "dots/a");
	assert_int_equal(calls_later(&f), 1);
	file_write(&f, "dots/a", "newer");
	assert_int_equal(calls_later(&f), 1);
	link_make(&f, "../../dots/b", "home/limber/20.conf");
	assert_int_equal(calls_later(&f), 1);
	file_write(&f, "dots/b", "new");
	assert_int_equal(calls_later(&f), 1);
	assert_int_equal(link(in(&f, "dots/b"), in(&f, "home/limber/30.conf")), 0);
	assert_int_equal(calls_later(&f), 1);
	tree_remove(&f, "home/limber/30.conf");
	assert_int_equal(calls_later(&f), 1);
	fixture_finish(&f);
}

/* What happens around a link or a folder of the way wakes nobody. */
static void others_are_not_heard(void **state)
{
	(void)state;
	struct fixture f;
	fixture_init(&f, true);
	link_make(&f, "home", "there");
	folder_make(&f, "other");
	fixture_watch(&f, "there/limber/limber.conf");
	loop_settle(f.event, QUIET);
	file_write(&f, "x", "1");
	file_write(&f, "home/y", "1");
	assert_int_equal(chmod(in(&f, "x"), 0600), 0);
	assert_int_equal(chmod(in(&f, "home/y"), 0600), 0);
	file_move(&f, "x", "other/x");
	tree_remove(&f, "home/y");
	assert_int_equal(sd_event_run(f.event, 0), 0);
	fixture_finish(&f);
}

/* No inotify instance is available: reported once; watching begins as soon as there is one. */
static void without_inotify(void **state)
{
	(void)state;
	struct fixture f;
	struct rlimit before, none = { 0 };
	fixture_init(&f, true);
	watch_free(f.watch);
	assert_int_equal(watch_new(&f.watch, f.event, &events, &f), 0);
	assert_int_equal(getrlimit(RLIMIT_NOFILE, &before), 0);
	none.rlim_max = before.rlim_max;
	assert_int_equal(setrlimit(RLIMIT_NOFILE, &none), 0);
	fixture_watch(&f, "home/limber/limber.conf");
	assert_int_equal(watch_error(f.watch), -EMFILE);
	watch_look(f.watch);
	assert_int_equal(setrlimit(RLIMIT_NOFILE, &before), 0);
	assert_int_equal(f.lost, 1);
	assert_int_equal(f.error, -EMFILE);
	file_write(&f, "home/limber/limber.conf", "new");
	assert_int_equal(calls(&f, QUIET), 0);
	watch_look(f.watch);
	assert_int_equal(f.calls, 1);
	assert_true(f.whole);
	assert_int_equal(watch_error(f.watch), 0);
	watch_look(f.watch);
	assert_int_equal(f.calls, 1);
	file_write(&f, "home/limber/limber.conf", "old");
	assert_int_equal(calls(&f, 0), 1);
	fixture_finish(&f);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(links_are_followed),
		cmocka_unit_test(targets_of_a_folder),
		cmocka_unit_test(others_are_not_heard),
		cmocka_unit_test(without_inotify),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
