/* A row for each question, in the order in which they are asked; the ready plans are the first. */
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

/* A ready plan keeps the kinds that a clinician has to examine, and a fresh strain. */
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

/* The plans, each with its key. */
void setup_plans_print(void)
{
	for (int i = 0; i < READY; i++) {
		char key[] = { (char)('1' + i), '\0' };
		lines_row(stdout, key, 3, _(ready[i].text));
	}
}

static void plan_help(int number)
{
	for (int i = 0; i < READY; i++) {
		char key[] = { (char)('1' + i), '\0' };
		lines_row(stdout, key, 3, _(ready[i].help));
	}
}

static void plan_present(const struct setup *setup, int number, char out[CURRENT_SIZE])
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

/* Discard the answers of an earlier plan that this one does not ask. */
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

static void water_present(const struct setup *setup, int number, char out[CURRENT_SIZE])
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
		OPTION_COUNT, IN_ALL, number, setup_signs_apply, NULL, NULL, setup_signs_present,  \
			setup_signs_take, setup_signs_text, setup_signs_help                       \
	}

const struct setup_question setup_questions[SETUP_QUESTIONS] = {
	{ OPTION_PLAN, IN_ALL, 0, plan_applies,
	  N_("Which? 1 to 4; everywhere, ? explains and back goes back:"), NULL, plan_present,
	  plan_take, NULL, plan_help },
	{ OPTION_WHERE, IN(PLAN_QUESTIONS), 1, NULL,
	  N_("Where is it tight, or does it cramp? hip, thigh, calf, foot, back (or down the "
	     "leg), numb, walking (rest stops it), or nothing:"),
	  NULL, setup_words_present, setup_words_take, NULL, setup_words_help },
	{ OPTION_WHEN, IN(PLAN_QUESTIONS), 2, NULL,
	  N_("When? sitting, night, sport, strain, months, sweat, heat, or nothing:"), NULL,
	  setup_words_present, setup_words_take, NULL, setup_words_help },
	{ OPTION_HOURS, IN_ALL, 3, NULL, N_("When do you sit? 9-5, Mon-Fri 9-17, 22-6:"),
	  N_("Desk cards come in these hours only, and only after you sat. Several, with "
	     "commas between: weekdays 9-12, 1pm-5pm, Sat 10-12. Nothing: at any time, but "
	     "for quiet."),
	  setup_hours_present, setup_hours_take, NULL, NULL },
	{ OPTION_BEDTIME, IN(PLAN_QUESTIONS) | IN(PLAN_NIGHT), 4, setup_bedtime_applies,
	  N_("When may the card before bed come? 9:30pm, or no:"),
	  N_("One card with a stretch, on some evenings with relaxation, in the hour before "
	     "you sleep. Quiet begins later, where it would cover the card. No: no evening "
	     "card."),
	  setup_bedtime_present, setup_bedtime_take, NULL, NULL },
	{ OPTION_HEALTH, IN_ALL, 5, NULL, NULL, NULL, setup_facts_present, setup_facts_take,
	  setup_facts_text, setup_facts_help },
	{ OPTION_WATER, IN(PLAN_QUESTIONS), 6, water_applies,
	  N_("Remind you to drink, on the same card? yes or no:"),
	  N_("Every 90 min of sitting the desk card has one line more: a glass of water."),
	  water_present, water_take, NULL, NULL },
	SIGNS(1),
	SIGNS(2),
	SIGNS(3),
	SIGNS(4),
};
