/* What limberd has in hand now; or, where none runs, what it would start with. */
#ifndef LIMBER_REPORT_START_H
#define LIMBER_REPORT_START_H

#include "cli/shared/command.h"
#include "config/config.h"
#include "core/model/state.h"

struct start {
	struct config *config;
	struct state state; /* fits the plan; its zone is that of whoever asks */
	struct moment now;
	bool fresh; /* no limberd runs: the files, and a state before the first start */
};

/* Begin with { 0 }. Anything but EXIT_FINE: what was wrong has been said. */
enum exit_code start_get(struct command *command, struct start *ret);
void start_finish(struct start *start);

#endif
