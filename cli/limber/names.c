/*
 * limber names, for completions: the words that may come next, one a line, with a tab and what
 * they mean where that is known. What a shell has typed so far is read with the tables, so that
 * completions know the verbs and options there are, and one program serves every shell.
 *
 *   limber names reminders|items|keys [NAME]
 *   limber names after -- WORD...              what may follow these
 *
 * It never complains: a shell would show that in the middle of a line.
 */
#include <stdio.h>
#include <string.h>

#include "cli/limber/exec.h"
#include "cli/limber/format_value.h"
#include "cli/limber/verbs.h"
#include "cli/shared/bus.h"
#include "cli/shared/say.h"
#include "cli/shared/status.h"

/* The names that limber-report knows: items and keys. */
static enum exit_code names_report(struct command *command, const char *what, const char *of)
{
	char name[] = "names", kind[16], reminder[NAME_SIZE];
	char *argv[] = { NULL, name, kind, of ? reminder : NULL, NULL };
	snprintf(kind, sizeof(kind), "%s", what);
	snprintf(reminder, sizeof(reminder), "%s", of ? of : "");
	fflush(stdout);
	return exec_report(command, argv);
}

static enum exit_code names_reminders(struct command *command)
{
	STATUS_OWNED *status = status_try(command);
	if (!status)
		return EXIT_NO_DAEMON;
	for (int i = 0; i < status->count; i++)
		printf("%s\t%s\n", status->reminders[i].name, status->reminders[i].schedule);
	return EXIT_FINE;
}

static enum exit_code names_verbs(void)
{
	for (size_t i = 0; i < verbs_count; i++)
		if (!(verbs[i].flags & VERB_HIDDEN))
			printf("%s\t%s\n", verbs[i].name, _(verbs[i].help));
	return EXIT_FINE;
}

static void names_options(const struct verb *verb)
{
	for (int i = 0; i < OPTION_COUNT; i++)
		if (verb->options & OPTION_BIT(i))
			printf("%s\t%s\n", options[i].name, _(options[i].help));
}

/* What may stand for a placeholder; `name`: the reminder whose keys are meant, NULL for none. */
static enum exit_code names_fitting(struct command *command, const char *capitals, const char *name)
{
	const struct placeholder *placeholder = placeholder_find(capitals);
	if (!placeholder)
		return EXIT_FINE;
	if (strcmp(placeholder->name, "VERB") == 0)
		names_verbs();
	if (strcmp(placeholder->name, "FORMAT") == 0)
		place_names(stdout);
	for (const char *at = placeholder->samples; at && *at; at += strspn(at, " ")) {
		size_t length = strcspn(at, " ");
		printf("%.*s\n", (int)length, at);
		at += length;
	}
	if (strcmp(placeholder->name, "NAME") == 0)
		return names_reminders(command);
	if (strcmp(placeholder->name, "ITEM") == 0)
		return names_report(command, "items", NULL);
	if (strcmp(placeholder->name, "KEY") == 0)
		return names_report(command, capitals[strlen("KEY")] == '=' ? "settings" : "keys",
				    name && !strchr(name, '=') ? name : NULL);
	return EXIT_FINE;
}

/* The words behind a verb: how many, and the first; and the option whose value is next. */
struct behind {
	int count;
	const char *first;
	enum option open;
};

static struct behind names_behind(const struct command *command)
{
	struct behind behind = { 0, NULL, OPTION_COUNT };
	for (int i = 2; i < command->count; i++) {
		enum option option = option_find(command->words[i]);
		if (behind.open != OPTION_COUNT)
			behind.open = OPTION_COUNT;
		else if (option != OPTION_COUNT)
			behind.open = options[option].value ? option : OPTION_COUNT;
		else if (behind.count++ == 0)
			behind.first = command->words[i];
	}
	return behind;
}

/* The first word may leave out what stands first in brackets; the last placeholder goes on. */
static enum exit_code names_words(struct command *command, const struct verb *verb,
				  const struct behind *behind)
{
	static const char capitals[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
	const char *found[4], *at = verb->arguments;
	int count = 0, number = behind->count;
	for (at += strcspn(at, capitals); *at && count < 4; at += strcspn(at, capitals)) {
		if (placeholder_find(at))
			found[count++] = at;
		at += strspn(at, capitals);
	}
	if (count == 0 || number >= verb->most)
		return EXIT_FINE;
	enum exit_code code =
		names_fitting(command, found[number < count ? number : count - 1], behind->first);
	bool may_lack = number == 0 && count > 1 && verb->arguments[0] == '[';
	return may_lack ? names_fitting(command, found[1], NULL) : code;
}

static enum exit_code names_after(struct command *command)
{
	if (command->count < 2)
		return names_verbs();
	const struct verb *verb = verb_find(command->words[1]);
	if (!verb)
		return EXIT_REFUSED;
	struct behind behind = names_behind(command);
	if (behind.open != OPTION_COUNT)
		return names_fitting(command, options[behind.open].value, NULL);
	names_options(verb);
	return names_words(command, verb, &behind);
}

enum exit_code verb_names(struct command *command)
{
	const char *what = command->count > 0 ? command->words[0] : "reminders";
	if (strcmp(what, "after") == 0)
		return names_after(command);
	if (strcmp(what, "reminders") == 0)
		return names_reminders(command);
	if (strcmp(what, "items") == 0 || strcmp(what, "keys") == 0)
		return names_report(command, what, command->count > 1 ? command->words[1] : NULL);
	return EXIT_USAGE;
}
