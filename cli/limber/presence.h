/* Occasions that limberd cannot see, for the verbs of other files. */
#ifndef LIMBER_CLI_PRESENCE_H
#define LIMBER_CLI_PRESENCE_H

#include "cli/shared/command.h"

/* Report the begin or end of a workout; the occasion is the first word of the command. */
enum exit_code presence_workout(struct command *command, bool begins);

#endif
