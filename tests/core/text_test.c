/* Times of day, days, names and near misses. */
#include "core/base/text.h"

#include <string.h>

#include "core/model/outcome.h"
#include "core/words/words.h"
#include "tests/core/zones.h"

enum { LONG = 10000 };

/* 10,000 times the same character. */
static const char *long_text(char c)
{
	static char text[LONG + 1];
	memset(text, c, LONG);
	return text;
}

static void long_texts_are_refused(void **state)
{
	struct rows rows = rows_begin(state);
	usec length;
	int number;
	row_check(&rows, length_read(long_text('9'), &length) == TEXT_NO_UNIT, "nines");
	row_check(&rows, length_read(long_text('h'), &length) == TEXT_NO_NUMBER, "letters");
	row_check(&rows, length_read(long_text(' '), &length) == TEXT_EMPTY, "blanks");
	row_check(&rows, length_read(long_text('0'), &length) == TEXT_OK && length == 0, "noughts");
	row_check(&rows, clock_read(long_text('0'), &number) == TEXT_BAD_TIME, "time");
	row_check(&rows, weekday_read(long_text('m'), LONG, &number) == TEXT_BAD_DAY, "day");
	row_check(&rows, name_read(long_text('a'), LONG) == TEXT_BAD_NAME, "name");
	const char *const words[] = { "a" };
	row_check(&rows, text_nearest(long_text('a'), words, 1) == NULL, "word");
	rows_end(&rows);
}

static void clocks_are_read(void **state)
{
	static const struct {
		const char *text;
		enum text_error error;
		int minutes;
	} cases[] = {
		{ "8:00", TEXT_OK, 480 },       { "08:00", TEXT_OK, 480 },
		{ "0:00", TEXT_OK, 0 },         { "00:01", TEXT_OK, 1 },
		{ "21:30", TEXT_OK, 1290 },     { "23:59", TEXT_OK, 1439 },
		{ "24:00", TEXT_OK, 1440 },     { " 21:30\t", TEXT_OK, 1290 },
		{ "24:01", TEXT_BAD_TIME, 0 },  { "25:00", TEXT_BAD_TIME, 0 },
		{ "12:60", TEXT_BAD_TIME, 0 },  { "8", TEXT_BAD_TIME, 0 },
		{ "8:", TEXT_BAD_TIME, 0 },     { ":30", TEXT_BAD_TIME, 0 },
		{ "8:5", TEXT_BAD_TIME, 0 },    { "8:005", TEXT_BAD_TIME, 0 },
		{ "008:00", TEXT_BAD_TIME, 0 }, { "8:00:00", TEXT_BAD_TIME, 0 },
		{ "-8:00", TEXT_BAD_TIME, 0 },  { "8.30", TEXT_OK, 510 },
		{ "8 :30", TEXT_BAD_TIME, 0 },  { "noon", TEXT_OK, 720 },
		{ "8：00", TEXT_OK, 480 },      { "4294967304:00", TEXT_BAD_TIME, 0 },
		{ "8:00pm", TEXT_OK, 1200 },    { "5pm", TEXT_OK, 1020 },
		{ "5 PM", TEXT_OK, 1020 },      { "5\xc2\xa0p.m.", TEXT_OK, 1020 },
		{ "12am", TEXT_OK, 0 },         { "12:30 a.m.", TEXT_OK, 30 },
		{ "12pm", TEXT_OK, 720 },       { "12:30pm", TEXT_OK, 750 },
		{ "11:59pm", TEXT_OK, 1439 },   { "Midnight", TEXT_OK, 0 },
		{ "17.30", TEXT_OK, 1050 },     { "13pm", TEXT_BAD_TIME, 0 },
		{ "0am", TEXT_BAD_TIME, 0 },    { "5", TEXT_BAD_TIME, 0 },
		{ "5p", TEXT_BAD_TIME, 0 },     { "5pmx", TEXT_BAD_TIME, 0 },
		{ "17.3", TEXT_BAD_TIME, 0 },   { "noonish", TEXT_BAD_TIME, 0 },
		{ "5:3pm", TEXT_BAD_TIME, 0 },  { "8:00 9:00", TEXT_TRAILING, 0 },
		{ "", TEXT_EMPTY, 0 },          { "  ", TEXT_EMPTY, 0 },
	};
	struct rows rows = rows_begin(state);
	for (size_t i = 0; i < ROWS(cases); i++) {
		int minutes = -1;
		enum text_error error = clock_read(cases[i].text, &minutes);
		int want = cases[i].error == TEXT_OK ? cases[i].minutes : -1;
		row_check(&rows, error == cases[i].error && minutes == want,
			  "\"%s\": error %d, %d minutes", cases[i].text, error, minutes);
	}
	for (int minutes = 0; minutes <= 1440; minutes++) {
		char printed[CLOCK_SIZE];
		int back = -1;
		clock_print(minutes, printed);
		row_check(&rows, clock_read(printed, &back) == TEXT_OK && back == minutes, "%s",
			  printed);
	}
	rows_end(&rows);
}

