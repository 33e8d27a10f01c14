/*
 * When cards were due on two days and none was seen, `limber status` starts with a warning. A file
 * beside the store holds the same text, so that each other `limber` command can print it once a day
 * without a call.
 */
#ifndef LIMBER_SILENT_H
#define LIMBER_SILENT_H

#include "daemon/app.h"

/* The warning: since when, the cause if known, the remedy; "" while cards are seen. */
void silent_say(const struct app *app, char out[SILENT_SIZE]);

/* Write the warning into LIMBER_SILENT beside the store, or remove that file. Best effort. */
void silent_write(struct app *app);

#endif
