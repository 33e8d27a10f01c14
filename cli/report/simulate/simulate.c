/* limber simulate: play a day of a file by the step function of limberd, and print each card with
 * its holds and its outcome. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "cli/report/report.h"
#include "cli/report/simulate/recording.h"
#include "cli/report/simulate/transcript.h"
#include "cli/shared/bus.h"
#include "cli/shared/json.h"
#include "cli/shared/lines.h"
#include "core/base/text.h"
#include "core/policy/busy.h"
#include "core/policy/good.h"
#include "core/words/words.h"

static void print_day(const struct zone *zone, struct realtime at, int32_t *day)
{
	struct civil civil = zone_civil(zone, at);
	char number[12], year[12], date[WHEN_SIZE];
	if (civil_day(civil) == *day)
		return;
	*day = civil_day(civil);
	snprintf(number, sizeof(number), "%d", civil.day);
	snprintf(year, sizeof(year), "%d", civil.year);
	words_fill(date, sizeof(date), _("{weekday} {day} {month} {year}"), "weekday",
		   _(weekday_short(civil_weekday(*day))), "day", number, "month",
		   _(month_short(civil.month)), "year", year, NULL);
	puts(date);
}

/* The words of --json, translated unless they are keys of limber.conf. */
static const char *hold_say(enum hold_kind kind)
{
	static const char *const words[HOLD_COUNT] = {
		[HOLD_PAUSED] = N_("paused"),
		[HOLD_SNOOZED] = N_("snoozed"),
		[HOLD_LOCKED] = N_("locked"),
		[HOLD_ASLEEP] = N_("asleep"),
		[HOLD_AWAY] = N_("away"),
		[HOLD_WORKOUT] = N_("workout"),
		[HOLD_CARD_UP] = N_("card_up"),
		[HOLD_RETURNING] = N_("returning"),
		[HOLD_WORK] = N_("work"),
		[HOLD_TURN] = N_("turn"),
		[HOLD_SOON] = N_("soon"),
		[HOLD_CHAIR] = N_("chair"),
		[HOLD_WAITING] = N_("moment"),
		[HOLD_HEALTH] = N_("health"),
		[HOLD_NO_DISPLAY] = N_("no_display"),
		[HOLD_STARTING] = N_("starting"),
	};
	enum busy busy = busy_of_hold(kind);
	if (busy != BUSY_COUNT)
		return _(busy_words[busy].label);
	return words[kind] ? _(words[kind]) : hold_word(kind);
}

static void print_clock(const struct zone *zone, struct realtime at)
{
	struct civil civil = zone_civil(zone, at);
	printf("%02d:%02d", civil.hour, civil.minute);
	if (civil.second != 0)
		printf(":%02d", civil.second);
}

static const char *line_outcome(const struct transcript_line *line)
{
	if (line->outcome == OUTCOME_NONE && line->card != 0)
		return line->sequence != 0 ? _("taken back")
		       : line->shown       ? _("no answer, and stays due")
					   : _("not seen, and stays due");
	return _(outcome_say(line->outcome));
}

/* "due 09:20, held by call; when the call ended" */
static void print_why(const struct transcript_line *line, const struct zone *zone)
{
	const char *between = _(", held by ");
	if (line->due.us == 0 || (line->due.us == line->at.us && line->holds == 0))
		return;
	printf("         %s ", _("due"));
	print_clock(zone, line->due);
	for (int kind = 0; kind < HOLD_COUNT; kind++) {
		if (!(line->holds & UINT32_C(1) << kind))
			continue;
		printf("%s%s", between, hold_say((enum hold_kind)kind));
		between = ", ";
	}
	if (line->card != 0)
		printf("; %s", _(good_say(line->came)));
	putchar('\n');
}

static void print_line(const struct transcript_line *line, const struct zone *zone)
{
	char what[128];
	snprintf(what, sizeof(what), "%s", line->item[0] ? line->item : "-");
	fputs("  ", stdout);
	print_clock(zone, line->at);
	if (line->refused) {
		printf("  %s\n", _(line->refused));
		return;
	}
	for (int i = 0; i < CARD_MAX && line->with[i][0]; i++)
		say_append(what, sizeof(what), " + %s", line->with[i]);
	printf("  %-10s  ", line->reminder);
	lines_pad(stdout, what, 32);
	printf("  %s\n", line_outcome(line));
	print_why(line, zone);
}

/* The reminders that are due at the end, and their holds. */
static void print_waiting(const struct replay *replay)
{
	struct hold holds[HOLDS_MAX];
	for (int i = 0; i < replay->plan->count; i++) {
		struct realtime due = replay->state.reminders[i].due;
		if (due.us == 0 || !replay->plan->reminders[i].enabled ||
		    replay->plan->reminders[i].with >= 0)
			continue;
		int count = holds_of(replay->plan, &replay->state, i, replay->now, holds);
		printf("  %-5s  %-10s  %s ", _("end"), replay->plan->reminders[i].name, _("due"));
		print_clock(&replay->state.zone, due);
		for (int k = 0; k < count; k++)
			printf("%s%s", k ? ", " : _(", held by "), hold_say(holds[k].kind));
		putchar('\n');
	}
}

