/*
 * The key table: the keys of a configuration, their types, ranges and defaults. draft_read.c parses
 * by its rows. limber.conf(5) has the same rows with the same words; a test compares them.
 */
#ifndef LIMBER_KEYS_H
#define LIMBER_KEYS_H

#include "config/field.h"
#include "config/hook.h"

/* The triggers of a reminder, as bits. */
enum trigger_set {
	BY_EVERY = 1 << 0,
	BY_AT = 1 << 1,
	BY_ON = 1 << 2,
	BY_CHECK_IN = 1 << 3, /* with BY_AT: its first item is a check-in */
};

extern const struct field keys_plan[];     /* top level; parsed into struct draft */
extern const struct field keys_reminder[]; /* of a reminder; parsed into struct draft_reminder */

/* Of the group `hooks`: the rows of enum hook, and the time limit. Their values are checked and
 * kept in the values only: config/hooks.h reads them. */
enum { HOOK_KEYS = HOOK_COUNT + 1, COMMAND_WORDS = 32 };
extern const struct field keys_hooks[HOOK_KEYS + 1];

/* Return the default of a key; NULL if it has none. `triggers`: enum trigger_set of the reminder.
 */
const char *key_preset(const struct field *key, uint8_t triggers);

/* Types used only by the configuration; in key_types.c and key_health.c. */
field_read key_clock;    /* usec after midnight */
field_read key_say;      /* const char *; the limit counts bytes */
field_read key_ranges;   /* struct ranges; least 0: may be empty */
field_read key_half;     /* bool: the first of two words */
field_read key_own_bool; /* enum own_choice */
field_read key_own_word; /* int: the index of the word, plus 1 */
field_read key_amount;   /* int32_t, millilitres; "" is 0 where that is the default */
field_read key_set;      /* uint32_t: a bit for each of `most` words */
field_read key_at;       /* the rest use no offset */
field_read key_items;
field_read key_with;
field_read key_number; /* a phone number; kept in the values only */
field_read key_health;
field_read key_kinds;
field_read key_agreed;
field_read key_cleared;
field_read key_hooks;   /* the group */
field_read key_command; /* a list of words, or words with blanks between; kept in the values only */
field_read key_time_limit; /* a length; kept in the values only */
field_read key_date;       /* int32_t, a day; "" is 0 */
field_read key_days;       /* struct fact_window, within `most` days; "" is none */

/* Parse a setting `kinds`, ignoring invalid entries. *good: there were none. */
uint32_t key_kinds_of(const config_setting_t *setting, bool *good);

/* Return the item that a setting names; NULL with an error line if there is none. */
struct own;
const struct item *key_item(const config_setting_t *setting, const struct own *own,
			    struct errors *errors);

bool key_is_time(const char *text);
bool key_is_range(const char *text);

/* The row of `reminders` itself, and what stands beside it and belongs into it; in draft_read.c. */
field_read draft_reminders, draft_misplaced;

#endif
