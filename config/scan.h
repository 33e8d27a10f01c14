/*
 * What libconfig 1.5 does not survive or does not notice, looked for before it sees a text:
 * NUL bytes (they end the text), other bytes that are no text, `@include` (of a folder it ends
 * the process), integers that wrap, texts without an end or out of place (it leaks them), nesting
 * and numbers of settings that would keep it busy for a minute.
 */
#ifndef LIMBER_SCAN_H
#define LIMBER_SCAN_H

#include "config/errors.h"
#include "config/source.h"

enum {
	SCAN_DEPTH_MAX = 16,      /* an item's steps are 3 deep */
	SCAN_SETTINGS_MAX = 1000, /* libconfig's search for duplicates is quadratic; of a plan */
				  /* with REMINDERS_MAX reminders and every key there are 900 */
	SCAN_NAME_MAX = 64,
	SCAN_NUMBER_MAX = 9, /* characters; 9 digits fit into 32 bits */
};

/* False with an error line when the text must not be parsed. */
bool scan_text(const struct source *source, struct errors *errors);

#endif
