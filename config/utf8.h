/* UTF-8, as far as a configuration needs it: is it text, and how long is it for a reader? */
#ifndef LIMBER_UTF8_H
#define LIMBER_UTF8_H

#include <stddef.h>

/* Bytes of the character that a NUL-ended text begins with; 0 at its end and for bytes that are
 * no valid UTF-8 (RFC 3629: no overlong forms, surrogates or values over U+10FFFF). */
size_t utf8_character(const char *text);

/* The same, and 0 for control characters. */
size_t utf8_printable(const char *text);

/* The printable characters that a text begins with, and in *ret where they end. */
size_t utf8_count(const char *text, const char **ret);

#endif
