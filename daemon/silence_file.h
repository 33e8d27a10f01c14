/*
 * Never silently dead: what `limber status` says first when cards were due on two days and none
 * was seen, and a file with the same words. The file is what any other `limber` reads, once a
 * day, which costs it no call.
 */
#ifndef LIMBER_SILENT_H
#define LIMBER_SILENT_H

#include "daemon/app.h"

/* Since when, the cause where it is known, and the one thing to do; "" when cards are seen. */
void silent_say(const struct app *app, char out[SILENT_SIZE]);

/* Make the file LIMBER_SILENT beside the store say the same, or go. Best effort. */
void silent_write(struct app *app);

#endif
