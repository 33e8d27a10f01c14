/* The way to a file through folders and links, part by part: what has to be watched on it. */
#ifndef LIMBER_WAY_H
#define LIMBER_WAY_H

#include <limits.h>
#include <stdbool.h>

enum way_part {
	WAY_FOLDER,  /* a folder that the way goes through */
	WAY_LINK,    /* a symbolic link on it */
	WAY_MISSING, /* a folder in which the next part, `name`, is missing */
};

/* Negative errno ends the walk. */
typedef int way_step(void *user, enum way_part part, const char *path, const char *name);

/*
 * Walk an absolute path shorter than PATH_MAX. 1: it leads to something, in `end` without links;
 * the last part, where it is no link, is not told as a part. 0: a part is missing; *linked: behind
 * a link. -ELOOP: links without end; another negative errno: a part cannot be looked at, or that of
 * a step.
 */
int way_walk(const char *path, char end[PATH_MAX], bool *linked, way_step *step, void *user);

#endif
