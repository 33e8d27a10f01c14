/* The values of a change, from a command line to the form of the bus: a{ss}. */
#ifndef LIMBER_ASSIGNMENT_H
#define LIMBER_ASSIGNMENT_H

#include "cli/shared/command.h"

enum { ASSIGNMENT_SIZE = 1024 };

/* "every=45min" -> "every", "45min". False when it is no such word, or too long. */
struct assignment {
	char key[64];
	const char *value;
};
bool assignment_read(const char *word, struct assignment *ret);

/*
 * Whether the options make a reminder: one of --every, --at and --on, something to say or to
 * deal, and --of with --every alone. NULL: yes; else what is wrong, marked for gettext.
 */
const char *assignment_trouble(const struct command *command);

/* The value of an option, of some all that were given with commas between. False: too long. */
bool assignment_join(const struct command *command, enum option option, char out[ASSIGNMENT_SIZE]);

#endif
