/*
 * The verbs that change reminders and settings. limberd checks, writes and applies; what it has
 * to say about it, such as that another file defeats a value, is passed on.
 */
#include <errno.h>
#include <string.h>

#include "cli/limber/verbs.h"
#include "cli/shared/bus.h"
#include "cli/shared/change.h"
#include "cli/shared/lines.h"
#include "cli/shared/say.h"
#include "cli/shared/setting.h"
#include "cli/shared/status.h"
#include "cli/shared/when.h"
#include "core/base/text.h"

static int append_runtime(sd_bus_message *call, const struct command *command)
{
	int runtime = command_given(command, OPTION_RUNTIME) != NULL;
	return sd_bus_message_append_basic(call, 'b', &runtime);
}

enum { LINE_SIZE = 2048 };

/* The words of a change behind the name, where there is one. */
struct change {
	struct command *command;
	const char *name; /* NULL: settings of the whole */
	int from;         /* the first word that is none */
};

static int append_values(sd_bus_message *call, void *user)
{
	const struct change *change = user;
	struct change_pair pair;
	int r = sd_bus_message_open_container(call, 'a', "{ss}");
	for (int i = change->from; r >= 0 && i < change->command->count; i++)
		if (change_split(change->command->words[i], &pair))
			r = sd_bus_message_append(call, "{ss}", pair.key, pair.value);
	if (r >= 0)
		r = sd_bus_message_close_container(call);
	return r < 0 ? r : append_runtime(call, change->command);
}

static int append_keys(sd_bus_message *call, void *user)
{
	const struct change *change = user;
	int r = sd_bus_message_open_container(call, 'a', "s");
	for (int i = change->from; r >= 0 && i < change->command->count; i++)
		r = sd_bus_message_append_basic(call, 's', change->command->words[i]);
	if (r >= 0)
		r = sd_bus_message_close_container(call);
	return r < 0 ? r : append_runtime(call, change->command);
}

/* The settings in force; NULL when they cannot be told. It says nothing. */
static const char *settings_of(struct command *command, sd_bus_message **reply)
{
	static const struct member get = { LIMBER_BUS_NAME, LIMBER_PATH, LIMBER_MANAGER,
					   "GetConfiguration" };
	const char *text;
	if (bus_connect(command) < 0 || bus_try(command->bus, &get, NULL, reply, "") < 0 ||
	    sd_bus_message_read_basic(*reply, 's', &text) < 0)
		return NULL;
	return text;
}

static void setting_or_none(const char *text, const char *name, const char *key,
			    char out[SETTING_SIZE])
{
	if (!setting_find(text, name, key, out))
		snprintf(out, SETTING_SIZE, "%s", _("no value"));
}

/* Number `index` of the words, as a key; its value is NULL behind unset. */
static struct change_pair pair_of(const struct change *change, int index)
{
	struct change_pair pair = { "", NULL };
	const char *word = change->command->words[index];
	if (!change_split(word, &pair))
		snprintf(pair.key, sizeof(pair.key), "%s", word);
	return pair;
}

/* "every 50min -> 45min", behind what is said already. */
static void key_say(const char *key, const char *before, const char *after, char line[LINE_SIZE])
{
	size_t length = strlen(line);
	const char *gap = length ? "; " : "";
	if (strcmp(before, after) == 0)
		snprintf(line + length, LINE_SIZE - length, _("%s%s stays %s"), gap, key, after);
	else
		snprintf(line + length, LINE_SIZE - length, "%s%s %s -> %s", gap, key, before,
			 after);
}

static bool is_given(const struct change *change, const char *key)
{
	for (int i = change->from; i < change->command->count; i++)
		if (strcmp(pair_of(change, i).key, key) == 0)
			return true;
	return false;
}

