/* limber help prints the verbs by task, `help all` all verbs by group, `help VERB` one. */
#include <stdio.h>
#include <string.h>

#include "cli/limber/verbs.h"
#include "cli/shared/lines.h"
#include "cli/shared/say.h"
#include "core/base/translate.h"

enum { HELP_COLUMN = 25, OPTION_COLUMN = 20 };

/* A word and its text beside it, or below where there is no room. */
static void help_row(const char *usage, int width, const char *text)
{
	enum { TEXT_LEAST = 20 };
	if (lines_room(stdout) >= 2 + width + TEXT_LEAST) {
		lines_row(stdout, usage, width, text);
		return;
	}
	printf("  %s\n", usage);
	lines_indent(stdout, text, 6, 6);
}

static void help_verb(const struct verb *verb)
{
	char usage[COMMAND_TEXT_SIZE];
	snprintf(usage, sizeof(usage), "%s%s%s", verb->name, verb->arguments[0] ? " " : "",
		 verb->arguments);
	help_row(usage, HELP_COLUMN, _(verb->help));
}

static const struct topic {
	const char *title;
	const char *verbs[8];
} topics[] = {
	{ N_("Begin, and end"), { "setup", "on", "off", "doctor", "forget" } },
	{ N_("See what comes, and why"), { "status", "explain", "preview" } },
	{ N_("Answer a card"), { "done", "snooze", "skip", "another", "start", "drink", "undo" } },
	{ N_("A time without cards, or away from the keys"), { "pause", "away", "standing" } },
	{ N_("Change what comes"), { "try", "set", "add", "disable", "config" } },
	{ N_("Look back"), { "log", "week", "stats", "report" } },
	{ N_("Cramps and health"), { "cramp", "how", "health", "kinds", "warnings", "catalogue" } },
};

static void help_topics(void)
{
	const struct style *style = style_of(stdout);
	for (size_t i = 0; i < sizeof(topics) / sizeof(topics[0]); i++) {
		fputs(style->bold, stdout);
		lines_wrap(stdout, _(topics[i].title), 0, 0);
		fputs(style->plain, stdout);
		for (const char *const *name = topics[i].verbs; *name; name++)
			help_verb(verb_find(*name));
	}
	lines_wrap_each(
		stdout,
		_("\nTIME is 20m, 1h30, 14:00, tomorrow or monday 9:00.\n"
		  "All verbs: limber help all    One: limber help VERB    More: man limber"),
		0);
}

static void help_all(void)
{
	const struct style *style = style_of(stdout);
	for (int group = 0; group < GROUP_COUNT; group++) {
		printf("%s%s%s\n", style->bold, _(verb_groups[group]), style->plain);
		for (size_t i = 0; i < verbs_count; i++)
			if ((int)verbs[i].group == group && !(verbs[i].flags & VERB_HIDDEN))
				help_verb(&verbs[i]);
	}
	puts(_("\nMore: limber help VERB, man limber"));
}

/* Explain the words in capitals of a text. */
static void help_placeholders(const char *text)
{
	static const char capitals[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
	for (text += strcspn(text, capitals); *text; text += strcspn(text, capitals)) {
		const struct placeholder *placeholder = placeholder_find(text);
		if (placeholder && placeholder->help)
			lines_indent(stdout, _(placeholder->help), 2, 4);
		text += strspn(text, capitals);
	}
}

static void help_option(const struct verb *verb, enum option option)
{
	char usage[COMMAND_TEXT_SIZE];
	const char *value = verb_option_value(verb, option);
	snprintf(usage, sizeof(usage), "%s%s%s", options[option].name, value ? " " : "",
		 value ? value : "");
	help_row(usage, OPTION_COLUMN, _(options[option].help));
}

/* An example, and what does not fit the line of a verb. */
static const struct note {
	const char *verb, *text;
} notes[] = {
	{ "undo", N_("Example: limber set desk every=40min, then limber undo. Asked again it names "
		     "the step before, and takes it back when asked once more: up to 32 settings "
		     "and one answer, as long as limberd runs.") },
	{ "cramp", N_("Example: limber cramp 3am left calf 7 woke numb. Undo: limber undo") },
	{ "how", N_("One score a day: a second one takes its place.") },
	{ "try", N_("Example: limber try desk. It counts as a card of today, and its answer is "
		    "kept.") },
};

static void help_note(const struct verb *verb)
{
	for (size_t i = 0; i < sizeof(notes) / sizeof(notes[0]); i++)
		if (strcmp(notes[i].verb, verb->name) == 0)
			lines_indent(stdout, _(notes[i].text), 2, 2);
}

static void help_one(const struct verb *verb)
{
	printf("limber %s%s%s\n", verb->name, verb->arguments[0] ? " " : "", verb->arguments);
	lines_indent(stdout, _(verb->help), 2, 4);
	help_placeholders(verb->arguments);
	help_note(verb);
	for (int i = 0; i < OPTION_COUNT; i++)
		if (verb->options & OPTION_BIT(i))
			help_option(verb, (enum option)i);
	for (int i = 0; i < OPTION_COUNT; i++) {
		const char *value = verb_option_value(verb, (enum option)i);
		if ((verb->options & OPTION_BIT(i)) && value && !strstr(verb->arguments, value))
			help_placeholders(value);
	}
	puts(_("More: man limber"));
}

enum exit_code verb_help(struct command *command)
{
	const char *word = command->count > 0 ? command->words[0] : "";
	const struct verb *verb = verb_find(word);
	if (verb)
		help_one(verb);
	else if (strcmp(word, "all") == 0)
		help_all();
	else if (word[0])
		return command_unknown(command, word);
	else
		help_topics();
	return EXIT_FINE;
}
