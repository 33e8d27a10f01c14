/*
 * limber, the command line of limberd. It links libsystemd and nothing else, because loading
 * libraries is most of what a call costs; verbs that need the store, the catalogue or
 * configuration files are limber-report's.
 *
 *   verbs.c, options.c   the tables everything is read from    command.c   the parser
 *   help.c, names.c      help and completions, from the tables
 *   look.c       status, next, list, explain, version: status*.c, screen.c, explain.c
 *   answer.c     done, snooze, pause and their like       presence.c  what limberd cannot see
 *   play.c       start, stop, hurt: the card's routine
 *   cramp.c      what to do in one                        about.c     what Limber is
 *   change.c     reminders and settings: change_words.c
 *   service.c    on, off, attach: unit.c, marker.c
 *   watch.c      cards in a terminal: card.c, keys.c      monitor.c   signals as lines: values.c
 *   follow.c     a line for a status bar: waybar.c        loop.c      what these three wait in
 *   exec.c       becoming limber-report                   bus.c       calls to limberd
 *   silent.c     when no card has been seen for days
 *   report*.c    limber-report: span.c, signs.c           when.c, lines.c, json.c, say.c  printing
 */
#include <stdio.h>

#include "cli/exec.h"
#include "cli/say.h"
#include "cli/silent.h"
#include "cli/verbs.h"

int main(int argc, char *argv[])
{
	struct command command;
	say_init();
	enum exit_code code = command_parse(&command, argc, argv);
	if (code == EXIT_FINE)
		code = command.verb->run ? command.verb->run(&command)
					 : exec_report(&command, argv);
	if (code == EXIT_FINE || code == EXIT_REFUSED)
		silent_tell(&command);
	command_finish(&command);
	if (code == EXIT_FINE && (fflush(stdout) != 0 || ferror(stdout)))
		code = complain(&command, EXIT_REFUSED, _("The output could not be written."));
	return (int)code;
}
