/*
 * Where and when: each word is a kind of cramp, or none. A person types words as a script does, and
 * sentences too: "my calf, at night"; both questions know all of them.
 */
#include <string.h>
#include <strings.h>

#include "cli/report/cramps.h"
#include "cli/report/setup.h"
#include "cli/shared/lines.h"
#include "cli/shared/say.h"
#include "config/values.h"
#include "core/base/ascii.h"
#include "core/base/translate.h"

#define BIT(index) (UINT32_C(1) << (index))

struct choice {
	const char *word;
	enum cramp cramp;  /* CRAMP_COUNT: no kind of its own */
	const char *alike; /* other words for it, each between blanks */
	const char *help;  /* marked for gettext; NULL: that of the kind */
};

static const struct choice places[] = {
	{ "hip", CRAMP_COUNT, " hips groin groins hüfte leiste ",
	  N_("the front of the hip, the groin") },
	{ "thigh", CRAMP_COUNT, " thighs leg legs oberschenkel schenkel bein beine ",
	  N_("the front of the thigh, the leg") },
	{ "calf", CRAMP_COUNT, " calfs calves wade waden ", N_("where most cramps at night are") },
	{ "foot", CRAMP_COUNT, " feet toe toes fuß füße zehe zehen ", N_("the foot, the toes") },
	{ "back", CRAMP_REFERRED, " spine rücken ", NULL },
	{ "numb", CRAMP_NEUROLOGICAL, " numbness tingling tingly weak weakness taub kribbeln ",
	  NULL },
	{ "walking", CRAMP_ISCHEMIC, " walk walks gehen laufen ", NULL },
	{ "nothing", CRAMP_COUNT, "", N_("it is not tight, and you sit: that is an answer") },
};

static const struct choice moments[] = {
	{ "sitting", CRAMP_POSTURAL, " sit sits seated desk sitzen sitze ", NULL },
	{ "night", CRAMP_NOCTURNAL,
	  " nights nightly bed asleep sleep sleeping nachts nacht bett schlaf ", NULL },
	{ "sport", CRAMP_EXERTIONAL, " sports exercise training running run workout ", NULL },
	{ "strain", CRAMP_ACUTE, " strained injury injured zerrung ", NULL },
	{ "months", CRAMP_CHRONIC, " month weeks always chronic monate wochen immer ", NULL },
	{ "sweat", CRAMP_ELECTROLYTE, " sweating sickness sick schwitzen schweiß ", NULL },
	{ "heat", CRAMP_DEHYDRATION, " hot summer hitze sommer ", NULL },
	{ "nothing", CRAMP_COUNT, "", N_("no cramps: what sitting needs") },
};

/* The words that are shown, in the order of the tables; each is known to them in each language. */
static const char *const places_shown = N_("hip, thigh, calf, foot, back, numb, walking, nothing");
static const char *const moments_shown =
	N_("sitting, night, sport, strain, months, sweat, heat, nothing");

enum {
	PLACES = sizeof(places) / sizeof(places[0]),
	MOMENTS = sizeof(moments) / sizeof(moments[0]),
};

/* Words of sentences that mean none of it. */
static const char fillers[] = " i i'm am only just my the a an in at on of or and from after while "
			      "when with to it is both "
			      "left right side front ich nur und oder im am an der die das beim "
			      "vom nach mein meine links "
			      "rechts ";

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

bool setup_is_none(const char *text)
{
	static const char *const words[] = { "none", "nothing", "no",   "n",   "never", "-",
					     "kein", "keine",   "nein", "nie", "nichts" };
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		if (strcasecmp(text, words[i]) == 0)
			return true;
	return strcasecmp(text, _("none")) == 0 || strcasecmp(text, _("nothing")) == 0 ||
	       strcasecmp(text, _("no")) == 0;
}

static bool is_in(const char *word, const char *words)
{
	char bounded[SETUP_WORD + 2];
	snprintf(bounded, sizeof(bounded), " %s ", word);
	return strstr(words, bounded) != NULL;
}

static const struct choice *choice_find(const char *word, const struct choice choices[],
					size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (strcmp(word, choices[i].word) == 0 || is_in(word, choices[i].alike))
			return &choices[i];
	return NULL;
}

/* Number `index` of a list with commas. */
static void shown_word(const char *list, size_t index, char out[SETUP_WORD])
{
	const char *at = list;
	for (size_t i = 0; i < index && *at; i++)
		at += strcspn(at, ",") + strspn(at + strcspn(at, ","), ", ");
	snprintf(out, SETUP_WORD, "%.*s", (int)strcspn(at, ","), at);
}

