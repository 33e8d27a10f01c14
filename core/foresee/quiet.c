/* A day is an array of flags, one a minute; nights, hours and gaps are the longest runs in it. */
#include "core/foresee/quiet.h"

#include <string.h>

enum {
	DAY = 24 * 60,
	NIGHT_LEAST = 3 * 60, /* a range of at most this length is not a night */
	KEPT_LEAST = 4 * 60,  /* if less of the night is left, it is moved */
	NIGHT_MOST = 12 * 60,
	WIDE = 8 * 60, /* in a gap this long, the night leaves an hour free at each end */
	BEFORE = 3 * 60,
	DEFAULT_FROM = 8 * 60,
	DEFAULT_LENGTH = 12 * 60,
	GRAIN = 15, /* resolution of a moved time */
};

struct day {
	bool is[DAY];
};

struct run {
	int from, length;
};

static struct run range_run(const struct hours *range)
{
	int length = (range->to - range->from + DAY) % DAY;
	return (struct run){ range->from, length > 0 ? length : DAY };
}

static void day_mark(struct day *day, int from, int length, bool is)
{
	for (int i = 0; i < length && i < DAY; i++)
		day->is[(from + i + DAY) % DAY] = is;
}

static void day_mark_ranges(struct day *day, const struct ranges *ranges, uint8_t days)
{
	for (int i = 0; i < ranges->count; i++) {
		struct run run = range_run(&ranges->hours[i]);
		if (ranges->hours[i].days & days)
			day_mark(day, run.from, run.length, true);
	}
}

/* The number of consecutive set minutes from `from` on, wrapping at midnight. */
static int day_run(const struct day *day, int from)
{
	int length = 0;
	while (length < DAY && day->is[(from + length) % DAY])
		length++;
	return length;
}

static struct run day_longest(const struct day *day)
{
	struct run longest = { 0, 0 };
	for (int from = 0; from < DAY; from++) {
		int length = day->is[(from + DAY - 1) % DAY] ? 0 : day_run(day, from);
		if (length > longest.length)
			longest = (struct run){ from, length };
	}
	return longest.length == 0 && day->is[0] ? (struct run){ 0, DAY } : longest;
}

/* The longest run of `night` that is not `taken`. */
static struct run night_left(struct run night, const struct day *taken)
{
	struct day left = { 0 };
	day_mark(&left, night.from, night.length, true);
	for (int i = 0; i < DAY; i++)
		left.is[i] = left.is[i] && !taken->is[i];
	return day_longest(&left);
}

/* The night within a gap: at its start if that is after an evening card, else in its middle. */
static struct run night_in(struct run off, bool after_card)
{
	int length = off.length;
	if (length >= WIDE)
		length -= 2 * 60;
	if (length > NIGHT_MOST)
		length = NIGHT_MOST;
	int from = after_card ? off.from : off.from + (off.length - length) / 2;
	return (struct run){ from % DAY, length };
}

struct evenings {
	const int *minutes;
	int count;
};

static void evenings_mark(struct day *day, struct evenings evenings, int length)
{
	for (int i = 0; i < evenings.count; i++)
		day_mark(day, evenings.minutes[i], length, true);
}

static bool evening_ends(struct evenings evenings, int minute)
{
	for (int i = 0; i < evenings.count; i++)
		if ((evenings.minutes[i] + QUIET_AFTER) % DAY == minute)
			return true;
	return false;
}

/* The new place of a night; length 0 if there is none. `hours`: the minutes of work. */
static struct run night_move(struct run night, const struct day *hours, struct evenings evenings)
{
	struct day taken = *hours, off;
	evenings_mark(&taken, evenings, QUIET_AFTER);
	struct run left = night_left(night, &taken);
	if (left.length >= KEPT_LEAST)
		return left;
	for (int i = 0; i < DAY; i++)
		off.is[i] = !taken.is[i];
	struct run longest = day_longest(&off);
	if (longest.length >= NIGHT_LEAST)
		return night_in(longest, evening_ends(evenings, longest.from));
	taken = (struct day){ 0 };
	evenings_mark(&taken, evenings, QUIET_AFTER);
	return night_left(night, &taken);
}

/* The days touched by a range that begins on `days` and may pass midnight. */
static uint8_t days_touched(uint8_t days)
{
	return (uint8_t)((days | days << 1 | days >> 6) & DAYS_ALL);
}

/* A range is a break, not a night, if there is a longer one on one of its days. */
static bool is_break(const struct ranges *quiet, int index)
{
	const struct hours *range = &quiet->hours[index];
	for (int i = 0; i < quiet->count; i++)
		if (quiet->hours[i].days & range->days &&
		    range_run(&quiet->hours[i]).length > range_run(range).length)
			return true;
	return false;
}

