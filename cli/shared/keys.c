/*
 * Signals come through the loop, so no handler runs beside it and the terminal's state has one
 * writer. In the background the input is not even watched: reading it would stop the program.
 */
#include "cli/shared/keys.h"

#include <errno.h>
#include <signal.h>
#include <stddef.h>
#include <unistd.h>

#include "core/base/try.h"

static void keys_take(struct keys *keys)
{
	struct termios raw;
	if (!keys->input || keys->taken || tcgetpgrp(STDIN_FILENO) != getpgrp() ||
	    tcgetattr(STDIN_FILENO, &keys->before) < 0)
		return;
	raw = keys->before;
	raw.c_lflag &= ~(tcflag_t)(ICANON | ECHO);
	raw.c_cc[VMIN] = 1;
	raw.c_cc[VTIME] = 0;
	if (tcsetattr(STDIN_FILENO, TCSANOW, &raw) < 0)
		return;
	keys->taken = 1;
	sd_event_source_set_enabled(keys->input, SD_EVENT_ON);
}

static void keys_give(struct keys *keys)
{
	if (!keys->taken)
		return;
	keys->taken = 0;
	sd_event_source_set_enabled(keys->input, SD_EVENT_OFF);
	tcsetattr(STDIN_FILENO, TCSANOW, &keys->before);
}

static int keys_input(sd_event_source *source, int fd, uint32_t events, void *user)
{
	struct keys *keys = user;
	char bytes[16];
	ssize_t count = read(fd, bytes, sizeof(bytes));
	if (count < 0 && (errno == EAGAIN || errno == EINTR))
		return 0;
	if (count <= 0)
		return sd_event_exit(sd_event_source_get_event(source), 0);
	if (count == 1) /* more: an arrow or a function key, or pasted text */
		keys->pressed(keys->user, bytes[0]);
	return 0;
}

static int keys_signal(sd_event_source *source, const struct signalfd_siginfo *info, void *user)
{
	struct keys *keys = user;
	switch (info->ssi_signo) {
	case SIGTSTP:
		if (keys->stopped)
			keys->stopped(keys->user, true);
		keys_give(keys);
		raise(SIGSTOP);
		return 0;
	case SIGCONT:
		keys_take(keys);
		if (keys->stopped)
			keys->stopped(keys->user, false);
		return 0;
	default:
		return sd_event_exit(sd_event_source_get_event(source), 0);
	}
}

static int keys_signals(struct keys *keys)
{
	static const int signals[] = { SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGTSTP, SIGCONT };
	sigset_t set;
	sigemptyset(&set);
	for (size_t i = 0; i < sizeof(signals) / sizeof(signals[0]); i++)
		sigaddset(&set, signals[i]);
	if (sigprocmask(SIG_BLOCK, &set, NULL) < 0)
		return -errno;
	for (size_t i = 0; i < sizeof(signals) / sizeof(signals[0]); i++) {
		TRY(sd_event_add_signal(keys->event, NULL, signals[i], keys_signal, keys));
	}
	return 0;
}

int keys_init(struct keys *keys, sd_event *event, void (*pressed)(void *user, char key), void *user)
{
	*keys = (struct keys){ .event = event, .pressed = pressed, .user = user };
	int r = keys_signals(keys);
	if (r < 0 || !isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO))
		return r;
	TRY(sd_event_add_io(event, &keys->input, STDIN_FILENO, EPOLLIN, keys_input, keys));
	sd_event_source_set_enabled(keys->input, SD_EVENT_OFF);
	keys_take(keys);
	return 1;
}

void keys_finish(struct keys *keys)
{
	keys_give(keys);
	keys->input = sd_event_source_unref(keys->input);
}
