/* Lengths of time, from their texts and back. */
#include "core/base/text.h"

#include <string.h>

#include "tests/rows.h"

#define MIN USEC_PER_MIN
#define HOUR USEC_PER_HOUR
#define DAY USEC_PER_DAY

static void lengths_are_read(void **state)
{
	static const struct {
		const char *text;
		enum text_error error;
		usec length;
	} cases[] = {
		{ "50min", TEXT_OK, 50 * MIN },
		{ "50 min", TEXT_OK, 50 * MIN },
		{ " 50\tmin ", TEXT_OK, 50 * MIN },
		{ "50MIN", TEXT_OK, 50 * MIN },
		{ "1m", TEXT_OK, MIN },
		{ "1minute", TEXT_OK, MIN },
		{ "2Minutes", TEXT_OK, 2 * MIN },
		{ "00050min", TEXT_OK, 50 * MIN },
		{ "1h30", TEXT_OK, 90 * MIN },
		{ "1h 30", TEXT_OK, 90 * MIN },
		{ "1 h 30 min", TEXT_OK, 90 * MIN },
		{ "1h30min", TEXT_OK, 90 * MIN },
		{ "30min 1h", TEXT_OK, 90 * MIN },
		{ "1h 1h", TEXT_OK, 2 * HOUR },
		{ "1hr", TEXT_OK, HOUR },
		{ "1hour2hours", TEXT_OK, 3 * HOUR },
		{ "1h30min20", TEXT_OK, 90 * MIN + 20 * USEC_PER_SEC },
		{ "1w2", TEXT_OK, 9 * DAY },
		{ "2d12", TEXT_OK, 60 * HOUR },
		{ "5m30", TEXT_OK, 5 * MIN + 30 * USEC_PER_SEC },
		{ "1s5", TEXT_OK, USEC_PER_SEC + 5000 },
		{ "1ms5", TEXT_OK, 1005 },
		{ "90s", TEXT_OK, 90 * USEC_PER_SEC },
		{ "90sec", TEXT_OK, 90 * USEC_PER_SEC },
		{ "1second", TEXT_OK, USEC_PER_SEC },
		{ "2seconds", TEXT_OK, 2 * USEC_PER_SEC },
		{ "250ms", TEXT_OK, 250000 },
		{ "7us", TEXT_OK, 7 },
		{ "1day", TEXT_OK, DAY },
		{ "3days", TEXT_OK, 3 * DAY },
		{ "1week", TEXT_OK, 7 * DAY },
		{ "2weeks", TEXT_OK, 14 * DAY },
		{ "0", TEXT_OK, 0 },
		{ "000", TEXT_OK, 0 },
		{ "0min", TEXT_OK, 0 },
		{ "1us0", TEXT_OK, 1 },
		{ "400d", TEXT_OK, LENGTH_MAX },
		{ "9600h", TEXT_OK, LENGTH_MAX },
		{ "34560000000000us", TEXT_OK, LENGTH_MAX },
		{ "34560000000001us", TEXT_RANGE, 0 },
		{ "400d1us", TEXT_RANGE, 0 },
		{ "401days", TEXT_RANGE, 0 },
		{ "58w", TEXT_RANGE, 0 },
		{ "399d 25h", TEXT_RANGE, 0 },
		{ "9223372036854775807us", TEXT_RANGE, 0 },
		{ "9223372036854775808us", TEXT_RANGE, 0 },
		{ "18446744073709551617us", TEXT_RANGE, 0 },
		{ "99999999999999999999h", TEXT_RANGE, 0 },
		{ "1h99999999999999999999", TEXT_RANGE, 0 },
		{ "", TEXT_EMPTY, 0 },
		{ " \t ", TEXT_EMPTY, 0 },
		{ "min", TEXT_NO_NUMBER, 0 },
		{ "-5min", TEXT_NO_NUMBER, 0 },
		{ "+5min", TEXT_NO_NUMBER, 0 },
		{ ".5h", TEXT_NO_NUMBER, 0 },
		{ "\n5min", TEXT_NO_NUMBER, 0 },
		{ "½h", TEXT_NO_NUMBER, 0 },
		{ "５min", TEXT_OK, 5 * MIN },
		{ "31\xc2\xa0min", TEXT_OK, 31 * MIN },
		{ "\xef\xbb\xbf"
		  "31min",
		  TEXT_OK, 31 * MIN },
		{ "1h\xe2\x80\xaf"
		  "30\xe2\x80\x8b",
		  TEXT_OK, 90 * MIN },
		{ "5pm", TEXT_BAD_UNIT, 0 },
		{ "50", TEXT_NO_UNIT, 0 },
		{ "50 ", TEXT_NO_UNIT, 0 },
		{ "1h 30 45", TEXT_NO_UNIT, 0 },
		{ "30 1h", TEXT_NO_UNIT, 0 },
		{ "7us 5", TEXT_NO_UNIT, 0 },
		{ "1e300", TEXT_BAD_UNIT, 0 },
		{ "0x10", TEXT_BAD_UNIT, 0 },
		{ "1.5h", TEXT_BAD_UNIT, 0 },
		{ "1,5h", TEXT_BAD_UNIT, 0 },
		{ "5minx", TEXT_BAD_UNIT, 0 },
		{ "5month", TEXT_BAD_UNIT, 0 },
		{ "5y", TEXT_BAD_UNIT, 0 },
		{ "5µs", TEXT_BAD_UNIT, 0 },
		{ "5 мин", TEXT_BAD_UNIT, 0 },
		{ "5\xff", TEXT_BAD_UNIT, 0 },
		{ "5-3min", TEXT_BAD_UNIT, 0 },
		{ "5min,", TEXT_TRAILING, 0 },
		{ "5min and 3s", TEXT_TRAILING, 0 },
		{ "5min\n", TEXT_TRAILING, 0 },
		{ "5min -3s", TEXT_TRAILING, 0 },
	};
	struct rows rows = rows_begin(state);
	for (size_t i = 0; i < ROWS(cases); i++) {
		usec length = -1;
		enum text_error error = length_read(cases[i].text, &length);
		usec want = cases[i].error == TEXT_OK ? cases[i].length : -1;
		row_check(&rows, error == cases[i].error && length == want,
			  "\"%s\": error %d, length %lld", cases[i].text, error, (long long)length);
	}
	rows_end(&rows);
}

