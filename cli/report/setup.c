/*
 * limber setup: six questions, the day that the answers make, and then one change for all of
 * them. An answer may also be an option; what is not asked and not said stays as it is. Before the
 * end nothing is written: Ctrl-C or the end of the input changes nothing.
 */
#include <string.h>

#include "cli/report/ask.h"
#include "cli/report/questions.h"
#include "cli/report/report.h"
#include "cli/report/signs.h"
#include "cli/shared/about.h"
#include "cli/shared/bus.h"
#include "cli/shared/lines.h"
#include "core/base/translate.h"
#include "core/foresee/forecast.h"
#include "core/words/limits_text.h"

static enum exit_code setup_end(struct setup *setup)
{
	return complain(setup->command, EXIT_REFUSED, _("Nothing was changed."));
}

/* Takes an answer; where it is none, says why. */
static bool answer_take(struct setup *setup, const struct setup_question *question,
			const char *text)
{
	char why[SETUP_WHY] = "";
	if (question->take(setup, text, why))
		return true;
	if (why[0])
		complain(setup->command, EXIT_USAGE, "%s", why);
	return false;
}

static bool question_ask(struct setup *setup, const struct setup_question *question)
{
	char current[CURRENT_SIZE], line[ASK_SIZE];
	question->current(setup, current);
	lines_wrap(stdout, _(question->text), 0, 3);
	if (question->explain)
		question->explain(setup);
	do {
		fputs("  ", stdout);
		if (!ask_line(question->prompt ? _(question->prompt) : "", current, line))
			return false;
	} while (!answer_take(setup, question, line));
	putchar('\n');
	return true;
}

static enum exit_code questions_ask(struct setup *setup)
{
	bool silent = command_given(setup->command, OPTION_YES) != NULL;
	for (int i = 0; i < SETUP_QUESTIONS; i++) {
		const struct setup_question *question = &setup_questions[i];
		const char *said = command_given(setup->command, question->option);
		if (!question->applies(setup))
			continue;
		if (said && !answer_take(setup, question, said))
			return EXIT_USAGE;
		if (!said && !silent && !question_ask(setup, question))
			return setup_end(setup);
	}
	return EXIT_FINE;
}

/* A yes is kept with the rest, and what to do stands with the sign. */
static void sign_fits(struct setup *setup)
{
	setup->warned = true;
	lines_wrap(stdout,
		   _("Do what stands with it first. Exercise, heat, cold and pressure are held "
		     "back until you say: limber warnings clear"),
		   0, 0);
}

static enum exit_code signs_show(struct setup *setup)
{
	char number[CURRENT_SIZE];
	if (command_given(setup->command, OPTION_YES) ||
	    current_health(&setup->current)->warning != 0)
		return EXIT_FINE;
	current_value(&setup->current, NULL, "emergency_number", number);
	puts(_("And the signs that mean: see someone first."));
	enum ask answer = signs_ask(number);
	if (answer == ASK_YES)
		sign_fits(setup);
	return answer == ASK_ENDED ? setup_end(setup) : EXIT_FINE;
}

/* Those that sitting brings: "8 or 9". The others have their times. */
static void cards_say(struct forecast day, char out[PACE_SIZE])
{
	day.count = 0;
	forecast_pace(&day, say_translate, out);
}

