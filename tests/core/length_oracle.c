/*
 * Our half of length_oracle_test.sh.
 *
 *	length_oracle lengths COUNT   writes COUNT random lengths, one a line
 *	length_oracle check           judges the answers of `systemd-analyze timespan`
 */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/base/text.h"

static uint64_t dice = 0x9e3779b97f4a7c15;

static int throw(int sides)
{
	dice ^= dice << 13;
	dice ^= dice >> 7;
	dice ^= dice << 17;
	return (int)((dice >> 33) % (uint64_t)sides);
}

/* Each number with a unit: a last one without is minutes after hours with us ("1h30"), seconds
 * with them. */
static void length_write(void)
{
	static const char *const units[] = { "us",      "ms",   "s",    "sec",    "second",
					     "seconds", "m",    "min",  "minute", "minutes",
					     "h",       "hr",   "hour", "hours",  "d",
					     "day",     "days", "w",    "week",   "weeks" };
	static const char *const blanks[] = { "", "", " ", "  " };
	for (int parts = 1 + throw(3); parts > 0; parts--) {
		printf("%d%s", throw(throw(3) ? 8 : 20), blanks[throw(4)]);
		fputs(units[throw(20)], stdout);
		fputs(parts > 1 ? blanks[throw(4)] : "\n", stdout);
	}
}

/* A line "Original: TEXT", then one "μs: NUMBER"; what we print must be the same length again. */
static int answers_check(void)
{
	char line[256], text[256] = "", printed[LENGTH_SIZE];
	int count = 0, failed = 0;
	while (fgets(line, sizeof(line), stdin)) {
		char *rest;
		usec ours = -1, back = -1;
		line[strcspn(line, "\n")] = '\0';
		if ((rest = strstr(line, "Original: ")))
			snprintf(text, sizeof(text), "%s", rest + strlen("Original: "));
		if (!(rest = strstr(line, "μs: ")))
			continue;
		usec theirs = strtoimax(rest + strlen("μs: "), NULL, 10);
		bool good = length_read(text, &ours) == TEXT_OK && ours == theirs;
		if (good)
			length_print(ours, printed);
		good = good && length_read(printed, &back) == TEXT_OK && back == ours;
		count++;
		failed += !good;
		if (!good)
			printf("FAILED  \"%s\": %" PRId64 ", %" PRId64 " with them\n", text, ours,
			       theirs);
	}
	printf("%d lengths, %d failed\n", count, failed);
	return failed > 0 || count == 0;
}

int main(int argc, char *argv[])
{
	if (argc == 2 && strcmp(argv[1], "check") == 0)
		return answers_check();
	for (int i = argc == 3 ? atoi(argv[2]) : 0; i > 0; i--)
		length_write();
	return argc == 3 ? 0 : 2;
}
