/* What is a character, and what becomes of bytes that are none. */
#include "core/base/utf8.h"

#include <string.h>

#include "tests/rows.h"

static const struct {
	const char *text;
	size_t character, printable;
} firsts[] = {
	{ "", 0, 0 },
	{ "a", 1, 1 },
	{ "\n", 1, 0 },
	{ "\x7f", 1, 0 },
	{ "\xc2\x9b", 2, 0 }, /* U+009B, a control character */
	{ "\xc2\xa0", 2, 2 },
	{ "\xc3\xa4", 2, 2 },
	{ "\xe2\x82\xac", 3, 3 },
	{ "\xf0\x9f\x9a\xb6", 4, 4 },
	{ "\x80", 0, 0 },
	{ "\xc3", 0, 0 },
	{ "\xc3z", 0, 0 },
	{ "\xc0\x80", 0, 0 },         /* overlong */
	{ "\xed\xa0\x80", 0, 0 },     /* a surrogate */
	{ "\xf4\x90\x80\x80", 0, 0 }, /* beyond U+10FFFF */
	{ "\xf5\x80\x80\x80", 0, 0 },
	{ "\xef\xb7\x8f", 3, 3 },     /* U+FDCF */
	{ "\xef\xb7\x90", 0, 0 },     /* U+FDD0 to U+FDEF are noncharacters */
	{ "\xef\xb7\xaf", 0, 0 },     /* U+FDEF */
	{ "\xef\xb7\xb0", 3, 3 },     /* U+FDF0 */
	{ "\xef\xbf\xbd", 3, 3 },     /* U+FFFD */
	{ "\xef\xbf\xbe", 0, 0 },     /* U+FFFE */
	{ "\xef\xbf\xbf", 0, 0 },     /* U+FFFF */
	{ "\xf0\x9f\xbf\xbe", 0, 0 }, /* U+1FFFE */
	{ "\xf4\x8f\xbf\xbf", 0, 0 }, /* U+10FFFF */
};

static void characters(void **state)
{
	struct rows rows = rows_begin(state);
	for (size_t i = 0; i < ROWS(firsts); i++) {
		size_t is = utf8_character(firsts[i].text), shows = utf8_printable(firsts[i].text);
		row_check(&rows, is == firsts[i].character, "row %zu: %zu bytes", i, is);
		row_check(&rows, shows == firsts[i].printable, "row %zu: %zu shown", i, shows);
	}
	rows_end(&rows);
}

static const struct {
	const char *text, *clean;
} dirt[] = {
	{ "", "" },
	{ "plain \xc3\xa4\n", "plain \xc3\xa4\n" },
	{ "50-b\xe9.conf", "50-b?.conf" },
	{ "a\xef\xbf\xbfz", "a???z" },
	{ "\xed\xa0\x80z", "???z" },
	{ "\xff\xfe", "??" },
	{ "cut \xc3", "cut " },
	{ "cut \xe2\x82", "cut " },
	{ "cut \xf0\x9f\x9a", "cut " },
	{ "\xf0\x9fz", "??z" },
	{ "\xe9\xe9", "?" },
};

static void texts_are_cleaned(void **state)
{
	struct rows rows = rows_begin(state);
	for (size_t i = 0; i < ROWS(dirt); i++) {
		char text[32];
		strcpy(text, dirt[i].text);
		utf8_clean(text);
		row_check(&rows, strcmp(text, dirt[i].clean) == 0, "row %zu: \"%s\"", i, text);
		row_check(&rows, utf8_good(text), "row %zu is not good", i);
		bool same = strcmp(dirt[i].text, dirt[i].clean) == 0;
		row_check(&rows, utf8_good(dirt[i].text) == same, "row %zu was good", i);
	}
	rows_end(&rows);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(characters),
		cmocka_unit_test(texts_are_cleaned),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
