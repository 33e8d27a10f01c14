/* Merge layers into a draft of the plan, by the key table. */
#ifndef LIMBER_DRAFT_READ_H
#define LIMBER_DRAFT_READ_H

#include "config/draft.h"

/* Merge a layer into the draft. */
void draft_add(struct draft *draft, const config_setting_t *root, struct errors *errors);

/* After the last layer: check that each reminder is complete and that its keys fit each other. An
 * incomplete reminder that is off is accepted and left out of the plan, with its joined reminders.
 */
void draft_check(struct draft *draft, struct errors *errors);

/* Return the triggers of a reminder, an enum trigger_set; `by` is its draft_trigger_key(). */
uint8_t draft_triggers(const struct draft_reminder *reminder, const struct field *by);

/*
 * Return the row of the key that triggers a reminder: of `every`, `at` and `on` the one in the last
 * layer below number `below`. NULL if there is none.
 */
const struct field *draft_trigger_key(const struct draft_reminder *reminder, int below);

#endif
