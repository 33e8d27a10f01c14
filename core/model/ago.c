/* "yesterday" is the day before on the calendar, also at one in the morning. */
#include "core/model/ago.h"

#include <string.h>

#include "core/base/ascii.h"
#include "core/base/lookalike.h"

enum { HOURS_OF_A_DAY = 24, DAY_MINUTES = HOURS_OF_A_DAY * 60 };

/* Move behind a word, given in lower case, and the blanks after it; false for another one. */
static bool word_take(const char **at, const char *word)
{
	size_t length = (size_t)(ascii_word_end(*at) - *at);
	if (!ascii_is_word(*at, length, word))
		return false;
	*at = ascii_skip(*at + length);
	return true;
}

/* Parts of a day: when they begin, and the time that is taken for them. */
static const struct {
	const char *word;
	int begins, minute;
} parts[] = {
	[AGO_MORNING] = { "morning", 0, 7 * 60 },
	[AGO_AFTERNOON] = { "afternoon", 12 * 60, 15 * 60 },
	[AGO_EVENING] = { "evening", 17 * 60, 20 * 60 },
	[AGO_NIGHT] = { "night", 20 * 60, 23 * 60 },
};

enum { LAST_NIGHT = 3 * 60 };

/* "10 o'clock evening" is 22:00, "3 o'clock night" 3:00. */
static void half_take(const char **at, int *minute)
{
	enum ago_part part = AGO_MORNING;
	while (part < AGO_PARTS && !word_take(at, parts[part].word))
		part++;
	bool late = part == AGO_NIGHT && *minute >= 6 * 60;
	if ((late || part == AGO_AFTERNOON || part == AGO_EVENING) && *minute < DAY_MINUTES / 2)
		*minute += DAY_MINUTES / 2;
}

/* "3 o'clock", "3 o'clock 05" and "at 3", which are no times of day elsewhere. */
static bool hour_read(const char *at, bool bare, int *minute)
{
	int64_t hour, past = 0;
	const char *end = ascii_skip(ascii_number(at, HOURS_OF_A_DAY, &hour));
	if (!ascii_is_digit(*at) || hour > HOURS_OF_A_DAY)
		return false;
	bool named = word_take(&end, "o'clock");
	if (ascii_digits(end) == 2)
		end = ascii_skip(ascii_number(end, 60, &past));
	*minute = (int)(hour * 60 + past);
	half_take(&end, minute);
	return (named || (bare && past == 0)) && *end == '\0' && past < 60 &&
	       *minute <= DAY_MINUTES;
}

/* A time of day to the end of the text. */
static enum text_error time_read(const char *at, struct ago *ago)
{
	bool bare = word_take(&at, "at");
	if (*at == '\0' || (!ascii_is_digit(*at) && clock_word(at, &ago->minute) == 0))
		return TEXT_BAD_PAST;
	return hour_read(at, bare, &ago->minute) ? TEXT_OK : clock_read(at, &ago->minute);
}

/* The part of a day behind it, then the end of the text, or a time that is exact. */
static bool part_take(const char **at, struct ago *ago)
{
	enum ago_part part = AGO_MORNING;
	while (part < AGO_PARTS && !word_take(at, parts[part].word))
		part++;
	if (part == AGO_PARTS || **at)
		return false;
	ago->part = part;
	ago->minute = parts[part].minute;
	if (part != AGO_NIGHT || ago->kind != AGO_DAY || ago->days > 0)
		return true;
	ago->kind = AGO_CLOCK;
	ago->minute = LAST_NIGHT;
	return true;
}

static enum text_error length_ago(const char *at, size_t length, struct ago *ago)
{
	char text[LENGTH_SIZE];
	if (length >= sizeof(text))
		return TEXT_BAD_PAST;
	memcpy(text, at, length);
	text[length] = '\0';
	ago->kind = AGO_LENGTH;
	return length_read(text, &ago->length) == TEXT_OK ? TEXT_OK : TEXT_BAD_PAST;
}

