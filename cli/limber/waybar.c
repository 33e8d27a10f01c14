/* The state is the class, for colours; the text is the time of the next card, or what is up. */
#include "cli/limber/waybar.h"

#include <string.h>

#include "cli/shared/when.h"

static void made(struct waybar *bar, const char *class, const char *text)
{
	bar->class = class;
	snprintf(bar->text, sizeof(bar->text), "%s", text);
}

/* The state, the most important one first. */
static void state(struct waybar *bar, const struct status *status,
		  const struct status_reminder *next)
{
	char when[WHEN_SIZE];
	if (next)
		status_when(status, next, when);
	if (status->silent_since)
		made(bar, "silent", "!");
	else if (status->problems.count > 0)
		made(bar, "unwell", "!");
	else if (status->card.card)
		made(bar, "card", status->card.title);
	else if (status->paused_until) {
		when_say(status->paused_until, status->now, when);
		made(bar, "paused", when);
	} else if (status->absences.count > 0)
		made(bar, "away", "-");
	else
		made(bar, next && next->due ? "due" : "on", next ? when : "-");
}

static void tips(struct waybar *bar, const struct status *status,
		 const struct status_reminder *next)
{
	char when[WHEN_SIZE], *tip = bar->tooltip;
	status_add_problems(status, tip, WAYBAR_TIP);
	if (status->card.card)
		status_add_line(tip, WAYBAR_TIP, _("Card: %s (%s)"), status->card.title,
				status->card.reminder);
	if (status->paused_until) {
		when_say(status->paused_until, status->now, when);
		status_add_line(tip, WAYBAR_TIP, _("Paused until %s"), when);
	}
	if (next && !status->card.card) {
		status_when(status, next, when);
		status_add_line(tip, WAYBAR_TIP, "%s: %s, %s", when, next->name, next->title);
	}
	status_add_today(status, next, tip, WAYBAR_TIP);
}

void waybar_make(const struct status *status, struct waybar *ret)
{
	*ret = (struct waybar){ 0 };
	if (!status) {
		made(ret, "off", _("off"));
		status_add_line(ret->tooltip, WAYBAR_TIP, "%s",
				_("limberd is not running, so nothing will be shown: limber on"));
		return;
	}
	const struct status_reminder *next = status_find(status, status->next);
	state(ret, status, next);
	tips(ret, status, next);
	ret->percentage = (int)status->counted_percent;
}

bool waybar_equal(const struct waybar *a, const struct waybar *b)
{
	return strcmp(a->text, b->text) == 0 && strcmp(a->tooltip, b->tooltip) == 0 &&
	       strcmp(a->class, b->class) == 0;
}

static void sooner(uint64_t *first, uint64_t when, uint64_t now)
{
	if (when > now && when != STATUS_OPEN && (*first == 0 || when < *first))
		*first = when;
}

/* limberd signals a card and the end of a pause, but not that they are late. And a text
 * such as "tomorrow 09:00" is another one at midnight. */
uint64_t waybar_changes(const struct status *status)
{
	uint64_t first = 0;
	sooner(&first, status->paused_until, status->now);
	sooner(&first, status->next_at, status->now);
	if (status->next[0] || status->paused_until)
		sooner(&first, when_midnight(status->now), status->now);
	return first;
}

/* Waybar reads both texts as Pango markup, and shows nothing of one with a bare & or <. */
static void markup(const char *text, char *out, size_t size)
{
	static const char *const escapes[] = WAYBAR_ESCAPES;
	char *end = out + size - sizeof("&quot;");
	for (; *text && out < end; text++) {
		unsigned char byte = (unsigned char)*text;
		if (byte < sizeof(escapes) / sizeof(escapes[0]) && escapes[byte])
			out = stpcpy(out, escapes[byte]);
		else if (byte >= ' ' || byte == '\n') /* markup has no other control characters */
			*out++ = *text;
	}
	*out = '\0';
}

void waybar_print(FILE *out, const struct waybar *waybar)
{
	char text[WAYBAR_TIP * (sizeof("&quot;") - 1) + sizeof("&quot;")];
	struct json json = json_start(out);
	markup(waybar->text, text, sizeof(text));
	json_text(&json, "text", text);
	markup(waybar->tooltip, text, sizeof(text));
	json_text(&json, "tooltip", text);
	json_text(&json, "class", waybar->class);
	json_number(&json, "percentage", waybar->percentage);
	json_finish(&json);
}
