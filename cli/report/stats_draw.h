/* Bars and lines of a terminal, in characters that its locale and its colours allow. */
#ifndef LIMBER_STATS_DRAW_H
#define LIMBER_STATS_DRAW_H

#include <stdbool.h>
#include <stdio.h>

#include "core/model/day.h"

/* What a bar shows of the cards, from left to right. */
enum bar_part { BAR_DONE, BAR_NATURAL, BAR_PERHAPS, BAR_SKIPPED, BAR_UNANSWERED, BAR_PARTS };

struct look {
	bool wide; /* characters beyond ASCII */
	bool colour;
};

/* That of a stream: by its locale, NO_COLOR, TERM, and whether it is a terminal. */
struct look look_of(FILE *out);

/* Each part of the cards of a day, those without a card left out; returns the sum. */
int64_t bar_parts(const struct day *day, int64_t ret[BAR_PARTS]);

/* The name of a part, translated. */
const char *bar_name(enum bar_part part);

/* A bar in which `most` cards have `width` columns; what is left of the width is blank. */
void bar_draw(FILE *out, struct look look, const int64_t parts[BAR_PARTS], int64_t most, int width);

/* "# done  + by yourself …", from column `at` on. */
void bar_legend(FILE *out, struct look look, int at);

/* A character for each value, higher with it; a dot for -1: nothing is known. */
void spark_draw(FILE *out, struct look look, const int64_t values[], int count, int64_t most);

#endif
