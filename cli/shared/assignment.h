/* The values of a change on a command line, for the a{ss} of the bus. */
#ifndef LIMBER_ASSIGNMENT_H
#define LIMBER_ASSIGNMENT_H

#include "cli/shared/command.h"

enum { ASSIGNMENT_SIZE = 1024 };

/* "every=45min" -> "every", "45min". False for any other word, or a key that is too long. */
struct assignment {
	char key[64];
	const char *value;
};
bool assignment_read(const char *word, struct assignment *ret);

/*
 * Check that the options make a reminder: one of --every, --at and --on, a text or an item, and
 * --of with --every only. NULL: they do; else the error, marked for gettext.
 */
const char *assignment_trouble(const struct command *command);

/* The value of an option; of a repeatable one all values, separated by commas. False: too long. */
bool assignment_join(const struct command *command, enum option option, char out[ASSIGNMENT_SIZE]);

#endif
