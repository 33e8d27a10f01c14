/*
 * One file of configuration: its text and its libconfig tree.
 *
 * libconfig does not read the file itself, because it blocks on a FIFO, exits on `@include` of a
 * folder and accepts any size. scan_text() checks the text before libconfig parses it.
 */
#ifndef LIMBER_SOURCE_H
#define LIMBER_SOURCE_H

#include <libconfig.h>
#include <stdbool.h>
#include <stddef.h>

struct errors;

struct source {
	const char *path; /* in error lines; borrowed */
	int layer;        /* its number, for the order of errors */
	bool built_in;    /* not a file: errors have no line number */
	bool by_hand;     /* a file that no command writes */
	bool unwritten;   /* the text is not in that file yet: errors have no place */
	const char *key;  /* the text is the value of this one key; borrowed; NULL: it is not */
	char *text;       /* followed by a line feed and a NUL; owned */
	size_t length;    /* without these two */
	bool parsed;      /* `tree` is valid */
	config_t tree;
};

void source_init(struct source *source, const char *path, int layer);
void source_finish(struct source *source);

/* Free the text and the tree. */
void source_empty(struct source *source);

/* Read the file. Return 0, even if it could not be read, which is an error line; -ENOENT if it does
 * not exist; -ENOMEM. */
int source_read(struct source *source, struct errors *errors);

/* Set the text to a copy of `length` bytes. Return 0 or -ENOMEM. */
int source_set_text(struct source *source, const char *text, size_t length);

/* Parse the text into the tree. A syntax error is an error line, and there is no tree. */
void source_parse(struct source *source, struct errors *errors);

/* False if a name or string is NULL: libconfig stores NULL when memory is exhausted, while it
 * parses or changes a tree, and reports success. */
bool tree_is_complete(const config_setting_t *setting);

/* Return the root of the tree; NULL if there is none. */
const config_setting_t *source_root(const struct source *source);

/* Return the source of a setting. */
const struct source *source_of(const config_setting_t *setting);

#endif
