/* limber calendar: the next moments of a calendar time, in the zone of this process. */
#include <string.h>

#include "cli/report/report.h"
#include "cli/report/zones.h"
#include "cli/shared/when.h"
#include "core/base/calendar.h"
#include "core/base/text.h"

enum { CALENDAR_ROWS = 5, CALENDAR_ROWS_MAX = 1000 };

/* The next moment; after the end of the zone table it is computed from a new table. */
static struct realtime next_after(const struct calendar *calendar, struct realtime after)
{
	struct zone zone;
	zones_local(after, &zone);
	struct realtime next = calendar_next(calendar, 1, &zone, after);
	if (next.us < zone.until.us || next.us == REALTIME_OPEN.us)
		return next;
	after.us = next.us - USEC_PER_DAY;
	zones_local(after, &zone);
	return calendar_next(calendar, 1, &zone, after);
}

static size_t times_of(const struct calendar *calendar, size_t limit, struct realtime ret[])
{
	struct realtime at = { (int64_t)when_now() };
	size_t count = 0;
	while (count < limit) {
		at = next_after(calendar, at);
		if (at.us == REALTIME_OPEN.us)
			break;
		ret[count++] = at;
	}
	return count;
}

static void times_json(const char *normal, const struct realtime times[], size_t count)
{
	struct json json = json_start(stdout);
	json_text(&json, "when", normal);
	json_open(&json, "times", '[');
	for (size_t i = 0; i < count; i++)
		json_moment(&json, NULL, (uint64_t)times[i].us);
	json_close(&json, ']');
	json_finish(&json);
}

enum exit_code report_calendar(struct command *command)
{
	static struct realtime times[CALENDAR_ROWS_MAX];
	char text[COMMAND_TEXT_SIZE], normal[CALENDAR_SIZE], when[WHEN_SIZE];
	struct calendar calendar;
	size_t limit = CALENDAR_ROWS;
	if (!command_limit(command, &limit))
		return EXIT_USAGE;
	bool fits = command_join(command, 0, text);
	enum text_error error = fits ? calendar_read(text, &calendar) : TEXT_BAD_WORD;
	if (error != TEXT_OK)
		return complain_text(command, fits ? text : command->words[0], error);
	if (limit > CALENDAR_ROWS_MAX)
		limit = CALENDAR_ROWS_MAX;
	size_t count = times_of(&calendar, limit, times);
	calendar_print(&calendar, normal);
	if (command->json) {
		times_json(normal, times, count);
		return EXIT_FINE;
	}
	if (count == 0 && limit > 0)
		puts(_("That time is over: it never comes again."));
	for (size_t i = 0; i < count; i++) {
		when_day((uint64_t)times[i].us, when);
		puts(when);
	}
	return EXIT_FINE;
}
