/* A range is read in one pass into parts whose number is bounded, so that memory does not grow with
 * the history. */
#include "cli/report/sums.h"

#include <stdio.h>
#include <string.h>

#include "cli/shared/say.h"
#include "cli/shared/when.h"
#include "core/base/text.h"
#include "core/base/zone.h"

/* Dates that date_read() knows; a row that a wrong clock booked elsewhere is not counted. */
enum { FIRST_YEAR = 2000, LAST_YEAR = 2199 };
_Static_assert(LAST_YEAR - FIRST_YEAR < SUMS_MAX, "a part for each year");

static int32_t date(int year, int month, int day)
{
	return civil_day((struct civil){ .year = year, .month = month, .day = day });
}

/* The longest ranges that are split into days, weeks and months; longer ones are split into years.
 */
static enum sums_unit unit_of(int32_t days)
{
	static const int32_t most[] = {
		[SUMS_DAY] = 31, [SUMS_WEEK] = 190, [SUMS_MONTH] = 3 * 366
	};
	int unit = SUMS_DAY;
	while (unit < SUMS_YEAR && days > most[unit])
		unit++;
	return (enum sums_unit)unit;
}

/* The last day of the part that a day belongs to. */
static int32_t part_end(enum sums_unit unit, int32_t day)
{
	struct civil civil = civil_of_day(day);
	switch (unit) {
	case SUMS_DAY:
		return day;
	case SUMS_WEEK:
		return day + SUNDAY - civil_weekday(day);
	case SUMS_MONTH:
		return date(civil.year, civil.month + 1, 1) - 1;
	case SUMS_YEAR:
		return date(civil.year + 1, 1, 1) - 1;
	}
	return day;
}

static void parts_make(struct sums *sums)
{
	sums->unit = unit_of(sums->last - sums->first + 1);
	for (int32_t day = sums->first; day <= sums->last;) {
		int32_t end = part_end(sums->unit, day);
		struct sums_part *part = &sums->parts[sums->count++];
		*part = (struct sums_part){ .first = day,
					    .last = end < sums->last ? end : sums->last };
		day = end + 1;
	}
}

static int part_add(int32_t number, const struct day *day, void *user)
{
	struct sums *sums = user;
	if (sums->count == 0) {
		sums->first = number;
		parts_make(sums);
	}
	int part = 0;
	while (sums->parts[part].last < number)
		part++;
	day_join(&sums->parts[part].day, day);
	day_join(&sums->all, day);
	sums->scored += day->fields[DAY_SCORES] > 0;
	return 0;
}

enum exit_code sums_read(struct command *command, const struct history *history, const char *text,
			 const char *preset, struct sums *ret)
{
	struct span span, today;
	enum exit_code code = history_span(command, text ? text : preset, &span);
	if (code == EXIT_FINE)
		code = history_span(command, "today", &today);
	if (code != EXIT_FINE)
		return code;
	int32_t earliest = date(FIRST_YEAR, 1, 1), latest = date(LAST_YEAR + 1, 1, 1) - 1;
	*ret = (struct sums){ .first = span.first > earliest ? span.first : earliest,
			      .last = span.last < today.last ? span.last : today.last };
	ret->last = ret->last < latest ? ret->last : latest;
	ret->ounces = history_ounces();
	int r = history->store ? store_days(history->store, ret->first, ret->last, part_add, ret)
			       : 0;
	return history_failed(command, history, r);
}

static void date_say(const char *pattern, int32_t number, char out[SUMS_LABEL_SIZE])
{
	struct civil civil = civil_of_day(number);
	char day[12], year[12];
	snprintf(day, sizeof(day), "%d", civil.day);
	snprintf(year, sizeof(year), "%d", civil.year);
	words_fill(out, SUMS_LABEL_SIZE, pattern, "weekday",
		   _(weekday_short(civil_weekday(number))), "day", day, "month",
		   _(month_short(civil.month)), "year", year, NULL);
}

void sums_moment(const struct record *row, char out[SUMS_LABEL_SIZE])
{
	int64_t second = row->ended.us / USEC_PER_SEC + row->zone;
	int32_t day = (int32_t)(second / 86400), minute = (int32_t)(second % 86400 / 60);
	date_say(_("{weekday} {day} {month} {year}"), day, out);
	say_append(out, SUMS_LABEL_SIZE, " %02d:%02d", (int)minute / 60, (int)minute % 60);
}

void sums_label(const struct sums *sums, int part, char out[SUMS_LABEL_SIZE])
{
	const char *const patterns[] = { [SUMS_DAY] = _("{weekday} {day} {month}"),
					 [SUMS_WEEK] = _("from {day} {month}"),
					 [SUMS_MONTH] = _("{month} {year}"),
					 [SUMS_YEAR] = "{year}" };
	date_say(patterns[sums->unit], sums->parts[part].first, out);
}

void sums_range(const struct sums *sums, char out[SUMS_LABEL_SIZE])
{
	char last[SUMS_LABEL_SIZE];
	bool one_year = civil_of_day(sums->first).year == civil_of_day(sums->last).year;
	date_say(_("{weekday} {day} {month} {year}"), sums->last, last);
	if (sums->first == sums->last) {
		memcpy(out, last, SUMS_LABEL_SIZE);
		return;
	}
	date_say(one_year ? _("{weekday} {day} {month}") : _("{weekday} {day} {month} {year}"),
		 sums->first, out);
	say_append(out, SUMS_LABEL_SIZE, " - %s", last);
}

void sums_label_short(const struct sums *sums, int part, char out[SUMS_LABEL_SIZE])
{
	if (sums->unit == SUMS_DAY || sums->unit == SUMS_WEEK)
		date_say(_("{day} {month}"), sums->parts[part].first, out);
	else
		sums_label(sums, part, out);
}
