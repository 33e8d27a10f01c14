/* A change of one setting, and the result of a call that made some. */
#ifndef LIMBER_CHANGED_H
#define LIMBER_CHANGED_H

#include "config/config.h"

/*
 * The value is text as in a file. Quotes are optional (45min, false, 8), and so are the brackets of
 * a list (walk-break, micro-pause). A comma ends an entry unless the text before it is not yet a
 * complete time: "Mon,Wed 12:30, 17:00" has two entries.
 */
struct config_change {
	const char *reminder; /* NULL: a key of the top level */
	const char *key;      /* "gap", "health.kidney", "every" */
	const char *value;    /* NULL: unset; at most CHANGE_VALUE_MAX bytes */
};

enum { CHANGE_VALUE_MAX = 4096 }; /* bytes */

/* The result of a change; all members are owned. */
struct config_changed {
	struct config *config;      /* the new plan */
	char *before, *after;       /* the layer's text for change_restore(); NULL: none */
	struct config_errors notes; /* which values override a new one, or are overridden */
};

void config_changed_finish(struct config_changed *changed);

#endif