static void lengths_are_written(void **state)
{
	static const struct {
		usec length;
		const char *printed, *said;
	} cases[] = {
		{ 0, "0s", "0 s" },
		{ 1, "1us", "1 us" },
		{ 999, "999us", "999 us" },
		{ 250000, "250ms", "250 ms" },
		{ 250400, "250ms400us", "250 ms" },
		{ 999600, "999ms600us", "1 s" },
		{ 20 * USEC_PER_SEC, "20s", "20 s" },
		{ 20 * USEC_PER_SEC + 499999, "20s499ms999us", "20 s" },
		{ 20 * USEC_PER_SEC + 500000, "20s500ms", "21 s" },
		{ 59 * USEC_PER_SEC + 900000, "59s900ms", "1 min" },
		{ 90 * USEC_PER_SEC, "1min30s", "1 min 30 s" },
		{ 10 * MIN - 20000, "9min59s980ms", "10 min" },
		{ 50 * MIN, "50min", "50 min" },
		{ 60 * MIN, "1h", "1 h" },
		{ 90 * MIN, "1h30min", "1 h 30 min" },
		{ 90 * MIN + 29 * USEC_PER_SEC, "1h30min29s", "1 h 30 min" },
		{ 90 * MIN + 30 * USEC_PER_SEC, "1h30min30s", "1 h 31 min" },
		{ 24 * HOUR - USEC_PER_SEC, "23h59min59s", "1 day" },
		{ 24 * HOUR, "1day", "1 day" },
		{ 36 * HOUR, "1day12h", "1 day 12 h" },
		{ 3 * DAY, "3days", "3 days" },
		{ 3 * DAY + 29 * MIN, "3days29min", "3 days" },
		{ 14 * DAY, "14days", "14 days" },
		{ LENGTH_MAX, "400days", "400 days" },
		{ INT64_MAX, "106751991days4h54s775ms807us", "106751991 days 4 h" },
	};
	struct rows rows = rows_begin(state);
	for (size_t i = 0; i < ROWS(cases); i++) {
		char printed[LENGTH_SIZE], said[LENGTH_SIZE];
		length_print(cases[i].length, printed);
		length_say(cases[i].length, said);
		row_check(&rows, strcmp(printed, cases[i].printed) == 0,
			  "printed \"%s\", not \"%s\"", printed, cases[i].printed);
		row_check(&rows, strcmp(said, cases[i].said) == 0, "said \"%s\", not \"%s\"", said,
			  cases[i].said);
	}
	rows_end(&rows);
}

/* Lengths of every size, spread by a factor that meets no unit. */
static void lengths_come_back(void **state)
{
	struct rows rows = rows_begin(state);
	for (usec length = 0; length <= LENGTH_MAX; length += length / 97 + 1) {
		char printed[LENGTH_SIZE];
		usec back = -1;
		length_print(length, printed);
		row_check(&rows, length_read(printed, &back) == TEXT_OK && back == length,
			  "\"%s\" came back as %lld", printed, (long long)back);
	}
	rows_end(&rows);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(lengths_are_read),
		cmocka_unit_test(lengths_are_written),
		cmocka_unit_test(lengths_come_back),
	};
	return cmocka_run_group_tests_name("core/length", tests, NULL, NULL);
}
