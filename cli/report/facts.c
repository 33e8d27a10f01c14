/* The effects of a yes are computed from the catalogue, by the rules that choose the items. */
#include "cli/report/facts.h"

#include <string.h>

#include "cli/report/ask.h"
#include "cli/report/signs.h"
#include "cli/shared/lines.h"
#include "cli/shared/say.h"
#include "config/catalogue.h"
#include "core/base/translate.h"

const char *const fact_questions[FACT_COUNT] = {
	[FACT_PREGNANT] = N_("Are you pregnant, or did you give birth in the last 12 weeks?"),
	[FACT_OP] = N_("Surgery on hip, back, belly or groin in the last 12 weeks, or limits from "
		       "a surgeon?"),
	[FACT_HIPREP] = N_("A hip replacement, at any time?"),
	[FACT_ACUTE] = N_("A strain or an injury in the last 72 hours?"),
	[FACT_FRACTURE] = N_("Could a bone be broken?"),
	[FACT_FEVER] = N_("A fever or an infection now?"),
	[FACT_KIDNEY] = N_("Kidney disease?"),
	[FACT_FLUID] = N_("Heart failure, or a doctor's limit on drinking?"),
	[FACT_THIN] = N_("Blood thinners, daily aspirin or anti-inflammatories, or a bleeding "
			 "problem?"),
	[FACT_ARTERY] = N_("Poor circulation in the legs, or leg pain on walking that rest stops?"),
	[FACT_CLOT] = N_("A blood clot in a leg, now or in the last 3 months?"),
	[FACT_NUMB] = N_("Numb skin, or nerve damage in the legs, as from diabetes?"),
	[FACT_BONE] = N_("Osteoporosis, steroids for long, or cancer in bone?"),
	[FACT_BP] = N_("High blood pressure not under control, heart or lung disease, fainting?"),
	[FACT_HERNIA] = N_("A hernia of belly or groin?"),
	[FACT_SKIN] = N_("Broken, infected or allergic skin where an item touches it?"),
	[FACT_LIVER] = N_("Liver or gall-bladder disease?"),
	[FACT_MEDS] = N_("Water tablets, blood pressure tablets (ACE inhibitors or sartans), "
			 "diabetes tablets, or warfarin?"),
	[FACT_FALL] = N_("Unsteady on your feet, or a fall in the last year?"),
	[FACT_TRAUMA] = N_("Does sitting quietly with closed eyes upset you?"),
};

const char *fact_day_question(enum fact fact)
{
	static const char *const questions[FACT_COUNT] = {
		[FACT_PREGNANT] = N_("The day of the birth (2026-11-22), or - while pregnant:"),
		[FACT_OP] = N_("The day of it (2026-11-22), or - for limits without an end:"),
		[FACT_ACUTE] = N_("The day it happened (2026-11-22):"),
	};
	return questions[fact];
}

const struct sign *fact_sign(enum fact fact)
{
	static const char *const ids[FACT_COUNT] = {
		[FACT_FRACTURE] = "R09", [FACT_FEVER] = "R06", [FACT_PREGNANT] = "E7",
		[FACT_OP] = "R08",       [FACT_ACUTE] = "R09", [FACT_BONE] = "R09",
		[FACT_THIN] = "E5",      [FACT_CLOT] = "E2",   [FACT_ARTERY] = "E3",
		[FACT_NUMB] = "E1",      [FACT_HERNIA] = "E9",
	};
	return ids[fact] ? sign_find(ids[fact]) : NULL;
}

void facts_now(const struct current *current, struct fact_answer ret[FACT_COUNT])
{
	const struct health *health = current_health(current);
	for (enum fact fact = 0; fact < FACT_COUNT; fact++) {
		int32_t until;
		ret[fact].holds = fact_holds(health, fact, current->today, &until);
		ret[fact].day = ret[fact].holds ? health->facts[fact].day : 0;
	}
}

static bool is_so(const struct health *health, enum fact fact, struct fact_answer answer)
{
	return answer.holds == health->facts[fact].holds &&
	       (!answer.holds || answer.day == health->facts[fact].day);
}

static void fact_write(struct fact_answer answer, const char *yes, const char *no,
		       const char *quote, char out[FACT_SIZE])
{
	char day[DATE_SIZE];
	if (answer.holds && answer.day != 0) {
		date_print(answer.day, day);
		snprintf(out, FACT_SIZE, "%s%s%s", quote, day, quote);
	} else {
		snprintf(out, FACT_SIZE, "%s", answer.holds ? yes : no);
	}
}

