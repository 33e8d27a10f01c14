/* One row a question. Choices are words: a person types them as a script does. */
#include "cli/report/questions.h"

#include <string.h>

#include "cli/report/ask.h"
#include "cli/report/cramps.h"
#include "cli/shared/lines.h"
#include "cli/shared/say.h"
#include "config/values.h"
#include "core/base/translate.h"

#define BIT(index) (UINT32_C(1) << (index))

/* ---- where and when: each word is a kind of cramp ---- */

struct choice {
	const char *word;
	enum cramp cramp; /* CRAMP_COUNT: none of them */
};

static const struct choice places[] = {
	{ "hip", CRAMP_COUNT },
	{ "back", CRAMP_REFERRED },
	{ "numb", CRAMP_NEUROLOGICAL },
	{ "walking", CRAMP_ISCHEMIC },
};

static const struct choice moments[] = {
	{ "sitting", CRAMP_POSTURAL }, { "night", CRAMP_NOCTURNAL }, { "sport", CRAMP_EXERTIONAL },
	{ "strain", CRAMP_ACUTE },     { "months", CRAMP_CHRONIC },  { "sweat", CRAMP_ELECTROLYTE },
	{ "heat", CRAMP_DEHYDRATION },
};

enum {
	PLACES = sizeof(places) / sizeof(places[0]),
	MOMENTS = sizeof(moments) / sizeof(moments[0]),
};

static void choices_print(const struct choice choices[], size_t count)
{
	for (size_t i = 0; i < count; i++) {
		enum cramp cramp = choices[i].cramp;
		fputs("  ", stdout);
		lines_pad(stdout, choices[i].word, SETUP_WIDTH);
		lines_wrap(stdout,
			   cramp == CRAMP_COUNT ? _("the front of the hip, the groin or the thigh")
						: _(cramp_texts[cramp]),
			   2 + SETUP_WIDTH, 2 + SETUP_WIDTH);
	}
}

static uint32_t choices_mask(const struct choice choices[], size_t count)
{
	uint32_t mask = 0;
	for (size_t i = 0; i < count; i++)
		if (choices[i].cramp != CRAMP_COUNT)
			mask |= BIT(choices[i].cramp);
	return mask;
}

static void choices_present(const struct setup *setup, const struct choice choices[], size_t count,
			    char out[CURRENT_SIZE])
{
	int length = 0;
	out[0] = '\0';
	for (size_t i = 0; i < count; i++)
		if (choices[i].cramp != CRAMP_COUNT && setup->kinds & BIT(choices[i].cramp))
			length += snprintf(out + length, (size_t)(CURRENT_SIZE - length), "%s%s",
					   length ? ", " : "", choices[i].word);
	if (length == 0)
		snprintf(out, CURRENT_SIZE, "%s", choices[0].word);
}

static bool choice_take(const struct choice choices[], size_t count, const char *word,
			uint32_t *kinds, char why[SETUP_WHY])
{
	const char *words[MOMENTS + PLACES];
	for (size_t i = 0; i < count; i++) {
		words[i] = choices[i].word;
		if (strcmp(word, choices[i].word) != 0)
			continue;
		if (choices[i].cramp != CRAMP_COUNT)
			*kinds |= BIT(choices[i].cramp);
		return true;
	}
	snprintf(why, SETUP_WHY, _("\"%s\" is none of the words%s"), word,
		 hint_words(word, words, count).text);
	return false;
}

static bool choices_take(struct setup *setup, const struct choice choices[], size_t count,
			 const char *text, char why[SETUP_WHY])
{
	uint32_t kinds = setup->kinds & ~choices_mask(choices, count);
	char word[SETUP_WORD];
	for (setup_word(&text, word); word[0]; setup_word(&text, word))
		if (!choice_take(choices, count, word, &kinds, why))
			return false;
	for (enum cramp cramp = 0; cramp < CRAMP_COUNT; cramp++)
		if (kinds & ~setup->kinds & BIT(cramp) && cramp_first(cramp)) {
			fputs("  ", stdout);
			lines_wrap(stdout, _(cramp_first(cramp)), 2, 2);
		}
	setup->kinds = kinds;
	return true;
}

static void where_explain(const struct setup *setup)
{
	choices_print(places, PLACES);
}

