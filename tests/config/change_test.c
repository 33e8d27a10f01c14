/* Commands that unset, add, remove and undo; the two layers they write. */
#include "tests/config/change_rows.h"

static const struct change_row changes[] = {
	/* Unset. */
	{ NULL, "gap = \"20min\";\n", UNSET, NULL, { "gap", "" }, NULL, "" },
	{ NULL,
	  DESK("    every = \"45min\";\n    wait = \"5min\";\n"),
	  UNSET,
	  "desk",
	  { "wait", "" },
	  DESK("    every = \"45min\";\n"),
	  "" },
	{ NULL, DESK("    every = \"45min\";\n"), UNSET, "desk", { "every", "" }, NULL, "" },
	{ "\ngap = \"1h\";",
	  NULL,
	  UNSET,
	  NULL,
	  { "gap", "" },
	  NULL,
	  "gap was not set by a command: ~/" USER ":2 says \"1h\"\n" },
	{ NULL,
	  NULL,
	  UNSET,
	  "desk",
	  { "every", "" },
	  NULL,
	  "reminders.desk.every was not set by a command\n" },
	{ NULL,
	  TEA,
	  UNSET,
	  "tea",
	  { "say", "" },
	  NULL,
	  "reminders.tea: has nothing to say: write items or say\n" },
	/* Add and remove. */
	{ NULL, NULL, ADD, "tea", { "at", "16:00", "say", "Tea" }, TEA, "" },
	{ NULL,
	  NULL,
	  ADD,
	  "tea",
	  { "at", "16:00" },
	  NULL,
	  "reminders.tea: has nothing to say: write items or say\n" },
	{ NULL,
	  NULL,
	  ADD,
	  "desk",
	  { "at", "16:00", "say", "Tea" },
	  NULL,
	  "desk is there already (built-in): change it with limber set desk\n" },
	{ NULL,
	  TEA,
	  ADD,
	  "tea",
	  { "at", "16:00", "say", "Tea" },
	  NULL,
	  "tea is there already (~/" FILE_90 "): change it with limber set tea\n" },
	{ NULL,
	  NULL,
	  ADD,
	  "Tea Time",
	  { "at", "16:00", "say", "Tea" },
	  NULL,
	  "\"Tea Time\" is not a name: write a small letter, then small letters, digits or -, 32 "
	  "characters at most\n" },
	{ NULL, TEA, REMOVE, "tea", { NULL }, NULL, "" },
	{ TEA,
	  NULL,
	  REMOVE,
	  "tea",
	  { NULL },
	  NULL,
	  "tea cannot be removed, another layer has it (~/" USER
	  "): to switch it off, limber disable "
	  "tea\n" },
	{ NULL,
	  DESK("    every = \"45min\";\n"),
	  REMOVE,
	  "desk",
	  { NULL },
	  NULL,
	  "desk cannot be removed, another layer has it (built-in): to switch it off, limber "
	  "disable "
	  "desk\n" },
	{ NULL, NULL, REMOVE, "tea", { NULL }, NULL, "\"tea\" is not a reminder\n" },
	{ "reminders : { sip : { every = \"1h\"; say = \"Sip\"; with = \"tea\"; }; };",
	  TEA,
	  REMOVE,
	  "tea",
	  { NULL },
	  NULL,
	  "~/" USER
	  ":1: reminders.sip.with: \"tea\" is not a reminder; there are desk, bedtime, check-up, "
	  "standing\n" },
};

static void in_the_file(void **state)
{
	(void)state;
	changes_of_the_file(changes, ROWS(changes));
}

static void in_the_run(void **state)
{
	(void)state;
	changes_of_the_run(changes, ROWS(changes));
}

static void set_gap(struct home *home, bool runtime, const char *gap, struct config_changed *ret)
{
	struct config_change change = { NULL, "gap", gap };
	struct config_errors errors;
	assert_int_equal(change_set(&home->layers, runtime, &change, 1, ret, &errors), 0);
}

/* A setting for this run overrides the file, and a note reports it. */
static void the_run_overrides_the_file(void **state)
{
	struct home *home = *state;
	struct config_changed changed;
	set_gap(home, true, "5min", &changed);
	config_changed_finish(&changed);
	set_gap(home, false, "7min", &changed);
	assert_int_equal(config_plan(changed.config)->gap, 5 * USEC_PER_MIN);
	char *notes = home_lines(home, &changed.notes);
	assert_string_equal(notes,
			    "~/" FILE_90 ":3: gap = \"7min\" has no effect: limber set "
			    "--runtime:1 says \"5min\". To drop that: limber unset --runtime "
			    "gap\n");
	free(notes);
	config_changed_finish(&changed);
}

/* A new file 90 gets its place in the order of names. */
static void a_later_file_overrides(void **state)
{
	struct home *home = *state;
	struct config_changed changed;
	home_write(home, "limber/limber.conf.d/89.conf", "gap = \"1min\";");
	home_write(home, "limber/limber.conf.d/95.conf", "gap = \"2min\";");
	set_gap(home, false, "7min", &changed);
	assert_int_equal(config_plan(changed.config)->gap, 2 * USEC_PER_MIN);
	char *notes = home_lines(home, &changed.notes);
	assert_string_equal(notes, "~/" FILE_90 ":3: gap = \"7min\" has no effect: "
				   "~/limber/limber.conf.d/95.conf:1 says \"2min\"\n");
	free(notes);
	config_changed_finish(&changed);
}

