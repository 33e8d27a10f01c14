/*
 * A part of the answers is given when a file has its key, whatever the value: who writes
 * `kidney = false` has answered. A key that only disappeared has not been answered.
 */
#include "config/answers.h"

#include <string.h>

#include "config/errors.h"
#include "config/layers.h"
#include "config/values.h"

#define BIT(index) (UINT32_C(1) << (index))

/* Where a file gives a key; NULL: none does. */
static const struct config_place *place_of(const struct config *config, const char *key)
{
	const struct config_value *value = config_value_find(config, NULL, key);
	if (!value)
		return NULL;
	bool runtime = value->is.file && strcmp(value->is.file, LAYER_RUNTIME) == 0;
	const struct config_place *place = runtime ? &value->was : &value->is;
	return place->file && place->line > 0 ? place : NULL;
}

enum { KEY_MAX = 32 };

static void fact_key(enum fact fact, char out[KEY_MAX])
{
	snprintf(out, KEY_MAX, "health.%s", item_facts[fact]);
}

static const struct config_place *fact_place(const struct config *config, enum fact fact)
{
	char key[KEY_MAX];
	fact_key(fact, key);
	return place_of(config, key);
}

/* Neither false nor "". */
static bool says_yes(const struct config_place *place)
{
	return place && strcmp(place->value, "false") != 0 && strcmp(place->value, "\"\"") != 0;
}

static uint32_t kinds_in(const char *value)
{
	uint32_t kinds = 0;
	char word[KEY_MAX];
	for (int i = 0; i < CRAMP_COUNT; i++) {
		snprintf(word, sizeof(word), "\"%s\"", item_cramp_kinds[i]);
		kinds |= strstr(value, word) ? BIT(i) : 0;
	}
	return kinds == BIT(CRAMP_POSTURAL) ? 0 : kinds;
}

void config_answers(const struct config *config, struct answers *ret)
{
	const struct config_place *asked = place_of(config, "health_asked");
	const struct config_place *kinds = place_of(config, "kinds");
	*ret = (struct answers){ .warned = says_yes(place_of(config, "warning")) };
	if (says_yes(asked))
		ret->asked = config_plan(config)->health.asked;
	if (kinds)
		ret->kinds = kinds_in(kinds->value);
	for (enum fact fact = 0; fact < FACT_COUNT; fact++)
		if (says_yes(fact_place(config, fact)))
			ret->facts |= BIT(fact);
}

static bool answers_are_none(const struct answers *answers)
{
	return answers->asked == 0 && answers->facts == 0 && answers->kinds == 0 &&
	       !answers->warned;
}

bool config_answers_lost(const struct config *config, const struct answers *had,
			 struct answers *ret)
{
	struct answers lost = *had;
	for (enum fact fact = 0; fact < FACT_COUNT; fact++)
		if (fact_place(config, fact))
			lost.facts &= ~BIT(fact);
	if (place_of(config, "health_asked"))
		lost.asked = 0;
	if (place_of(config, "kinds"))
		lost.kinds = 0;
	if (place_of(config, "warning"))
		lost.warned = false;
	*ret = lost;
	return !answers_are_none(&lost);
}

void answers_add(struct answers *answers, const struct answers *other)
{
	if (other->asked > answers->asked)
		answers->asked = other->asked;
	answers->facts |= other->facts;
	answers->kinds |= other->kinds;
	answers->warned |= other->warned;
}

bool answers_settle(struct answers *answers, const char *key)
{
	struct answers left = *answers;
	char name[KEY_MAX];
	if (strcmp(key, "health_asked") == 0)
		left.asked = 0, left.facts = 0;
	if (strcmp(key, "kinds") == 0)
		left.kinds = 0;
	if (strcmp(key, "warning") == 0)
		left.warned = false;
	for (enum fact fact = 0; fact < FACT_COUNT; fact++) {
		fact_key(fact, name);
		if (strcmp(key, name) == 0)
			left.facts &= ~BIT(fact);
	}
	bool settled = left.asked != answers->asked || left.facts != answers->facts ||
		       left.kinds != answers->kinds || left.warned != answers->warned;
	*answers = left;
	return settled;
}

/* A text that grows; what does not fit is cut. */
struct words {
	char *text;
	size_t size, length;
};

static void words_add(struct words *words, const char *text)
{
	size_t room = words->size - words->length;
	int length = snprintf(words->text + words->length, room, "%s", text);
	words->length += length < (int)room ? (size_t)length : room - 1;
}

/* Words of a set, each behind `before`, with `between` from the second on. */
static void words_add_set(struct words *words, uint32_t set, const char *const names[],
			  const char *before, const char *between)
{
	bool any = false;
	for (int i = 0; names[i]; i++) {
		if (!(set & BIT(i)))
			continue;
		words_add(words, any ? between : "");
		words_add(words, before);
		words_add(words, names[i]);
		any = true;
	}
}

static void add_missing(struct words *words, const struct answers *lost)
{
	char day[DATE_SIZE];
	const char *gap = " ";
	if (lost->asked || lost->facts) {
		words_add(words, gap);
		words_add(words, _("the health questions"));
		if (lost->asked) {
			date_print(lost->asked, day);
			words_add(words, _(" of "));
			words_add(words, day);
		}
		words_add(words, lost->facts ? " (" : "");
		words_add_set(words, lost->facts, item_facts, "", ", ");
		words_add(words, lost->facts ? ")" : "");
		gap = "; ";
	}
	if (lost->kinds) {
		words_add(words, gap);
		words_add(words, _("kinds of cramp"));
		words_add(words, " (");
		words_add_set(words, lost->kinds, item_cramp_kinds, "", ", ");
		words_add(words, ")");
		gap = "; ";
	}
	if (lost->warned) {
		words_add(words, gap);
		words_add(words, _("a warning sign"));
	}
	words_add(words, ". ");
}

static void add_remedies(struct words *words, const struct answers *lost)
{
	const char *gap = " ";
	words_add(words, _("Until then only walks and short pauses come. To answer again:"));
	if (lost->asked || lost->facts) {
		words_add(words, " limber health");
		gap = "; ";
	}
	if (lost->kinds) {
		words_add(words, gap);
		words_add(words, "limber kinds add");
		words_add_set(words, lost->kinds, item_cramp_kinds, " ", "");
		gap = "; ";
	}
	if (lost->warned) {
		words_add(words, gap);
		words_add(words, "limber warnings");
	}
	words_add(words, ". ");
}

void answers_lost_say(const struct answers *lost, char out[ANSWERS_SIZE])
{
	struct words words = { out, ANSWERS_SIZE, 0 };
	out[0] = '\0';
	words_add(&words, _("Answers of yours are no longer in the files:"));
	add_missing(&words, lost);
	add_remedies(&words, lost);
	words_add(&words, _("If you removed them on purpose: limber unset"));
	words_add_set(&words, lost->facts, item_facts, " health.", "");
	words_add(&words, lost->asked ? " health_asked" : "");
	words_add(&words, lost->kinds ? " kinds" : "");
	words_add(&words, lost->warned ? " warning" : "");
}
