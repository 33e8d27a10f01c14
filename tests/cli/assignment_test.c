/* Settings and new reminders, from words to the values that go over the bus. */
#include "tests/rows.h"

#include <string.h>

#include "cli/shared/assignment.h"

static const struct {
	const char *word, *key, *value;
} pairs[] = {
	{ "every=45min", "every", "45min" },
	{ "title=a=b", "title", "a=b" },
	{ "say=", "say", "" },
	{ "health.kidney=true", "health.kidney", "true" },
	{ "every", NULL, NULL },
	{ "=45min", NULL, NULL },
	{ "", NULL, NULL },
	{ "a-key-that-is-much-longer-than-any-key-there-is-or-will-ever-be-here=1", NULL, NULL },
};

static void split(void **state)
{
	struct rows rows = rows_begin(state);
	for (size_t i = 0; i < ROWS(pairs); i++) {
		struct assignment pair;
		bool good = assignment_read(pairs[i].word, &pair);
		row_check(&rows,
			  good == (pairs[i].key != NULL) &&
				  (!good || (strcmp(pair.key, pairs[i].key) == 0 &&
					     strcmp(pair.value, pairs[i].value) == 0)),
			  "%s", pairs[i].word);
	}
	rows_end(&rows);
}

/* A command with up to three options; a row ends at a NULL value. */
static const struct {
	const char *name;
	struct option_given given[4];
	bool good;
	enum option joined;
	const char *value;
} news[] = {
	{ "at and say",
	  { { OPTION_AT, "12:30" }, { OPTION_SAY, "Eat" } },
	  true,
	  OPTION_AT,
	  "12:30" },
	{ "items",
	  { { OPTION_EVERY, "90min" }, { OPTION_ITEM, "a" }, { OPTION_ITEM, "b" } },
	  true,
	  OPTION_ITEM,
	  "a,b" },
	{ "say again",
	  { { OPTION_ON, "wake" }, { OPTION_SAY, "a" }, { OPTION_SAY, "b" } },
	  true,
	  OPTION_SAY,
	  "b" },
	{ "of",
	  { { OPTION_EVERY, "1h" }, { OPTION_OF, "clock" }, { OPTION_SAY, "x" } },
	  true,
	  OPTION_OF,
	  "clock" },
	{ "nothing", { { OPTION_SAY, "Eat" } }, false, OPTION_AT, "" },
	{ "two",
	  { { OPTION_EVERY, "1h" }, { OPTION_AT, "1:00" }, { OPTION_SAY, "x" } },
	  false,
	  OPTION_AT,
	  "1:00" },
	{ "mute", { { OPTION_EVERY, "1h" } }, false, OPTION_SAY, "" },
	{ "of at",
	  { { OPTION_AT, "1:00" }, { OPTION_OF, "clock" }, { OPTION_SAY, "x" } },
	  false,
	  OPTION_OF,
	  "clock" },
};

static void new_reminders(void **state)
{
	struct rows rows = rows_begin(state);
	for (size_t i = 0; i < ROWS(news); i++) {
		struct command command = { 0 };
		char value[ASSIGNMENT_SIZE];
		for (int k = 0; k < 4 && news[i].given[k].value; k++)
			command.given[command.given_count++] = news[i].given[k];
		row_check(&rows, !assignment_trouble(&command) == news[i].good, "%s", news[i].name);
		row_check(&rows,
			  assignment_join(&command, news[i].joined, value) &&
				  strcmp(value, news[i].value) == 0,
			  "%s: %s", news[i].name, value);
	}
	rows_end(&rows);
}

static void too_long(void **state)
{
	static char text[ASSIGNMENT_SIZE];
	char value[ASSIGNMENT_SIZE];
	struct command command = { .given = { { OPTION_AT, text }, { OPTION_AT, text } },
				   .given_count = 2 };
	(void)state;
	memset(text, 'x', sizeof(text) - 1);
	assert_false(assignment_join(&command, OPTION_AT, value));
	command.given_count = 1;
	assert_true(assignment_join(&command, OPTION_AT, value));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(split),
		cmocka_unit_test(new_reminders),
		cmocka_unit_test(too_long),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
