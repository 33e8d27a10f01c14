/*
 * limber health: the questions behind the health facts. limberd stores the answers, all together at
 * the end. Until the questions are answered only walks, changes of position and pauses are shown,
 * so the cautions are shown before the answers are stored.
 */
#include <string.h>

#include "cli/report/ask.h"
#include "cli/report/current.h"
#include "cli/report/facts.h"
#include "cli/report/report.h"
#include "cli/report/signs.h"
#include "cli/shared/assignment.h"
#include "cli/shared/bus.h"
#include "cli/shared/lines.h"
#include "config/catalogue.h"
#include "config/values.h"
#include "core/base/translate.h"

struct interview {
	struct command *command;
	struct current current;
	struct fact_answer answers[FACT_COUNT];
	uint32_t said; /* the facts answered: bit I is enum fact */
	bool whole;    /* all are answered */
};

static void interview_init(struct interview *ret, struct command *command)
{
	*ret = (struct interview){ .command = command };
	current_init(&ret->current, command);
	facts_now(&ret->current, ret->answers);
}

static void interview_finish(struct interview *interview)
{
	current_finish(&interview->current);
}

/* ---- printing the answers ---- */

static void fact_json(struct json *json, enum fact fact, struct fact_answer answer)
{
	json_open(json, NULL, '{');
	json_text(json, "fact", item_facts[fact]);
	json_text(json, "question", _(fact_questions[fact]));
	json_bool(json, "holds", answer.holds);
	json_day(json, "day", answer.day);
	fact_effects_json(json, fact);
	json_close(json, '}');
}

static void health_json(const struct interview *interview)
{
	struct json json = json_start(stdout);
	json_bool(&json, "setup_done", current_setup_done(&interview->current));
	json_open(&json, "facts", '[');
	for (enum fact fact = 0; fact < FACT_COUNT; fact++)
		fact_json(&json, fact, interview->answers[fact]);
	json_close(&json, ']');
	json_finish(&json);
}

static void health_print(const struct interview *interview)
{
	enum { FACT = 10, ANSWER = 12, TEXT = 2 + FACT + ANSWER };
	const struct current *current = &interview->current;
	bool done = current_setup_done(current);
	lines_wrap(stdout,
		   done ? _("The health questions, and your answers:")
			: _("The health questions are not answered yet. They are:"),
		   0, 0);
	for (enum fact fact = 0; fact < FACT_COUNT; fact++) {
		char answer[FACT_SIZE] = "";
		if (done || interview->answers[fact].holds)
			fact_say(interview->answers[fact], answer);
		fputs("  ", stdout);
		lines_pad(stdout, item_facts[fact], FACT);
		lines_pad(stdout, answer, ANSWER);
		lines_wrap(stdout, _(fact_questions[fact]), TEXT, TEXT);
	}
	putchar('\n');
	say_wrapped(_("The answers are kept on this machine alone, in the folder %s."),
		    current->layers.folder ? current->layers.folder : "limber.conf.d");
	lines_wrap(stdout, _("No to all: limber health --none    One: limber health kidney=yes"), 0,
		   0);
}

/* ---- storing the answers ---- */

/* How many items are for the user, by the new answers. */
static void outcome_print(const struct interview *interview)
{
	struct health health = *current_health(&interview->current);
	int hidden = 0, softer = 0;
	for (enum fact fact = 0; fact < FACT_COUNT; fact++) {
		health.facts[fact].holds = interview->answers[fact].holds;
		health.facts[fact].day = interview->answers[fact].day;
	}
	for (size_t i = 0; i < catalogue_count; i++) {
		const struct item_caution *notes[FACT_COUNT];
		int32_t today = interview->current.today;
		if (item_verdict(&catalogue_items[i], &health, today).ruling != RULING_FOR_YOU)
			hidden++;
		else if (item_notes(&catalogue_items[i], &health, today, notes) > 0)
			softer++;
	}
	size_t for_you = catalogue_count - (size_t)hidden;
	if (for_you == 0)
		puts(_("While that is so, no item is for you."));
	else if (softer == 0)
		printf(_("Of %zu items %zu are for you.\n"), catalogue_count, for_you);
	else
		printf(_("Of %zu items %zu are for you, %d of these in a safer form or with a "
			 "note.\n"),
		       catalogue_count, for_you, softer);
}