static void where_present(const struct setup *setup, char out[CURRENT_SIZE])
{
	choices_present(setup, places, PLACES, out);
}

static bool where_take(struct setup *setup, const char *text, char why[SETUP_WHY])
{
	return choices_take(setup, places, PLACES, text, why);
}

static void when_explain(const struct setup *setup)
{
	choices_print(moments, MOMENTS);
}

static void when_present(const struct setup *setup, char out[CURRENT_SIZE])
{
	choices_present(setup, moments, MOMENTS, out);
}

/* A strain that is new is a health fact, too. */
static bool when_take(struct setup *setup, const char *text, char why[SETUP_WHY])
{
	uint32_t before = current_health(&setup->current)->kinds;
	if (!choices_take(setup, moments, MOMENTS, text, why))
		return false;
	setup->strained = setup->kinds & ~before & BIT(CRAMP_ACUTE);
	if (setup->strained) {
		fputs("  ", stdout);
		lines_wrap(stdout,
			   _("The strain counts as one of today, for 72 hours. Another day: limber "
			     "health acute=2026-11-22"),
			   2, 2);
	}
	return true;
}

/* ---- hours and bedtime: limberd's own checker says what is wrong ---- */

static bool setting_is_good(struct setup *setup, const char *reminder, const char *key,
			    const char *value, char why[SETUP_WHY])
{
	struct settings settings = { .count = 0 };
	struct config_errors errors = { 0 };
	settings_add(&settings, reminder, key, "%s", value);
	struct config *config = current_try(&setup->current, &settings, &errors);
	bool good = config != NULL;
	if (!good)
		snprintf(why, SETUP_WHY, "%s",
			 errors.count > 0 ? errors.lines[0] : _("That is not an answer."));
	config_free(config);
	config_errors_finish(&errors);
	return good;
}

static void hours_present(const struct setup *setup, char out[CURRENT_SIZE])
{
	current_value(&setup->current, NULL, "hours", out);
}

static bool hours_take(struct setup *setup, const char *text, char why[SETUP_WHY])
{
	if (!setting_is_good(setup, NULL, "hours", text, why))
		return false;
	snprintf(setup->hours, sizeof(setup->hours), "%s", text);
	return true;
}

static const struct reminder *reminder_of(const struct setup *setup, const char *name)
{
	const struct plan *plan = setup->current.config ? config_plan(setup->current.config) : NULL;
	int index = plan ? plan_find(plan, name) : -1;
	return index >= 0 ? &plan->reminders[index] : NULL;
}

static const char bedtime[] = "bedtime", water[] = "water";

static bool bedtime_applies(const struct setup *setup)
{
	return reminder_of(setup, bedtime) != NULL;
}

static void bedtime_present(const struct setup *setup, char out[CURRENT_SIZE])
{
	const struct reminder *reminder = reminder_of(setup, bedtime);
	if (reminder && reminder->enabled)
		current_value(&setup->current, bedtime, "at", out);
	else
		snprintf(out, CURRENT_SIZE, "%s", _("no"));
}

static bool bedtime_take(struct setup *setup, const char *text, char why[SETUP_WHY])
{
	bool yes;
	if (ask_read(text, &yes) && !yes) {
		snprintf(setup->bedtime, sizeof(setup->bedtime), "no");
		return true;
	}
	if (!setting_is_good(setup, bedtime, "at", text, why))
		return false;
	snprintf(setup->bedtime, sizeof(setup->bedtime), "%s", text);
	return true;
}

/* ---- water ---- */

static bool water_applies(const struct setup *setup)
{
	return reminder_of(setup, water) && !setup->facts[FACT_KIDNEY].holds &&
	       !setup->facts[FACT_FLUID].holds;
}

static void water_present(const struct setup *setup, char out[CURRENT_SIZE])
{
	snprintf(out, CURRENT_SIZE, "%s", reminder_of(setup, water)->enabled ? _("yes") : _("no"));
}

static bool water_take(struct setup *setup, const char *text, char why[SETUP_WHY])
{
	setup->water_said = ask_read(text, &setup->water);
	if (!setup->water_said)
		snprintf(why, SETUP_WHY, "%s", _("Type yes or no."));
	return setup->water_said;
}

static bool always(const struct setup *setup)
{
	return true;
}

