/* Which layer wins, places of values, overridden values, and loading without bad layers. */
#include "tests/config/home.h"

#include <time.h>

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

static struct config *home_load(struct home *home)
{
	struct config *config = NULL;
	struct config_errors errors;
	int r = config_load(&home->layers, &config, &errors);
	if (r < 0)
		fail_msg("%s", home_lines(home, &errors));
	return config;
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
		"~/limber/limber.conf:3: desk.every = \"60min\" has no effect: "
		"~/limber/limber.conf.d/90-limber.conf:2 says \"45min\". To drop that: limber "
		"unset "
		"desk every\n"
		"~/limber/limber.conf:4: bedtime.at = \"22:00\" has no effect: "
		"~/limber/limber.conf.d/90-limber.conf:3 says on = \"unlock\". To drop that: "
		"limber "
		"unset bedtime on\n"
		"~/limber/limber.conf:4: bedtime.wait = \"10min\" has no effect: "
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

/* Of health facts, own texts and quotes of the file, only the place is public. */
static const struct {
	const char *text, *open;
} opens[] = {
	{ "gap = 2;", "~/" USER ":1: gap: found 2: write a length in quotes, such as \"10min\"\n" },
	{ "gapp = \"2min\";", "~/" USER ":1: gapp: is not known here; the nearest is \"gap\"\n" },
	{ "emergency_number = 0891234567;", "~/" USER ":1: \n" },
	{ "\nhealth : { kidney = tru; };", "~/" USER ":2: \n" },
	{ "health : { acute = \"soon\"; };", "~/" USER ":1: \n" },
	{ "health : { asthma = true; };", "~/" USER ":1: \n" },
	{ "kidney = true;", "~/" USER ":1: \n" },
	{ "reminders : { desk : { kidney = true; }; };", "~/" USER ":1: \n" },
	{ "kinds = [ \"x\" ];\ncleared = 1;", "~/" USER ":1: \n~/" USER ":2: \n" },
	{ "reminders : { desk : { say = \"\"; title = 1; }; };", "~/" USER ":1: \n" },
	{ "cap = 3; cap = 4;", "~/" USER ":1: \n" },
	{ "gap = \"", "~/" USER ":1: a closing \" is missing on this line\n" },
};

static void private_values_are_hidden(void **state)
{
	struct rows rows = rows_begin(state);
	for (size_t i = 0; i < ROWS(opens); i++) {
		struct config *config = NULL;
		struct config_errors errors;
		struct home *home = home_new();
		home_write(home, USER, opens[i].text);
		assert_int_equal(config_load(&home->layers, &config, &errors), -EINVAL);
		for (size_t j = 0; j < errors.count; j++)
			errors.lines[j][errors.open[j]] = '\0';
		char *lines = home_lines(home, &errors);
		row_check(&rows, strcmp(lines, opens[i].open) == 0, "%s: %s", opens[i].text, lines);
		free(lines);
		home_free(home);
	}
	rows_end(&rows);
}

/* Bad layers at a start: the effective gap, and the errors. */
static const struct {
	const char *files[9];
	const char *gap, *errors, *skipped;
	bool careful;
} starts[] = {
	{ { USER, "gap = \"2min\";" }, "\"2min\"", "", "", false },
	{ { "etc/limber.conf", "gap = \"1min\";", USER, "gap = 2;" },
	  "\"1min\"",
	  "~/" USER ":1: gap: found 2: write a length in quotes, such as \"10min\"\n",
	  "~/" USER,
	  false },
	{ { "etc/limber.conf", "gap =", USER, "gap = \"2min\";" },
	  "\"2min\"",
	  "~/etc/limber.conf:1: \"gap =\" cannot be understood here or just before: write KEY = "
	  "\"TEXT\"; or KEY = [ \"TEXT\", \"TEXT\" ]; or NAME : { … };\n",
	  "~/etc/limber.conf",
	  false },
	{ { USER, "gap = \"2min\";", DROP "a.conf", "cap = 0;", DROP "b.conf", "gap = \"3min\";" },
	  "\"3min\"",
	  "~/" DROP "a.conf:1: cap: 0 is out of range: 1 to 100\n",
	  "~/" DROP "a.conf",
	  false },
	{ { USER, "cap = 0;", DROP "a.conf", "gap = \"2min\";", DROP "b.conf", "cap = 0;" },
	  "\"2min\"",
	  "~/" USER ":1: cap: 0 is out of range: 1 to 100\n"
	  "~/" DROP "b.conf:1: cap: 0 is out of range: 1 to 100\n",
	  "~/" USER ", ~/" DROP "b.conf",
	  false },
	/* The kinds in a skipped layer add nothing. */
	{ { USER, "kinds = [ \"nocturnal\" ]; cap = 0;", DROP "a.conf", "gap = \"2min\";" },
	  "\"2min\"",
	  "~/" USER ":1: cap: 0 is out of range: 1 to 100\n",
	  "~/" USER,
	  true },
	/* Valid only together with a bad layer. */
	{ { "etc/limber.conf", "gap = \"1min\"; reminders : { a : { say = \"x\"; }; };", USER,
	    "cap = 0; reminders : { a : { at = \"9:00\"; }; };" },
	  "\"30min\"",
	  "~/" USER ":1: cap: 0 is out of range: 1 to 100\n",
	  "~/etc/limber.conf, ~/" USER,
	  false },
	{ { DROP "a.conf/x", "", DROP "b.conf", "gap = \"2min\";" },
	  "\"2min\"",
	  "~/" DROP "a.conf: is a folder, not a file\n",
	  "~/" DROP "a.conf",
	  true },
	{ { "limber/limber.conf.d", "", USER, "gap = \"2min\";" },
	  "\"2min\"",
	  "~/limber/limber.conf.d: cannot be read: Not a directory\n",
	  "~/limber/limber.conf.d",
	  true },
};

static void a_start_skips_bad_layers(void **state)
{
	struct rows rows = rows_begin(state);
	for (size_t i = 0; i < ROWS(starts); i++) {
		struct config *config = NULL;
		struct config_errors errors;
		struct home *home = home_new();
		for (int j = 0; starts[i].files[j]; j += 2)
			home_write(home, starts[i].files[j], starts[i].files[j + 1]);
		assert_int_equal(config_load_start(&home->layers, &config, &errors), 0);
		char *lines = home_lines(home, &errors);
		row_check(&rows, strcmp(lines, starts[i].errors) == 0, "%zu: %s", i, lines);
		const char *gap = config_value_find(config, NULL, "gap")->is.value;
		row_check(&rows, strcmp(gap, starts[i].gap) == 0, "%zu: %s", i, gap);
		char *skipped = home_short(home, strdup(config_skipped(config)));
		row_check(&rows, strcmp(skipped, starts[i].skipped) == 0, "%zu: %s", i, skipped);
		row_check(&rows, config_is_careful(config) == starts[i].careful, "%zu: careful", i);
		free(skipped);
		free(lines);
		config_free(config);
		home_free(home);
	}
	rows_end(&rows);
}

/* A bad file of the user's, and whether setup_done of a command stays in effect. */
static const struct {
	const char *user;
	bool holds;
} losses[] = {
	{ "gapp = \"1min\";", true },
	{ "gap = \"1min;", true },
	{ "# health : { kidney = true; };\ngap = 1;", true },
	{ "gap = 1; kinds = [ \"postural\" ]; warning = \"\"; agreed = [ ]; cleared = [ ];", true },
	{ "gap = 1; health : { };", true },
	{ "gap = 1; health : { kidney = true; };", false },
	{ "gap = 1; kinds = [ \"postural\", \"ischemic\" ];", false },
	{ "kinds = [ \"postural\", \"ischaemic\" ];", false },
	{ "health = \"kidney\";", false },
	{ "warning = \"soon\";", false },
	{ "helth : { kidney = true; };", false },
	{ "kidney = true;", false },
	{ "health : { kidney = true };\nacute = tru", false },
	{ "gap = ;\nhealth : { kidney = true; };", false },
	{ "gap = ;\n kidney = true;", false },
	{ "gap = \"1min\";\x01", false },
	{ "gap = \"1min\"; # \xe4", false },
};

static void a_lost_health_layer_requires_setup(void **state)
{
	struct rows rows = rows_begin(state);
	for (size_t i = 0; i < ROWS(losses); i++) {
		struct config *config = NULL;
		struct config_errors errors;
		struct home *home = home_new();
		home_write(home, USER, losses[i].user);
		home_write(home, DROP CHANGE_FILE, "setup_done = true; gap = \"2min\";");
		assert_int_equal(config_load_start(&home->layers, &config, &errors), 0);
		const struct plan *plan = config_plan(config);
		const char *file = config_value_find(config, NULL, "setup_done")->is.file;
		row_check(&rows, plan->setup_done == losses[i].holds, "%s: %s", losses[i].user,
			  file);
		row_check(&rows, config_is_careful(config) != losses[i].holds, "%s",
			  losses[i].user);
		row_check(&rows, plan->gap == 2 * USEC_PER_MIN, "%s: the rest", losses[i].user);
		config_errors_finish(&errors);
		config_free(config);
		home_free(home);
	}
	rows_end(&rows);
}

/* Keys are checked against the trigger after all layers: a later file may change it. */
static const struct {
	const char *user, *later, *errors;
} meanings[] = {
	{ "reminders : { desk : { of = \"clock\"; }; };",
	  "reminders : { desk : { at = \"9:00\"; }; };", "" },
	{ "reminders : { desk : { valid = \"1h\"; }; };",
	  "reminders : { desk : { at = \"9:00\"; }; };", "" },
	{ "reminders : { desk : { at = \"9:00\"; }; };",
	  "reminders : { desk : { of = \"clock\"; }; };",
	  "~/" DROP
	  "a.conf:1: reminders.desk.of: goes with every, and this reminder comes by at\n" },
	{ "reminders : { water : { at = \"9:00\"; }; };", "gap = \"1h\";", "" },
	{ "reminders : { tea : { say = \"x\"; }; };", "reminders : { tea : { at = \"9:00\"; }; };",
	  "" },
	{ "reminders : { tea : { at = \"9:00\"; say = \"x\"; }; };",
	  "reminders : { water : { with = \"tea\"; }; };", "" },
	/* The error is at the line that caused it, not at an older one. */
	{ "reminders : { tea : { at = \"9:00\"; say = \"x\"; }; };",
	  "reminders : { desk : { with = \"tea\"; }; };",
	  "~/" DROP
	  "a.conf:1: reminders.desk.with: leaves no card to water, which is a line on that "
	  "of desk\n~/" DROP
	  "a.conf:1: reminders.desk.with: leaves no card to shift, which is a line on that "
	  "of desk\n" },
};

static void keys_are_checked_after_all_layers(void **state)
{
	struct rows rows = rows_begin(state);
	for (size_t i = 0; i < ROWS(meanings); i++) {
		struct config *config = NULL;
		struct config_errors errors;
		struct home *home = home_new();
		home_write(home, USER, meanings[i].user);
		home_write(home, DROP "a.conf", meanings[i].later);
		config_load(&home->layers, &config, &errors);
		char *lines = home_lines(home, &errors);
		row_check(&rows, strcmp(lines, meanings[i].errors) == 0, "%zu: %s", i, lines);
		row_check(&rows, (config == NULL) == (*lines != '\0'), "%zu", i);
		free(lines);
		config_free(config);
		home_free(home);
	}
	rows_end(&rows);
}

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
		cmocka_unit_test(the_later_wins),
		cmocka_unit_test_setup_teardown(a_repeated_default_is_not_the_users, home_make,
						home_remove),
		cmocka_unit_test_setup_teardown(an_override_is_noted_once, home_make, home_remove),
		cmocka_unit_test_setup_teardown(overridden_values_are_reported, home_make,
						home_remove),
		cmocka_unit_test_setup_teardown(shown_with_places, home_make, home_remove),
		cmocka_unit_test(private_values_are_hidden),
		cmocka_unit_test(a_start_skips_bad_layers),
		cmocka_unit_test(a_lost_health_layer_requires_setup),
		cmocka_unit_test(keys_are_checked_after_all_layers),
		cmocka_unit_test_setup_teardown(too_many_files, home_make, home_remove),
		cmocka_unit_test_setup_teardown(copies_are_ignored, home_make, home_remove),
		cmocka_unit_test_setup_teardown(many_bad_files, home_make, home_remove),
		cmocka_unit_test_setup_teardown(large_files, home_make, home_remove),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