/* A no to a lost answer is an answer, although it is also the default. */
static void missing_add(struct settings *settings, const struct interview *interview)
{
	char key[32];
	for (enum fact fact = 0; fact < FACT_COUNT; fact++) {
		if (!(interview->said & interview->current.lost.facts & UINT32_C(1) << fact) ||
		    interview->answers[fact].holds)
			continue;
		snprintf(key, sizeof(key), "health.%s", item_facts[fact]);
		settings_add(settings, NULL, key, "false");
	}
}

static enum exit_code answers_write(struct interview *interview)
{
	struct settings settings = { .count = 0 };
	facts_add(&settings, &interview->current, interview->answers, interview->whole);
	missing_add(&settings, interview);
	if (settings.count == 0)
		return settings_same(interview->command);
	TRY_EXIT(settings_write(interview->command, &settings));
	outcome_print(interview);
	if (!interview->whole && !current_setup_done(&interview->current))
		puts(_("The other questions are not answered yet: limber health"));
	puts(_("Kept. Undo: limber undo"));
	return EXIT_FINE;
}

/* ---- the cautions ---- */

static void cautions_print(void)
{
	static const char *const cautions[] = {
		N_("A pull or an effort of 3 to 4 out of 10 is enough. Stop at sharp, pinching, "
		   "shooting or numbing pain."),
		N_("Limber is for comfort and mobility. It does not find, treat or prevent any "
		   "illness."),
		N_("Pain that is new, strong or stays; a leg that is numb, weak, swollen or cold; "
		   "fever with pain in hip, back or groin: have it looked at, and do not stretch "
		   "it away. All signs: limber warnings"),
		N_("Should an answer change: limber health"),
	};
	puts(_("Read this first:"));
	for (size_t i = 0; i < sizeof(cautions) / sizeof(cautions[0]); i++) {
		fputs("- ", stdout);
		lines_wrap(stdout, _(cautions[i]), 2, 2);
	}
}

static enum exit_code nothing_changed(struct command *command)
{
	return complain(command, EXIT_REFUSED, _("Nothing was changed."));
}

/* Ask for a confirmation, on a terminal. */
static enum exit_code sure_ask(struct command *command, const char *question, bool current)
{
	if (command_given(command, OPTION_YES))
		return EXIT_FINE;
	if (!ask_confirms(command))
		return complain_unconfirmed(
			command, EXIT_REFUSED,
			_("Nothing was changed. If all of it is so: limber health --none --yes"));
	return ask_yes(question, current) == ASK_YES ? EXIT_FINE : nothing_changed(command);
}

/* ---- asking ---- */

static const char *const to_come =
	N_("That day is to come: write when it was, today at the latest.");

/* Read the answer to the question for the day of a fact. False: it is none; reported if the day is
 * in the future. */
static bool day_take(enum fact fact, const char *line, int32_t today, struct fact_answer *answer)
{
	if (strcmp(line, "-") == 0)
		return true;
	if (!date_read(line, &answer->day))
		return false;
	if (!fact_to_come(fact, *answer, today))
		return true;
	printf("       %s\n", _(to_come));
	return false;
}

static bool day_ask(enum fact fact, const struct interview *interview, struct fact_answer *answer)
{
	char line[ASK_SIZE], current[DATE_SIZE] = "-";
	const char *question = fact_day_question(fact);
	if (!question || !answer->holds || answer->day != 0)
		return true;
	if (interview->answers[fact].day != 0)
		date_print(interview->answers[fact].day, current);
	else if (fact == FACT_ACUTE)
		date_print(interview->current.today, current);
	do {
		fputs("       ", stdout);
		if (!ask_line(_(question), current, line))
			return false;
	} while (!day_take(fact, line, interview->current.today, answer));
	return true;
}

static bool fact_ask(enum fact fact, struct interview *interview)
{
	enum { TEXT = 7 };
	char current[FACT_SIZE], line[ASK_SIZE];
	struct fact_answer *answer = &interview->answers[fact], said;
	fact_say(*answer, current);
	printf("%2d/%d  ", fact + 1, FACT_COUNT);
	lines_wrap(stdout, _(fact_questions[fact]), TEXT, TEXT);
	for (;;) {
		printf("%*s", TEXT, "");
		if (!ask_line(_("yes, no or ?"), current, line))
			return false;
		if (fact_read(fact, line, &said))
			break;
		if (strcmp(line, "?") == 0)
			fact_effects_print(stdout, fact, TEXT);
	}
	if (!day_ask(fact, interview, &said))
		return false;
	*answer = said;
	if (answer->holds && fact_sign(fact))
		sign_tell(stdout, fact_sign(fact), TEXT);
	return true;
}

