/* The screens of `limber show` and `limber next`. */
#include <string.h>

#include "cli/shared/lines.h"
#include "cli/shared/screen.h"
#include "cli/shared/when.h"

static void schedule(const struct screen *screen, const struct status_reminder *reminder)
{
	fprintf(screen->out, "%s%s%s: ", screen->style->bold, reminder->name, screen->style->plain);
	int at = lines_width(reminder->name) + 2;
	lines_wrap(screen->out, reminder->schedule, at, 2);
	fputc('\n', screen->out);
}

static void holds(const struct screen *screen, const struct status_reminder *reminder)
{
	for (int i = 0; i < reminder->holds.count; i++)
		screen_line(screen->out, i == 0 ? _("Waiting") : "",
			    reminder->holds.hold[i].sentence);
}

static void deck(const struct screen *screen, const char *const items[])
{
	char text[1024] = "";
	for (; items && *items; items++)
		say_list(text, sizeof(text), *items);
	if (text[0])
		screen_line(screen->out, _("Items"), text);
}

static void last(const struct screen *screen, const struct status_reminder *reminder)
{
	enum outcome outcome = outcome_read(reminder->last_outcome);
	char when[WHEN_SIZE];
	if (!reminder->last_ended || outcome == OUTCOME_COUNT)
		return;
	when_say(reminder->last_ended, screen->status->now, when);
	screen_label(screen->out, _("Last"));
	fprintf(screen->out, "%s: %s\n", when, _(outcome_say(outcome)));
}

void status_print_one(FILE *out, const struct style *style, const struct status *status,
		      const struct status_reminder *reminder, const char *const items[])
{
	const struct screen screen = { out, style, status };
	schedule(&screen, reminder);
	if (strcmp(reminder->trigger, "sitting") == 0)
		screen_ledger(&screen, reminder);
	screen_next(&screen, reminder, reminder->title);
	holds(&screen, reminder);
	if (reminder->backed_off)
		screen_slower(&screen, reminder);
	last(&screen, reminder);
	screen_today(out, reminder->cards, reminder->outcomes, "");
	deck(&screen, items);
	char hints[256];
	snprintf(hints, sizeof(hints),
		 _("Change: limber set %s KEY=VALUE    Why: limber explain %s"), reminder->name,
		 reminder->name);
	fputc('\n', out);
	screen_hints(&screen, hints);
}

static bool speaks(const struct status_reminder *reminder)
{
	return reminder->speaks && reminder->speaks != STATUS_OPEN;
}

/* A reminder that counts sitting waits until the user is back, whenever that is. */
static bool comes(const struct status *status, const struct status_reminder *reminder)
{
	bool later = !status->sitting && strcmp(reminder->trigger, "sitting") == 0;
	return status_waits(reminder) && (reminder->due || speaks(reminder) || later);
}

/* A due reminder that waits for the end of a hold may show its card at any moment: it is first. */
static uint64_t comes_at(const struct status_reminder *reminder)
{
	if (speaks(reminder))
		return reminder->speaks;
	return reminder->due ? 0 : STATUS_OPEN;
}

int status_coming(const struct status *status, const struct status_reminder *ret[REMINDERS_MAX])
{
	int count = 0;
	for (int i = 0; i < status->count; i++) {
		const struct status_reminder *reminder = &status->reminders[i];
		int at = count;
		if (!comes(status, reminder))
			continue;
		for (; at > 0 && comes_at(ret[at - 1]) > comes_at(reminder); at--)
			ret[at] = ret[at - 1];
		ret[at] = reminder;
		count++;
	}
	return count;
}

void status_print_next(FILE *out, const struct status *status, size_t limit)
{
	const struct status_reminder *coming[REMINDERS_MAX];
	int count = status_coming(status, coming), when_width = 0, name_width = 0;
	char when[WHEN_SIZE];
	if (count == 0)
		lines_wrap(out, _("No card is planned. Why: limber explain"), 0, 0);
	for (int i = 0; i < count; i++) {
		status_when(status, coming[i], when);
		if (lines_width(when) > when_width)
			when_width = lines_width(when);
		if (lines_width(coming[i]->name) > name_width)
			name_width = lines_width(coming[i]->name);
	}
	for (int i = 0; i < count && (size_t)i < limit; i++) {
		status_when(status, coming[i], when);
		lines_pad(out, when, when_width + 2);
		lines_pad(out, coming[i]->name, name_width + 2);
		lines_wrap(out, coming[i]->title, when_width + name_width + 4,
			   when_width + name_width + 4);
	}
}
