/*
 * limber preview: the cards of typical days, by the step function of limberd. The preview starts
 * from a copy of the state of the limberd that runs, if any.
 */
#include <string.h>
#include <time.h>

#include "cli/report/preview_start.h"
#include "cli/report/report.h"
#include "cli/report/span.h"
#include "cli/shared/bus.h"
#include "cli/shared/lines.h"
#include "cli/shared/verbs.h"
#include "cli/shared/when.h"
#include "core/foresee/typical.h"
#include "core/policy/due.h"

enum {
	PREVIEW_DAYS = 2, /* what is left of today, and tomorrow */
	SAY_WIDTH = 40,   /* columns of the text of a reminder */
};

struct preview {
	struct command *command;
	struct span span;
	struct json json;
	int32_t day; /* of the last line */
	int count;
};

/* The first line: where the preview starts, and its assumptions. */
static void head_print(const struct start *start, const struct daily *lunch)
{
	char from[CLOCK_SIZE], to[CLOCK_SIZE], habit[128];
	clock_print(lunch->from, from);
	clock_print(lunch->to, to);
	snprintf(habit, sizeof(habit),
		 lunch->from == lunch->to
			 ? _("if you sit in your hours and do each card when it comes:")
			 : _("if you sit in your hours, but for lunch %s-%s, and do each card when "
			     "it comes:"),
		 from, to);
	say_wrapped("%s %s",
		    start->fresh ? _("limberd does not run. From a first start with your files,")
				 : _("From what is so now,"),
		    habit);
}

/* The item or text of a card, and the other reminders on it. */
static void content_say(const struct replay *replay, const struct card *card, char out[512])
{
	const struct reminder *reminders = replay->plan->reminders;
	const char *say = say_translate(reminders[card->reminder].say), *cut = say;
	int bytes = (int)lines_first(say, SAY_WIDTH, &cut);
	if (card->item[0])
		snprintf(out, 512, "%s", card->item);
	else
		snprintf(out, 512, "%.*s%s", bytes, say, *cut ? "..." : "");
	for (int i = 0; i < replay->plan->count; i++)
		if ((card->merged | card->riders) & UINT64_C(1) << i)
			say_append(out, 512, " + %s", reminders[i].name);
}

static void card_print(struct preview *preview, const struct replay *replay,
		       const struct card *card)
{
	char when[WHEN_SIZE], content[512];
	const struct civil civil = zone_civil(&replay->state.zone, replay->now.real);
	if (preview->count == 0 || civil_day(civil) != preview->day) {
		preview->day = civil_day(civil);
		when_date((uint64_t)replay->now.real.us, when);
		printf("\n%s\n", when);
	}
	int at = printf("  %02d:%02d  %-10s  ", civil.hour, civil.minute,
			replay->plan->reminders[card->reminder].name);
	content_say(replay, card, content);
	lines_wrap(stdout, content, at, at);
}

static void card_json(struct preview *preview, const struct replay *replay, const struct card *card)
{
	struct json *json = &preview->json;
	const struct plan *plan = replay->plan;
	json_open(json, NULL, '{');
	json_moment(json, "at", (uint64_t)replay->now.real.us);
	json_text(json, "reminder", plan->reminders[card->reminder].name);
	json_text(json, "item", card->item);
	json_open(json, "with", '[');
	for (int i = 0; i < plan->count; i++)
		if ((card->merged | card->riders) & UINT64_C(1) << i)
			json_text(json, NULL, plan->reminders[i].name);
	json_close(json, ']');
	json_close(json, '}');
}

static void on_step(struct replay *replay, const struct event *event, const struct result *result,
		    void *user)
{
	struct preview *preview = user;
	for (int i = 0; i < result->count; i++) {
		if (result->actions[i].kind != ACTION_SHOW ||
		    replay->now.real.us < preview->span.from.us)
			continue;
		if (preview->command->json)
			card_json(preview, replay, &result->actions[i].card);
		else
			card_print(preview, replay, &result->actions[i].card);
		preview->count++;
	}
}

/* "12:30-13:00", or "no". */
static bool lunch_read(const char *text, struct daily *ret)
{
	struct hours hours;
	if (strcmp(text, "no") == 0) {
		*ret = (struct daily){ 0, 0 };
		return true;
	}
	if (hours_read(text, &hours) != TEXT_OK || hours.days != DAYS_ALL || hours.from >= hours.to)
		return false;
	*ret = (struct daily){ hours.from, hours.to };
	return true;
}

/* From now to the end of the last of `days` days, today being the first. The days are counted at
 * noon, so that one of 23 or 25 hours does not matter. */
