/*
 * Run a command while cards are held. The command does not inherit the descriptor of the hold, so
 * that the hold ends with the command, whatever processes that leaves; or with this process.
 */
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "cli/limber/verbs.h"
#include "cli/shared/bus.h"
#include "cli/shared/say.h"
#include "core/base/utf8.h"

/* The exit codes of shells: a signal, a command that cannot be run, one that does not exist. */
enum { EXIT_SIGNAL = 128, EXIT_CANNOT = 126, EXIT_NONE = 127 };

_Noreturn static void child(const struct command *command)
{
	prctl(PR_SET_PDEATHSIG, SIGTERM);
	execvp(command->rest[0], command->rest);
	int error = errno;
	complain(command, EXIT_REFUSED, _("%s cannot be run: %s."), command->rest[0],
		 strerror(error));
	_exit(error == ENOENT ? EXIT_NONE : EXIT_CANNOT);
}

/* Ignore keys such as Ctrl-C: the command gets them too, and may continue. */
static enum exit_code run(const struct command *command)
{
	int status;
	pid_t pid = fork();
	if (pid == 0)
		child(command);
	if (pid < 0)
		return complain(command, EXIT_REFUSED, _("%s cannot be run: %s."), command->rest[0],
				strerror(errno));
	signal(SIGINT, SIG_IGN);
	signal(SIGQUIT, SIG_IGN);
	while (waitpid(pid, &status, 0) < 0 && errno == EINTR)
		;
	return (enum exit_code)(WIFSIGNALED(status) ? EXIT_SIGNAL + WTERMSIG(status)
						    : WEXITSTATUS(status));
}

enum exit_code verb_inhibit(struct command *command)
{
	BUS_MESSAGE *held = NULL; /* has the descriptor */
	const char *why = command_given(command, OPTION_WHY);
	char who[256];
	(void)!snprintf(who, sizeof(who), "%s%s%s", command->rest[0], why ? ": " : "",
			why ? why : "");
	utf8_clean(who);
	if (bus_call(command, "Inhibit", &held, "s", who) != EXIT_FINE)
		fputs(_("The command is run all the same.\n"), stderr);
	return run(command);
}
