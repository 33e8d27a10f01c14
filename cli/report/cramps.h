/* The kinds of cramp, for people. */
#ifndef LIMBER_CRAMPS_H
#define LIMBER_CRAMPS_H

#include "cli/report/settings.h"
#include "core/model/health.h"

/* A description: "at night, in bed"; marked for gettext. */
extern const char *const cramp_texts[CRAMP_COUNT];

/* The warning of a kind of cramp, sentences marked for gettext; NULL: none. */
const char *cramp_first(enum cramp cramp);

/* The setting of a set of kinds: [ "nocturnal", "postural" ]. */
void cramps_add(struct settings *settings, uint32_t kinds);

#endif
