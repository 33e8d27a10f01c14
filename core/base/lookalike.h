/*
 * Characters that look like ASCII ones, as from a web page, a word processor or a keyboard. In
 * times they are read as the ASCII character if that is unambiguous; elsewhere an error names them.
 */
#ifndef LIMBER_LOOKALIKE_H
#define LIMBER_LOOKALIKE_H

#include <stddef.h>
#include <stdint.h>

struct lookalike {
	int32_t value;
	const char *plain; /* the ASCII character; "": invisible */
	const char *name;  /* English, marked: "a no-break space" */
};

/* The first in a text, NULL for none. */
const struct lookalike *lookalike_find(const char *text);

enum { LOOKALIKE_SIZE = 256 };

/* The text with ASCII characters instead: itself, or a copy in `out`, truncated if too long. */
const char *lookalike_plain(const char *text, char out[LOOKALIKE_SIZE]);

#endif
