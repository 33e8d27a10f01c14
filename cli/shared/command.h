/* A command line, taken apart: the verb, its words and its options. */
#ifndef LIMBER_COMMAND_H
#define LIMBER_COMMAND_H

#include <stdbool.h>
#include <systemd/sd-bus.h>

#include "cli/shared/verbs.h"
#include "core/base/contract.h"

enum { COMMAND_OPTIONS_MAX = 32, COMMAND_TEXT_SIZE = 256 };

/* An option as it was given. */
struct option_given {
	enum option option;
	const char *value; /* "" of one that has none */
};

struct command {
	const struct verb *verb;
	const char *words[COMMAND_WORDS_MAX + 1]; /* after the verb, without options; NULL-ended */
	int count;
	char *const *rest; /* of a verb that runs something: that, whole; else NULL */
	struct option_given given[COMMAND_OPTIONS_MAX]; /* in the order of the command line */
	int given_count;
	bool json; /* --json was among them */
	/* Reports that a call's reminder does not exist; EXIT_FINE leaves that to the call. NULL:
	 * so does it. */
	enum exit_code (*no_reminder)(const struct command *command);
	sd_bus *bus; /* NULL until bus_open() */
};

/*
 * Takes argv apart; it is kept, not copied. No words mean `status`, --help and --version the
 * verbs of those names. Anything but EXIT_FINE: what was wrong has been said.
 */
enum exit_code command_parse(struct command *command, int argc, char *const argv[]);

/* The value of an option, the last one where it was given more than once; NULL: not given. */
const char *command_given(const struct command *command, enum option option);

/* A number above 0 for an option. False, and it has been said: it is none. Not given: *ret stays.
 */
bool command_number(const struct command *command, enum option option, size_t *ret);

/* The same for -n. */
bool command_limit(const struct command *command, size_t *ret);

/* Says that there is no such verb, and which is near. */
enum exit_code command_unknown(const struct command *command, const char *word);

/* Says how the verb is written. */
enum exit_code command_misused(const struct command *command);

void command_finish(struct command *command);

/* The words from number `from` on with blanks between. False when they do not fit. */
bool command_join(const struct command *command, int from, char out[COMMAND_TEXT_SIZE]);

#endif
