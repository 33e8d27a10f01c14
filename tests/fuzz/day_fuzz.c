/*
 * Any bytes as a day: never a crash; what is read points into its text, lines go up, and an error
 * is a sentence about a line that there is. What can be read is played.
 */
#include <errno.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "cli/report/simulate/recording.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check(bool good)
{
	if (!good)
		abort();
}

static void check_inside(const struct recording *day, size_t size, const char *text)
{
	check(!text || (text >= day->text && text + strlen(text) <= day->text + size));
}

static void check_day(const struct recording *day, size_t size)
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

static void play(const struct recording *day)
{
	struct recording_error error;
	struct recording_play play = { .day = day, .path = "day", .replay.stepped = told };
	int r = recording_play(&play, &error);
	check(r == 0 || (r == -EINVAL && (error.sentence[0] || play.errors.count > 0)));
	recording_play_finish(&play);
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
	struct recording day;
	struct recording_error error;
	int r = recording_read((const char *)data, size, &day, &error);
	if (r == 0) {
		check_day(&day, size);
		play(&day);
	} else {
		check(r == -EINVAL && error.sentence[0] && error.line <= lines_of(data, size));
	}
	recording_finish(&day);
	return 0;
}
