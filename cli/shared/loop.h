/* A verb that stays: it waits in one loop for the bus and whatever else it listens to. */
#ifndef LIMBER_CLI_LOOP_H
#define LIMBER_CLI_LOOP_H

#include "cli/shared/command.h"

struct loop {
	struct command *command; /* its bus is opened, and closed at the end */
	sd_event *event;         /* NULL but while it runs */
	/* Adds what it waits for, before limberd is asked for anything, so that nothing falls
	 * between; negative errno. */
	int (*listen)(struct loop *loop, void *user);
	/* What is to be done first; anything but EXIT_FINE ends it. NULL: nothing. */
	enum exit_code (*begin)(struct loop *loop, void *user);
	void *user;
};

/* Until sd_event_exit(loop->event, 0), or the bus goes. What went wrong has been said. */
enum exit_code loop_run(struct loop *loop);

/* To be called from `listen`: the loop ends when nobody reads stdout any more. Negative errno. */
int loop_follow_reader(struct loop *loop);

#endif
