/* A recording: a day as limber-day(5) has it, from what limberd tells. */
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

/* The beginning: zone, configuration and state of the limberd that runs. */
enum exit_code recording_begin(struct recording *recording);

/* What limberd noticed; what the beginning has already is left out. Negative errno. */
int recording_add(struct recording *recording, sd_bus_message *noticed);

#endif
