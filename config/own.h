/*
 * The user's own items: ~/.config/limber/catalogue/ID.conf, one item each, read with every load. A
 * file with errors is reported and skipped; the other items stay. The picture of an item is beside
 * its file: ID.svg or ID.png.
 *
 * A file may omit list, number, evidence, source, kinds and causes. It must not use the name of a
 * built-in item or set before_setup. The acts of its category are always added to `acts`, so that
 * no file can disable the stops of a fever, a broken bone or a warning sign.
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

/* One item; its strings are borrowed from the tree of its source. */
struct own_item {
	char *path;
	struct source source;
	struct item_draft draft;
};

struct own {
	int count;
	struct own_item *items[OWN_MAX];
	struct config_errors errors; /* of the files that were skipped */
};

/* Read all items of a folder (NULL: none). Return 0, even with error lines, or -ENOMEM. */
int own_read(const char *folder, struct own **ret);

struct own *own_free(struct own *own); /* NULL */

/* Return the item with this id, the user's own or built-in; NULL if there is none. `own`: or NULL.
 */
const struct item *own_find(const struct own *own, const char *id);

#endif