/* Each key with what it was and is; last those that a new way to come took away. */
static void keys_say(const struct change *change, const char *before, const char *after,
		     char line[LINE_SIZE])
{
	static const char *const ways[] = { "every", "of", "at", "on", "after", "with" };
	char was[SETTING_SIZE], is[SETTING_SIZE];
	line[0] = '\0';
	for (int i = change->from; i < change->command->count; i++) {
		struct change_pair pair = pair_of(change, i);
		setting_or_none(before, change->name, pair.key, was);
		setting_or_none(after, change->name, pair.key, is);
		key_say(pair.key, was, is, line);
	}
	for (size_t i = 0; change->name && i < sizeof(ways) / sizeof(ways[0]); i++) {
		setting_or_none(before, change->name, ways[i], was);
		setting_or_none(after, change->name, ways[i], is);
		if (strcmp(was, is) != 0 && !is_given(change, ways[i]))
			key_say(ways[i], was, is, line);
	}
}

/* What was so and what is so now, then what limberd has to say about it. */
static enum exit_code change_say(const struct change *change, const char *before,
				 sd_bus_message *reply)
{
	BUS_MESSAGE *settings = NULL;
	char keys[LINE_SIZE] = "", line[LINE_SIZE + SENTENCE_SIZE];
	const char *after = settings_of(change->command, &settings), *name = change->name;
	if (before && after)
		keys_say(change, before, after, keys);
	snprintf(line, sizeof(line), "%s%s%s. %s", name ? name : "", name ? ": " : "",
		 keys[0] ? keys : _("set"), _("Undo: limber undo"));
	lines_wrap(stdout, line, 0, 0);
	int r = change_notes_print(reply, NULL);
	return r < 0 ? bus_complain(change->command, r, &SD_BUS_ERROR_NULL) : EXIT_FINE;
}

/* Of two values one would be lost. */
static enum exit_code change_check(const struct change *change)
{
	for (int i = change->from; i < change->command->count; i++)
		for (int k = change->from; k < i; k++)
			if (strcmp(pair_of(change, i).key, pair_of(change, k).key) == 0)
				return complain(change->command, EXIT_USAGE,
						_("%s is there twice: write it once."),
						pair_of(change, i).key);
	return EXIT_FINE;
}

static enum exit_code change_make(const struct change *change, const char *method,
				  bus_append *append)
{
	struct change copy = *change;
	BUS_MESSAGE *settings = NULL, *reply = NULL;
	enum exit_code code = change_check(change);
	if (code != EXIT_FINE)
		return code;
	const char *before = settings_of(change->command, &settings);
	code = bus_call_with(change->command, change->name, method, &reply, append, &copy);
	if (code == EXIT_FINE)
		return change_say(change, before, reply);
	/* The errors may be those of a file, and say nothing of the change. */
	if (code == EXIT_REFUSED && !change->command->json)
		complain(change->command, code, _("Nothing was set."));
	return code;
}

enum exit_code verb_set(struct command *command)
{
	struct change_pair pair;
	bool named = !strchr(command->words[0], '=');
	const struct change change = { command, named ? command->words[0] : NULL, named };
	if (change.from == command->count)
		return command_misused(command);
	for (int i = change.from; i < command->count; i++)
		if (!change_split(command->words[i], &pair))
			return complain(command, EXIT_USAGE,
					_("\"%s\" is not a setting: write it as every=45min."),
					command->words[i]);
	return change_make(&change, "Set", append_values);
}

/* The first word is a reminder where there is one of that name and a key follows. */
enum exit_code verb_unset(struct command *command)
{
	STATUS_OWNED *status = NULL;
	enum exit_code code = status_get(command, &status);
	if (code != EXIT_FINE)
		return code;
	bool named = status_find(status, command->words[0]) != NULL;
	const struct change change = { command, named ? command->words[0] : NULL, named };
	if (change.from == command->count)
		return complain(command, EXIT_USAGE,
				_("Which key of %s? Write, such as: limber unset %s every"),
				command->words[0], command->words[0]);
	return change_make(&change, "Unset", append_keys);
}

