/* Stopping limberd, whoever started it. */
#ifndef LIMBER_LEAVE_H
#define LIMBER_LEAVE_H

#include "cli/shared/command.h"

/* How limberd was stopped. */
struct leave {
	bool systemd; /* the service manager is on the bus: the unit is stopped and disabled */
	bool asked;   /* a limberd that the manager did not start was asked to end, and has */
};

/* Stop limberd, now and at each login; its state is on the disk when this returns. Reports errors.
 */
enum exit_code leave(struct command *command, struct leave *ret);

#endif