static bool article_take(const char **at)
{
	return word_take(at, "an") || word_take(at, "a");
}

/* "an hour", "half a minute", beside "ago" only. */
static enum text_error one_ago(const char *at, size_t length, struct ago *ago)
{
	const char *unit = at;
	char text[LENGTH_SIZE] = "1 ";
	bool one = article_take(&unit), half = word_take(&unit, "half");
	if (half && !one)
		article_take(&unit);
	if (unit == at)
		return length_ago(at, length, ago);
	length -= (size_t)(unit - at);
	if (length >= sizeof(text) - strlen(text) || ascii_is_digit(*unit))
		return TEXT_BAD_PAST;
	memcpy(text + strlen(text), unit, length);
	enum text_error error = length_ago(text, strlen(text), ago);
	ago->length = half ? ago->length / 2 : ago->length;
	return error;
}

/* The length before a last word "ago"; 0: there is none. */
static size_t ago_before(const char *at)
{
	static const char ago[] = "ago";
	size_t length = strlen(at), word = sizeof(ago) - 1;
	while (length > 0 && ascii_is_blank(at[length - 1]))
		length--;
	if (length <= word || !ascii_is_blank(at[length - word - 1]) ||
	    !ascii_is_word(at + length - word, word, ago))
		return 0;
	return length - word;
}

static bool date_take(const char **at, int32_t *day)
{
	char date[DATE_SIZE];
	size_t length = (size_t)(ascii_word_end(*at) - *at);
	if (length != sizeof(date) - 1)
		return false;
	memcpy(date, *at, length);
	date[length] = '\0';
	if (!date_read(date, day))
		return false;
	*at = ascii_skip(*at + length);
	return true;
}

/* "last night", "last evening"; false: another word behind "last". */
static bool last_take(const char **at, struct ago *ago)
{
	const char *part = *at;
	*ago = (struct ago){ .kind = AGO_CLOCK };
	if (ascii_is_word(part, (size_t)(ascii_word_end(part) - part), "evening"))
		*ago = (struct ago){ .kind = AGO_DAY, .days = 1 };
	else if (!word_take(&part, "night"))
		return false;
	else if (*part == '\0')
		*ago = (struct ago){ .kind = AGO_DAY };
	else
		*at = part;
	return true;
}

/* "yesterday 22:00", "monday 3am", "2026-11-24 03:00", "last night", "this morning", or only a
 * time. */
static enum text_error day_ago(const char *at, struct ago *ago)
{
	size_t length = (size_t)(ascii_word_end(at) - at);
	if (word_take(&at, "today") || word_take(&at, "this"))
		ago->kind = AGO_DAY;
	else if (word_take(&at, "yesterday"))
		*ago = (struct ago){ .kind = AGO_DAY, .days = 1 };
	else if (weekday_read(at, length, &ago->weekday) == TEXT_OK) {
		ago->kind = AGO_WEEKDAY;
		at = ascii_skip(at + length);
	} else if (date_take(&at, &ago->day))
		ago->kind = AGO_DATE;
	else if (!word_take(&at, "last"))
		ago->kind = AGO_CLOCK;
	else if (!last_take(&at, ago))
		return TEXT_BAD_PAST;
	if (ago->kind != AGO_CLOCK && part_take(&at, ago))
		return TEXT_OK;
	return time_read(at, ago);
}

/* The day behind its time, its one or two last words: "3am yesterday", "3am last night". */
static enum text_error day_last(const char *at, struct ago *ago)
{
	char text[LOOKALIKE_SIZE];
	size_t end = strlen(at), from = end;
	for (int words = 1; words <= 2; words++) {
		while (from > 0 && ascii_is_blank(at[from - 1]))
			from--;
		while (from > 0 && !ascii_is_blank(at[from - 1]))
			from--;
		if (from == 0 || end + 1 >= sizeof(text))
			return TEXT_BAD_PAST;
		memcpy(text, at + from, end - from);
		text[end - from] = ' ';
		memcpy(text + end - from + 1, at, from);
		text[end + 1] = '\0';
		if (day_ago(text, ago) == TEXT_OK)
			return TEXT_OK;
	}
	return TEXT_BAD_PAST;
}

