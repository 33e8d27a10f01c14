/*
 * Questions 1 and 2: where and when. Each word stands for a kind of cramp, or for none. People type
 * sentences too, as "my calf, at night", so both questions accept the words of both.
 */
#include <string.h>

#include "cli/report/cramps.h"
#include "cli/report/setup.h"
#include "cli/shared/lines.h"
#include "cli/shared/say.h"
#include "config/values.h"
#include "core/base/ascii.h"
#include "core/base/synonym.h"

#define BIT(index) (UINT32_C(1) << (index))

struct choice {
	const char *word;
	enum cramp cramp;  /* CRAMP_COUNT: none */
	const char *alike; /* synonyms, marked for gettext */
	const char *help;  /* marked for gettext; NULL: that of the kind */
};

static const struct choice places[] = {
	{ "hip", CRAMP_COUNT, N_("hips|groin|groins"), N_("the front of the hip, the groin") },
	{ "thigh", CRAMP_COUNT, N_("thighs|leg|legs"), N_("the front of the thigh, the leg") },
	{ "calf", CRAMP_COUNT, N_("calfs|calves"), N_("where most cramps at night are") },
	{ "foot", CRAMP_COUNT, N_("feet|toe|toes"), N_("the foot, the toes") },
	{ "back", CRAMP_REFERRED, N_("spine"), NULL },
	{ "numb", CRAMP_NEUROLOGICAL, N_("numbness|tingling|tingly|weak|weakness"), NULL },
	{ "walking", CRAMP_ISCHEMIC, N_("walk|walks"), NULL },
	{ "nothing", CRAMP_COUNT, "", N_("it is not tight, and you sit: that is an answer") },
};

static const struct choice moments[] = {
	{ "sitting", CRAMP_POSTURAL, N_("sit|sits|seated|desk"), NULL },
	{ "night", CRAMP_NOCTURNAL, N_("nights|nightly|bed|asleep|sleep|sleeping"), NULL },
	{ "sport", CRAMP_EXERTIONAL, N_("sports|exercise|training|running|run|workout"), NULL },
	{ "strain", CRAMP_ACUTE, N_("strained|injury|injured"), NULL },
	{ "months", CRAMP_CHRONIC, N_("month|weeks|always|chronic"), NULL },
	{ "sweat", CRAMP_ELECTROLYTE, N_("sweating|sickness|sick"), NULL },
	{ "heat", CRAMP_DEHYDRATION, N_("hot|summer"), NULL },
	{ "nothing", CRAMP_COUNT, "", N_("no cramps: what sitting needs") },
};

enum {
	PLACES = sizeof(places) / sizeof(places[0]),
	MOMENTS = sizeof(moments) / sizeof(moments[0]),
};

/* The choices of a question, by its number. */
static const struct choices {
	const struct choice *rows;
	size_t count;
	const char *shown; /* the words to show, and to type, in the order of the rows */
} questions[] = {
	[1] = { places, PLACES, N_("hip, thigh, calf, foot, back, numb, walking, nothing") },
	[2] = { moments, MOMENTS,
		N_("sitting, night, sport, strain, months, sweat, heat, nothing") },
};

/* In the translation: words of sentences that stand for no kind of cramp, each without blanks. */
static const char *const fillers =
	N_("i|i'm|am|only|just|my|the|a|an|in|at|on|of|or|and|from|after|"
	   "while|when|with|to|it|is|both|"
	   "left|right|side|front");

void setup_word(const char **at, char out[SETUP_WORD])
{
	static const char between[] = ", \t;./+";
	*at += strspn(*at, between);
	size_t length = strcspn(*at, between);
	snprintf(out, SETUP_WORD, "%.*s", (int)(length < SETUP_WORD ? length : SETUP_WORD - 1),
		 *at);
	for (char *letter = out; *letter; letter++)
		*letter = ascii_lower(*letter);
	*at += length;
}

static bool is_word(const char *word, const char *words)
{
	return synonym_of(word, strlen(word), words, say_translate);
}

bool setup_is_none(const char *text)
{
	return is_word(text, N_("none|nothing|no|n|never|-"));
}

