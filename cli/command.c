/*
 * The parser knows no verb by name: what may follow one stands in its row of the table. It
 * reads everything before it complains, so that --json counts wherever it stands.
 */
#include "cli/command.h"

#include <string.h>

#include "cli/say.h"
#include "cli/verbs.h"

/* The first thing that was wrong with the options. */
struct trouble {
	const char *option;
	bool no_value; /* of an option that wants one */
	bool crowded;  /* too many words for any verb */
};

static void command_add(struct command *command, const char *word, struct trouble *trouble)
{
	if (command->count == COMMAND_WORDS_MAX)
		trouble->crowded = true;
	else
		command->words[command->count++] = word;
}

/* Takes an option and its value from argv[*i] on. */
static void command_option(struct command *command, char *const argv[], int *i,
			   struct trouble *trouble)
{
	const char *option = argv[*i];
	const char **value = strcmp(option, "--why") == 0 ? &command->why
			     : strcmp(option, "-n") == 0  ? &command->limit
							  : NULL;
	if (strcmp(option, "--json") == 0) {
		command->json = true;
	} else if (strncmp(option, "--why=", 6) == 0) {
		command->why = option + 6;
	} else if (value && argv[*i + 1]) {
		*value = argv[++*i];
	} else if (!trouble->option) {
		trouble->option = option;
		trouble->no_value = value != NULL;
	}
}

/* Puts a verb before the words: `limber desk --help` is `limber help desk`. */
static void command_lead(struct command *command, const char *verb)
{
	command->count = command->count > 0 ? 2 : 1;
	command->words[1] = command->words[0];
	command->words[0] = verb;
}

static void command_scan(struct command *command, char *const argv[], struct trouble *trouble)
{
	const char *lead = NULL;
	bool options = true;
	for (int i = 1; argv[i]; i++) {
		if (!options || argv[i][0] != '-' || argv[i][1] == '\0')
			command_add(command, argv[i], trouble);
		else if (strcmp(argv[i], "--") == 0)
			options = false;
		else if (strcmp(argv[i], "--help") == 0 || strcmp(argv[i], "-h") == 0)
			lead = "help";
		else if (strcmp(argv[i], "--version") == 0)
			lead = "version", command->count = 0;
		else
			command_option(command, argv, &i, trouble);
	}
	if (lead)
		command_lead(command, lead);
	if (command->count == 0)
		command_add(command, "status", trouble);
}

static enum exit_code command_check(const struct command *command, const struct trouble *trouble)
{
	const struct verb *verb = command->verb;
	if (trouble->no_value)
		return complain(command, EXIT_USAGE, _("%s wants a value after it: limber help %s"),
				trouble->option, verb->name);
	if (trouble->option)
		return complain(command, EXIT_USAGE, _("There is no option %s: limber help %s"),
				trouble->option, verb->name);
	const char *wrong = command->json && !(verb->flags & VERB_JSON)     ? "--json"
			    : command->why[0] && !(verb->flags & VERB_WHY)  ? "--why"
			    : command->limit && !(verb->flags & VERB_LIMIT) ? "-n"
									    : NULL;
	if (wrong)
		return complain(command, EXIT_USAGE,
				_("limber %s has no option %s: limber help %s"), verb->name, wrong,
				verb->name);
	if (trouble->crowded || command->count < verb->least || command->count > verb->most)
		return complain(command, EXIT_USAGE,
				_("That is not how it is written: limber %s%s%s"), verb->name,
				verb->arguments[0] ? " " : "", verb->arguments);
	return EXIT_FINE;
}

enum exit_code command_unknown(const struct command *command, const char *word)
{
	const char *nearest = verb_nearest(word);
	if (nearest)
		return complain(command, EXIT_USAGE,
				_("There is no verb \"%s\". Did you mean: limber %s?"), word,
				nearest);
	return complain(command, EXIT_USAGE,
			_("There is no verb \"%s\". All there are: limber help"), word);
}

enum exit_code command_parse(struct command *command, int argc, char *const argv[])
{
	struct trouble trouble = { 0 };
	*command = (struct command){ .why = "" };
	if (argc > 0)
		command_scan(command, argv, &trouble);
	else
		command_add(command, "status", &trouble);
	const char *name = command->words[0];
	command->verb = verb_find(name);
	if (!command->verb)
		return command_unknown(command, name);
	command->count--;
	memmove(command->words, command->words + 1, sizeof(command->words) - sizeof(name));
	command->words[command->count] = NULL;
	return command_check(command, &trouble);
}

void command_finish(struct command *command)
{
	command->bus = sd_bus_flush_close_unref(command->bus);
}

bool command_join(const struct command *command, int from, char out[COMMAND_TEXT_SIZE])
{
	size_t length = 0;
	out[0] = '\0';
	for (int i = from; i < command->count; i++) {
		size_t more = strlen(command->words[i]);
		if (length + more + 2 > COMMAND_TEXT_SIZE)
			return false;
		if (length > 0)
			out[length++] = ' ';
		memcpy(out + length, command->words[i], more + 1);
		length += more;
	}
	return true;
}
