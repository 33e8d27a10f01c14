/* The user's own items: what a file may set, what it cannot, and bad files. */
#include "config/own.h"
#include "core/model/health.h"
#include "tests/config/home.h"

#define PLAN "limber/catalogue/my-plan.conf"
#define WANTS "reminders : { plan : { at = \"12:00\"; items = \"my-plan\"; }; };"
#define HEAD "id = \"my-plan\"; category = \"stretch\"; kind = \"routine\"; "
#define WORDS "title = \"My plan\"; cue = \"Do what you were given.\"; "
#define STEPS "steps = ( { text = \"Bend.\"; time = \"20s\"; times = 3; } );"
#define GOOD HEAD WORDS STEPS

/* A file of an own item, and its errors; "" for none. */
static const struct {
	const char *file, *text, *wanted;
} files[] = {
	{ PLAN, GOOD, "" },
	{ PLAN, GOOD " cautions : { hernia = \"stop\"; }; note = \"Slowly.\";", "" },
	{ PLAN, GOOD " evidence = \"weak\"; evidence_note = \"None.\"; source = \"Me\";", "" },
	{ "limber/catalogue/walk-break.conf",
	  "id = \"walk-break\"; category = \"move\"; kind = \"prompt\"; " WORDS STEPS,
	  "~/limber/catalogue/walk-break.conf: has the name of a built-in item, walk-break: take "
	  "another\n" },
	{ "limber/catalogue/other.conf", GOOD,
	  "~/limber/catalogue/other.conf: must be named my-plan.conf after its item\n" },
	{ PLAN, GOOD " before_setup = true;",
	  "~/" PLAN ": cannot come before the health questions: leave out before_setup\n" },
	{ PLAN, GOOD " list = \"own\";",
	  "~/" PLAN ":1: list: \"own\" is not a valid list; there are care, prevention\n" },
	{ PLAN, HEAD STEPS, "~/" PLAN ": title is missing\n~/" PLAN ": cue is missing\n" },
	{ PLAN, HEAD WORDS, "~/" PLAN ": steps is missing\n" },
	{ PLAN, HEAD WORDS "steps = ();",
	  "~/" PLAN ":1: steps: must be a list of 1 to 12 steps: ( { text = \"…\"; } )\n" },
	{ PLAN, HEAD WORDS "steps = ( { text = \"Bend.\"; time = \"0\"; } );",
	  "~/" PLAN ":1: steps.time: \"0\" is out of range: 1s to 1h\n" },
	{ PLAN, HEAD WORDS "steps = ( { title = \"Bend forward\"; text = \"Bend.\"; } );", "" },
	{ PLAN,
	  HEAD WORDS "steps = ( { title = \"Bend forward until you feel a mild pull\"; "
		     "text = \"Bend.\"; both_sides = true; } );",
	  "~/" PLAN
	  ":1: steps.title: \"Bend forward until you feel a mi…\" has 39 characters: at most "
	  "32 with both_sides, to leave room for the side\n" },
	{ PLAN, GOOD " easier = ( { text = \"Bend less.\"; } );", "" },
	{ PLAN, GOOD " easier = ();",
	  "~/" PLAN ":1: easier: must be a list of 1 to 12 steps: ( { text = \"…\"; } )\n" },
	{ PLAN, GOOD " easier = \"my-plan\";",
	  "~/" PLAN ":1: easier: must be a list of 1 to 12 steps: ( { text = \"…\"; } )\n" },
	{ PLAN, HEAD "title = \"a\tb\"; cue = \"c\"; " STEPS,
	  "~/" PLAN ":1: title: \"a\\x09b\" holds a character that cannot be shown: \\x09\n" },
	{ PLAN, GOOD " cautions : { kidny = \"stop\"; };",
	  "~/" PLAN ":1: cautions.kidny: is not a health fact; the nearest is \"kidney\"\n" },
	{ PLAN, "id = ",
	  "~/" PLAN ":1: \"id =\" cannot be understood here or just before: write KEY = "
	  "\"TEXT\"; or KEY = [ \"TEXT\", \"TEXT\" ]; or NAME : { … };\n" },
	{ PLAN, "\xff", "~/" PLAN ":1: is not a text in UTF-8: found the byte \\xff\n" },
	{ PLAN, "@include \"/etc\"\n",
	  "~/" PLAN ":1: @include is not supported: write the settings here\n" },
	{ PLAN, "",
	  "~/" PLAN ": id is missing\n~/" PLAN ": category is missing\n~/" PLAN
	  ": kind is missing\n~/" PLAN ": title is missing\n~/" PLAN ": cue is missing\n~/" PLAN
	  ": steps is missing\n" },
};