const struct setup_question setup_questions[SETUP_QUESTIONS] = {
	{ OPTION_WHERE, N_("1. Where is it tight, or where does it cramp? One word or some:"), NULL,
	  always, where_explain, where_present, where_take },
	{ OPTION_WHEN, N_("2. When? One word or some:"), NULL, always, when_explain, when_present,
	  when_take },
	{ OPTION_HOURS,
	  N_("3. When do you sit at the desk? Such as 08:00-17:00, or Mon..Fri 09:00-17:30:"), NULL,
	  always, NULL, hours_present, hours_take },
	{ OPTION_BEDTIME, N_("4. When may the evening card come, before bed? A time, or no:"), NULL,
	  bedtime_applies, NULL, bedtime_present, bedtime_take },
	{ OPTION_HEALTH, N_("5. What holds of this? Words, or none; it hides or softens items:"),
	  N_("Words, none, or ? and a word for what it does:"), always, setup_facts_explain,
	  setup_facts_present, setup_facts_take },
	{ OPTION_WATER, N_("6. A line about a glass of water on desk cards? yes or no:"), NULL,
	  water_applies, NULL, water_present, water_take },
};

void setup_init(struct setup *ret, struct command *command)
{
	*ret = (struct setup){ .command = command };
	current_init(&ret->current, command);
	ret->kinds = current_health(&ret->current)->kinds;
	facts_now(&ret->current, ret->facts);
}

void setup_finish(struct setup *setup)
{
	current_finish(&setup->current);
}

static void settings_add_new(const struct setup *setup, const char *reminder, const char *key,
			     const char *value, struct settings *settings)
{
	char current[CURRENT_SIZE];
	current_value(&setup->current, reminder, key, current);
	if (strcmp(current, value) != 0)
		settings_add(settings, reminder, key, "%s", value);
}

/* Switched off by a file or a command of the user's; kinds of cramp switch off, too, with reason.
 */
static bool switched_off(const struct config *config, const struct reminder *reminder)
{
	const struct config_value *value = config_value_find(config, reminder->name, "enabled");
	return !reminder->enabled && value && value->is.line > 0;
}

static void evening_move(const struct setup *setup, const struct config *config,
			 const struct reminder *reminder, struct settings *settings)
{
	if (strcmp(setup->bedtime, "no") == 0) {
		if (reminder->enabled)
			settings_add(settings, reminder->name, "enabled", "false");
		return;
	}
	settings_add_new(setup, reminder->name, "at", setup->bedtime, settings);
	if (switched_off(config, reminder))
		settings_add(settings, reminder->name, "enabled", "true");
}

/* The evening is one card: what comes with bedtime, by the kinds just chosen, moves with it. */
static void evening_settings(struct setup *setup, struct settings *settings)
{
	char before[CURRENT_SIZE], at[CURRENT_SIZE];
	struct config_errors errors = { 0 };
	struct config *config = current_try(&setup->current, settings, &errors);
	const struct plan *plan = config ? config_plan(config) : NULL;
	current_value(&setup->current, bedtime, "at", before);
	for (int i = 0; plan && i < plan->count; i++) {
		const struct reminder *reminder = &plan->reminders[i];
		config_value_say(config, reminder->name, "at", at);
		if (reminder->trigger == TRIGGER_AT &&
		    (strcmp(reminder->name, bedtime) == 0 || strcmp(at, before) == 0))
			evening_move(setup, config, reminder, settings);
	}
	config_errors_finish(&errors);
	config_free(config);
}

void setup_settings(struct setup *setup, struct settings *settings)
{
	uint32_t kinds = setup->kinds ? setup->kinds : BIT(CRAMP_POSTURAL);
	if (kinds != current_health(&setup->current)->kinds)
		cramps_add(settings, kinds);
	if (setup->hours[0])
		settings_add_new(setup, NULL, "hours", setup->hours, settings);
	if (setup->bedtime[0])
		evening_settings(setup, settings);
	if (setup->water_said)
		settings_add_new(setup, water, "enabled", setup->water ? "true" : "false",
				 settings);
	if (setup->warned)
		settings_add_day(settings, "warning", setup->current.today);
	setup_facts_strain(setup, setup->facts);
	if (setup->facts_said || setup->strained)
		facts_add(settings, &setup->current, setup->facts, setup->facts_said);
}
