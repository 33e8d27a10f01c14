/* One row a question, in the order in which they are asked; the ready plans come first. */
#include <string.h>
#include <strings.h>

#include "cli/report/ask.h"
#include "cli/report/cramps.h"
#include "cli/report/setup.h"
#include "cli/shared/lines.h"
#include "cli/shared/say.h"
#include "config/values.h"
#include "core/base/translate.h"

#define BIT(index) (UINT32_C(1) << (index))
#define IN(plan) ((uint8_t)(1 << (plan)))
#define IN_ALL ((uint8_t)((1 << PLAN_COUNT) - 1))

/* ---- the ready plans ---- */

/* A ready plan does not end what a clinician has to look at, or a fresh strain. */
#define KINDS_KEPT                                                                                 \
	(BIT(CRAMP_REFERRED) | BIT(CRAMP_NEUROLOGICAL) | BIT(CRAMP_ISCHEMIC) | BIT(CRAMP_ACUTE))

/* In the order of their keys, 1 to 4. */
static const struct ready {
	const char *word;
	enum setup_plan plan;
	uint32_t kinds;
	const char *text, *help; /* marked for gettext */
} ready[] = {
	{ "sit", PLAN_SIT, BIT(CRAMP_POSTURAL),
	  N_("Sit less: get up, stretch and drink; a stretch in the evening"),
	  N_("A card after 50 min of sitting: a walk, a stretch, or standing up; a line about "
	     "water "
	     "and how you sit; a stretch before bed; a check-up once a month.") },
	{ "night", PLAN_NIGHT, BIT(CRAMP_NOCTURNAL),
	  N_("Night cramps: a stretch before bed, walks and stretches by day"),
	  N_("In the evening a stretch or relaxation, and how to lie; by day walks, stretches, "
	     "pauses and water; once a month a look at medicines.") },
	{ "water", PLAN_WATER, BIT(CRAMP_POSTURAL), N_("Only water and standing up"),
	  N_("A card after 50 min of sitting, to walk or to stand up, with a line about a glass of "
	     "water. Nothing else.") },
	{ "questions", PLAN_QUESTIONS, 0, N_("Or: six questions, for a plan of your own"),
	  N_("Where and when it is tight or cramps, your hours and evening, health, water.") },
};

enum { READY = sizeof(ready) / sizeof(ready[0]) };

/* An answer about where or when it cramps, given as an option, selects the questions. */
static bool plan_applies(const struct setup *setup)
{
	return !command_given(setup->command, OPTION_WHERE) &&
	       !command_given(setup->command, OPTION_WHEN);
}

static void plan_text(const struct setup *setup, int number, char out[SETUP_TEXT])
{
	snprintf(out, SETUP_TEXT, "%s",
		 _("Which? 1 to 4; everywhere, ? explains and back goes back:"));
}

/* The plans, each with its key. */
void setup_plans_print(void)
{
	for (int i = 0; i < READY; i++) {
		printf("  %d  ", i + 1);
		lines_wrap(stdout, _(ready[i].text), 5, 5);
	}
}

static void plan_help(const struct setup *setup, int number)
{
	for (int i = 0; i < READY; i++) {
		printf("  %d  ", i + 1);
		lines_wrap(stdout, _(ready[i].help), 5, 5);
	}
}

static void plan_present(const struct setup *setup, char out[CURRENT_SIZE])
{
	int key = current_setup_done(&setup->current) ? READY : 1;
	enum setup_plan now = !setup->plan_said && setup_is_water(setup) ? PLAN_WATER : setup->plan;
	for (int i = 0; i < READY - 1; i++)
		if (ready[i].plan == now)
			key = i + 1;
	snprintf(out, CURRENT_SIZE, "%d", key);
}

static const struct ready *ready_find(const char *text)
{
	for (int i = 0; i < READY; i++)
		if ((text[0] == '1' + i && !text[1]) || strcasecmp(text, ready[i].word) == 0)
			return &ready[i];
	return setup_is_none(text) ? &ready[READY - 1] : NULL;
}

static void plan_unknown(const char *text, char why[SETUP_WHY])
{
	const char *words[READY];
	for (int i = 0; i < READY; i++)
		words[i] = ready[i].word;
	snprintf(why, SETUP_WHY, _("\"%s\" is none of the plans%s"), text,
		 hint_words(text, words, READY).text);
}

