/* Errors in layers: what is private, which layers a start skips, keys against the trigger. */
#include "tests/config/home.h"

#define USER "limber/limber.conf"
#define DROP "limber/limber.conf.d/"

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

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(private_values_are_hidden),
		cmocka_unit_test(a_start_skips_bad_layers),
		cmocka_unit_test(a_lost_health_layer_requires_setup),
		cmocka_unit_test(keys_are_checked_after_all_layers),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
