/* The layer that commands write, while it is changed; a part of change.c. */
#ifndef LIMBER_EDIT_H
#define LIMBER_EDIT_H

#include "config/changed.h"
#include "config/errors.h"
#include "config/guard.h"
#include "config/source.h"

struct edit {
	struct config_layers *layers;
	bool runtime;
	char *path;           /* what it calls itself; of the file, where it is */
	struct source source; /* with the tree that is changed */
	char *before;         /* its text; NULL: there was none */
	struct errors errors;
	struct guard guard; /* while the tree is changed */
};

/* Read the layer. 0, also with error lines; -ENOMEM. edit_end() must follow in any case. */
int edit_begin(struct edit *edit, struct config_layers *layers, bool runtime);

/* Whether there is a tree to change, with what edit_begin() returned. */
bool edit_ready(const struct edit *edit, int r);

/* An error line about what was asked for; the format is translated, as in errors.h. */
__attribute__((format(printf, 2, 3))) void edit_refuse(struct edit *edit, const char *format, ...);

/* The text of the tree in *ret; NULL when nothing is left in it. 0 or -ENOMEM. */
int edit_text(const struct edit *edit, char **ret);

/*
 * The end of every change: if nothing went wrong so far (`r`, error lines), checks the layer with
 * the others and puts it in its place. Returns what change.h promises. `changes`: about which
 * there are notes.
 */
int edit_end(struct edit *edit, int r, const struct config_change changes[], size_t count,
	     struct config_changed *ret, struct config_errors *errors);

/* The same with a text in place of that of the tree, whatever error lines there are. */
int edit_end_text(struct edit *edit, int r, const char *text, const struct config_change changes[],
		  size_t count, struct config_changed *ret, struct config_errors *errors);

#endif
