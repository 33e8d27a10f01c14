/* Lines: where they are broken, and that nothing of them is lost. */
#include "tests/rows.h"

#include <stdlib.h>
#include <string.h>

#include "cli/shared/lines.h"

static const struct {
	const char *text;
	int at, indent, width;
	const char *lines;
} cases[] = {
	{ "one two three", 0, 0, 20, "one two three\n" },
	{ "one two three", 0, 2, 8, "one two\n  three\n" },
	{ "one two", 4, 2, 8, "one\n  two\n" },
	{ "abcdefghijkl", 0, 0, 5, "abcde\nfghij\nkl\n" },
	{ "ab cdefghijkl m", 0, 2, 7, "ab\n  cdefg\n  hijkl\n  m\n" },
	{ "abcdefghij", 3, 1, 5, "ab\n cdef\n ghij\n" },
	{ "\xc3\xa4\xc3\xb6\xc3\xbc\xc3\xa4\xc3\xb6", 0, 0, 3,
	  "\xc3\xa4\xc3\xb6\xc3\xbc\n\xc3\xa4\xc3\xb6\n" },
	{ "Now: a    Then: b", 2, 2, 12, "Now: a\n  Then: b\n" },
	{ "a line\n", 0, 0, 20, "a line\n" },
	{ "", 0, 0, 20, "\n" },
	{ "no room", 0, 9, 8, "no room\n" },
	{ "a\x1b[31m\x07\tb\x7f", 0, 0, 20, "a?[31m??b?\n" },
	{ "a\xc2\x9b"
	  "31m",
	  0, 0, 20, "a?31m\n" },
	{ "a\xe2\x80\xaehidden\xe2\x80\xac", 0, 0, 20, "a?hidden?\n" },
	{ "\xe2\x81\xa6x\xe2\x81\xa9\xe2\x80\xa8\xe2\x80\xa9", 0, 0, 20, "?x???\n" },
	{ "a\xe2\x80\x8b"
	  "b\xc2\xad"
	  "c\xef\xbb\xbf",
	  0, 0, 20, "a?b?c?\n" },
	{ "\xff\x80\xe2\x80", 0, 0, 3, "???\n?\n" },
	{ "\xef\xbf\xbf", 0, 0, 20, "?\n" },
	/* Persian and an emoji are joined by what ASCII has no need of. */
	{ "\xd9\x85\xe2\x80\x8c\xd8\xae", 0, 0, 20, "\xd9\x85\xe2\x80\x8c\xd8\xae\n" },
	{ "a\xe2\x80\x8d"
	  "b\xe2\x80\x8d",
	  0, 0, 20, "a?b?\n" },
};

static void wrapped(void **state)
{
	struct rows rows = rows_begin(state);
	for (size_t i = 0; i < ROWS(cases); i++) {
		char *out = NULL;
		size_t size;
		FILE *stream = open_memstream(&out, &size);
		lines_wrap_to(stream, cases[i].text, cases[i].at, cases[i].indent, cases[i].width);
		fclose(stream);
		row_check(&rows, strcmp(out, cases[i].lines) == 0, "%s:\n%s", cases[i].text, out);
		free(out);
	}
	rows_end(&rows);
}

static void firsts(void **state)
{
	static const struct {
		const char *text;
		int width;
		size_t bytes;
		const char *rest;
	} lines[] = {
		{ "one two", 7, 7, "" },
		{ "one two", 6, 3, "two" },
		{ "one two", 3, 3, "two" },
		{ "one two", 2, 2, "e two" },
		{ "\xc3\xa4\xc3\xb6 b", 2, 4, "b" },
		{ "", 5, 0, "" },
	};
	struct rows rows = rows_begin(state);
	for (size_t i = 0; i < ROWS(lines); i++) {
		const char *rest;
		size_t bytes = lines_first(lines[i].text, lines[i].width, &rest);
		row_check(&rows, bytes == lines[i].bytes && strcmp(rest, lines[i].rest) == 0,
			  "%s in %d: %zu and \"%s\"", lines[i].text, lines[i].width, bytes, rest);
	}
	rows_end(&rows);
}

static void rooms(void **state)
{
	static const struct {
		const char *columns;
		int room;
	} list[] = {
		{ "36", 36 },         { "200", LINES_WIDTH },
		{ "3", 20 },          { "99999999999999999999", LINES_WIDTH },
		{ "0", LINES_WIDTH }, { "-5", LINES_WIDTH },
		{ "", LINES_WIDTH },  { "wide", LINES_WIDTH },
	};
	struct rows rows = rows_begin(state);
	char *out = NULL;
	size_t size;
	FILE *stream = open_memstream(&out, &size);
	for (size_t i = 0; i < ROWS(list); i++) {
		setenv("COLUMNS", list[i].columns, 1);
		row_check(&rows, lines_room(stream) == list[i].room, "\"%s\": %d", list[i].columns,
			  lines_room(stream));
	}
	unsetenv("COLUMNS");
	fclose(stream);
	free(out);
	rows_end(&rows);
}

/* Without a terminal a word is not broken. */
static void whole(void **state)
{
	char word[101] = "", *out = NULL;
	size_t size;
	(void)state;
	FILE *stream = open_memstream(&out, &size);
	memset(word, 'a', sizeof(word) - 1);
	lines_wrap(stream, word, 0, 0);
	fclose(stream);
	assert_int_equal(size, sizeof(word));
	free(out);
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(wrapped), cmocka_unit_test(firsts),
					    cmocka_unit_test(rooms), cmocka_unit_test(whole) };
	return cmocka_run_group_tests(tests, NULL, NULL);
}
