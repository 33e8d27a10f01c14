/* The keys of a change, and the keys that changed with them. */
#include "tests/rows.h"

#include <stdlib.h>
#include <string.h>

#include "config/diff.h"

#define OWN "reminders : { own : { every = \"50min\"; of = \"clock\"; say = \"a\"; }; };\n"

static const struct {
	const char *before, *after;
	struct config_change changes[3];
	bool full;
	const char *diff; /* "key:was:is" and the like, with a blank behind each */
} cases[] = {
	{ OWN, OWN "gap = \"7min\";", { { NULL, "gap", NULL } }, false, "gap:30min:7min " },
	{ OWN, OWN, { { NULL, "cap", NULL } }, true, "cap:10:10 " },
	{ "warning = \"\";",
	  "warning = \"2026-11-24\";",
	  { { NULL, "warning", NULL } },
	  false,
	  "warning:\"\":2026-11-24 " },
	{ "health : { kidney = true; };",
	  "",
	  { { NULL, "health.kidney", NULL } },
	  false,
	  "health.kidney:true: " },
	{ OWN,
	  "reminders : { own : { every = \"1h\"; of = \"clock\"; say = \"b \\\"c\\\"; d\"; }; };",
	  { { "own", "say", NULL }, { "own", "every", NULL } },
	  false,
	  "say:a:b \"c\"; d every:50min:1h " },
	{ OWN,
	  "reminders : { own : { at = \"12:30\"; say = \"a\"; }; };",
	  { { "own", "at", NULL } },
	  true,
	  "reminders.own.at::12:30 reminders.own.every:50min: reminders.own.of:clock: "
	  "reminders.own.repeat:0:1 reminders.own.valid::90min " },
	{ OWN,
	  "reminders : { own : { every = \"50min\"; of = \"clock\"; say = \"a\"; most = 3; }; };",
	  { { "own", "say", NULL } },
	  false,
	  "say:a:a most::3 " },
};

static struct config *load(const char *text)
{
	struct config *config = NULL;
	struct config_errors errors = { 0 };
	if (config_load_text(NULL, "limber.conf", text, strlen(text), &config, &errors) < 0)
		for (size_t i = 0; i < errors.count; i++)
			print_message("%s\n", errors.lines[i]);
	config_errors_finish(&errors);
	assert_non_null(config);
	return config;
}

static void diffs(void **state)
{
	struct rows rows = rows_begin(state);
	for (size_t i = 0; i < ROWS(cases); i++) {
		struct config *before = load(cases[i].before), *after = load(cases[i].after);
		struct config_diff diff;
		char text[1024] = "";
		size_t count = 0;
		while (count < 3 && cases[i].changes[count].key)
			count++;
		assert_int_equal(
			config_diff(before, after, cases[i].changes, count, cases[i].full, &diff),
			0);
		for (size_t k = 0; k < diff.count; k++)
			snprintf(text + strlen(text), sizeof(text) - strlen(text), "%s:%s:%s ",
				 diff.list[k].key, diff.list[k].was, diff.list[k].is);
		row_check(&rows, strcmp(text, cases[i].diff) == 0, "%s: %s", cases[i].diff, text);
		config_diff_finish(&diff);
		config_free(before);
		config_free(after);
	}
	rows_end(&rows);
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(diffs) };
	return cmocka_run_group_tests(tests, NULL, NULL);
}
