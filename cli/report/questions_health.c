/* The question about health: words for what holds, and what a yes to one does. */
#include <string.h>

#include "cli/report/ask.h"
#include "cli/report/questions.h"
#include "cli/shared/lines.h"
#include "cli/shared/say.h"
#include "config/values.h"
#include "core/base/translate.h"

void setup_word(const char **at, char out[SETUP_WORD])
{
	static const char between[] = ", \t";
	*at += strspn(*at, between);
	size_t length = strcspn(*at, between);
	snprintf(out, SETUP_WORD, "%.*s", (int)(length < SETUP_WORD ? length : SETUP_WORD - 1),
		 *at);
	*at += length;
}

void setup_facts_explain(const struct setup *setup)
{
	for (enum fact fact = 0; fact < FACT_COUNT; fact++) {
		fputs("  ", stdout);
		lines_pad(stdout, item_facts[fact], SETUP_WIDTH);
		lines_wrap(stdout, _(fact_questions[fact]), 2 + SETUP_WIDTH, 2 + SETUP_WIDTH);
	}
}

/* Nobody has said no before the questions were answered. */
void setup_facts_present(const struct setup *setup, char out[CURRENT_SIZE])
{
	int length = 0;
	for (enum fact fact = 0; fact < FACT_COUNT; fact++)
		if (setup->facts[fact].holds)
			length += snprintf(out + length, (size_t)(CURRENT_SIZE - length), "%s%s",
					   length ? ", " : "", item_facts[fact]);
	if (length == 0)
		snprintf(out, CURRENT_SIZE, "%s",
			 current_setup_done(&setup->current) ? _("none") : "");
}

/* Those that hold already keep their day; a strain is one of today. */
static struct fact_answer fact_of(const struct setup *setup, enum fact fact)
{
	struct fact_answer answer = setup->facts[fact];
	if (!answer.holds)
		answer.day = fact == FACT_ACUTE ? setup->current.today : 0;
	answer.holds = true;
	return answer;
}

static bool is_none(const char *word)
{
	return strcmp(word, _("none")) == 0 || strcmp(word, "none") == 0;
}

/* The fact of a word; -1: there is none, and why is told. */
static int fact_find(const char *word, char why[SETUP_WHY])
{
	int fact = word_index(word, item_facts);
	if (fact < 0 && is_none(word))
		snprintf(why, SETUP_WHY, "%s", _("\"none\" stands alone: nothing holds."));
	else if (fact < 0)
		snprintf(why, SETUP_WHY, _("\"%s\" is not a health fact%s"), word,
			 hint_words(word, item_facts, FACT_COUNT).text);
	return fact;
}

/* What a yes to each of the words would do. */
static void facts_tell(const char *text, char why[SETUP_WHY])
{
	char word[SETUP_WORD];
	setup_word(&text, word);
	if (!word[0])
		snprintf(why, SETUP_WHY, "%s", _("Type a word behind it, such as: ? kidney"));
	for (; word[0]; setup_word(&text, word)) {
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

bool setup_facts_take(struct setup *setup, const char *text, char why[SETUP_WHY])
{
	struct fact_answer facts[FACT_COUNT] = { 0 };
	char word[SETUP_WORD];
	if (text[0] == '?') {
		facts_tell(text + 1, why);
		return false;
	}
	if (!text[0]) {
		snprintf(why, SETUP_WHY, "%s", _("Type the words that hold, or none."));
		return false;
	}
	bool none = is_none(text);
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