static void weekdays_are_read(void **state)
{
	static const struct {
		const char *text;
		size_t length;
		enum text_error error;
		int day;
	} cases[] = {
		{ "Mon", 3, TEXT_OK, MONDAY },        { "monday", 6, TEXT_OK, MONDAY },
		{ "TUE", 3, TEXT_OK, TUESDAY },       { "Wednesday", 9, TEXT_OK, WEDNESDAY },
		{ "thu", 3, TEXT_OK, THURSDAY },      { "Fri..Mon", 3, TEXT_OK, FRIDAY },
		{ "saturday", 8, TEXT_OK, SATURDAY }, { "sUnDaY", 6, TEXT_OK, SUNDAY },
		{ "Mo", 2, TEXT_BAD_DAY, 0 },         { "Tues", 4, TEXT_BAD_DAY, 0 },
		{ "Mond", 4, TEXT_BAD_DAY, 0 },       { "mondays", 7, TEXT_BAD_DAY, 0 },
		{ " Mon", 4, TEXT_BAD_DAY, 0 },       { "Montag", 6, TEXT_BAD_DAY, 0 },
		{ "1", 1, TEXT_BAD_DAY, 0 },          { "Mon", 0, TEXT_EMPTY, 0 },
	};
	struct rows rows = rows_begin(state);
	for (size_t i = 0; i < ROWS(cases); i++) {
		int day = -1;
		enum text_error error = weekday_read(cases[i].text, cases[i].length, &day);
		int want = cases[i].error == TEXT_OK ? cases[i].day : -1;
		row_check(&rows, error == cases[i].error && day == want, "\"%s\": error %d, day %d",
			  cases[i].text, error, day);
	}
	for (int day = MONDAY; day <= SUNDAY; day++) {
		int back = -1;
		row_check(&rows,
			  weekday_read(weekday_short(day), 3, &back) == TEXT_OK && back == day,
			  "%s", weekday_short(day));
	}
	rows_end(&rows);
}

static void names_are_checked(void **state)
{
	static const struct {
		const char *text;
		enum text_error error;
	} cases[] = {
		{ "desk", TEXT_OK },
		{ "a", TEXT_OK },
		{ "eye-rest-2", TEXT_OK },
		{ "a-", TEXT_OK },
		{ "abcdefghijklmnopqrstuvwxyz-01234", TEXT_OK },
		{ "abcdefghijklmnopqrstuvwxyz-012345", TEXT_BAD_NAME },
		{ "", TEXT_EMPTY },
		{ "Desk", TEXT_BAD_NAME },
		{ "dEsk", TEXT_BAD_NAME },
		{ "2desk", TEXT_BAD_NAME },
		{ "-desk", TEXT_BAD_NAME },
		{ "my desk", TEXT_BAD_NAME },
		{ "my_desk", TEXT_BAD_NAME },
		{ "desk\n", TEXT_BAD_NAME },
		{ "büro", TEXT_BAD_NAME },
		{ "../desk", TEXT_BAD_NAME },
	};
	struct rows rows = rows_begin(state);
	for (size_t i = 0; i < ROWS(cases); i++) {
		enum text_error error = name_read(cases[i].text, strlen(cases[i].text));
		row_check(&rows, error == cases[i].error, "\"%s\": error %d", cases[i].text, error);
	}
	row_check(&rows, name_read("desk\0x", 6) == TEXT_BAD_NAME, "a NUL in a name");
	row_check(&rows, name_read("desk and more", 4) == TEXT_OK, "the first four letters");
	rows_end(&rows);
}

