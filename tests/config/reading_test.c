/*
 * Cues and steps, those of the easier form too, are read by people in pain, and by some in their
 * second language: plain words in short sentences. Measured by the grade of Kincaid et al. 1975
 * (Derivation of new readability formulas, Naval Technical Training Command): 0.39 words a sentence
 * + 11.8 syllables a word - 15.59. Syllables are counted as groups of vowels, without a silent e at
 * the end.
 */
#include <ctype.h>
#include <string.h>

#include "config/catalogue.h"
#include "tests/rows.h"

/* Of all cues and steps together, and of each item: so many years at school. */
#define GRADE_OF_ALL 3.0
#define GRADE_OF_ONE 6.0

struct count {
	int words, sentences, syllables;
};

static int syllables(const char *word, size_t length)
{
	int count = 0;
	bool before = false;
	for (size_t i = 0; i < length; i++) {
		bool vowel = strchr("aeiouy", tolower((unsigned char)word[i]));
		count += vowel && !before;
		before = vowel;
	}
	bool silent = length > 2 && tolower((unsigned char)word[length - 1]) == 'e' &&
		      !strchr("aeiouyl", tolower((unsigned char)word[length - 2]));
	count -= silent && count > 1;
	return count > 0 ? count : 1;
}

/* A number is a word of one syllable; a colon and a semicolon end what is read in one breath. */
static void count_text(struct count *count, const char *text)
{
	bool open = false;
	while (*text) {
		size_t length = 0;
		while (isalnum((unsigned char)text[length]) || text[length] == '\'')
			length++;
		if (length > 0) {
			count->words++;
			count->syllables += syllables(text, length);
			open = true;
		} else if (open && strchr(".?!:;", *text)) {
			count->sentences++;
			open = false;
		}
		text += length > 0 ? length : 1;
	}
	count->sentences += open;
}

static double grade(const struct count *count)
{
	return 0.39 * count->words / count->sentences + 11.8 * count->syllables / count->words -
	       15.59;
}

static void count_item(struct count *count, const struct item *item)
{
	count_text(count, item->cue);
	for (int i = 0; i < item->step_count; i++)
		count_text(count, item->steps[i].text);
	for (int i = 0; i < item->easier_count; i++)
		count_text(count, item->easier[i].text);
}

static void every_item_is_plain(void **state)
{
	struct rows rows = rows_begin(state);
	struct count all = { 0 };
	for (size_t i = 0; i < catalogue_count; i++) {
		struct count count = { 0 };
		count_item(&count, &catalogue_items[i]);
		count_item(&all, &catalogue_items[i]);
		row_check(&rows, grade(&count) <= GRADE_OF_ONE, "%s: grade %.1f",
			  catalogue_items[i].id, grade(&count));
	}
	row_check(&rows, grade(&all) <= GRADE_OF_ALL, "all: grade %.1f", grade(&all));
	rows_end(&rows);
}

/* Texts whose grade was worked out by hand. */
static const struct {
	const char *text;
	struct count count;
} texts[] = {
	{ "Sit.", { 1, 1, 1 } },
	{ "Walk easily; let each leg trail.", { 6, 2, 8 } },
	{ "Take 2 breaths, in for 4", { 6, 1, 6 } },
	{ "Physiotherapist evaluation", { 2, 1, 9 } },
	{ "A little table", { 3, 1, 5 } },
};

static void counts(void **state)
{
	struct rows rows = rows_begin(state);
	for (size_t i = 0; i < ROWS(texts); i++) {
		struct count got = { 0 };
		count_text(&got, texts[i].text);
		row_check(&rows, memcmp(&got, &texts[i].count, sizeof(got)) == 0, "%s: %d %d %d",
			  texts[i].text, got.words, got.sentences, got.syllables);
	}
	rows_end(&rows);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_item_is_plain),
		cmocka_unit_test(counts),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
