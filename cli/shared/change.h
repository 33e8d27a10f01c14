/* The values of a change, from a command line to the form of the bus: a{ss}. */
#ifndef LIMBER_CLI_CHANGE_H
#define LIMBER_CLI_CHANGE_H

#include "cli/shared/command.h"

enum { CHANGE_VALUE_SIZE = 1024 };

/* "every=45min" -> "every", "45min". False when it is no such word, or too long. */
struct change_pair {
	char key[64];
	const char *value;
};
bool change_split(const char *word, struct change_pair *ret);

/*
 * Whether the options make a reminder: one of --every, --at and --on, something to say or to
 * deal, and --of with --every alone. NULL: yes; else what is wrong, marked for gettext.
 */
const char *change_new_trouble(const struct command *command);

/* The value of an option, of some all that were given with commas between. False: too long. */
bool change_value(const struct command *command, enum option option, char out[CHANGE_VALUE_SIZE]);

#endif
