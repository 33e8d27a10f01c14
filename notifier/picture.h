/* Find the pictures of the poses. */
#ifndef LIMBER_PICTURE_H
#define LIMBER_PICTURE_H

/*
 * Return the path of a picture by its name ("walk-break", "core-strength-3-dark"), to be freed with
 * g_free(); NULL if there is none. A step ("-3") without a picture uses that of its item.
 */
char *picture_find(const char *name);

#endif
