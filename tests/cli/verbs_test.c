/* The table of verbs is consistent, and the parser reads command lines by it. */
#include "tests/rows.h"

#include <ctype.h>
#include <string.h>

#include "cli/shared/command.h"
#include "cli/shared/verbs.h"

/* Whether every word after "limber " in a text is a verb. */
static bool names_verbs(const char *text)
{
	for (const char *at = strstr(text, "limber "); at; at = strstr(at + 1, "limber ")) {
		char word[32] = "";
		size_t length = strspn(at + 7, "abcdefghijklmnopqrstuvwxyz");
		if (length == 0 || length >= sizeof(word))
			continue;
		memcpy(word, at + 7, length);
		if (!verb_find(word))
			return false;
	}
	return true;
}

/* How many words of the arguments stand outside brackets. */
static int needed(const char *arguments)
{
	int depth = 0, count = 0;
	for (bool word = false; *arguments; arguments++) {
		depth += (*arguments == '[') - (*arguments == ']');
		if ((isupper((unsigned char)*arguments) || *arguments == '=') && depth == 0)
			count += !word, word = true;
		else
			word = false;
	}
	return count;
}

static void table(void **state)
{
	struct rows rows = rows_begin(state);
	for (size_t i = 0; i < verbs_count; i++) {
		const struct verb *verb = &verbs[i];
		row_check(&rows, verb_find(verb->name) == verb, "%s stands there twice",
			  verb->name);
		row_check(&rows, i == 0 || verbs[i - 1].group <= verb->group,
			  "%s is not with its group", verb->name);
		row_check(&rows, verb->group < GROUP_COUNT && verb_groups[verb->group],
			  "%s has no group", verb->name);
		row_check(&rows, verb->help && verb->help[0] && strlen(verb->help) <= 54,
			  "%s has no help, or too much", verb->name);
		row_check(&rows,
			  verb->least == needed(verb->arguments) && verb->most >= verb->least &&
				  (verb->most > 0) == (verb->arguments[0] != '\0'),
			  "%s: its arguments and their number differ", verb->name);
		row_check(&rows, strlen(verb->name) + strlen(verb->arguments) + 1 < 24 + 1,
			  "%s: no room for its arguments", verb->name);
		for (const char *at = verb->arguments; *at; at++)
			row_check(
				&rows,
				!isupper((unsigned char)*at) || placeholder_find(at) ||
					(at > verb->arguments && isupper((unsigned char)at[-1])) ||
					strncmp(at, "VALUE", 5) == 0 || strncmp(at, "WORD", 4) == 0,
				"%s: nobody says what %s is", verb->name, at);
		row_check(&rows, names_verbs(verb->help), "%s: help names no verb", verb->name);
	}
	rows_end(&rows);
}

static void option_rows(void **state)
{
	struct rows rows = rows_begin(state);
	uint64_t used = 0;
	for (size_t i = 0; i < verbs_count; i++)
		used |= verbs[i].options;
	for (int i = 0; i < OPTION_COUNT; i++) {
		const struct option_row *row = &options[i];
		row_check(&rows, row->name && (int)option_find(row->name) == i,
			  "option %d: no name, or one twice", i);
		row_check(&rows, row->help && strlen(row->help) <= 58, "%s: its help", row->name);
		row_check(&rows, used & OPTION_BIT(i), "no verb has %s", row->name);
		row_check(&rows,
			  !row->value || strcmp(row->value, "N") == 0 ||
				  strcmp(row->value, "TEXT") == 0 || placeholder_find(row->value),
			  "%s: nobody says what %s is", row->name, row->value);
	}
	rows_end(&rows);
}

/* What other programs call a verb leads to one that there is. */
static void elsewhere(void **state)
{
	static const char *const words[] = { "quit",    "exit",  "statistics",
					     "history", "reset", "water" };
	struct rows rows = rows_begin(state);
	for (size_t i = 0; i < ROWS(words); i++) {
		char verb[32] = "";
		const char *instead = verb_instead(words[i]);
		if (instead)
			snprintf(verb, sizeof(verb), "%.*s", (int)strcspn(instead, " "), instead);
		row_check(&rows, verb_find(verb), "%s", words[i]);
	}
	row_check(&rows, !verb_instead("xyzzy"), "xyzzy");
	rows_end(&rows);
}

static void near(void **state)
{
	static const struct {
		const char *word, *nearest;
	} cases[] = {
		{ "snoze", "snooze" },  { "pasue", "pause" },       { "stauts", "status" },
		{ "dnoe", "done" },     { "xyzzy", NULL },          { "", NULL },
		{ "remvoe", "remove" }, { "calender", "calendar" }, { "nams", NULL },
	};
	struct rows rows = rows_begin(state);
	for (size_t i = 0; i < ROWS(cases); i++) {
		const char *nearest = verb_nearest(cases[i].word), *should = cases[i].nearest;
		row_check(&rows, should ? nearest && strcmp(nearest, should) == 0 : !nearest,
			  "%s: %s", cases[i].word, nearest ? nearest : "none");
	}
	rows_end(&rows);
}

