/* The line of limberd that no card has been seen for days, and why. */
#ifndef LIMBER_CLI_SILENT_H
#define LIMBER_CLI_SILENT_H

#include "cli/shared/command.h"

/* Print it on stderr, once a day, after a verb that called limberd and does not show it itself. */
void silence_line_print(const struct command *command);

#endif
