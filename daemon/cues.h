/* The cues of a played card, by limber-voice. */
#ifndef LIMBER_CUES_H
#define LIMBER_CUES_H

#include "daemon/app.h"

/* After each step: announce what is new, or be silent. */
void cues_follow(struct app *app);

extern const struct voice_events cues_events; /* `user` is the app */

#endif
