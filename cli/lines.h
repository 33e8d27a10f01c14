/* Text in columns: what stands in a terminal's line, counted in characters. */
#ifndef LIMBER_LINES_H
#define LIMBER_LINES_H

#include <stdio.h>

enum { LINES_WIDTH = 80 }; /* no line of ours is longer */

int lines_width(const char *text);

/* Exactly `width` columns: filled with blanks, or cut, which three dots show. */
void lines_pad(FILE *out, const char *text, int width);

/*
 * Words that go on from column `at`, with every further line beginning at column `indent`; ends
 * with a line feed. Control characters become "?".
 */
void lines_wrap(FILE *out, const char *text, int at, int indent);

/* The same in a narrower place. */
void lines_wrap_to(FILE *out, const char *text, int at, int indent, int width);

/* Each line of a text so, from column `indent` on; at most 1023 bytes of one. */
void lines_wrap_each(FILE *out, const char *text, int indent);

#endif
