/*
 * The edit distance (insert, delete, replace, swap of neighbours) is computed row by row, with only
 * the last three rows of its table in memory.
 */
#include <limits.h>
#include <string.h>

#include "core/base/ascii.h"
#include "core/base/text.h"

enum { WORD_MAX = 64 }; /* no key, verb or item is longer; a longer word has no nearest */

static int least(int a, int b)
{
	return a < b ? a : b;
}

/* The edits between two words of at most WORD_MAX bytes, in any case. */
static int edits(const char *a, const char *b)
{
	int rows[3][WORD_MAX + 1];
	size_t a_length = strlen(a), b_length = strlen(b);
	for (size_t j = 0; j <= b_length; j++)
		rows[0][j] = (int)j;
	for (size_t i = 1; i <= a_length; i++) {
		int *now = rows[i % 3], *last = rows[(i + 2) % 3], *before = rows[(i + 1) % 3];
		now[0] = (int)i;
		for (size_t j = 1; j <= b_length; j++) {
			char ca = ascii_lower(a[i - 1]), cb = ascii_lower(b[j - 1]);
			now[j] = least(least(now[j - 1], last[j]) + 1, last[j - 1] + (ca != cb));
			if (i > 1 && j > 1 && ca == ascii_lower(b[j - 2]) &&
			    cb == ascii_lower(a[i - 2]))
				now[j] = least(now[j], before[j - 2] + 1);
		}
	}
	return rows[a_length % 3][b_length];
}

static bool same(const char *a, const char *b, size_t length)
{
	size_t i = 0;
	while (i < length && ascii_lower(a[i]) == ascii_lower(b[i]))
		i++;
	return i == length;
}

/* Whether one letter is missing and one added, and all others, the first included, are the same:
 * "dekc", "desk". */
static bool shifted(const char *a, const char *b)
{
	size_t length = strlen(a), from = 0, to = length;
	if (length != strlen(b) || length < 4)
		return false;
	while (from < to && ascii_lower(a[from]) == ascii_lower(b[from]))
		from++;
	while (to > from && ascii_lower(a[to - 1]) == ascii_lower(b[to - 1]))
		to--;
	return from > 0 && to > from + 1 &&
	       (same(a + from, b + from + 1, to - from - 1) ||
		same(a + from + 1, b + from, to - from - 1));
}

/* The first word that begins with this one; NULL for none or for fewer than three letters. */
static const char *longer(const char *word, const char *const words[], size_t count)
{
	size_t length = strlen(word);
	for (size_t i = 0; length > 2 && i < count; i++) {
		if (strlen(words[i]) >= length && same(word, words[i], length))
			return words[i];
	}
	return NULL;
}

/* The most edits for a word of so many letters: with two in five, "nope" would be near to "done".
 * None for a single letter. */
static int allowed(size_t letters)
{
	return letters < 2 ? 0 : letters < 6 ? 1 : (int)(letters / 3);
}

const char *text_nearest(const char *word, const char *const words[], size_t count)
{
	size_t length = strlen(word);
	if (length > WORD_MAX)
		return NULL;
	const char *nearest = longer(word, words, count);
	if (nearest)
		return nearest;
	int fewest = INT_MAX;
	for (size_t i = 0; i < count; i++) {
		size_t other = strlen(words[i]);
		if (other > WORD_MAX)
			continue;
		int found = edits(word, words[i]);
		if (found < fewest && (found <= allowed(length > other ? length : other) ||
				       shifted(word, words[i]))) {
			fewest = found;
			nearest = words[i];
		}
	}
	return nearest;
}

/* Words that are typed in full; a short form is as near as any other. */
static const char *const units[] = { "seconds", "minutes", "hours", "days", "weeks",
				     "second",  "minute",  "hour",  "day",  "week" };
static const char *const amounts[] = { "glass", "glasses", "bottle", "bottles", "cup",   "cups",
				       "litre", "litres",  "liter",  "liters",  "ounce", "ounces" };
static const char *const days[] = { "monday",   "tuesday",   "wednesday", "thursday", "friday",
				    "saturday", "sunday",    "hourly",    "daily",    "weekly",
				    "monthly",  "quarterly", "yearly",    "noon",     "midnight" };

#define HINTS(words) words, sizeof(words) / sizeof((words)[0])

const char *text_hint(enum text_error error, const char *text)
{
	static const struct {
		enum text_error error;
		const char *const *words;
		size_t count;
	} hints[] = { { TEXT_BAD_UNIT, HINTS(units) },
		      { TEXT_BAD_AMOUNT, HINTS(amounts) },
		      { TEXT_BAD_WORD, HINTS(days) },
		      { TEXT_BAD_DAY, HINTS(days) } };
	const char *nearest = NULL;
	for (size_t i = 0; i < sizeof(hints) / sizeof(hints[0]); i++)
		for (const char *at = text; hints[i].error == error && *at && !nearest;) {
			char word[WORD_MAX + 1];
			size_t length = ascii_letters(at, WORD_MAX);
			memcpy(word, at, length);
			word[length] = '\0';
			if (length > 3)
				nearest = text_nearest(word, hints[i].words, hints[i].count);
			if (nearest && strlen(nearest) == length && same(word, nearest, length))
				nearest = NULL;
			at += length > 0 ? length : 1;
		}
	return nearest;
}
