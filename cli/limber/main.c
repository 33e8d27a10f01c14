/*
 * limber, the command line of limberd. It links libsystemd and nothing else, because loading
 * libraries is most of what a call costs; verbs that need the store, the catalogue or
 * configuration files are limber-report's.
 *
 *   look.c       status, next, list, explain, version      explain.c, holds.c   why
 *   answer.c     done, snooze, pause and their like       presence.c  what limberd cannot see
 *   play.c       start, stop, hurt: the card's routine    inhibit.c   silence while a command runs
 *   cramp.c      what to do in one; diary.c: entries      about.c     what Limber is
 *   configure.c  reminders and settings                   service.c   on, off, attach
 *   tray.c       the icon in the panel
 *   watch.c      cards in a terminal: card.c              monitor.c   signals as lines: recorder.c
 *   follow.c     a line for a status bar: waybar.c        loop.c      what these three wait in
 *                or by a template: format.c, format_value.c
 *   help.c, names.c      help and completions             exec.c      becoming limber-report
 *   silence_line.c       when no card has been seen for days
 *
 * cli/shared has what limber-report needs, too: the tables of verbs and options with their parser
 * (verbs.c, options.c, command.c), calls to limberd (bus.c, reply.c), status*.c and its screens,
 * and printing (when.c, lines.c, json.c, say.c).
 */
#include "cli/limber/exec.h"
#include "cli/limber/silence_line.h"
#include "cli/limber/verbs.h"

#define VERB_ROW(name) { #name, verb_##name },

static const struct verb_run own[] = { VERBS(VERB_ROW) };

/* Run a verb of limber, or hand the command line to limber-report. */
static enum exit_code run(struct command *command, char *argv[])
{
	const struct verb_run *verb = verb_run_find(command, own, sizeof(own) / sizeof(own[0]));
	enum exit_code code = verb ? verb->run(command) : exec_report(command, argv);
	if (code == EXIT_FINE || code == EXIT_REFUSED)
		silence_line_print(command);
	return code;
}

int main(int argc, char *argv[])
{
	return command_main(argc, argv, run);
}
