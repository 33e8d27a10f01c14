/* A recording of limberd as a day in the format of limber-day(5). */
#ifndef LIMBER_RECORD_DAY_H
#define LIMBER_RECORD_DAY_H

#include <stdio.h>

#include "cli/shared/command.h"
#include "core/base/moment.h"

struct recording {
	struct command *command;
	FILE *out;
	struct moment last; /* of the last line */
};

/* Print the start of the day: zone, configuration and state of limberd. */
enum exit_code recording_begin(struct recording *recording);

/* Add a signal Noticed, unless the state already has it. Negative errno. */
int recording_add(struct recording *recording, sd_bus_message *noticed);

#endif
