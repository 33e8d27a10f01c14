/* A parsed command line: the verb, its words and its options. */
#ifndef LIMBER_COMMAND_H
#define LIMBER_COMMAND_H

#include <stdbool.h>
#include <systemd/sd-bus.h>

#include "cli/shared/verbs.h"
#include "core/base/contract.h"

enum { COMMAND_OPTIONS_MAX = 32, COMMAND_TEXT_SIZE = 256 };

/* An option on the command line. */
struct option_given {
	enum option option;
	const char *value; /* "" without one */
};

struct command {
	const struct verb *verb;
	const char *words[COMMAND_WORDS_MAX + 1]; /* after the verb, without options; NULL-ended */
	int count;
	char *const *rest; /* the command line that VERB_RUNS runs; else NULL */
	struct option_given given[COMMAND_OPTIONS_MAX]; /* in the order of the command line */
	int given_count;
	bool json; /* --json was given */
	/* Reports that the reminder of a call does not exist; EXIT_FINE: the call reports it. NULL:
	 * the call does. */
	enum exit_code (*no_reminder)(const struct command *command);
	sd_bus *bus; /* NULL until bus_open() */
};

/* Return the exit code of a call that did not end well and has reported why. */
#define TRY_EXIT(call)                                                                             \
	do {                                                                                       \
		enum exit_code try_code = (call);                                                  \
		if (try_code != EXIT_FINE)                                                         \
			return try_code;                                                           \
	} while (0)

/*
 * Parse argv, which is borrowed. Without words the verb is `status`; --help and --version are the
 * verbs of these names. Errors are reported.
 */
enum exit_code command_parse(struct command *command, int argc, char *const argv[]);

/* The value of an option, the last one if it was repeated; NULL: not given. */
const char *command_given(const struct command *command, enum option option);

/* Read the number of an option, above 0; without the option *ret stays. False: an error, reported.
 */
bool command_number(const struct command *command, enum option option, size_t *ret);

/* The same for -n. */
bool command_limit(const struct command *command, size_t *ret);

/* Report that a verb does not exist, with the nearest one. */
enum exit_code command_unknown(const struct command *command, const char *word);

/* Report the usage of the verb. */
enum exit_code command_misused(const struct command *command);

void command_finish(struct command *command);

/* main() of a program: parse the command line and run it. Returns the exit code. */
int command_main(int argc, char *argv[],
		 enum exit_code (*run)(struct command *command, char *argv[]));

/* The verbs that a program runs, by name. */
struct verb_run {
	const char *name;
	enum exit_code (*run)(struct command *command);
};

/* NULL: not one of `count` verbs. */
const struct verb_run *verb_run_find(const struct command *command, const struct verb_run runs[],
				     size_t count);

/* Join the words from number `from` on with blanks. False: they do not fit. */
bool command_join(const struct command *command, int from, char out[COMMAND_TEXT_SIZE]);

#endif