static void day_print(const struct setup *setup, const struct plan *plan)
{
	const struct current *current = &setup->current;
	char cards[PACE_SIZE], text[512];
	struct forecast day, first;
	forecast_day(plan, &current->zone, current->now, false, &day);
	cards_say(day, cards);
	int length = strcmp(cards, "1") == 0
			     ? snprintf(text, sizeof(text), "%s", _("Your day: one desk card"))
			     : snprintf(text, sizeof(text), _("Your day: %s desk cards"), cards);
	if (plan->first_week_half && !current_setup_done(current)) {
		forecast_day(plan, &current->zone, current->now, true, &first);
		cards_say(first, cards);
		length += snprintf(text + length, sizeof(text) - (size_t)length,
				   _(" (first week %s)"), cards);
	}
	for (int i = 0; i < day.count && length < (int)sizeof(text); i++) {
		struct civil at = zone_civil(&current->zone, day.cards[i].at);
		length += snprintf(text + length, sizeof(text) - (size_t)length, ", %s %02d:%02d",
				   plan->reminders[day.cards[i].reminder].name, at.hour, at.minute);
	}
	snprintf(text + length, sizeof(text) - (size_t)length, ".");
	lines_wrap(stdout, text, 0, 2);
	char limits[LIMITS_SAID][SENTENCE_SIZE];
	int count = limits_say(plan, &current->zone, current->now, say_translate, limits);
	for (int i = 0; i < count; i++)
		lines_wrap(stdout, limits[i], 0, 2);
}

/* The same day, in the words that limberd has for it. */
static void day_is_told(const struct setup *setup, const struct plan *plan,
			struct settings *settings)
{
	const struct current *current = &setup->current;
	bool first_week = !current_setup_done(current);
	forecast_say(plan, &current->zone, current->now, first_week, say_translate,
		     settings->shown);
}

static enum exit_code setup_refused(struct setup *setup, struct config_errors *errors)
{
	for (size_t i = 0; i < errors->count; i++)
		complain(setup->command, EXIT_REFUSED, "%s", errors->lines[i]);
	config_errors_finish(errors);
	return EXIT_REFUSED;
}

static enum exit_code setup_keep(struct setup *setup)
{
	struct settings settings = { .count = 0 };
	struct config_errors errors = { 0 };
	setup_settings(setup, &settings);
	if (settings.count == 0) {
		puts(_("All of that is so already; nothing was changed."));
		return EXIT_FINE;
	}
	struct config *config = current_try(&setup->current, &settings, &errors);
	if (!config)
		return setup_refused(setup, &errors);
	day_print(setup, config_plan(config));
	day_is_told(setup, config_plan(config), &settings);
	/* Once: where one sits is set up before one sits there every day. */
	bool desk = !current_setup_done(&setup->current) &&
		    config_plan(config)->health.kinds & UINT32_C(1) << CRAMP_POSTURAL;
	config_free(config);
	if (!command_given(setup->command, OPTION_YES) && ask_yes(_("Write it?"), true) != ASK_YES)
		return setup_end(setup);
	enum exit_code code = settings_write(setup->command, &settings);
	if (code == EXIT_FINE)
		puts(_("Written. A card now: limber try desk    Undo: limber undo"));
	if (code == EXIT_FINE && desk)
		puts(_("Your desk, once: limber start desk-setup"));
	return code;
}

static enum exit_code setup_check(struct setup *setup)
{
	const struct command *command = setup->command;
	if (command_given(command, OPTION_YES)) {
		if (!command_given(command, OPTION_HEALTH) && !current_setup_done(&setup->current))
			return complain(command, EXIT_USAGE,
					_("The health questions are not answered yet: add --health "
					  "with what holds, or --health none (limber health lists "
					  "them)."));
	} else if (!ask_possible()) {
		return complain(command, EXIT_REFUSED,
				_("There is no terminal to ask on. Answers may be options, with "
				  "--yes: limber help setup"));
	}
	return settings_ready(setup->command);
}

static enum exit_code setup_talk(struct setup *setup)
{
	if (!command_given(setup->command, OPTION_YES))
		puts(_("Six questions, about a minute. Enter keeps the answer in [brackets]."));
	lines_wrap(stdout, _(about_disclaimer), 0, 0);
	putchar('\n');
	enum exit_code code = questions_ask(setup);
	if (code == EXIT_FINE)
		code = signs_show(setup);
	return code == EXIT_FINE ? setup_keep(setup) : code;
}

enum exit_code report_setup(struct command *command)
{
	BUS_CLEANUP(setup_finish) struct setup setup;
	setup_init(&setup, command);
	enum exit_code code = setup_check(&setup);
	return code == EXIT_FINE ? setup_talk(&setup) : code;
}
