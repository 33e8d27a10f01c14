/*
 * limber names, for completions: the possible next words, one a line, with a tab and a description
 * if there is one. The words typed so far are read with the tables of verbs and options, so that
 * one program serves the completions of every shell.
 *
 *   limber names reminders|items|keys [NAME]
 *   limber names after -- WORD...              what may follow these
 *
 * It prints no errors: a shell would show them in the middle of a line.
 */
#include <stdio.h>
#include <string.h>

#include "cli/limber/diary.h"
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

/* The words for a placeholder; `name`: the reminder whose keys are wanted, NULL for none. */
static enum exit_code names_fitting(struct command *command, const char *capitals, const char *name)
{
	const struct placeholder *placeholder = placeholder_find(capitals);
	if (!placeholder)
		return EXIT_FINE;
	if (strcmp(placeholder->name, "VERB") == 0)
		names_verbs();
	if (strcmp(placeholder->name, "WORDS") == 0)
		diary_names();
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

/* The number of words after a verb, the first one, and the option whose value is next. */
struct rest {
	int count;
	const char *first;
	enum option open;
};

static struct rest names_rest(const struct command *command)
{
	struct rest rest = { 0, NULL, OPTION_COUNT };
	for (int i = 2; i < command->count; i++) {
		enum option option = option_find(command->words[i]);
		if (rest.open != OPTION_COUNT)
			rest.open = OPTION_COUNT;
		else if (option != OPTION_COUNT)
			rest.open = options[option].value ? option : OPTION_COUNT;
		else if (rest.count++ == 0)
			rest.first = command->words[i];
	}
	return rest;
}

/* A first placeholder in brackets may be left out; the last placeholder may be repeated. */
static enum exit_code names_words(struct command *command, const struct verb *verb,
				  const struct rest *rest)
{
	static const char capitals[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
	const char *found[4], *at = verb->arguments;
	int count = 0, number = rest->count;
	for (at += strcspn(at, capitals); *at && count < 4; at += strcspn(at, capitals)) {
		if (placeholder_find(at))
			found[count++] = at;
		at += strspn(at, capitals);
	}
	if (count == 0 || number >= verb->most)
		return EXIT_FINE;
	enum exit_code code =
		names_fitting(command, found[number < count ? number : count - 1], rest->first);
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
	struct rest rest = names_rest(command);
	if (rest.open != OPTION_COUNT)
		return names_fitting(command, verb_option_value(verb, rest.open), NULL);
	names_options(verb);
	return names_words(command, verb, &rest);
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
