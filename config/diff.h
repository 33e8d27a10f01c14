/* The keys that a change of the configuration changed. */
#ifndef LIMBER_DIFF_H
#define LIMBER_DIFF_H

#include "config/change.h"

/* All texts are on the heap. Values are as config_value_text() returns them. */
struct config_difference {
	char *key, *was, *is;
};

struct config_diff {
	struct config_difference *list;
	size_t count;
};

/*
 * List the keys of `changes` in their order, changed or not, then the other keys of the same
 * reminders whose value differs: a new `at` removes `every`. `full`: write a key of a reminder as
 * "reminders.NAME.KEY". Return 0, or -ENOMEM with an incomplete list, to be freed too.
 */
int config_diff(const struct config *before, const struct config *after,
		const struct config_change changes[], size_t count, bool full,
		struct config_diff *ret);
void config_diff_finish(struct config_diff *diff);

#endif
