/*
 * A range is a pair of moments for each day on which it begins, not a pair of clock readings: so it
 * begins and ends once also in a night with a repeated hour, and hours_contain() changes exactly at
 * hours_next_start().
 */
#include "core/base/hours.h"

#include <string.h>

#include "core/base/ascii.h"
#include "core/base/calendar.h"
#include "core/base/lookalike.h"

static const struct {
	const char *word;
	uint8_t days;
} day_words[] = {
	{ "weekdays", 0x1f },
	{ "weekday", 0x1f },
	{ "weekends", 0x60 },
	{ "weekend", 0x60 },
};

/* Add "Mon", "Fri..Mon", "Mon-Fri" or "weekdays" to *days. */
static enum text_error span_read(const char *text, size_t length, uint8_t *days)
{
	int first, last;
	size_t letters = ascii_letters(text, length);
	for (size_t i = 0; i < sizeof(day_words) / sizeof(day_words[0]); i++)
		if (ascii_is_word(text, length, day_words[i].word)) {
			*days |= day_words[i].days;
			return TEXT_OK;
		}
	if (weekday_read(text, letters, &first) != TEXT_OK)
		return TEXT_BAD_DAY;
	last = first;
	if (letters < length) {
		size_t dash = letters + (text[letters] == '-' ? 1 : 2);
		if (dash > length ||
		    (text[letters] != '-' && strncmp(text + letters, "..", 2) != 0))
			return TEXT_BAD_DAY;
		if (weekday_read(text + dash, length - dash, &last) != TEXT_OK)
			return TEXT_BAD_DAY;
	}
	for (int day = first; day != last; day = (day + 1) % 7)
		*days |= (uint8_t)(1 << day);
	*days |= (uint8_t)(1 << last);
	return TEXT_OK;
}

enum text_error days_read(const char *text, size_t length, uint8_t *ret)
{
	uint8_t days = 0;
	if (length == 0)
		return TEXT_EMPTY;
	for (;;) {
		const char *comma = memchr(text, ',', length);
		size_t span = comma != NULL ? (size_t)(comma - text) : length;
		if (span_read(text, span, &days) != TEXT_OK)
			return TEXT_BAD_DAY;
		if (comma == NULL)
			break;
		text += span + 1;
		length -= span + 1;
	}
	*ret = days;
	return TEXT_OK;
}

enum text_error days_scan(const char **at, uint8_t *ret)
{
	int minutes;
	if (!ascii_is_letter(**at) || clock_word(*at, &minutes) > 0) {
		*ret = DAYS_ALL;
		return TEXT_OK;
	}
	const char *end = ascii_word_end(*at);
	enum text_error error = days_read(*at, (size_t)(end - *at), ret);
	*at = ascii_skip(end);
	return error;
}

/* The last day of the run of days that begins with `day`. */
static int run_end(uint8_t days, int day)
{
	while (day < SUNDAY && (days & 1 << (day + 1)))
		day++;
	return day;
}

void days_print(uint8_t days, char out[DAYS_SIZE])
{
	char *at = out;
	*at = '\0';
	if (days == DAYS_ALL)
		return;
	for (int day = MONDAY; day <= SUNDAY; day++) {
		if (!(days & 1 << day))
			continue;
		if (at != out)
			at = ascii_put(at, ",");
		at = ascii_put(at, weekday_short(day));
		int last = run_end(days, day);
		if (last - day >= 2) {
			at = ascii_put(ascii_put(at, ".."), weekday_short(last));
			day = last;
		}
	}
}

/* Guess the half of the day of bare hours: "9-5" is 9:00 to 17:00, "1-5pm" 13:00 to 17:00. A bare
 * hour is in the morning unless only the afternoon makes the range end after its begin. */
static void range_guess(struct clock_part *from, struct clock_part *to)
{
	const int half = 12 * 60;
	if (from->form == CLOCK_BARE && to->form == CLOCK_HALF && to->minutes > half &&
	    from->minutes < half && from->minutes + half < to->minutes)
		from->minutes += half;
	if (to->form == CLOCK_BARE && from->form != CLOCK_FULL && to->minutes <= from->minutes &&
	    to->minutes <= half && from->minutes < half)
		to->minutes += half;
}

/* "08:00-20:00", to the end of the text. */
static enum text_error range_scan(const char *at, struct hours *hours)
{
	struct clock_part from, to;
	if (clock_part_scan(&at, &from) != TEXT_OK)
		return TEXT_BAD_RANGE;
	at = ascii_skip(at);
	if (*at != '-' || from.minutes == 24 * 60)
		return TEXT_BAD_RANGE;
	at = ascii_skip(at + 1);
	if (clock_part_scan(&at, &to) != TEXT_OK)
		return TEXT_BAD_RANGE;
	range_guess(&from, &to);
	hours->from = (int16_t)from.minutes;
	hours->to = (int16_t)to.minutes;
	return *ascii_skip(at) == '\0' ? TEXT_OK : TEXT_TRAILING;
}

