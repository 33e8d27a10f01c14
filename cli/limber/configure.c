/*
 * The verbs that change reminders and settings. limberd checks, writes and applies the change; its
 * notes, such as that another file overrides a value, are printed.
 */
#include <errno.h>
#include <string.h>

#include "cli/limber/verbs.h"
#include "cli/shared/assignment.h"
#include "cli/shared/bus.h"
#include "cli/shared/lines.h"
#include "cli/shared/reply.h"
#include "cli/shared/say.h"
#include "cli/shared/status.h"
#include "cli/shared/when.h"
#include "core/base/text.h"

static int append_runtime(sd_bus_message *call, const struct command *command)
{
	int runtime = command_given(command, OPTION_RUNTIME) != NULL;
	return sd_bus_message_append_basic(call, 'b', &runtime);
}

enum { LINE_SIZE = 2048 };

/* The words of a change, after the name of a reminder if any. */
struct change {
	struct command *command;
	const char *name; /* of the reminder; NULL: settings of the top level */
	int from;         /* the first word after it */
};

static int append_values(sd_bus_message *call, void *user)
{
	const struct change *change = user;
	struct assignment pair;
	TRY(sd_bus_message_open_container(call, 'a', "{ss}"));
	for (int i = change->from; i < change->command->count; i++)
		if (assignment_read(change->command->words[i], &pair))
			TRY(sd_bus_message_append(call, "{ss}", pair.key, pair.value));
	TRY(sd_bus_message_close_container(call));
	return append_runtime(call, change->command);
}

static int append_keys(sd_bus_message *call, void *user)
{
	const struct change *change = user;
	TRY(sd_bus_message_open_container(call, 'a', "s"));
	for (int i = change->from; i < change->command->count; i++)
		TRY(sd_bus_message_append_basic(call, 's', change->command->words[i]));
	TRY(sd_bus_message_close_container(call));
	return append_runtime(call, change->command);
}

/* Word `index` as a key; its value is NULL for unset. */
static struct assignment pair_of(const struct change *change, int index)
{
	struct assignment pair = { "", NULL };
	const char *word = change->command->words[index];
	if (!assignment_read(word, &pair))
		snprintf(pair.key, sizeof(pair.key), "%s", word);
	return pair;
}

enum { VALUE_SIZE = 80 }; /* of a value as it is shown */

/* A value as it is shown: "not set", and cut where it is long. */
static void value_say(const char *value, char out[VALUE_SIZE])
{
	if (!*value)
		value = _("not set");
	size_t fits = text_fit(value, VALUE_SIZE - sizeof("…"));
	snprintf(out, VALUE_SIZE, "%.*s%s", (int)fits, value, value[fits] ? "…" : "");
}

/* "desk: every 50min -> 45min; most 7 -> 8. Undo: limber undo". */
static int changes_say(FILE *out, const char *name, sd_bus_message *reply)
{
	struct reply_change change;
	const char *gap = "";
	fprintf(out, "%s%s", name ? name : "", name ? ": " : "");
	reply_changes(reply);
	for (; reply_change(reply, &change); gap = "; ") {
		char was[VALUE_SIZE], is[VALUE_SIZE];
		value_say(change.was, was);
		value_say(change.is, is);
		if (strcmp(change.was, change.is) == 0)
			fprintf(out, _("%s%s stays %s"), gap, change.key, is);
		else
			fprintf(out, "%s%s %s -> %s", gap, change.key, was, is);
	}
	return fprintf(out, ". %s", _("Undo: limber undo"));
}

/* Print the old and new values, then the notes of limberd. */
static enum exit_code change_say(const struct change *change, sd_bus_message *reply)
{
	BUS_CLEANUP(bus_free) char *line = NULL;
	size_t size;
	FILE *stream = open_memstream(&line, &size);
	if (!stream || changes_say(stream, change->name, reply) < 0 || fclose(stream) != 0)
		return bus_complain(change->command, -ENOMEM, &SD_BUS_ERROR_NULL);
	lines_wrap(stdout, line, 0, 0);
	reply_notes_print(reply, NULL);
	return EXIT_FINE;
}

/* Refuse a key that is given twice: one value would be lost. */
static enum exit_code change_check(const struct change *change)
{
	char whole[2 * ASSIGNMENT_SIZE];
	for (int i = change->from; i < change->command->count; i++) {
		const struct assignment pair = pair_of(change, i);
		(void)!snprintf(whole, sizeof(whole), "%s%s%s%s", change->name ? "reminders." : "",
				change->name ? change->name : "", change->name ? "." : "",
				pair.key);
		for (int k = change->from; k < i; k++)
			if (strcmp(pair.key, pair_of(change, k).key) == 0)
				return complain(change->command, EXIT_USAGE,
						_("%s is there twice: write it once."), whole);
	}
	return EXIT_FINE;
}

static enum exit_code change_make(const struct change *change, const char *method,
				  bus_append *append)
{
	struct change copy = *change;
	BUS_MESSAGE *reply = NULL;
	TRY_EXIT(change_check(change));
	enum exit_code code =
		bus_call_with(change->command, change->name, method, &reply, append, &copy);
	if (code == EXIT_FINE)
		return reply_json(change->command, reply) ? code : change_say(change, reply);
	/* The errors may be those of a file, which do not mention the change. */
	if (code == EXIT_REFUSED && !change->command->json)
		complain(change->command, code, _("Nothing was set."));
	return code;
}

