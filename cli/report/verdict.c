/* The verdicts of the core (core/model/health.h) as sentences. */
#include "cli/report/verdict.h"

#include <limits.h>
#include <string.h>

#include "cli/shared/say.h"
#include "core/base/translate.h"

/* "until 2026-11-26"; "" for a verdict without an end. */
static void until_say(int32_t until, char out[64])
{
	char day[DATE_SIZE];
	out[0] = '\0';
	if (until == INT32_MAX)
		return;
	date_print(until, day);
	snprintf(out, 64, _(" until %s"), day);
}

/* The command that adds a word to the list of a key. */
static void set_say(const char *key, const char *word, const struct current *current, char out[512])
{
	char list[CURRENT_SIZE];
	current_value(current, NULL, key, list);
	say_list(list, sizeof(list), word);
	snprintf(out, 512, "limber set %s=\"%s\"", key, list);
}

/* Yes, and the cautions on its card, the safer forms first. */
static void notes_say(const struct item *item, const struct current *current,
		      char out[VERDICT_SIZE])
{
	const struct item_caution *notes[FACT_COUNT];
	int count = item_notes(item, current_health(current), current->today, notes);
	bool safer = count > 0 && notes[0]->rule == RULE_SWAP;
	snprintf(out, VERDICT_SIZE, "%s",
		 safer       ? _("yes, in the safer form:")
		 : count > 0 ? _("yes, with care.")
			     : _("yes"));
	for (int i = 0; i < count; i++)
		if (notes[i]->text[0])
			say_append(out, VERDICT_SIZE, " %s", _(notes[i]->text));
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
		set_say("cleared", kind, current, command);
		snprintf(out, VERDICT_SIZE,
			 _("not before a clinician has checked it (%s). Once that is done: %s"),
			 kind, command);
		return;
	case RULING_ASK:
		set_say("agreed", item->id, current, command);
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
