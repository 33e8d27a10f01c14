/* The screen of `limber status`, made of the reply alone, which a test can invent. */
#include "cli/shared/status.h"

#include <stdlib.h>
#include <string.h>

#include "cli/shared/lines.h"
#include "cli/shared/screen.h"
#include "cli/shared/when.h"
#include "core/model/state.h"
#include "core/policy/busy.h"
#include "core/policy/hold.h"

/* "desk cards till 20:00" at the end of the first line, where it fits. */
static void hours(const struct screen *screen, int at)
{
	const struct status *status = screen->status;
	const struct status_reminder *reminder = status_find(status, status->counted);
	char when[WHEN_SIZE], text[128];
	if (!reminder || status->paused_until || status->hours_end <= status->now ||
	    status->hours_end > INT64_MAX)
		return;
	when_say(status->hours_end, status->now, when);
	snprintf(text, sizeof(text), _("%s cards till %s"), reminder->name, when);
	int room = lines_room(screen->out) - at - lines_width(text);
	if (room >= 2)
		fprintf(screen->out, "%*s%s", room, "", text);
}

/* The state, the moment, and the zone where it fits. */
static void head(const struct screen *screen)
{
	const struct status *status = screen->status;
	const struct style *style = screen->style;
	bool well = status->problems.count == 0;
	char when[WHEN_SIZE], state[128];
	when_say(status->paused_until, status->now, when);
	if (status->paused_until)
		snprintf(state, sizeof(state), _("Limber is paused until %s."), when);
	else
		snprintf(state, sizeof(state), "%s",
			 well ? _("Limber is on.") : _("Limber is on, but not well."));
	when_head(status->now, when);
	int width = lines_width(state) + lines_width(when) + 2, room = lines_room(screen->out);
	int zone = lines_width(status->zone) + 3;
	fprintf(screen->out, "%s%s%s%s  %s", well ? style->bold : style->alarm, state, style->plain,
		width > room ? "\n" : "", when);
	if (status->zone[0] && width + zone <= room) {
		fprintf(screen->out, " (%s)", status->zone);
		width += zone;
	}
	hours(screen, width);
	fputc('\n', screen->out);
}

/* An error begins with the path of its file: the home folder is shortened to "~". */
static void problem(FILE *out, const char *text)
{
	const char *home = getenv("HOME");
	size_t length = home ? strlen(home) : 0;
	bool at_home = length > 1 && strncmp(text, home, length) == 0 && text[length] == '/';
	fputs(at_home ? "  ~" : "  ", out);
	lines_wrap(out, at_home ? text + length : text, at_home ? 3 : 2, 4);
}

static void problems(const struct screen *screen)
{
	const struct status_texts *problems = &screen->status->problems;
	for (int i = 0; i < problems->count; i++)
		problem(screen->out, problems->text[i]);
}

/* Why the diary is a reason to see somebody, and what to do. */
static void see(const struct screen *screen)
{
	const struct status_texts *see = &screen->status->see;
	for (int i = 0; i < see->count; i++)
		lines_indent(screen->out, see->text[i], 2, 4);
}

static void why(const struct screen *screen)
{
	if (!screen->status->paused_until || !screen->status->paused_why[0])
		return;
	screen_line(screen->out, _("Paused"), screen->status->paused_why);
}

static const char *absence_say(const char *word)
{
	for (int i = 0; i < ABSENCES; i++)
		if (strcmp(absence_rows[i].word, word) == 0)
			return _(absence_rows[i].sentence);
	return word;
}

static bool absent(const struct status *status, const char *word)
{
	for (int i = 0; i < status->absences.count; i++)
		if (strcmp(status->absences.text[i], word) == 0)
			return true;
	return false;
}

/* Whether the user is at the machine and on their feet. */
static bool stands(const struct status *status)
{
	int others = status->absences.count - (absent(status, "idle") ? 1 : 0);
	return absent(status, "standing") && others == 1;
}

static void away(const struct screen *screen)
{
	const struct status *status = screen->status;
	char since[WHEN_SIZE], text[512];
	if (status->absences.count == 0)
		return;
	when_say(status->absent_since, status->now, since);
	snprintf(text, sizeof(text), _("since %s"), since);
	for (int i = 0; i < status->absences.count; i++)
		say_append(text, sizeof(text), "%s%s", i ? ", " : ": ",
			   absence_say(status->absences.text[i]));
	screen_line(screen->out, stands(status) ? _("Standing") : _("Away"), text);
}

static void sitting(const struct screen *screen)
{
	const struct status_reminder *reminder =
		status_find(screen->status, screen->status->counted);
	if (reminder)
		screen_ledger(screen, reminder);
}

/* The reminders that have backed off. */
static void slower(const struct screen *screen)
{
	const struct status *status = screen->status;
	for (int i = 0; i < status->count; i++)
		if (status->reminders[i].backed_off && status->reminders[i].enabled)
			screen_slower(screen, &status->reminders[i]);
}

/* The source of sitting, where it is not the keys, or limited. */
static void source(const struct screen *screen)
{
	const struct status *status = screen->status;
	for (int i = 0; i < status->source_count; i++) {
		const struct status_source *its = &status->sources[i];
		if (strcmp(its->kind, "idle") != 0 || strcmp(its->state, "ok") == 0)
			continue;
		screen_line(screen->out, _("Counted"), its->note);
	}
}

static void card(const struct screen *screen)
{
	const struct status_card *up = &screen->status->card;
	char text[512], since[WHEN_SIZE];
	if (!up->card)
		return;
	when_say(up->shown, screen->status->now, since);
	if (up->shown)
		snprintf(text, sizeof(text), _("%s (%s), up since %s"), up->title, up->reminder,
			 since);
	else
		snprintf(text, sizeof(text), _("%s (%s), about to be shown"), up->title,
			 up->reminder);
	screen_line(screen->out, _("Card"), text);
}

