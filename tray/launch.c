/*
 * No desktop has a call that opens a terminal, so programs are tried in turn, first what the user
 * or the system has chosen. What is started outlives limber-tray: it has a session of its own.
 */
#include "tray/launch.h"

#include <errno.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "core/base/moment.h"
#include "tray/notice.h"
#include "tray/tray.h"

enum { ARGUMENTS = 6 };

/* A terminal that ends by an error so soon has not opened; a later end is that of its shell. */
static const uint64_t opening = 3 * (uint64_t)USEC_PER_SEC;

static bool failed(const siginfo_t *info)
{
	return info->si_code != CLD_EXITED || info->si_status != 0;
}

static int on_limber_ended(sd_event_source *source, const siginfo_t *info, void *user)
{
	if (failed(info))
		notice(user, _("Limber could not be started. Why: limber doctor"));
	sd_event_source_unref(source);
	return 0;
}

static int on_terminal_ended(sd_event_source *source, const siginfo_t *info, void *user)
{
	struct tray *tray = user;
	uint64_t now;
	if (failed(info) && sd_event_now(tray->event, CLOCK_MONOTONIC, &now) >= 0 &&
	    now < tray->terminal_started + opening)
		notice_no_terminal(tray);
	sd_event_source_unref(source);
	return 0;
}

/* Negative errno, also where there is no such program. `ended` reaps it. */
static int start(struct tray *tray, char *const argv[], sd_event_child_handler_t ended)
{
	posix_spawnattr_t attributes;
	sigset_t none;
	pid_t pid;
	sd_event_source *source;
	sigemptyset(&none);
	if (posix_spawnattr_init(&attributes) != 0)
		return -ENOMEM;
	posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSID | POSIX_SPAWN_SETSIGMASK);
	posix_spawnattr_setsigmask(&attributes, &none);
	int r = -posix_spawnp(&pid, argv[0], NULL, &attributes, argv, environ);
	posix_spawnattr_destroy(&attributes);
	if (r == 0) /* it runs, even if its end is not noticed */
		(void)sd_event_add_child(tray->event, &source, pid, WEXITED, ended, tray);
	return r;
}

/* A program and the words between it and a command. */
typedef const char *const terminal[3];

static terminal terminals[] = {
	{ "xdg-terminal-exec" },
	{ "x-terminal-emulator", "-e" },
	{ "foot" },
	{ "konsole", "-e" },
	{ "gnome-terminal", "--" },
	{ "kgx", "--" },
	{ "xfce4-terminal", "-x" },
	{ "kitty" },
	{ "alacritty", "-e" },
	{ "wezterm", "start", "--" },
	{ "xterm", "-e" },
};

enum { TERMINALS = sizeof(terminals) / sizeof(terminals[0]) };

/* The words that a program wants which the user has chosen, as in the table. */
static int terminal_known(const char *program)
{
	const char *slash = strrchr(program, '/');
	const char *name = slash ? slash + 1 : program;
	int i = 0;
	while (i < TERMINALS && strcmp(terminals[i][0], name) != 0)
		i++;
	return i;
}

static int terminal_start(struct tray *tray, const char *program, const terminal words,
			  char script[])
{
	char *argv[3 + ARGUMENTS] = { (char *)(uintptr_t)program };
	int count = 1;
	for (; count < 3 && words[count]; count++)
		argv[count] = (char *)(uintptr_t)words[count];
	argv[count++] = (char *)(uintptr_t) "sh";
	argv[count++] = (char *)(uintptr_t) "-c";
	argv[count] = script;
	(void)sd_event_now(tray->event, CLOCK_MONOTONIC, &tray->terminal_started);
	return start(tray, argv, on_terminal_ended);
}

int launch_terminal(struct tray *tray, const char *words)
{
	const char *chosen = getenv("TERMINAL");
	static terminal unknown = { "", "-e" };
	char script[512];
	int length = snprintf(script, sizeof(script), "'%s' %s; exec \"${SHELL:-sh}\"",
			      tray->limber, words);
	if (length >= (int)sizeof(script))
		return -ENAMETOOLONG;
	int r = -ENOENT, known = chosen && chosen[0] ? terminal_known(chosen) : -1;
	if (known >= 0)
		r = terminal_start(tray, chosen, known < TERMINALS ? terminals[known] : unknown,
				   script);
	for (int i = 0; r < 0 && i < TERMINALS; i++)
		r = terminal_start(tray, terminals[i][0], terminals[i], script);
	return r;
}

int launch_on(struct tray *tray)
{
	char *argv[] = { tray->limber, (char *)(uintptr_t) "on", NULL };
	return start(tray, argv, on_limber_ended);
}