static void transcript_print(const struct transcript *transcript, const struct replay *replay)
{
	int32_t day = INT32_MIN;
	for (size_t i = 0; i < transcript->count; i++) {
		const struct transcript_line *line = &transcript->lines[i];
		const struct zone then = { .offset = line->offset, .until = REALTIME_OPEN };
		print_day(&then, line->at, &day);
		print_line(line, &then);
	}
	print_waiting(replay);
}

static void line_json(struct json *json, const struct transcript_line *line)
{
	json_open(json, NULL, '{');
	json_moment(json, "at", (uint64_t)line->at.us);
	if (line->refused) {
		json_text(json, "refused", line->refused);
		json_close(json, '}');
		return;
	}
	json_text(json, "reminder", line->reminder);
	json_text(json, "item", line->item);
	json_open(json, "with", '[');
	for (int i = 0; i < CARD_MAX && line->with[i][0]; i++)
		json_text(json, NULL, line->with[i]);
	json_close(json, ']');
	json_moment(json, "due", (uint64_t)line->due.us);
	json_open(json, "held", '[');
	for (int kind = 0; kind < HOLD_COUNT; kind++)
		if (line->holds & UINT32_C(1) << kind)
			json_text(json, NULL, hold_word((enum hold_kind)kind));
	json_close(json, ']');
	json_text(json, "came", line->card ? _(good_say(line->came)) : "");
	json_bool(json, "shown", line->shown);
	json_text(json, "outcome",
		  line->outcome == OUTCOME_NONE && line->sequence == 0
			  ? ""
			  : outcome_word(line->outcome));
	json_moment(json, "ended", (uint64_t)line->ended.us);
	json_close(json, '}');
}

static void transcript_json(const struct transcript *transcript)
{
	struct json json = json_start(stdout);
	json_open(&json, "rows", '[');
	for (size_t i = 0; i < transcript->count; i++)
		line_json(&json, &transcript->lines[i]);
	json_close(&json, ']');
	json_finish(&json);
}

/* ---- the verb ---- */

/* Read a file, "-" for the standard input; NULL and errno. The caller frees it. */
static char *file_text(const char *path, size_t *length)
{
	bool given = strcmp(path, "-") == 0;
	FILE *file = given ? stdin : fopen(path, "re");
	char *text = NULL;
	size_t space = 0;
	ssize_t got = file ? getdelim(&text, &space, '\0', file) : -1;
	bool empty = got < 0 && file && feof(file);
	if (file && !given)
		fclose(file);
	if (got < 0 && !empty) {
		free(text);
		return NULL;
	}
	*length = empty ? 0 : (size_t)got;
	if (empty && text)
		text[0] = '\0';
	return text;
}

static enum exit_code day_failed(struct command *command, const struct recording_play *play, int r,
				 const struct recording_error *error)
{
	const char *path = play->path;
	if (r != -EINVAL)
		return complain(command, EXIT_REFUSED, _("%s cannot be played: %s"), path,
				strerror(-r));
	if (error->line > 0)
		return complain(command, EXIT_REFUSED, "%s:%u: %s", path, error->line,
				error->sentence);
	if (error->sentence[0])
		return complain(command, EXIT_REFUSED, "%s: %s", path, error->sentence);
	for (size_t i = 1; i < play->errors.count && !command->json; i++)
		lines_wrap_each(stderr, play->errors.lines[i], 0);
	return complain(command, EXIT_REFUSED, "%s", play->errors.lines[0]);
}

static enum exit_code simulate(struct command *command, const struct recording *day,
			       struct recording_play *play)
{
	BUS_CLEANUP(transcript_finish) struct transcript transcript = { 0 };
	struct recording_error error;
	play->day = day;
	play->replay.stepped = transcript_step;
	play->replay.user = &transcript;
	int r = recording_play(play, &error);
	if (r == 0 && transcript.full)
		r = -ENOMEM;
	if (r < 0)
		return day_failed(command, play, r, &error);
	if (command->json)
		transcript_json(&transcript);
	else
		transcript_print(&transcript, &play->replay);
	return EXIT_FINE;
}

static enum exit_code no_file(struct command *command, const char *path)
{
	return complain(command, EXIT_REFUSED, _("%s cannot be read: %s"), path, strerror(errno));
}

/* Read the configuration and the day, and play it. */
static enum exit_code play_texts(struct command *command, struct recording_play *play,
				 const char *text, size_t length)
{
	BUS_CLEANUP(recording_finish) struct recording day = { 0 };
	BUS_CLEANUP(bus_free) char *config = NULL;
	struct recording_error error;
	size_t size;
	play->config_path = command_given(command, OPTION_CONFIG);
	if (play->config_path)
		play->config_text = config = file_text(play->config_path, &size);
	if (play->config_path && !config)
		return no_file(command, play->config_path);
	int r = recording_read(text, length, &day, &error);
	return r < 0 ? day_failed(command, play, r, &error) : simulate(command, &day, play);
}

enum exit_code report_simulate(struct command *command)
{
	static struct recording_play play;
	struct config_layers layers = { 0 };
	size_t length = 0;
	play.path = command->words[0];
	BUS_CLEANUP(bus_free) char *text = file_text(play.path, &length);
	if (!text)
		return no_file(command, play.path);
	if (config_layers_init(&layers) == 0)
		play.catalogue = layers.catalogue;
	enum exit_code code = play_texts(command, &play, text, length);
	recording_play_finish(&play);
	config_layers_finish(&layers);
	return code;
}
