/* Which layer wins, places of values, and overridden values. */
#include "tests/config/home.h"

#define USER "limber/limber.conf"
#define DROP "limber/limber.conf.d/"

/* Files, in the order NAME, TEXT, …, and the lines that `gap` and its places give. */
static const struct {
	const char *files[9];
	const char *runtime;
	const char *is; /* "VALUE FILE:LINE", then " was …" */
} gaps[] = {
	{ { NULL }, NULL, "\"30min\" built-in:0" },
	{ { "etc/limber.conf", "gap = \"1min\";" }, NULL, "\"1min\" ~/etc/limber.conf:1" },
	{ { "etc/limber.conf", "gap = \"1min\";", USER, "\n\ngap = \"2min\";" },
	  NULL,
	  "\"2min\" ~/" USER ":3 was \"1min\" ~/etc/limber.conf:1" },
	{ { USER, "cap = 3;", "etc/limber.conf", "gap = \"1min\";" },
	  NULL,
	  "\"1min\" ~/etc/limber.conf:1" },
	{ { USER, "gap = \"2min\";", DROP "b.conf", "gap = \"4min\";", DROP "a.conf",
	    "gap = \"3min\";" },
	  NULL,
	  "\"4min\" ~/" DROP "b.conf:1 was \"3min\" ~/" DROP "a.conf:1" },
	{ { DROP "9.conf", "gap = \"9min\";", DROP "10.conf", "gap = \"10min\";" },
	  NULL,
	  "\"9min\" ~/" DROP "9.conf:1 was \"10min\" ~/" DROP "10.conf:1" },
	{ { DROP "Z.conf", "gap = \"2min\";", DROP "a.conf", "gap = \"3min\";" },
	  NULL,
	  "\"3min\" ~/" DROP "a.conf:1 was \"2min\" ~/" DROP "Z.conf:1" },
	{ { DROP ".a.conf", "gap = \"2min\";", DROP "a.conf~", "gap = \"3min\";", DROP "a.CONF",
	    "gap = \"3min\";", DROP ".conf", "gap = \"3min\";" },
	  NULL,
	  "\"30min\" built-in:0" },
	/* The default again, in a file written by hand, counts where it changes something. */
	{ { USER, "gap = \"30min\";" }, NULL, "\"30min\" built-in:0" },
	{ { "etc/limber.conf", "gap = \"1min\";", USER, "gap = \"30min\";" },
	  NULL,
	  "\"30min\" ~/" USER ":1 was \"1min\" ~/etc/limber.conf:1" },
	{ { DROP CHANGE_FILE, "gap = \"30min\";" }, NULL, "\"30min\" ~/" DROP CHANGE_FILE ":1" },
	{ { DROP "a.conf", "gap = \"2min\";" },
	  "gap = \"5min\";",
	  "\"5min\" limber set --runtime:1 was \"2min\" ~/" DROP "a.conf:1" },
};

static char *value_words(const struct home *home, const struct config_value *value)
{
	char *text;
	int r = value->was.file ? asprintf(&text, "%s %s:%u was %s %s:%u", value->is.value,
					   value->is.file, value->is.line, value->was.value,
					   value->was.file, value->was.line)
				: asprintf(&text, "%s %s:%u", value->is.value, value->is.file,
					   value->is.line);
	assert_true(r > 0);
	return home_short(home, text);
}

static void the_later_wins(void **state)
{
	struct rows rows = rows_begin(state);
	for (size_t i = 0; i < ROWS(gaps); i++) {
		struct config *config = NULL;
		struct config_errors errors;
		struct home *home = home_new();
		for (int j = 0; gaps[i].files[j]; j += 2)
			home_write(home, gaps[i].files[j], gaps[i].files[j + 1]);
		home->layers.runtime = gaps[i].runtime ? strdup(gaps[i].runtime) : NULL;
		assert_int_equal(config_load(&home->layers, &config, &errors), 0);
		char *text = value_words(home, config_value_find(config, NULL, "gap"));
		row_check(&rows, strcmp(text, gaps[i].is) == 0, "%zu: %s", i, text);
		free(text);
		config_free(config);
		home_free(home);
	}
	rows_end(&rows);
}

static char *deck_of(const struct config *config, const char *name)
{
	const struct config_value *value = config_value_find(config, name, "items");
	assert_non_null(value);
	return config_value_text(value);
}

/* The whole default in the user's file: nothing of it overrides a kind of cramp, and one note names
 * it. What a command sets does, although it is the same. */
static void a_repeated_default_is_not_the_users(void **state)
{
	struct home *home = *state;
	struct config_errors lines;
	home_write(home, USER, config_default_text);
	home_write(home, DROP CHANGE_FILE,
		   "setup_done = true; kinds = [ \"nocturnal\" ]; first_week = \"full\";");
	struct config *config = home_load(home);
	char *deck = deck_of(config, "bedtime");
	assert_non_null(strstr(deck, "muscle-relaxation"));
	free(deck);
	assert_int_equal(config_overridden(config, &lines), 0);
	assert_int_equal(lines.count, 0);
	config_errors_finish(&lines);
	const char *note = config_repeats(config);
	assert_non_null(note);
	assert_non_null(strstr(note, ": hours, quiet, gap and "));
	assert_null(strchr(note, '\n'));
	config_free(config);

	home_write(home, DROP CHANGE_FILE,
		   "kinds = [ \"nocturnal\" ];\n"
		   "reminders : { bedtime : { items = [ \"bedtime-stretch\" ]; }; };");
	home_write(home, USER, "cap = 4;");
	config = home_load(home);
	deck = deck_of(config, "bedtime");
	assert_string_equal(deck, "bedtime-stretch");
	free(deck);
	assert_null(config_repeats(config));
	config_free(config);
}

