/*
 * What limberd cannot see: standing at the desk, reading on the chair, a workout. Lengths are
 * parsed here, as the bus takes a number.
 */
#include <string.h>

#include "cli/limber/presence.h"
#include "cli/limber/verbs.h"
#include "cli/shared/reply.h"
#include "cli/shared/say.h"
#include "core/base/text.h"

static enum exit_code presence(struct command *command, const char *what, usec length,
			       const char *text)
{
	BUS_MESSAGE *reply = NULL;
	enum exit_code code = bus_call(command, "Presence", &reply, "st", what, (uint64_t)length);
	if (code != EXIT_FINE || reply_json(command, reply))
		return code;
	const char *note = reply_text(reply, "Note");
	say_wrapped("%s", note[0] ? note : text);
	return EXIT_FINE;
}

enum exit_code verb_away(struct command *command)
{
	return presence(command, "away", 0,
			_("Away: sitting is cleared bit by bit. When you return: limber back"));
}

enum exit_code verb_back(struct command *command)
{
	return presence(command, "back", 0,
			_("Back: sitting counts again. To see the count: limber"));
}

enum exit_code verb_sitting(struct command *command)
{
	return presence(command, "sitting", 0,
			_("Sitting: it counts from now on. To see the count: limber"));
}

/* Read a length above 0; report anything else. */
static enum exit_code length_of(struct command *command, usec *ret)
{
	char text[COMMAND_TEXT_SIZE];
	bool fits = command_join(command, 0, text);
	enum text_error error = fits ? length_read(text, ret) : TEXT_RANGE;
	if (error != TEXT_OK)
		return complain_text(command, fits ? text : command->words[0], error);
	if (*ret <= 0)
		return complain(command, EXIT_USAGE, _("\"%s\" is not a time: write 20m or 1h30."),
				text);
	return EXIT_FINE;
}

enum exit_code verb_standing(struct command *command)
{
	usec length = 0;
	TRY_EXIT(command->count > 0 ? length_of(command, &length) : EXIT_FINE);
	if (length > 0)
		return presence(command, "standing", length,
				_("Standing: for that long, sitting is cleared bit by bit. To end "
				  "it earlier: limber sitting"));
	return presence(command, "standing", 0,
			_("Standing: sitting is cleared bit by bit until you are next away, for 2 "
			  "hours at most. To end it earlier: limber sitting"));
}

/* Correct the ledgers by a length. */
static enum exit_code correct(struct command *command, const char *what, const char *text)
{
	usec length = 0;
	enum exit_code code = length_of(command, &length);
	return code != EXIT_FINE ? code : presence(command, what, length, text);
}

enum exit_code verb_stood(struct command *command)
{
	return correct(command, "stood",
		       _("Booked: that was not sitting. To see the count: limber"));
}

enum exit_code verb_sat(struct command *command)
{
	return correct(command, "sat", _("Booked: that was sitting. To see the count: limber"));
}

enum exit_code presence_workout(struct command *command, bool begins)
{
	BUS_MESSAGE *reply = NULL;
	const char *what = command->words[0];
	if (strcmp(what, "workout") != 0)
		return complain(command, EXIT_USAGE,
				_("There is no occasion \"%s\". The one there is: workout"), what);
	enum exit_code code = bus_call(command, begins ? "Begin" : "End", &reply, "s", what);
	if (code == EXIT_FINE && !reply_json(command, reply))
		puts(begins ? _("The workout begins and clears your sitting. At its end: limber "
				"stop workout\nWarm up first: limber start warm-up")
			    : _("The workout has ended: what comes after it is due."));
	return code;
}
