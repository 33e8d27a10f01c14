/*
 * A socket pair is the child's standard input and output; shutdown(SHUT_WR) is its end of input.
 * When the child exits its end is closed, which is read here after all its messages. So neither
 * SIGCHLD nor a pidfd is needed (valgrind has none), and the pid stays valid because only reap()
 * waits for it.
 */
#include "daemon/adapters/notifier_child.h"

#include <errno.h>
#include <libintl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "core/base/try.h"
#include "core/base/utf8.h"

#define _(text) gettext(text)
#define ACCURACY (USEC_PER_SEC / 100)

struct notifier_child {
	sd_event_source *io, *timer;
	int wire;      /* the daemon's end of the socket pair; -1: none */
	pid_t process; /* 0: none, or reaped */
	struct wire_reader reader;
	const char *name;
	int messages;
	bool up;   /* it reported "shown" */
	bool done; /* its messages are ignored */
	child_reports *reports;
	void *user;
};

/* The child gets the default SIGPIPE, an empty signal mask, and no descriptor but its end of the
 * wire and stderr. */
static int spawn(const char *path, const char *name, char *const environment[], int wire,
		 pid_t *ret)
{
	posix_spawn_file_actions_t files;
	posix_spawnattr_t attributes;
	sigset_t none, standard;
	char first[CHILD_NAME_SIZE];
	char *arguments[] = { first, NULL };

	snprintf(first, sizeof(first), "%s", name);
	sigemptyset(&none);
	sigemptyset(&standard);
	sigaddset(&standard, SIGPIPE);
	posix_spawn_file_actions_init(&files);
	posix_spawn_file_actions_adddup2(&files, wire, STDIN_FILENO);
	posix_spawn_file_actions_adddup2(&files, wire, STDOUT_FILENO);
	posix_spawn_file_actions_addclosefrom_np(&files, STDERR_FILENO + 1);
	posix_spawnattr_init(&attributes);
	posix_spawnattr_setsigmask(&attributes, &none);
	posix_spawnattr_setsigdefault(&attributes, &standard);
	posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
	int error = posix_spawn(ret, path, &files, &attributes, arguments, environment);
	posix_spawnattr_destroy(&attributes);
	posix_spawn_file_actions_destroy(&files);
	return -error;
}

/* A card is far smaller than the buffer of a socket, so it is sent whole. */
static int send_card(int wire, const struct wire_writer *card)
{
	ssize_t n = send(wire, card->bytes, card->length, MSG_DONTWAIT | MSG_NOSIGNAL);
	if (n < 0)
		return -errno;
	return (size_t)n == card->length ? 0 : -EIO;
}

/* The card is written before the child starts, so that a child that exits early causes no error. */
static int start(struct notifier_child *child, const char *path, char *const environment[],
		 const struct wire_writer *card)
{
	int ends[2];
	if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) < 0)
		return -errno;
	child->wire = ends[0];
	int r = send_card(child->wire, card);
	if (r >= 0)
		r = spawn(path, child->name, environment, ends[1], &child->process);
	close(ends[1]);
	return r;
}

static void arm(struct notifier_child *child, usec length)
{
	sd_event_source_set_time_relative(child->timer, (uint64_t)length);
	sd_event_source_set_enabled(child->timer, SD_EVENT_ONESHOT);
}

void notifier_child_end(struct notifier_child *child)
{
	child->done = true;
	shutdown(child->wire, SHUT_WR);
	arm(child, CHILD_GOODBYE);
}

void notifier_child_kill(struct notifier_child *child)
{
	child->done = true;
	kill(child->process, SIGKILL);
	arm(child, CHILD_GOODBYE);
}

/* The text is logged: make it one line. */
__attribute__((format(printf, 2, 3))) static void give_up(struct notifier_child *child,
							  const char *pattern, ...)
{
	char line[CHILD_WHY_SIZE];
	va_list values;
	va_start(values, pattern);
	vsnprintf(line, sizeof(line), pattern, values);
	va_end(values);
	utf8_clean(line);
	for (char *c = line; *c; c++)
		if ((unsigned char)*c < ' ')
			*c = ' ';
	notifier_child_kill(child);
	child->reports(child->user, child, CHILD_BROKEN, line);
}

static void take_shown(struct notifier_child *child)
{
	if (child->up)
		return;
	child->up = true;
	sd_event_source_set_enabled(child->timer, SD_EVENT_OFF);
	child->reports(child->user, child, CHILD_SHOWN, NULL);
}

static void take_closed(struct notifier_child *child, const char *reason)
{
	notifier_child_end(child);
	child->reports(child->user, child, CHILD_CLOSED, reason);
}

