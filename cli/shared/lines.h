/* Text in columns: what stands in a terminal's line, counted in characters. */
#ifndef LIMBER_LINES_H
#define LIMBER_LINES_H

#include <stdio.h>

enum { LINES_WIDTH = 80 }; /* no line of ours is longer */

/* The columns of a line there: those of a narrower terminal, else LINES_WIDTH. */
int lines_room(FILE *out);

int lines_width(const char *text);

/*
 * A text of somebody else, as far as it may be shown: each control and format character, and each
 * byte that is no UTF-8, becomes "?". All below print texts so.
 */
void lines_put(FILE *out, const char *text);

/* Exactly `width` columns: filled with blanks, or cut, which three dots show. */
void lines_pad(FILE *out, const char *text, int width);

/*
 * Words that go on from column `at`, with every further line beginning at column `indent`; ends
 * with a line feed. A word longer than a line is broken on a
 * terminal, and whole elsewhere: it may be a path that something reads.
 */
void lines_wrap(FILE *out, const char *text, int at, int indent);

/* The same in so many columns, with words broken that are longer. */
void lines_wrap_to(FILE *out, const char *text, int at, int indent, int width);

/* The bytes of a text that make its first line in so many columns; *rest is where the next one
 * begins. A word longer than that is broken. */
size_t lines_first(const char *text, int width, const char **rest);

/* Each line of a text so, from column `indent` on; at most 1023 bytes of one. */
void lines_wrap_each(FILE *out, const char *text, int indent);

#endif