enum exit_code verb_set(struct command *command)
{
	struct assignment pair;
	bool named = !strchr(command->words[0], '=');
	const struct change change = { command, named ? command->words[0] : NULL, named };
	if (change.from == command->count)
		return command_misused(command);
	for (int i = change.from; i < command->count; i++)
		if (!assignment_read(command->words[i], &pair))
			return complain(command, EXIT_USAGE,
					_("\"%s\" is not a setting: write it as every=45min."),
					command->words[i]);
	return change_make(&change, "Set", append_values);
}

/* Whether a reminder exists, also one that is not listed. */
static bool is_reminder(struct command *command, const struct status *status, const char *name)
{
	return status_find(status, name) ||
	       (command->count > 1 &&
		bus_try(command->bus, MANAGER_METHOD("Explain"), NULL, NULL, "s", name) >= 0);
}

/* The first word is a reminder if one has that name and a key follows. */
enum exit_code verb_unset(struct command *command)
{
	STATUS_OWNED *status = NULL;
	TRY_EXIT(status_get(command, &status));
	bool named = is_reminder(command, status, command->words[0]);
	const struct change change = { command, named ? command->words[0] : NULL, named };
	if (change.from == command->count)
		return complain(command, EXIT_USAGE,
				_("Which key of %s? Write, such as: limber unset %s every"),
				command->words[0], command->words[0]);
	return change_make(&change, "Unset", append_keys);
}

/* The options of `add` as keys of a reminder; a repeated option makes a list. */
static int append_new(sd_bus_message *call, void *user)
{
	const struct command *command = user;
	char value[ASSIGNMENT_SIZE];
	TRY(sd_bus_message_append_basic(call, 's', command->words[0]));
	TRY(sd_bus_message_open_container(call, 'a', "{ss}"));
	for (int i = 0; i < OPTION_COUNT; i++) {
		if (!options[i].key || !command_given(command, (enum option)i))
			continue;
		TRY(assignment_join(command, (enum option)i, value)
			    ? sd_bus_message_append(call, "{ss}", options[i].key, value)
			    : -E2BIG);
	}
	TRY(sd_bus_message_close_container(call));
	return append_runtime(call, command);
}

static enum exit_code new_check(const struct command *command)
{
	const char *name = command->words[0], *every = command_given(command, OPTION_EVERY);
	usec length;
	enum text_error error = name_read(name, strlen(name));
	if (error != TEXT_OK)
		return complain_text(command, name, error);
	const char *trouble = assignment_trouble(command);
	if (trouble)
		return complain(command, EXIT_USAGE, "%s", _(trouble));
	error = every ? length_read(every, &length) : TEXT_OK;
	if (error != TEXT_OK)
		return complain(command, EXIT_USAGE, "--every: \"%s\" %s.", every,
				_(text_error_words(error)));
	return EXIT_FINE;
}

/* Report the new reminder, and its first card where that is known. */
static void added_say(sd_bus_message *reply)
{
	char when[WHEN_SIZE];
	const char *name = reply_text(reply, "Reminder");
	uint64_t speaks = reply_number(reply, "Speaks");
	when_say(speaks, when_now(), when);
	if (speaks)
		say_wrapped(_("%s added: next %s. Remove: limber remove %s"), name, when, name);
	else
		say_wrapped(_("%s added. Remove: limber remove %s"), name, name);
	reply_notes_print(reply, NULL);
}

enum exit_code verb_add(struct command *command)
{
	BUS_MESSAGE *reply = NULL;
	enum exit_code code = new_check(command);
	if (code == EXIT_FINE)
		code = bus_call_with(command, NULL, "AddReminder", &reply, append_new, command);
	if (code == EXIT_FINE && !reply_json(command, reply))
		added_say(reply);
	return code;
}

enum exit_code verb_remove(struct command *command)
{
	BUS_MESSAGE *reply = NULL;
	enum exit_code code = bus_call(command, "RemoveReminder", &reply, "sb", command->words[0],
				       command_given(command, OPTION_RUNTIME) != NULL);
	if (code != EXIT_FINE || reply_json(command, reply))
		return code;
	say_wrapped(_("%s removed. Undo: limber undo"), command->words[0]);
	reply_notes_print(reply, NULL);
	return code;
}

static enum exit_code switch_to(struct command *command, const char *method, const char *pattern)
{
	BUS_MESSAGE *reply = NULL;
	const char *name = command->words[0];
	enum exit_code code = bus_call_reminder(command, name, method, &reply, "");
	if (code != EXIT_FINE || reply_json(command, reply))
		return code;
	char line[SENTENCE_SIZE];
	words_fill(line, sizeof(line), pattern, "name", name, NULL);
	lines_wrap(stdout, line, 0, 0);
	reply_notes_print(reply, NULL);
	return code;
}

enum exit_code verb_enable(struct command *command)
{
	return switch_to(command, "Enable", _("{name} is on. Off: limber disable {name}"));
}

enum exit_code verb_disable(struct command *command)
{
	return switch_to(command, "Disable", _("{name} is off. On again: limber enable {name}"));
}

enum exit_code verb_reload(struct command *command)
{
	BUS_MESSAGE *reply = NULL;
	enum exit_code code = bus_call(command, "Reload", &reply, "");
	if (code == EXIT_FINE && !reply_json(command, reply))
		puts(_("The configuration was read and is in force. To see what comes next: "
		       "limber"));
	return code;
}
