/*
 * Calendar times as text. All fields are sets of numbers, read and written by the same functions.
 * Days counted from the end of a month are stored as if each month had 31 days: such a field is
 * mirrored, and its numbers are converted when read and written.
 */
#include "core/base/calendar.h"

#include "core/base/ascii.h"
#include "core/base/hours.h"
#include "core/base/lookalike.h"

struct field {
	int first;       /* the number of bit 0 */
	int least, most; /* bits */
	int digits;
	bool mirror; /* number N is bit 32 - N */
};

static const struct field year_field = { CALENDAR_FIRST_YEAR, 0, 63, 4, false };
static const struct field month_field = { 0, 1, 12, 2, false };
static const struct field day_field = { 0, 1, 31, 2, false };
static const struct field last_day_field = { 0, 4, 31, 2, true }; /* every month has 28 */
static const struct field hour_field = { 0, 0, 23, 2, false };
static const struct field minute_field = { 0, 0, 59, 2, false };

static const struct {
	const char *word, *time;
} words[] = {
	{ "hourly", "*:00" },          { "daily", "00:00" },
	{ "weekly", "Mon 00:00" },     { "monthly", "*-*-01 00:00" },
	{ "yearly", "*-01-01 00:00" }, { "quarterly", "*-01,04,07,10-01 00:00" },
};

/* Every `step`-th number from `from` to `to`. */
static uint64_t set_of(int from, int to, int step)
{
	uint64_t set = 0;
	for (int bit = from; bit <= to; bit += step)
		set |= UINT64_C(1) << bit;
	return set;
}

/* The readers move *at behind what they read; false for an error. */
static bool number_scan(const char **at, const struct field *field, int *ret)
{
	int64_t number;
	const char *end = ascii_number(*at, 9999, &number);
	if (end == *at || end - *at > field->digits)
		return false;
	int bit = field->mirror ? 32 - (int)number : (int)number - field->first;
	*at = end;
	*ret = bit;
	return bit >= field->least && bit <= field->most;
}

static bool step_scan(const char **at, int *ret)
{
	int64_t number;
	const char *end = ascii_number(*at, 99, &number);
	*at = end;
	*ret = (int)number;
	return number > 0 && number <= 99; /* zero without a digit, too */
}

static void swap(int *a, int *b)
{
	int old = *a;
	*a = *b;
	*b = old;
}

/* Add "5", "1..5", "0/15" or "9..17/2" to *set. */
static bool span_scan(const char **at, const struct field *field, uint64_t *set)
{
	int from, to, step = 1;
	if (!number_scan(at, field, &from))
		return false;
	to = from;
	bool range = strncmp(*at, "..", 2) == 0;
	if (range) {
		*at += 2;
		if (!number_scan(at, field, &to))
			return false;
		if (field->mirror)
			swap(&from, &to);
		if (to < from)
			return false;
	}
	if (**at == '/') {
		++*at;
		if (!step_scan(at, &step))
			return false;
		if (!range)
			to = field->most;
		if (!range && from + step > to)
			return false;
	}
	*set |= set_of(from, to, step);
	return true;
}

static bool set_scan(const char **at, const struct field *field, uint64_t *ret)
{
	uint64_t set = 0;
	if (**at == '*' && !field->mirror) {
		++*at;
		*ret = set_of(field->least, field->most, 1);
		return **at != '/'; /* a step has a start */
	}
	for (;;) {
		if (!span_scan(at, field, &set))
			return false;
		if (**at != ',')
			break;
		++*at;
	}
	*ret = set;
	return true;
}

/* A word with a hyphen and no colon. */
static bool date_stands(const char *at)
{
	const char *end = ascii_word_end(at);
	size_t length = (size_t)(end - at);
	return memchr(at, ':', length) == NULL &&
	       (memchr(at, '-', length) != NULL || memchr(at, '~', length) != NULL);
}

