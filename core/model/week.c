/* A week is found from the days of `hours` alone, so that a report and limberd find the same one.
 */
#include "core/model/week.h"

static uint8_t days_of(const struct ranges *hours)
{
	uint8_t days = 0;
	for (int i = 0; i < hours->count; i++)
		days |= hours->hours[i].days;
	return days == 0 || days == DAYS_ALL ? 0x1f : days;
}

/* How many days without hours are before a weekday. */
static int days_off(uint8_t days, int weekday)
{
	int off = 0;
	while (!(days & 1 << (weekday + 6 - off) % 7))
		off++;
	return off;
}

struct week week_of(const struct plan *plan, int32_t day)
{
	uint8_t days = days_of(&plan->hours);
	int begin = MONDAY;
	for (int i = MONDAY; i <= SUNDAY; i++)
		if (days_off(days, i) > days_off(days, begin))
			begin = i;
	int32_t first = day - (civil_weekday(day) + 7 - begin) % 7;
	return (struct week){ .first = first, .ends = first + 6 - days_off(days, begin) };
}

enum { NATURAL_LEAST = 10 }; /* cards a week */

static bool is_natural(const struct day *week)
{
	int64_t asked = day_asked(week);
	return asked >= NATURAL_LEAST && 2 * week->fields[DAY_OUTCOMES + OUTCOME_NATURAL] > asked;
}

bool week_is_natural(int32_t first, const struct day *week, const struct day *before)
{
	return (first / 7) % 2 == 0 && is_natural(week) && is_natural(before);
}