/* Options of `add` as keys of a reminder; those given more than once make a list. */
static int append_new(sd_bus_message *call, void *user)
{
	const struct command *command = user;
	char value[CHANGE_VALUE_SIZE];
	int r = sd_bus_message_append_basic(call, 's', command->words[0]);
	if (r >= 0)
		r = sd_bus_message_open_container(call, 'a', "{ss}");
	for (int i = 0; r >= 0 && i < OPTION_COUNT; i++) {
		if (!options[i].key || !command_given(command, (enum option)i))
			continue;
		r = change_value(command, (enum option)i, value)
			    ? sd_bus_message_append(call, "{ss}", options[i].key, value)
			    : -E2BIG;
	}
	if (r >= 0)
		r = sd_bus_message_close_container(call);
	return r < 0 ? r : append_runtime(call, command);
}

static enum exit_code new_check(const struct command *command)
{
	const char *name = command->words[0], *every = command_given(command, OPTION_EVERY);
	usec length;
	enum text_error error = name_read(name, strlen(name));
	if (error != TEXT_OK)
		return complain(command, EXIT_USAGE, _("\"%s\" %s."), name,
				_(text_error_words(error)));
	const char *trouble = change_new_trouble(command);
	if (trouble)
		return complain(command, EXIT_USAGE, "%s", _(trouble));
	error = every ? length_read(every, &length) : TEXT_OK;
	if (error != TEXT_OK)
		return complain(command, EXIT_USAGE, "--every: \"%s\" %s.", every,
				_(text_error_words(error)));
	return EXIT_FINE;
}

/* When it comes for the first time, where that can be told. */
static void added_say(struct command *command, const char *name)
{
	STATUS_OWNED *status = NULL;
	char when[WHEN_SIZE];
	const struct status_reminder *reminder =
		status_get(command, &status) == EXIT_FINE ? status_find(status, name) : NULL;
	if (reminder && status_when(status, reminder, when))
		say_wrapped(_("%s added: next %s. Remove: limber remove %s"), name, when, name);
	else
		say_wrapped(_("%s added. Remove: limber remove %s"), name, name);
}

enum exit_code verb_add(struct command *command)
{
	BUS_MESSAGE *reply = NULL;
	enum exit_code code = new_check(command);
	if (code == EXIT_FINE)
		code = bus_call_with(command, NULL, "AddReminder", &reply, append_new, command);
	if (code != EXIT_FINE)
		return code;
	added_say(command, command->words[0]);
	int r = change_notes_print(reply, NULL);
	return r < 0 ? bus_complain(command, r, &SD_BUS_ERROR_NULL) : EXIT_FINE;
}

enum exit_code verb_remove(struct command *command)
{
	BUS_MESSAGE *reply = NULL;
	enum exit_code code = bus_call(command, "RemoveReminder", &reply, "sb", command->words[0],
				       command_given(command, OPTION_RUNTIME) != NULL);
	if (code == EXIT_FINE)
		say_wrapped(_("%s removed. Undo: limber undo"), command->words[0]);
	return code;
}

enum exit_code verb_enable(struct command *command)
{
	BUS_MESSAGE *reply = NULL;
	const char *name = command->words[0];
	enum exit_code code = bus_call_reminder(command, name, "Enable", &reply, "");
	if (code == EXIT_FINE)
		say_wrapped(_("%s is on. Off: limber disable %s"), name, name);
	return code;
}

enum exit_code verb_disable(struct command *command)
{
	BUS_MESSAGE *reply = NULL;
	const char *name = command->words[0];
	enum exit_code code = bus_call_reminder(command, name, "Disable", &reply, "");
	if (code == EXIT_FINE)
		say_wrapped(_("%s is off. On again: limber enable %s"), name, name);
	return code;
}

enum exit_code verb_reload(struct command *command)
{
	BUS_MESSAGE *reply = NULL;
	enum exit_code code = bus_call(command, "Reload", &reply, "");
	if (code == EXIT_FINE)
		puts(_("The configuration was read and is in force. To see what comes next: "
		       "limber"));
	return code;
}
