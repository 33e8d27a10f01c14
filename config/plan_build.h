/* A checked draft -> the immutable plan. */
#ifndef LIMBER_PLAN_BUILD_H
#define LIMBER_PLAN_BUILD_H

#include "config/config.h"
#include "config/draft.h"
#include "config/own.h"

/* A part of shown.c. */
struct config {
	struct config_value *values;
	size_t value_count;
	char *strings; /* of the values */
	struct own *own;
	char *skipped; /* NULL: nothing was */
	bool careful;
	struct plan plan;
	struct reminder reminders[];
};

/* The plan in one block that needs nothing of the draft any more, without values; NULL when there
 * is no memory. */
struct config *plan_build(const struct draft *draft);

#endif
