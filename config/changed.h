/* One change of a setting, and what came of a call that made some. */
#ifndef LIMBER_CHANGED_H
#define LIMBER_CHANGED_H

#include "config/config.h"

/*
 * The value is its text as in a file; quotes may be left out (45min, false, 8), and of a list the
 * brackets, too (walk-break, micro-pause). A comma ends an entry, except where what is before it
 * is no time yet: Mon,Wed 12:30, 17:00 are two.
 */
struct config_change {
	const char *reminder; /* NULL: a key of the top level */
	const char *key;      /* "gap", "health.kidney", "every" */
	const char *value;    /* not for change_unset(); longer than CHANGE_VALUE_MAX: an error */
};

/* Bytes of a value. */
enum { CHANGE_VALUE_MAX = 4096 };

/* What came of it. */
struct config_changed {
	struct config *config;      /* the new plan */
	char *before, *after;       /* the layer's text, NULL: it has none; for change_restore() */
	struct config_errors notes; /* sentences: what defeats a new value, or is defeated by it */
};

void config_changed_finish(struct config_changed *changed);

#endif
