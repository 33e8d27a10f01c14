/*
 * Reads one JSON object (RFC 8259) whose values are texts, whole numbers or null, from a line: the
 * form of limber export. It allocates nothing and changes the line.
 */
#ifndef LIMBER_FLAT_H
#define LIMBER_FLAT_H

#include <stddef.h>
#include <stdint.h>

struct flat_value {
	const char *text; /* NULL for a number */
	int64_t number;   /* 0 for null, which has neither */
};

/* Take a member; NULL, or what is wrong with it. Both texts are valid until it returns. */
typedef const char *flat_member(const char *key, const struct flat_value *value, void *user);

/*
 * Read `length` bytes at `line`, followed by a NUL. Return NULL, or what is wrong, an English
 * sentence part that is marked for gettext. Members before that were given to `each`.
 */
const char *flat_read(char *line, size_t length, flat_member *each, void *user);

#endif
