/* The table of reminders, as wide as what stands in it and never wider than a line. */
#include <string.h>

#include "cli/lines.h"
#include "cli/status.h"
#include "cli/when.h"

enum { MARGIN = 2, BETWEEN = 2, CELL_SIZE = 32, WHEN_LEAST = 4 };

struct columns {
	int name, when, next;
};

/* A line on another one's card, which may be off. */
static void rider_when(const struct status *status, const struct status_reminder *reminder,
		       char out[WHEN_SIZE])
{
	const struct status_reminder *host = status_find(status, reminder->with);
	if (!host || host->enabled)
		snprintf(out, WHEN_SIZE, "%s", _("with the next card"));
	else
		snprintf(out, WHEN_SIZE, _("%s is off"), host->name);
}

/* Whether its time is known though nobody is there: only sitting waits for that. */
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

/* "7 of 10": cards of today, and where there is a limit, how many at most. Those that come after
 * so much time share the cap of the day. */
static void today_cell(const struct status *status, const struct status_reminder *reminder,
		       char out[CELL_SIZE])
{
	bool shares = reminder->every && !reminder->with[0];
	uint32_t most = reminder->most ? reminder->most : shares ? status->cap : 0;
	if (most && reminder->enabled)
		snprintf(out, CELL_SIZE, _("%u of %u"), reminder->cards, most);
	else if (reminder->cards)
		snprintf(out, CELL_SIZE, "%u", reminder->cards);
	else
		snprintf(out, CELL_SIZE, "-");
}

static void last_cell(FILE *out, const struct status *status,
		      const struct status_reminder *reminder, enum status_column last, int width)
{
	char today[CELL_SIZE];
	if (last == STATUS_ITEM) {
		lines_wrap(out, reminder->item[0] ? reminder->item : "-", 0, 0);
		return;
	}
	today_cell(status, reminder, today);
	fprintf(out, "%*s%s\n", width - lines_width(today), "", today);
}

static int last_width(const struct status *status, enum status_column last)
{
	char today[CELL_SIZE];
	int width = lines_width(last == STATUS_ITEM ? _("ITEM") : _("TODAY"));
	for (int i = 0; i < status->count; i++) {
		today_cell(status, &status->reminders[i], today);
		widen(&width, last == STATUS_ITEM ? status->reminders[i].item : today);
	}
	return width;
}

void status_table(FILE *out, const struct style *style, const struct status *status,
		  enum status_column last)
{
	const char *title = last == STATUS_ITEM ? _("ITEM") : _("TODAY");
	int width = last_width(status, last);
	struct columns columns = columns_of(status, width);
	fputs(style->faint, out);
	row(out, &columns, _("REMINDER"), _("WHEN"), _("NEXT"));
	fprintf(out, "%*s%s%s\n", last == STATUS_ITEM ? 0 : width - lines_width(title), "", title,
		style->plain);
	for (int i = 0; i < status->count; i++) {
		const struct status_reminder *reminder = &status->reminders[i];
		char next[WHEN_SIZE];
		status_when(status, reminder, next);
		row(out, &columns, reminder->name, reminder->schedule, next);
		last_cell(out, status, reminder, last, width);
	}
}
