/* The folder of layers: many and large files, copies left by programs. */
#include "tests/config/home.h"

#include <time.h>

#define DROP "limber/limber.conf.d/"

static void too_many_files(void **state)
{
	struct home *home = *state;
	struct config *config = NULL;
	struct config_errors errors;
	for (int i = 0; i < 60; i++) {
		char name[64];
		snprintf(name, sizeof(name), DROP "%02d.conf", i);
		home_write(home, name, "");
	}
	home->layers.runtime = strdup("cap = 3;");
	assert_int_equal(config_load(&home->layers, &config, &errors), -EINVAL);
	char *lines = home_lines(home, &errors);
	assert_string_equal(lines, "~/limber/limber.conf.d: holds 60 files *.conf: at most 59\n");
	free(lines);
}

/* Copies are outdated, but sorted after the file. */
static void copies_are_ignored(void **state)
{
	static const char *const copies[] = {
		"a.sync-conflict-20260101-120000-ABCDEFG.conf",
		"a (Ann's conflicted copy 2026-01-01).conf",
		"a (conflicted copy 2026-01-01 120000).conf",
		"a (Case Conflict).conf",
		"a_conflict-20260101-120000.conf",
		"a.conflict.conf",
		"a (1).conf",
		"a(12).conf",
		".#a.conf",
		"#a.conf#",
		".a.conf.swp",
		"a.conf~",
		"a.conf.bak",
		"a.conf.orig",
		"a.conf.dpkg-old",
	};
	static const char *const files[] = { "a (x).conf", "conflict.conf", "a 1.conf",
					     ".90-limber.conf.new" };
	struct home *home = *state;
	struct config_errors passed = { 0 };
	struct rows rows = rows_begin(state);
	char name[128];
	for (size_t i = 0; i < ROWS(copies); i++) {
		snprintf(name, sizeof(name), DROP "%s", copies[i]);
		home_write(home, name, "gap = \"99min\";");
	}
	for (size_t i = 0; i < ROWS(files); i++) {
		snprintf(name, sizeof(name), DROP "%s", files[i]);
		home_write(home, name, "cap = 7;");
	}
	struct config *config = home_load(home);
	assert_string_equal(config_value_find(config, NULL, "gap")->is.value, "\"30min\"");
	assert_string_equal(config_value_find(config, NULL, "cap")->is.value, "7");
	config_free(config);
	config_ignored_files(&home->layers, &passed);
	char *lines = home_lines(home, &passed);
	for (size_t i = 0; i < ROWS(copies); i++) {
		snprintf(name, sizeof(name), DROP "%s: is not read", copies[i]);
		row_check(&rows, strstr(lines, name), "%s is not told", copies[i]);
	}
	for (size_t i = 0; i < ROWS(files); i++) {
		snprintf(name, sizeof(name), "/%s:", files[i]);
		row_check(&rows, !strstr(lines, name), "%s is told", files[i]);
	}
	free(lines);
	rows_end(&rows);
}

static clock_t load_time(struct home *home, struct config **ret, struct config_errors *errors)
{
	clock_t before = clock();
	assert_int_equal(config_load_start(&home->layers, ret, errors), 0);
	return clock() - before;
}

/* Errors above a limit are only counted; all bad files are skipped at once. */
static void many_bad_files(void **state)
{
	enum { FEW = 10, FILES = 50, KEYS = 500 };
	struct home *home = *state;
	struct config *config = NULL;
	struct config_errors errors;
	clock_t of_few = 0;
	char name[64], *text = calloc(KEYS, 16), wanted[64];
	assert_non_null(text);
	for (int i = 0, at = 0; i < KEYS; i++)
		at += sprintf(text + at, "bad%03d = 1;\n", i);
	home_write(home, DROP "z.conf", "cap = 7;");
	for (int i = 0; i < FILES; i++) {
		snprintf(name, sizeof(name), DROP "%02d.conf", i);
		home_write(home, name, text);
		if (i + 1 != FEW)
			continue;
		of_few = load_time(home, &config, &errors);
		config_errors_finish(&errors);
		config_free(config);
	}
	/* Five times as many; by the square it would be 25 times. */
	assert_true(load_time(home, &config, &errors) < 15 * of_few);
	assert_string_equal(config_value_find(config, NULL, "cap")->is.value, "7");
	snprintf(wanted, sizeof(wanted), "and %d more errors", FILES * KEYS - 100);
	assert_int_equal(errors.count, 101);
	assert_non_null(strstr(errors.lines[100], wanted));
	config_errors_finish(&errors);
	config_free(config);
	free(text);
}

/* The first ones are read. */
static void large_files(void **state)
{
	struct home *home = *state;
	struct config *config = NULL;
	struct config_errors errors;
	char name[64], *text = malloc(CONFIG_FILE_MAX + 1);
	assert_non_null(text);
	memset(text, '\n', CONFIG_FILE_MAX);
	text[CONFIG_FILE_MAX] = '\0';
	memcpy(text, "cap = 7;", 8);
	for (int i = 0; i < 6; i++) {
		snprintf(name, sizeof(name), DROP "%02d.conf", i);
		text[6] = (char)('2' + i);
		home_write(home, name, text);
	}
	assert_int_equal(config_load_start(&home->layers, &config, &errors), 0);
	assert_string_equal(config_value_find(config, NULL, "cap")->is.value, "5");
	char *lines = home_lines(home, &errors);
	assert_string_equal(lines,
			    "~/" DROP "04.conf: is left out: with it all files are over 4 MiB\n"
			    "~/" DROP "05.conf: is left out: with it all files are over 4 MiB\n");
	free(lines);
	config_free(config);
	free(text);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(too_many_files, home_make, home_remove),
		cmocka_unit_test_setup_teardown(copies_are_ignored, home_make, home_remove),
		cmocka_unit_test_setup_teardown(many_bad_files, home_make, home_remove),
		cmocka_unit_test_setup_teardown(large_files, home_make, home_remove),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
