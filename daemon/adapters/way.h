/* Walks a path through folders and links, part by part, to watch each of them. */
#ifndef LIMBER_WAY_H
#define LIMBER_WAY_H

#include <limits.h>
#include <stdbool.h>

enum way_part {
	WAY_FOLDER,  /* a folder of the path */
	WAY_LINK,    /* a symbolic link in it */
	WAY_MISSING, /* a folder in which the next part, `name`, is missing */
};

/* Negative errno ends the walk. */
typedef int way_step(void *user, enum way_part part, const char *path, const char *name);

/*
 * Walk an absolute path shorter than PATH_MAX. 1: it exists, and `end` is its real path; the last
 * part is passed to `step` only if it is a link. 0: a part is missing; *linked: behind a link.
 * -ELOOP: too many links; another negative errno: lstat() failed, or `step` did.
 */
int way_walk(const char *path, char end[PATH_MAX], bool *linked, way_step *step, void *user);

#endif