static char *left_out(const struct home *home, const struct config *config)
{
	return home_short(home, errors_join(config_left_out(config)));
}

/* Only the bad file is skipped: other items and the configuration are loaded. */
static void every_file(void **state)
{
	struct rows rows = rows_begin(state);
	for (size_t i = 0; i < ROWS(files); i++) {
		struct home *home = home_new();
		struct config *config = NULL;
		struct config_errors errors;
		home_write(
			home, "limber/catalogue/tea.conf",
			"id = \"tea\"; category = \"nourish\"; kind = \"habit\"; title = \"Tea\"; "
			"cue = \"Drink tea.\"; steps = ( { text = \"Drink.\"; } );");
		home_write(home, files[i].file, files[i].text);
		assert_int_equal(config_load(&home->layers, &config, &errors), 0);
		char *lines = left_out(home, config);
		row_check(&rows, strcmp(lines, files[i].wanted) == 0, "%s\n  got    %s  wanted %s",
			  files[i].text, lines, files[i].wanted);
		row_check(&rows, config_item(config, "tea") && config_plan(config)->count == 6,
			  "the rest went, too");
		row_check(&rows, !config_item(config, "my-plan") == (*lines != '\0'), "my-plan");
		free(lines);
		config_free(config);
		home_free(home);
	}
	rows_end(&rows);
}

/* If a reminder names a bad item, the errors of the item are reported first. */
static void a_reminder_has_it(void **state)
{
	struct home *home = *state;
	struct config *config = NULL;
	struct config_errors errors;
	home_write(home, "limber/limber.conf", WANTS);
	home_write(home, PLAN, GOOD);
	assert_int_equal(config_load(&home->layers, &config, &errors), 0);
	const struct plan *plan = config_plan(config);
	const struct item *item = plan->reminders[plan_find(plan, "plan")].items[0];
	assert_ptr_equal(item, config_item(config, "my-plan"));
	assert_ptr_equal(item, config_own_item(config, 0));
	assert_null(config_own_item(config, 1));
	assert_string_equal(item->cue, "Do what you were given.");
	assert_int_equal(item->seconds, 60);
	assert_int_equal(item->list, LIST_OWN);
	config_free(config);
	home_write(home, PLAN, HEAD WORDS);
	assert_int_equal(config_load(&home->layers, &config, &errors), -EINVAL);
	char *lines = home_lines(home, &errors);
	assert_true(strstr(lines, "~/" PLAN ": steps is missing\n~/limber/limber.conf:1: "
				  "reminders.plan.items: \"my-plan\" is not an item") == lines);
	free(lines);
}

/* The cautions that no file can disable. */
static const struct {
	const char *category, *more;
	enum fact fact; /* FACT_COUNT: a warning sign */
	bool stopped;
} stops[] = {
	{ "stretch", "", FACT_FRACTURE, true },
	{ "relax", "", FACT_FRACTURE, true },
	{ "stretch", "", FACT_FEVER, true },
	{ "strengthen", "acts = \"cold\";", FACT_FEVER, true },
	{ "move", "", FACT_FEVER, true },
	{ "posture", "", FACT_FEVER, true },
	{ "recover", "", FACT_FEVER, true },
	{ "recover", "acts = \"cold\";", FACT_FEVER, true },
	{ "relax", "acts = \"heat\";", FACT_FEVER, true },
	{ "relax", "", FACT_FEVER, false },
	{ "hydrate", "", FACT_FEVER, false },
	{ "stretch", "", FACT_COUNT, true },
	{ "recover", "", FACT_COUNT, true },
	{ "care", "", FACT_COUNT, true },
	{ "wear", "", FACT_COUNT, true },
	{ "relax", "", FACT_COUNT, false },
	{ "nourish", "", FACT_COUNT, false },
	{ "strengthen", "", FACT_ACUTE, true },
	{ "strengthen", "kinds = [ \"acute\", \"ischemic\" ];", FACT_ACUTE, false },
	{ "nourish", "", FACT_ACUTE, false },
	{ "nourish", "cautions : { kidney = \"stop\"; };", FACT_KIDNEY, true },
	{ "nourish", "cautions : { fever = \"warn\"; };", FACT_FEVER, false },
	{ "stretch", "cautions : { fever = \"warn\"; };", FACT_FEVER, true },
};

