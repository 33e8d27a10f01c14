/* The table of reminders, as wide as what stands in it and never wider than a line. */
#include <string.h>

#include "cli/lines.h"
#include "cli/status.h"
#include "cli/when.h"

enum { MARGIN = 2, BETWEEN = 2, TODAY_WIDTH = 5, WHEN_LEAST = 4 };

struct columns {
	int name, when, next;
};

bool status_when(const struct status *status, const struct status_reminder *reminder,
		 char out[WHEN_SIZE])
{
	const char *text = NULL;
	if (!reminder->enabled)
		text = _("off");
	else if (status->card.card && strcmp(status->card.reminder, reminder->name) == 0)
		text = _("its card is up");
	else if (reminder->silent)
		text = _("silent");
	else if (reminder->speaks == 0 || reminder->speaks == STATUS_OPEN)
		text = reminder->due ? _("due, waits") : status->sitting ? "-" : _("when you sit");
	if (text)
		snprintf(out, WHEN_SIZE, "%s", text);
	else
		when_say(reminder->speaks, status->now, out);
	return !text;
}

static void widen(int *width, const char *text)
{
	int needed = lines_width(text);
	if (needed > *width)
		*width = needed;
}

/* Where it would be too much, the schedule gives way, then the name. */
static struct columns columns_of(const struct status *status, int last)
{
	struct columns columns = { lines_width(_("REMINDER")), lines_width(_("WHEN")),
				   lines_width(_("NEXT")) };
	for (int i = 0; i < status->count; i++) {
		char next[WHEN_SIZE];
		status_when(status, &status->reminders[i], next);
		widen(&columns.name, status->reminders[i].name);
		widen(&columns.when, status->reminders[i].schedule);
		widen(&columns.next, next);
	}
	int room = LINES_WIDTH - MARGIN - 3 * BETWEEN - columns.name - columns.next - last;
	if (columns.when > room)
		columns.when = room > WHEN_LEAST ? room : WHEN_LEAST;
	if (columns.when > room)
		columns.name -= columns.when - room;
	return columns;
}

static void row(FILE *out, const struct columns *columns, const char *name, const char *when,
		const char *next)
{
	fprintf(out, "%*s", MARGIN, "");
	lines_pad(out, name, columns->name);
	fprintf(out, "%*s", BETWEEN, "");
	lines_pad(out, when, columns->when);
	fprintf(out, "%*s", BETWEEN, "");
	lines_pad(out, next, columns->next);
	fprintf(out, "%*s", BETWEEN, "");
}

static void last_cell(FILE *out, const struct status_reminder *reminder, enum status_column last)
{
	if (last == STATUS_ITEM)
		lines_wrap(out, reminder->item[0] ? reminder->item : "-", 0, 0);
	else if (reminder->cards)
		fprintf(out, "%*u\n", TODAY_WIDTH, reminder->cards);
	else
		fprintf(out, "%*s\n", TODAY_WIDTH, "-");
}

/* An item's id is at most 32 characters: as wide as the longest. */
static int last_width(const struct status *status, enum status_column last)
{
	int width = TODAY_WIDTH;
	if (last == STATUS_ITEM)
		for (int i = 0; i < status->count; i++)
			widen(&width, status->reminders[i].item);
	return width;
}

void status_table(FILE *out, const struct style *style, const struct status *status,
		  enum status_column last)
{
	struct columns columns = columns_of(status, last_width(status, last));
	fputs(style->faint, out);
	row(out, &columns, _("REMINDER"), _("WHEN"), _("NEXT"));
	if (last == STATUS_ITEM)
		fprintf(out, "%s%s\n", _("ITEM"), style->plain);
	else
		fprintf(out, "%*s%s\n", TODAY_WIDTH, _("TODAY"), style->plain);
	for (int i = 0; i < status->count; i++) {
		const struct status_reminder *reminder = &status->reminders[i];
		char next[WHEN_SIZE];
		status_when(status, reminder, next);
		row(out, &columns, reminder->name, reminder->schedule, next);
		last_cell(out, reminder, last);
	}
}
