/* A file that is written whole or not at all: beside its place, then renamed. A device or a pipe is
 * written as it is. */
#ifndef LIMBER_OUTPUT_H
#define LIMBER_OUTPUT_H

#include <stdio.h>
#include <sys/types.h>

#include "cli/shared/command.h"

struct output {
	FILE *out;
	const char *path; /* of the command line; NULL: standard output */
	char *beside;
	uint64_t rows; /* that were written, for --json; 0: not counted */
};

/* Open the file of -o with a mode such as 0600, or standard output where none or "-" was given,
 * which --json does not go with. Failures are reported. */
enum exit_code output_begin(const struct command *command, mode_t mode, struct output *ret);

/* Put the file in its place if `code` is EXIT_FINE, else remove it; once. Returns `code`, or that
 * of a failure, which is reported. With --json name the file. */
enum exit_code output_end(const struct command *command, struct output *output,
			  enum exit_code code);

/* Report a write that failed. */
enum exit_code output_failed(const struct command *command, const struct output *output, int error);

#endif
