/* The entries of the diary: what a cramp was like, as words of a command line. */
#ifndef LIMBER_CLI_DIARY_H
#define LIMBER_CLI_DIARY_H

#include "cli/shared/command.h"

/* Book a cramp and print what was booked, or what is wrong with the words. */
enum exit_code diary_book(struct command *command, const char *const words[], int count);

/* The words that may describe a cramp, each with what it means, for completions. */
void diary_names(void);

#endif
