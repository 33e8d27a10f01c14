/* The end of the bus ends the loop with EXIT_FAILURE, so that no verb waits forever. */
#include "cli/shared/loop.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <unistd.h>

#include "cli/shared/bus.h"
#include "cli/shared/say.h"

/* A status bar that ends closes the pipe. */
static int reader_gone(sd_event_source *source, int fd, uint32_t events, void *user)
{
	return sd_event_exit(sd_event_source_get_event(source), EXIT_FINE);
}

int loop_follow_reader(struct loop *loop)
{
	int r = sd_event_add_io(loop->event, NULL, STDOUT_FILENO, EPOLLERR | EPOLLHUP, reader_gone,
				NULL);
	return r == -EPERM ? 0 : r; /* a file, which nobody closes */
}

static int loop_listen(struct loop *loop)
{
	sd_bus *bus = loop->command->bus;
	TRY(sd_event_new(&loop->event));
	TRY(sd_bus_attach_event(bus, loop->event, 0));
	TRY(sd_bus_set_exit_on_disconnect(bus, true));
	return loop->listen(loop, loop->user);
}

enum exit_code loop_run(struct loop *loop)
{
	struct command *command = loop->command;
	enum exit_code code = bus_open(command);
	if (code != EXIT_FINE)
		return code;
	int r = loop_listen(loop);
	if (r >= 0 && loop->begin)
		code = loop->begin(loop, loop->user);
	if (r >= 0 && code == EXIT_FINE)
		r = sd_event_loop(loop->event);
	sd_bus_detach_event(command->bus);
	command->bus = sd_bus_flush_close_unref(command->bus);
	loop->event = sd_event_unref(loop->event);
	if (r < 0)
		return complain(command, EXIT_REFUSED, _("Watching failed: %s"), strerror(-r));
	return code == EXIT_FINE && r == EXIT_FAILURE
		       ? complain(command, EXIT_NO_BUS, _("The session bus has gone."))
		       : code;
}
