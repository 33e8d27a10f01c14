/* The table of verbs, read by the parser, the help, the completions and the tests. */
#ifndef LIMBER_VERBS_H
#define LIMBER_VERBS_H

#include <stddef.h>

#include "cli/shared/options.h"

enum verb_group {
	GROUP_LOOK,     /* what is going on */
	GROUP_ANSWER,   /* answer a card */
	GROUP_QUIET,    /* breaks from cards */
	GROUP_BODY,     /* what limberd cannot see */
	GROUP_CARE,     /* the items, and whom they are for */
	GROUP_SETTINGS, /* reminders and settings */
	GROUP_SERVICE,  /* the service itself */
	GROUP_HELP,
	GROUP_COUNT
};

enum verb_flag {
	VERB_CHANGES = 1 << 0, /* changes something: may start limberd */
	VERB_HIDDEN = 1 << 1,  /* for our own scripts, no help shows it */
	VERB_RUNS = 1 << 2,    /* runs what follows it: from its first word on nothing is ours */
};

enum { COMMAND_WORDS_MAX = 16 }; /* after the verb */

struct verb {
	const char *name;
	const char *arguments; /* as shown: placeholders */
	enum verb_group group;
	unsigned flags;   /* enum verb_flag */
	uint64_t options; /* OPTION_BIT of each it has */
	int least, most;  /* words that must and may follow */
	const char *help; /* one line, marked for gettext */
};

extern const struct verb verbs[];
extern const size_t verbs_count;

/* What a group is called, marked for gettext. */
extern const char *const verb_groups[GROUP_COUNT];

/* A word in capitals that stands for something the user fills in. */
struct placeholder {
	const char *name;
	const char *help;    /* a sentence, marked for gettext; NULL: the name is enough */
	const char *samples; /* words that fit, blanks between, for completions; NULL: none */
};

/* The sample for which completions offer the names of files. */
#define PLACEHOLDER_PATHS "/"

/* NULL for none. `name` ends at what is no capital letter. */
const struct placeholder *placeholder_find(const char *name);

/* The sample of a placeholder that a mistyped word means; "" for none. Samples that begin with a
 * digit are none of these. */
enum { SAMPLE_SIZE = 32 };
void placeholder_nearest(const char *name, const char *word, char out[SAMPLE_SIZE]);

/* The placeholder of the value of a verb's option: --kind selects items or rows. NULL: it takes
 * none. */
const char *verb_option_value(const struct verb *verb, enum option option);

/* NULL for none. */
const struct verb *verb_find(const char *name);

/* What to type in place of a word that other programs have as a verb, "off" of "quit"; NULL: none.
 */
const char *verb_instead(const char *name);

/* The nearest verb to a mistyped one, NULL when none is near. */
const char *verb_nearest(const char *name);

#endif
