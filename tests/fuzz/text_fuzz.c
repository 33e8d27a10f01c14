/* Any text: no reader may crash, and what one accepts must come back from its printer. */
#include <assert.h>
#include <stdint.h>
#include <string.h>

#include "core/base/calendar.h"
#include "core/model/diary_read.h"
#include "core/model/outcome.h"
#include "core/model/until.h"

enum { TEXT_MAX = 12000 };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void length_fuzz(const char *text)
{
	usec length, back;
	char printed[LENGTH_SIZE];
	if (length_read(text, &length) != TEXT_OK)
		return;
	assert(length >= 0 && length <= LENGTH_MAX);
	length_print(length, printed);
	assert(length_read(printed, &back) == TEXT_OK && back == length);
	length_say(length, printed);
	assert(length_read(printed, &back) == TEXT_OK || length > LENGTH_MAX - USEC_PER_HOUR);
}

static void clock_fuzz(const char *text)
{
	int minutes, back;
	char printed[CLOCK_SIZE];
	if (clock_read(text, &minutes) != TEXT_OK)
		return;
	clock_print(minutes, printed);
	assert(clock_read(printed, &back) == TEXT_OK && back == minutes);
}

static void hours_fuzz(const char *text)
{
	struct hours hours, back;
	char printed[HOURS_SIZE];
	if (hours_read(text, &hours) != TEXT_OK)
		return;
	assert(hours.days != 0 && hours.from >= 0 && hours.from < 1440 && hours.to <= 1440);
	hours_print(&hours, printed);
	assert(hours_read(printed, &back) == TEXT_OK);
	assert(back.days == hours.days && back.from == hours.from && back.to == hours.to);
}

static bool calendar_same(const struct calendar *a, const struct calendar *b)
{
	return a->years == b->years && a->months == b->months && a->days == b->days &&
	       a->days_to_last == b->days_to_last && a->weekdays == b->weekdays &&
	       a->hours == b->hours && a->minutes == b->minutes && a->second == b->second;
}

/* Its times are in order, and the last one found from both sides is the same. */
static void calendar_falls(const struct calendar *time)
{
	static const struct zone zone = { .offset = 7200,
					  .count = 1,
					  .changes = { { { 1792890000 * USEC_PER_SEC }, 3600 } } };
	static const struct realtime from = { 1792880000 * USEC_PER_SEC };
	struct realtime at = from;
	for (int i = 0; i < 8; i++) {
		struct realtime next = calendar_next(time, 1, &zone, at);
		assert(next.us > at.us);
		if (next.us == REALTIME_OPEN.us)
			return;
		at = next;
	}
	assert(calendar_last(time, 1, &zone, from, at).us == at.us);
}

static void calendar_fuzz(const char *text)
{
	struct calendar time, back;
	char printed[CALENDAR_SIZE];
	if (calendar_read(text, &time) != TEXT_OK)
		return;
	calendar_print(&time, printed);
	assert(calendar_read(printed, &back) == TEXT_OK && calendar_same(&time, &back));
	calendar_falls(&time);
}

static void until_fuzz(const char *text)
{
	static const struct zone zone = { .offset = 3600 };
	static const struct plan plan = { .hours = { .count = 1,
						     .hours = { { DAYS_ALL, 480, 1200 } } },
					  .day_starts = 4 * USEC_PER_HOUR };
	static const struct realtime now = { 1792890000 * USEC_PER_SEC };
	struct until until;
	if (until_read(text, &until) != TEXT_OK)
		return;
	struct realtime real = until_resolve(&until, &plan, &zone, now);
	assert(real.us > now.us || until.kind == UNTIL_DATE);
}

static void ago_fuzz(const struct ago *ago)
{
	static const struct zone zone = { .offset = 3600 };
	static const struct realtime now = { 1792890000 * USEC_PER_SEC };
	struct ago back;
	char printed[AGO_SIZE];
	ago_print(ago, printed);
	assert(ago_read(printed, &back) == TEXT_OK &&
	       ago_resolve(&back, &zone, now).us == ago_resolve(ago, &zone, now).us);
}

/* The words between blanks, in place. */
static void diary_fuzz(char *text)
{
	enum { WORDS = 16 };
	const char *words[WORDS];
	struct diary_entry entry;
	struct diary_fault fault;
	int count = 0;
	for (char *word = strtok(text, " "); word && count < WORDS; word = strtok(NULL, " "))
		words[count++] = word;
	if (!diary_read(words, count, NULL, &entry, &fault))
		return;
	assert(entry.strength >= 0 && entry.strength <= DIARY_MOST);
	ago_fuzz(&entry.when);
}

static void days_fuzz(const char *text, size_t length)
{
	uint8_t days, back;
	char printed[DAYS_SIZE];
	if (days_read(text, length, &days) != TEXT_OK || days == DAYS_ALL)
		return;
	days_print(days, printed);
	assert(days_read(printed, strlen(printed), &back) == TEXT_OK && back == days);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const char *const words[] = { "every", "still_sitting", "on", "" };
	static char text[TEXT_MAX + 1];
	int day;
	if (size > TEXT_MAX)
		return 0;
	/* As bytes of a known length first: the end of `data` is guarded. */
	days_fuzz((const char *)data, size);
	weekday_read((const char *)data, size, &day);
	name_read((const char *)data, size);
	if (size > 0)
		memcpy(text, data, size);
	text[size] = '\0';
	length_fuzz(text);
	clock_fuzz(text);
	hours_fuzz(text);
	calendar_fuzz(text);
	until_fuzz(text);
	text_nearest(text, words, sizeof(words) / sizeof(words[0]));
	outcome_read(text);
	diary_fuzz(text);
	return 0;
}
