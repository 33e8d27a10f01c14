/*
 * The verbs that change something. Each says what is so now and how to take it back. A time is
 * checked before the call, so that a typo starts nothing; limberd alone reads it.
 */
#include <string.h>

#include "cli/limber/verbs.h"
#include "cli/shared/bus.h"
#include "cli/shared/lines.h"
#include "cli/shared/status.h"
#include "cli/shared/when.h"
#include "core/model/until.h"

/* The longest word, as what does not fit. */
static const char *longest(const struct command *command, int from)
{
	const char *word = command->words[from];
	for (int i = from + 1; i < command->count; i++)
		if (strlen(command->words[i]) > strlen(word))
			word = command->words[i];
	return word;
}

/* The words from number `from` on are no time. */
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
	if (near)
		return complain(command, EXIT_USAGE,
				_("\"%s\" is not a time. Did you mean \"%s\"?"), mistyped, near);
	return complain(command, EXIT_USAGE, _("\"%s\" %s."), shown, _(text_error_words(error)));
}

/* Reads the moment a reply carries. */
static int ends_say(sd_bus_message *reply, char out[WHEN_SIZE])
{
	uint64_t ends;
	int r = sd_bus_message_read_basic(reply, 't', &ends);
	if (r >= 0)
		when_say(ends, when_now(), out);
	return r;
}

/* The first of these words is a reminder where it begins no time. */
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

/* A name that is near to a time, and no reminder's, is that time, mistyped. */
static enum exit_code snooze_check(struct command *command, const struct snooze *snooze)
{
	STATUS_OWNED *status = NULL;
	if (!snooze->name[0] || !until_nearest(snooze->name))
		return EXIT_FINE;
	enum exit_code code = status_get(command, &status);
	if (code != EXIT_FINE || status_find(status, snooze->name))
		return code;
	return bad_time(command, 0, TEXT_BAD_UNTIL);
}

/* Without a name: the card that is up, else the next one. */
static enum exit_code snooze_choose(struct command *command, struct status **ret,
				    struct snooze *snooze)
{
	enum exit_code code = status_get(command, ret);
	if (code != EXIT_FINE)
		return code;
	const struct status *status = *ret;
	snooze->name = status->card.card ? status->card.reminder : status->next;
	if (!snooze->name[0])
		return complain(command, EXIT_REFUSED,
				_("No card is up and none is planned, so there is nothing to put "
				  "off."));
	return EXIT_FINE;
}

enum exit_code verb_snooze(struct command *command)
{
	struct snooze snooze;
	STATUS_OWNED *status = NULL;
	BUS_MESSAGE *reply = NULL;
	BUS_ERROR error = SD_BUS_ERROR_NULL;
	char ends[WHEN_SIZE];
	enum exit_code code = snooze_parse(command, &snooze);
	if (code == EXIT_FINE)
		code = snooze_check(command, &snooze);
	if (code == EXIT_FINE && !snooze.name[0])
		code = snooze_choose(command, &status, &snooze);
	if (code == EXIT_FINE)
		code = bus_call_reminder(command, snooze.name, "Snooze", &reply, "s", snooze.until);
	if (code != EXIT_FINE)
		return code;
	int r = ends_say(reply, ends);
	if (r < 0)
		return bus_complain(command, r, &error);
	say_wrapped(_("%s: not before %s. Undo: limber undo"), snooze.name, ends);
	return EXIT_FINE;
}

/* The reminder that was answered: the one whose last outcome is the latest. */
static const struct status_reminder *answered(const struct status *after)
{
	const struct status_reminder *latest = NULL;
	for (int i = 0; i < after->count; i++)
		if (!latest || after->reminders[i].last_ended > latest->last_ended)
			latest = &after->reminders[i];
	return latest;
}

static void answer_say(const struct status *before, const struct status *after,
		       const struct status_reminder *reminder, const char *outcome)
{
	const struct status_card *card = &before->card;
	char shown[WHEN_SIZE], what[2 * SENTENCE_SIZE], line[3 * SENTENCE_SIZE];
	bool zero = strcmp(reminder->trigger, "sitting") == 0 && !reminder->with[0] &&
		    reminder->ledger < (uint64_t)USEC_PER_MIN;
	/* Answered before a display said that it is up: then there is no time to tell. */
	if (card->card && card->shown != 0 && strcmp(card->reminder, reminder->name) == 0) {
		when_say(card->shown, after->now, shown);
		snprintf(what, sizeof(what), _("%s, %s: %s."), card->title, shown, outcome);
	} else {
		snprintf(what, sizeof(what), "%s: %s.", reminder->name, outcome);
	}
	snprintf(line, sizeof(line), "%s %s%s%s", what,
		 zero ? _("Sitting starts again at zero.") : "", zero ? " " : "",
		 _("Undo: limber undo"));
	lines_wrap(stdout, line, 0, 0);
}

