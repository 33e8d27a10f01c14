/* At each word the longest phrase counts: a time, then a number, then one of the table. */
#include "core/model/diary_read.h"

#include <string.h>

#include "core/base/ascii.h"
#include "core/base/synonym.h"

enum { PHRASE_WORDS = 5, TIME_WORDS = 7, TIME_PHRASE = 3, TIME_SIZE = 96 };

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

static bool is_oclock(const struct reading *reading, const char *word, size_t length)
{
	return synonym_of(word, length, diary_id(DIARY_TIME, "o'clock")->words, reading->translate);
}

/* "3h" and "22h30", in a language that writes times of day so: "3 o'clock", "22 o'clock 30". */
static bool glued_add(const struct reading *reading, const char *word, char out[TIME_SIZE])
{
	size_t length = word_length(word), digits = ascii_digits(word);
	size_t unit = digits + strcspn(word + digits, "0123456789,;!");
	return digits > 0 && is_oclock(reading, word + digits, unit - digits) &&
	       phrase_add(out, TIME_SIZE, word, digits) &&
	       phrase_add(out, TIME_SIZE, "o'clock", strlen("o'clock")) &&
	       (unit == length || phrase_add(out, TIME_SIZE, word + unit, length - unit));
}

static bool is_unit(const struct reading *reading, int at)
{
	int taken;
	const struct diary_word *word = phrase_find(reading, at, 1, &taken);
	return word && word->group == DIARY_TIME &&
	       (strcmp(word->id, "minutes") == 0 || strcmp(word->id, "hours") == 0 ||
		strcmp(word->id, "days") == 0);
}

/* Append what stands in ago.h for the word `at`, or for the `most` words there. Returns how many it
 * took; 0: there is no room. A filler is the "a" of "a day", or nothing inside of a time. */
static int time_add(const struct reading *reading, int at, int most, bool clock,
		    char out[TIME_SIZE])
{
	int taken = 1;
	const char *word = reading->words[at];
	size_t length = word_length(word);
	const struct diary_word *found =
		phrase_find(reading, at, most < TIME_PHRASE ? most : TIME_PHRASE, &taken);
	bool is_time = found && found->group == DIARY_TIME;
	if (clock && glued_add(reading, word, out))
		return 1;
	if (clock && is_oclock(reading, word, length))
		return phrase_add(out, TIME_SIZE, "o'clock", strlen("o'clock"));
	if (is_time)
		return phrase_add(out, TIME_SIZE, found->id, strlen(found->id)) ? taken : 0;
	if (found && found->group == DIARY_FILLER && most > 1 && is_unit(reading, at + 1))
		return phrase_add(out, TIME_SIZE, "a", 1);
	if (found && strcmp(found->id, "at") == 0)
		return phrase_add(out, TIME_SIZE, "at", 2) ? taken : 0;
	if (found && found->group == DIARY_FILLER && most > 1 && out[0])
		return taken;
	return phrase_add(out, TIME_SIZE, word, length);
}

/* So many words in the form of ago.h: words of the user's language in English. `clock`: a word that
 * may be "o'clock" is. */
static bool time_join(const struct reading *reading, int words, bool clock, char out[TIME_SIZE])
{
	int taken;
	out[0] = '\0';
	for (int i = 0; i < words; i += taken) {
		taken = time_add(reading, reading->at + i, words - i, clock, out);
		if (taken == 0)
			return false;
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

/* The words of "of 10" behind a strength at `from`, if they are there. */
static int of_ten(const struct reading *reading, int from)
{
	int at = from + 1, taken;
	const struct diary_word *found = NULL;
	while (at < reading->count && (found = phrase_find(reading, at, 1, &taken)) &&
	       found->group == DIARY_FILLER)
		at++;
	bool is_ten = at > from + 1 && at < reading->count &&
		      strncmp(reading->words[at], "10", word_length(reading->words[at])) == 0;
	return is_ten ? at - from : 0;
}

/* Whether the last of so many words begins something else: "3 o'clock, 10", "3 o'clock 10 of 10".
 */
static bool is_strength(const struct reading *reading, int words)
{
	int last = reading->at + words - 1;
	const char *word = reading->words[last];
	if (words < 2 || ascii_digits(word) != word_length(word))
		return false;
	const char *before = reading->words[last - 1];
	return before[word_length(before)] || of_ten(reading, last) > 0;
}

/* The words that a time takes here, the most of them; 0: there is none. *error: of the first word
 * with the one behind it. */
static int time_find(struct reading *reading, bool clocks, struct ago *ago, enum text_error *error)
{
	char text[TIME_SIZE];
	int left = reading->count - reading->at, words = left < TIME_WORDS ? left : TIME_WORDS;
	*error = TEXT_BAD_PAST;
	for (; words > 0; words--) {
		enum text_error found = TEXT_BAD_PAST;
		for (int clock = clocks; clock >= 0 && found != TEXT_OK; clock--)
			if (!is_strength(reading, words) && time_join(reading, words, clock, text))
				found = ago_read(text, ago);
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

static bool strength_take(struct reading *reading, int32_t strength)
{
	if (reading->entry->marks & DIARY_RATED)
		return twice(reading);
	reading->entry->strength = strength;
	reading->entry->marks |= DIARY_RATED;
	reading->at += 1 + of_ten(reading, reading->at);
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
	const char *words[640];
	char text[10240];
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

/* The words of "in 5 minutes" and the like, which is no length ago; 0: it is none. */
static int ahead_find(struct reading *reading)
{
	char text[TIME_SIZE];
	struct ago ago;
	int taken, left = reading->count - reading->at;
	const struct diary_word *word = phrase_find(reading, reading->at, 2, &taken);
	if (!word || strcmp(word->id, "in") != 0)
		return 0;
	for (int words = left < TIME_WORDS ? left : TIME_WORDS; words > taken; words--) {
		reading->at += taken;
		bool joined = time_join(reading, words - taken, false, text) &&
			      phrase_add(text, sizeof(text), "ago", 3);
		reading->at -= taken;
		if (joined && ago_read(text, &ago) == TEXT_OK)
			return words;
	}
	return 0;
}

/* A word of times alone has no meaning, but behind one "in the morning" adds nothing. */
static bool is_alone(const struct reading *reading, const struct diary_word *word)
{
	return word->group == DIARY_TIME && !(reading->timed && strcmp(word->id, "morning") == 0);
}

static bool one_read(struct reading *reading)
{
	char phrase[DIARY_WORD_SIZE];
	const char *first = reading->words[reading->at];
	struct ago ago;
	enum text_error error;
	int32_t strength;
	int words = ahead_find(reading);
	if (words > 0) {
		reading->fault->time = TEXT_BAD_PAST;
		(void)phrase_join(reading, reading->at, words, phrase, sizeof(phrase));
		return fault_set(reading, DIARY_BAD_TIME, phrase);
	}
	words = time_find(reading, true, &ago, &error);
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
	if (found && !is_alone(reading, found))
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
