/*
 * Calendar times. A time is looked up day by day, from today until every day of the week has come
 * round, and one day more: an hour that comes twice may have put the clock back over midnight.
 */
#include "core/calendar.h"

#include <string.h>

#include "core/ascii.h"

enum text_error calendar_read(const char *text, struct calendar *ret)
{
	uint8_t days;
	int minute;
	const char *at = ascii_skip(text);
	if (*at == '\0')
		return TEXT_EMPTY;
	enum text_error error = days_scan(&at, &days);
	if (error != TEXT_OK)
		return error;
	error = clock_scan(&at, &minute);
	if (error != TEXT_OK)
		return error;
	if (*ascii_skip(at) != '\0')
		return TEXT_TRAILING;
	if (minute == 24 * 60)
		return TEXT_BAD_TIME;
	*ret = (struct calendar){ days, (int16_t)minute };
	return TEXT_OK;
}

void calendar_print(const struct calendar *calendar, char out[CALENDAR_SIZE])
{
	days_print(calendar->days, out);
	char *at = out + strlen(out);
	if (at != out)
		at = ascii_put(at, " ");
	clock_print(calendar->minute, at);
}

/* The first moment after `after` at which one calendar time falls. */
static struct realtime time_next(const struct calendar *time, const struct zone *zone,
				 struct realtime after)
{
	int32_t today = civil_day(zone_civil(zone, after));
	for (int32_t day = today; day <= today + 8; day++) {
		if (!(time->days & 1 << civil_weekday(day)))
			continue;
		struct civil civil = civil_of_day(day);
		civil.minute = time->minute;
		struct realtime real = zone_real(zone, civil);
		if (real.us > after.us)
			return real;
	}
	return REALTIME_OPEN;
}

struct realtime calendar_next(const struct calendar times[], int count, const struct zone *zone,
			      struct realtime after)
{
	struct realtime first = REALTIME_OPEN;
	for (int i = 0; i < count; i++) {
		struct realtime next = time_next(&times[i], zone, after);
		if (next.us < first.us)
			first = next;
	}
	return first;
}