/* "2026-12-24", "*-*-01", "12-24", "*-02~01". */
static bool date_scan(const char **at, struct calendar *time)
{
	const char *end = ascii_word_end(*at);
	const char *hyphen = memchr(*at, '-', (size_t)(end - *at));
	size_t rest = hyphen != NULL ? (size_t)(end - hyphen) - 1 : 0;
	bool year = rest > 0 && (memchr(hyphen + 1, '-', rest) || memchr(hyphen + 1, '~', rest));
	uint64_t months, days;
	if (year && (!set_scan(at, &year_field, &time->years) || *(*at)++ != '-'))
		return false;
	if (!set_scan(at, &month_field, &months))
		return false;
	time->days_to_last = **at == '~';
	if (**at != '-' && **at != '~')
		return false;
	++*at;
	if (!set_scan(at, time->days_to_last ? &last_day_field : &day_field, &days) || *at != end)
		return false;
	time->months = (uint16_t)months;
	time->days = (uint32_t)days;
	return true;
}

/* Minutes or seconds behind their colon. A single digit is an error ("21:3"), unless the hour has
 * no leading zero either. */
static bool sixty_scan(const char **at, bool brief, uint64_t *ret)
{
	const char *from = *at;
	return set_scan(at, &minute_field, ret) && (brief || *at - from != 1 || *from == '*');
}

/* "21:30", "*:0/15", "9..17:00:30". */
static enum text_error time_scan(const char **at, struct calendar *time)
{
	uint64_t hours, seconds = 1;
	const char *from = *at;
	bool brief = ascii_is_digit(*from) && from[1] == ':';
	if (!set_scan(at, &hour_field, &hours) || *(*at)++ != ':' ||
	    !sixty_scan(at, brief, &time->minutes))
		return TEXT_BAD_TIME;
	if (**at == ':') {
		++*at;
		if (!sixty_scan(at, brief, &seconds))
			return TEXT_BAD_TIME;
	}
	if (seconds & (seconds - 1))
		return TEXT_TOO_OFTEN;
	time->hours = (uint32_t)hours;
	while (seconds >>= 1)
		time->second++;
	return TEXT_OK;
}

/* Read "5pm", "noon" and the like, or what time_scan() reads; false for other text. */
static bool clock_stands(const char *at, struct calendar *time)
{
	int minutes;
	if (clock_scan(&at, &minutes) != TEXT_OK || *ascii_skip(at) != '\0' || minutes == 24 * 60)
		return false;
	time->hours = UINT32_C(1) << minutes / 60;
	time->minutes = UINT64_C(1) << minutes % 60;
	return true;
}

/* "2100-": a year out of range. */
static bool year_is_far(const char *at)
{
	int64_t year;
	const char *end = ascii_number(at, 9999, &year);
	return end - at == 4 && *end == '-' &&
	       (year < CALENDAR_FIRST_YEAR || year > CALENDAR_FIRST_YEAR + year_field.most);
}

static enum text_error calendar_scan(const char *at, struct calendar *time)
{
	bool word = *ascii_skip(at + ascii_letters(at, SIZE_MAX)) == '\0';
	enum text_error error = days_scan(&at, &time->weekdays);
	if (error != TEXT_OK)
		return word ? TEXT_BAD_WORD : error;
	if (date_stands(at)) {
		bool far = year_is_far(at);
		if (!date_scan(&at, time))
			return far ? TEXT_BAD_YEAR : TEXT_BAD_DATE;
		at = ascii_skip(at);
	}
	if (*at == '\0')
		return TEXT_NO_TIME;
	if (clock_stands(at, time))
		return TEXT_OK;
	error = time_scan(&at, time);
	if (error != TEXT_OK)
		return error;
	return *ascii_skip(at) == '\0' ? TEXT_OK : TEXT_TRAILING;
}

/* Searched over all years that can be written, which is longer than any combination of leap day and
 * weekday takes to occur (40 years, across 2100). */
static bool never_falls(const struct calendar *time)
{
	static const struct zone utc = { .name = "UTC" };
	struct civil first = { .year = CALENDAR_FIRST_YEAR, .month = 1, .day = 1 };
	struct realtime before = { zone_real(&utc, first).us - 1 };
	return calendar_next(time, 1, &utc, before).us == REALTIME_OPEN.us;
}

