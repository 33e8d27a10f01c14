/*
 * Characters that look like one of ASCII and are not: a web page, a word processor or a keyboard
 * put them where nobody sees the difference. In times they are read as what they look like, where
 * that can be nothing else; elsewhere they are named.
 */
#ifndef LIMBER_LOOKALIKE_H
#define LIMBER_LOOKALIKE_H

#include <stddef.h>
#include <stdint.h>

struct lookalike {
	int32_t value;
	const char *plain; /* "": it cannot be seen */
	const char *name;  /* English, marked: "a no-break space" */
};

/* The first in a text, NULL: there is none. */
const struct lookalike *lookalike_find(const char *text);

enum { LOOKALIKE_SIZE = 256 };

/* The text without any: itself, or in `out` as far as it fits. */
const char *lookalike_plain(const char *text, char out[LOOKALIKE_SIZE]);

#endif
