/*
 * limber setup: a ready plan or six questions, the warning signs, the day that follows from the
 * answers, and one change that writes all of them. An answer may also be an option; a setting that
 * is neither asked nor given stays. Nothing is written before the end, so Ctrl-C or the end of the
 * input changes nothing. A warning sign that fits is written at once, and ends the interview.
 */
#include "cli/report/setup.h"

#include <string.h>

#include "cli/report/ask.h"
#include "cli/report/report.h"
#include "cli/shared/bus.h"
#include "cli/shared/lines.h"
#include "core/foresee/forecast.h"

/* The result of a question, also of the last one. */
enum next { NEXT_ON, NEXT_BACK, NEXT_ENDED, NEXT_WRONG };

static enum exit_code setup_end(struct setup *setup)
{
	return complain(setup->command, EXIT_REFUSED, _("Nothing was changed."));
}

static bool is_silent(const struct setup *setup)
{
	return command_given(setup->command, OPTION_YES) != NULL;
}

/* Take an answer; false: the reason is stored in `why`. */
static bool answer_take(struct setup *setup, const struct setup_question *question,
			const char *text, char why[SETUP_WHY])
{
	setup->understood[0] = '\0';
	return question->take(setup, question->number, text, why);
}

static void understood_print(const struct setup *setup)
{
	if (!setup->understood[0])
		return;
	fputs("  ", stdout);
	say_wrapped(_("understood: %s"), setup->understood);
}

/* The question, with its number if all six are asked. */
static void question_text(const struct setup *setup, const struct setup_question *question,
			  char out[SETUP_TEXT])
{
	bool counts = setup->plan == PLAN_QUESTIONS && question->number > 0 &&
		      question->option != OPTION_COUNT;
	char text[SETUP_TEXT];
	out[0] = '\0';
	if (counts)
		snprintf(out, SETUP_TEXT, "%d. ", question->number);
	if (question->text_say)
		question->text_say(question->number, text);
	say_append(out, SETUP_TEXT, "%s", question->text ? _(question->text) : text);
}

static void question_help(const struct setup_question *question)
{
	if (question->help)
		say_wrapped("%s", _(question->help));
	else
		question->help_print(question->number);
}

static enum next question_ask(struct setup *setup, const struct setup_question *question)
{
	char current[CURRENT_SIZE], line[ASK_SIZE], text[SETUP_TEXT], why[SETUP_WHY];
	question_text(setup, question, text);
	question->present(setup, question->number, current);
	if (question->option == OPTION_PLAN)
		setup_plans_print();
	for (const char *prompt = text;; prompt = _("Again:")) {
		if (!ask_line(prompt, current, line))
			return NEXT_ENDED;
		if (ask_is_back(line))
			return NEXT_BACK;
		why[0] = '\0';
		if (strcmp(line, "?") == 0)
			question_help(question);
		else if (answer_take(setup, question, line, why))
			break;
		lines_wrap_each(stderr, why, 0);
	}
	if (strcmp(line, current) != 0)
		understood_print(setup);
	return NEXT_ON;
}

static bool is_asked(const struct setup *setup, const struct setup_question *question)
{
	return (question->plans >> setup->plan & 1) &&
	       (!question->applies || question->applies(setup)) &&
	       (question->option == OPTION_COUNT ||
		!command_given(setup->command, question->option));
}

static enum exit_code options_take(struct setup *setup)
{
	char why[SETUP_WHY] = "";
	if (!setup_options_agree(setup, why))
		return complain(setup->command, EXIT_USAGE, "%s", why);
	for (int i = 0; i < SETUP_QUESTIONS; i++) {
		const struct setup_question *question = &setup_questions[i];
		const char *said = question->option == OPTION_COUNT
					   ? NULL
					   : command_given(setup->command, question->option);
		if (!said || (question->applies && !question->applies(setup)))
			continue;
		if (!answer_take(setup, question, said, why))
			return why[0] ? complain(setup->command, EXIT_USAGE, "%s: %s",
						 options[question->option].name, why)
				      : command_misused(setup->command);
		understood_print(setup);
	}
	return EXIT_FINE;
}

/* The question before number `at` that is asked; -1: there is none. */
static int question_before(const struct setup *setup, int at)
{
	do
		at--;
	while (at >= 0 && !is_asked(setup, &setup_questions[at]));
	return at;
}

/* Ask from number `at` on, until all questions are answered or a sign fits. */
static enum next questions_ask(struct setup *setup, int at)
{
	while (at < SETUP_QUESTIONS && setup->fits == 0) {
		enum next next = is_asked(setup, &setup_questions[at])
					 ? question_ask(setup, &setup_questions[at])
					 : NEXT_ON;
		if (next == NEXT_ENDED)
			return next;
		int before = next == NEXT_BACK ? question_before(setup, at) : at + 1;
		if (before < 0)
			puts(_("This is the first question. To end: Ctrl-C"));
		at = before < 0 ? at : before;
	}
	return NEXT_ON;
}