bool setup_options_agree(const struct setup *setup, char why[SETUP_WHY])
{
	const char *text = command_given(setup->command, OPTION_PLAN);
	const char *evening = command_given(setup->command, OPTION_BEDTIME);
	const struct ready *plan = text ? ready_find(text) : NULL;
	why[0] = '\0';
	if (text && !plan)
		plan_unknown(text, why);
	else if (plan && plan->plan != PLAN_QUESTIONS && !plan_applies(setup))
		snprintf(why, SETUP_WHY,
			 _("--plan %s does not go with --where or --when: it says where and when. "
			   "Leave out one of them."),
			 plan->word);
	else if (plan && plan->plan == PLAN_WATER && evening && !setup_is_none(evening))
		snprintf(why, SETUP_WHY, "%s",
			 _("--plan water does not go with --bedtime: it has no card before bed."));
	return !why[0];
}

/* What an earlier plan was answered, and this one does not ask. */
static void answers_clear(struct setup *setup)
{
	if (setup->plan != PLAN_QUESTIONS && !command_given(setup->command, OPTION_WATER))
		setup->water_said = false;
	if (setup->plan != PLAN_QUESTIONS && setup->plan != PLAN_NIGHT &&
	    !command_given(setup->command, OPTION_BEDTIME)) {
		setup->bedtime[0] = '\0';
		setup->evening.count = 0;
	}
}

static bool plan_take(struct setup *setup, int number, const char *text, char why[SETUP_WHY])
{
	const struct ready *plan = ready_find(text);
	if (!plan) {
		plan_unknown(text, why);
		return false;
	}
	uint32_t before = current_health(&setup->current)->kinds;
	setup->plan = plan->plan;
	setup->kinds = plan->kinds ? plan->kinds | (before & KINDS_KEPT) : before;
	setup->strained = false;
	setup->plan_said = true;
	answers_clear(setup);
	return true;
}

/* ---- water ---- */

static const char water[] = "water";

static bool water_applies(const struct setup *setup)
{
	return setup_reminder(setup, water) && !setup->facts[FACT_KIDNEY].holds &&
	       !setup->facts[FACT_FLUID].holds;
}

static void water_text(const struct setup *setup, int number, char out[SETUP_TEXT])
{
	snprintf(out, SETUP_TEXT, "%s", _("Remind you to drink, on the same card? yes or no:"));
}

static void water_help(const struct setup *setup, int number)
{
	lines_wrap(stdout,
		   _("Every 90 min of sitting the desk card has one line more: a glass of water."),
		   0, 0);
}

static void water_present(const struct setup *setup, char out[CURRENT_SIZE])
{
	bool is = setup->water_said ? setup->water : setup_reminder(setup, water)->enabled;
	snprintf(out, CURRENT_SIZE, "%s", is ? _("yes") : _("no"));
}

static bool water_take(struct setup *setup, int number, const char *text, char why[SETUP_WHY])
{
	setup->water_said = ask_read(text, &setup->water);
	if (!setup->water_said)
		snprintf(why, SETUP_WHY, "%s", _("Type yes or no."));
	return setup->water_said;
}

#define SIGNS(number)                                                                              \
	{                                                                                          \
		OPTION_COUNT, IN_ALL, number, setup_signs_apply, setup_signs_text,                 \
			setup_signs_help, setup_signs_present, setup_signs_take                    \
	}

const struct setup_question setup_questions[SETUP_QUESTIONS] = {
	{ OPTION_PLAN, IN_ALL, 0, plan_applies, plan_text, plan_help, plan_present, plan_take },
	{ OPTION_WHERE, IN(PLAN_QUESTIONS), 1, NULL, setup_where_text, setup_where_help,
	  setup_where_present, setup_where_take },
	{ OPTION_WHEN, IN(PLAN_QUESTIONS), 2, NULL, setup_when_text, setup_when_help,
	  setup_when_present, setup_when_take },
	{ OPTION_HOURS, IN_ALL, 3, NULL, setup_hours_text, setup_hours_help, setup_hours_present,
	  setup_hours_take },
	{ OPTION_BEDTIME, IN(PLAN_QUESTIONS) | IN(PLAN_NIGHT), 4, setup_bedtime_applies,
	  setup_bedtime_text, setup_bedtime_help, setup_bedtime_present, setup_bedtime_take },
	{ OPTION_HEALTH, IN_ALL, 5, NULL, setup_facts_text, setup_facts_help, setup_facts_present,
	  setup_facts_take },
	{ OPTION_WATER, IN(PLAN_QUESTIONS), 6, water_applies, water_text, water_help, water_present,
	  water_take },
	SIGNS(1),
	SIGNS(2),
	SIGNS(3),
	SIGNS(4),
};
