/* At each word the longest phrase counts: a time, then a number, then one of the table. */
#include "core/model/diary_read.h"

#include <string.h>

#include "core/base/ascii.h"

enum { PHRASE_WORDS = 5, TIME_WORDS = 5, TIME_SIZE = 96 };

struct reading {
	const char *const *words;
	int count, at;
	words_translate *translate;
	struct diary_entry *entry;
	struct diary_fault *fault;
	bool timed;
};

/* Without a comma at its end. */
static size_t word_length(const char *word)
{
	size_t length = strlen(word);
	while (length > 0 && strchr(",;!", word[length - 1]))
		length--;
	return length;
}

/* Append a word, after a blank unless it is the first; false: no room. */
static bool phrase_add(char *phrase, size_t size, const char *word, size_t length)
{
	size_t used = strlen(phrase), blank = used > 0;
	if (used + blank + length >= size)
		return false;
	if (blank)
		phrase[used++] = ' ';
	memcpy(phrase + used, word, length);
	phrase[used + length] = '\0';
	return true;
}

/* So many words from one on, with blanks between; false: they are fewer, or too long. */
static bool phrase_join(const struct reading *reading, int from, int words, char *out, size_t size)
{
	bool fits = from + words <= reading->count;
	out[0] = '\0';
	for (int i = from; fits && i < from + words; i++)
		fits = phrase_add(out, size, reading->words[i], word_length(reading->words[i]));
	return fits;
}

/* The row of the longest phrase from a word on; *words: how many it takes. NULL: none. */
static const struct diary_word *phrase_find(const struct reading *reading, int from, int most,
					    int *words)
{
	char phrase[DIARY_WORD_SIZE];
	for (*words = most; *words > 0; (*words)--) {
		const struct diary_word *found = NULL;
		if (phrase_join(reading, from, *words, phrase, sizeof(phrase)))
			found = diary_find(phrase, strlen(phrase), reading->translate);
		if (found)
			return found;
	}
	return NULL;
}

/* So many words in the form of ago.h: words of the user's language in English. */
static bool time_join(const struct reading *reading, int words, char out[TIME_SIZE])
{
	out[0] = '\0';
	for (int i = 0; i < words;) {
		int taken = 0, left = words - i < 2 ? words - i : 2;
		const char *word = reading->words[reading->at + i];
		const struct diary_word *found =
			phrase_find(reading, reading->at + i, left, &taken);
		bool is_time = found && found->group == DIARY_TIME;
		size_t length = is_time ? strlen(found->id) : word_length(word);
		if (!phrase_add(out, TIME_SIZE, is_time ? found->id : word, length))
			return false;
		i += is_time ? taken : 1;
	}
	return true;
}

static bool fault_set(struct reading *reading, enum diary_error error, const char *word)
{
	size_t length = text_fit(word, DIARY_WORD_SIZE);
	reading->fault->error = error;
	memcpy(reading->fault->word, word, length);
	reading->fault->word[length] = '\0';
	return false;
}

/* A second one of its kind. */
static bool twice(struct reading *reading)
{
	return fault_set(reading, DIARY_TWICE, reading->words[reading->at]);
}

/* The words that a time takes here, the most of them; 0: there is none. *error: of the first word
 * with the one behind it. */
static int time_find(struct reading *reading, struct ago *ago, enum text_error *error)
{
	char text[TIME_SIZE];
	int left = reading->count - reading->at, words = left < TIME_WORDS ? left : TIME_WORDS;
	*error = TEXT_BAD_PAST;
	for (; words > 0; words--) {
		enum text_error found =
			time_join(reading, words, text) ? ago_read(text, ago) : TEXT_BAD_PAST;
		if (found == TEXT_OK)
			return words;
		if (words == 1 && *error == TEXT_BAD_PAST)
			*error = found;
		if (words == 2 && ascii_is_digit(reading->words[reading->at + 1][0]))
			*error = found;
	}
	return 0;
}

bool diary_score(const char *text, int32_t *ret)
{
	int64_t score, of = DIARY_MOST;
	const char *at = ascii_number(text, DIARY_MOST, &score);
	if (at == text || at - text > 2)
		return false;
	if (*at == '/')
		at = ascii_number(at + 1, DIARY_MOST, &of);
	if (*at != '\0' || of != DIARY_MOST || score > DIARY_MOST)
		return false;
	*ret = (int32_t)score;
	return true;
}

/* The words of "of 10" behind a strength, if they are there. */
static int of_ten(const struct reading *reading)
{
	int at = reading->at + 1, taken;
	const struct diary_word *found = NULL;
	while (at < reading->count && (found = phrase_find(reading, at, 1, &taken)) &&
	       found->group == DIARY_FILLER)
		at++;
	bool is_ten = at > reading->at + 1 && at < reading->count &&
		      strncmp(reading->words[at], "10", word_length(reading->words[at])) == 0;
	return is_ten ? at - reading->at : 0;
}

static bool strength_take(struct reading *reading, int32_t strength)
{
	if (reading->entry->marks & DIARY_RATED)
		return twice(reading);
	reading->entry->strength = strength;
	reading->entry->marks |= DIARY_RATED;
	reading->at += 1 + of_ten(reading);
	return true;
}