/* The note in which limberd describes the day: it is not to be printed again. */
static void day_note(const struct setup *setup, const struct plan *plan, struct settings *settings)
{
	const struct current *current = &setup->current;
	bool first_week = !current_setup_done(current);
	forecast_say(plan, &current->zone, current->now, first_week, say_translate,
		     settings->shown);
}

/* Store a yes to a warning sign and the health answers; the other answers are discarded. */
static enum exit_code sign_keep(struct setup *setup)
{
	struct settings settings = { .count = 0 };
	struct config_errors errors = { 0 };
	setup_signs_print(setup);
	setup_warning_settings(setup, &settings);
	struct config *config = setup_try(setup, &settings, &errors);
	if (config)
		day_note(setup, config_plan(config), &settings);
	config_free(config);
	config_errors_finish(&errors);
	enum exit_code code = settings_write(setup->command, &settings);
	if (code == EXIT_FINE)
		say_wrapped(_("This is kept: exercise, heat, cold and pressure wait. Once someone "
			      "has looked at it: limber warnings clear, then limber setup"));
	return code;
}

static enum exit_code setup_refused(struct setup *setup, struct config_errors *errors)
{
	char text[2048] = "";
	for (size_t i = 0; i < errors->count; i++)
		say_append(text, sizeof(text), "%s%s", i > 0 ? "\n" : "", errors->lines[i]);
	return complain(setup->command, EXIT_REFUSED, "%s", text);
}

static enum next write_ask(struct setup *setup)
{
	char line[ASK_SIZE];
	bool yes;
	if (is_silent(setup))
		return NEXT_ON;
	while (ask_line(_("Write it?"), _("yes"), line)) {
		if (ask_is_back(line))
			return NEXT_BACK;
		if (strcmp(line, "?") == 0)
			say_wrapped(_("Yes writes all of it at once, and limber undo takes it "
				      "back. No writes nothing. Back goes to the question "
				      "before."));
		else if (ask_read(line, &yes))
			return yes ? NEXT_ON : NEXT_ENDED;
		else
			puts(_("Type yes or no."));
	}
	return NEXT_ENDED;
}

static enum exit_code plan_write(struct setup *setup, struct settings *settings, bool desk)
{
	enum exit_code code = settings_write(setup->command, settings);
	if (code == EXIT_FINE)
		puts(_("Written. A card now: limber try desk    Undo: limber undo"));
	if (code == EXIT_FINE && desk)
		puts(_("Your desk, once: limber start desk-setup"));
	return code;
}

static enum next setup_keep(struct setup *setup, enum exit_code *ret)
{
	struct settings settings = { .count = 0 };
	struct config_errors errors = { 0 };
	setup_settings(setup, &settings);
	if (settings.count == 0) {
		*ret = settings_same(setup->command);
		return NEXT_ON;
	}
	struct config *config = setup_try(setup, &settings, &errors);
	if (!config) {
		*ret = setup_refused(setup, &errors);
		config_errors_finish(&errors);
		return NEXT_WRONG;
	}
	setup_day_print(setup, &settings, config);
	day_note(setup, config_plan(config), &settings);
	/* Once: the desk is set up before the first day. */
	bool desk = !current_setup_done(&setup->current) && setup->plan != PLAN_WATER &&
		    config_plan(config)->health.kinds & UINT32_C(1) << CRAMP_POSTURAL;
	config_free(config);
	enum next next = write_ask(setup);
	if (next == NEXT_ON)
		*ret = plan_write(setup, &settings, desk);
	return next;
}

static enum exit_code setup_check(struct setup *setup)
{
	const struct command *command = setup->command;
	if (is_silent(setup)) {
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

static enum exit_code setup_run(struct setup *setup)
{
	say_wrapped(_("Limber reminds and gives tips; it is no medical device and cannot examine "
		      "you."));
	enum exit_code code = options_take(setup);
	enum next next = code == EXIT_FINE ? NEXT_ON : NEXT_WRONG;
	for (int at = 0; next == NEXT_ON || next == NEXT_BACK;) {
		next = is_silent(setup) ? NEXT_ON : questions_ask(setup, at);
		if (next == NEXT_ON && setup->fits > 0)
			return sign_keep(setup);
		if (next == NEXT_ON)
			next = setup_keep(setup, &code);
		if (next == NEXT_ON)
			return code;
		at = question_before(setup, SETUP_QUESTIONS);
		at = at < 0 ? SETUP_QUESTIONS : at;
	}
	return next == NEXT_ENDED ? setup_end(setup) : code;
}

enum exit_code report_setup(struct command *command)
{
	BUS_CLEANUP(setup_finish) struct setup setup;
	setup_init(&setup, command);
	say_aside(command);
	enum exit_code code = setup_check(&setup);
	return code == EXIT_FINE ? setup_run(&setup) : code;
}
