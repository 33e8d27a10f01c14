/* What is heard within a part, as "4 begin; 14 again 2; 21 left 3", in seconds. */
#include "tests/rows.h"
#include "voice/count.h"

#include <stdio.h>
#include <string.h>

#define S USEC_PER_SEC

static const struct {
	const char *name;
	struct player_clock clock;
	size_t announced;
	const char *sounded, *spoken;
} cases[] = {
	{ "a short part", { .length = 5 * S, .times = 1 }, 0, "", "" },
	{ "a part", { .length = 20 * S, .times = 1 }, 0, "", "17 left 3; 18 left 2; 19 left 1" },
	{ "a change-over", { .change = 4 * S, .length = 5 * S, .times = 1 }, 0, "4 begin 1", "" },
	{ "repetitions",
	  { .change = 4 * S, .length = 20 * S, .times = 2 },
	  0,
	  "4 begin 1; 14 again 2",
	  "14 again 2; 21 left 3; 22 left 2; 23 left 1" },
	{ "fast repetitions",
	  { .length = 10 * S, .times = 5 },
	  0,
	  "2 again 2; 4 again 3; 6 again 4; 8 again 5",
	  "7 left 3; 8 left 2; 9 left 1" },
	{ "in its midst",
	  { .at = 15 * S, .change = 4 * S, .length = 20 * S, .times = 2 },
	  0,
	  "",
	  "21 left 3; 22 left 2; 23 left 1" },
	{ "over", { .at = 24 * S, .change = 4 * S, .length = 20 * S, .times = 2 }, 0, "", "" },
	{ "a long announcement",
	  { .length = 10 * S, .times = 1 },
	  13 * 8,
	  "",
	  "8 left 2; 9 left 1" },
	{ "a longer one",
	  { .length = 20 * S, .times = 2 },
	  13 * 11,
	  "10 again 2",
	  "17 left 3; 18 left 2; 19 left 1" },
	{ "one that is heard late",
	  { .at = 5 * S, .length = 20 * S, .times = 1 },
	  13 * 13,
	  "",
	  "18 left 2; 19 left 1" },
};

static void put(char out[256], const struct count *count)
{
	static const char *const words[] = { "begin", "again", "left" };
	size_t length = strlen(out);
	snprintf(out + length, 256 - length, "%s%d %s %d", length > 0 ? "; " : "",
		 (int)(count->at / S), words[count->kind], count->number);
}

static void counts(void **state)
{
	struct rows rows = rows_begin(state);
	for (size_t i = 0; i < ROWS(cases); i++) {
		char heard[2][256] = { "", "" };
		for (int voice = 0; voice < 2; voice++) {
			struct count count = { .at = cases[i].clock.at };
			while (count_next(&cases[i].clock, voice, cases[i].announced, count.at,
					  &count))
				put(heard[voice], &count);
		}
		row_check(&rows, strcmp(heard[0], cases[i].sounded) == 0, "%s: %s", cases[i].name,
			  heard[0]);
		row_check(&rows, strcmp(heard[1], cases[i].spoken) == 0, "%s: %s", cases[i].name,
			  heard[1]);
	}
	rows_end(&rows);
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(counts) };
	return cmocka_run_group_tests(tests, NULL, NULL);
}
