/*
 * The warning signs in four short screens: the emergencies, then the signs to be seen within a day.
 * Signs for an appointment hold nothing back, so they are not asked. The full signs are in signs.c;
 * a test compares them with the ids here.
 */
#include "cli/report/setup_signs.h"

#include <string.h>

#include "cli/report/ask.h"
#include "cli/report/setup.h"
#include "cli/shared/lines.h"
#include "cli/shared/say.h"
#include "core/base/translate.h"

const struct brief_sign brief_signs[] = {
	{ 1, "E1",
	  N_("numb between the legs, new trouble with bladder, bowel or sex, or both legs "
	     "weak") },
	{ 1, "E3", N_("a leg suddenly cold, pale, numb and hard to move") },
	{ 1, "E5",
	  N_("on blood thinners: pain in groin or back, and a weak or numb thigh or a hip "
	     "that stays bent") },
	{ 1, "R09",
	  N_("after a fall or blow: you can't stand on it, or the leg looks shorter or "
	     "turned") },
	{ 1, "R05 E2", N_("a swollen or hot leg, and short of breath or pain in the chest") },
	{ 2, "E4",
	  N_("sudden severe pain in belly or back, faint, clammy, a beating lump in the "
	     "belly") },
	{ 2, "E7",
	  N_("pregnant or a period missed: bleeding, strong pain low on one side or at the "
	     "tip of the shoulder, waters breaking, regular tightenings") },
	{ 2, "E9",
	  N_("pain low on the right of the belly with fever or sickness; a hard lump in the groin "
	     "that stays; sudden pain in a testicle; pain in the side with blood in the urine") },
	{ 2, "E8",
	  N_("after effort or heat: very sore, weak muscles and urine like cola, or "
	     "confused") },
	{ 2, "E10", N_("a dirty wound, then cramps or a stiff jaw") },
	{ 2, "R10", N_("black stools, vomited blood, far too many pills") },
	{ 3, "R02", N_("sudden, strong pain that rest does not ease") },
	{ 3, "R03", N_("you can't lift the leg or take your weight") },
	{ 3, "R04", N_("new numbness or a weak leg") },
	{ 3, "E11", N_("groin pain with each step, worse day by day") },
	{ 3, "R07", N_("a cramp that does not let go after 10 minutes") },
	{ 4, "R05 E2", N_("hip, groin or one leg hot, red or swollen") },
	{ 4, "R06 E6",
	  N_("fever with pain in hip, back, side or groin, or a limp; new pain there "
	     "and cancer, now or before") },
	{ 4, "R08", N_("new or worse pain after surgery") },
};

const size_t brief_signs_count = sizeof(brief_signs) / sizeof(brief_signs[0]);

enum { SCREENS_OF_EMERGENCIES = 2 };

enum urgency brief_urgency(int screen)
{
	return screen <= SCREENS_OF_EMERGENCIES ? URGENCY_EMERGENCY : URGENCY_DAY;
}

bool setup_signs_apply(const struct setup *setup)
{
	return current_health(&setup->current)->warning == 0;
}

void setup_signs_text(int number, char out[SETUP_TEXT])
{
	const char *between = " ";
	snprintf(out, SETUP_TEXT,
		 brief_urgency(number) == URGENCY_EMERGENCY
			 ? _("Warning signs %d of %d, emergencies:")
			 : _("Warning signs %d of %d, to be seen within a day:"),
		 number, SETUP_SIGNS);
	for (size_t i = 0; i < brief_signs_count; i++) {
		if (brief_signs[i].screen != number)
			continue;
		say_append(out, SETUP_TEXT, "%s%s", between, _(brief_signs[i].text));
		between = "; ";
	}
	say_append(out, SETUP_TEXT, ". %s", _("Does one fit now?"));
}

/* Whether a line of a screen stands for a sign. */
static bool is_on(const struct sign *sign, const struct brief_sign *brief)
{
	char ids[32], id[16];
	snprintf(ids, sizeof(ids), " %s ", brief->ids);
	snprintf(id, sizeof(id), " %s ", sign->id);
	return strstr(ids, id) != NULL;
}

/* Print the full text of each sign of a screen. */
void setup_signs_help(int screen)
{
	for (size_t i = 0; i < signs_count; i++)
		for (size_t k = 0; k < brief_signs_count; k++)
			if (brief_signs[k].screen == screen && is_on(&signs[i], &brief_signs[k]))
				sign_tell(stdout, &signs[i], 2);
}

void setup_signs_present(const struct setup *setup, int number, char out[CURRENT_SIZE])
{
	snprintf(out, CURRENT_SIZE, "%s", _("no"));
}

bool setup_signs_take(struct setup *setup, int number, const char *text, char why[SETUP_WHY])
{
	bool fits;
	if (!ask_read(text, &fits)) {
		snprintf(why, SETUP_WHY, "%s", _("Type yes or no."));
		return false;
	}
	setup->fits = fits ? number : 0;
	return true;
}

void setup_signs_print(const struct setup *setup)
{
	const struct style *style = style_of(stdout);
	char number[CURRENT_SIZE], what[URGENCY_SIZE];
	enum urgency urgency = brief_urgency(setup->fits);
	current_value(&setup->current, NULL, "emergency_number", number);
	urgency_say(urgency, number, what);
	printf("%s%s.%s\n", urgency == URGENCY_EMERGENCY ? style->alarm : style->bold, what,
	       style->plain);
	lines_wrap(stdout,
		   _("Do that first. Do not try to stretch, rub or exercise the pain away."), 0, 0);
	if (urgency != URGENCY_EMERGENCY)
		setup_signs_help(setup->fits);
}
