/*
 * The verbs that answer cards. Each prints the result and how to undo it. A time is checked before
 * the call, so that a typo does not start limberd; only limberd resolves it.
 */
#include <string.h>

#include "cli/limber/verbs.h"
#include "cli/shared/reply.h"
#include "cli/shared/status.h"
#include "cli/shared/when.h"
#include "core/base/amount.h"
#include "core/model/until.h"

/* The longest word, which is the one that does not fit. */
static const char *longest(const struct command *command, int from)
{
	const char *word = command->words[from];
	for (int i = from + 1; i < command->count; i++)
		if (strlen(command->words[i]) > strlen(word))
			word = command->words[i];
	return word;
}

/* Report that the words from number `from` on are not a time. */
static enum exit_code bad_time(const struct command *command, int from, enum text_error error)
{
	char text[COMMAND_TEXT_SIZE];
	const char *shown = text, *near = NULL, *mistyped = NULL;
	struct until until;
	if (!command_join(command, from, text))
		shown = longest(command, from);
	for (int i = from; i < command->count && !near; i++)
		if (until_read(mistyped = command->words[i], &until) != TEXT_OK)
			near = until_nearest(mistyped);
	if (error == TEXT_NO_UNIT)
		return complain(command, EXIT_USAGE,
				_("\"%s\" has a number without a unit. Did you mean \"%sm\"?"),
				shown, shown);
	if (near)
		return complain(command, EXIT_USAGE,
				_("\"%s\" is not a time. Did you mean \"%s\"?"), mistyped, near);
	return complain_text(command, shown, error);
}

/* The words of snooze: the first one is a reminder unless a time starts with it. */
struct snooze {
	const char *name; /* "" for none */
	char until[COMMAND_TEXT_SIZE];
};

static enum exit_code snooze_parse(const struct command *command, struct snooze *ret)
{
	struct until until;
	ret->name = "";
	if (!command_join(command, 0, ret->until))
		return bad_time(command, 0, TEXT_BAD_UNTIL);
	enum text_error error = command->count > 0 ? until_read(ret->until, &until) : TEXT_OK;
	if (error == TEXT_OK)
		return EXIT_FINE;
	if (name_read(command->words[0], strlen(command->words[0])) != TEXT_OK)
		return bad_time(command, 0, error);
	ret->name = command->words[0];
	if (command->count == 1) {
		ret->until[0] = '\0';
		return EXIT_FINE;
	}
	command_join(command, 1, ret->until);
	error = until_read(ret->until, &until);
	return error == TEXT_OK ? EXIT_FINE : bad_time(command, 1, error);
}

/* A name that is not a reminder and resembles a time is reported as a typo. */
static enum exit_code snooze_mistyped(const struct command *command)
{
	return until_nearest(command->words[0]) ? bad_time(command, 0, TEXT_BAD_UNTIL) : EXIT_FINE;
}

/* Without a name limberd chooses the reminder. */
static enum exit_code snooze(struct command *command, const struct snooze *snooze,
			     sd_bus_message **reply)
{
	command->no_reminder = snooze_mistyped;
	if (snooze->name[0])
		return bus_call_reminder(command, snooze->name, "Snooze", reply, "s",
					 snooze->until);
	return bus_call(command, "Answer", reply, "tss", UINT64_C(0), outcome_word(OUTCOME_SNOOZED),
			snooze->until);
}

enum exit_code verb_snooze(struct command *command)
{
	struct snooze words;
	BUS_MESSAGE *reply = NULL;
	char until[WHEN_SIZE];
	enum exit_code code = snooze_parse(command, &words);
	if (code == EXIT_FINE)
		code = snooze(command, &words, &reply);
	if (code != EXIT_FINE || reply_json(command, reply))
		return code;
	when_say(reply_number(reply, "Until"), when_now(), until);
	say_wrapped(_("%s: not before %s. Undo: limber undo"), reply_text(reply, "Reminder"),
		    until);
	return EXIT_FINE;
}

static const char *outcome_of(sd_bus_message *reply, const char *key)
{
	return _(outcome_say(outcome_read(reply_text(reply, key))));
}

