/* Each line is made by one function, so that both screens show the same of the same reminder. */
#include "cli/shared/screen.h"

#include <string.h>

#include "cli/shared/lines.h"
#include "cli/shared/when.h"

enum { BAR_WIDTH = 20, VALUE_WIDTH = 17, WHAT_LEAST = 24 };

void screen_label(FILE *out, const char *name)
{
	fputs("  ", out);
	lines_pad(out, name, SCREEN_LABEL - 2);
}

void screen_line(FILE *out, const char *name, const char *text)
{
	lines_row(out, name, SCREEN_LABEL - 2, text);
}

static void bar(FILE *out, uint64_t part, uint64_t whole)
{
	uint64_t full = whole ? part * BAR_WIDTH / whole : 0;
	for (uint64_t i = 0; i < BAR_WIDTH; i++)
		fputc(i < full ? '#' : '.', out);
}

void screen_ledger(const struct screen *screen, const struct status_reminder *reminder)
{
	const uint64_t minute = (uint64_t)USEC_PER_MIN;
	uint64_t ledger = reminder->ledger;
	char text[128];
	snprintf(text, sizeof(text), _("%u of %u min"), (unsigned)(ledger / minute),
		 (unsigned)(reminder->every / minute));
	screen_label(screen->out, _("Sitting"));
	lines_pad(screen->out, text, VALUE_WIDTH);
	int room = lines_room(screen->out) - SCREEN_LABEL - VALUE_WIDTH;
	if (room >= BAR_WIDTH) {
		bar(screen->out, ledger, reminder->every);
		room -= BAR_WIDTH;
	}
	if (screen->status->sitting && reminder->clears && ledger >= minute) {
		snprintf(text, sizeof(text), _("%u min on your feet clears it"),
			 (unsigned)((reminder->clears + minute - 1) / minute));
		if (lines_width(text) + 2 > room) {
			fputc('\n', screen->out);
			lines_indent(screen->out, text, SCREEN_LABEL, SCREEN_LABEL);
			return;
		}
		fprintf(screen->out, "  %s", text);
	}
	fputc('\n', screen->out);
}

void screen_next(const struct screen *screen, const struct status_reminder *reminder,
		 const char *what)
{
	char when[WHEN_SIZE], text[WHEN_SIZE + 16];
	bool about = status_when(screen->status, reminder, when) &&
		     strcmp(reminder->trigger, "sitting") == 0;
	snprintf(text, sizeof(text),
		 reminder->opens && about ? _("from %s")
		 : about                  ? _("about %s")
					  : "%s",
		 when);
	int at = lines_width(text) + 2 < VALUE_WIDTH ? VALUE_WIDTH : lines_width(text) + 2;
	screen_label(screen->out, _("Next"));
	if (lines_room(screen->out) - SCREEN_LABEL - at < WHAT_LEAST) {
		fprintf(screen->out, "%s\n%*s", text, SCREEN_LABEL, "");
		at = 0;
	} else {
		lines_pad(screen->out, text, at);
	}
	lines_wrap(screen->out, what, SCREEN_LABEL + at, SCREEN_LABEL + at);
}

void screen_slower(const struct screen *screen, const struct status_reminder *reminder)
{
	char text[256];
	snprintf(text, sizeof(text),
		 _("%s comes less often, as its cards were closed or left unanswered; two answers "
		   "change that back"),
		 reminder->name);
	screen_line(screen->out, _("Slower"), text);
}

void screen_hints(const struct screen *screen, const char *text)
{
	static const char between[] = "    ";
	bool one = lines_width(text) + 2 <= lines_room(screen->out);
	fputs(screen->style->faint, screen->out);
	while (*text) {
		char hint[256];
		const char *end = one ? NULL : strstr(text, between);
		size_t length = end ? (size_t)(end - text) : strlen(text);
		snprintf(hint, sizeof(hint), "%.*s", (int)length, text);
		lines_indent(screen->out, hint, 2, 4);
		text += length + (end ? strlen(between) : 0);
	}
	fputs(screen->style->plain, screen->out);
}

void screen_today(FILE *out, uint32_t cards, const uint32_t outcomes[OUTCOME_COUNT],
		  const char *behind)
{
	char text[512] = "";
	if (cards > 0)
		snprintf(text, sizeof(text), ngettext("%u card", "%u cards", cards), cards);
	for (int i = OUTCOME_DONE; i < OUTCOME_COUNT; i++)
		if (outcomes[i])
			say_append(text, sizeof(text), "%s%u %s", text[0] ? ", " : "", outcomes[i],
				   _(outcome_say((enum outcome)i)));
	say_append(text, sizeof(text), "%s%s", text[0] ? "" : _("no card yet"), behind);
	screen_line(out, _("Today"), text);
}
