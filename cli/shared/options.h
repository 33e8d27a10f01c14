/* The table of options, read by the parser, the help and the completions. */
#ifndef LIMBER_OPTIONS_H
#define LIMBER_OPTIONS_H

#include <stdbool.h>
#include <stdint.h>

enum option {
	OPTION_JSON,
	OPTION_LIMIT,
	OPTION_WHY,
	OPTION_EVERY, /* from here to OPTION_WITH: keys of a new reminder */
	OPTION_OF,
	OPTION_AT,
	OPTION_ON,
	OPTION_SAY,
	OPTION_ITEM,
	OPTION_WITH,
	OPTION_RUNTIME,
	OPTION_WAYBAR,
	OPTION_FORMAT,
	OPTION_FOLLOW,
	OPTION_NONE,
	OPTION_YES,
	OPTION_ALL,
	OPTION_KIND, /* from here to OPTION_EVIDENCE: filters of items */
	OPTION_CAUSE,
	OPTION_CATEGORY,
	OPTION_EVIDENCE,
	OPTION_PICTURE,
	OPTION_DAYS,
	OPTION_LUNCH,
	OPTION_PLAN, /* from here to OPTION_WATER: the answers of setup */
	OPTION_WHERE,
	OPTION_WHEN,
	OPTION_HOURS,
	OPTION_BEDTIME,
	OPTION_HEALTH,
	OPTION_WATER,
	OPTION_OUTPUT,
	OPTION_OPENMETRICS,
	OPTION_CSV,
	OPTION_CONFIG,
	OPTION_RECORD,
	OPTION_PLAIN,
	OPTION_EASIER,
	OPTION_VOICE,
	OPTION_COUNT
};

struct option_row {
	const char *name;
	const char *value; /* the placeholder of its value; NULL: it takes none */
	const char *key;   /* the key of a reminder in limber.conf; NULL: none */
	bool many;         /* may be repeated, for a list */
	const char *help;  /* marked for gettext */
};

extern const struct option_row options[OPTION_COUNT];

/* The bit of an option in the row of a verb. */
#define OPTION_BIT(option) (UINT64_C(1) << (option))
_Static_assert(OPTION_COUNT <= 64, "a bit for each option");

/* The option of this name, OPTION_COUNT for none. */
enum option option_find(const char *name);

/* The nearest of a verb's options, NULL when none is near. */
const char *option_nearest(const char *name, uint64_t bits);

#endif
