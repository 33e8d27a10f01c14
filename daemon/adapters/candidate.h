/*
 * The sources of input that idle.c may choose from, the best first: what each needs of the
 * environment, and the plug-in that it may be in.
 */
#ifndef LIMBER_CANDIDATE_H
#define LIMBER_CANDIDATE_H

#include "idle/source.h"

enum { CANDIDATES = 3 };

/* The display it would look at, a value of the environment; NULL: it needs none. */
const char *candidate_where(int which);

/* Whether this environment may have it. */
bool candidate_is_possible(int which);

/* Why it is not in use, for people: of the environment, or what the last try ended with (negative
 * errno; -ELIBACC: there is no such plug-in; 0: none was made). NULL: it may yet be. */
const char *candidate_why(int which, int missed);

/* NULL: it was not built, or its library is not installed. A plug-in is loaded into *plugin, where
 * that is NULL. */
const struct idle_source *candidate_load(int which, const char *folder, void **plugin);

/* None of its code may be run any more. */
void candidate_unload(void **plugin);

#endif
