/*
 * The service manager stops the limberd that it started. Any other limberd is asked to quit, over
 * the bus. It leaves the bus before it has saved, so the end of its process is awaited.
 */
#include "cli/shared/leave.h"

#include <errno.h>
#include <poll.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "cli/shared/autostart.h"
#include "cli/shared/bus.h"
#include "cli/shared/say.h"
#include "cli/shared/unit.h"
#include "core/base/contract.h"
#include "core/base/moment.h"

/* Longer than limberd needs with a card on a server that hangs. */
#define LEAVE_PATIENCE (20 * USEC_PER_SEC)

/* Kernels before 5.3 lack pidfd_open(): there the reply counts as the end of the process. */
static int process_wait(int pidfd)
{
	struct pollfd poll_fd = { .fd = pidfd, .events = POLLIN };
	if (pidfd < 0)
		return 0;
	int r = poll(&poll_fd, 1, (int)(LEAVE_PATIENCE / 1000));
	return r < 0 ? -errno : r == 0 ? -ETIMEDOUT : 0;
}

static int leave_ask(sd_bus *bus, uint32_t pid)
{
	int pidfd = (int)syscall(SYS_pidfd_open, (pid_t)pid, 0);
	int r = bus_try(bus, MANAGER_METHOD("Quit"), NULL, NULL, "");
	if (r >= 0)
		r = process_wait(pidfd);
	if (pidfd >= 0)
		close(pidfd);
	return r;
}

enum exit_code leave(struct command *command, struct leave *ret)
{
	BUS_ERROR error = SD_BUS_ERROR_NULL;
	int r = unit_stop(command->bus, UNIT_LIMBERD, &error);
	uint32_t pid = bus_owner(command->bus);
	*ret = (struct leave){ .systemd = r >= 0, .asked = pid != 0 };
	if (pid && leave_ask(command->bus, pid) < 0)
		return complain(command, EXIT_REFUSED,
				_("limberd does not end when it is asked to. End it:  kill %u"),
				pid);
	if (r >= 0 || bus_absent(&error))
		r = autostart_remove(AUTOSTART_LIMBERD);
	if (r < 0)
		return complain(command, EXIT_REFUSED,
				_("limberd is stopped, but not for good: %s"), unit_why(r, &error));
	return EXIT_FINE;
}
