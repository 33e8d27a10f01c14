/*
 * Settings changed over the bus: written to the user's folder of layers, taken over, and undone
 * by `limber undo` when nothing was asked for since. All return 0, or a negative errno with
 * *error set.
 */
#ifndef LIMBER_RECONFIGURE_H
#define LIMBER_RECONFIGURE_H

#include "config/diff.h"
#include "daemon/app.h"

enum change_kind { CHANGE_SET, CHANGE_UNSET, CHANGE_ADD, CHANGE_REMOVE };

/* What was changed. */
struct changed {
	enum change_kind kind;
	char reminder[NAME_SIZE]; /* "": settings of the whole */
	struct config_diff diff;  /* of CHANGE_SET and CHANGE_UNSET; empty without memory for it */
	struct config_errors notes; /* sentences about it */
};

void changed_finish(struct changed *changed);

/* reminder: NULL for the whole; the one that is added or removed. `changes` may borrow nothing from
 * the plan, which is replaced by this. */
int reconfigure(struct app *app, enum change_kind kind, const char *reminder, bool runtime,
		const struct config_change changes[], size_t count, struct changed *ret,
		sd_bus_error *error);

/* All lines, and a last one (NULL: none), as an error of that name: what sd_bus_error_set() returns
 * for it, or -ENOMEM. */
int reconfigure_error(const struct config_errors *errors, const char *name, const char *last,
		      sd_bus_error *error);

/* Take the last change back: 1, and in *ret that change, as it was made; 0 when there was none. */
int reconfigure_undo(struct app *app, struct changed *ret, sd_bus_error *error);

/* The change that reconfigure_undo() would take back; NULL: none. */
const struct changed *reconfigure_last(const struct app *app);

/* Something else was asked for: `limber undo` is about that now. */
void reconfigure_forget(struct app *app);

struct change_undo *reconfigure_free(struct change_undo *undo); /* NULL */

#endif
