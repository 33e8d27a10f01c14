/*
 * The answers to the health questions, compared with those of the last load. What is gone from the
 * files is not taken for a no: `setup_done` is forced to false, and status names it.
 */
#ifndef LIMBER_DAEMON_ANSWERS_H
#define LIMBER_DAEMON_ANSWERS_H

#include "daemon/app.h"

/* A configuration that was loaded and is not in force yet. It is replaced, if need be, by one that
 * was loaded with care, or again without; the state keeps its answers. */
void answers_compare(struct app *app, struct config **config);

/*
 * A command changed the files: what it took out of them was meant to go. To be called before that
 * configuration is compared. What was missing before stays so, but for what these keys settle.
 */
void answers_changed(struct app *app, const struct config_change changes[], size_t count);

/* What is missing, in words; "" if nothing is. */
void answers_say(const struct app *app, char out[ANSWERS_SIZE]);

/* Unsetting what is missing settles it, and no file has to change. Copies the other keys to `rest`
 * and returns their number. */
size_t answers_unset(struct app *app, const struct config_change changes[], size_t count,
		     struct config_change rest[]);

#endif
