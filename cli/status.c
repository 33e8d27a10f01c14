/*
 * The screen of `limber status`. It is made of the reply alone: what it says is what limberd
 * said, and a test can invent it.
 */
#include "cli/status.h"

#include <string.h>

#include "cli/lines.h"
#include "cli/when.h"

enum { LABEL_WIDTH = 12, BAR_WIDTH = 20, VALUE_WIDTH = 17 };

struct screen {
	FILE *out;
	const struct style *style;
	const struct status *status;
};

static uint64_t length_min(uint64_t us)
{
	return us / (uint64_t)USEC_PER_MIN;
}

uint64_t status_ledger(const struct status *status, const struct status_reminder *reminder)
{
	(void)status;
	return reminder->ledger;
}

/* Begins a line "  Label     ". */
static void label(const struct screen *screen, const char *name)
{
	fputs("  ", screen->out);
	lines_pad(screen->out, name, LABEL_WIDTH - 2);
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
	fprintf(screen->out, "%s%s%s  %s", well ? style->bold : style->alarm, state, style->plain,
		when);
	int width = lines_width(state) + lines_width(when) + lines_width(status->zone) + 5;
	if (status->zone[0] && width <= LINES_WIDTH)
		fprintf(screen->out, " (%s)", status->zone);
	fputc('\n', screen->out);
}

static void problems(const struct screen *screen)
{
	const struct status_texts *problems = &screen->status->problems;
	for (int i = 0; i < problems->count; i++) {
		fputs("  ", screen->out);
		lines_wrap(screen->out, problems->text[i], 2, 4);
	}
}

static void why(const struct screen *screen)
{
	if (!screen->status->paused_until || !screen->status->paused_why[0])
		return;
	label(screen, _("Paused"));
	lines_wrap(screen->out, screen->status->paused_why, LABEL_WIDTH, LABEL_WIDTH);
}

static const char *absence_say(const char *word)
{
	static const char *const words[][2] = {
		{ "locked", N_("the screen is locked") },
		{ "asleep", N_("the machine sleeps") },
		{ "by_hand", N_("limber away") },
		{ "idle", N_("no input") },
	};
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		if (strcmp(words[i][0], word) == 0)
			return _(words[i][1]);
	return word;
}

static bool away_by_hand(const struct status *status)
{
	for (int i = 0; i < status->absences.count; i++)
		if (strcmp(status->absences.text[i], "by_hand") == 0)
			return true;
	return false;
}

static void away(const struct screen *screen)
{
	const struct status *status = screen->status;
	char since[WHEN_SIZE];
	if (status->absences.count == 0)
		return;
	label(screen, _("Away"));
	when_say(status->absent_since, status->now, since);
	fprintf(screen->out, _("since %s"), since);
	for (int i = 0; i < status->absences.count; i++)
		fprintf(screen->out, "%s%s", i ? ", " : ": ",
			absence_say(status->absences.text[i]));
	fputc('\n', screen->out);
}

static void bar(FILE *out, uint64_t part, uint64_t whole)
{
	uint64_t full = whole ? part * BAR_WIDTH / whole : 0;
	for (uint64_t i = 0; i < BAR_WIDTH; i++)
		fputc(i < full ? '#' : '.', out);
	fputc('\n', out);
}

static void sitting(const struct screen *screen)
{
	const struct status *status = screen->status;
	for (int i = 0; i < status->count; i++) {
		const struct status_reminder *reminder = &status->reminders[i];
		if (!reminder->enabled || strcmp(reminder->trigger, "sitting") != 0)
			continue;
		char text[64];
		uint64_t ledger = status_ledger(status, reminder);
		snprintf(text, sizeof(text), _("%u of %u min"), (unsigned)length_min(ledger),
			 (unsigned)length_min(reminder->every));
		label(screen, _("Sitting"));
		lines_pad(screen->out, text, VALUE_WIDTH);
		bar(screen->out, ledger, reminder->every);
		return;
	}
}

/* How sitting is known, for as long as nothing watches the keys. */
static void source(const struct screen *screen)
{
	const struct status *status = screen->status;
	if (status->idle_source[0])
		return;
	label(screen, _("Counted"));
	lines_wrap(screen->out,
		   status->session_source[0]
			   ? _("while the session is unlocked and awake; else say: limber away")
			   : _("always, but from limber away to limber back: nothing here tells of "
			       "lock and sleep"),
		   LABEL_WIDTH, LABEL_WIDTH);
}