static void next(const struct screen *screen)
{
	const struct status *status = screen->status;
	const struct status_reminder *reminder = status_find(status, status->next);
	char text[512];
	if (reminder) {
		snprintf(text, sizeof(text), "%s: %s", reminder->name, reminder->title);
		screen_next(screen, reminder, text);
		return;
	}
	screen_line(screen->out, _("Next"),
		    status->absences.count > 0 ? _("when you are back") : _("nothing is planned"));
}

/* Whether a hold comes from outside and has no known end, so that it holds later cards too. */
static bool is_of_world(const struct status_hold *hold)
{
	for (int i = 0; i < BUSY_COUNT; i++)
		if (strcmp(hold->word, busy_words[i].word) == 0)
			return true;
	return strcmp(hold->word, hold_word(HOLD_NO_DISPLAY)) == 0;
}

enum { WAITING_MOST = 4 };

/* The holds of the next reminder if it is due, then those from outside, which hold any; none while
 * a card is up. After WAITING_MOST a line points to the others. */
static void waiting(const struct screen *screen)
{
	const struct status *status = screen->status;
	const struct status_reminder *next = status_find(status, status->next);
	struct status_held held[STATUS_HELD_MAX];
	int count = status->card.card ? 0 : status_held(status, held), shown = 0, more = 0;
	uint64_t due = next && next->due ? UINT64_C(1) << (next - status->reminders) : 0;
	for (int i = 0; i < 2 * count; i++) {
		const struct status_held *one = &held[i % count];
		if (i < count ? !(one->who & due) : one->who & due || !is_of_world(one->hold))
			continue;
		if (shown == WAITING_MOST) {
			more++;
			continue;
		}
		screen_line(screen->out, shown++ == 0 ? _("Waiting") : "", one->hold->sentence);
	}
	if (more > 0)
		screen_line(screen->out, "", _("and more: limber holds"));
}

/* List the reminders that the health answers silence, after `before`; "" for none. */
static void silent_names(const struct status *status, const char *before, char *out, size_t size)
{
	out[0] = '\0';
	for (int i = 0; i < status->count; i++)
		if (status->reminders[i].silent && status->reminders[i].enabled)
			say_append(out, size, "%s %s", out[0] ? "," : before,
				   status->reminders[i].name);
}

/* The health answers are to be checked again after half a year. */
static void health_old(const struct screen *screen)
{
	if (screen->status->health_old)
		screen_line(screen->out, _("Health"),
			    _("your answers are over six months old; still so? limber health"));
}

/* The reminders without cards: before the health questions are answered, or because of an answer.
 */
static void health(const struct screen *screen)
{
	const struct status *status = screen->status;
	char names[768], text[1024];
	silent_names(status, status->setup_done ? "" : _("; silent:"), names, sizeof(names));
	if (status->setup_done && !names[0]) {
		health_old(screen);
		return;
	}
	snprintf(text, sizeof(text),
		 status->setup_done ? _("nothing is for you now of%s: limber explain NAME")
				    : _("questions not answered (limber health): only walks, "
					"changes of position and pauses%s"),
		 names);
	screen_line(screen->out, _("Health"), text);
}

static void today(const struct screen *screen)
{
	const struct status *status = screen->status;
	char cap[64] = "";
	if (status->cap)
		snprintf(cap, sizeof(cap), _("; cap: %u of %u"), status->cap_used, status->cap);
	screen_today(screen->out, status->cards, status->outcomes, cap);
	if (status->water_text && status->water_text[0])
		screen_line(screen->out, _("Water"), status->water_text);
}

/* Whether a card is expected within an hour. */
static bool comes_soon(const struct status *status)
{
	const struct status_reminder *next = status_find(status, status->next);
	uint64_t hour = status->now + (uint64_t)USEC_PER_HOUR;
	return next && (next->due != 0 || (next->speaks != 0 && next->speaks < hour));
}

static void hints(const struct screen *screen)
{
	const struct status *status = screen->status;
	const char *text =
		status->card.card
			? _("Did it: limber done    Later: limber snooze    Not now: limber skip")
		: status->paused_until ? _("End the pause: limber resume    Why: limber explain")
		: absent(status, "workout")
			? _("At its end: limber stop workout    Why: limber explain")
		: absent(status, "by_hand") ? _("Here again: limber back    Why: limber explain")
		: absent(status, "standing")
			? _("On the chair again: limber sitting    Why: limber explain")
		: comes_soon(status)
			? _("Later: limber snooze 1h    Quiet: limber pause 1h    Why: limber "
			    "explain")
			: _("Quiet: limber pause 1h    Why: limber explain");
	fputc('\n', screen->out);
	screen_hints(screen, text);
}

/* Intervals that gap and cap lengthen. */
static void limits(const struct screen *screen)
{
	const struct status_texts *limits = &screen->status->limits;
	for (int i = 0; i < limits->count; i++)
		screen_line(screen->out, i == 0 ? _("Limits") : "", limits->text[i]);
}

void status_print(FILE *out, const struct style *style, const struct status *status)
{
	const struct screen screen = { out, style, status };
	head(&screen);
	problems(&screen);
	see(&screen);
	fputc('\n', out);
	why(&screen);
	card(&screen);
	away(&screen);
	sitting(&screen);
	source(&screen);
	next(&screen);
	waiting(&screen);
	slower(&screen);
	limits(&screen);
	health(&screen);
	fputc('\n', out);
	today(&screen);
	fputc('\n', out);
	status_table(out, style, status, STATUS_TODAY);
	hints(&screen);
}