static enum exit_code health_ask(struct interview *interview)
{
	puts(_("Twenty questions; ? shows what a yes would change. Enter keeps the answer\n"
	       "in [brackets], and nothing is written before the end.\n"));
	for (enum fact fact = 0; fact < FACT_COUNT; fact++)
		if (!fact_ask(fact, interview))
			return nothing_changed(interview->command);
	putchar('\n');
	cautions_print();
	interview->whole = true;
	if (ask_yes(_("Keep these answers?"), true) != ASK_YES)
		return nothing_changed(interview->command);
	return answers_write(interview);
}

/* Ask only if limberd can store the answers. */
static enum exit_code health_ask_checked(struct interview *interview)
{
	enum exit_code code = settings_ready(interview->command);
	return code == EXIT_FINE ? health_ask(interview) : code;
}

/* ---- answers on the command line ---- */

/* A strain without a day is dated today, so that it ends by itself. */
static void fact_date(struct interview *interview, enum fact fact)
{
	struct fact_answer *answer = &interview->answers[fact];
	if (fact == FACT_ACUTE && answer->holds && answer->day == 0)
		answer->day = interview->current.today;
}

static enum exit_code word_take(struct interview *interview, const char *word)
{
	struct assignment pair;
	if (!assignment_read(word, &pair))
		return complain(interview->command, EXIT_USAGE,
				_("\"%s\" is not an answer: write it as kidney=yes."), word);
	int fact = word_index(pair.key, item_facts);
	if (fact < 0)
		return complain(interview->command, EXIT_USAGE, _("\"%s\" is not a health fact%s"),
				pair.key, hint_words(pair.key, item_facts, FACT_COUNT).text);
	if (!fact_read((enum fact)fact, pair.value, &interview->answers[fact]))
		return complain(
			interview->command, EXIT_USAGE,
			fact_days((enum fact)fact)
				? _("\"%s\" is not an answer to %s: write yes, no or a date "
				    "such as 2026-11-22.")
				: _("\"%s\" is not an answer to %s: write yes or no."),
			pair.value, pair.key);
	if (fact_to_come((enum fact)fact, interview->answers[fact], interview->current.today))
		return complain(interview->command, EXIT_USAGE, "%s: %s", word, _(to_come));
	fact_date(interview, (enum fact)fact);
	interview->said |= UINT32_C(1) << fact;
	if (fact_is_over((enum fact)fact, interview->answers[fact], interview->current.today))
		printf(_("%s: that is over by now, so nothing is hidden for it.\n"), pair.key);
	else
		fact_print(stdout, (enum fact)fact, interview->answers[fact]);
	return EXIT_FINE;
}

static enum exit_code health_given(struct interview *interview)
{
	struct command *command = interview->command;
	bool none = command_given(command, OPTION_NONE) != NULL;
	enum exit_code code = EXIT_FINE;
	for (enum fact fact = 0; none && fact < FACT_COUNT; fact++)
		interview->answers[fact] = (struct fact_answer){ 0 };
	for (int i = 0; i < command->count && code == EXIT_FINE; i++)
		code = word_take(interview, command->words[i]);
	if (code != EXIT_FINE)
		return code;
	interview->whole = none;
	if (none) {
		cautions_print();
		code = sure_ask(command,
				command->count ? _("Is the answer to all others no?")
					       : _("Is the answer no to all of them?"),
				false);
	}
	return code == EXIT_FINE ? answers_write(interview) : code;
}

enum exit_code report_health(struct command *command)
{
	BUS_CLEANUP(interview_finish) struct interview interview;
	bool none = command_given(command, OPTION_NONE) != NULL;
	interview_init(&interview, command);
	if (!none && command_given(command, OPTION_YES))
		return complain(command, EXIT_USAGE, _("--yes goes with --none."));
	if (none || command->count > 0) {
		say_aside(command);
		return health_given(&interview);
	}
	if (command->json) {
		health_json(&interview);
		return EXIT_FINE;
	}
	if (ask_possible() && !current_setup_done(&interview.current))
		return health_ask_checked(&interview);
	health_print(&interview);
	if (!ask_possible() || ask_yes(_("Answer them again?"), false) != ASK_YES)
		return EXIT_FINE;
	return health_ask_checked(&interview);
}
