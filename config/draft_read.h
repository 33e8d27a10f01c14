/* The layers -> the draft of the plan; how it is read is said by the key table. */
#ifndef LIMBER_DRAFT_READ_H
#define LIMBER_DRAFT_READ_H

#include "config/draft.h"

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
