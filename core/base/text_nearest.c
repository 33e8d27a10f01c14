/*
 * The nearest word: edits counted row by row (insert, delete, replace, swap of neighbours), with
 * the three last rows of the table kept, so that a word of any length costs no memory.
 */
#include <limits.h>
#include <string.h>

#include "core/base/ascii.h"
#include "core/base/text.h"

enum { WORD_MAX = 64 }; /* no key, verb or item is longer; a longer word is near to none */

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

/* The first word that begins with this one. NULL for none; one or two letters begin too many. */
static const char *longer(const char *word, const char *const words[], size_t count)
{
	size_t length = strlen(word);
	for (size_t i = 0; length > 2 && i < count; i++) {
		size_t same = 0;
		while (same < length && ascii_lower(word[same]) == ascii_lower(words[i][same]))
			same++;
		if (same == length)
			return words[i];
	}
	return NULL;
}

/* How many edits leave a word of so many letters one that was meant: with two in five, "nope" is
 * near to "done". Of a single letter nothing is left. */
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
		if (found < fewest && found <= allowed(length > other ? length : other)) {
			fewest = found;
			nearest = words[i];
		}
	}
	return nearest;
}
