/* Each limit, and one more. */
#include "tests/config/load_rows.h"

/* Reminders, entries, bytes, settings, errors. */
static void limits(void **state)
{
	struct rows rows = rows_begin(state);
	struct config *config;
	char *text = calloc(1, CONFIG_FILE_MAX), *at = text;
	at += sprintf(at, "reminders : {\n");
	for (int i = 0; i < REMINDERS_MAX - 6; i++)
		at += sprintf(at, "r%d : { at = \"12:00\"; say = \"x\"; };\n", i);
	char *end = at;
	sprintf(end, "};");
	char *lines = load(text, strlen(text), &config);
	row_check(&rows, *lines == '\0' && config_plan(config)->count == REMINDERS_MAX, "64: %s",
		  lines);
	free(lines);
	config_free(config);

	sprintf(end, "more : { at = \"12:00\"; say = \"x\"; };\n};");
	check_rows(&rows, text, strlen(text),
		   "f:60: reminders.more: is one too many: at most 64 reminders\n");

	at = text + sprintf(text, "reminders : { desk : { title = \"");
	for (int i = 0; i < SAY_MAX_BYTES / 2; i++)
		at = stpcpy(at, "ä");
	stpcpy(at, "\"; }; };");
	check_rows(&rows, text, strlen(text), "");
	stpcpy(at, "a\"; }; };");
	check_rows(&rows, text, strlen(text),
		   "f:1: reminders.desk.title: \"ääääääääääääääääääääääääääääääää…\" has 201 "
		   "bytes: at most 200\n");

	at = text + sprintf(text, "reminders : { desk : { items = [ \"walk-break\"");
	for (int i = 0; i < DECK_MAX; i++)
		at = stpcpy(at, ", \"walk-break\"");
	stpcpy(at, " ]; }; };");
	check_rows(&rows, text, strlen(text),
		   "f:1: reminders.desk.items: has 33 entries: at most 32\n");

	at = text + sprintf(text, "reminders : { desk : { at = [ \"1:00\"");
	for (int i = 0; i < TIMES_MAX; i++)
		at = stpcpy(at, ", \"2:00\"");
	stpcpy(at, " ]; }; };");
	check_rows(&rows, text, strlen(text),
		   "f:1: reminders.desk.at: has 17 entries: at most 16\n");

	at = text;
	for (int i = 0; i < 1001; i++)
		at += sprintf(at, "a%d = 1;\n", i);
	check_rows(&rows, text, strlen(text), "f:1001: has over 1000 settings\n");
	at = text;
	for (int i = 0; i < 150; i++)
		at += sprintf(at, "z%d = 1;\n", i);
	lines = load(text, strlen(text), &config);
	row_check(&rows, strstr(lines, "\n… and 50 more errors\n"), "100 errors and a word");
	free(lines);
	free(text);
	rows_end(&rows);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(limits),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