/* Of the groups of which there is one: whether it is given already, as another. */
static bool is_given(const struct diary_entry *entry, const struct diary_word *word)
{
	switch (word->group) {
	case DIARY_PLACE:
		return entry->place && entry->place != word;
	case DIARY_KIND:
		return diary_kind(entry->marks) != CRAMP_COUNT &&
		       diary_kind(entry->marks) != (enum cramp)word->value;
	default:
		return false;
	}
}

static bool word_take(struct reading *reading, const struct diary_word *word, int words)
{
	struct diary_entry *entry = reading->entry;
	if (is_given(entry, word))
		return twice(reading);
	if (word->group == DIARY_PLACE)
		entry->place = word;
	else if (word->group == DIARY_SIDE)
		entry->sides |= word->value;
	else if (word->group == DIARY_SYMPTOM)
		entry->marks |= word->value;
	else if (word->group == DIARY_KIND)
		entry->marks |= diary_kind_bits((enum cramp)word->value);
	reading->at += words;
	return true;
}

/* All words that are known, for the nearest of them. */
struct known {
	const char *words[384];
	char text[6144];
	size_t count, used;
};

static void known_add(struct known *known, const char *words)
{
	for (; *words; words += *words == '|') {
		size_t length = strcspn(words, "|"), room = sizeof(known->text) - known->used;
		if (known->count == sizeof(known->words) / sizeof(*known->words) || length >= room)
			return;
		char *to = known->text + known->used;
		for (size_t i = 0; i < length; i++)
			to[i] = words[i] == ' ' ? '-' : words[i];
		to[length] = '\0';
		known->words[known->count++] = to;
		known->used += length + 1;
		words += length;
	}
}

static bool unknown(struct reading *reading)
{
	struct known known = { .count = 0 };
	for (int turn = 0; turn < 3; turn++)
		for (size_t i = 0; i < diary_words_count; i++) {
			const struct diary_word *word = &diary_words[i];
			if (word->group != DIARY_FILLER)
				known_add(&known, turn == 0   ? tr(reading->translate, word->words)
						  : turn == 1 ? word->id
							      : word->words);
		}
	fault_set(reading, DIARY_UNKNOWN, reading->words[reading->at]);
	const char *near = text_nearest(reading->fault->word, known.words, known.count);
	if (near && strlen(near) < DIARY_WORD_SIZE)
		memcpy(reading->fault->near, near, strlen(near) + 1);
	return false;
}

/* What looks like a number or a time and is none; "7.5" and "8/5" look like a strength. */
static bool number_wrong(struct reading *reading, enum text_error error)
{
	const char *word = reading->words[reading->at], *end = word;
	while (ascii_is_digit(*end))
		end++;
	bool has_tenths = (*end == '.' || *end == ',') && ascii_is_digit(end[1]) && !end[2];
	bool is_score = !*end || *end == '/' || has_tenths;
	reading->fault->time = error;
	return fault_set(reading, is_score ? DIARY_BAD_SCORE : DIARY_BAD_TIME, word);
}

/* "in 5 minutes" is no length ago. */
static bool is_ahead(struct reading *reading)
{
	const char *word = reading->words[reading->at];
	struct ago ago;
	enum text_error error;
	if (!ascii_is_word(word, word_length(word), "in") || reading->at + 1 == reading->count)
		return false;
	reading->at++;
	int words = time_find(reading, &ago, &error);
	reading->at--;
	return words > 0 && ago.kind == AGO_LENGTH && ago.length > 0;
}

static bool one_read(struct reading *reading)
{
	char phrase[DIARY_WORD_SIZE];
	const char *first = reading->words[reading->at];
	struct ago ago;
	enum text_error error;
	int32_t strength;
	if (is_ahead(reading)) {
		reading->fault->time = TEXT_BAD_PAST;
		return fault_set(reading, DIARY_BAD_TIME,
				 phrase_join(reading, reading->at, 3, phrase, sizeof(phrase))
					 ? phrase
					 : first);
	}
	int words = time_find(reading, &ago, &error);
	if (words > 0 && reading->timed)
		return twice(reading);
	if (words > 0) {
		reading->entry->when = ago;
		reading->timed = true;
		reading->at += words;
		return true;
	}
	if (phrase_join(reading, reading->at, 1, phrase, sizeof(phrase)) &&
	    diary_score(phrase, &strength))
		return strength_take(reading, strength);
	const struct diary_word *found = phrase_find(reading, reading->at, PHRASE_WORDS, &words);
	if (found && found->group != DIARY_TIME)
		return word_take(reading, found, words);
	if (found) {
		reading->fault->time = error;
		return fault_set(reading, DIARY_BAD_TIME, first);
	}
	return ascii_is_digit(first[0]) ? number_wrong(reading, error) : unknown(reading);
}

bool diary_read(const char *const words[], int count, words_translate *translate,
		struct diary_entry *ret, struct diary_fault *fault)
{
	struct diary_entry entry = { .when = { .kind = AGO_LENGTH } };
	struct reading reading = { .words = words,
				   .count = count,
				   .translate = translate,
				   .entry = &entry,
				   .fault = fault };
	*fault = (struct diary_fault){ .error = DIARY_OK };
	while (reading.at < count)
		if (word_length(words[reading.at]) == 0)
			reading.at++;
		else if (!one_read(&reading))
			return false;
	*ret = entry;
	return true;
}
