/*
 * limber, the command line of limberd. It links libsystemd and nothing else, because loading
 * libraries is most of what a call costs; verbs that need the store are limber-report's.
 *
 *   verbs.c    the table everything is read from     command.c  the parser; help.c  the help
 *   look.c     status, list, explain, version        status*.c, explain.c  their screens
 *   answer.c   the verbs that change something       watch.c    cards in a terminal: card.c, keys.c
 *   service.c  on, off, attach: unit.c, marker.c     bus.c      calls to limberd
 *   when.c, lines.c, json.c, say.c  what is printed  report*.c  limber-report: span.c
 */
#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "cli/say.h"
#include "cli/verbs.h"

/* Becomes limber-report: the one beside this program, as in a build folder, else the installed. */
static enum exit_code report_exec(const struct command *command, char *argv[])
{
	char path[PATH_MAX + sizeof("limber-report")];
	ssize_t length = readlink("/proc/self/exe", path, PATH_MAX);
	path[length > 0 ? length : 0] = '\0';
	char *slash = strrchr(path, '/');
	char name[] = "limber-report";
	argv[0] = name;
	if (slash) {
		memcpy(slash + 1, name, sizeof(name));
		execv(path, argv);
	}
	execv(LIBEXECDIR "/limber-report", argv);
	return complain(command, EXIT_REFUSED, _("%s cannot be run (%s): install Limber again."),
			LIBEXECDIR "/limber-report", strerror(errno));
}

int main(int argc, char *argv[])
{
	struct command command;
	say_init();
	enum exit_code code = command_parse(&command, argc, argv);
	if (code == EXIT_FINE)
		code = command.verb->run ? command.verb->run(&command)
					 : report_exec(&command, argv);
	command_finish(&command);
	if (code == EXIT_FINE && (fflush(stdout) != 0 || ferror(stdout)))
		code = complain(&command, EXIT_REFUSED, _("The output could not be written."));
	return (int)code;
}
