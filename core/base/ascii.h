/* Reads and writes English text byte by byte, independent of the locale. */
#ifndef LIMBER_ASCII_H
#define LIMBER_ASCII_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

static inline bool ascii_is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static inline char ascii_lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

static inline bool ascii_is_letter(char c)
{
	return ascii_lower(c) >= 'a' && ascii_lower(c) <= 'z';
}

static inline bool ascii_is_blank(char c)
{
	return c == ' ' || c == '\t';
}

/* The first byte that is not blank. */
static inline const char *ascii_skip(const char *at)
{
	while (ascii_is_blank(*at))
		at++;
	return at;
}

/* The first blank, or the end. */
static inline const char *ascii_word_end(const char *at)
{
	while (*at != '\0' && !ascii_is_blank(*at))
		at++;
	return at;
}

/* The number of letters at the begin of `length` bytes. */
static inline size_t ascii_letters(const char *text, size_t length)
{
	size_t count = 0;
	while (count < length && ascii_is_letter(text[count]))
		count++;
	return count;
}

/* The number of digits at the begin of a text. */
static inline size_t ascii_digits(const char *text)
{
	size_t count = 0;
	while (ascii_is_digit(text[count]))
		count++;
	return count;
}

/* Whether `length` bytes are a word, which is given in lower case, in any case. */
static inline bool ascii_is_word(const char *text, size_t length, const char *word)
{
	if (strlen(word) != length)
		return false;
	for (size_t i = 0; i < length; i++)
		if (ascii_lower(text[i]) != word[i])
			return false;
	return true;
}

/* Read digits; a number over `most` becomes most + 1. Return the position after them. */
static inline const char *ascii_number(const char *at, int64_t most, int64_t *ret)
{
	int64_t number = 0;
	for (; ascii_is_digit(*at); at++) {
		int digit = *at - '0';
		number = number > (most - digit) / 10 ? most + 1 : number * 10 + digit;
	}
	*ret = number;
	return at;
}

/* The writers append a NUL and return its position. */
static inline char *ascii_put(char *at, const char *text)
{
	size_t length = strlen(text);
	memcpy(at, text, length + 1);
	return at + length;
}

static inline char *ascii_put_number(char *at, uint64_t number)
{
	char digits[21];
	char *first = digits + sizeof(digits) - 1;
	*first = '\0';
	do {
		*--first = (char)('0' + number % 10);
		number /= 10;
	} while (number > 0);
	return ascii_put(at, first);
}

#endif