static const char *shown_list(const struct choice choices[])
{
	return choices == places ? _(places_shown) : _(moments_shown);
}

static void choices_print(const struct choice choices[], size_t count)
{
	for (size_t i = 0; i < count; i++) {
		const char *help = choices[i].help;
		char word[SETUP_WORD];
		shown_word(shown_list(choices), i, word);
		fputs("  ", stdout);
		lines_pad(stdout, word, SETUP_WIDTH);
		lines_wrap(stdout, help ? _(help) : _(cramp_texts[choices[i].cramp]),
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
	for (size_t i = 0; i < count; i++) {
		char word[SETUP_WORD];
		shown_word(shown_list(choices), i, word);
		if (choices[i].cramp != CRAMP_COUNT && setup->kinds & BIT(choices[i].cramp))
			length += snprintf(out + length, (size_t)(CURRENT_SIZE - length), "%s%s",
					   length ? ", " : "", word);
	}
	if (length == 0)
		snprintf(out, CURRENT_SIZE, "%s", _("nothing"));
}

static bool choice_take(const struct choice choices[], size_t count, const char *word,
			uint32_t *kinds, char why[SETUP_WHY])
{
	const char *words[PLACES + MOMENTS];
	const struct choice *choice = choice_find(word, places, PLACES);
	if (!choice)
		choice = choice_find(word, moments, MOMENTS);
	if (choice && choice->cramp != CRAMP_COUNT)
		*kinds |= BIT(choice->cramp);
	if (choice || setup_is_none(word) || is_in(word, fillers))
		return true;
	for (size_t i = 0; i < count; i++)
		words[i] = choices[i].word;
	snprintf(why, SETUP_WHY, _("\"%s\" is none of the words%s"), word,
		 hint_words(word, words, count).text);
	return false;
}

/* What to know first with a kind that is new. */
static void kinds_tell(uint32_t kinds)
{
	for (enum cramp cramp = 0; cramp < CRAMP_COUNT; cramp++)
		if (kinds & BIT(cramp) && cramp_first(cramp)) {
			fputs("  ", stdout);
			lines_wrap(stdout, _(cramp_first(cramp)), 2, 2);
		}
}

static bool choices_take(struct setup *setup, const struct choice choices[], size_t count,
			 const char *text, char why[SETUP_WHY])
{
	uint32_t kinds = setup->kinds & ~choices_mask(choices, count);
	uint32_t before = current_health(&setup->current)->kinds;
	char word[SETUP_WORD];
	for (setup_word(&text, word); word[0]; setup_word(&text, word))
		if (!choice_take(choices, count, word, &kinds, why))
			return false;
	kinds_tell(kinds & ~setup->kinds);
	setup->kinds = kinds;
	bool strained = kinds & ~before & BIT(CRAMP_ACUTE);
	if (strained && !setup->strained) {
		fputs("  ", stdout);
		lines_wrap(stdout,
			   _("The strain counts as one of today, for 72 hours. Another day: limber "
			     "health acute=2026-11-22"),
			   2, 2);
	}
	setup->strained = strained;
	return true;
}

void setup_where_text(const struct setup *setup, int number, char out[SETUP_TEXT])
{
	snprintf(out, SETUP_TEXT, "%s",
		 _("Where is it tight, or does it cramp? hip, thigh, calf, foot, back (or down the "
		   "leg), numb, walking (rest stops it), or nothing:"));
}

void setup_where_help(const struct setup *setup, int number)
{
	choices_print(places, PLACES);
}

void setup_where_present(const struct setup *setup, char out[CURRENT_SIZE])
{
	choices_present(setup, places, PLACES, out);
}

bool setup_where_take(struct setup *setup, int number, const char *text, char why[SETUP_WHY])
{
	return choices_take(setup, places, PLACES, text, why);
}

void setup_when_text(const struct setup *setup, int number, char out[SETUP_TEXT])
{
	snprintf(out, SETUP_TEXT, "%s",
		 _("When? sitting, night, sport, strain, months, sweat, heat, or nothing:"));
}

void setup_when_help(const struct setup *setup, int number)
{
	choices_print(moments, MOMENTS);
}

void setup_when_present(const struct setup *setup, char out[CURRENT_SIZE])
{
	choices_present(setup, moments, MOMENTS, out);
}

bool setup_when_take(struct setup *setup, int number, const char *text, char why[SETUP_WHY])
{
	return choices_take(setup, moments, MOMENTS, text, why);
}