static void the_nearest_word_is_found(void **state)
{
	static const char *const words[] = { "every",  "items",    "pause", "status",
					     "snooze", "explain",  "on",    "still_sitting",
					     "start",  "standing", "desk" };
	static const struct {
		const char *word, *nearest;
	} cases[] = {
		{ "every", "every" },
		{ "EVERY", "every" },
		{ "evrey", "every" },
		{ "evry", "every" },
		{ "everyy", "every" },
		{ "ebery", "every" },
		{ "item", "items" },
		{ "ietms", "items" },
		{ "statsu", "status" },
		{ "snoze", "snooze" },
		{ "snooozeee", "snooze" },
		{ "paws", NULL },
		{ "pasue", "pause" },
		{ "explane", "explain" },
		{ "sitl_stiting", "still_sitting" },
		{ "still_sat", NULL },
		{ "STILL", "still_sitting" },
		{ "snoo", "snooze" },
		{ "stat", "status" },
		{ "strat", "start" },
		{ "sitting", NULL },
		{ "still-sittting", "still_sitting" },
		{ "no", "on" },
		{ "zz", NULL },
		{ "", NULL },
		{ "xyzzy", NULL },
		/* A third of its letters, one at least: half of them makes another word. */
		{ "nope", NULL },
		{ "foo", NULL },
		{ "evr", NULL },
		{ "evey", "every" },
		/* But one that only stands in another place is meant. */
		{ "pusae", "pause" },
		{ "dekc", "desk" },
		{ "dske", "desk" },
		{ "kesd", NULL },
		{ "dons", NULL },
		{ "psuae", NULL },
		{ "stat_us", "status" },
		{ "stndaing", "standing" },
		{ "explian", "explain" },
		{ "äußern", NULL },
	};
	struct rows rows = rows_begin(state);
	for (size_t i = 0; i < ROWS(cases); i++) {
		const char *nearest = text_nearest(cases[i].word, words, ROWS(words));
		bool good = nearest == NULL || cases[i].nearest == NULL
				    ? nearest == cases[i].nearest
				    : strcmp(nearest, cases[i].nearest) == 0;
		row_check(&rows, good, "\"%s\" is near \"%s\"", cases[i].word,
			  nearest != NULL ? nearest : "(none)");
	}
	static const char *const alike[] = { "bat", "cat" };
	row_check(&rows, text_nearest("hat", alike, 2) == alike[0], "the first of two as near");
	row_check(&rows, text_nearest("every", NULL, 0) == NULL, "no words at all");
	rows_end(&rows);
}

static void every_error_has_words(void **state)
{
	struct rows rows = rows_begin(state);
	for (int error = TEXT_OK; error <= TEXT_BAD_PAST; error++) {
		const char *words = text_error_words((enum text_error)error);
		row_check(&rows, words != NULL && (error == TEXT_OK) == (words[0] == '\0'),
			  "error %d", error);
	}
	rows_end(&rows);
}

static void outcomes_come_back(void **state)
{
	struct rows rows = rows_begin(state);
	for (int i = OUTCOME_NONE; i < OUTCOME_COUNT; i++) {
		enum outcome outcome = (enum outcome)i;
		const char *say = outcome_say(outcome);
		row_check(&rows, outcome_read(outcome_word(outcome)) == outcome, "outcome %d", i);
		row_check(&rows, say != NULL && say[0] != '\0', "no words for outcome %d", i);
	}
	row_check(&rows, outcome_read("Done") == OUTCOME_COUNT, "Done");
	row_check(&rows, outcome_read("") == OUTCOME_COUNT, "no word");
	row_check(&rows, strcmp(outcome_word(OUTCOME_NOT_SHOWN), "not_shown") == 0, "not_shown");
	row_check(&rows, strcmp(outcome_word(OUTCOME_NONE), "taken_back") == 0, "taken_back");
	rows_end(&rows);
}

