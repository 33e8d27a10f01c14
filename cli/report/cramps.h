/* The kinds of cramp, for people. */
#ifndef LIMBER_CRAMPS_H
#define LIMBER_CRAMPS_H

#include "cli/report/settings.h"
#include "core/model/health.h"

/* How such a cramp is: "at night, in bed"; marked for gettext. */
extern const char *const cramp_texts[CRAMP_COUNT];

/* What to know before anything else with such a cramp, sentences marked for gettext; NULL where
 * there is nothing. */
const char *cramp_first(enum cramp cramp);

/* The setting of a set of kinds: [ "nocturnal", "postural" ]. */
void cramps_add(struct settings *settings, uint32_t kinds);

#endif
