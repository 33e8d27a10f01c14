/* The end of limberd, whoever started it. */
#ifndef LIMBER_LEAVE_H
#define LIMBER_LEAVE_H

#include "cli/shared/command.h"

/* Who is there, and what was done. */
struct leave {
	bool systemd; /* the service manager is on the bus: the unit is stopped and disabled */
	bool asked;   /* a limberd that the manager did not start was asked to end, and has */
};

/* Stops limberd, now and at each login. What was stored is on the disk when this returns. Says what
 * went wrong. */
enum exit_code leave(struct command *command, struct leave *ret);

#endif
