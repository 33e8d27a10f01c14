/* Lines below the state, for a tooltip of a status bar or of the tray. */
#include <stdarg.h>
#include <string.h>

#include "cli/shared/status.h"

void status_add_line(char *text, size_t size, const char *format, ...)
{
	size_t length = strlen(text);
	va_list list;
	va_start(list, format);
	if (length > 0 && length + 1 < size)
		text[length++] = '\n';
	vsnprintf(text + length, size - length, format, list);
	va_end(list);
}

void status_add_problems(const struct status *status, char *text, size_t size)
{
	for (int i = 0; i < status->problems.count; i++)
		status_add_line(text, size, "%s", status->problems.text[i]);
}

void status_add_today(const struct status *status, const struct status_reminder *next, char *text,
		      size_t size)
{
	if (next && next->due && next->holds.count > 0)
		status_add_line(text, size, _("Waiting: %s"), next->holds.hold[0].sentence);
	status_add_line(
		text, size,
		ngettext("Today %u card, %u done", "Today %u cards, %u done", status->cards),
		status->cards, status->outcomes[OUTCOME_DONE]);
}
