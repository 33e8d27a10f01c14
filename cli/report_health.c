/*
 * limber health: the questions behind the health facts. That they are answered ends the first
 * days, in which only walks, changes of position and pauses are dealt; so it is booked after the
 * cautions were shown, and never by the way.
 */
#include <string.h>
#include <unistd.h>

#include "cli/bus.h"
#include "cli/lines.h"
#include "cli/report.h"
#include "config/catalogue.h"
#include "config/config.h"
#include "core/translate.h"

static const struct question {
	const char *fact, *text;
} questions[] = {
	{ "pregnant", N_("Are you pregnant, or did you give birth in the last 12 weeks?") },
	{ "op", N_("Surgery on hip, back, belly or groin in the last 12 weeks, or limits from a "
		   "surgeon?") },
	{ "hiprep", N_("A hip replacement, at any time?") },
	{ "acute", N_("A strain or an injury in the last 72 hours?") },
	{ "fracture", N_("Could a bone be broken?") },
	{ "fever", N_("A fever or an infection now?") },
	{ "kidney", N_("Kidney disease?") },
	{ "fluid", N_("Heart failure, or a doctor's limit on drinking?") },
	{ "thin", N_("Blood thinners, daily aspirin or anti-inflammatories, or a bleeding "
		     "problem?") },
	{ "artery", N_("Poor circulation in the legs, or leg pain on walking that rest stops?") },
	{ "clot", N_("A blood clot in a leg, now or in the last 3 months?") },
	{ "numb", N_("Numb skin, or nerve damage in the legs?") },
	{ "bone", N_("Osteoporosis, steroids for long, or cancer in bone?") },
	{ "bp", N_("High blood pressure not under control, heart or lung disease, fainting?") },
	{ "hernia", N_("A hernia of belly or groin?") },
	{ "skin", N_("Broken, infected or allergic skin where an item touches it?") },
	{ "liver", N_("Liver or gall-bladder disease?") },
	{ "meds", N_("Water tablets, blood pressure tablets (ACE inhibitors or sartans), diabetes "
		     "tablets, or warfarin?") },
	{ "fall", N_("Unsteady on your feet, or a fall in the last year?") },
	{ "trauma", N_("Does sitting quietly with closed eyes upset you?") },
};

static const size_t questions_count = sizeof(questions) / sizeof(questions[0]);

/* What the files say; the configuration is NULL where they cannot be read. */
struct answers {
	struct config_layers layers;
	struct config *config;
};

static void answers_init(struct answers *answers)
{
	struct config_errors errors = { 0 };
	*answers = (struct answers){ 0 };
	if (config_layers_init(&answers->layers) == 0)
		config_load_start(&answers->layers, &answers->config, &errors);
	config_errors_finish(&errors);
}

static void answers_finish(struct answers *answers)
{
	config_free(answers->config);
	config_layers_finish(&answers->layers);
}

static bool answers_done(const struct answers *answers)
{
	return answers->config && config_plan(answers->config)->setup_done;
}

static void health_json(const struct answers *answers)
{
	struct json json = json_begin(stdout);
	json_open(&json, NULL, '{');
	json_bool(&json, "setup_done", answers_done(answers));
	json_open(&json, "facts", '[');
	for (size_t i = 0; i < questions_count; i++) {
		json_open(&json, NULL, '{');
		json_text(&json, "fact", questions[i].fact);
		json_text(&json, "question", questions[i].text);
		json_close(&json, '}');
	}
	json_close(&json, ']');
	json_close(&json, '}');
	json_end(&json);
}

static void health_print(const struct answers *answers)
{
	enum { FACT = 10, TEXT = 2 + FACT };
	puts(answers_done(answers) ? _("The health questions are answered. They were:")
				   : _("The health questions are not answered yet. They are:"));
	for (size_t i = 0; i < questions_count; i++) {
		fputs("  ", stdout);
		lines_pad(stdout, questions[i].fact, FACT);
		lines_wrap(stdout, _(questions[i].text), TEXT, TEXT);
	}
	printf(_("\nThat they are answered is kept as setup_done, on this machine alone, in\n"
		 "%s and the folder limber.conf.d beside it.\n"),
	       answers->layers.user ? answers->layers.user : "limber.conf");
	puts(_("No to all: limber health --none\n"
	       "A yes cannot be followed yet: read the cautions of each item (limber catalogue\n"
	       "ITEM), take out of `items` what is not for you, then: limber set setup_done=true"));
}

static void cautions_print(void)
{
	static const char *const cautions[] = {
		N_("A pull or an effort of 3 to 4 out of 10 is enough. Stop at sharp, pinching, "
		   "shooting or numbing pain."),
		N_("Limber is for comfort and mobility. It does not find, treat or prevent any "
		   "illness."),
		N_("Pain that is new, strong or stays; a leg that is numb, weak, swollen or cold; "
		   "fever with pain in hip, back or groin: have it looked at, and do not stretch "
		   "it away."),
		N_("Should an answer become yes: limber health says what to do."),
	};
	lines_wrap(stdout,
		   _("\"None\" says no to every question of limber health. From then on all items "
		     "of your reminders are dealt, stretches too. Read this first:"),
		   0, 0);
	for (size_t i = 0; i < sizeof(cautions) / sizeof(cautions[0]); i++) {
		fputs("- ", stdout);
		lines_wrap(stdout, _(cautions[i]), 2, 2);
	}
}

/* Asked once, on a terminal. */
static enum exit_code none_ask(struct command *command)
{
	char answer[16] = "";
	if (command_given(command, OPTION_YES))
		return EXIT_FINE;
	if (!isatty(STDIN_FILENO))
		return complain(command, EXIT_REFUSED,
				_("There is no terminal to ask on. If all of it is so: limber "
				  "health --none --yes"));
	fputs(_("Is the answer no to all of them? [y/N] "), stdout);
	fflush(stdout);
	if (!fgets(answer, sizeof(answer), stdin) || (answer[0] != 'y' && answer[0] != 'Y'))
		return complain(command, EXIT_REFUSED, _("Nothing was changed."));
	return EXIT_FINE;
}

static enum exit_code health_none(struct command *command)
{
	BUS_MESSAGE *reply = NULL;
	cautions_print();
	enum exit_code code = none_ask(command);
	if (code == EXIT_FINE)
		code = bus_call(command, "Set", &reply, "a{ss}b", 1, "setup_done", "true", 0);
	if (code == EXIT_FINE)
		puts(_("Booked: no to all. Undo: limber undo"));
	return code;
}

enum exit_code report_health(struct command *command)
{
	BUS_CLEANUP(answers_finish) struct answers answers;
	answers_init(&answers);
	if (!command_given(command, OPTION_NONE) && command_given(command, OPTION_YES))
		return complain(command, EXIT_USAGE, _("--yes goes with --none."));
	if (command_given(command, OPTION_NONE) && command->json)
		return complain(command, EXIT_USAGE, _("--none asks people; it has no --json."));
	if (command_given(command, OPTION_NONE))
		return health_none(command);
	if (command->json)
		health_json(&answers);
	else
		health_print(&answers);
	return EXIT_FINE;
}