/* name: "" for the card that is up or was the last. */
static enum exit_code answer(struct command *command, const char *name, enum outcome outcome)
{
	STATUS_OWNED *before = NULL, *after = NULL;
	BUS_MESSAGE *reply = NULL;
	const char *word = outcome_word(outcome);
	enum exit_code code = status_get(command, &before);
	if (code == EXIT_FINE)
		code = name[0] ? bus_call_reminder(command, name, "Answer", &reply, "s", word)
			       : bus_call(command, "Answer", &reply, "tss", before->card.card, word,
					  "");
	if (code == EXIT_FINE)
		code = status_get(command, &after);
	if (code != EXIT_FINE)
		return code;
	if (!name[0] && before->card.card)
		name = before->card.reminder;
	const struct status_reminder *reminder =
		name[0] ? status_find(after, name) : answered(after);
	if (reminder)
		answer_say(before, after, reminder, _(outcome_say(outcome)));
	return EXIT_FINE;
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

enum exit_code verb_drink(struct command *command)
{
	static const char water[] = "water";
	STATUS_OWNED *status = NULL;
	enum exit_code code = status_get(command, &status);
	if (code != EXIT_FINE)
		return code;
	if (!status_find(status, water))
		return complain(command, EXIT_REFUSED,
				_("There is no reminder \"%s\" to book it on. Add it:\n"
				  "limber add water --every 90min --item water-glass"),
				water);
	return answer(command, water, OUTCOME_DONE);
}

/* Whether cards come now, after a pause or its end was taken back; "" : they do. */
static void undo_pause(struct command *command, char out[WHEN_SIZE])
{
	STATUS_OWNED *status = NULL;
	out[0] = '\0';
	if (status_get(command, &status) == EXIT_FINE && status->paused_until)
		when_say(status->paused_until, status->now, out);
}

enum exit_code verb_undo(struct command *command)
{
	BUS_MESSAGE *reply = NULL;
	BUS_ERROR error = SD_BUS_ERROR_NULL;
	const char *what;
	char until[WHEN_SIZE];
	enum exit_code code = bus_call(command, "Undo", &reply, "");
	if (code != EXIT_FINE)
		return code;
	int r = sd_bus_message_read_basic(reply, 's', &what);
	if (r < 0)
		return bus_complain(command, r, &error);
	undo_pause(command, until);
	if (until[0])
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
	(void)message, (void)user, (void)error;
	return 0;
}

/* Waits, until a moment of CLOCK_REALTIME, for limberd to say that something changed. */
static void changed_wait(sd_bus *bus, uint64_t until)
{
	uint64_t now = when_now();
	if (now < until)
		sd_bus_wait(bus, until - now);
	while (sd_bus_process(bus, NULL) > 0)
		;
}

/* Whether a card that was called for can be shown. It takes a moment to know; one that takes
 * longer is told by limber status. */
static enum exit_code try_seen(struct command *command)
{
	STATUS_OWNED *status = NULL;
	const char *name = command->words[0];
	const uint64_t until = when_now() + (uint64_t)USEC_PER_SEC;
	BUS_MESSAGE *reply = NULL;
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
	if (code == EXIT_FINE)
		say_wrapped(_("%s: its card comes now. Answer: limber done, limber snooze, limber "
			      "skip\n"),
			    command->words[0]);
	return code;
}

enum exit_code verb_pause(struct command *command)
{
	BUS_MESSAGE *reply = NULL;
	BUS_ERROR error = SD_BUS_ERROR_NULL;
	char text[COMMAND_TEXT_SIZE], ends[WHEN_SIZE];
	const char *why = command_given(command, OPTION_WHY);
	struct until until;
	if (!command_join(command, 0, text))
		return bad_time(command, 0, TEXT_BAD_UNTIL);
	enum text_error bad = text[0] ? until_read(text, &until) : TEXT_OK;
	if (bad != TEXT_OK)
		return bad_time(command, 0, bad);
	enum exit_code code = bus_call(command, "Pause", &reply, "ss", text, why ? why : "");
	if (code != EXIT_FINE)
		return code;
	int r = ends_say(reply, ends);
	if (r < 0)
		return bus_complain(command, r, &error);
	say_wrapped(_("Paused until %s. To end it earlier: limber resume"), ends);
	return EXIT_FINE;
}

enum exit_code verb_resume(struct command *command)
{
	BUS_MESSAGE *reply = NULL;
	enum exit_code code = bus_call(command, "Resume", &reply, "");
	if (code == EXIT_FINE)
		puts(_("Cards come again. Undo: limber undo"));
	return code;
}
