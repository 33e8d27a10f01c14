/*
 * The table of reminders, as wide as its contents and at most a line. A schedule longer than its
 * column is continued below it; if the column would be narrow, the whole schedule is below.
 */
#include <string.h>

#include "cli/shared/lines.h"
#include "cli/shared/status.h"
#include "cli/shared/when.h"

enum {
	MARGIN = 2,
	BETWEEN = 2,
	CELL_SIZE = 32,
	NAME_LEAST = 8,
	NEXT_LEAST = 4,
	NEXT_MOST = 24,
	WHEN_LEAST = 24,
	WHEN_LINES = 3
};

struct columns {
	int name, when, next; /* when 0: below its row */
	int room;             /* of the line */
};

/* The cell of a rider, whose host may be off. */
static void rider_when(const struct status *status, const struct status_reminder *reminder,
		       char out[WHEN_SIZE])
{
	const struct status_reminder *host = status_find(status, reminder->with);
	if (!host || host->enabled)
		snprintf(out, WHEN_SIZE, "%s", _("with the next card"));
	else
		snprintf(out, WHEN_SIZE, _("%s is off"), host->name);
}

/* Whether the time is known although the user is away: not for a reminder that counts sitting. */
static bool comes_by_clock(const struct status_reminder *reminder)
{
	return !reminder->due && reminder->next_due && reminder->next_due != STATUS_OPEN &&
	       strcmp(reminder->trigger, "sitting") != 0;
}

bool status_when(const struct status *status, const struct status_reminder *reminder,
		 char out[WHEN_SIZE])
{
	uint64_t speaks = reminder->speaks;
	const char *text = NULL;
	if ((speaks == 0 || speaks == STATUS_OPEN) && comes_by_clock(reminder))
		speaks = reminder->next_due;
	if (!reminder->enabled)
		text = _("off");
	else if (status->card.card && strcmp(status->card.reminder, reminder->name) == 0)
		text = _("its card is up");
	else if (reminder->silent)
		text = _("silent");
	else if (reminder->with[0]) {
		rider_when(status, reminder, out);
		return false;
	} else if (speaks == 0 || speaks == STATUS_OPEN)
		text = reminder->due ? _("due, waits") : status->sitting ? "-" : _("when you sit");
	if (text)
		snprintf(out, WHEN_SIZE, "%s", text);
	else
		when_say(speaks, status->now, out);
	return !text;
}

static void widen(int *width, const char *text)
{
	int needed = lines_width(text);
	if (needed > *width)
		*width = needed;
}

static int least(int a, int b)
{
	return a < b ? a : b;
}

/* If the columns are too wide, the schedule is narrowed first, then the name. */
static struct columns columns_of(FILE *out, const struct status *status, int last)
{
	struct columns columns = { lines_width(_("REMINDER")), lines_width(_("WHEN")),
				   lines_width(_("NEXT")), lines_room(out) };
	for (int i = 0; i < status->count; i++) {
		char next[WHEN_SIZE];
		status_when(status, &status->reminders[i], next);
		widen(&columns.name, status->reminders[i].name);
		widen(&columns.when, status->reminders[i].schedule);
		widen(&columns.next, next);
	}
	int room = columns.room - MARGIN - 2 * BETWEEN - last;
	columns.next = least(columns.next, least(NEXT_MOST, room - NAME_LEAST));
	if (columns.next < NEXT_LEAST)
		columns.next = NEXT_LEAST;
	room -= columns.next;
	int when = room - columns.name - BETWEEN;
	if (columns.when > when)
		columns.when = when < WHEN_LEAST ? 0 : when;
	if (columns.name > room)
		columns.name = room < NAME_LEAST ? NAME_LEAST : room;
	return columns;
}

static void row(FILE *out, const struct columns *columns, const char *name, const char *when,
		const char *next)
{
	fprintf(out, "%*s", MARGIN, "");
	lines_pad(out, name, columns->name);
	fprintf(out, "%*s", BETWEEN, "");
	if (columns->when > 0) {
		lines_pad(out, when, columns->when);
		fprintf(out, "%*s", BETWEEN, "");
	}
	lines_pad(out, next, columns->next);
	fprintf(out, "%*s", BETWEEN, "");
}

/* The first line of a schedule; returns the start of the next one. */
static const char *when_first(const struct columns *columns, const char *schedule,
			      char out[SENTENCE_SIZE])
{
	const char *rest = schedule;
	size_t length = columns->when > 0 ? lines_first(schedule, columns->when, &rest) : 0;
	snprintf(out, SENTENCE_SIZE, "%.*s", (int)length, schedule);
	return rest;
}

/* Print the rest of a schedule below its row. */
static void when_rest(FILE *out, const struct columns *columns, const char *rest)
{
	int indent = MARGIN + columns->name + BETWEEN;
	int width = columns->when > 0 ? columns->when : columns->room - indent;
	for (int line = 1; *rest; line++) {
		char text[SENTENCE_SIZE];
		const char *from = rest;
		size_t length = lines_first(from, width, &rest);
		snprintf(text, sizeof(text), "%.*s", (int)length, from);
		fprintf(out, "%*s%s", indent, "", *rest && line == WHEN_LINES ? "" : text);
		if (*rest && line == WHEN_LINES) {
			lines_pad(out, from, width);
			rest = "";
		}
		fputc('\n', out);
	}
}

/* "3 of 6": the cards of today and the answers without one, of the reminder's own limit. The shared
 * cap is above the table. */
static void today_cell(const struct status_reminder *reminder, char out[CELL_SIZE])
{
	uint32_t count = reminder->cards + reminder->unasked;
	if (reminder->most && reminder->enabled)
		snprintf(out, CELL_SIZE, _("%u of %u"), count, reminder->most);
	else if (count)
		snprintf(out, CELL_SIZE, "%u", count);
	else
		snprintf(out, CELL_SIZE, "-");
}

static void last_cell(FILE *out, const struct status_reminder *reminder, enum status_column last,
		      int width)
{
	char today[CELL_SIZE];
	if (last == STATUS_ITEM) {
		lines_wrap(out, reminder->item[0] ? reminder->item : "-", 0, 0);
		return;
	}
	today_cell(reminder, today);
	fprintf(out, "%*s%s\n", width - lines_width(today), "", today);
}

static int last_width(const struct status *status, enum status_column last)
{
	char today[CELL_SIZE];
	int width = lines_width(last == STATUS_ITEM ? _("ITEM") : _("TODAY"));
	for (int i = 0; i < status->count; i++) {
		today_cell(&status->reminders[i], today);
		widen(&width, last == STATUS_ITEM ? status->reminders[i].item : today);
	}
	return width;
}

void status_table(FILE *out, const struct style *style, const struct status *status,
		  enum status_column last)
{
	const char *title = last == STATUS_ITEM ? _("ITEM") : _("TODAY");
	int width = last_width(status, last);
	struct columns columns = columns_of(out, status, width);
	fputs(style->faint, out);
	row(out, &columns, _("REMINDER"), _("WHEN"), _("NEXT"));
	fprintf(out, "%*s%s%s\n", last == STATUS_ITEM ? 0 : width - lines_width(title), "", title,
		style->plain);
	for (int i = 0; i < status->count; i++) {
		const struct status_reminder *reminder = &status->reminders[i];
		char next[WHEN_SIZE], when[SENTENCE_SIZE];
		status_when(status, reminder, next);
		const char *rest = when_first(&columns, reminder->schedule, when);
		row(out, &columns, reminder->name, when, next);
		last_cell(out, reminder, last, width);
		when_rest(out, &columns, rest);
	}
}
