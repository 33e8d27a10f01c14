/*
 * One line for a status bar, in the form that Waybar's custom modules read: text, tooltip, class,
 * percentage. The texts name moments, not remaining minutes, so that they stay true.
 */
#ifndef LIMBER_WAYBAR_H
#define LIMBER_WAYBAR_H

#include "cli/shared/status.h"

/* What stands for a character in Pango markup, by its byte. */
#define WAYBAR_ESCAPES                                                                             \
	{                                                                                          \
		['&'] = "&amp;", ['<'] = "&lt;", ['>'] = "&gt;", ['"'] = "&quot;",                 \
		['\''] = "&#39;"                                                                   \
	}

enum { WAYBAR_TEXT = 128, WAYBAR_TIP = 1024 };

struct waybar {
	char text[WAYBAR_TEXT], tooltip[WAYBAR_TIP];
	const char *class; /* off, silent, unwell, card, paused, away, due, on */
	int percentage;    /* of the sitting that is full, when it was made */
};

/* NULL: limberd is not there. */
void waybar_make(const struct status *status, struct waybar *ret);

/* Whether a bar would look the same, but for the percentage. */
bool waybar_equal(const struct waybar *a, const struct waybar *b);

/* The next moment at which the texts change without a signal; 0: none. */
uint64_t waybar_changes(const struct status *status);

/* As JSON; texts are escaped as Pango markup. */
void waybar_print(FILE *out, const struct waybar *waybar);

#endif