/* That a command overrides the user's file is noted with the first change, not with each. */
static void an_override_is_noted_once(void **state)
{
	static const char *const values[] = { "45min", "40min" };
	struct home *home = *state;
	home_write(home, USER, "reminders : { desk : { every = \"60min\"; }; };");
	for (size_t i = 0; i < ROWS(values); i++) {
		const struct config_change change = { "desk", "every", values[i] };
		struct config_changed changed;
		struct config_errors errors;
		assert_int_equal(change_set(&home->layers, false, &change, 1, &changed, &errors),
				 0);
		assert_int_equal(changed.notes.count, i == 0);
		config_changed_finish(&changed);
	}
	home_write(home, DROP "95-mine.conf", "reminders : { desk : { every = \"70min\"; }; };");
	const struct config_change change = { "desk", "every", "35min" };
	struct config_changed changed;
	struct config_errors errors;
	assert_int_equal(change_set(&home->layers, false, &change, 1, &changed, &errors), 0);
	assert_int_equal(changed.notes.count, 1);
	config_changed_finish(&changed);
}

/* Overridden values are reported, with the command to change that. */
static void overridden_values_are_reported(void **state)
{
	struct home *home = *state;
	struct config_errors lines;
	home_write(home, "etc/limber.conf", "later = \"20min\";\n");
	home_write(home, USER,
		   "gap = \"20min\"; cap = 4;\nreminders : {\n desk : { every = \"60min\"; };\n"
		   " bedtime : { at = \"22:00\"; wait = \"10min\"; };\n};\nlater = \"5min\";");
	home_write(home, DROP CHANGE_FILE,
		   "gap = \"20min\";\nreminders : { desk : { every = \"45min\"; };\n"
		   " bedtime : { on = \"unlock\"; wait = \"1h\"; }; };\n");
	home->layers.runtime = strdup("cap = 5;");
	struct config *config = home_load(home);
	assert_int_equal(config_overridden(config, &lines), 0);
	char *text = home_lines(home, &lines);
	assert_string_equal(
		text,
		"~/limber/limber.conf:1: cap = 4 has no effect: limber set --runtime:1 says 5. To "
		"drop "
		"that: limber unset --runtime cap\n"
		"~/etc/limber.conf:1: later = \"20min\" has no effect: ~/limber/limber.conf:6 says "
		"\"5min\"\n"
		"~/limber/limber.conf:3: reminders.desk.every = \"60min\" has no effect: "
		"~/limber/limber.conf.d/90-limber.conf:2 says \"45min\". To drop that: limber "
		"unset "
		"desk every\n"
		"~/limber/limber.conf:4: reminders.bedtime.at = \"22:00\" has no effect: "
		"~/limber/limber.conf.d/90-limber.conf:3 says on = \"unlock\". To drop that: "
		"limber "
		"unset bedtime on\n"
		"~/limber/limber.conf:4: reminders.bedtime.wait = \"10min\" has no effect: "
		"~/limber/limber.conf.d/90-limber.conf:3 says \"1h\". To drop that: limber unset "
		"bedtime wait\n");
	free(text);
	config_free(config);
}

/* Every value is followed by its place. */
static void shown_with_places(void **state)
{
	struct home *home = *state;
	home_write(home, USER,
		   "gap = \"20min\";\nreminders : { new : { at = \"9:00\";\n"
		   " say = \"A \\\"b\\\"\"; }; };");
	struct config *config = home_load(home);
	char *text = NULL;
	size_t size;
	FILE *stream = open_memstream(&text, &size);
	config_print(config, stream);
	fclose(stream);
	home_short(home, text);
	assert_non_null(strstr(text, "\ngap = \"20min\";  # ~/limber/limber.conf:1\n"));
	assert_non_null(strstr(text, "\ncap = 10;  # built-in\n"));
	assert_non_null(strstr(text, "  };\n  new : {\n    enabled = true;  # built-in\n"
				     "    say = \"A \\\"b\\\"\";  # ~/limber/limber.conf:3\n"
				     "    at = \"9:00\";  # ~/limber/limber.conf:2\n"
				     "    wait = \"10min\";  # built-in\n"
				     "    valid = \"90min\";  # built-in\n"
				     "    repeat = 1;  # built-in\n"
				     "    insist = false;  # built-in\n  };\n};\n"));
	free(text);
	config_free(config);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_later_wins),
		cmocka_unit_test_setup_teardown(a_repeated_default_is_not_the_users, home_make,
						home_remove),
		cmocka_unit_test_setup_teardown(an_override_is_noted_once, home_make, home_remove),
		cmocka_unit_test_setup_teardown(overridden_values_are_reported, home_make,
						home_remove),
		cmocka_unit_test_setup_teardown(shown_with_places, home_make, home_remove),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
