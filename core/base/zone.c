/*
 * Civil time from a table of offsets. Days are counted as in Howard Hinnant's "chrono-compatible
 * low-level date algorithms": years begin in March, so that the leap day is the last of its year,
 * and 400 years are one cycle of 146097 days.
 */
#include "core/base/zone.h"

#include "core/base/ascii.h"

enum { CYCLE_YEARS = 400, CYCLE_DAYS = 146097, EPOCH_DAY = 719468, DAY_SECONDS = 86400 };

/* The largest moment that 64 bits of microseconds hold. */
#define SECONDS_MAX (INT64_MAX / USEC_PER_SEC)

static int64_t floor_div(int64_t a, int64_t b)
{
	return a / b - (a % b < 0);
}

static int64_t clamp(int64_t value, int64_t least, int64_t most)
{
	return value < least ? least : value > most ? most : value;
}

/* Days from 1970-01-01 to the first of a month; months out of range are carried over. */
static int64_t month_day(int64_t year, int64_t month)
{
	int64_t since_march = month - 3;
	year += floor_div(since_march, 12);
	since_march -= floor_div(since_march, 12) * 12;
	int64_t cycle = floor_div(year, CYCLE_YEARS);
	int64_t of_cycle = year - cycle * CYCLE_YEARS;
	int64_t day = of_cycle * 365 + of_cycle / 4 - of_cycle / 100 + (153 * since_march + 2) / 5;
	return cycle * CYCLE_DAYS + day - EPOCH_DAY;
}

/* Wall time in seconds since 1970-01-01 00:00. */
static int64_t wall_seconds(struct civil civil)
{
	int64_t day = month_day(civil.year, civil.month) + civil.day - 1;
	return day * DAY_SECONDS + civil.hour * INT64_C(3600) + civil.minute * INT64_C(60) +
	       civil.second;
}

int32_t civil_day(struct civil civil)
{
	int64_t day = floor_div(wall_seconds(civil), DAY_SECONDS);
	return (int32_t)clamp(day, INT32_MIN, INT32_MAX);
}

int civil_weekday(int32_t day)
{
	int64_t since_monday = (int64_t)day + THURSDAY; /* 1970-01-01 was a Thursday */
	return (int)(since_monday - floor_div(since_monday, 7) * 7);
}

struct civil civil_of_day(int32_t day)
{
	int64_t days = (int64_t)day + EPOCH_DAY;
	int64_t cycle = floor_div(days, CYCLE_DAYS);
	int64_t of_cycle = days - cycle * CYCLE_DAYS;
	int64_t year = (of_cycle - of_cycle / 1460 + of_cycle / 36524 - of_cycle / 146096) / 365;
	int64_t of_year = of_cycle - (365 * year + year / 4 - year / 100);
	int64_t since_march = (5 * of_year + 2) / 153;
	struct civil civil = { 0 };
	civil.year = (int)(cycle * CYCLE_YEARS + year + (since_march >= 10));
	civil.month = (int)(since_march < 10 ? since_march + 3 : since_march - 9);
	civil.day = (int)(of_year - (153 * since_march + 2) / 5 + 1);
	return civil;
}

int32_t zone_offset(const struct zone *zone, struct realtime real)
{
	int32_t offset = zone->offset;
	for (int i = 0; i < zone->count && zone->changes[i].at.us <= real.us; i++)
		offset = zone->changes[i].offset;
	return offset;
}

struct wall zone_wall(const struct zone *zone, struct realtime real)
{
	int64_t seconds = floor_div(real.us, USEC_PER_SEC) + zone_offset(zone, real);
	int64_t day = floor_div(seconds, DAY_SECONDS);
	return (struct wall){ (int32_t)day, (int32_t)(seconds - day * DAY_SECONDS) };
}

struct civil zone_civil(const struct zone *zone, struct realtime real)
{
	struct wall wall = zone_wall(zone, real);
	struct civil civil = civil_of_day(wall.day);
	civil.hour = wall.second / 3600;
	civil.minute = wall.second / 60 % 60;
	civil.second = wall.second % 60;
	return civil;
}

static struct realtime seconds_real(int64_t seconds)
{
	return (struct realtime){ clamp(seconds, -SECONDS_MAX, SECONDS_MAX) * USEC_PER_SEC };
}

/* The moment of a wall time in seconds since 1970-01-01 00:00. */
static struct realtime wall_real(const struct zone *zone, int64_t seconds)
{
	struct realtime begins = { INT64_MIN };
	int32_t offset = zone->offset;
	/* The first offset that is still in force at this wall time. */
	for (int i = 0; i < zone->count; i++) {
		if (seconds_real(seconds - offset).us < zone->changes[i].at.us)
			break;
		begins = zone->changes[i].at;
		offset = zone->changes[i].offset;
	}
	struct realtime real = seconds_real(seconds - offset);
	return real.us < begins.us ? begins : real; /* before its begin: within the gap */
}

struct realtime zone_real(const struct zone *zone, struct civil civil)
{
	return wall_real(zone, wall_seconds(civil));
}

struct realtime zone_time(const struct zone *zone, int32_t day, usec after_midnight)
{
	return wall_real(zone, (int64_t)day * DAY_SECONDS + after_midnight / USEC_PER_SEC);
}

/* Read a number of exactly `digits` digits. */
static const char *digits_scan(const char *at, int digits, int *ret)
{
	*ret = 0;
	for (; digits > 0 && at && ascii_is_digit(*at); digits--)
		*ret = *ret * 10 + (*at++ - '0');
	return digits == 0 ? at : NULL;
}

bool date_read(const char *text, int32_t *ret)
{
	struct civil civil = { 0 };
	const char *at = digits_scan(text, 4, &civil.year);
	at = digits_scan(at && *at == '-' ? at + 1 : NULL, 2, &civil.month);
	at = digits_scan(at && *at == '-' ? at + 1 : NULL, 2, &civil.day);
	if (!at || *at != '\0' || civil.year < 2000 || civil.year > 2199)
		return false;
	/* A date that does not exist would be carried over. */
	int32_t day = civil_day(civil);
	struct civil back = civil_of_day(day);
	if (back.month != civil.month || back.day != civil.day)
		return false;
	*ret = day;
	return true;
}

static char *two_digits(char *at, int number)
{
	*at++ = (char)('0' + number / 10 % 10);
	*at++ = (char)('0' + number % 10);
	return at;
}

void date_print(int32_t day, char out[DATE_SIZE])
{
	struct civil civil = civil_of_day(day);
	char *at = two_digits(two_digits(out, civil.year / 100), civil.year % 100);
	*at++ = '-';
	at = two_digits(at, civil.month);
	*at++ = '-';
	*two_digits(at, civil.day) = '\0';
}

int32_t zone_day(const struct zone *zone, struct realtime real, usec day_starts)
{
	int32_t today = zone_wall(zone, real).day;
	/* From tomorrow back: an hour repeated around midnight belongs to the later day. */
	for (int32_t day = today + 1; day > today - 2; day--)
		if (zone_time(zone, day, day_starts).us <= real.us)
			return day;
	return today - 2;
}
