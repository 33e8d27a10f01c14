/* The text of a caution, or the name of its fact if its file has none. */
#include "core/words/health_text.h"

static const char *const facts[FACT_COUNT] = {
	[FACT_PREGNANT] = N_("pregnancy or a birth"),
	[FACT_OP] = N_("an operation"),
	[FACT_HIPREP] = N_("a hip replacement"),
	[FACT_ACUTE] = N_("a fresh strain or injury"),
	[FACT_FRACTURE] = N_("a bone that could be broken"),
	[FACT_FEVER] = N_("a fever or infection"),
	[FACT_KIDNEY] = N_("kidney disease"),
	[FACT_FLUID] = N_("heart failure or a limit on drinking"),
	[FACT_THIN] = N_("blood thinning or bleeding"),
	[FACT_ARTERY] = N_("poor leg circulation"),
	[FACT_CLOT] = N_("a blood clot in a leg"),
	[FACT_NUMB] = N_("numb skin or nerve damage"),
	[FACT_BONE] = N_("weak bones"),
	[FACT_BP] = N_("blood pressure, heart, lungs or fainting"),
	[FACT_HERNIA] = N_("a hernia"),
	[FACT_SKIN] = N_("broken or sore skin"),
	[FACT_LIVER] = N_("liver or gall-bladder disease"),
	[FACT_MEDS] = N_("the tablets you take"),
	[FACT_FALL] = N_("unsteady feet or a fall"),
	[FACT_TRAUMA] = N_("feeling uneasy with closed eyes"),
};

static const char *const rulings[RULING_COUNT] = {
	[RULING_FOR_YOU] = "",
	[RULING_STOP] = N_("because of {fact}"),
	[RULING_WARNING] = N_("because of a warning sign (limber warnings)"),
	[RULING_NOT_FOR] = N_("not with {cramp} cramps"),
	[RULING_CHECK] = N_("with {cramp} cramps not before a clinician has checked them"),
	[RULING_ASK] = N_("not before a clinician agrees, because of {fact}"),
};

const char *fact_name(enum fact fact)
{
	return fact < FACT_COUNT ? facts[fact] : "";
}

void ruling_say(const struct verdict *verdict, words_translate *translate, char out[SENTENCE_SIZE])
{
	words_fill(out, SENTENCE_SIZE, tr(translate, rulings[verdict->ruling]), "fact",
		   tr(translate, fact_name(verdict->fact)), "cramp",
		   tr(translate, item_cramp_kinds[verdict->cramp]), NULL);
}

static const char *caution_pattern(const struct item_caution *caution)
{
	if (caution->rule == RULE_SWAP)
		return N_("Safer for you: {text}");
	return caution->text[0] != '\0' ? N_("Take care: {text}") : N_("Take care: {fact}.");
}

void caution_say(const struct item_caution *caution, words_translate *translate,
		 char out[SENTENCE_SIZE])
{
	words_fill(out, SENTENCE_SIZE, tr(translate, caution_pattern(caution)), "text",
		   tr(translate, caution->text), "fact", tr(translate, fact_name(caution->fact)),
		   NULL);
}

const char *const stop_text = N_("Stop if it hurts sharply or goes numb.");

void note_say(const struct item *item, words_translate *translate, char out[NOTE_SIZE])
{
	const char *stop = item_has_stop(item) ? tr(translate, stop_text) : "";
	const char *between = item->note[0] != '\0' && stop[0] != '\0' ? " " : "";
	words_fill(out, NOTE_SIZE, "{note}{between}{stop}", "note", tr(translate, item->note),
		   "between", between, "stop", stop, NULL);
}