/* Undo restores the earlier text, or removes the file. */
static void undo_restores_the_text(void **state)
{
	struct home *home = *state;
	struct config_changed first, second, undone;
	struct config_errors errors;
	set_gap(home, false, "5min", &first);
	set_gap(home, false, "7min", &second);
	assert_null(first.before);
	assert_int_equal(
		change_restore(&home->layers, false, second.before, second.after, &undone, &errors),
		0);
	assert_int_equal(config_plan(undone.config)->gap, 5 * USEC_PER_MIN);
	assert_non_null(strstr(undone.before, "7min"));
	config_changed_finish(&undone);
	char *text = home_read(home, FILE_90);
	assert_string_equal(text, second.before);
	free(text);
	assert_int_equal(change_restore(&home->layers, false, NULL, first.after, &undone, &errors),
			 0);
	assert_int_equal(config_plan(undone.config)->gap, 30 * USEC_PER_MIN);
	assert_null(home_read(home, FILE_90));
	config_changed_finish(&undone);
	config_changed_finish(&first);
	config_changed_finish(&second);
}

/* Undo is refused if the earlier text is invalid with the user's changed file. */
static void undo_refuses_an_invalid_text(void **state)
{
	struct home *home = *state;
	struct config_changed first, changed;
	struct config_errors errors;
	set_gap(home, false, "5min", &first);
	home_write(home, USER, "cap = 0;");
	assert_int_equal(change_restore(&home->layers, false, NULL, first.after, &changed, &errors),
			 -EINVAL);
	char *lines = home_lines(home, &errors);
	assert_string_equal(lines, "~/" USER ":1: cap: 0 is out of range: 1 to 100\n");
	free(lines);
	config_changed_finish(&first);
}

/* Undo does not overwrite what the user wrote since. */
static void undo_keeps_an_edit(void **state)
{
	struct home *home = *state;
	struct config_changed first, changed;
	struct config_errors errors;
	set_gap(home, false, "5min", &first);
	home_write(home, FILE_90, "gap = \"5min\"; cap = 3;");
	assert_int_equal(change_restore(&home->layers, false, NULL, first.after, &changed, &errors),
			 -EINVAL);
	char *lines = home_lines(home, &errors), *text = home_read(home, FILE_90);
	assert_string_equal(lines, "90-limber.conf was edited since, so that is not taken back: "
				   "see limber config show\n");
	assert_string_equal(text, "gap = \"5min\"; cap = 3;");
	free(lines);
	free(text);
	config_changed_finish(&first);
}

/* A symbolic link is kept: its target is emptied, and undo_restores_the_text. */
static void undo_through_a_link(void **state)
{
	struct home *home = *state;
	struct config_change gap = { NULL, "gap", NULL };
	struct config_changed changed, undone;
	struct config_errors errors;
	home_write(home, "elsewhere/mine", "gap = \"5min\";");
	home_write(home, "limber/limber.conf.d/x", "");
	char *path = home_path(home, FILE_90);
	assert_int_equal(symlink("../../elsewhere/mine", path), 0);
	free(path);
	assert_int_equal(change_set(&home->layers, false, &gap, 1, &changed, &errors), 0);
	char *text = home_read(home, "elsewhere/mine");
	assert_string_equal(text, "");
	free(text);
	assert_int_equal(change_restore(&home->layers, false, changed.before, changed.after,
					&undone, &errors),
			 0);
	text = home_read(home, "elsewhere/mine");
	assert_string_equal(text, "gap = \"5min\";");
	free(text);
	config_changed_finish(&changed);
	config_changed_finish(&undone);
}

static void no_home(void **state)
{
	struct config_layers layers = { 0 };
	struct config_change change = { NULL, "gap", "5min" };
	struct config_changed changed;
	struct config_errors errors;
	(void)state;
	assert_int_equal(change_set(&layers, false, &change, 1, &changed, &errors), -EINVAL);
	assert_int_equal(errors.count, 1);
	config_errors_finish(&errors);
	assert_int_equal(change_restore(&layers, false, NULL, NULL, &changed, &errors), -EINVAL);
	config_errors_finish(&errors);
	assert_int_equal(change_set(&layers, true, &change, 1, &changed, &errors), 0);
	config_changed_finish(&changed);
	config_layers_finish(&layers);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(in_the_file),
		cmocka_unit_test(in_the_run),
		cmocka_unit_test_setup_teardown(the_run_overrides_the_file, home_make, home_remove),
		cmocka_unit_test_setup_teardown(a_later_file_overrides, home_make, home_remove),
		cmocka_unit_test_setup_teardown(undo_restores_the_text, home_make, home_remove),
		cmocka_unit_test_setup_teardown(undo_refuses_an_invalid_text, home_make,
						home_remove),
		cmocka_unit_test_setup_teardown(undo_keeps_an_edit, home_make, home_remove),
		cmocka_unit_test_setup_teardown(undo_through_a_link, home_make, home_remove),
		cmocka_unit_test(no_home),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
