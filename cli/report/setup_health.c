/* Question 5, about health: words for the facts that hold, and the effects of each. */
#include <string.h>

#include "cli/report/ask.h"
#include "cli/report/setup.h"
#include "cli/shared/lines.h"
#include "cli/shared/say.h"
#include "config/values.h"
#include "core/base/translate.h"

/* The meaning of each word in short; the full questions are in facts.c. */
static const char *const briefs[FACT_COUNT] = {
	[FACT_PREGNANT] = N_("or a birth in the last 12 weeks"),
	[FACT_OP] = N_("surgery on hip, back, belly or groin in 12 weeks, or limits since"),
	[FACT_HIPREP] = N_("a hip replacement, ever"),
	[FACT_ACUTE] = N_("strained or injured in the last 72 hours"),
	[FACT_FRACTURE] = N_("a bone may be broken"),
	[FACT_FEVER] = N_("or an infection"),
	[FACT_KIDNEY] = N_("disease"),
	[FACT_FLUID] = N_("heart failure, or told to drink less"),
	[FACT_THIN] = N_("blood thinners, daily aspirin or ibuprofen, a bleeding problem"),
	[FACT_ARTERY] = N_("poor circulation in the legs, or pain on walking that rest stops"),
	[FACT_CLOT] = N_("in a leg, in the last 3 months"),
	[FACT_NUMB] = N_("numb skin, nerve damage in the legs"),
	[FACT_BONE] = N_("osteoporosis, long on steroids, cancer in bone"),
	[FACT_BP] = N_("blood pressure out of control, heart or lung disease, fainting"),
	[FACT_HERNIA] = N_("of belly or groin"),
	[FACT_SKIN] = N_("broken, infected or allergic"),
	[FACT_LIVER] = N_("or gall bladder disease"),
	[FACT_MEDS] = N_("water, blood pressure or diabetes tablets, warfarin"),
	[FACT_FALL] = N_("unsteady, or fell in the last year"),
	[FACT_TRAUMA] = N_("sitting still with closed eyes upsets you"),
};

void setup_facts_text(int number, char out[SETUP_TEXT])
{
	snprintf(out, SETUP_TEXT, "%s", _("Which of these are true for you?"));
	for (enum fact fact = 0; fact < FACT_COUNT; fact++)
		say_append(out, SETUP_TEXT, "%s %s (%s)", fact > 0 ? "," : "", item_facts[fact],
			   _(briefs[fact]));
	say_append(out, SETUP_TEXT, ". %s",
		   _("Items are then left out or made gentler. Type the words, or none:"));
}

void setup_facts_help(int number)
{
	for (enum fact fact = 0; fact < FACT_COUNT; fact++)
		lines_row(stdout, item_facts[fact], SETUP_WIDTH, _(fact_questions[fact]));
	puts(_("What a yes to one does: ? kidney"));
}

/* "none" is offered only after the question was answered once. */
void setup_facts_present(const struct setup *setup, int number, char out[CURRENT_SIZE])
{
	bool answered = setup->facts_said || current_setup_done(&setup->current);
	out[0] = '\0';
	for (enum fact fact = 0; fact < FACT_COUNT; fact++)
		if (setup->facts[fact].holds)
			say_list(out, CURRENT_SIZE, item_facts[fact]);
	if (!out[0] && answered)
		snprintf(out, CURRENT_SIZE, "%s", _("none"));
}

/* A fact that holds already keeps its day; a new strain is dated today. */
static struct fact_answer fact_of(const struct setup *setup, enum fact fact)
{
	struct fact_answer answer = setup->facts[fact];
	if (!answer.holds)
		answer.day = fact == FACT_ACUTE ? setup->current.today : 0;
	answer.holds = true;
	return answer;
}

/* The fact of a word; -1, and `why`: there is none. */
static int fact_find(const char *word, char why[SETUP_WHY])
{
	int fact = word_index(word, item_facts);
	if (fact < 0 && setup_is_none(word))
		snprintf(why, SETUP_WHY, "%s", _("\"none\" stands alone: nothing holds."));
	else if (fact < 0)
		snprintf(why, SETUP_WHY, _("\"%s\" is not a health fact%s"), word,
			 hint_words(word, item_facts, FACT_COUNT).text);
	return fact;
}

/* Print the effects of a yes to each of the words. */
static void effects_print(const char *text, char why[SETUP_WHY])
{
	char word[SETUP_WORD];
	for (setup_word(&text, word); word[0]; setup_word(&text, word)) {
		int fact = fact_find(word, why);
		if (fact < 0)
			return;
		fact_print(stdout, (enum fact)fact, (struct fact_answer){ true, 0 });
	}
}

void setup_facts_strain(const struct setup *setup, struct fact_answer facts[FACT_COUNT])
{
	if (setup->strained && !facts[FACT_ACUTE].holds)
		facts[FACT_ACUTE] = fact_of(setup, FACT_ACUTE);
}

bool setup_facts_take(struct setup *setup, int number, const char *text, char why[SETUP_WHY])
{
	struct fact_answer facts[FACT_COUNT] = { 0 };
	char word[SETUP_WORD];
	if (text[0] == '?') {
		effects_print(text + 1, why);
		return false;
	}
	if (!text[0]) {
		snprintf(why, SETUP_WHY, "%s", _("Type the words that hold, or none."));
		return false;
	}
	bool none = setup_is_none(text);
	for (setup_word(&text, word); word[0] && !none; setup_word(&text, word)) {
		int fact = fact_find(word, why);
		if (fact < 0)
			return false;
		facts[fact] = fact_of(setup, (enum fact)fact);
	}
	setup_facts_strain(setup, facts);
	memcpy(setup->facts, facts, sizeof(facts));
	setup->facts_said = true;
	for (enum fact fact = 0; fact < FACT_COUNT; fact++)
		if (facts[fact].holds)
			fact_print(stdout, fact, facts[fact]);
	return true;
}