/* "desk: done.", for a card that was seen "Walk two minutes, 14:21: done.", or the change. */
static void answer_print(sd_bus_message *reply)
{
	char shown[WHEN_SIZE], subject[SENTENCE_SIZE], what[2 * SENTENCE_SIZE];
	const char *before = reply_text(reply, "Before"), *outcome = outcome_of(reply, "Outcome");
	bool changed = before[0] && outcome_read(before) != OUTCOME_UNANSWERED &&
		       strcmp(before, reply_text(reply, "Outcome")) != 0;
	bool zero = reply_has(reply, "Ledger") &&
		    reply_number(reply, "Ledger") < (uint64_t)USEC_PER_MIN;
	when_say(reply_number(reply, "Shown"), when_now(), shown);
	if (reply_has(reply, "Shown"))
		snprintf(subject, sizeof(subject), "%s, %s", reply_text(reply, "Title"), shown);
	else
		snprintf(subject, sizeof(subject), "%s", reply_text(reply, "Reminder"));
	if (changed)
		snprintf(what, sizeof(what), _("%s: changed from %s to %s."), subject,
			 outcome_of(reply, "Before"), outcome);
	else
		snprintf(what, sizeof(what), "%s: %s.", subject, outcome);
	/* A user who skips a card that is done may mean the next one. */
	const char *then =
		changed && strcmp(reply_text(reply, "Outcome"), outcome_word(OUTCOME_SKIPPED)) == 0
			? _("To put off the next card: limber snooze.")
		: zero ? _("Sitting starts again at zero.")
		       : "";
	say_wrapped("%s %s%s%s", what, then, then[0] ? " " : "", _("Undo: limber undo"));
	if (reply_text(reply, "Note")[0])
		say_wrapped("%s", reply_text(reply, "Note"));
}

/* name: "" for the card that is up, or the last one. */
static enum exit_code answer(struct command *command, const char *name, enum outcome outcome)
{
	BUS_MESSAGE *reply = NULL;
	const char *word = outcome_word(outcome);
	enum exit_code code =
		name[0] ? bus_call_reminder(command, name, "Answer", &reply, "s", word)
			: bus_call(command, "Answer", &reply, "tss", UINT64_C(0), word, "");
	if (code == EXIT_FINE && !reply_json(command, reply))
		answer_print(reply);
	return code;
}

static const char *first_word(const struct command *command)
{
	return command->count > 0 ? command->words[0] : "";
}

enum exit_code verb_done(struct command *command)
{
	return answer(command, first_word(command), OUTCOME_DONE);
}

enum exit_code verb_partly(struct command *command)
{
	return answer(command, first_word(command), OUTCOME_PARTLY);
}

enum exit_code verb_skip(struct command *command)
{
	return answer(command, first_word(command), OUTCOME_SKIPPED);
}

enum exit_code verb_another(struct command *command)
{
	BUS_MESSAGE *reply = NULL;
	enum exit_code code = bus_call(command, "Another", &reply, "t", UINT64_C(0));
	if (code == EXIT_FINE && !reply_json(command, reply))
		say_wrapped(_("%s: on the card now. Answer: limber done, limber snooze, limber "
			      "another"),
			    reply_text(reply, "Title"));
	return code;
}

enum exit_code verb_drink(struct command *command)
{
	BUS_MESSAGE *reply = NULL;
	char text[COMMAND_TEXT_SIZE];
	struct amount amount;
	enum text_error error = TEXT_BAD_AMOUNT;
	if (command_join(command, 0, text))
		error = text[0] ? amount_read(text, &amount) : TEXT_OK;
	if (error != TEXT_OK)
		return complain_text(command, longest(command, 0), error);
	enum exit_code code = bus_call(command, "Drink", &reply, "s", text);
	if (code != EXIT_FINE || reply_json(command, reply))
		return code;
	say_wrapped(_("%s: %s. Today: %s. %s"), reply_text(reply, "Reminder"),
		    reply_text(reply, "What"), reply_text(reply, "Water"), _("Undo: limber undo"));
	if (reply_text(reply, "Note")[0])
		say_wrapped("%s", reply_text(reply, "Note"));
	return EXIT_FINE;
}

