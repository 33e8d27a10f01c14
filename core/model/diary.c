/* One table has all words; bits and values are stored, so new symptoms go to the end. */
#include "core/model/diary.h"

#include <string.h>

#include "core/base/synonym.h"
#include "core/base/text.h"

#define SYMPTOM(bit) DIARY_SYMPTOM, .value = UINT32_C(1) << (bit)

/* clang-format off */
const struct diary_word diary_words[] = {
	{ DIARY_SIDE, .value = SIDES_LEFT, .id = "left", .words = N_("left|left side|left leg") },
	{ DIARY_SIDE, .value = SIDES_RIGHT, .id = "right", .words = N_("right|right side|right leg") },
	{ DIARY_SIDE, .value = SIDES_BOTH, .id = "both", .words = N_("both|both sides|both legs") },

	{ DIARY_PLACE, .id = "hip", .words = N_("hip|hips|hip flexor") },
	{ DIARY_PLACE, .id = "groin", .words = N_("groin") },
	{ DIARY_PLACE, .id = "thigh", .words = N_("thigh|thighs|front of the thigh") },
	{ DIARY_PLACE, .id = "hamstring", .words = N_("back of the thigh|hamstrings") },
	{ DIARY_PLACE, .id = "buttock", .words = N_("buttock|buttocks") },
	{ DIARY_PLACE, .id = "back", .words = N_("back|low back|lower back") },
	{ DIARY_PLACE, .id = "belly", .words = N_("belly|abdomen|stomach") },
	{ DIARY_PLACE, .id = "knee", .words = N_("knee|knees") },
	{ DIARY_PLACE, .id = "calf", .words = N_("calf|calves") },
	{ DIARY_PLACE, .id = "foot", .words = N_("foot|feet|toes") },

	{ SYMPTOM(0), .id = "sharp", .words = N_("sharp pain|stabbing|shooting") },
	{ SYMPTOM(1), .id = "dull", .words = N_("dull ache|ache|aching") },
	{ SYMPTOM(2), .id = "throbbing", .words = N_("throbbing|pulsing") },
	{ SYMPTOM(3), .id = "burning", .words = N_("burning") },
	{ SYMPTOM(4), .id = "spasm", .words = N_("spasm|spasms|twitching|twitches") },
	{ SYMPTOM(5), .id = "tight", .words = N_("tightness|tense") },
	{ SYMPTOM(6), .id = "stiff", .words = N_("stiffness|hard to bend") },
	{ SYMPTOM(7), .id = "groin-pain", .words = N_("pain in the groin|groin ache") },
	{ SYMPTOM(8), .id = "back-pain", .words = N_("pain in the low back|backache|low back pain") },
	{ SYMPTOM(9), .id = "belly-pain", .words = N_("pain in the belly|bellyache|abdominal pain") },
	{ SYMPTOM(10), .id = "down-leg", .words = N_("pain that runs down the leg|radiating|radiates|down the leg") },
	{ SYMPTOM(11), .id = "standing-up", .words = N_("hard to stand up straight|standing straight|stand up|bent over") },
	{ SYMPTOM(12), .id = "walking", .words = N_("hurts on walking|limp|limping|walk") },
	{ SYMPTOM(13), .id = "stairs", .words = N_("hurts on stairs|climbing|climbing stairs") },
	{ SYMPTOM(14), .id = "lifting", .words = N_("hurts on lifting the leg|lifting the leg|lifting the knee") },
	{ SYMPTOM(15), .id = "clicking", .words = N_("clicking hip|snapping|popping|clicks") },
	{ SYMPTOM(16), .id = "tender", .words = N_("tender to the touch|tenderness|sore") },
	{ SYMPTOM(17), .id = "tired", .words = N_("tired muscle|fatigue|tiredness|exhausted") },
	{ SYMPTOM(18), .id = "weak", .words = N_("weak leg|weakness|gives way"), .sign = true },
	{ SYMPTOM(19), .id = "numb", .words = N_("numb or tingling|numbness|tingling|tingles|pins and needles"), .sign = true },
	{ SYMPTOM(20), .id = "swelling", .words = N_("swelling, redness or warmth|swollen|red|redness|hot|warm"), .sign = true },
	{ SYMPTOM(21), .id = "fever", .words = N_("fever|feverish|shivering"), .sign = true },
	{ DIARY_SYMPTOM, .value = DIARY_WOKE, .id = "woke", .words = N_("woke you|woke me|woke me up|woken|waked|awake") },

	{ DIARY_KIND, .value = CRAMP_ACUTE, .id = "acute", .words = N_("acute|strain|strained|injury") },
	{ DIARY_KIND, .value = CRAMP_CHRONIC, .id = "chronic", .words = N_("chronic") },
	{ DIARY_KIND, .value = CRAMP_EXERTIONAL, .id = "exertional", .words = N_("exertional|sport|sports|exercise|running|workout|training") },
	{ DIARY_KIND, .value = CRAMP_NOCTURNAL, .id = "nocturnal", .words = N_("nocturnal|night|at night|bed|in bed|asleep|sleep") },
	{ DIARY_KIND, .value = CRAMP_REFERRED, .id = "referred", .words = N_("referred|from the back") },
	{ DIARY_KIND, .value = CRAMP_POSTURAL, .id = "postural", .words = N_("postural|posture|sitting|sat|desk|at the desk") },
	{ DIARY_KIND, .value = CRAMP_ISCHEMIC, .id = "ischemic", .words = N_("ischemic|ischaemic|circulation|blood flow") },
	{ DIARY_KIND, .value = CRAMP_NEUROLOGICAL, .id = "neurological", .words = N_("neurological|nerve|nerves") },
	{ DIARY_KIND, .value = CRAMP_ELECTROLYTE, .id = "electrolyte", .words = N_("electrolyte|electrolytes|sweat|sweating|sickness") },
	{ DIARY_KIND, .value = CRAMP_DEHYDRATION, .id = "dehydration", .words = N_("dehydration|dehydrated|thirst|thirsty|heat") },

	{ DIARY_TIME, .id = "now", .words = N_("now|just now") },
	{ DIARY_TIME, .id = "ago", .words = N_("ago") },
	{ DIARY_TIME, .id = "today", .words = N_("today|this") },
	{ DIARY_TIME, .id = "yesterday", .words = N_("yesterday") },
	{ DIARY_TIME, .id = "last night", .words = N_("last night|tonight") },
	{ DIARY_TIME, .id = "morning", .words = N_("morning") },
	{ DIARY_TIME, .id = "afternoon", .words = N_("afternoon") },
	{ DIARY_TIME, .id = "evening", .words = N_("evening") },
	/* Behind "morning": some languages have one word for both. */
	{ DIARY_TIME, .id = "tomorrow", .words = N_("tomorrow") },
	{ DIARY_TIME, .id = "half an hour", .words = N_("half an hour") },
	{ DIARY_TIME, .id = "half", .words = N_("half") },
	{ DIARY_TIME, .id = "minutes", .words = N_("minutes|minute") },
	{ DIARY_TIME, .id = "hours", .words = N_("hours|hour") },
	{ DIARY_TIME, .id = "days", .words = N_("days|day") },
	/* In the translation: what may also stand behind a number without a blank, "3h". */
	{ DIARY_TIME, .id = "o'clock", .words = N_("o'clock") },
	{ DIARY_TIME, .id = "noon", .words = N_("noon") },
	{ DIARY_TIME, .id = "midnight", .words = N_("midnight") },
	{ DIARY_TIME, .id = "monday", .words = N_("monday|mon") },
	{ DIARY_TIME, .id = "tuesday", .words = N_("tuesday|tue") },
	{ DIARY_TIME, .id = "wednesday", .words = N_("wednesday|wed") },
	{ DIARY_TIME, .id = "thursday", .words = N_("thursday|thu") },
	{ DIARY_TIME, .id = "friday", .words = N_("friday|fri") },
	{ DIARY_TIME, .id = "saturday", .words = N_("saturday|sat.") },
	{ DIARY_TIME, .id = "sunday", .words = N_("sunday|sun") },

	{ DIARY_FILLER, .id = "at", .words = N_("at|around") },
	/* In the translation: before a length that is yet to come. */
	{ DIARY_FILLER, .id = "in", .words = N_("in|in about") },
	/* In the translation: articles, prepositions and the like. */
	{ DIARY_FILLER, .id = "a", .words = N_("a|an|the|on|of|my|and|with|me|up|it|was|for|to|cramp|leg|side|strength") },
};
/* clang-format on */

