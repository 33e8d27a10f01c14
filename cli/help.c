/* Help is the table, read aloud. */
#include <stdio.h>
#include <string.h>

#include "cli/lines.h"
#include "cli/say.h"
#include "cli/verbs.h"

enum { HELP_COLUMN = 24 };

static void help_verb(const struct verb *verb)
{
	char usage[COMMAND_TEXT_SIZE];
	snprintf(usage, sizeof(usage), "%s %s", verb->name, verb->arguments);
	fputs("  ", stdout);
	lines_pad(stdout, usage, HELP_COLUMN);
	puts(_(verb->help));
}

static void help_all(void)
{
	const struct style *style = style_of(stdout);
	for (int group = 0; group < GROUP_COUNT; group++) {
		printf("%s%s%s\n", style->bold, _(verb_groups[group]), style->plain);
		for (size_t i = 0; i < verbs_count; i++)
			if ((int)verbs[i].group == group)
				help_verb(&verbs[i]);
	}
	puts(_("\nTIME is 20m, 1h30, 14:00, tomorrow or monday 9:00.\n"
	       "More: limber help VERB, man limber"));
}

static void help_option(const struct verb *verb, unsigned flag, const char *option,
			const char *help)
{
	if (!(verb->flags & flag))
		return;
	fputs("  ", stdout);
	lines_pad(stdout, option, 14);
	puts(help);
}

static void help_one(const struct verb *verb)
{
	printf("limber %s%s%s\n", verb->name, verb->arguments[0] ? " " : "", verb->arguments);
	printf("  %s\n", _(verb->help));
	if (strstr(verb->arguments, "TIME"))
		puts(_("  TIME is 20m, 1h30, 14:00, tomorrow or monday 9:00; \"until\" may come "
		       "first."));
	if (strstr(verb->arguments, "DAY"))
		puts(_("  DAY is :today, :yesterday, :week or 2026-11-24; without it, the last 20 "
		       "rows."));
	help_option(verb, VERB_JSON, "--json", _("for scripts"));
	help_option(verb, VERB_WHY, "--why TEXT", _("shown by limber status"));
	help_option(verb, VERB_LIMIT, "-n N", _("only the last N rows"));
	puts(_("More: man limber"));
}

enum exit_code verb_help(struct command *command)
{
	if (command->count == 0) {
		help_all();
		return EXIT_FINE;
	}
	const struct verb *verb = verb_find(command->words[0]);
	if (!verb)
		return command_unknown(command, command->words[0]);
	help_one(verb);
	return EXIT_FINE;
}