static void no_file_switches_off_a_stop(void **state)
{
	struct home *home = *state;
	struct rows rows = rows_begin(state);
	for (size_t i = 0; i < ROWS(stops); i++) {
		char text[512];
		struct config *config;
		struct config_errors errors;
		struct health health = { .kinds = 1u << CRAMP_POSTURAL };
		snprintf(text, sizeof(text),
			 "id = \"my-plan\"; kind = \"routine\"; category = \"%s\"; " WORDS STEPS
			 "%s",
			 stops[i].category, stops[i].more);
		home_write(home, PLAN, text);
		assert_int_equal(config_load(&home->layers, &config, &errors), 0);
		const struct item *item = config_item(config, "my-plan");
		assert_non_null(item);
		health.warning = stops[i].fact == FACT_COUNT;
		if (stops[i].fact < FACT_COUNT)
			health.facts[stops[i].fact].holds = true;
		bool stopped = item_verdict(item, &health, 20000).ruling != RULING_FOR_YOU;
		row_check(&rows, stopped == stops[i].stopped, "%s %s, fact %d", stops[i].category,
			  stops[i].more, stops[i].fact);
		health = (struct health){ .kinds = 1u << CRAMP_ISCHEMIC };
		stopped = item_verdict(item, &health, 20000).ruling != RULING_FOR_YOU;
		row_check(&rows, stopped == !!(item->acts & (ACT_HEAT | ACT_COLD | ACT_PRESSURE)),
			  "%s %s with ischemic cramps", stops[i].category, stops[i].more);
		config_free(config);
	}
	rows_end(&rows);
}

/* More files and bytes than allowed. */
static void too_much(void **state)
{
	struct home *home = *state;
	struct config *config;
	struct config_errors errors;
	char *big = malloc(1 << 20);
	assert_non_null(big);
	memset(big, 'x', (1 << 20) - 1);
	big[(1 << 20) - 1] = '\0';
	memcpy(big, "id = \"", 6);
	home_write(home, PLAN, big);
	assert_int_equal(config_load(&home->layers, &config, &errors), 0);
	char *lines = left_out(home, config);
	assert_string_equal(lines, "~/" PLAN ": is over 64 KiB: no item is that long\n");
	free(lines);
	config_free(config);
	free(big);
	char *steps = calloc(1, 1 << 16), *at = steps;
	assert_non_null(steps);
	at = stpcpy(at, HEAD WORDS "steps = (");
	for (int i = 0; i < 900; i++)
		at = stpcpy(at, i ? ",{text=\"Bend.\";}" : "{text=\"Bend.\";}");
	stpcpy(at, ");");
	home_write(home, PLAN, steps);
	assert_int_equal(config_load(&home->layers, &config, &errors), 0);
	lines = left_out(home, config);
	assert_non_null(strstr(lines, "~/" PLAN ":1: "));
	assert_null(config_item(config, "my-plan"));
	free(lines);
	config_free(config);
	free(steps);
}

static void one_file_alone(void **state)
{
	struct home *home = *state;
	struct config_errors errors;
	char *path = home_path(home, PLAN), *lines;
	assert_int_equal(config_check_item(path, &errors), -EINVAL);
	config_errors_finish(&errors);
	home_write(home, PLAN, GOOD);
	assert_int_equal(config_check_item(path, &errors), 0);
	assert_int_equal(errors.count, 0);
	home_write(home, PLAN, HEAD WORDS);
	assert_int_equal(config_check_item(path, &errors), -EINVAL);
	lines = home_lines(home, &errors);
	assert_string_equal(lines, "~/" PLAN ": steps is missing\n");
	free(lines);
	free(path);
}

#define HOME_TEST(test) cmocka_unit_test_setup_teardown(test, home_make, home_remove)

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_file),
		HOME_TEST(a_reminder_has_it),
		HOME_TEST(no_file_switches_off_a_stop),
		HOME_TEST(too_much),
		HOME_TEST(one_file_alone),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
