/*
 * The key table: what a configuration may say, of what form, within what range, and what holds
 * where it says nothing. Its rows are read by draft_read.c and stand, with the same words, in
 * limber.conf(5); a test compares them.
 */
#ifndef LIMBER_KEYS_H
#define LIMBER_KEYS_H

#include "config/field.h"

/* What a reminder comes by. */
enum come {
	COME_EVERY = 1 << 0,
	COME_AT = 1 << 1,
	COME_ON = 1 << 2,
	COME_CHECK_IN = 1 << 3, /* besides COME_AT: what it deals first is a check-in */
};

extern const struct field keys_plan[];     /* top level; into struct draft */
extern const struct field keys_reminder[]; /* of a reminder; into struct draft_reminder */

/* What holds of a key that no layer gives; NULL for nothing. `come`: what the reminder comes by. */
const char *key_preset(const struct field *key, uint8_t come);

/* Types that only the configuration knows, in key_types.c. */
field_read key_clock;  /* usec after midnight */
field_read key_say;    /* const char *; the limit counts bytes */
field_read key_ranges; /* struct ranges; least 0: may be empty */
field_read key_half;   /* bool: the first of two words */
field_read key_set;    /* uint32_t: a bit for each of `most` words */
field_read key_at;     /* the rest has its own place */
field_read key_items;
field_read key_with;
field_read key_number; /* a number to call; it stands in the values alone */
field_read key_health;
field_read key_kinds;
field_read key_agreed;
field_read key_cleared;
field_read key_date; /* int32_t, a day; "" is 0 */

/* What a setting `kinds` says, as far as it is right; *good: all of it is. */
uint32_t key_kinds_of(const config_setting_t *setting, bool *good);

/* The item that a setting names; NULL with an error line. */
struct own;
const struct item *key_item(const config_setting_t *setting, const struct own *own,
			    struct errors *errors);

bool key_is_time(const char *text);
bool key_is_range(const char *text);

/* The row of `reminders` itself, in draft_read.c. */
field_read draft_reminders;

#endif
