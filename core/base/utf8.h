/*
 * UTF-8 (RFC 3629): validity, and the number of characters.
 *
 * A noncharacter (U+FFFF and the like: Unicode 15, section 23.7) counts as invalid, because
 * libsystemd rejects a message with one.
 */
#ifndef LIMBER_UTF8_H
#define LIMBER_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The code point at the begin of a text, and its bytes in *ret; -1 and 1 for invalid bytes,
 * overlong forms, surrogates and values over U+10FFFF; 0 and 0 at the end. */
int32_t utf8_value(const char *text, size_t *ret);

/* The bytes of the first character of a text; 0 at its end, and for an invalid one. */
size_t utf8_character(const char *text);

/* The same; 0 also for control characters. */
size_t utf8_printable(const char *text);

/* As utf8_printable(); 0 also for format characters, which can hide or reorder others: for texts of
 * somebody else. */
size_t utf8_visible(const char *text);

/* The number of printable characters at the begin of a text; *ret: where they end. */
size_t utf8_count(const char *text, const char **ret);

/* Whether the text is valid, and may be sent over the bus. */
bool utf8_good(const char *text);

/* Make a text valid in place: '?' for each invalid byte; a truncated character at its end is
 * removed.
 */
void utf8_clean(char *text);

#endif
