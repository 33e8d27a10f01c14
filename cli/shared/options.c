/* One row an option; which verbs have it stands in the verbs' own rows. */
#include "cli/shared/options.h"

#include <stddef.h>
#include <string.h>

#include "core/base/text.h"
#include "core/base/translate.h"

const struct option_row options[OPTION_COUNT] = {
	[OPTION_JSON] = { "--json", NULL, NULL, false, N_("for scripts") },
	[OPTION_LIMIT] = { "-n", "N", NULL, false, N_("at most that many") },
	[OPTION_WHY] = { "--why", "TEXT", NULL, false, N_("shown by limber status") },
	[OPTION_EVERY] = { "--every", "LENGTH", "every", false, N_("after that much sitting") },
	[OPTION_OF] = { "--of", "COUNTED", "of", false, N_("what every counts") },
	[OPTION_AT] = { "--at", "WHEN", "at", true,
			N_("at times of the calendar; again for more") },
	[OPTION_ON] = { "--on", "EVENT", "on", false, N_("when something happens") },
	[OPTION_SAY] = { "--say", "TEXT", "say", false, N_("what its card says") },
	[OPTION_ITEM] = { "--item", "ITEM", "items", true,
			  N_("its item; again for more, in turn") },
	[OPTION_WITH] = { "--with", "NAME", "with", false,
			  N_("as a line on that reminder's card") },
	[OPTION_RUNTIME] = { "--runtime", NULL, NULL, false, N_("only until limberd stops") },
	[OPTION_WAYBAR] = { "--waybar", NULL, NULL, false, N_("one line for a status bar") },
	[OPTION_FORMAT] = { "--format", "FORMAT", NULL, false, N_("a line of your own making") },
	[OPTION_FOLLOW] = { "--follow", NULL, NULL, false, N_("a line a change, until stopped") },
	[OPTION_NONE] = { "--none", NULL, NULL, false, N_("answer them all with no") },
	[OPTION_YES] = { "--yes", NULL, NULL, false, N_("do not ask whether it is so") },
	[OPTION_ALL] = { "--all", NULL, NULL, false, N_("history, settings and health answers") },
	[OPTION_KIND] = { "--kind", "KIND", NULL, true, N_("only of that kind") },
	[OPTION_CAUSE] = { "--cause", "CAUSE", NULL, false, N_("items for that cause") },
	[OPTION_CATEGORY] = { "--category", "CATEGORY", NULL, false, N_("items of that category") },
	[OPTION_EVIDENCE] = { "--evidence", "GRADE", NULL, false,
			      N_("items with evidence of that grade") },
	[OPTION_PICTURE] = { "--picture", NULL, NULL, false, N_("see how ITEM looks") },
	[OPTION_DAYS] = { "--days", "N", NULL, false, N_("that many days, from today on") },
	[OPTION_LUNCH] = { "--lunch", "SPAN", NULL, false,
			   N_("away then, instead of 12:30-13:00; or no") },
	[OPTION_PLAN] = { "--plan", "READY", NULL, false, N_("a ready plan") },
	[OPTION_WHERE] = { "--where", "PLACES", NULL, false, N_("where it is tight or cramps") },
	[OPTION_WHEN] = { "--when", "MOMENTS", NULL, false, N_("when it does") },
	[OPTION_HOURS] = { "--hours", "HOURS", NULL, false, N_("when you sit at the desk") },
	[OPTION_BEDTIME] = { "--bedtime", "EVENING", NULL, false,
			     N_("when the evening card comes, or no") },
	[OPTION_HEALTH] = { "--health", "FACTS", NULL, false,
			    N_("the health questions that are a yes, or none") },
	[OPTION_WATER] = { "--water", "CHOICE", NULL, false,
			   N_("a line about water on the desk card") },
	[OPTION_OUTPUT] = { "-o", "FILE", NULL, false, N_("into that file") },
	[OPTION_OPENMETRICS] = { "--openmetrics", NULL, NULL, false, N_("numbers for Prometheus") },
	[OPTION_CSV] = { "--csv", NULL, NULL, false, N_("as comma-separated values") },
	[OPTION_CONFIG] = { "--config", "FILE", NULL, false,
			    N_("with this limber.conf, instead of its own lines") },
	[OPTION_RECORD] = { "--record", "FILE", NULL, false,
			    N_("write a day that simulate can play; - prints it") },
	[OPTION_PLAIN] = { "--plain", NULL, NULL, false,
			   N_("plain lines, nothing drawn (for screen readers)") },
	[OPTION_EASIER] = { "--easier", NULL, NULL, false, N_("in its easier form") },
	[OPTION_VOICE] = { "--voice", NULL, NULL, false, N_("spoken, this once") },
};

enum option option_find(const char *name)
{
	int i = 0;
	while (i < OPTION_COUNT && strcmp(options[i].name, name) != 0)
		i++;
	return (enum option)i;
}

const char *option_nearest(const char *name, uint64_t bits)
{
	static const struct {
		const char *word;
		enum option option;
	} elsewhere[] = { { "--output", OPTION_OUTPUT }, { "--limit", OPTION_LIMIT },
			  { "--lines", OPTION_LIMIT },   { "-f", OPTION_FOLLOW },
			  { "-y", OPTION_YES },          { "-a", OPTION_ALL },
			  { "--force", OPTION_YES } };
	const char *names[OPTION_COUNT];
	size_t count = 0;
	for (size_t i = 0; i < sizeof(elsewhere) / sizeof(elsewhere[0]); i++)
		if (strcmp(elsewhere[i].word, name) == 0 && bits & OPTION_BIT(elsewhere[i].option))
			return options[elsewhere[i].option].name;
	for (int i = 0; i < OPTION_COUNT; i++)
		if (bits & OPTION_BIT(i))
			names[count++] = options[i].name;
	return text_nearest(name, names, count);
}
