/*
 * People's times. Days are those of the user, who has not gone to bed yet at one in the morning:
 * today and tomorrow change at `day_starts`, not at midnight.
 */
#include "core/model/until.h"

#include <string.h>

#include "core/base/ascii.h"
#include "core/base/lookalike.h"

enum { NO_TIME = -1 };

/* "14:00", to the end of the text. */
static enum text_error clock_until(const char *at, struct until *until)
{
	until->kind = UNTIL_CLOCK;
	return clock_read(at, &until->minute);
}

static bool date_until(const char *at, size_t length, struct until *until)
{
	char date[DATE_SIZE];
	if (length != sizeof(date) - 1)
		return false;
	memcpy(date, at, length);
	date[length] = '\0';
	until->kind = UNTIL_DATE;
	return date_read(date, &until->day);
}

/* "tomorrow", "monday 9:00", "2026-12-24", to the end of the text. */
static enum text_error day_until(const char *at, struct until *until)
{
	size_t length = (size_t)(ascii_word_end(at) - at);
	if (ascii_is_word(at, length, "tomorrow"))
		until->kind = UNTIL_TOMORROW;
	else if (weekday_read(at, length, &until->weekday) == TEXT_OK)
		until->kind = UNTIL_WEEKDAY;
	else if (!date_until(at, length, until))
		return TEXT_BAD_UNTIL;
	at = ascii_skip(at + length);
	return *at != '\0' ? clock_read(at, &until->minute) : TEXT_OK;
}

static enum text_error length_until(const char *at, struct until *until)
{
	until->kind = UNTIL_LENGTH;
	enum text_error error = length_read(at, &until->length);
	return error == TEXT_OK && until->length == 0 ? TEXT_BAD_UNTIL : error;
}

/* "2026-", which begins no time and no length. */
static bool is_dated(const char *at)
{
	while (ascii_is_digit(*at))
		at++;
	return *at == '-';
}

/* "13pm", which is a wrong time and no wrong length. */
static bool is_halved(const char *at)
{
	while (ascii_is_digit(*at))
		at++;
	at = ascii_skip(at);
	return (ascii_lower(*at) == 'a' || ascii_lower(*at) == 'p') && ascii_lower(at[1]) == 'm' &&
	       !ascii_is_letter(at[2]);
}

enum text_error until_read(const char *text, struct until *ret)
{
	struct until until = { .minute = NO_TIME };
	enum text_error error;
	char plain[LOOKALIKE_SIZE];
	const char *at = ascii_skip(lookalike_plain(text, plain));
	if (*at == '\0')
		return TEXT_EMPTY;
	size_t length = (size_t)(ascii_word_end(at) - at);
	bool said = ascii_is_word(at, length, "until");
	if (said)
		at = ascii_skip(at + length);
	if (clock_until(at, &until) == TEXT_OK)
		error = TEXT_OK;
	else if (!ascii_is_digit(*at) || is_dated(at))
		error = day_until(at, &until);
	else if (said || strchr(at, ':') != NULL || is_halved(at))
		error = clock_until(at, &until);
	else
		error = length_until(at, &until);
	if (error == TEXT_OK)
		*ret = until;
	return error;
}

const char *until_nearest(const char *word)
{
	/* The first is known and yet no time. */
	static const char *const words[] = { "today",   "tomorrow",  "monday",
					     "tuesday", "wednesday", "thursday",
					     "friday",  "saturday",  "sunday" };
	const char *nearest = text_nearest(word, words, sizeof(words) / sizeof(words[0]));
	return nearest == words[0] ? NULL : nearest;
}

/*
 * When a clock on the wall next shows a time. calendar_next() leaves out the second coming of an
 * hour in autumn, but who reads 02:10 there and says 02:30 means in twenty minutes.
 */
static struct realtime clock_shows(const struct zone *zone, int minute, struct realtime now)
{
	struct calendar time = calendar_at(DAYS_ALL, minute % (24 * 60));
	struct realtime next = calendar_next(&time, 1, zone, now);
	for (int i = 0; i < zone->count; i++) {
		struct realtime from = zone->changes[i].at;
		if (from.us <= now.us)
			from = (struct realtime){ now.us + 1 };
		usec shown = (from.us + zone->changes[i].offset * USEC_PER_SEC) % USEC_PER_DAY;
		usec wait = (minute * USEC_PER_MIN - shown + USEC_PER_DAY) % USEC_PER_DAY;
		struct realtime real = { from.us + wait };
		if (real.us < next.us && zone_offset(zone, real) == zone->changes[i].offset)
			next = real;
	}
	return next;
}

static struct realtime day_start(int32_t day, const struct plan *plan, const struct zone *zone)
{
	return zone_time(zone, day, plan->day_starts);
}

/* The first start of `hours` on this day or after; the day's own where hours never end. */
static struct realtime hours_start(int32_t day, const struct plan *plan, const struct zone *zone)
{
	struct realtime start = day_start(day, plan, zone);
	struct realtime before = { start.us - 1 };
	struct realtime next = hours_next_start(plan->hours.hours, plan->hours.count, zone, before);
	before.us = next.us - 1;
	return hours_contain(plan->hours.hours, plan->hours.count, zone, before) ? start : next;
}

static struct realtime date_start(const struct until *until, const struct plan *plan,
				  const struct zone *zone)
{
	if (until->minute == NO_TIME)
		return hours_start(until->day, plan, zone);
	return zone_time(zone, until->day, until->minute * USEC_PER_MIN);
}

struct realtime until_resolve(const struct until *until, const struct plan *plan,
			      const struct zone *zone, struct realtime now)
{
	if (until->kind == UNTIL_LENGTH)
		return (struct realtime){ now.us + until->length };
	if (until->kind == UNTIL_CLOCK)
		return clock_shows(zone, until->minute, now);
	if (until->kind == UNTIL_DATE)
		return date_start(until, plan, zone);
	int32_t day = zone_day(zone, now, plan->day_starts) + 1;
	int step = 1;
	if (until->kind == UNTIL_WEEKDAY) {
		day += (until->weekday - civil_weekday(day) + 7) % 7;
		step = 7;
	}
	if (until->minute == NO_TIME)
		return hours_start(day, plan, zone);
	usec time = until->minute * USEC_PER_MIN;
	struct realtime real = zone_time(zone, day, time);
	/* Before `day_starts`, "tomorrow 0:30" may have passed already. */
	return real.us > now.us ? real : zone_time(zone, day + step, time);
}
