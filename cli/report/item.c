/* limber catalogue ITEM: the steps, for whom the item is, and its evidence. */
#include <string.h>

#include "cli/report/report.h"
#include "cli/report/verdict.h"
#include "cli/shared/lines.h"
#include "cli/shared/screen.h"
#include "config/catalogue.h"
#include "core/base/text.h"
#include "core/base/translate.h"
#include "core/words/health_text.h"

/* For whom a caution is, in the words of limber-catalogue(5). */
static const char *const facts[FACT_COUNT] = {
	[FACT_PREGNANT] = N_("pregnant, or gave birth in the last 12 weeks"),
	[FACT_OP] =
		N_("surgery on hip, back, belly or groin in the last 12 weeks, or limits from a "
		   "surgeon"),
	[FACT_HIPREP] = N_("a hip replacement, at any time"),
	[FACT_ACUTE] = N_("a strain or injury in the last 72 hours"),
	[FACT_FRACTURE] = N_("a bone could be broken"),
	[FACT_FEVER] = N_("fever or an infection now"),
	[FACT_KIDNEY] = N_("kidney disease"),
	[FACT_FLUID] = N_("heart failure, or a doctor's limit on drinking"),
	[FACT_THIN] = N_("blood thinners, daily aspirin or anti-inflammatories, or a bleeding "
			 "problem"),
	[FACT_ARTERY] = N_("poor leg circulation, or leg pain on walking that rest stops"),
	[FACT_CLOT] = N_("a blood clot in a leg, now or in the last 3 months"),
	[FACT_NUMB] = N_("numb skin, or nerve damage in the legs (diabetes)"),
	[FACT_BONE] = N_("osteoporosis, long-term steroids, or cancer in bone"),
	[FACT_BP] = N_("high blood pressure not under control, heart or lung disease, fainting"),
	[FACT_HERNIA] = N_("a belly or groin hernia"),
	[FACT_SKIN] = N_("broken, infected or allergic skin at the place"),
	[FACT_LIVER] = N_("liver or gall-bladder disease"),
	[FACT_MEDS] =
		N_("water tablets, blood pressure tablets of the kinds ACE inhibitor or sartan, "
		   "diabetes tablets, warfarin"),
	[FACT_FALL] = N_("unsteady, or a fall in the last year"),
	[FACT_TRAUMA] = N_("quiet sitting with closed eyes is upsetting"),
};

static const char *const rules[RULE_COUNT] = {
	[RULE_STOP] = N_("Do not do it"),
	[RULE_ASK] = N_("Ask a clinician first"),
	[RULE_SWAP] = N_("Only in the safer form"),
	[RULE_WARN] = N_("With care"),
};

static void label_wrap(FILE *out, const char *name, const char *text)
{
	if (text[0])
		screen_line(out, name, text);
}

/* The remark after a word of a set. */
static const char *mark_remark(const struct item_marks *marks, uint32_t bit)
{
	if (marks->checked & bit)
		return _(" (once a clinician has checked it)");
	return marks->claimed & bit ? _(" (claimed, not supported)") : "";
}

static void words_print(FILE *out, const char *name, struct item_marks marks,
			const char *const words[])
{
	char text[1024] = "";
	for (int i = 0; words[i]; i++)
		if (marks.is & 1u << i)
			say_append(text, sizeof(text), "%s%s%s", text[0] ? ", " : "", _(words[i]),
				   mark_remark(&marks, 1u << i));
	label_wrap(out, name, text);
}

/* "[6 s, 10 times, left and right]" after the words, as on a card. */
static void step_print(FILE *out, int number, const struct item_step *step)
{
	char text[1024], length[LENGTH_SIZE], times[32] = "";
	length_say(step->seconds * USEC_PER_SEC, length);
	if (step->times > 1)
		snprintf(times, sizeof(times), _(", %d times"), step->times);
	snprintf(text, sizeof(text), step->seconds ? "%s [%s%s%s]" : "%s", _(step->text), length,
		 times, step->both_sides ? _(", left and right") : "");
	fprintf(out, "  %2d  ", number);
	lines_wrap(out, text, 6, 6);
}

static void steps_print(FILE *out, const struct item_step *steps, int count)
{
	for (int i = 0; i < count; i++)
		step_print(out, i + 1, &steps[i]);
}

static void cautions_print(FILE *out, const struct item *item)
{
	for (int i = 0; i < item->caution_count; i++) {
		const struct item_caution *caution = &item->cautions[i];
		char text[512];
		snprintf(text, sizeof(text), "%s: %s (%s)%s%s", _(rules[caution->rule]),
			 _(facts[caution->fact]), item_facts[caution->fact],
			 caution->text[0] ? ". " : "", say_translate(caution->text));
		screen_label(out, i == 0 ? _("Cautions") : "");
		lines_wrap(out, text, SCREEN_LABEL, SCREEN_LABEL + 2);
	}
}

