/*
 * The plan while layers are merged into it, key by key. Arrays have a fixed size; strings are
 * borrowed from the trees of the layers.
 */
#ifndef LIMBER_DRAFT_H
#define LIMBER_DRAFT_H

#include "config/field.h"
#include "config/hook.h"
#include "config/own.h"
#include "core/model/plan.h"

struct draft_reminder {
	const struct own *own; /* the user's own items; NULL: none */
	struct reminder reminder;
	const char *with; /* a name, "" for none; reminder.with is set by draft_check() */
	int of;           /* 0 sitting, 1 clock */
	bool built_in;    /* a built-in layer has it */
	usec usual;       /* its `every` in the last built-in layer, 0 for none */
	bool faulty;      /* has error lines: skip the check for completeness */
	bool placed;      /* set by draft_check(): it is part of the plan */
	const config_setting_t *where;  /* its group in the last layer that has it */
	struct given given[FIELDS_MAX]; /* by row of keys_reminder */
};

struct draft {
	const struct own *own;
	struct plan plan;
	struct given given[FIELDS_MAX];     /* by row of keys_plan */
	struct given facts[FACT_COUNT];     /* of the group `health` */
	struct given hooks[HOOK_COUNT + 1]; /* by row of keys_hooks */
	int count;
	struct draft_reminder reminders[REMINDERS_MAX];
};

#endif