static void hints_of_errors(void **state)
{
	static const struct {
		enum text_error error;
		const char *text, *hint;
	} cases[] = {
		{ TEXT_BAD_UNIT, "5 minuts", "minutes" },
		{ TEXT_BAD_UNIT, "2hrous", "hours" },
		{ TEXT_BAD_UNIT, "5 min 3 secnds", "seconds" },
		{ TEXT_BAD_UNIT, "5 parsecs", NULL },
		{ TEXT_BAD_UNIT, "5 xs", NULL },
		{ TEXT_BAD_AMOUNT, "2 glases", "glass" },
		{ TEXT_BAD_AMOUNT, "half a botle", "bottle" },
		{ TEXT_BAD_AMOUNT, "2 bananas", NULL },
		{ TEXT_BAD_DAY, "mondya 9:00", "monday" },
		{ TEXT_BAD_WORD, "wekly", "weekly" },
		{ TEXT_BAD_TIME, "mondya", NULL },
		{ TEXT_BAD_WORD, "", NULL },
	};
	struct rows rows = rows_begin(state);
	for (size_t i = 0; i < ROWS(cases); i++) {
		const char *hint = text_hint(cases[i].error, cases[i].text);
		row_check(&rows,
			  hint && cases[i].hint ? strcmp(hint, cases[i].hint) == 0
						: hint == cases[i].hint,
			  "\"%s\": %s", cases[i].text, hint ? hint : "none");
	}
	row_check(&rows, !text_hint(TEXT_BAD_UNIT, long_text('m')), "a long word");
	rows_end(&rows);
}

/* What is too long is cut between characters, also where a value ends. */
static void patterns_are_filled(void **state)
{
	static const struct {
		const char *pattern, *value, *filled;
		size_t size;
	} cases[] = {
		{ "{name}", "b", "b", 9 },
		{ "a{name}c", "b", "abc", 9 },
		{ "{name", "b", "{name", 9 },
		{ "{other}", "b", "{other}", 9 },
		{ "a{name}", "\u00e9", "a", 3 },
		{ "a{name}", "\u00e9", "a\u00e9", 4 },
		{ "{name}", "\u00e9\u2026", "\u00e9", 5 },
		{ "\u2026{name}", "b", "\u2026", 4 },
		{ "{name}", "\u00e9", "", 2 },
		{ "{name}", "\u00e9", "", 1 },
	};
	struct rows rows = rows_begin(state);
	for (size_t i = 0; i < ROWS(cases); i++) {
		char out[16] = "????";
		size_t length = words_fill(out, cases[i].size, cases[i].pattern, "name",
					   cases[i].value, NULL);
		row_check(&rows,
			  strcmp(out, cases[i].filled) == 0 && length == strlen(cases[i].filled),
			  "\"%s\" in %zu: \"%s\"", cases[i].pattern, cases[i].size, out);
	}
	rows_end(&rows);
}

/* Of a long text the begin, which ends with a whole character. */
static void begins_are_whole(void **state)
{
	static const struct {
		const char *before, *character;
		size_t length;
	} cases[] = { { "", "a", 60 },          { "", "\u00e4", 60 },     { "x", "\u00e4", 59 },
		      { "", "\u4f38", 60 },     { "xy", "\u4f38", 59 },   { "x", "\u4f38", 58 },
		      { "", "\U0001f6b6", 60 }, { "x", "\U0001f6b6", 57 } };
	struct rows rows = rows_begin(state);
	char text[200];
	for (size_t i = 0; i < ROWS(cases); i++) {
		strcpy(text, cases[i].before);
		while (strlen(text) < 120)
			strcat(text, cases[i].character);
		struct text_begin begin = text_begin(text);
		row_check(&rows,
			  strlen(begin.text) == cases[i].length &&
				  strncmp(begin.text, text, cases[i].length) == 0,
			  "%s%s: %s", cases[i].before, cases[i].character, begin.text);
		row_check(&rows, strcmp(text_begin("short").text, "short") == 0, "short");
	}
	rows_end(&rows);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(long_texts_are_refused),    cmocka_unit_test(clocks_are_read),
		cmocka_unit_test(weekdays_are_read),         cmocka_unit_test(names_are_checked),
		cmocka_unit_test(the_nearest_word_is_found), cmocka_unit_test(hints_of_errors),
		cmocka_unit_test(every_error_has_words),     cmocka_unit_test(outcomes_come_back),
		cmocka_unit_test(patterns_are_filled),       cmocka_unit_test(begins_are_whole),
	};
	return cmocka_run_group_tests_name("core/text", tests, NULL, NULL);
}
