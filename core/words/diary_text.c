/* Nothing here is a diagnosis, and nothing alarms: what the diary has, and where to look. */
#include "core/words/diary_text.h"

#include <string.h>

#include "core/base/ascii.h"
#include "core/base/text.h"

static void list_add(char out[DIARY_SAID], const char *text)
{
	size_t used = strlen(out), length = text_fit(text, DIARY_SAID - used);
	if (used > 0 && used + 2 + length < DIARY_SAID) {
		memcpy(out + used, ", ", 2);
		used += 2;
	} else if (used > 0)
		return;
	memcpy(out + used, text, length);
	out[used + length] = '\0';
}

static void word_add(char out[DIARY_SAID], const struct diary_word *word,
		     words_translate *translate)
{
	char text[DIARY_WORD_SIZE];
	diary_say(word, translate, text);
	list_add(out, text);
}

/* "left calf", or one of both. */
static void place_add(char out[DIARY_SAID], const struct record *row, words_translate *translate)
{
	const struct diary_word *place = diary_id(DIARY_PLACE, row->item);
	const struct diary_word *side = row->sides ? diary_side(row->sides) : NULL;
	char at[DIARY_WORD_SIZE], by[DIARY_WORD_SIZE], text[2 * DIARY_WORD_SIZE];
	if (!place || !side) {
		if (place || side)
			word_add(out, place ? place : side, translate);
		return;
	}
	diary_say(place, translate, at);
	diary_say(side, translate, by);
	words_fill(text, sizeof(text), tr(translate, N_("{side} {place}")), "side", by, "place", at,
		   NULL);
	list_add(out, text);
}

static void amount_add(char out[DIARY_SAID], int32_t amount, words_translate *translate)
{
	char text[32], number[12];
	ascii_put_number(number, (uint64_t)(amount < 0 ? 0 : amount));
	words_fill(text, sizeof(text), tr(translate, N_("{number} of 10")), "number", number, NULL);
	list_add(out, text);
}

static void marks_add(char out[DIARY_SAID], uint32_t marks, words_translate *translate)
{
	for (size_t i = 0; i < diary_words_count; i++)
		if (diary_words[i].group == DIARY_SYMPTOM && marks & diary_words[i].value)
			word_add(out, &diary_words[i], translate);
}

void diary_marks_say(uint32_t marks, words_translate *translate, char out[DIARY_SAID])
{
	out[0] = '\0';
	marks_add(out, marks, translate);
}

void diary_place_say(const struct record *row, words_translate *translate, char out[DIARY_SAID])
{
	out[0] = '\0';
	place_add(out, row, translate);
}

/* The kind, and what was felt. */
static void more_add(char out[DIARY_SAID], uint32_t marks, words_translate *translate)
{
	enum cramp kind = diary_kind(marks);
	if (kind != CRAMP_COUNT)
		word_add(out, diary_id(DIARY_KIND, item_cramp_kinds[kind]), translate);
	marks_add(out, marks & DIARY_SYMPTOM_BITS, translate);
}

void diary_more_say(const struct record *row, words_translate *translate, char out[DIARY_SAID])
{
	out[0] = '\0';
	more_add(out, row->marks, translate);
}

void diary_row_say(const struct record *row, words_translate *translate, char out[DIARY_SAID])
{
	out[0] = '\0';
	if (row->kind == RECORD_SCORE)
		amount_add(out, row->amount, translate);
	if (row->kind != RECORD_CRAMP)
		return;
	place_add(out, row, translate);
	if (diary_is_rated(row))
		amount_add(out, row->amount, translate);
	marks_add(out, row->marks & DIARY_WOKE, translate);
	more_add(out, row->marks, translate);
}

const char *diary_nights_say(int nights)
{
	static const char *const sentences[] = {
		"",
		"",
		N_("Second night this week."),
		N_("Third night this week."),
		N_("Fourth night this week."),
		N_("Fifth night this week."),
		N_("Sixth night this week."),
		N_("Seventh night this week."),
	};
	bool known = nights >= 0 && nights < (int)(sizeof(sentences) / sizeof(sentences[0]));
	return known ? sentences[nights] : "";
}

static void sign_say(const struct diary_sum *sum, words_translate *translate, char out[DIARY_SAID])
{
	char signs[DIARY_SAID];
	diary_marks_say(sum->signs, translate, signs);
	words_fill(out, DIARY_SAID,
		   tr(translate,
		      N_("Worth seeing someone: you noted {signs}. If that is new or gets worse, "
			 "be seen within a day; what makes it urgent: limber warnings")),
		   "signs", signs, NULL);
}

static void nights_say(const struct diary_sum *sum, words_translate *translate,
		       char out[DIARY_SAID])
{
	char number[12];
	ascii_put_number(number, (uint64_t)diary_nights(sum));
	words_fill(out, DIARY_SAID,
		   tr(translate,
		      N_("Worth seeing someone: cramps woke you in {number} of the last seven "
			 "nights. Book an appointment, and take your notes with you.")),
		   "number", number, NULL);
}

static void worse_say(const struct diary_sum *sum, words_translate *translate, char out[DIARY_SAID])
{
	words_fill(out, DIARY_SAID,
		   tr(translate,
		      N_("Worth seeing someone: each of the last two weeks was worse than the one "
			 "before. Book an appointment, and take your notes with you.")),
		   NULL);
}

int diary_reasons_say(const struct diary_sum *sum, words_translate *translate,
		      char out[DIARY_REASONS][DIARY_SAID])
{
	static const struct {
		enum diary_reason reason;
		void (*say)(const struct diary_sum *sum, words_translate *translate,
			    char out[DIARY_SAID]);
	} sentences[] = {
		{ DIARY_SIGN, sign_say },
		{ DIARY_NIGHTS, nights_say },
		{ DIARY_WORSE, worse_say },
	};
	uint32_t reasons = diary_reasons(sum);
	int count = 0;
	for (size_t i = 0; i < sizeof(sentences) / sizeof(sentences[0]); i++)
		if (reasons & (uint32_t)sentences[i].reason)
			sentences[i].say(sum, translate, out[count++]);
	if (count > 0)
		words_fill(
			out[count++], DIARY_SAID,
			tr(translate,
			   N_("Your notes: limber catalogue physio-plan. Once it is arranged, or "
			      "looked at: limber warnings seen")),
			NULL);
	return count;
}
