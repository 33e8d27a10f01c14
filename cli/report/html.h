/* A page of HTML: texts escaped, charts as inline SVG with text alternatives. No script, and
 * nothing that is loaded. */
#ifndef LIMBER_HTML_H
#define LIMBER_HTML_H

#include <stdio.h>

#include "cli/report/sums.h"

/* Print a text with &, <, >, " and ' escaped; control characters are left out. */
void html_text(FILE *out, const char *text);

/* Print "<tag>text</tag>"; `tag` may have attributes, "td class=x". */
void html_element(FILE *out, const char *tag, const char *text);

/* The page up to its first heading, and its end. */
void html_begin(FILE *out, const char *title);
void html_end(FILE *out);

/* A chart of each part of the sums: bars of the breaks, of the longest and all other sitting, of
 * water, of cramps with the scores as a line. */
void html_chart(FILE *out, const struct sums *sums, enum sums_line line);

#endif
