#include "core/base/synonym.h"

#include "core/base/ascii.h"

/* A byte in lower case, and a blank as '-'; a letter of Latin-1 is two bytes in UTF-8. */
static char folded(const char *text, size_t at)
{
	char c = ascii_lower(text[at]);
	bool latin = at > 0 && (unsigned char)text[at - 1] == 0xc3;
	if (latin && (unsigned char)c >= 0x80 && (unsigned char)c <= 0x9e)
		return (char)(c + 0x20);
	return ascii_is_blank(c) ? '-' : c;
}

/* The bytes of a curly apostrophe at `text`, or 0. */
static size_t curly(const char *text, size_t left)
{
	static const char apostrophe[] = "\xe2\x80\x99";
	size_t length = sizeof(apostrophe) - 1;
	return left >= length && memcmp(text, apostrophe, length) == 0 ? length : 0;
}

bool synonym_is(const char *text, size_t length, const char *word, size_t its)
{
	size_t i = 0, k = 0;
	while (i < length && k < its) {
		size_t mark = curly(text + i, length - i);
		if ((mark ? '\'' : folded(text, i)) != folded(word, k))
			return false;
		i += mark ? mark : 1;
		k++;
	}
	return i == length && k == its;
}

static bool is_among(const char *text, size_t length, const char *words)
{
	for (const char *at = words;; at++) {
		size_t its = strcspn(at, "|");
		if (synonym_is(text, length, at, its))
			return true;
		at += its;
		if (*at == '\0')
			return false;
	}
}

bool synonym_of(const char *text, size_t length, const char *words, words_translate *translate)
{
	return is_among(text, length, words) || is_among(text, length, tr(translate, words));
}
