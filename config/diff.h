/* What a change of the configuration made of its keys. */
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
 * The keys of `changes` in their order, the same value or not, then the other keys of the same
 * reminders of which the value differs: a new `at` takes `every` away. full: a key of a reminder is
 * "reminders.NAME.KEY". 0 or -ENOMEM, then with what fitted.
 */
int config_diff(const struct config *before, const struct config *after,
		const struct config_change changes[], size_t count, bool full,
		struct config_diff *ret);
void config_diff_finish(struct config_diff *diff);

#endif
