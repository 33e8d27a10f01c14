/* What limberd left for us to say: that no card has been seen for days, and why. */
#ifndef LIMBER_CLI_SILENT_H
#define LIMBER_CLI_SILENT_H

#include "cli/shared/command.h"

/* Says it on stderr, once a day; after a verb that spoke to limberd and does not show it itself. */
void silent_tell(const struct command *command);

#endif
