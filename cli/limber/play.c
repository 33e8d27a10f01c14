/*
 * Play the routine of the card that is up, for servers that draw no buttons and for use from the
 * keyboard. An item given by name is played in the terminal by limber-report, which has the
 * catalogue.
 */
#include <string.h>

#include "cli/limber/exec.h"
#include "cli/limber/presence.h"
#include "cli/limber/verbs.h"
#include "cli/shared/reply.h"
#include "cli/shared/say.h"
#include "cli/shared/status.h"

/* text: the line about it; NULL: another call follows, which is reported. */
static enum exit_code play(struct command *command, const char *what, const char *text)
{
	BUS_MESSAGE *reply = NULL;
	enum exit_code code = bus_call(command, "Play", &reply, "ts", (uint64_t)0, what);
	if (code == EXIT_FINE && text && !reply_json(command, reply))
		puts(text);
	return code;
}

/* `start` of limber-report, with the same words. */
static enum exit_code play_here(const struct command *command)
{
	static const enum option passed[] = { OPTION_JSON, OPTION_PLAIN, OPTION_EASIER,
					      OPTION_VOICE };
	enum { PASSED = sizeof(passed) / sizeof(passed[0]) };
	char verb[] = "start", item[COMMAND_TEXT_SIZE], names[PASSED][16];
	char *argv[PASSED + 4] = { NULL, verb, item };
	int count = 3;
	snprintf(item, sizeof(item), "%s", command->words[0]);
	for (int i = 0; i < PASSED; i++) {
		snprintf(names[i], sizeof(names[i]), "%s", options[passed[i]].name);
		if (command_given(command, passed[i]))
			argv[count++] = names[i];
	}
	return exec_report(command, argv);
}

enum exit_code verb_start(struct command *command)
{
	enum exit_code code = EXIT_FINE;
	/* Two wishes are two presses of a key. */
	if (command->count == 0 && command_given(command, OPTION_VOICE) &&
	    command_given(command, OPTION_EASIER))
		code = play(command, "easier", NULL);
	if (code != EXIT_FINE)
		return code;
	if (command->count == 0)
		return play(command,
			    command_given(command, OPTION_VOICE)    ? "voice"
			    : command_given(command, OPTION_EASIER) ? "easier"
								    : "start",
			    _("It is played on its card.\n  A break: limber stop    Early: limber "
			      "done    "
			      "It hurts: limber hurt"));
	if (strcmp(command->words[0], "workout") == 0)
		return presence_workout(command, true);
	return play_here(command);
}

enum exit_code verb_stop(struct command *command)
{
	if (command->count == 0)
		return play(command, "pause", _("It stands still. To go on: limber start"));
	return presence_workout(command, false);
}

/* Answers the card that is up, played or not, else the last one. */
enum exit_code verb_hurt(struct command *command)
{
	BUS_MESSAGE *reply = NULL;
	enum exit_code code = bus_call(command, "Answer", &reply, "tss", (uint64_t)0, "partly", "");
	if (command->json) {
		if (code == EXIT_FINE)
			reply_json(command, reply);
		return code;
	}
	if (code == EXIT_FINE)
		puts(_("Booked as partly done. Leave it for today; next time do less, or leave it "
		       "out."));
	puts(_("When to have somebody look at it: limber warnings"));
	return code;
}