enum exit_code verb_undo(struct command *command)
{
	BUS_MESSAGE *reply = NULL;
	char until[WHEN_SIZE];
	enum exit_code code = bus_call(command, "Undo", &reply, "");
	if (code != EXIT_FINE || reply_json(command, reply))
		return code;
	const char *what = reply_text(reply, "What");
	when_say(reply_number(reply, "PausedUntil"), when_now(), until);
	if (reply_has(reply, "PausedUntil"))
		say_wrapped(_("Took back: %s. Paused until %s. To see the state: limber"), what,
			    until);
	else
		say_wrapped(_("Took back: %s. To see the state: limber"), what);
	return EXIT_FINE;
}

static bool is_held(const struct status_reminder *reminder, const char *word)
{
	for (int i = 0; reminder && i < reminder->holds.count; i++)
		if (strcmp(reminder->holds.hold[i].word, word) == 0)
			return true;
	return false;
}

static int nothing(sd_bus_message *message, void *user, sd_bus_error *error)
{
	return 0;
}

/* Wait for a signal of limberd, until a moment of CLOCK_REALTIME at the latest. */
static void changed_wait(sd_bus *bus, uint64_t until)
{
	uint64_t now = when_now();
	if (now < until)
		sd_bus_wait(bus, until - now);
	while (sd_bus_process(bus, NULL) > 0)
		;
}

/* Wait a second for the card to be shown, and report that nothing can show it. */
static enum exit_code try_seen(struct command *command)
{
	STATUS_OWNED *status = NULL;
	const char *name = command->words[0];
	const uint64_t until = when_now() + (uint64_t)USEC_PER_SEC;
	enum exit_code code = status_get(command, &status);
	while (code == EXIT_FINE && status->card.card && !status->card.shown &&
	       when_now() < until) {
		changed_wait(command->bus, until);
		code = status_get(command, &status);
	}
	if (code != EXIT_FINE || status->card.card ||
	    !is_held(status_find(status, name), "no_display"))
		return code;
	return complain(command, EXIT_REFUSED,
			_("Nothing here can show the card of %s. To see cards in this terminal: "
			  "limber watch"),
			name);
}

enum exit_code verb_try(struct command *command)
{
	BUS_MESSAGE *reply = NULL;
	enum exit_code code = bus_open(command);
	if (code == EXIT_FINE)
		bus_match_all(command, nothing, NULL);
	if (code == EXIT_FINE)
		code = bus_call_reminder(command, command->words[0], "Ring", &reply, "");
	if (code == EXIT_FINE)
		code = try_seen(command);
	if (code == EXIT_FINE && !reply_json(command, reply))
		say_wrapped(_("%s: its card comes now. Answer: limber done, limber snooze, limber "
			      "skip\n"),
			    command->words[0]);
	return code;
}

enum exit_code verb_pause(struct command *command)
{
	BUS_MESSAGE *reply = NULL;
	char text[COMMAND_TEXT_SIZE], until_text[WHEN_SIZE];
	const char *why = command_given(command, OPTION_WHY);
	struct until until;
	if (!command_join(command, 0, text))
		return bad_time(command, 0, TEXT_BAD_UNTIL);
	enum text_error bad = text[0] ? until_read(text, &until) : TEXT_OK;
	if (bad != TEXT_OK)
		return bad_time(command, 0, bad);
	enum exit_code code = bus_call(command, "Pause", &reply, "ss", text, why ? why : "");
	if (code != EXIT_FINE || reply_json(command, reply))
		return code;
	when_say(reply_number(reply, "Until"), when_now(), until_text);
	say_wrapped(_("Paused until %s. To end it earlier: limber resume"), until_text);
	return EXIT_FINE;
}

enum exit_code verb_resume(struct command *command)
{
	BUS_MESSAGE *reply = NULL;
	char when[WHEN_SIZE];
	enum exit_code code = bus_call(command, "Resume", &reply, "");
	if (code != EXIT_FINE || reply_json(command, reply))
		return code;
	uint64_t speaks = reply_number(reply, "Speaks");
	when_say(speaks, when_now(), when);
	if (speaks)
		say_wrapped(_("Cards come again, %s about %s. Undo: limber undo"),
			    reply_text(reply, "Reminder"), when);
	else
		puts(_("Cards come again. Undo: limber undo"));
	return EXIT_FINE;
}
