/* The core rules; here is only how it is said. */
#include "cli/report/verdict.h"

#include <limits.h>
#include <string.h>

#include "cli/shared/say.h"
#include "core/base/translate.h"

/* "until 2026-11-26", "" for what does not end by itself. */
static void until_say(int32_t until, char out[64])
{
	char day[DATE_SIZE];
	out[0] = '\0';
	if (until == INT32_MAX)
		return;
	date_print(until, day);
	snprintf(out, 64, _(" until %s"), day);
}

/* The command that says a clinician agreed: with those agreed to before, as a list is one value. */
static void agreed_say(const struct item *item, const struct current *current, char out[512])
{
	char before[CURRENT_SIZE];
	current_value(current, NULL, "agreed", before);
	snprintf(out, 512, "limber set agreed=\"%s%s%s\"", before, before[0] ? ", " : "", item->id);
}

static void cleared_say(const char *kind, const struct current *current, char out[512])
{
	char before[CURRENT_SIZE];
	current_value(current, NULL, "cleared", before);
	snprintf(out, 512, "limber set cleared=\"%s%s%s\"", before, before[0] ? ", " : "", kind);
}

/* Yes, and what stands on its card: the safer forms come first. */
static void notes_say(const struct item *item, const struct current *current,
		      char out[VERDICT_SIZE])
{
	const struct item_caution *notes[FACT_COUNT];
	int count = item_notes(item, current_health(current), current->today, notes);
	bool safer = count > 0 && notes[0]->rule == RULE_SWAP;
	int length = snprintf(out, VERDICT_SIZE, "%s",
			      safer       ? _("yes, in the safer form:")
			      : count > 0 ? _("yes, with care.")
					  : _("yes"));
	for (int i = 0; i < count && length < VERDICT_SIZE; i++)
		if (notes[i]->text[0])
			length += snprintf(out + length, (size_t)(VERDICT_SIZE - length), " %s",
					   _(notes[i]->text));
}

void verdict_say(const struct item *item, const struct current *current, char out[VERDICT_SIZE])
{
	struct verdict verdict = item_verdict(item, current_health(current), current->today);
	const char *fact = item_facts[verdict.fact], *kind = item_cramp_kinds[verdict.cramp];
	char until[64], command[512];
	until_say(verdict.until, until);
	switch (verdict.ruling) {
	case RULING_STOP:
		snprintf(out, VERDICT_SIZE, _("no, because of your answer to %s%s"), fact, until);
		return;
	case RULING_WARNING:
		snprintf(out, VERDICT_SIZE, "%s",
			 _("no, because a warning sign fits: limber warnings"));
		return;
	case RULING_NOT_FOR:
		snprintf(out, VERDICT_SIZE, _("no, not with %s cramps%s"), kind, until);
		return;
	case RULING_CHECK:
		cleared_say(kind, current, command);
		snprintf(out, VERDICT_SIZE,
			 _("not before a clinician has checked it (%s). Once that is done: %s"),
			 kind, command);
		return;
	case RULING_ASK:
		agreed_say(item, current, command);
		snprintf(out, VERDICT_SIZE,
			 _("not before a clinician agrees, because of your answer to %s%s. Once "
			   "one does: %s"),
			 fact, until, command);
		return;
	case RULING_FOR_YOU:
	case RULING_COUNT:
		break;
	}
	if (current_setup_done(current))
		notes_say(item, current, out);
	else
		snprintf(out, VERDICT_SIZE, "%s",
			 _("not known: the questions are not answered yet (limber health)"));
}

const char *verdict_mark(const struct item *item, const struct current *current)
{
	switch (item_verdict(item, current_health(current), current->today).ruling) {
	case RULING_STOP:
	case RULING_WARNING:
	case RULING_NOT_FOR:
		return _("not for you");
	case RULING_CHECK:
	case RULING_ASK:
		return _("ask first");
	case RULING_FOR_YOU:
	case RULING_COUNT:
		break;
	}
	return "";
}

void verdict_json(struct json *json, const char *key, const struct item *item,
		  const struct current *current)
{
	struct verdict verdict = item_verdict(item, current_health(current), current->today);
	enum ruling ruling = verdict.ruling;
	json_open(json, key, '{');
	json_text(json, "ruling", ruling_word(ruling));
	if (ruling == RULING_STOP || ruling == RULING_ASK)
		json_text(json, "fact", item_facts[verdict.fact]);
	if (ruling == RULING_NOT_FOR || ruling == RULING_CHECK)
		json_text(json, "kind", item_cramp_kinds[verdict.cramp]);
	json_close(json, '}');
}
