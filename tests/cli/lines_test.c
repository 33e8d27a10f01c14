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
	/* Chinese and emoji have two columns, accents of their own none; none of them is cut. */
	{ "\u4f38\u5c55\u4e00\u4e0b", 0, 0, 5, "\u4f38\u5c55\n\u4e00\u4e0b\n" },
	{ "a\u4f38\u5c55", 0, 0, 4, "a\u4f38\n\u5c55\n" },
	{ "\u4f38 \U0001f6b6", 0, 1, 4, "\u4f38\n \U0001f6b6\n" },
	{ "\u4f38\u5c55", 1, 0, 2, "\n\u4f38\n\u5c55\n" },
	{ "e\u0301e\u0301e\u0301", 0, 0, 2, "e\u0301e\u0301\ne\u0301\n" },
	{ "x\U0001f469\u200d\U0001f4bb", 0, 0, 4, "x\n\U0001f469\u200d\U0001f4bb\n" },
	{ "\u05e9\u05dc\u05d5\u05dd", 0, 0, 3, "\u05e9\u05dc\u05d5\n\u05dd\n" },
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
		{ "\u4f38\u5c55 b", 4, 6, "b" },
		{ "\u4f38\u5c55 b", 3, 3, "\u5c55 b" },
		{ "\u4f38\u5c55", 1, 3, "\u5c55" },
		{ "e\u0301 b", 1, 3, "b" },
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

/* Exactly so many columns, padded or cut. */
static void padded(void **state)
{
	static const struct {
		const char *text;
		int width;
		const char *line;
	} lines[] = {
		{ "walk", 6, "walk  " },
		{ "walk about", 8, "walk ..." },
		{ "\u4f38\u5c55", 6, "\u4f38\u5c55  " },
		{ "\u4f38\u5c55\u4e00\u4e0b", 7, "\u4f38\u5c55..." },
		{ "\u4f38\u5c55\u4e00\u4e0b", 6, "\u4f38... " },
		{ "a\u0301b", 3, "a\u0301b " },
		{ "ca\u0301fe\u0301s", 4, "c..." },
		{ "ca\u0301fe\u0301s2", 5, "ca\u0301..." },
		{ "\U0001f469\u200d\U0001f4bb and more", 7, "\U0001f469\u200d\U0001f4bb..." },
		{ "\U0001f469\u200d\U0001f4bb and more", 6, "...   " },
		{ "\u05e9\u05dc\u05d5\u05dd", 5, "\u05e9\u05dc\u05d5\u05dd " },
		{ "walk", 2, ".." },
	};
	struct rows rows = rows_begin(state);
	for (size_t i = 0; i < ROWS(lines); i++) {
		char *out = NULL;
		size_t size;
		FILE *stream = open_memstream(&out, &size);
		lines_pad(stream, lines[i].text, lines[i].width);
		fclose(stream);
		row_check(&rows, strcmp(out, lines[i].line) == 0, "%s in %d: \"%s\"", lines[i].text,
			  lines[i].width, out);
		row_check(&rows, lines_width(out) == lines[i].width, "%s: %d columns",
			  lines[i].text, lines_width(out));
		free(out);
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
					    cmocka_unit_test(padded), cmocka_unit_test(rooms),
					    cmocka_unit_test(whole) };
	return cmocka_run_group_tests(tests, NULL, NULL);
}
