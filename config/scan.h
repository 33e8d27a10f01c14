/*
 * Reject, before libconfig 1.5 parses a text, what it mishandles: NUL bytes (they end the text),
 * other bytes that are not text, `@include` (it exits if that is a folder), integers that overflow,
 * unterminated or misplaced strings (it leaks them), deep nesting and numbers of settings that
 * would take it a minute.
 */
#ifndef LIMBER_SCAN_H
#define LIMBER_SCAN_H

#include "config/errors.h"
#include "config/source.h"

enum {
	SCAN_DEPTH_MAX = 16,      /* an item's steps are 3 deep */
	SCAN_SETTINGS_MAX = 1000, /* libconfig's search for duplicates is quadratic; a plan with */
				  /* REMINDERS_MAX reminders and every key has 900 */
	SCAN_NAME_MAX = 64,
	SCAN_NUMBER_MAX = 9, /* characters; 9 digits fit into 32 bits */
};

/* True if the text may be parsed; false with an error line. */
bool scan_text(const struct source *source, struct errors *errors);

#endif
