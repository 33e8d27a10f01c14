/*
 * UTF-8 (RFC 3629): what is text, and how long it is for a reader.
 *
 * A noncharacter (U+FFFF and the like: Unicode 15, section 23.7) is well formed and yet no
 * character here: libsystemd refuses a message that holds one, though the bus delivers it.
 */
#ifndef LIMBER_UTF8_H
#define LIMBER_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The value that a NUL-ended text begins with, and its bytes in *ret; -1 and 1 for bytes that
 * are not well formed: overlong forms, surrogates, values over U+10FFFF; at the end 0 and 0. */
int32_t utf8_value(const char *text, size_t *ret);

/* Bytes of the character that a text begins with; 0 at its end, and for what is none. */
size_t utf8_character(const char *text);

/* The same, and 0 for control characters. */
size_t utf8_printable(const char *text);

/* As utf8_printable(), and 0 for format characters, which hide or reorder what stands around them:
 * what may be shown to somebody who did not write it. */
size_t utf8_visible(const char *text);

/* The printable characters that a text begins with, and in *ret where they end. */
size_t utf8_count(const char *text, const char **ret);

/* All of it is characters: what may be sent over the bus. */
bool utf8_good(const char *text);

/* Make it so, in place: '?' for each byte that belongs to no character; a character that is cut at
 * the end of the text goes. */
void utf8_clean(char *text);

#endif