const size_t diary_words_count = sizeof(diary_words) / sizeof(diary_words[0]);

enum cramp diary_kind(uint32_t marks)
{
	uint32_t kind = marks >> DIARY_KIND_SHIFT & 15;
	return kind >= 1 && kind <= CRAMP_COUNT ? (enum cramp)(kind - 1) : CRAMP_COUNT;
}

uint32_t diary_kind_bits(enum cramp cramp)
{
	return cramp < CRAMP_COUNT ? ((uint32_t)cramp + 1) << DIARY_KIND_SHIFT : 0;
}

uint32_t diary_signs(uint32_t marks)
{
	uint32_t signs = 0;
	for (size_t i = 0; i < diary_words_count; i++)
		if (diary_words[i].sign)
			signs |= marks & diary_words[i].value;
	return signs;
}

const struct diary_word *diary_id(enum diary_group group, const char *id)
{
	for (size_t i = 0; i < diary_words_count; i++)
		if (diary_words[i].group == group && strcmp(diary_words[i].id, id) == 0)
			return &diary_words[i];
	return NULL;
}

const struct diary_word *diary_side(uint32_t sides)
{
	for (size_t i = 0; i < diary_words_count; i++)
		if (diary_words[i].group == DIARY_SIDE && diary_words[i].value == sides)
			return &diary_words[i];
	return NULL;
}

/* A kind of cramp as `limber kinds` has it in the user's language. */
static bool is_kind(const struct diary_word *word, const char *text, size_t length,
		    words_translate *translate)
{
	const char *name = word->group == DIARY_KIND ? tr(translate, word->id) : "";
	return synonym_is(text, length, name, strlen(name));
}

/* Ids first: a word of one row may be the id of another. */
const struct diary_word *diary_find(const char *text, size_t length, words_translate *translate)
{
	for (size_t i = 0; i < diary_words_count; i++)
		if (synonym_is(text, length, diary_words[i].id, strlen(diary_words[i].id)))
			return &diary_words[i];
	for (size_t i = 0; i < diary_words_count; i++)
		if (is_kind(&diary_words[i], text, length, translate) ||
		    synonym_of(text, length, diary_words[i].words, translate))
			return &diary_words[i];
	return NULL;
}

void diary_say(const struct diary_word *word, words_translate *translate, char out[DIARY_WORD_SIZE])
{
	const char *words = tr(translate, word->group == DIARY_KIND ? word->id : word->words);
	size_t length = strcspn(words, "|");
	if (length >= DIARY_WORD_SIZE)
		length = text_fit(words, DIARY_WORD_SIZE);
	memcpy(out, words, length);
	out[length] = '\0';
}
