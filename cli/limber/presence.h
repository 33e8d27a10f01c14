/* What limberd cannot see, for the verbs of other files. */
#ifndef LIMBER_CLI_PRESENCE_H
#define LIMBER_CLI_PRESENCE_H

#include "cli/shared/command.h"

/* A workout begins or ends; the occasion is the command's first word. */
enum exit_code presence_workout(struct command *command, bool begins);

#endif
