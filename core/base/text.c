/*
 * Lengths, times of day and names. Texts are read byte by byte, so that the meaning of a
 * configuration depends on neither locale nor C library.
 */
#include "core/base/text.h"

#include <string.h>

#include "core/base/ascii.h"
#include "core/base/limits.h"
#include "core/base/lookalike.h"
#include "core/base/translate.h"
#include "core/base/zone.h"

const char *text_error_words(enum text_error error)
{
	static const char *const words[] = {
		[TEXT_OK] = "",
		[TEXT_EMPTY] = N_("is empty"),
		[TEXT_NO_NUMBER] = N_("does not begin with a number: write 50min or 1h30"),
		[TEXT_NO_UNIT] = N_("has a number without a unit: write 50min or 2h"),
		[TEXT_BAD_UNIT] = N_("has an unknown unit: write s, min, h, days or weeks"),
		[TEXT_RANGE] = N_("is too long: 400 days at most"),
		[TEXT_BAD_TIME] = N_("is not a time of day: write 21:30"),
		[TEXT_NO_TIME] = N_("has no time of day: write it at the end, such as Mon 12:30"),
		[TEXT_BAD_DATE] =
			N_("has a wrong date before its time: write *-*-01, 12-24, *-*~01 for "
			   "the last day of a month, or 2026-12-24"),
		[TEXT_BAD_WORD] = N_("is not a time: write 21:30, Mon..Fri 12:30, or hourly, "
				     "daily, weekly, monthly, quarterly, yearly"),
		[TEXT_TOO_OFTEN] = N_("comes more than once a minute: write one second, or none"),
		[TEXT_NEVER] = N_("never comes: no year has such a day"),
		[TEXT_BAD_YEAR] =
			N_("has a year that is out of reach: write one from 2000 to 2063, "
			   "or none"),
		[TEXT_BAD_DAY] = N_("is not a day of the week: write Mon, Mon..Fri or Sat,Sun"),
		[TEXT_BAD_RANGE] = N_("is not a range of times: write 08:00-20:00"),
		[TEXT_TRAILING] = N_("has something at its end that does not belong there"),
		[TEXT_BAD_NAME] = N_("is not a name: write a small letter, then small letters, "
				     "digits or -, 32 characters at most"),
		[TEXT_BAD_UNTIL] = N_("is not a time: write 10m, 14:00, tomorrow 9:00, "
				      "monday or 2026-12-24"),
		[TEXT_BAD_AMOUNT] = N_("is not an amount: write 250ml, 0.3l, 8oz, glass or "
				       "2 glasses"),
		[TEXT_NO_AMOUNT_UNIT] = N_("has a number without a unit: write 250ml or 8oz"),
		[TEXT_AMOUNT_RANGE] = N_("is out of range: 1ml to 5l"),
		[TEXT_BAD_PAST] = N_("is not a past time of day: write now, 20m ago, 3am, "
				     "last night, yesterday 22:00 or 2026-11-24 03:00"),
	};
	return words[error];
}

#define MSEC INT64_C(1000)
#define WEEK (7 * USEC_PER_DAY)

struct unit {
	const char *name;
	usec length;
	usec smaller; /* the unit of a following number without one; 0: none */
};

static const struct unit units[] = {
	{ "us", 1, 0 },
	{ "ms", MSEC, 1 },
	{ "s", USEC_PER_SEC, MSEC },
	{ "sec", USEC_PER_SEC, MSEC },
	{ "second", USEC_PER_SEC, MSEC },
	{ "seconds", USEC_PER_SEC, MSEC },
	{ "m", USEC_PER_MIN, USEC_PER_SEC },
	{ "min", USEC_PER_MIN, USEC_PER_SEC },
	{ "minute", USEC_PER_MIN, USEC_PER_SEC },
	{ "minutes", USEC_PER_MIN, USEC_PER_SEC },
	{ "h", USEC_PER_HOUR, USEC_PER_MIN },
	{ "hr", USEC_PER_HOUR, USEC_PER_MIN },
	{ "hour", USEC_PER_HOUR, USEC_PER_MIN },
	{ "hours", USEC_PER_HOUR, USEC_PER_MIN },
	{ "d", USEC_PER_DAY, USEC_PER_HOUR },
	{ "day", USEC_PER_DAY, USEC_PER_HOUR },
	{ "days", USEC_PER_DAY, USEC_PER_HOUR },
	{ "w", WEEK, USEC_PER_DAY },
	{ "week", WEEK, USEC_PER_DAY },
	{ "weeks", WEEK, USEC_PER_DAY },
};

static const struct unit *unit_find(const char *name, size_t length)
{
	for (size_t i = 0; i < sizeof(units) / sizeof(units[0]); i++)
		if (ascii_is_word(name, length, units[i].name))
			return &units[i];
	return NULL;
}

