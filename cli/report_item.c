/* One item, whole: its steps, for whom it is, and what is known of it. */
#include <string.h>

#include "cli/lines.h"
#include "cli/report.h"
#include "cli/screen.h"
#include "config/catalogue.h"
#include "core/text.h"
#include "core/translate.h"

/* What a shown word may have at its end. */
static const struct mark {
	char mark;
	const char *says;
} marks[] = {
	{ '*', N_(" (once a clinician has checked it)") },
	{ '~', N_(" (claimed, not supported)") },
};

/* For whom a caution is, as limber-catalogue(5) has it. */
static const struct fact {
	const char *fact, *says;
} facts[] = {
	{ "pregnant", N_("pregnant, or gave birth in the last 12 weeks") },
	{ "op", N_("surgery on hip, back, belly or groin in the last 12 weeks, or limits from a "
		   "surgeon") },
	{ "hiprep", N_("a hip replacement, at any time") },
	{ "acute", N_("a strain or injury in the last 72 hours") },
	{ "fracture", N_("a bone could be broken") },
	{ "fever", N_("fever or an infection now") },
	{ "kidney", N_("kidney disease") },
	{ "fluid", N_("heart failure, or a doctor's limit on drinking") },
	{ "thin", N_("blood thinners, daily aspirin or anti-inflammatories, or a bleeding "
		     "problem") },
	{ "artery", N_("poor leg circulation, or leg pain on walking that rest stops") },
	{ "clot", N_("a blood clot in a leg, now or in the last 3 months") },
	{ "numb", N_("numb skin, or nerve damage in the legs (diabetes)") },
	{ "bone", N_("osteoporosis, long-term steroids, or cancer in bone") },
	{ "bp", N_("high blood pressure not under control, heart or lung disease, fainting") },
	{ "hernia", N_("a belly or groin hernia") },
	{ "skin", N_("broken, infected or allergic skin at the place") },
	{ "liver", N_("liver or gall-bladder disease") },
	{ "meds", N_("water tablets, blood pressure tablets of the kinds ACE inhibitor or sartan, "
		     "diabetes tablets, warfarin") },
	{ "fall", N_("unsteady, or a fall in the last year") },
	{ "trauma", N_("quiet sitting with closed eyes is upsetting") },
};

static const char *const rules[RULE_COUNT] = {
	[RULE_STOP] = N_("Do not do it"),
	[RULE_ASK] = N_("Ask a clinician first"),
	[RULE_SWAP] = N_("Only in the safer form"),
	[RULE_WARN] = N_("With care"),
};

static const char *fact_say(const char *fact)
{
	for (size_t i = 0; i < sizeof(facts) / sizeof(facts[0]); i++)
		if (strcmp(facts[i].fact, fact) == 0)
			return _(facts[i].says);
	return fact;
}

static void label_wrap(FILE *out, const char *name, const char *text)
{
	if (!text[0])
		return;
	screen_label(out, name);
	lines_wrap(out, text, SCREEN_LABEL, SCREEN_LABEL);
}

static int word_print(char *out, size_t size, const char *before, const char *word)
{
	size_t length = strlen(word);
	const char *says = "";
	for (size_t i = 0; length > 0 && i < sizeof(marks) / sizeof(marks[0]); i++)
		if (word[length - 1] == marks[i].mark)
			says = _(marks[i].says);
	return snprintf(out, size, "%s%.*s%s", before, (int)(length - (says[0] != '\0')), word,
			says);
}

static void words_print(FILE *out, const char *name, const char *const words[])
{
	char text[1024] = "";
	int length = 0;
	for (int i = 0; words[i] && length < (int)sizeof(text); i++)
		length += word_print(text + length, sizeof(text) - (size_t)length, i ? ", " : "",
				     words[i]);
	label_wrap(out, name, text);
}

/* "[6s, 10 times, left and right]" behind the words, without a blank to break the number at. */
static void step_print(FILE *out, int number, const struct item_step *step)
{
	char text[1024], length[LENGTH_SIZE], times[32] = "";
	length_print(step->seconds * USEC_PER_SEC, length);
	if (step->times > 1)
		snprintf(times, sizeof(times), _(", %d times"), step->times);
	snprintf(text, sizeof(text), step->seconds ? "%s [%s%s%s]" : "%s", step->text, length,
		 times, step->both_sides ? _(", left and right") : "");
	fprintf(out, "  %2d  ", number);
	lines_wrap(out, text, 6, 6);
}

