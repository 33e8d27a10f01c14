/*
 * A private session bus, from tests/desktop/with-bus.sh, which ends with the test. It is not a
 * child process of the test, as tests may count their children.
 */
#ifndef LIMBER_PRIVATE_BUS_H
#define LIMBER_PRIVATE_BUS_H

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <systemd/sd-bus.h>
#include <unistd.h>

struct private_bus {
	int life; /* the bus ends when it is closed */
	char address[256];
};

static inline void private_bus_exec(int life)
{
	dup2(life, STDIN_FILENO);
	dup2(life, STDOUT_FILENO);
	execl("tests/desktop/with-bus.sh", "with-bus.sh", "sh", "-c",
	      "echo \"$DBUS_SESSION_BUS_ADDRESS\"; read -r _ || :", (char *)NULL);
	_exit(127);
}

/* False: no bus; `address` has the output instead. */
static inline bool private_bus_init(struct private_bus *bus)
{
	int ends[2];
	*bus = (struct private_bus){ .life = -1 };
	if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) < 0)
		return false;
	pid_t pid = fork();
	if (pid == 0) {
		if (fork() == 0)
			private_bus_exec(ends[1]);
		_exit(0);
	}
	close(ends[1]);
	bus->life = ends[0];
	waitpid(pid, NULL, 0);
	size_t length = 0;
	ssize_t n;
	while (length < sizeof(bus->address) - 1 && !strchr(bus->address, '\n') &&
	       (n = read(bus->life, bus->address + length, sizeof(bus->address) - 1 - length)) > 0)
		length += (size_t)n;
	bus->address[strcspn(bus->address, "\n")] = '\0';
	return strncmp(bus->address, "unix:", 5) == 0;
}

/* A new connection to it. */
static inline int private_bus_connect(const struct private_bus *bus, sd_bus **ret)
{
	int r = sd_bus_new(ret);
	if (r >= 0)
		r = sd_bus_set_address(*ret, bus->address);
	if (r >= 0)
		r = sd_bus_set_bus_client(*ret, true);
	return r < 0 ? r : sd_bus_start(*ret);
}

static inline void private_bus_finish(struct private_bus *bus)
{
	if (bus->life >= 0)
		close(bus->life);
}

#endif
