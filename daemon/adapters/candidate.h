/*
 * The sources that idle_choice.c chooses from, the best first: the environment variables of each,
 * and the plug-in that has it.
 */
#ifndef LIMBER_CANDIDATE_H
#define LIMBER_CANDIDATE_H

#include "idle/source.h"

enum { CANDIDATES = 3 };

/* The value of the variable that it needs, a display; NULL: it needs none. */
const char *candidate_where(int which);

/* Whether the environment has what it needs. */
bool candidate_is_possible(int which);

/* Why it is not in use, for people, by the environment or by the error of the last try (-ELIBACC:
 * no such plug-in; 0: not tried). NULL: no reason yet. */
const char *candidate_why(int which, int missed);

/* The source; NULL: its plug-in was not built, or a library of it is not installed. *plugin: the
 * loaded plug-in, or NULL. */
const struct idle_source *candidate_load(int which, const char *folder, void **plugin);

/* None of its code may run any more. */
void candidate_unload(void **plugin);

#endif
