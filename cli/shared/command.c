/*
 * The parser reads the tables of verbs and options and knows none of them by name. It reads the
 * whole command line before it reports an error, so that --json applies wherever it is.
 */
#include "cli/shared/command.h"

#include <stdlib.h>
#include <string.h>

#include "cli/shared/say.h"
#include "cli/shared/verbs.h"
#include "core/base/ascii.h"

/* The first error in the options. */
struct trouble {
	const char *option;
	bool no_value;  /* of an option that needs one */
	bool has_value; /* of an option that takes none */
	bool crowded;   /* too many words for any verb */
};

static void command_add(struct command *command, const char *word, struct trouble *trouble)
{
	if (command->count == COMMAND_WORDS_MAX)
		trouble->crowded = true;
	else
		command->words[command->count++] = word;
}

static void command_give(struct command *command, enum option option, const char *value,
			 struct trouble *trouble)
{
	if (option == OPTION_JSON)
		command->json = true;
	if (command->given_count == COMMAND_OPTIONS_MAX)
		trouble->crowded = true;
	else
		command->given[command->given_count++] = (struct option_given){ option, value };
}

static void command_wrong(struct trouble *trouble, const struct trouble *what)
{
	if (!trouble->option) {
		bool crowded = trouble->crowded;
		*trouble = *what;
		trouble->crowded = crowded;
	}
}

/* The option "--why" of "--why=call", and the value after it; *value is NULL without one. */
static enum option option_split(const char *word, const char **value)
{
	char name[32];
	size_t length = strcspn(word, "=");
	*value = word[length] ? word + length + 1 : NULL;
	if (length >= sizeof(name) || strncmp(word, "--", 2) != 0)
		return option_find(word);
	memcpy(name, word, length);
	name[length] = '\0';
	return option_find(name);
}

/* Read an option and its value from argv[*i] on. */
static void command_option(struct command *command, char *const argv[], int *i,
			   struct trouble *trouble)
{
	const char *word = argv[*i], *value;
	enum option option = option_split(word, &value);
	if (option == OPTION_COUNT) {
		command_wrong(trouble, &(struct trouble){ .option = word });
		return;
	}
	bool wants = options[option].value != NULL;
	if (wants && !value)
		value = argv[*i + 1] ? argv[++*i] : NULL;
	if (wants && !value)
		command_wrong(trouble, &(struct trouble){ .option = word, .no_value = true });
	else if (!wants && value)
		command_wrong(trouble, &(struct trouble){ .option = options[option].name,
							  .has_value = true });
	else
		command_give(command, option, wants ? value : "", trouble);
}

/* Insert a verb before the words: `limber desk --help` is `limber help desk`. */
static void command_lead(struct command *command, const char *verb)
{
	command->count = command->count > 0 ? 2 : 1;
	command->words[1] = command->words[0];
	command->words[0] = verb;
}

/* The rest is the command that the verb runs, of which only the first word is counted. */
static bool command_runs(struct command *command, char *const *argv, struct trouble *trouble)
{
	const struct verb *verb = command->count == 1 ? verb_find(command->words[0]) : NULL;
	if (!verb || !(verb->flags & VERB_RUNS))
		return false;
	command_add(command, argv[0], trouble);
	command->rest = argv;
	return true;
}