enum text_error hours_read(const char *text, struct hours *ret)
{
	struct hours hours;
	char plain[LOOKALIKE_SIZE];
	const char *at = ascii_skip(lookalike_plain(text, plain));
	if (*at == '\0')
		return TEXT_EMPTY;
	enum text_error error = days_scan(&at, &hours.days);
	if (error == TEXT_OK)
		error = range_scan(at, &hours);
	if (error == TEXT_OK)
		*ret = hours;
	return error;
}

void hours_print(const struct hours *hours, char out[HOURS_SIZE])
{
	char *at = out;
	char clock[CLOCK_SIZE];
	days_print(hours->days, at);
	at += strlen(at);
	if (at != out)
		at = ascii_put(at, " ");
	clock_print(hours->from, clock);
	at = ascii_put(ascii_put(at, clock), "-");
	clock_print(hours->to, clock);
	ascii_put(at, clock);
}

/* When the range that begins on this day ends. */
static struct realtime day_end(const struct hours *hours, const struct zone *zone, int32_t day)
{
	int to = hours->to > hours->from ? hours->to : hours->to + 24 * 60;
	return zone_time(zone, day, to * USEC_PER_MIN);
}

/* Whether a moment lies in the range that begins on this day. */
static bool day_contains(const struct hours *hours, const struct zone *zone, int32_t day,
			 struct realtime real)
{
	return (hours->days & 1 << civil_weekday(day)) != 0 &&
	       real.us >= zone_time(zone, day, hours->from * USEC_PER_MIN).us &&
	       real.us < day_end(hours, zone, day).us;
}

/* The last end of the ranges that contain a moment; the moment itself if none does. */
static struct realtime range_end(const struct hours hours[], int count, const struct zone *zone,
				 struct realtime real)
{
	struct realtime last = real;
	int32_t today = zone_wall(zone, real).day;
	for (int i = 0; i < count; i++) {
		for (int32_t day = today - 1; day <= today + 1; day++) {
			if (!day_contains(&hours[i], zone, day, real))
				continue;
			struct realtime end = day_end(&hours[i], zone, day);
			if (end.us > last.us)
				last = end;
		}
	}
	return last;
}

bool hours_contain(const struct hours hours[], int count, const struct zone *zone,
		   struct realtime real)
{
	if (count == 0)
		return true;
	int32_t today = zone_wall(zone, real).day;
	for (int i = 0; i < count; i++)
		for (int32_t day = today - 1; day <= today + 1; day++)
			if (day_contains(&hours[i], zone, day, real))
				return true;
	return false;
}

struct realtime hours_next_start(const struct hours hours[], int count, const struct zone *zone,
				 struct realtime real)
{
	struct calendar midnight = calendar_at(DAYS_ALL, 0);
	if (count == 0)
		return calendar_next(&midnight, 1, zone, real);
	struct realtime first = REALTIME_OPEN;
	for (int i = 0; i < count; i++) {
		struct calendar start = calendar_at(hours[i].days, hours[i].from);
		struct realtime next = calendar_next(&start, 1, zone, real);
		if (next.us < first.us)
			first = next;
	}
	return first;
}

struct realtime hours_next_end(const struct hours hours[], int count, const struct zone *zone,
			       struct realtime real)
{
	enum { ENDS_MAX = 40 }; /* adjoining ranges: more than two weeks of them */
	if (count == 0)
		return REALTIME_OPEN;
	for (int ends = 0; ends < ENDS_MAX; ends++) {
		struct realtime end = range_end(hours, count, zone, real);
		if (end.us == real.us)
			return real;
		real = end;
	}
	return REALTIME_OPEN;
}

struct realtime hours_open_from(const struct hours hours[], int count, const struct hours quiet[],
				int quiet_count, const struct zone *zone, struct realtime real)
{
	enum { TURNS_MAX = 32 }; /* ends of quiet outside the hours: about two weeks */
	for (int turn = 0; turn < TURNS_MAX; turn++) {
		if (!hours_contain(hours, count, zone, real))
			real = hours_next_start(hours, count, zone, real);
		if (real.us == REALTIME_OPEN.us || quiet_count == 0)
			return real;
		struct realtime loud = hours_next_end(quiet, quiet_count, zone, real);
		if (loud.us == real.us)
			return real;
		if (loud.us == REALTIME_OPEN.us)
			break;
		real = loud;
	}
	return REALTIME_OPEN;
}
