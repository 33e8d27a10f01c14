/* Text in the columns of a terminal. */
#ifndef LIMBER_LINES_H
#define LIMBER_LINES_H

#include <stdio.h>

enum { LINES_WIDTH = 80 }; /* the longest line that Limber prints */

/* The columns of a line of this stream: those of COLUMNS (environ(7)) or of a narrower terminal, at
 * least 20, at most LINES_WIDTH. */
int lines_room(FILE *out);

int lines_width(const char *text);

/*
 * Print a text from outside: each control or format character, and each byte that is not UTF-8,
 * becomes "?". The functions below print their texts in the same way.
 */
void lines_put(FILE *out, const char *text);

/* Print exactly `width` columns: padded with blanks, or cut and ended by three dots. */
void lines_pad(FILE *out, const char *text, int width);

/*
 * Print words from column `at` on, each further line from column `indent` on, and a line feed. A
 * word longer than a line is broken on a terminal only: elsewhere a program may read it as a path.
 */
void lines_wrap(FILE *out, const char *text, int at, int indent);

/* The same on a new line, after `at` blanks. */
void lines_indent(FILE *out, const char *text, int at, int indent);

/* A row of a table: two blanks, the name in `width` columns, and the text wrapped beside it. */
void lines_row(FILE *out, const char *name, int width, const char *text);

/* lines_wrap() in so many columns; a longer word is broken. */
void lines_wrap_to(FILE *out, const char *text, int at, int indent, int width);

/* The length in bytes of the first line of a text in so many columns; *rest is the start of the
 * next one. A longer word is broken. */
size_t lines_first(const char *text, int width, const char **rest);

/* lines_indent() for each line of a text, at most 1023 bytes of a line. */
void lines_wrap_each(FILE *out, const char *text, int indent);

#endif
