/* The layout of a card in the room of a notification server: lines, pages, what is left out. */
#include "core/codec/card_room.h"

#include <string.h>

#include "tests/rows.h"

static void lines(void **state)
{
	static const struct {
		const char *text;
		int columns, lines;
	} cases[] = {
		{ "", 10, 0 },
		{ "one", 10, 1 },
		{ "one two", 7, 1 },
		{ "one two three", 7, 2 }, /* the blank after a full line is dropped */
		{ "one two three", 6, 3 },
		{ "abcdefghij", 5, 2 }, /* a longer word is broken */
		{ "abcdefghijk", 5, 3 },
		{ "ab cdefghijk", 5, 3 },
		{ "one\n\ntwo", 5, 3 },
		{ "one\n", 5, 1 },
		{ "äöü äöü", 3, 2 }, /* characters, not bytes */
	};
	struct rows rows = rows_begin(state);
	for (size_t i = 0; i < ROWS(cases); i++) {
		int found = room_lines(cases[i].text, cases[i].columns);
		row_check(&rows, found == cases[i].lines, "\"%s\" in %d columns: %d", cases[i].text,
			  cases[i].columns, found);
	}
	rows_end(&rows);
}

static void pages(void **state)
{
	static const struct {
		const char *rest;
		int lines, pages;
	} cases[] = {
		{ "", 2, 0 },
		{ "one", 2, 1 },
		{ "one\ntwo", 2, 1 },
		{ "one\ntwo\nthree", 2, 2 },
		{ "one\ntwo\nthree", 3, 1 },
		{ "one\ntwo two two\nthree", 2, 3 }, /* a line is not divided between pages */
	};
	struct rows rows = rows_begin(state);
	for (size_t i = 0; i < ROWS(cases); i++) {
		const struct card_server server = { .lines = cases[i].lines, .columns = 8 };
		int found = room_pages(&server, cases[i].rest);
		row_check(&rows, found == cases[i].pages, "\"%s\" in %d lines: %d", cases[i].rest,
			  cases[i].lines, found);
	}
	rows_end(&rows);
}

#define UP "Stand up and walk."

static void layouts(void **state)
{
	static const struct {
		const char *name;
		struct card_server server;
		const char *bodies[ROOM_BODIES];
		int count;
		bool picture;
		struct room_layout layout;
	} cases[] = {
		{ "all fits beside the picture",
		  { .lines = 4, .columns = 20, .beside = 20 },
		  { UP, "Walk." },
		  2,
		  true,
		  { 0, true, false, sizeof(UP) - 1 } },
		{ "less of the body, beside the picture",
		  { .lines = 3, .columns = 20, .beside = 8 },
		  { UP, "Walk." },
		  2,
		  true,
		  { 1, true, false, 5 } },
		{ "the picture is left out",
		  { .lines = 3, .columns = 20, .beside = 8 },
		  { UP },
		  1,
		  true,
		  { 0, false, false, sizeof(UP) - 1 } },
		{ "a server that cuts nothing",
		  { .lines = 0 },
		  { UP },
		  1,
		  true,
		  { 0, true, false, sizeof(UP) - 1 } },
		{ "lines one after the other",
		  { .lines = 1, .columns = 30, .title_apart = true },
		  { "One.\nTwo." },
		  1,
		  false,
		  { 0, false, true, 9 } },
		{ "on two pages",
		  { .lines = 2, .columns = 10 },
		  { "one\ntwo\nthree" },
		  1,
		  false,
		  { 0, false, false, 4 } },
		{ "what costs no page is not left out",
		  { .lines = 2, .columns = 10 },
		  { "one\ntwo\nthree", "one\ntwo" },
		  2,
		  false,
		  { 0, false, false, 4 } },
		{ "what costs a page is",
		  { .lines = 2, .columns = 10 },
		  { "one\ntwo\nthree\nfour", "one\ntwo\nthree" },
		  2,
		  false,
		  { 1, false, false, 4 } },
	};
	struct rows rows = rows_begin(state);
	for (size_t i = 0; i < ROWS(cases); i++) {
		const struct room_layout *want = &cases[i].layout;
		struct room_layout layout;
		room_lay(&cases[i].server, "Walk", cases[i].bodies, cases[i].count,
			 cases[i].picture, &layout);
		row_check(&rows,
			  layout.body == want->body && layout.picture == want->picture &&
				  layout.packed == want->packed && layout.bytes == want->bytes,
			  "%s: body %d, picture %d, packed %d, %zu bytes", cases[i].name,
			  layout.body, layout.picture, layout.packed, layout.bytes);
	}
	rows_end(&rows);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(lines),
		cmocka_unit_test(pages),
		cmocka_unit_test(layouts),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