static struct span days_ahead(struct realtime now, size_t days, usec day_starts)
{
	struct span day;
	if (days > LENGTH_MAX / USEC_PER_DAY)
		days = LENGTH_MAX / USEC_PER_DAY;
	span_read(":today", day_starts, now, &day);
	day.from.us += USEC_PER_DAY / 2 + (int64_t)(days - 1) * USEC_PER_DAY;
	span_read(":today", day_starts, day.from, &day);
	return (struct span){ .from = now, .until = day.until };
}

/* Set the span to one day; refuse a day that is over. */
static enum exit_code preview_day(struct preview *preview, const char *day, struct realtime now,
				  usec day_starts)
{
	struct span *span = &preview->span;
	char near[SAMPLE_SIZE];
	placeholder_nearest("DAYS", day, near);
	bool read = span_read(day, day_starts, now, span);
	if (!read && near[0])
		return complain(preview->command, EXIT_USAGE,
				_("\"%s\" is not a day. Did you mean \"%s\"?"), day, near);
	if (!read)
		return complain(preview->command, EXIT_USAGE,
				_("\"%s\" is not a day: write today, tomorrow, week, month or "
				  "2026-11-24."),
				day);
	if (span->until.us <= now.us)
		return complain(preview->command, EXIT_REFUSED, _("%s is over: limber log %s"), day,
				day);
	if (span->until.us > now.us + LENGTH_MAX)
		return complain(preview->command, EXIT_REFUSED,
				_("%s is too far ahead: 399 days at most."), day);
	return EXIT_FINE;
}

/* The number of days that a word stands for; a colon before it is allowed. */
static bool days_word(const char *text, size_t *ret)
{
	static const struct {
		const char *name;
		size_t days;
	} words[] = { { "today", 1 }, { "week", 7 }, { "month", 30 } };
	text += *text == ':';
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
		if (strcmp(words[i].name, text) != 0)
			continue;
		*ret = words[i].days;
		return true;
	}
	return false;
}

/* Set the span from the day or the number of days on the command line. */
static enum exit_code preview_span(struct preview *preview, struct realtime now, usec day_starts)
{
	struct command *command = preview->command;
	const char *day = command->count > 0 ? command->words[0] : NULL;
	size_t days = PREVIEW_DAYS;
	if (!command_number(command, OPTION_DAYS, &days))
		return EXIT_USAGE;
	if (day && command_given(command, OPTION_DAYS))
		return complain(command, EXIT_USAGE, _("Either a day or --days, not both."));
	if (day && !days_word(day, &days))
		return preview_day(preview, day, now, day_starts);
	preview->span = days_ahead(now, days, day_starts);
	return EXIT_FINE;
}

static void preview_run(struct preview *preview, const struct start *start,
			const struct daily *lunch)
{
	static struct replay replay;
	replay = (struct replay){ .plan = config_plan(start->config),
				  .state = start->state,
				  .now = start->now,
				  .stepped = on_step,
				  .user = preview };
	if (start->fresh)
		replay_begin(&replay, &start->state.zone);
	typical_begin(&replay);
	typical_play(&replay, &(struct habits){ .lunch = *lunch }, preview->span.until);
}

static void preview_json(struct preview *preview, const struct start *start,
			 const struct daily *lunch)
{
	struct json *json = &preview->json;
	*json = json_start(stdout);
	json_moment(json, "from", (uint64_t)preview->span.from.us);
	json_moment(json, "until", (uint64_t)preview->span.until.us);
	json_bool(json, "running", !start->fresh);
	json_open(json, "cards", '[');
	preview_run(preview, start, lunch);
	json_close(json, ']');
	json_finish(json);
}

enum exit_code report_preview(struct command *command)
{
	BUS_CLEANUP(start_finish) struct start start = { 0 };
	struct preview preview = { .command = command };
	struct daily lunch = LUNCH_TYPICAL;
	const char *text = command_given(command, OPTION_LUNCH);
	if (text && !lunch_read(text, &lunch))
		return complain(command, EXIT_USAGE,
				_("\"%s\" is not a lunch break: write 12:00-12:45, or no."), text);
	enum exit_code code = start_get(command, &start);
	if (code == EXIT_FINE)
		code = preview_span(&preview, start.now.real,
				    config_plan(start.config)->day_starts);
	if (code != EXIT_FINE)
		return code;
	if (command->json) {
		preview_json(&preview, &start, &lunch);
		return EXIT_FINE;
	}
	head_print(&start, &lunch);
	preview_run(&preview, &start, &lunch);
	if (preview.count == 0)
		printf("\n%s\n", _("No cards in that time: limber explain"));
	return EXIT_FINE;
}
