/*
 * The plan while layers are put on it, key by key: fixed room for everything, strings borrowed
 * from the trees of the layers.
 */
#ifndef LIMBER_DRAFT_H
#define LIMBER_DRAFT_H

#include "config/keys.h"
#include "config/own.h"
#include "core/model/plan.h"

struct draft_reminder {
	const struct own *own; /* where items are found besides the catalogue */
	struct reminder reminder;
	const char *with; /* a name, "" for none; reminder.with is set by draft_check() */
	int of;           /* 0 sitting, 1 clock */
	bool built_in;    /* some built-in layer has it */
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

/* Put a layer on it. */
void draft_add(struct draft *draft, const config_setting_t *root, struct errors *errors);

/* After the last layer: is every reminder complete, and does each key fit the others? Those that
 * are off need not be complete, and have no place in the plan then, nor have lines on their card.
 */
void draft_check(struct draft *draft, struct errors *errors);

/* What it comes by, `by` being draft_comes(): a set of enum come. */
uint8_t draft_come(const struct draft_reminder *reminder, const struct field *by);

/*
 * The row of the key that makes it come: of `every`, `at` and `on` the one that the last layer
 * has, of those below layer `below`. NULL for none.
 */
const struct field *draft_comes(const struct draft_reminder *reminder, int below);

#endif