static void card(const struct screen *screen)
{
	const struct status_card *up = &screen->status->card;
	char text[512], since[WHEN_SIZE];
	if (!up->card)
		return;
	when_say(up->shown, screen->status->now, since);
	snprintf(text, sizeof(text), _("%s (%s), up since %s"), up->title, up->reminder, since);
	label(screen, _("Card"));
	lines_wrap(screen->out, text, LABEL_WIDTH, LABEL_WIDTH);
}

static void next(const struct screen *screen)
{
	const struct status *status = screen->status;
	const struct status_reminder *reminder = status_find(status, status->next);
	char when[WHEN_SIZE], text[512];
	label(screen, _("Next"));
	if (!reminder) {
		fprintf(screen->out, "%s\n",
			status->absences.count > 0 ? _("when you are back")
						   : _("nothing is planned"));
		return;
	}
	bool about =
		status_when(status, reminder, when) && strcmp(reminder->trigger, "sitting") == 0;
	snprintf(text, sizeof(text), about ? _("about %s") : "%s", when);
	int at = lines_width(text) + 2 < VALUE_WIDTH ? VALUE_WIDTH : lines_width(text) + 2;
	lines_pad(screen->out, text, at);
	snprintf(text, sizeof(text), "%s: %s", reminder->name, reminder->title);
	lines_wrap(screen->out, text, LABEL_WIDTH + at, LABEL_WIDTH + at);
}

static void waiting(const struct screen *screen)
{
	const struct status_reminder *reminder = status_find(screen->status, screen->status->next);
	if (!reminder || !reminder->due || reminder->holds.count == 0)
		return;
	label(screen, _("Waiting"));
	lines_wrap(screen->out, reminder->holds.hold[0].sentence, LABEL_WIDTH, LABEL_WIDTH);
}

/* Before the health questions are answered, which reminders do not speak. */
static void health(const struct screen *screen)
{
	const struct status *status = screen->status;
	if (status->setup_done)
		return;
	char text[1024];
	int length = snprintf(text, sizeof(text), "%s",
			      _("questions not answered (setup_done in limber.conf): only walks, "
				"changes of position and pauses"));
	const char *before = _("; silent:");
	for (int i = 0; i < status->count && length < (int)sizeof(text); i++) {
		if (!status->reminders[i].silent || !status->reminders[i].enabled)
			continue;
		length += snprintf(text + length, sizeof(text) - (size_t)length, "%s %s", before,
				   status->reminders[i].name);
		before = ",";
	}
	label(screen, _("Health"));
	lines_wrap(screen->out, text, LABEL_WIDTH, LABEL_WIDTH);
}

static void today(const struct screen *screen)
{
	const struct status *status = screen->status;
	char text[512];
	int length;
	if (status->cards == 0)
		length = snprintf(text, sizeof(text), "%s", _("no card yet"));
	else
		length = snprintf(text, sizeof(text),
				  ngettext("%u card", "%u cards", status->cards), status->cards);
	for (int i = OUTCOME_DONE; i < OUTCOME_COUNT && length < (int)sizeof(text); i++)
		if (status->outcomes[i])
			length += snprintf(text + length, sizeof(text) - (size_t)length, ", %u %s",
					   status->outcomes[i], _(outcome_say((enum outcome)i)));
	label(screen, _("Today"));
	lines_wrap(screen->out, text, LABEL_WIDTH, LABEL_WIDTH);
}

static void hints(const struct screen *screen)
{
	const struct status *status = screen->status;
	const char *text =
		status->card.card
			? _("Did it: limber done    Later: limber snooze    Not now: limber skip")
		: status->paused_until ? _("End the pause: limber resume    Why: limber explain")
		: away_by_hand(status)
			? _("Here again: limber back    Why: limber explain")
			: _("Later: limber snooze    Off: limber pause 1h    Why: limber explain");
	fprintf(screen->out, "\n  %s%s%s\n", screen->style->faint, text, screen->style->plain);
}

void status_print(FILE *out, const struct style *style, const struct status *status)
{
	const struct screen screen = { out, style, status };
	head(&screen);
	problems(&screen);
	fputc('\n', out);
	why(&screen);
	card(&screen);
	away(&screen);
	sitting(&screen);
	source(&screen);
	next(&screen);
	waiting(&screen);
	health(&screen);
	fputc('\n', out);
	today(&screen);
	fputc('\n', out);
	status_table(out, style, status, STATUS_TODAY);
	hints(&screen);
}