/* The unit of a number: the one at *at, or `smaller` at the end of the text. */
static enum text_error unit_scan(const char **at, int64_t number, usec smaller, struct unit *ret)
{
	size_t length = ascii_letters(*at, SIZE_MAX);
	const struct unit *unit = unit_find(*at, length);
	if (unit != NULL) {
		*ret = *unit;
		*at += length;
		return TEXT_OK;
	}
	if (ascii_is_digit(**at) || (**at == '\0' && smaller == 0 && number != 0))
		return TEXT_NO_UNIT;
	if (**at != '\0')
		return TEXT_BAD_UNIT;
	*ret = (struct unit){ "", smaller, 0 };
	return TEXT_OK;
}

/* Add one "30min" of a length to *total. */
static enum text_error part_scan(const char **at, usec *total, usec *smaller)
{
	if (!ascii_is_digit(**at))
		return TEXT_TRAILING;
	int64_t number;
	struct unit unit;
	*at = ascii_skip(ascii_number(*at, LENGTH_MAX, &number));
	enum text_error error = unit_scan(at, number, *smaller, &unit);
	if (error != TEXT_OK)
		return error;
	if (unit.length > 0 && number > (LENGTH_MAX - *total) / unit.length)
		return TEXT_RANGE;
	*total += number * unit.length;
	*smaller = unit.smaller;
	*at = ascii_skip(*at);
	return TEXT_OK;
}

enum text_error length_read(const char *text, usec *ret)
{
	char plain[LOOKALIKE_SIZE];
	const char *at = ascii_skip(lookalike_plain(text, plain));
	usec total = 0, smaller = 0;
	if (*at == '\0')
		return TEXT_EMPTY;
	if (!ascii_is_digit(*at))
		return TEXT_NO_NUMBER;
	while (*at != '\0') {
		enum text_error error = part_scan(&at, &total, &smaller);
		if (error != TEXT_OK)
			return error;
	}
	*ret = total;
	return TEXT_OK;
}

/* The units that are written, the largest first. */
static const struct {
	const char *one, *many;
	usec length;
} scale[] = {
	{ "day", "days", USEC_PER_DAY },
	{ "h", "h", USEC_PER_HOUR },
	{ "min", "min", USEC_PER_MIN },
	{ "s", "s", USEC_PER_SEC },
	{ "ms", "ms", MSEC },
	{ "us", "us", 1 },
};

enum { SCALE_COUNT = sizeof(scale) / sizeof(scale[0]), SCALE_SECONDS = 3 };

static char *length_put(char *at, usec count, const char *blank, int unit)
{
	at = ascii_put_number(at, (uint64_t)count);
	at = ascii_put(at, blank);
	return ascii_put(at, count == 1 ? scale[unit].one : scale[unit].many);
}

void length_print(usec length, char out[LENGTH_SIZE])
{
	char *at = out;
	if (length == 0)
		ascii_put(at, "0s");
	for (int i = 0; i < SCALE_COUNT; i++) {
		usec count = length / scale[i].length;
		if (count > 0)
			at = length_put(at, count, "", i);
		length %= scale[i].length;
	}
}

/* The largest unit that fits into a length; else seconds. */
static int scale_of(usec length)
{
	int unit = 0;
	while (unit < SCALE_COUNT && length < scale[unit].length)
		unit++;
	return unit < SCALE_COUNT ? unit : SCALE_SECONDS;
}

/* Rounded to the second unit: 9 min 59.9 s are 10 min. */
void length_say(usec length, char out[LENGTH_SIZE])
{
	int unit = scale_of(length);
	usec grain = scale[unit < SCALE_SECONDS ? unit + 1 : unit].length;
	usec rest = length % grain;
	length += rest < grain - rest ? -rest : grain - rest;
	unit = scale_of(length);
	char *at = length_put(out, length / scale[unit].length, " ", unit);
	rest = length % scale[unit].length;
	if (rest > 0) {
		at = ascii_put(at, " ");
		length_put(at, rest / scale[unit + 1].length, " ", unit + 1);
	}
}

/* "noon", "midnight". */
static const struct {
	const char *word;
	int minute;
} clock_words[] = { { "noon", 12 * 60 }, { "midday", 12 * 60 }, { "midnight", 0 } };

size_t clock_word(const char *at, int *ret)
{
	size_t length = ascii_letters(at, SIZE_MAX);
	for (size_t i = 0; i < sizeof(clock_words) / sizeof(clock_words[0]); i++)
		if (ascii_is_word(at, length, clock_words[i].word)) {
			*ret = clock_words[i].minute;
			return length;
		}
	return 0;
}

/* Read "am" or "p.m.", blanks before it allowed: 0 or 12 hours; -1 for none. */
static int half_scan(const char **at)
{
	const char *end = ascii_skip(*at);
	char half = ascii_lower(*end);
	if (half != 'a' && half != 'p')
		return -1;
	end += end[1] == '.' ? 2 : 1;
	if (ascii_lower(*end) != 'm' || ascii_is_letter(end[1]))
		return -1;
	*at = end[1] == '.' ? end + 2 : end + 1;
	return half == 'p' ? 12 : 0;
}

