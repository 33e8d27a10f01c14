/*
 * The plan while layers are put on it, key by key: fixed room for everything, strings borrowed
 * from the trees of the layers.
 */
#ifndef LIMBER_DRAFT_H
#define LIMBER_DRAFT_H

#include "config/field.h"
#include "config/own.h"
#include "core/model/plan.h"

struct draft_reminder {
	const struct own *own; /* where items are found besides the catalogue */
	struct reminder reminder;
	const char *with; /* a name, "" for none; reminder.with is set by draft_check() */
	int of;           /* 0 sitting, 1 clock */
	bool built_in;    /* some built-in layer has it */
	usec usual;       /* its `every` in the last of these, 0 for none */
	bool faulty;      /* has error lines already: do not look whether it is complete */
	bool placed;      /* by draft_check(): it has a place in the plan */
	const config_setting_t *where;  /* in the last layer that has it */
	struct given given[FIELDS_MAX]; /* by row of keys_reminder */
};

struct draft {
	const struct own *own;
	struct plan plan;
	struct given given[FIELDS_MAX]; /* by row of keys_plan */
	struct given facts[FACT_COUNT]; /* of the group `health` */
	int count;
	struct draft_reminder reminders[REMINDERS_MAX];
};

#endif
