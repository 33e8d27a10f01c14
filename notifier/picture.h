/* Find the pictures of the poses. */
#ifndef LIMBER_PICTURE_H
#define LIMBER_PICTURE_H

/*
 * Return the path of a picture by its name ("walk-break", "core-strength-3-dark"), to be freed with
 * g_free(); NULL if there is none. The first step ("-1") without a picture of its own uses that of
 * its item; of another one that would show something else.
 */
char *picture_find(const char *name);

#endif