/* A command line, split at blanks, and what it is read as. */
static const struct line {
	const char *text;
	enum exit_code code;
	bool json;
	const char *verb, *words, *why, *limit;
} lines[] = {
	{ "limber", EXIT_FINE, false, "status", "", "", NULL },
	{ "limber --json", EXIT_FINE, true, "status", "", "", NULL },
	{ "limber status --json", EXIT_FINE, true, "status", "", "", NULL },
	{ "limber --json list", EXIT_FINE, true, "list", "", "", NULL },
	{ "limber snooze desk until monday 9:00", EXIT_FINE, false, "snooze",
	  "desk until monday 9:00", "", NULL },
	{ "limber pause 1h --why call", EXIT_FINE, false, "pause", "1h", "call", NULL },
	{ "limber pause --why=call 1h", EXIT_FINE, false, "pause", "1h", "call", NULL },
	{ "limber pause --why --json", EXIT_FINE, false, "pause", "", "--json", NULL },
	{ "limber log :week -n 5", EXIT_FINE, false, "log", ":week", "", "5" },
	{ "limber done -- desk", EXIT_FINE, false, "done", "desk", "", NULL },
	{ "limber how -1", EXIT_FINE, false, "how", "-1", "", NULL },
	{ "limber -h", EXIT_FINE, false, "help", "", "", NULL },
	{ "limber snooze --help", EXIT_FINE, false, "help", "snooze", "", NULL },
	{ "limber --version", EXIT_FINE, false, "version", "", "", NULL },
	{ "limber next -n 3", EXIT_FINE, false, "next", "", "", "3" },
	{ "limber set desk every=45min gap=20min --runtime", EXIT_FINE, false, "set",
	  "desk every=45min gap=20min", "", NULL },
	{ "limber add lunch --at=12:30 --say Eat", EXIT_FINE, false, "add", "lunch", "", NULL },
	{ "limber status --waybar --follow", EXIT_FINE, false, "status", "", "", NULL },
	{ "limber names after -- snooze --why", EXIT_FINE, false, "names", "after snooze --why", "",
	  NULL },
	{ "limber set", EXIT_USAGE, false, NULL, NULL, "", NULL },
	{ "limber stood", EXIT_USAGE, false, NULL, NULL, "", NULL },
	{ "limber add lunch --at", EXIT_USAGE, false, NULL, NULL, "", NULL },
	{ "limber set desk a=b --runtime=1", EXIT_USAGE, false, NULL, NULL, "", NULL },
	{ "limber show desk --runtime", EXIT_USAGE, false, NULL, NULL, "", NULL },
	{ "limber snoze", EXIT_USAGE, false, NULL, NULL, "", NULL },
	{ "limber status now", EXIT_USAGE, false, NULL, NULL, "", NULL },
	{ "limber try", EXIT_USAGE, false, NULL, NULL, "", NULL },
	{ "limber done desk bedtime", EXIT_USAGE, false, NULL, NULL, "", NULL },
	{ "limber status --foo", EXIT_USAGE, false, NULL, NULL, "", NULL },
	{ "limber status --why x", EXIT_USAGE, false, NULL, NULL, "", NULL },
	{ "limber watch --json", EXIT_USAGE, true, NULL, NULL, "", NULL },
	{ "limber log -n", EXIT_USAGE, false, NULL, NULL, "", NULL },
	{ "limber status -n 3", EXIT_USAGE, false, NULL, NULL, "", NULL },
	{ "limber a b c d e f g h i j k l m n o p q r", EXIT_USAGE, false, NULL, NULL, "", NULL },
};

static bool line_is(const struct line *line)
{
	char text[256], *argv[32], joined[COMMAND_TEXT_SIZE], *rest = text;
	int argc = 0;
	struct command command;
	snprintf(text, sizeof(text), "%s", line->text);
	while ((argv[argc] = strsep(&rest, " ")))
		argc++;
	enum exit_code code = command_parse(&command, argc, argv);
	if (code != line->code)
		return false;
	if (code != EXIT_FINE)
		return true;
	const char *why = command_given(&command, OPTION_WHY);
	const char *limit = command_given(&command, OPTION_LIMIT);
	return command_join(&command, 0, joined) && strcmp(joined, line->words) == 0 &&
	       strcmp(command.verb->name, line->verb) == 0 && command.json == line->json &&
	       strcmp(why ? why : "", line->why) == 0 &&
	       (line->limit ? limit && strcmp(limit, line->limit) == 0 : !limit);
}

static void parser(void **state)
{
	struct rows rows = rows_begin(state);
	for (size_t i = 0; i < ROWS(lines); i++)
		row_check(&rows, line_is(&lines[i]), "%s", lines[i].text);
	rows_end(&rows);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(table), cmocka_unit_test(option_rows), cmocka_unit_test(elsewhere),
		cmocka_unit_test(near),  cmocka_unit_test(parser),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
