/* The loop of a verb that keeps running: it waits for the bus and other sources. */
#ifndef LIMBER_CLI_LOOP_H
#define LIMBER_CLI_LOOP_H

#include "cli/shared/command.h"

struct loop {
	struct command *command; /* its bus is opened, and closed at the end */
	sd_event *event;         /* NULL but while it runs */
	/* Adds the sources, before the first call to limberd, so that no signal is missed;
	 * negative errno. */
	int (*listen)(struct loop *loop, void *user);
	/* Called first; anything but EXIT_FINE ends the verb. NULL: not called. */
	enum exit_code (*begin)(struct loop *loop, void *user);
	void *user;
};

/* Run until sd_event_exit(loop->event, 0) or the end of the bus. Errors are reported. */
enum exit_code loop_run(struct loop *loop);

/* For `listen`: end the loop when the reader of stdout has closed it. Negative errno. */
int loop_follow_reader(struct loop *loop);

#endif
