/*
 * The key table: what a configuration may say, of what form, within what range. Its rows are read
 * by draft.c and stand, with the same words, in limber.conf(5); a test compares them.
 */
#ifndef LIMBER_KEYS_H
#define LIMBER_KEYS_H

#include "config/field.h"

extern const struct field keys_plan[];     /* top level; into struct draft */
extern const struct field keys_reminder[]; /* of a reminder; into struct draft_reminder */

/* The row of `reminders` itself, in draft.c. */
field_read draft_reminders;

#endif