/* Read two digits behind a colon or, as in "17.30", a full stop. */
static bool minute_scan(const char **at, int *ret)
{
	int64_t minute;
	if (**at != ':' && **at != '.')
		return false;
	const char *end = ascii_number(*at + 1, 99, &minute);
	if (end - *at != 3 || minute > 59 || *end == ':')
		return false;
	*at = end;
	*ret = (int)minute;
	return true;
}

enum text_error clock_part_scan(const char **at, struct clock_part *ret)
{
	struct clock_part part = { .form = CLOCK_BARE };
	int64_t hour;
	size_t letters = clock_word(*at, &part.minutes);
	const char *end = letters > 0 ? *at + letters : ascii_number(*at, 99, &hour);
	if (letters > 0) {
		part.form = CLOCK_FULL;
	} else {
		int minute = 0, half;
		if (end == *at || end - *at > 2)
			return TEXT_BAD_TIME;
		if (minute_scan(&end, &minute))
			part.form = CLOCK_FULL;
		half = half_scan(&end);
		if (half >= 0 && (hour < 1 || hour > 12))
			return TEXT_BAD_TIME;
		if (half >= 0) {
			part.form = CLOCK_HALF;
			hour = hour % 12 + half;
		}
		part.minutes = (int)hour * 60 + minute;
	}
	if (part.minutes > 24 * 60 || *end == ':')
		return TEXT_BAD_TIME;
	*at = end;
	*ret = part;
	return TEXT_OK;
}

enum text_error clock_scan(const char **at, int *ret)
{
	struct clock_part part;
	const char *end = *at;
	if (clock_part_scan(&end, &part) != TEXT_OK || part.form == CLOCK_BARE)
		return TEXT_BAD_TIME;
	*at = end;
	*ret = part.minutes;
	return TEXT_OK;
}

enum text_error clock_read(const char *text, int *ret)
{
	char plain[LOOKALIKE_SIZE];
	const char *at = ascii_skip(lookalike_plain(text, plain));
	int minutes;
	if (*at == '\0')
		return TEXT_EMPTY;
	enum text_error error = clock_scan(&at, &minutes);
	if (error != TEXT_OK)
		return error;
	if (*ascii_skip(at) != '\0')
		return TEXT_TRAILING;
	*ret = minutes;
	return TEXT_OK;
}

void clock_print(int minutes, char out[CLOCK_SIZE])
{
	int hour = minutes / 60, minute = minutes % 60;
	out[0] = (char)('0' + hour / 10 % 10);
	out[1] = (char)('0' + hour % 10);
	out[2] = ':';
	out[3] = (char)('0' + minute / 10);
	out[4] = (char)('0' + minute % 10);
	out[5] = '\0';
}

static const struct {
	const char *shown, *brief, *full;
} weekdays[] = {
	[MONDAY] = { N_("Mon"), "mon", "monday" },
	[TUESDAY] = { N_("Tue"), "tue", "tuesday" },
	[WEDNESDAY] = { N_("Wed"), "wed", "wednesday" },
	[THURSDAY] = { N_("Thu"), "thu", "thursday" },
	[FRIDAY] = { N_("Fri"), "fri", "friday" },
	[SATURDAY] = { N_("Sat"), "sat", "saturday" },
	[SUNDAY] = { N_("Sun"), "sun", "sunday" },
};

enum text_error weekday_read(const char *text, size_t length, int *ret)
{
	if (length == 0)
		return TEXT_EMPTY;
	for (int day = MONDAY; day <= SUNDAY; day++) {
		if (ascii_is_word(text, length, weekdays[day].brief) ||
		    ascii_is_word(text, length, weekdays[day].full)) {
			*ret = day;
			return TEXT_OK;
		}
	}
	return TEXT_BAD_DAY;
}

const char *weekday_short(int weekday)
{
	return weekdays[weekday].shown;
}

enum text_error name_read(const char *text, size_t length)
{
	if (length == 0)
		return TEXT_EMPTY;
	if (length > NAME_MAX_CHARS || text[0] < 'a' || text[0] > 'z')
		return TEXT_BAD_NAME;
	for (size_t i = 1; i < length; i++) {
		char c = text[i];
		if (!(c >= 'a' && c <= 'z') && !ascii_is_digit(c) && c != '-')
			return TEXT_BAD_NAME;
	}
	return TEXT_OK;
}

size_t text_fit(const char *text, size_t size)
{
	size_t length = strlen(text);
	if (length < size)
		return length;
	for (length = size - 1; length > 0; length--)
		if (((unsigned char)text[length] & 0xc0) != 0x80)
			break;
	return length;
}

struct text_begin text_begin(const char *text)
{
	struct text_begin begin = { "" };
	memcpy(begin.text, text, text_fit(text, sizeof(begin.text)));
	return begin;
}
