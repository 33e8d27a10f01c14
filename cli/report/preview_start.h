/* The configuration and state of limberd; if it does not run, those of a first start. */
#ifndef LIMBER_REPORT_START_H
#define LIMBER_REPORT_START_H

#include "cli/shared/command.h"
#include "config/config.h"
#include "core/model/state.h"

struct start {
	struct config *config;
	struct state state; /* fits the plan; the zone is that of this process */
	struct moment now;
	bool fresh; /* no limberd runs: the files, and a state before the first start */
};

/* Begin with { 0 }. Errors are reported. */
enum exit_code start_get(struct command *command, struct start *ret);
void start_finish(struct start *start);

#endif
