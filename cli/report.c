/*
 * limber-report, run by limber for the verbs whose libraries would make every other call slower.
 * The verbs themselves, their words and options, stand in the one table of verbs.c.
 */
#include <string.h>

#include "cli/report.h"
#include "cli/say.h"
#include "cli/verbs.h"

static const struct report {
	const char *name;
	enum exit_code (*run)(struct command *command);
} reports[] = {
	{ "log", report_log },
};

static enum exit_code report_run(struct command *command)
{
	for (size_t i = 0; i < sizeof(reports) / sizeof(reports[0]); i++)
		if (strcmp(reports[i].name, command->verb->name) == 0)
			return reports[i].run(command);
	return complain(command, EXIT_USAGE, _("This is no report. Type: limber %s"),
			command->verb->name);
}

int main(int argc, char *argv[])
{
	struct command command;
	say_init();
	enum exit_code code = command_parse(&command, argc, argv);
	if (code == EXIT_FINE)
		code = report_run(&command);
	command_finish(&command);
	if (code == EXIT_FINE && (fflush(stdout) != 0 || ferror(stdout)))
		code = complain(&command, EXIT_REFUSED, _("The output could not be written."));
	return (int)code;
}