static void take_message(struct notifier_child *child, const struct wire_message *message)
{
	const char *error = wire_value(message, "error");
	const char *action = wire_value(message, "action");
	const char *closed = wire_value(message, "closed");
	if (++child->messages > CHILD_MESSAGES_MAX)
		give_up(child, _("%s talks without end"), child->name);
	else if (error)
		give_up(child, "%s", error);
	else if (wire_value(message, "shown"))
		take_shown(child);
	else if ((action || closed) && !child->up)
		give_up(child, _("%s had an answer to a card that was not shown"), child->name);
	else if (action)
		child->reports(child->user, child, CHILD_ACTION, action);
	else if (closed)
		take_closed(child, closed);
}

static void take_messages(struct notifier_child *child)
{
	struct wire_message message;
	while (!child->done) {
		switch (wire_next(&child->reader, &message)) {
		case WIRE_MORE:
			return;
		case WIRE_BAD:
			give_up(child, _("%s does not keep to the wire"), child->name);
			return;
		case WIRE_MESSAGE:
			take_message(child, &message);
		}
	}
}

/* SIGKILL ends a child that closed its end but lives; the status of one that exited stays. */
static int reap(struct notifier_child *child)
{
	int status = 0;
	kill(child->process, SIGKILL);
	while (waitpid(child->process, &status, 0) < 0 && errno == EINTR)
		;
	child->process = 0;
	return status;
}

static void take_end(struct notifier_child *child)
{
	sd_event_source_set_enabled(child->io, SD_EVENT_OFF);
	sd_event_source_set_enabled(child->timer, SD_EVENT_OFF);
	int status = reap(child);
	if (!child->done) {
		char why[CHILD_WHY_SIZE];
		snprintf(why, sizeof(why),
			 child->up ? _("%s ended with its card up (%s %d)")
				   : _("%s ended before it answered (%s %d)"),
			 child->name, WIFEXITED(status) ? _("exit status") : _("signal"),
			 WIFEXITED(status) ? WEXITSTATUS(status) : WTERMSIG(status));
		child->done = true;
		child->reports(child->user, child, CHILD_BROKEN, why);
	}
	child->reports(child->user, child, CHILD_GONE, NULL);
}

/* Messages of a child that is done are dropped; its end of file is still needed. */
static int on_io(sd_event_source *source, int fd, uint32_t events, void *user)
{
	struct notifier_child *child = user;
	char dropped[WIRE_MAX], *to = dropped;
	size_t space = sizeof(dropped);
	if (!child->done)
		space = wire_space(&child->reader, &to);
	ssize_t n = recv(fd, to, space, MSG_DONTWAIT);
	if (n < 0 && (errno == EAGAIN || errno == EINTR))
		return 0;
	if (n <= 0) {
		take_end(child);
		return 0;
	}
	if (!child->done) {
		wire_got(&child->reader, (size_t)n);
		take_messages(child);
	}
	return 0;
}

/* A child that is done and has not exited hangs, or a child of its own holds the wire. */
static int on_timer(sd_event_source *source, uint64_t time, void *user)
{
	struct notifier_child *child = user;
	if (child->done)
		take_end(child);
	else
		give_up(child, _("%s did not answer in time"), child->name);
	return 0;
}

static int watch(struct notifier_child *child, sd_event *event, usec deadline)
{
	TRY(sd_event_add_io(event, &child->io, child->wire, EPOLLIN, on_io, child));
	return sd_event_add_time_relative(event, &child->timer, CLOCK_BOOTTIME, (uint64_t)deadline,
					  ACCURACY, on_timer, child);
}

int notifier_child_new(struct notifier_child **ret, sd_event *event, const char *path,
		       const char *name, char *const environment[], const struct wire_writer *card,
		       usec deadline, child_reports *reports, void *user)
{
	struct notifier_child *child = calloc(1, sizeof(*child));
	if (!child)
		return -ENOMEM;
	child->wire = -1;
	child->name = name;
	child->reports = reports;
	child->user = user;
	wire_reader_init(&child->reader);
	int r = start(child, path, environment, card);
	if (r >= 0)
		r = watch(child, event, deadline);
	*ret = r < 0 ? notifier_child_free(child) : child;
	return r < 0 ? r : 0;
}

struct notifier_child *notifier_child_free(struct notifier_child *child)
{
	if (!child)
		return NULL;
	sd_event_source_disable_unref(child->io);
	sd_event_source_disable_unref(child->timer);
	if (child->process > 0)
		reap(child);
	if (child->wire >= 0)
		close(child->wire);
	free(child);
	return NULL;
}

void notifier_child_update(struct notifier_child *child, const struct wire_writer *card)
{
	child->messages = 0;
	if (send_card(child->wire, card) < 0)
		arm(child, 0);
}

bool notifier_child_up(const struct notifier_child *child)
{
	return child->up;
}

bool notifier_child_wait(struct notifier_child *child, int timeout)
{
	return poll(&(struct pollfd){ .fd = child->wire }, 1, timeout) > 0;
}
