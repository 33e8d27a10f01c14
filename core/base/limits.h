/*
 * Limits. A configuration beyond one of them is rejected with an error when it is loaded; nothing
 * is truncated at run time.
 */
#ifndef LIMBER_LIMITS_H
#define LIMBER_LIMITS_H

enum {
	REMINDERS_MAX = 64,  /* reminders in a plan */
	NAME_MAX_CHARS = 32, /* a reminder's name, an item's id: [a-z][a-z0-9-]* */
	NAME_SIZE = NAME_MAX_CHARS + 1,
	CARD_MAX = 6,           /* reminders on one card, riders included */
	DECK_MAX = 32,          /* items in the deck of a reminder */
	ITEM_STEPS_MAX = 12,    /* steps of an item */
	TIMES_MAX = 16,         /* calendar times in one `at` */
	RANGES_MAX = 16,        /* ranges in one `hours` */
	STOPS_MAX = 32,         /* items whose first cards are counted */
	HOLDS_MAX = 32,         /* holds at a time: one of each kind */
	ACTIONS_MAX = 64,       /* actions of one step */
	ZONE_CHANGES_MAX = 16,  /* offset changes in a zone's table */
	SAY_MAX_BYTES = 200,    /* a reminder's own title or text */
	WHY_SIZE = 81,          /* reason of a pause, with NUL */
	WHO_SIZE = 48,          /* program that holds cards, with NUL */
	STATE_BYTES_MAX = 32768 /* struct state */
};

#endif
