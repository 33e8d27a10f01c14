/* `limber status --waybar|--format FORMAT [--follow]`. */
#ifndef LIMBER_FOLLOW_H
#define LIMBER_FOLLOW_H

#include "cli/shared/command.h"

/* One line, and with --follow another one at every change, until the reader or the bus goes. */
enum exit_code follow_status(struct command *command);

#endif
