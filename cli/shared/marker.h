/*
 * Files in $XDG_STATE_HOME/limber. `limber off` makes the marker file "off": while it exists, only
 * `limber on` starts limberd.
 */
#ifndef LIMBER_MARKER_H
#define LIMBER_MARKER_H

#include <limits.h>
#include <stdbool.h>
#include <stdint.h>

enum { MARKER_PATH_MAX = PATH_MAX };

/* The path of a file in a folder of $VARIABLE, or of that below HOME; -ENOENT without an absolute
 * one of both. */
int xdg_path(const char *variable, const char *otherwise, const char *folder, const char *name,
	     char out[MARKER_PATH_MAX]);

/* The path of a file in that folder; -ENOENT without an absolute XDG_STATE_HOME or HOME. */
int marker_path(const char *name, char out[MARKER_PATH_MAX]);

/* Makes every folder on the way to a file (0700), which is written to meanwhile; 0 or -errno. A
 * folder that exists stays as it is. */
int marker_folders(char *path);

bool marker_exists(void);

/* The process of the limberd that uses this folder, on any bus; 0 for none. */
uint32_t marker_owner(void);

/* Make the marker (0600, its folder 0700), or remove it; 0, also if it was so, or -errno. */
int marker_set(void);
int marker_clear(void);

#endif