static void command_scan(struct command *command, char *const argv[], struct trouble *trouble)
{
	const char *lead = NULL;
	bool are_options = true;
	for (int i = 1; argv[i]; i++) {
		bool is_word = !are_options || argv[i][0] != '-' || argv[i][1] == '\0' ||
			       ascii_is_digit(argv[i][1]);
		if (is_word && command_runs(command, argv + i, trouble))
			break;
		if (is_word)
			command_add(command, argv[i], trouble);
		else if (strcmp(argv[i], "--") == 0)
			are_options = false;
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

static enum exit_code command_no_option(const struct command *command, const char *option)
{
	const char *verb = command->verb->name;
	const char *nearest = option_nearest(option, command->verb->options);
	if (nearest)
		return complain(command, EXIT_USAGE,
				_("limber %s has no option %s. Did you mean %s?"), verb, option,
				nearest);
	return complain(command, EXIT_USAGE, _("limber %s has no option %s: limber help %s"), verb,
			option, verb);
}

enum exit_code command_misused(const struct command *command)
{
	const struct verb *verb = command->verb;
	const char *at = verb->arguments, *word = command->count > 0 ? command->words[0] : "";
	const struct placeholder *first = NULL;
	char near[SAMPLE_SIZE] = "";
	for (; *at && !near[0]; at++) {
		placeholder_nearest(at, word, near);
		first = first ? first : placeholder_find(at);
	}
	const char *blank = verb->arguments[0] ? " " : "";
	if (near[0] && strcmp(near, word) != 0)
		return complain(command, EXIT_USAGE,
				_("Written so: limber %s%s%s. Did you mean \"%s\"?"), verb->name,
				blank, verb->arguments, near);
	if (first && first->help)
		return complain(command, EXIT_USAGE, _("Written so: limber %s %s. %s"), verb->name,
				verb->arguments, _(first->help));
	return complain(command, EXIT_USAGE, _("Written so: limber %s%s%s"), verb->name, blank,
			verb->arguments);
}

/* Whether a word is empty, as with an unset variable: without the name it would be another command.
 * The words of VERB_RUNS and of completions are not checked. */
static bool command_lacks(const struct command *command)
{
	if (command->verb->flags & (VERB_RUNS | VERB_HIDDEN))
		return false;
	for (const char *const *word = command->words; *word; word++)
		if (!**word)
			return true;
	return false;
}

static enum exit_code command_check(const struct command *command, const struct trouble *trouble)
{
	const struct verb *verb = command->verb;
	if (trouble->no_value)
		return complain(command, EXIT_USAGE, _("%s wants a value after it: limber help %s"),
				trouble->option, verb->name);
	if (trouble->has_value)
		return complain(command, EXIT_USAGE, _("%s takes no value: limber help %s"),
				trouble->option, verb->name);
	if (trouble->option)
		return command_no_option(command, trouble->option);
	for (int i = 0; i < command->given_count; i++)
		if (!(verb->options & OPTION_BIT(command->given[i].option)))
			return command_no_option(command, options[command->given[i].option].name);
	if (command_lacks(command))
		return complain(command, EXIT_USAGE,
				_("A word behind limber %s is empty: a variable that is not set?"),
				verb->name);
	if (trouble->crowded || command->count < verb->least || command->count > verb->most)
		return command_misused(command);
	return EXIT_FINE;
}

enum exit_code command_unknown(const struct command *command, const char *word)
{
	const char *instead = verb_instead(word), *nearest = instead ? instead : verb_nearest(word);
	if (nearest)
		return complain(command, EXIT_USAGE,
				_("There is no verb \"%s\". Did you mean: limber %s?"), word,
				nearest);
	return complain(command, EXIT_USAGE,
			_("There is no verb \"%s\". All there are: limber help all"), word);
}

enum exit_code command_parse(struct command *command, int argc, char *const argv[])
{
	struct trouble trouble = { 0 };
	*command = (struct command){ 0 };
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

const char *command_given(const struct command *command, enum option option)
{
	const char *value = NULL;
	for (int i = 0; i < command->given_count; i++)
		if (command->given[i].option == option)
			value = command->given[i].value;
	return value;
}

bool command_number(const struct command *command, enum option option, size_t *ret)
{
	const char *text = command_given(command, option);
	char *end;
	if (!text)
		return true;
	long number = strtol(text, &end, 10);
	if (number > 0 && *end == '\0') {
		*ret = (size_t)number;
		return true;
	}
	complain(command, EXIT_USAGE, _("%s wants a number above 0, not \"%s\"."),
		 options[option].name, text);
	return false;
}

bool command_limit(const struct command *command, size_t *ret)
{
	return command_number(command, OPTION_LIMIT, ret);
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

int command_main(int argc, char *argv[],
		 enum exit_code (*run)(struct command *command, char *argv[]))
{
	struct command command;
	say_init();
	enum exit_code code = command_parse(&command, argc, argv);
	if (code == EXIT_FINE)
		code = run(&command, argv);
	command_finish(&command);
	if (code == EXIT_FINE && !say_written())
		code = complain(&command, EXIT_REFUSED, _("The output could not be written."));
	return (int)code;
}

const struct verb_run *verb_run_find(const struct command *command, const struct verb_run runs[],
				     size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (strcmp(runs[i].name, command->verb->name) == 0)
			return &runs[i];
	return NULL;
}
