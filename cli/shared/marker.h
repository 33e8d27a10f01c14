/*
 * Files in $XDG_STATE_HOME/limber. The marker of `limber off` is called off: while it is there and
 * limberd is not, nothing starts limberd but `limber on`.
 */
#ifndef LIMBER_MARKER_H
#define LIMBER_MARKER_H

#include <limits.h>
#include <stdbool.h>
#include <stdint.h>

enum { MARKER_PATH_MAX = PATH_MAX };

/* The path of a file in that folder; -ENOENT when neither variable names an absolute path. */
int marker_path(const char *name, char out[MARKER_PATH_MAX]);

/* Makes every folder on the way to a file (0700), which is written to meanwhile; 0 or -errno. A
 * folder that exists stays as it is. */
int marker_folders(char *path);

bool marker_exists(void);

/* The limberd that has this folder, on whatever bus it is: its process, 0 for none. */
uint32_t marker_owner(void);

/* Makes it (0600, its folder 0700), or takes it away; 0, also when that was so, or -errno. */
int marker_set(void);
int marker_clear(void);

#endif
