/*
 * The plan while layers are put on it, key by key: fixed room for everything, strings borrowed
 * from the trees of the layers.
 */
#ifndef LIMBER_DRAFT_H
#define LIMBER_DRAFT_H

#include "config/errors.h"
#include "core/plan.h"

struct draft_reminder {
	struct reminder reminder;
	bool triggered; /* every or at was given */
	bool faulty;    /* has error lines already: do not look whether it is complete */
	const config_setting_t *where; /* in the last layer that has it */
};

struct draft {
	struct plan plan;
	int count;
	struct draft_reminder reminders[REMINDERS_MAX];
};

/* Put a layer on it. */
void draft_add(struct draft *draft, const config_setting_t *root, struct errors *errors);

/* After the last layer: is every reminder complete? Those that are off need not be. */
void draft_check(struct draft *draft, struct errors *errors);

/* Whether it has a time to come and something to say. */
bool draft_complete(const struct draft_reminder *reminder);

#endif
