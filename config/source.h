/*
 * One file of configuration: its text, and the libconfig tree made of it.
 *
 * The file is read here and not by libconfig, which blocks on a FIFO, ends the process on
 * `@include` of a folder and takes any size. The text passes scan.h before libconfig sees it.
 */
#ifndef LIMBER_SOURCE_H
#define LIMBER_SOURCE_H

#include <libconfig.h>
#include <stdbool.h>
#include <stddef.h>

struct errors;

struct source {
	const char *path; /* as errors name it; borrowed */
	int layer;        /* its place among the files, for the order of errors */
	bool built_in;    /* in no file: no line of it is told */
	bool unwritten;   /* the text is not in that file yet: errors name no place in it */
	char *text;       /* ended by a line feed and a NUL; owned */
	size_t length;    /* without that end */
	bool parsed;      /* there is a tree, and only then may it be looked at */
	config_t tree;
};

void source_init(struct source *source, const char *path, int layer);
void source_finish(struct source *source);

/* Without a text and a tree, as if there were none. */
void source_empty(struct source *source);

/* Read the file. 0, also when it could not be read, which is an error line; -ENOENT when there is
 * none; -ENOMEM. */
int source_read(struct source *source, struct errors *errors);

/* Take a copy of `length` bytes as its text instead. */
int source_set_text(struct source *source, const char *text, size_t length);

/* Make the tree. What is wrong with the text is an error line, and leaves no tree. */
void source_parse(struct source *source, struct errors *errors);

/* Where there was no memory for a name or a text, libconfig leaves NULL in its place, when it reads
 * and when it is told to change something, and calls that good. */
bool tree_is_whole(const config_setting_t *setting);

/* The root of its tree, NULL without one. */
const config_setting_t *source_root(const struct source *source);

/* The file that a setting stands in. */
const struct source *source_of(const config_setting_t *setting);

#endif