static void cautions_print(FILE *out, const struct item *item)
{
	for (int i = 0; i < item->caution_count; i++) {
		const struct item_caution *caution = &item->cautions[i];
		char text[512];
		snprintf(text, sizeof(text), "%s: %s (%s)%s%s", _(rules[caution->rule]),
			 fact_say(caution->fact), caution->fact, caution->text[0] ? ". " : "",
			 caution->text);
		screen_label(out, i == 0 ? _("Cautions") : "");
		lines_wrap(out, text, SCREEN_LABEL, SCREEN_LABEL + 2);
	}
}

void item_print(FILE *out, const struct style *style, const struct item *item)
{
	char text[512], length[LENGTH_SIZE];
	length_say(item->seconds * USEC_PER_SEC, length);
	fprintf(out, "%s%s%s: %s\n", style->bold, item->id, style->plain, item->title);
	snprintf(text, sizeof(text), "%s %d, %s, %s%s%s", item_list_words[item->list], item->number,
		 item_category_words[item->category], item_kind_words[item->kind],
		 item->seconds ? ", " : "", item->seconds ? length : "");
	fprintf(out, "  %s%s%s\n\n  ", style->faint, text, style->plain);
	lines_wrap(out, item->cue, 2, 2);
	for (int i = 0; i < item->step_count; i++)
		step_print(out, i + 1, &item->steps[i]);
	fputc('\n', out);
	label_wrap(out, _("Note"), item->note);
	cautions_print(out, item);
	snprintf(text, sizeof(text), "%s. %s", item_evidence_words[item->evidence],
		 item->evidence_note);
	label_wrap(out, _("Evidence"), text);
	label_wrap(out, _("Source"), item->source);
	words_print(out, _("Cramps"), item->kinds);
	words_print(out, _("Causes"), item->causes);
	words_print(out, _("Not for"), item->not_for);
	if (item->opt_in)
		label_wrap(out, _("Offered"), _("only to those who put it into a reminder"));
}

static void texts_json(struct json *json, const char *key, const char *const texts[])
{
	json_open(json, key, '[');
	for (; *texts; texts++)
		json_text(json, NULL, *texts);
	json_close(json, ']');
}

static void steps_json(struct json *json, const struct item *item)
{
	json_open(json, "steps", '[');
	for (int i = 0; i < item->step_count; i++) {
		json_open(json, NULL, '{');
		json_text(json, "text", item->steps[i].text);
		json_number(json, "seconds", item->steps[i].seconds);
		json_number(json, "times", item->steps[i].times);
		json_bool(json, "both_sides", item->steps[i].both_sides);
		json_close(json, '}');
	}
	json_close(json, ']');
}

static void cautions_json(struct json *json, const struct item *item)
{
	json_open(json, "cautions", '[');
	for (int i = 0; i < item->caution_count; i++) {
		json_open(json, NULL, '{');
		json_text(json, "fact", item->cautions[i].fact);
		json_text(json, "rule", item_rule_words[item->cautions[i].rule]);
		json_text(json, "text", item->cautions[i].text);
		json_close(json, '}');
	}
	json_close(json, ']');
}

void item_json(struct json *json, const struct item *item)
{
	json_open(json, NULL, '{');
	json_text(json, "id", item->id);
	json_text(json, "list", item_list_words[item->list]);
	json_number(json, "number", item->number);
	json_text(json, "category", item_category_words[item->category]);
	json_text(json, "kind", item_kind_words[item->kind]);
	json_text(json, "title", item->title);
	json_text(json, "cue", item->cue);
	steps_json(json, item);
	json_number(json, "seconds", item->seconds);
	json_text(json, "note", item->note);
	cautions_json(json, item);
	json_text(json, "evidence", item_evidence_words[item->evidence]);
	json_text(json, "evidence_note", item->evidence_note);
	json_text(json, "source", item->source);
	texts_json(json, "kinds", item->kinds);
	texts_json(json, "causes", item->causes);
	texts_json(json, "not_for", item->not_for);
	json_bool(json, "opt_in", item->opt_in);
	json_close(json, '}');
}
