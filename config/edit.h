/* The layer that commands write, while it is changed; internal to change.c. */
#ifndef LIMBER_EDIT_H
#define LIMBER_EDIT_H

#include "config/changed.h"
#include "config/errors.h"
#include "config/guard.h"
#include "config/source.h"

struct edit {
	struct config_layers *layers;
	bool runtime;
	const struct config_change *changes; /* the ones to make, and to add notes about */
	size_t count;
	char *path;           /* of the file, or the name of the runtime layer */
	struct source source; /* owns the tree that is changed */
	char *before;         /* its text; NULL: there was none */
	uint64_t again;       /* as in effective_overridden() */
	struct errors errors;
	struct guard guard; /* while the tree is changed */
};

/* Read the layer; edit->changes is empty. Return 0, even with error lines, or -ENOMEM. Always call
 * edit_end() afterwards. */
int edit_begin(struct edit *edit, struct config_layers *layers, bool runtime);

/* True if there is a tree to change; `r`: what edit_begin() returned. */
bool edit_ready(const struct edit *edit, int r);

/* Add an error line about the request. Translates the format, as errors_at() does. */
__attribute__((format(printf, 2, 3))) void edit_refuse(struct edit *edit, const char *format, ...);

/* The whole key of a change, for error lines: "reminders.desk.every". */
struct edit_key {
	char text[2 * sizeof(struct quoted)];
};
struct edit_key edit_key(const struct config_change *change);

/* Set *ret to the text of the tree, NULL if the tree is empty. Return 0 or -ENOMEM. */
int edit_text(const struct edit *edit, char **ret);

/*
 * End a change: unless it failed so far (`r`, error lines), check the layer with the others and
 * write it. Frees `edit`. Return values: see change.h.
 */
int edit_end(struct edit *edit, int r, struct config_changed *ret, struct config_errors *errors);

/* As edit_end(), but write `text` instead of the tree, despite error lines. */
int edit_end_text(struct edit *edit, int r, const char *text, struct config_changed *ret,
		  struct config_errors *errors);

#endif