static const char *word_time(const char *at)
{
	const char *end = ascii_word_end(at);
	if (*ascii_skip(end) != '\0')
		return at;
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		if (ascii_is_word(at, (size_t)(end - at), words[i].word))
			return words[i].time;
	return at;
}

enum text_error calendar_read(const char *text, struct calendar *ret)
{
	struct calendar time = calendar_at(DAYS_ALL, 0);
	char plain[LOOKALIKE_SIZE];
	const char *at = ascii_skip(lookalike_plain(text, plain));
	if (*at == '\0')
		return TEXT_EMPTY;
	enum text_error error = calendar_scan(word_time(at), &time);
	if (error != TEXT_OK)
		return error;
	if (never_falls(&time))
		return TEXT_NEVER;
	*ret = time;
	return TEXT_OK;
}

static char *number_put(char *at, const struct field *field, int bit)
{
	int number = field->mirror ? 32 - bit : bit + field->first;
	if (number < 10)
		at = ascii_put(at, "0");
	return ascii_put_number(at, (uint64_t)number);
}

static char *range_put(char *at, const struct field *field, int from, int to)
{
	at = number_put(at, field, field->mirror ? to : from);
	return number_put(ascii_put(at, ".."), field, field->mirror ? from : to);
}

static int lowest(uint64_t set)
{
	int bit = 0;
	while (!(set >> bit & 1))
		bit++;
	return bit;
}

static int highest(uint64_t set)
{
	int bit = 63;
	while (!(set >> bit & 1))
		bit--;
	return bit;
}

/* The step between the numbers, if it is above 1 and there are four or more; else 0. */
static int step_of(uint64_t set)
{
	int from = lowest(set), to = highest(set);
	if (to - from < 6)
		return 0;
	int step = lowest(set & (set - 1)) - from;
	bool steps = step > 1 && to - from >= 3 * step && set_of(from, to, step) == set;
	return steps ? step : 0;
}

static char *steps_put(char *at, const struct field *field, uint64_t set, int step)
{
	int from = lowest(set), to = highest(set);
	if (to + step > field->most)
		at = number_put(at, field, from);
	else
		at = range_put(at, field, from, to);
	return ascii_put_number(ascii_put(at, "/"), (uint64_t)step);
}

/* "01,05..07". */
static char *runs_put(char *at, const struct field *field, uint64_t set)
{
	const char *begin = at;
	for (int bit = field->least; bit <= field->most; bit++) {
		int to = bit;
		if (!(set >> bit & 1))
			continue;
		while (to < field->most && set >> (to + 1) & 1)
			to++;
		if (at != begin)
			at = ascii_put(at, ",");
		if (to - bit < 2) {
			at = number_put(at, field, bit);
			continue;
		}
		at = range_put(at, field, bit, to);
		bit = to;
	}
	return at;
}

static char *set_put(char *at, const struct field *field, uint64_t set)
{
	if (set == set_of(field->least, field->most, 1) && !field->mirror)
		return ascii_put(at, "*");
	int step = step_of(set);
	return step > 0 ? steps_put(at, field, set, step) : runs_put(at, field, set);
}

static char *date_put(char *at, const struct calendar *time)
{
	const struct field *days = time->days_to_last ? &last_day_field : &day_field;
	at = ascii_put(set_put(at, &year_field, time->years), "-");
	at = ascii_put(set_put(at, &month_field, time->months), time->days_to_last ? "~" : "-");
	return ascii_put(set_put(at, days, time->days), " ");
}

void calendar_print(const struct calendar *calendar, char out[CALENDAR_SIZE])
{
	days_print(calendar->weekdays, out);
	char *at = out + strlen(out);
	if (at != out)
		at = ascii_put(at, " ");
	if (calendar->years != CALENDAR_EACH_YEAR || calendar->months != CALENDAR_EACH_MONTH ||
	    calendar->days != CALENDAR_EACH_DAY)
		at = date_put(at, calendar);
	at = ascii_put(set_put(at, &hour_field, calendar->hours), ":");
	at = set_put(at, &minute_field, calendar->minutes);
	if (calendar->second > 0)
		number_put(ascii_put(at, ":"), &minute_field, calendar->second);
}
