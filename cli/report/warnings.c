/*
 * limber warnings: the signs, the most urgent first, and whether one fits. A yes is kept with its
 * day and holds back what could do harm, until somebody has looked at it.
 */
#include <string.h>

#include "cli/report/ask.h"
#include "cli/report/current.h"
#include "cli/report/report.h"
#include "cli/report/signs.h"
#include "cli/shared/about.h"
#include "cli/shared/bus.h"
#include "cli/shared/lines.h"
#include "cli/shared/reply.h"

static void sign_json(struct json *json, const struct sign *sign)
{
	json_open(json, NULL, '{');
	json_text(json, "id", sign->id);
	json_text(json, "text", _(sign->text));
	json_text(json, "urgency", urgency_words[sign->urgency]);
	if (sign->worse) {
		json_text(json, "worse", _(sign->worse));
		json_text(json, "then", urgency_words[sign->then]);
	}
	if (sign->source)
		json_text(json, "source", sign->source);
	json_close(json, '}');
}

static void warnings_json(int32_t warning)
{
	struct json json = json_start(stdout);
	json_day(&json, "warning", warning);
	json_open(&json, "signs", '[');
	for (size_t i = 0; i < signs_count; i++)
		sign_json(&json, &signs[i]);
	json_close(&json, ']');
	json_finish(&json);
}

static enum exit_code warning_keep(struct command *command, const struct current *current,
				   const char *number)
{
	struct settings settings = { .count = 0 };
	lines_wrap(stdout, _("First do what that sign says. Do not try to stretch the pain away."),
		   0, 0);
	printf(_("In an emergency call %s.\n"),
	       number[0] ? number : _("your local emergency number"));
	settings_add_day(&settings, "warning", current->today);
	enum exit_code code = settings_write(command, &settings);
	if (code == EXIT_FINE)
		lines_wrap(
			stdout,
			_("Held back from now on: exercise, heat, cold and pressure. Once someone "
			  "has looked at it: limber warnings clear"),
			0, 0);
	return code;
}

static enum exit_code warning_clear(struct command *command, const struct current *current)
{
	BUS_CLEANUP(current_finish) struct current after = { .config = NULL };
	struct settings settings = { .count = 0 };
	if (!current_health(current)->warning && !current->lost.warned)
		return complain(command, EXIT_REFUSED, _("No warning sign is kept."));
	settings_add_day(&settings, "warning", 0);
	enum exit_code code = settings_write(command, &settings);
	if (code != EXIT_FINE)
		return code;
	current_init(&after, command);
	if (current_health(&after)->warning)
		lines_wrap(stdout,
			   _("One that was set for this run only still holds it all back: "
			     "limber unset warning --runtime"),
			   0, 0);
	else
		puts(_("Cleared: nothing is held back for it any more. Undo: limber undo"));
	return code;
}

/* What the diary has up to now is settled. */
static enum exit_code warning_seen(struct command *command)
{
	BUS_MESSAGE *reply = NULL;
	enum exit_code code = bus_call(command, "Record", &reply, "sa{sv}", "seen", 0);
	if (code == EXIT_FINE && !reply_json(command, reply))
		lines_wrap(stdout,
			   _("Good. Only what you note from now on can bring that line back."), 0,
			   0);
	return code;
}

static void warnings_print(const struct health *health, const char *number)
{
	char day[DATE_SIZE], text[256];
	signs_print(stdout, number);
	putchar('\n');
	lines_wrap(stdout, _(about_disclaimer), 0, 0);
	if (!health->warning)
		return;
	date_print(health->warning, day);
	snprintf(text, sizeof(text),
		 _("You said on %s that one fits: exercise, heat, cold and pressure are held back. "
		   "Once someone has looked at it: limber warnings clear"),
		 day);
	putchar('\n');
	lines_wrap(stdout, text, 0, 0);
}

/* At a terminal in parts, each with a question: the first ones would scroll away. */
static enum exit_code warnings_ask(struct command *command, const struct current *current,
				   const char *number)
{
	const struct health *health = current_health(current);
	if (health->warning || !ask_possible()) {
		warnings_print(health, number);
		return EXIT_FINE;
	}
	if (signs_ask(number) == ASK_YES)
		return warning_keep(command, current, number);
	lines_wrap(stdout, _(about_disclaimer), 0, 0);
	return EXIT_FINE;
}

enum exit_code report_warnings(struct command *command)
{
	BUS_CLEANUP(current_finish) struct current current;
	const char *reply = command->count > 0 ? command->words[0] : "";
	char number[CURRENT_SIZE];
	current_init(&current, command);
	int32_t warning = current_health(&current)->warning;
	current_value(&current, NULL, "emergency_number", number);
	if (command->json && !reply[0]) {
		warnings_json(warning);
		return EXIT_FINE;
	}
	say_aside(command);
	if (strcmp(reply, "yes") == 0)
		return warning_keep(command, &current, number);
	if (strcmp(reply, "clear") == 0)
		return warning_clear(command, &current);
	if (strcmp(reply, "seen") == 0)
		return warning_seen(command);
	return reply[0] ? command_misused(command) : warnings_ask(command, &current, number);
}
