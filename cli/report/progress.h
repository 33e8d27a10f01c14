/* Work that may take seconds: after two of them its progress is on the terminal, and Ctrl-C stops
 * it cleanly. */
#ifndef LIMBER_PROGRESS_H
#define LIMBER_PROGRESS_H

#include <stdbool.h>
#include <stdint.h>

#include "core/base/moment.h"

struct progress {
	usec began, shown; /* CLOCK_MONOTONIC */
	bool terminal;     /* stderr is one */
	bool stopped;      /* by Ctrl-C */
	bool drawn;
};

void progress_begin(struct progress *progress);

/* Call this now and then. `percent` -1: unknown. False: the user pressed Ctrl-C. */
bool progress_goes_on(struct progress *progress, uint64_t rows, int percent);

/* Remove the progress from the terminal. */
void progress_end(struct progress *progress);

#endif
