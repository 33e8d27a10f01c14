/* The commands of the group `hooks`: which words they have, and what is refused. */
#include "tests/config/load_rows.h"

#include <string.h>

#include "config/hooks.h"

/* A text, and the words of on_card with | between; "" for none. */
static const struct {
	const char *text, *words;
} commands[] = {
	{ "", "" },
	{ "hooks : { };", "" },
	{ "hooks : { on_card = \"\"; };", "" },
	{ "hooks : { on_card = [ ]; };", "" },
	{ "hooks : { on_card = \"   \"; };", "" },
	{ "hooks : { on_card = \"notify-send hi\"; };", "notify-send|hi" },
	{ "hooks : { on_card = \"  a   b  c \"; };", "a|b|c" },
	{ "hooks : { on_card = [ \"a b\", \"\", \" c\" ]; };", "a b|| c" },
	{ "hooks : { on_card = ( \"a\", \"b\" ); };", "a|b" },
	{ "hooks : { on_card = [ \"sh\", \"-c\", \"echo \\\"$x\\\" | cat; \\\\\" ]; };",
	  "sh|-c|echo \"$x\" | cat; \\" },
	{ "hooks : { on_card = \"~/bin/x ~/y\"; };", "./bin/x|~/y" },
	{ "hooks : { on_card = \"é\"; on_card = \"ü\"; };", NULL },
	{ "hooks : { on_away = \"a\"; };", "" },
};

static void joined(char *const words[], char out[256])
{
	out[0] = '\0';
	for (int i = 0; words && words[i]; i++) {
		strcat(out, i > 0 ? "|" : "");
		strcat(out, words[i]);
	}
}

static void words_of_commands(void **state)
{
	struct rows rows = rows_begin(state);
	for (size_t i = 0; i < ROWS(commands); i++) {
		char is[256];
		struct config *config;
		char *lines = load(commands[i].text, strlen(commands[i].text), &config);
		char **words = config ? hook_words(config, HOOK_CARD) : NULL;
		joined(words, is);
		row_check(&rows,
			  commands[i].words ? config && strcmp(is, commands[i].words) == 0
					    : !config,
			  "%s: %s %s", commands[i].text, is, lines);
		free(words);
		free(lines);
		config_free(config);
	}
	rows_end(&rows);
}

/* A refused value is private in a log: a command may hold a password. */
static const struct row refused[] = {
	{ "hooks = \"a\";",
	  "f:1: hooks: must be a group: hooks : { on_card = [ \"PROGRAM\", \"WORD\" ]; };\n" },
	{ "hooks : { on_crad = \"a\"; };",
	  "f:1: hooks.on_crad: is not known here; the nearest is \"on_card\"\n" },
	{ "hooks : { on_card = \"echo $HOME\"; };", "f:1: hooks.on_card: \"echo $HOME\" is divided "
						    "at its blanks, and no shell reads it: write "
						    "a list of words\n" },
	{ "hooks : { on_card = [ \"\", \"a\" ]; };",
	  "f:1: hooks.on_card: is empty: write a text\n" },
	{ "hooks : { on_card = 5; };",
	  "f:1: hooks.on_card: found 5: write \"TEXT\" or [ \"TEXT\", \"TEXT\" ]\n" },
	{ "hooks : { time_limit = \"100ms\"; };",
	  "f:1: hooks.time_limit: \"100ms\" is out of range: 1s to 10min\n" },
	{ "hooks : { time_limit = \"10min\"; };", "" },
};

static void refused_values(void **state)
{
	check_table(state, refused, ROWS(refused));
}

static void time_limits(void **state)
{
	static const struct {
		const char *text;
		usec limit;
	} limits[] = {
		{ "", HOOK_TIME_LIMIT },
		{ "hooks : { time_limit = \"90s\"; };", 90 * USEC_PER_SEC },
	};
	struct rows rows = rows_begin(state);
	for (size_t i = 0; i < ROWS(limits); i++) {
		struct config *config;
		free(load(limits[i].text, strlen(limits[i].text), &config));
		row_check(&rows, config && hook_time_limit(config) == limits[i].limit, "%s",
			  limits[i].text);
		config_free(config);
	}
	rows_end(&rows);
}

/* What is printed for a later layer of files, or a client, has the same commands. */
static void printed(void **state)
{
	static const char text[] =
		"hooks : { on_step = [ \"a\", \"\\\"b\\\\\" ]; on_back = \"c d\"; };";
	struct rows rows = rows_begin(state);
	struct config *config, *again;
	char *out, step[256], back[256];
	size_t size;
	FILE *stream = open_memstream(&out, &size);
	free(load(text, strlen(text), &config));
	config_print(config, stream);
	fclose(stream);
	free(load(out, size, &again));
	char **words = again ? hook_words(again, HOOK_STEP) : NULL;
	joined(words, step);
	free(words);
	words = again ? hook_words(again, HOOK_BACK) : NULL;
	joined(words, back);
	free(words);
	row_check(&rows, strcmp(step, "a|\"b\\") == 0 && strcmp(back, "c|d") == 0, "%s", out);
	free(out);
	config_free(again);
	config_free(config);
	rows_end(&rows);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(words_of_commands),
		cmocka_unit_test(refused_values),
		cmocka_unit_test(time_limits),
		cmocka_unit_test(printed),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
