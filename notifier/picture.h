/* Where the pictures of the poses are. */
#ifndef LIMBER_PICTURE_H
#define LIMBER_PICTURE_H

/*
 * The file of a picture by its name ("walk-break", "core-strength-3-dark"), to be freed by
 * g_free(); NULL where there is none. Where a step ("-3") has none of its own, its item's.
 */
char *picture_find(const char *name);

#endif
