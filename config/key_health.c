/*
 * The types of health settings: facts, kinds of cramp, what a clinician said. An unknown word is
 * always an error: a user who writes "kidny" must not be advised to drink.
 */
#include <string.h>

#include "config/draft.h"
#include "config/keys.h"
#include "core/base/ascii.h"

#define BIT(index) (UINT32_C(1) << (index))

static struct health *health_of(void *into)
{
	return &((struct draft *)into)->plan.health;
}

/* Parse a date, or "" for none (0). */
static bool date_value(const config_setting_t *setting, struct errors *errors, int32_t *ret)
{
	const char *text;
	if (!value_text(setting, 0, 20, errors, &text))
		return false;
	*ret = 0;
	if (*text == '\0' || date_read(text, ret))
		return true;
	errors_at(errors, setting, "%s is not a date: write \"2026-11-22\"", quote(text).text);
	return false;
}

void key_date(const config_setting_t *setting, const struct field *field, void *into,
	      struct errors *errors)
{
	date_value(setting, errors, (int32_t *)((char *)into + field->offset));
}

/* A fact with a date holds from that day until it lapses; only facts that lapse may have one. */
static void fact_read(const config_setting_t *setting, enum fact fact, struct health *health,
		      struct errors *errors)
{
	bool holds = true, lapses = fact_days(fact) != 0;
	int32_t day = 0;
	const char *text = config_setting_get_string(setting);
	bool dated = text && lapses;
	if (text && !lapses && date_read(text, &day))
		errors_at(errors, setting, "does not end by itself: write true or false");
	else if (dated ? date_value(setting, errors, &day) : value_bool(setting, errors, &holds)) {
		health->facts[fact].holds = dated ? day != 0 : holds;
		health->facts[fact].day = day;
	}
}

/* The facts that have a day, and so days after it. */
static size_t dated_facts(const char *names[FACT_COUNT])
{
	size_t count = 0;
	for (enum fact fact = 0; fact < FACT_COUNT; fact++)
		if (fact_days(fact) != 0)
			names[count++] = item_facts[fact];
	return count;
}

/* "0..3" or "4" */
static bool window_read(const char *text, int64_t most, struct fact_window *ret)
{
	int64_t from, to;
	const char *rest = ascii_number(text, most, &from);
	bool good = rest > text;
	to = from;
	if (strncmp(rest, "..", 2) == 0) {
		text = rest + 2;
		rest = ascii_number(text, most, &to);
		good = good && rest > text;
	}
	if (!good || *rest || from > to || to > most)
		return false;
	ret->from = (int32_t)from;
	ret->to = (int32_t)to;
	return true;
}

void key_days(const config_setting_t *setting, const struct field *field, void *into,
	      struct errors *errors)
{
	struct fact_window *days = (struct fact_window *)((char *)into + field->offset);
	const char *text, *names[FACT_COUNT];
	char word[16];
	*days = (struct fact_window){ .given = false };
	if (!value_text(setting, 0, 40, errors, &text) || !*text)
		return;
	size_t length = strcspn(text, " ");
	snprintf(word, sizeof(word), "%.*s", (int)length, text);
	int fact = word_index(word, item_facts);
	if (fact < 0 || fact_days((enum fact)fact) == 0)
		errors_at(errors, setting, "%s is not a health fact with a day%s", quote(word).text,
			  hint_words(word, names, dated_facts(names)).text);
	else if (!window_read(text + length + strspn(text + length, " "), field->most, days))
		errors_at(errors, setting,
			  "%s is not the days of a fact: write \"acute 0..3\" or \"acute 4\"",
			  quote(text).text);
	else
		*days = (struct fact_window){ true, (enum fact)fact, days->from, days->to };
}

void key_health(const config_setting_t *setting, const struct field *field, void *into,
		struct errors *errors)
{
	struct draft *draft = into;
	if (!config_setting_is_group(setting)) {
		errors_at(errors, setting, "must be a group: health : { FACT = true; };");
		return;
	}
	for (int i = 0; i < config_setting_length(setting); i++) {
		const config_setting_t *member = config_setting_get_elem(setting, (unsigned)i);
		const char *name = config_setting_name(member);
		int fact = word_index(name, item_facts);
		if (fact < 0) {
			errors_at(errors, member, "is not a health fact%s",
				  hint_words(name, item_facts, FACT_COUNT).text);
			continue;
		}
		fact_read(member, (enum fact)fact, &draft->plan.health, errors);
		field_given(&draft->facts[fact], member);
	}
}

/* Parse a list of kinds of cramp as bits; an invalid entry is an error line and ignored. */
static uint32_t kinds_read(const config_setting_t *setting, struct errors *errors)
{
	const config_setting_t *elements[CRAMP_COUNT];
	int count = value_list(setting, CRAMP_COUNT, errors, elements);
	uint32_t kinds = 0;
	if (count == 0)
		errors_at(errors, setting, "is empty: write \"postural\"");
	for (int i = 0; i < count; i++) {
		int kind;
		if (value_word(elements[i], item_cramp_kinds, CRAMP_COUNT, N_("kind of cramp"),
			       errors, &kind))
			kinds |= BIT(kind);
	}
	return kinds;
}

void key_kinds(const config_setting_t *setting, const struct field *field, void *into,
	       struct errors *errors)
{
	health_of(into)->kinds = kinds_read(setting, errors);
}

uint32_t key_kinds_of(const config_setting_t *setting, bool *good)
{
	struct errors ignored;
	errors_init(&ignored);
	uint32_t kinds = kinds_read(setting, &ignored);
	*good = ignored.count == 0;
	errors_finish(&ignored);
	return kinds;
}

void key_agreed(const config_setting_t *setting, const struct field *field, void *into,
		struct errors *errors)
{
	struct health *health = health_of(into);
	const config_setting_t *elements[AGREED_MAX];
	int count = value_list(setting, (int)field->most, errors, elements);
	health->agreed_count = 0;
	for (int i = 0; i < count; i++) {
		const struct item *item =
			key_item(elements[i], ((struct draft *)into)->own, errors);
		if (item)
			health->agreed[health->agreed_count++] = item;
	}
}

/* The kinds of cramp and causes that a clinician has to check first. */
static const struct {
	const char *word;
	uint32_t kinds, causes;
} checks[] = {
	{ "acute", BIT(CRAMP_ACUTE), 0 },
	{ "chronic", BIT(CRAMP_CHRONIC), 0 },
	{ "referred", BIT(CRAMP_REFERRED), 0 },
	{ "ischemic", BIT(CRAMP_ISCHEMIC), 0 },
	{ "neurological", BIT(CRAMP_NEUROLOGICAL), 0 },
	{ "nerve-impingement", 0, BIT(CAUSE_NERVE_IMPINGEMENT) },
	{ "spinal", 0, BIT(CAUSE_SPINAL) },
};

enum { CHECKS = sizeof(checks) / sizeof(checks[0]) };

void key_cleared(const config_setting_t *setting, const struct field *field, void *into,
		 struct errors *errors)
{
	struct health *health = health_of(into);
	const config_setting_t *elements[CHECKS];
	const char *words[CHECKS];
	int count = value_list(setting, CHECKS, errors, elements);
	health->cleared_kinds = health->cleared_causes = 0;
	for (int i = 0; i < CHECKS; i++)
		words[i] = checks[i].word;
	for (int i = 0; i < count; i++) {
		int check;
		if (!value_word(elements[i], words, CHECKS,
				N_("kind or cause that waits for a check"), errors, &check))
			continue;
		health->cleared_kinds |= checks[check].kinds;
		health->cleared_causes |= checks[check].causes;
	}
}
