/* Executing limber-report. */
#ifndef LIMBER_EXEC_H
#define LIMBER_EXEC_H

#include <limits.h>
#include <stdbool.h>

#include "cli/shared/command.h"

/*
 * Execute the limber-report beside this program, as in a build folder, else the installed one;
 * argv[0] is replaced. Returns only after an error, which is reported.
 */
enum exit_code exec_report(const struct command *command, char *argv[]);

/* The path of a program of Limber: beside this one where it was built, else where it is installed.
 * False, with errno: it cannot be run. */
bool exec_find(const char *name, char out[PATH_MAX]);

#endif