/* Number `index` of a list with commas. */
static void shown_word(const char *list, size_t index, char out[SETUP_WORD])
{
	const char *at = list;
	for (size_t i = 0; i < index && *at; i++)
		at += strcspn(at, ",") + strspn(at + strcspn(at, ","), ", ");
	snprintf(out, SETUP_WORD, "%.*s", (int)strcspn(at, ","), at);
}

static const struct choice *choice_find(const char *word, const struct choices *choices)
{
	for (size_t i = 0; i < choices->count; i++) {
		const struct choice *row = &choices->rows[i];
		char shown[SETUP_WORD];
		shown_word(_(choices->shown), i, shown);
		if (is_word(word, row->word) || is_word(word, shown) || is_word(word, row->alike))
			return row;
	}
	return NULL;
}

static void choices_print(const struct choices *choices)
{
	for (size_t i = 0; i < choices->count; i++) {
		const struct choice *choice = &choices->rows[i];
		char word[SETUP_WORD];
		shown_word(_(choices->shown), i, word);
		lines_row(stdout, word, SETUP_WIDTH,
			  choice->help ? _(choice->help) : _(cramp_texts[choice->cramp]));
	}
}

static uint32_t choices_mask(const struct choices *choices)
{
	uint32_t mask = 0;
	for (size_t i = 0; i < choices->count; i++)
		if (choices->rows[i].cramp != CRAMP_COUNT)
			mask |= BIT(choices->rows[i].cramp);
	return mask;
}

static bool choice_take(const struct choices *choices, const char *word, uint32_t *kinds,
			char why[SETUP_WHY])
{
	const char *words[PLACES + MOMENTS];
	const struct choice *choice = choice_find(word, &questions[1]);
	if (!choice)
		choice = choice_find(word, &questions[2]);
	if (choice && choice->cramp != CRAMP_COUNT)
		*kinds |= BIT(choice->cramp);
	if (choice || setup_is_none(word) || is_word(word, fillers))
		return true;
	for (size_t i = 0; i < choices->count; i++)
		words[i] = choices->rows[i].word;
	snprintf(why, SETUP_WHY, _("\"%s\" is none of the words%s"), word,
		 hint_words(word, words, choices->count).text);
	return false;
}

/* The warnings of the kinds that are new. */
static void warnings_print(uint32_t kinds)
{
	for (enum cramp cramp = 0; cramp < CRAMP_COUNT; cramp++)
		if (kinds & BIT(cramp) && cramp_first(cramp))
			lines_indent(stdout, _(cramp_first(cramp)), 2, 2);
}

static bool choices_take(struct setup *setup, const struct choices *choices, const char *text,
			 char why[SETUP_WHY])
{
	uint32_t kinds = setup->kinds & ~choices_mask(choices);
	uint32_t before = current_health(&setup->current)->kinds;
	char word[SETUP_WORD];
	for (setup_word(&text, word); word[0]; setup_word(&text, word))
		if (!choice_take(choices, word, &kinds, why))
			return false;
	warnings_print(kinds & ~setup->kinds);
	setup->kinds = kinds;
	bool strained = kinds & ~before & BIT(CRAMP_ACUTE);
	if (strained && !setup->strained)
		lines_indent(
			stdout,
			_("The strain counts as one of today, for 72 hours. Another day: limber "
			  "health acute=2026-11-22"),
			2, 2);
	setup->strained = strained;
	return true;
}

void setup_words_help(int number)
{
	choices_print(&questions[number]);
}

void setup_words_present(const struct setup *setup, int number, char out[CURRENT_SIZE])
{
	const struct choices *choices = &questions[number];
	out[0] = '\0';
	for (size_t i = 0; i < choices->count; i++) {
		char word[SETUP_WORD];
		enum cramp cramp = choices->rows[i].cramp;
		shown_word(_(choices->shown), i, word);
		if (cramp != CRAMP_COUNT && setup->kinds & BIT(cramp))
			say_list(out, CURRENT_SIZE, word);
	}
	if (!out[0])
		snprintf(out, CURRENT_SIZE, "%s", _("nothing"));
}

bool setup_words_take(struct setup *setup, int number, const char *text, char why[SETUP_WHY])
{
	return choices_take(setup, &questions[number], text, why);
}
