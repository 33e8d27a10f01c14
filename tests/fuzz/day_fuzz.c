/*
 * Any bytes as a day: never a crash; what is read points into its text, lines go up, and an error
 * is a sentence about a line that there is. What can be read is played.
 */
#include <errno.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "cli/report/simulate/day.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check(bool good)
{
	if (!good)
		abort();
}

static void check_inside(const struct day *day, size_t size, const char *text)
{
	check(!text || (text >= day->text && text + strlen(text) <= day->text + size));
}

static void check_day(const struct day *day, size_t size)
{
	unsigned line = 0;
	check_inside(day, size, day->begin);
	check_inside(day, size, day->zone);
	for (size_t i = 0; i < day->count; i++) {
		check_inside(day, size, day->entries[i].when);
		check_inside(day, size, day->entries[i].what);
		check(day->entries[i].line > line);
		line = day->entries[i].line;
	}
}

static void told(struct replay *replay, const struct event *event, const struct result *result,
		 void *user)
{
	(void)replay, (void)event, (void)result, (void)user;
}

static void play(const struct day *day)
{
	struct day_error error;
	struct day_play play = { .day = day, .path = "day", .replay.stepped = told };
	int r = day_play(&play, &error);
	check(r == 0 || (r == -EINVAL && (error.sentence[0] || play.errors.count > 0)));
	day_play_finish(&play);
}

static unsigned lines_of(const uint8_t *data, size_t size)
{
	unsigned lines = 1;
	for (size_t i = 0; i < size; i++)
		lines += data[i] == '\n';
	return lines;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct day day;
	struct day_error error;
	int r = day_read((const char *)data, size, &day, &error);
	if (r == 0) {
		check_day(&day, size);
		play(&day);
	} else {
		check(r == -EINVAL && error.sentence[0] && error.line <= lines_of(data, size));
	}
	day_finish(&day);
	return 0;
}
