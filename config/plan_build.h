/* Build the immutable plan from a checked draft. */
#ifndef LIMBER_PLAN_BUILD_H
#define LIMBER_PLAN_BUILD_H

#include "config/config.h"
#include "config/draft.h"
#include "config/own.h"

/* Internal to config/. */
struct config {
	struct config_value *values;
	size_t value_count;
	char *strings; /* of the values, owned */
	struct own *own;
	char *skipped; /* config_skipped(); NULL: none */
	char *repeats; /* config_repeats(); NULL: none */
	bool careful;
	struct plan plan;
	struct reminder reminders[];
};

/* Copy the plan, without values, into one block that borrows nothing from the draft; NULL: out of
 * memory. */
struct config *plan_build(const struct draft *draft);

#endif