/* An answer as in a file: "true", "\"2026-11-22\"". */
static void fact_value(struct fact_answer answer, char out[FACT_SIZE])
{
	fact_write(answer, "true", "false", "\"", out);
}

void facts_add(struct settings *settings, const struct current *current,
	       const struct fact_answer answers[FACT_COUNT], bool whole)
{
	char value[FACT_SIZE], key[32];
	for (enum fact fact = 0; fact < FACT_COUNT; fact++) {
		if (is_so(current_health(current), fact, answers[fact]) &&
		    is_so(current_kept(current), fact, answers[fact]))
			continue;
		fact_value(answers[fact], value);
		snprintf(key, sizeof(key), "health.%s", item_facts[fact]);
		settings_add(settings, NULL, key, "%s", value);
	}
	if (!whole)
		return;
	if (!current_setup_kept(current))
		settings_add(settings, NULL, "setup_done", "true");
	if (current_kept(current)->asked != current->today)
		settings_add_day(settings, "health_asked", current->today);
}

bool fact_to_come(enum fact fact, struct fact_answer answer, int32_t today)
{
	return fact != FACT_PREGNANT && answer.holds && answer.day > today;
}

bool fact_is_over(enum fact fact, struct fact_answer answer, int32_t today)
{
	return answer.holds && answer.day != 0 && today > answer.day + fact_days(fact);
}

bool fact_read(enum fact fact, const char *text, struct fact_answer *ret)
{
	struct fact_answer answer = { 0 };
	if (!ask_read(text, &answer.holds)) {
		answer.holds = true;
		if (fact_days(fact) == 0 || !date_read(text, &answer.day))
			return false;
	}
	*ret = answer;
	return true;
}

void fact_say(struct fact_answer answer, char out[FACT_SIZE])
{
	fact_write(answer, _("yes"), _("no"), "", out);
}

/* The gravest effect of a fact alone on an item; RULE_COUNT: none. */
static enum item_rule effect_on(const struct item *item, enum fact fact)
{
	struct health health = { 0 };
	health.facts[fact].holds = true;
	if (item_verdict(item, &health, 0).ruling == RULING_STOP)
		return RULE_STOP;
	for (int i = 0; i < item->caution_count; i++)
		if (item->cautions[i].fact == fact)
			return item->cautions[i].rule;
	return RULE_COUNT;
}

static const struct {
	const char *key, *label;
} effects[RULE_COUNT] = {
	[RULE_STOP] = { "stops", N_("Hides") },
	[RULE_ASK] = { "asks", N_("Hides until a clinician agrees") },
	[RULE_SWAP] = { "swaps", N_("Shows the safer form of") },
	[RULE_WARN] = { "warns", N_("Adds a note to") },
};

void fact_effects_print(FILE *out, enum fact fact, int indent)
{
	for (enum item_rule rule = 0; rule < RULE_COUNT; rule++) {
		char items[2048] = "", text[2048 + 64];
		size_t count = 0;
		for (size_t i = 0; i < catalogue_count; i++) {
			if (effect_on(&catalogue_items[i], fact) != rule)
				continue;
			say_list(items, sizeof(items), catalogue_items[i].id);
			count++;
		}
		snprintf(text, sizeof(text), "%s: %s", _(effects[rule].label),
			 count == catalogue_count ? _("all items") : items);
		if (count > 0)
			lines_indent(out, text, indent, indent + 2);
	}
}

void fact_effects_json(struct json *json, enum fact fact)
{
	for (enum item_rule rule = 0; rule < RULE_COUNT; rule++) {
		json_open(json, effects[rule].key, '[');
		for (size_t i = 0; i < catalogue_count; i++)
			if (effect_on(&catalogue_items[i], fact) == rule)
				json_text(json, NULL, catalogue_items[i].id);
		json_close(json, ']');
	}
}

void fact_print(FILE *out, enum fact fact, struct fact_answer answer)
{
	char said[FACT_SIZE];
	const struct sign *sign = answer.holds ? fact_sign(fact) : NULL;
	fact_say(answer, said);
	fprintf(out, "%s: %s\n", item_facts[fact], said);
	if (sign)
		sign_tell(out, sign, 2);
	if (answer.holds)
		fact_effects_print(out, fact, 2);
}
