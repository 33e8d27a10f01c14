/*
 * Settings changed over the bus: written to the user's folder of layers, taken over, and undone
 * by `limber undo` when nothing was asked for since. All return 0, or a negative errno with
 * *error set. *notes gets sentences to tell; the caller finishes it.
 */
#ifndef LIMBER_CHANGES_H
#define LIMBER_CHANGES_H

#include "config/change.h"
#include "daemon/app.h"

enum change_kind { CHANGE_SET, CHANGE_UNSET, CHANGE_ADD, CHANGE_REMOVE };

/* reminder: NULL for the whole; the one that is added or removed. `changes` may borrow nothing from
 * the plan, which is replaced by this. */
int changes_make(struct app *app, enum change_kind kind, const char *reminder, bool runtime,
		 const struct config_change changes[], size_t count, struct config_errors *notes,
		 sd_bus_error *error);

/* All lines, and a last one (NULL: none), as an error of that name: what sd_bus_error_set() returns
 * for it, or -ENOMEM. */
int changes_tell(const struct config_errors *errors, const char *name, const char *last,
		 sd_bus_error *error);

/* Takes the last change back and says which; 0 when there was none: 1 when there was. */
int changes_undo(struct app *app, char what[128], sd_bus_error *error);

/* Something else was asked for: `limber undo` is about that now. */
void changes_forget(struct app *app);

struct change_undo *change_undo_free(struct change_undo *undo); /* NULL */

#endif
