/*
 * The user's own items: ~/.config/limber/catalogue/ID.conf, one each, read with every load. A bad
 * file is told and left out; the other items stay. A picture of an item lies beside its file:
 * ID.svg or ID.png.
 *
 * A file may say less than a built-in one: neither list and number, nor evidence, source, kinds and
 * causes. It may not take a built-in name, nor say that it may be dealt before the health
 * questions. Whatever it says, its category counts for what it does to the body (`acts`): so no
 * file switches off what a fever, a broken bone or a warning sign stops.
 */
#ifndef LIMBER_OWN_H
#define LIMBER_OWN_H

#include "config/catalogue_read.h"
#include "config/errors.h"
#include "config/source.h"

enum {
	OWN_MAX = 64,
	OWN_FILE_MAX = 1 << 16, /* bytes: more than 12 steps of the longest texts */
};

/* One item; its strings are its tree's. */
struct own_item {
	char *path;
	struct source source;
	struct item_draft draft;
};

struct own {
	int count;
	struct own_item *items[OWN_MAX];
	struct config_errors errors; /* what was left out, and why */
};

/* All of a folder; NULL for none. 0, also with error lines in it, or -ENOMEM. */
int own_read(const char *folder, struct own **ret);

struct own *own_free(struct own *own); /* NULL */

/* An item of the user's own or of the catalogue by its id; NULL for none. `own`: NULL for none. */
const struct item *own_find(const struct own *own, const char *id);

#endif
