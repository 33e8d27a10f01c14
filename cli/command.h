/* A command line, taken apart: the verb, its words and its options. */
#ifndef LIMBER_COMMAND_H
#define LIMBER_COMMAND_H

#include <stdbool.h>
#include <systemd/sd-bus.h>

#include "core/contract.h"

struct verb;

enum { COMMAND_WORDS_MAX = 16, COMMAND_TEXT_SIZE = 256 };

struct command {
	const struct verb *verb;
	const char *words[COMMAND_WORDS_MAX + 1]; /* after the verb, without options; NULL-ended */
	int count;
	bool json;         /* --json */
	const char *why;   /* --why, "" when not given */
	const char *limit; /* -n, NULL when not given */
	sd_bus *bus;       /* NULL until bus_open() */
};

/*
 * Takes argv apart; it is kept, not copied. No words mean `status`, --help and --version the
 * verbs of those names. Anything but EXIT_FINE: what was wrong has been said.
 */
enum exit_code command_parse(struct command *command, int argc, char *const argv[]);
/* Says that there is no such verb, and which is near. */
enum exit_code command_unknown(const struct command *command, const char *word);

void command_finish(struct command *command);

/* The words from number `from` on with blanks between. False when they do not fit. */
bool command_join(const struct command *command, int from, char out[COMMAND_TEXT_SIZE]);

#endif