static const char *category_say(enum item_category category)
{
	return category == CATEGORY_SLEEP ? _("for sleep") : _(item_category_words[category]);
}

void item_print(FILE *out, const struct style *style, const struct item *item,
		const struct current *current)
{
	char text[512], note[NOTE_SIZE], length[LENGTH_SIZE], verdict[VERDICT_SIZE];
	length_say(item->seconds * USEC_PER_SEC, length);
	fprintf(out, "%s%s%s: ", style->bold, item->id, style->plain);
	lines_wrap(out, _(item->title), lines_width(item->id) + 2, 2);
	snprintf(text, sizeof(text), "%s %d, %s, %s%s%s", _(item_list_words[item->list]),
		 item->number, category_say(item->category), _(item_kind_words[item->kind]),
		 item->seconds ? ", " : "", item->seconds ? length : "");
	fputs(style->faint, out);
	lines_indent(out, text, 2, 2);
	fputs(style->plain, out);
	verdict_say(item, current, verdict);
	label_wrap(out, _("For you"), verdict);
	fputc('\n', out);
	lines_indent(out, _(item->cue), 2, 2);
	steps_print(out, item->steps, item->step_count);
	if (item->easier_count > 0)
		fprintf(out, "\n  %s\n", _("In an easier form:"));
	steps_print(out, item->easier, item->easier_count);
	fputc('\n', out);
	note_say(item, say_translate, note);
	label_wrap(out, _("Note"), note);
	cautions_print(out, item);
	snprintf(text, sizeof(text), "%s. %s", _(item_evidence_words[item->evidence]),
		 say_translate(item->evidence_note));
	label_wrap(out, _("Evidence"), text);
	label_wrap(out, _("Source"), item->source);
	words_print(out, _("Cramps"), item->kinds, item_cramp_kinds);
	words_print(out, _("Causes"), item->causes, item_causes);
	words_print(out, _("Not for"), (struct item_marks){ .is = item->not_for },
		    item_cramp_kinds);
	if (item->opt_in)
		label_wrap(out, _("Offered"), _("only to those who put it into a reminder"));
}

/* The words with the marks "*" and "~" of an item's file. */
static void words_json(struct json *json, const char *key, struct item_marks marks,
		       const char *const words[])
{
	json_open(json, key, '[');
	for (int i = 0; words[i]; i++) {
		char text[64];
		snprintf(text, sizeof(text), "%s%s%s", words[i], marks.checked & 1u << i ? "*" : "",
			 marks.claimed & 1u << i ? "~" : "");
		if (marks.is & 1u << i)
			json_text(json, NULL, text);
	}
	json_close(json, ']');
}

static void steps_json(struct json *json, const char *key, const struct item_step *steps, int count)
{
	json_open(json, key, '[');
	for (int i = 0; i < count; i++) {
		json_open(json, NULL, '{');
		json_text(json, "title", say_translate(steps[i].title));
		json_text(json, "text", _(steps[i].text));
		json_number(json, "seconds", steps[i].seconds);
		json_number(json, "times", steps[i].times);
		json_bool(json, "both_sides", steps[i].both_sides);
		json_close(json, '}');
	}
	json_close(json, ']');
}

static void cautions_json(struct json *json, const struct item *item)
{
	json_open(json, "cautions", '[');
	for (int i = 0; i < item->caution_count; i++) {
		json_open(json, NULL, '{');
		json_text(json, "fact", item_facts[item->cautions[i].fact]);
		json_text(json, "rule", item_rule_words[item->cautions[i].rule]);
		json_text(json, "text", say_translate(item->cautions[i].text));
		json_close(json, '}');
	}
	json_close(json, ']');
}

void item_json(struct json *json, const struct item *item, const struct current *current)
{
	char note[NOTE_SIZE];
	note_say(item, say_translate, note);
	json_text(json, "id", item->id);
	json_text(json, "list", item_list_words[item->list]);
	json_number(json, "number", item->number);
	json_text(json, "category", item_category_words[item->category]);
	json_text(json, "kind", item_kind_words[item->kind]);
	json_text(json, "title", _(item->title));
	json_text(json, "cue", _(item->cue));
	steps_json(json, "steps", item->steps, item->step_count);
	steps_json(json, "easier", item->easier, item->easier_count);
	json_number(json, "seconds", item->seconds);
	json_text(json, "note", note);
	cautions_json(json, item);
	json_text(json, "evidence", item_evidence_words[item->evidence]);
	json_text(json, "evidence_note", say_translate(item->evidence_note));
	json_text(json, "source", item->source);
	words_json(json, "kinds", item->kinds, item_cramp_kinds);
	words_json(json, "causes", item->causes, item_causes);
	words_json(json, "not_for", (struct item_marks){ .is = item->not_for }, item_cramp_kinds);
	words_json(json, "acts", (struct item_marks){ .is = item->acts }, item_acts);
	json_bool(json, "opt_in", item->opt_in);
	verdict_json(json, "for_you", item, current);
}