enum text_error ago_read(const char *text, struct ago *ret)
{
	struct ago ago = { .kind = AGO_LENGTH };
	char plain[LOOKALIKE_SIZE];
	const char *at = ascii_skip(lookalike_plain(text, plain));
	enum text_error error;
	if (*at == '\0')
		return TEXT_EMPTY;
	size_t before = ago_before(at);
	if (before > 0)
		error = one_ago(at, before, &ago);
	else if (word_take(&at, "ago"))
		error = one_ago(at, strlen(at), &ago);
	else if (word_take(&at, "now"))
		error = *at == '\0' ? TEXT_OK : TEXT_BAD_PAST;
	else
		error = day_ago(at, &ago);
	struct ago last = { .kind = AGO_LENGTH };
	if (error != TEXT_OK && day_last(at, &last) == TEXT_OK) {
		ago = last;
		error = TEXT_OK;
	}
	if (error != TEXT_OK && length_ago(at, strlen(at), &ago) == TEXT_OK && ago.length > 0)
		error = TEXT_OK;
	if (error == TEXT_OK)
		*ret = ago;
	return error;
}

void ago_print(const struct ago *ago, char out[AGO_SIZE])
{
	char time[CLOCK_SIZE], date[DATE_SIZE];
	clock_print(ago->minute, time);
	switch (ago->kind) {
	case AGO_LENGTH:
		length_print(ago->length, out);
		ascii_put(ago->length > 0 ? out + strlen(out) : out,
			  ago->length > 0 ? " ago" : "now");
		return;
	case AGO_CLOCK:
		ascii_put(out, ago->part ? "last " : "");
		break;
	case AGO_DAY:
		ascii_put(out, ago->days > 0 ? "yesterday " : ago->part ? "this " : "today ");
		break;
	case AGO_WEEKDAY:
		ascii_put(ascii_put(out, weekday_short(ago->weekday)), " ");
		break;
	case AGO_DATE:
		date_print(ago->day, date);
		ascii_put(ascii_put(out, date), " ");
		break;
	}
	ascii_put(out + strlen(out), ago->part ? parts[ago->part].word : time);
}

/* The time of a day; the second time of an hour that autumn repeats, if that has come. */
static struct realtime time_of(const struct zone *zone, int32_t day, int minute,
			       struct realtime now)
{
	struct realtime first = zone_time(zone, day, minute * USEC_PER_MIN);
	struct realtime again = { first.us + USEC_PER_HOUR };
	struct wall one = zone_wall(zone, first), two = zone_wall(zone, again);
	return again.us <= now.us && one.day == two.day && one.second == two.second ? again : first;
}

struct realtime ago_resolve(const struct ago *ago, const struct zone *zone, struct realtime now)
{
	int32_t today = zone_wall(zone, now).day;
	struct realtime at;
	switch (ago->kind) {
	case AGO_LENGTH:
		return (struct realtime){ now.us - ago->length };
	case AGO_CLOCK:
		at = time_of(zone, today, ago->minute % DAY_MINUTES, now);
		return at.us <= now.us ? at
				       : time_of(zone, today - 1, ago->minute % DAY_MINUTES, now);
	case AGO_WEEKDAY:
		today -= (civil_weekday(today) - ago->weekday + 7) % 7;
		at = time_of(zone, today, ago->minute, now);
		return at.us <= now.us ? at : time_of(zone, today - 7, ago->minute, now);
	case AGO_DATE:
		return time_of(zone, ago->day, ago->minute, now);
	case AGO_DAY:
		break;
	}
	at = time_of(zone, today - ago->days, ago->minute, now);
	bool began = ago->part && zone_wall(zone, now).second >= parts[ago->part].begins * 60;
	return began && at.us > now.us ? now : at;
}