static bool night_moves(const struct plan *plan, const struct hours *range,
			struct evenings evenings, struct run *ret)
{
	struct day hours = { 0 }, taken;
	struct run night = range_run(range);
	if (night.length <= NIGHT_LEAST)
		return false;
	day_mark_ranges(&hours, &plan->hours, days_touched(range->days));
	if (day_run(&hours, 0) == DAY)
		hours = (struct day){ 0 };
	taken = hours;
	evenings_mark(&taken, evenings, QUIET_LEAST);
	if (night_left(night, &taken).length == night.length)
		return false;
	*ret = night_move(night, &hours, evenings);
	return ret->from != night.from || ret->length != night.length;
}

bool quiet_moves(const struct plan *plan, const int evenings[], int count, struct ranges *ret)
{
	bool moves = false;
	ret->count = 0;
	for (int i = 0; i < plan->quiet.count; i++) {
		struct hours range = plan->quiet.hours[i];
		struct run run;
		if (!is_break(&plan->quiet, i) &&
		    night_moves(plan, &range, (struct evenings){ evenings, count }, &run)) {
			moves = true;
			range.from = (int16_t)run.from;
			range.to = (int16_t)((run.from + run.length) % DAY);
			if (run.length == 0)
				continue;
		}
		ret->hours[ret->count++] = range;
	}
	return moves;
}

int quiet_evening(const struct ranges *hours, int minute)
{
	struct day taken = { 0 };
	day_mark_ranges(&taken, hours, DAYS_ALL);
	struct run work = day_longest(&taken);
	for (int i = 0; i < hours->count; i++)
		day_mark(&taken, hours->hours[i].from - BEFORE, BEFORE, true);
	int after = (work.from + work.length + EVENING_AFTER) % DAY;
	return taken.is[minute % DAY] && !taken.is[after] ? after : minute;
}

/* The index of the only bit set; -1 if none or several are set. */
static int only_bit(uint64_t bits)
{
	int bit = 0;
	if (bits == 0 || (bits & (bits - 1)) != 0)
		return -1;
	while (!(bits >> bit & 1))
		bit++;
	return bit;
}

/* The hours a time was meant for: the previous ones if it was within them, else the default. */
static struct run hours_before(const struct ranges *before, int minute)
{
	struct day were = { 0 };
	day_mark_ranges(&were, before, DAYS_ALL);
	struct run run = day_longest(&were);
	if (run.length > 0 && (minute - run.from + DAY) % DAY < run.length)
		return run;
	return (struct run){ DEFAULT_FROM, DEFAULT_LENGTH };
}

/* Map `minute` from `before` to the proportional position in `hours`. The result is relative to the
 * same midnight as `minute`: below 0 is the previous day, DAY or more the next one. */
static int into_hours(struct run hours, struct run before, int minute)
{
	bool wrapped = minute < before.from && before.from + before.length > DAY;
	int part = minute + (wrapped ? DAY : 0) - before.from - GRAIN;
	int room = hours.length - 2 * GRAIN, most = before.length - 2 * GRAIN;
	part = part < 0 ? 0 : part > most ? most : part;
	int moved = hours.from + hours.length / 2;
	if (room > 0 && most > 0) {
		moved = hours.from + GRAIN + part * room / most;
		moved -= moved % GRAIN <= moved - hours.from ? moved % GRAIN : 0;
	}
	return moved - (wrapped ? DAY : 0);
}

static uint8_t days_moved(uint8_t days, int by)
{
	unsigned moved = days;
	if (by > 0)
		moved = moved << 1 | moved >> 6;
	if (by < 0)
		moved = moved >> 1 | moved << 6;
	return (uint8_t)(moved & DAYS_ALL);
}

bool quiet_moves_time(const struct plan *plan, const struct ranges *before,
		      const struct calendar *time, struct calendar *ret)
{
	struct day quiet = { 0 }, work = { 0 };
	int hour = only_bit(time->hours), minute = only_bit(time->minutes);
	day_mark_ranges(&quiet, &plan->quiet, DAYS_ALL);
	day_mark_ranges(&work, &plan->hours, DAYS_ALL);
	struct run hours = day_longest(&work);
	if (hour < 0 || minute < 0 || hours.length == 0 || !quiet.is[hour * 60 + minute])
		return false;
	struct run were = hours_before(before, hour * 60 + minute);
	int moved = into_hours(hours, were, hour * 60 + minute), at = (moved + DAY) % DAY;
	if (quiet.is[at])
		return false;
	*ret = *time;
	ret->hours = UINT32_C(1) << at / 60;
	ret->minutes = UINT64_C(1) << at % 60;
	if (time->days == CALENDAR_EACH_DAY)
		ret->weekdays = days_moved(time->weekdays, moved < 0 ? -1 : moved >= DAY ? 1 : 0);
	return true;
}

int quiet_longest(const struct ranges *hours)
{
	struct day work = { 0 };
	day_mark_ranges(&work, hours, DAYS_ALL);
	return hours->count > 0 ? day_longest(&work).length : DAY;
}
