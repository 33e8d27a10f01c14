/* Errors begin with the whole key: "reminders.desk.every", for each key and each form of a value.
 */
#include "config/keys.h"
#include "tests/config/home.h"

static char long_value[CHANGE_VALUE_MAX + 2];

/* Values that are wrong for most keys, and how they are wrong. */
static const char *const wrong[] = {
	"banana", "-5",       "1000000",  "5", "[ \"a\"", "\"a\"; gap = \"1min\"",
	"[ 1 ]",  "\"a\\x\"", long_value,
};

static bool begins(const char *text, const char *start)
{
	return strncmp(text, start, strlen(start)) == 0;
}

/* True if the line begins with a whole key: that of a reminder, or one of the top level. */
static bool has_key(const char *line)
{
	if (begins(line, "reminders.desk."))
		return true;
	for (const struct field *key = keys_plan; key->name; key++)
		if (begins(line, key->name) && strchr(".: ", line[strlen(key->name)]))
			return true;
	return false;
}

/* The first error is about the key itself; others may be about keys that depend on it. */
static void check(struct rows *rows, const char *reminder, const char *key, const char *value)
{
	struct home *home = home_new();
	struct config_change change = { reminder, key, value };
	struct config_changed changed = { .config = NULL };
	struct config_errors errors = { .count = 0 };
	char whole[128];
	snprintf(whole, sizeof(whole), "%s%s", reminder ? "reminders.desk." : "", key);
	if (change_set(&home->layers, true, &change, 1, &changed, &errors) < 0)
		row_check(rows, errors.count > 0 && begins(errors.lines[0], whole),
			  "%s = %.40s: %s", whole, value, errors.lines[0]);
	for (size_t i = 0; i < errors.count; i++)
		row_check(rows, has_key(errors.lines[i]), "%s = %.40s: %s", whole, value,
			  errors.lines[i]);
	config_errors_finish(&errors);
	config_changed_finish(&changed);
	home_free(home);
}

static void keys_of_commands(void **state)
{
	struct rows rows = rows_begin(state);
	memset(long_value, 'x', sizeof(long_value) - 1);
	for (size_t i = 0; i < ROWS(wrong); i++) {
		for (const struct field *key = keys_reminder; key->name; key++)
			check(&rows, "desk", key->name, wrong[i]);
		for (const struct field *key = keys_plan; key->name; key++)
			check(&rows, NULL, key->name, wrong[i]);
		check(&rows, NULL, "health.kidney", wrong[i]);
	}
	rows_end(&rows);
}

/* A file: its name and line come before the key. */
static void keys_of_files(void **state)
{
	static const char *const values[] = { "\"banana\"", "-5",        "1.5",      "[ ]",
					      "{ x = 1; }", "[ \"a\" ]", "[ 1, 2 ]", "( )" };
	struct rows rows = rows_begin(state);
	char text[160], start[80];
	for (size_t i = 0; i < ROWS(values); i++)
		for (const struct field *key = keys_reminder; key->name; key++) {
			struct config *config;
			snprintf(text, sizeof(text), "reminders : { desk : { %s = %s; }; };",
				 key->name, values[i]);
			snprintf(start, sizeof(start), "f:1: reminders.desk.%s: ", key->name);
			char *lines = load(text, strlen(text), &config);
			row_check(&rows,
				  !*lines || begins(lines, start) ||
					  begins(lines, "f:1: reminders.desk: "),
				  "%s\n  %s", text, lines);
			free(lines);
			config_free(config);
		}
	rows_end(&rows);
}

/* The key of a change that is refused before its value is read. */
static void keys_that_are_refused(void **state)
{
	static const struct {
		const char *reminder, *key, *value, *line;
	} table[] = {
		{ "desk", "gap = \"1min\"; cap", "3",
		  "reminders.desk.\"gap = \"1min\"; cap\" cannot be set\n" },
		{ "desk", "hours", "[ \"8:00-9:00\" ]; gap = \"5min\"",
		  "reminders.desk.hours: \"[ \"8:00-9:00\" ]; gap = \"5min\"\" is more than one "
		  "value\n" },
		{ "desk", "title", "\"a\" b\"",
		  "reminders.desk.title: a text stands where none can be: write KEY = "
		  "\"TEXT\";\n" },
		{ "desk", "every", NULL, "reminders.desk.every was not set by a command\n" },
		{ "desk", "evry", NULL,
		  "reminders.desk.evry is not known here; the nearest is \"every\"\n" },
		{ "no/name", "x y", NULL,
		  "reminders.\"no/name\".\"x y\" was not set by a command\n" },
		{ NULL, "health.kidney", "maybe",
		  "health.kidney: found \"maybe\": write true or false\n" },
		{ NULL, "health.kidney", "2026-11-22",
		  "health.kidney: does not end by itself: write true or false\n" },
		{ NULL, "health.op", "maybe",
		  "health.op: \"maybe\" is not a date: write \"2026-11-22\"\n" },
	};
	struct rows rows = rows_begin(state);
	for (size_t i = 0; i < ROWS(table); i++) {
		struct home *home = home_new();
		struct config_change change = { table[i].reminder, table[i].key, table[i].value };
		struct config_changed changed = { .config = NULL };
		struct config_errors errors = { .count = 0 };
		int r = change_set(&home->layers, true, &change, 1, &changed, &errors);
		char *lines = errors_join(&errors);
		row_check(&rows, r == -EINVAL && strcmp(lines, table[i].line) == 0,
			  "%s:\n  got    %s  wanted %s", table[i].key, lines, table[i].line);
		free(lines);
		config_errors_finish(&errors);
		config_changed_finish(&changed);
		home_free(home);
	}
	rows_end(&rows);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(keys_of_commands),
		cmocka_unit_test(keys_of_files),
		cmocka_unit_test(keys_that_are_refused),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
