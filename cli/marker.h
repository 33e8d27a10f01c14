/*
 * The marker of `limber off`: $XDG_STATE_HOME/limber/off. While it is there and limberd is not,
 * nothing starts limberd but `limber on`.
 */
#ifndef LIMBER_MARKER_H
#define LIMBER_MARKER_H

#include <stdbool.h>

bool marker_exists(void);

/* Makes it (0600, its folder 0700), or takes it away; 0, also when that was so, or -errno. */
int marker_set(void);
int marker_clear(void);

#endif
