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
#include <unistd.h>

#include "tray/notice.h"
#include "tray/tray.h"

enum { ARGUMENTS = 6 };

/* Reaps it; what did not end well is reported where `user` is the tray. */
static int on_ended(sd_event_source *source, const siginfo_t *info, void *user)
{
	if (user && (info->si_code != CLD_EXITED || info->si_status != 0))
		notice(user, _("Limber could not be started. Why: limber doctor"));
	sd_event_source_unref(source);
	return 0;
}

/* Negative errno, also where there is no such program. */
static int start(struct tray *tray, char *const argv[], void *user)
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
	return r < 0 ? r : sd_event_add_child(tray->event, &source, pid, WEXITED, on_ended, user);
}

int launch_terminal(struct tray *tray, const char *words)
{
	static const char *const terminals[][3] = {
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
	const char *chosen = getenv("TERMINAL");
	const char *own[3] = { chosen, "-e" };
	char script[512];
	int length = snprintf(script, sizeof(script), "'%s' %s; exec \"${SHELL:-sh}\"",
			      tray->limber, words);
	if (length >= (int)sizeof(script))
		return -ENAMETOOLONG;
	int r = -ENOENT;
	for (int i = chosen && chosen[0] ? -1 : 0;
	     r < 0 && i < (int)(sizeof(terminals) / sizeof(terminals[0])); i++) {
		const char *const *terminal = i < 0 ? own : terminals[i];
		char *argv[3 + ARGUMENTS] = { NULL };
		int count = 0;
		for (; count < 3 && terminal[count]; count++)
			argv[count] = (char *)(uintptr_t)terminal[count];
		argv[count++] = (char *)(uintptr_t) "sh";
		argv[count++] = (char *)(uintptr_t) "-c";
		argv[count] = script;
		r = start(tray, argv, NULL);
	}
	return r;
}

int launch_on(struct tray *tray)
{
	char *argv[] = { tray->limber, (char *)(uintptr_t) "on", NULL };
	return start(tray, argv, tray);
}
