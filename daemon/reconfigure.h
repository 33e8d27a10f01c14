/*
 * Settings that are changed over the bus: written to the user's folder of layers and taken over.
 * `limber undo` takes back one after the other, the last one first. All return 0, or a negative
 * errno with *error set.
 */
#ifndef LIMBER_RECONFIGURE_H
#define LIMBER_RECONFIGURE_H

#include "config/diff.h"
#include "daemon/effects.h"

/* A change that was made. */
struct changed {
	enum change_kind kind;
	char reminder[NAME_SIZE]; /* "": settings of the plan */
	struct config_diff diff;  /* of CHANGE_SET and CHANGE_UNSET; empty without memory for it */
	struct config_errors notes; /* sentences about its effects */
};

void changed_finish(struct changed *changed);

int reconfigure(struct app *app, const struct change *change, struct changed *ret,
		sd_bus_error *error);

/* Set *error to a name and all lines, `last` behind them unless it is NULL. Return what
 * sd_bus_error_set() does, or -ENOMEM. */
int reconfigure_error(const struct config_errors *errors, const char *name, const char *last,
		      sd_bus_error *error);

/* Take the last change back. 1: *ret is that change as it was made; 0: there was none. */
int reconfigure_undo(struct app *app, struct changed *ret, sd_bus_error *error);

/* The change that is the next to take back; NULL: none, or the step in state.undo is newer. */
const struct changed *reconfigure_last(const struct app *app);

/* A step in state.undo is newer than all changes from now on. had_step: it replaced one, which can
 * no longer be taken back; nor can the changes before that. */
void reconfigure_passed(struct app *app, bool had_step);

struct change_undo *reconfigure_free(struct change_undo *undo); /* all of them; NULL */

#endif
