/*
 * One row a verb. A verb that is not here does not exist; one that is here is parsed, helped
 * with and tested from its row alone.
 */
#include "cli/verbs.h"

#include <string.h>

#include "core/text.h"
#include "core/translate.h"

#define CHANGES VERB_CHANGES
#define JSON VERB_JSON

const struct verb verbs[] = {
	{ "status", "", GROUP_LOOK, JSON, 0, 0, N_("what is going on, and what comes next"),
	  verb_status },
	{ "list", "", GROUP_LOOK, JSON, 0, 0, N_("the reminders and when they come"), verb_list },
	{ "explain", "[NAME]", GROUP_LOOK, JSON, 0, 1, N_("why a reminder speaks or waits"),
	  verb_explain },
	{ "log", "[DAY]", GROUP_LOOK, JSON | VERB_LIMIT, 0, 1, N_("what became of the cards"),
	  NULL },
	{ "watch", "", GROUP_LOOK, 0, 0, 0, N_("show cards in this terminal; keys answer them"),
	  verb_watch },
	{ "done", "[NAME]", GROUP_ANSWER, CHANGES, 0, 1, N_("did it, with a card or without"),
	  verb_done },
	{ "snooze", "[NAME] [TIME]", GROUP_ANSWER, CHANGES, 0, 5,
	  N_("not now: later, or at a time"), verb_snooze },
	{ "skip", "[NAME]", GROUP_ANSWER, CHANGES, 0, 1, N_("not this one"), verb_skip },
	{ "undo", "", GROUP_ANSWER, CHANGES, 0, 0, N_("take back the last answer, snooze or pause"),
	  verb_undo },
	{ "try", "NAME", GROUP_ANSWER, CHANGES, 1, 1, N_("show a reminder's card now"), verb_try },
	{ "pause", "[TIME]", GROUP_QUIET, CHANGES | VERB_WHY, 0, 4,
	  N_("no cards for an hour, or until a time"), verb_pause },
	{ "resume", "", GROUP_QUIET, CHANGES, 0, 0, N_("end a pause"), verb_resume },
	{ "away", "", GROUP_QUIET, CHANGES, 0, 0, N_("leaving the desk: sitting is paid back"),
	  verb_away },
	{ "back", "", GROUP_QUIET, CHANGES, 0, 0, N_("at the desk again: sitting counts"),
	  verb_back },
	{ "on", "", GROUP_SERVICE, CHANGES, 0, 0, N_("start limberd now and at each login"),
	  verb_on },
	{ "off", "", GROUP_SERVICE, 0, 0, 0, N_("stop limberd, now and at each login"), verb_off },
	{ "attach", "", GROUP_SERVICE, 0, 0, 0, N_("tell limberd this desktop's display, at login"),
	  verb_attach },
	{ "help", "[VERB]", GROUP_HELP, 0, 0, 1, N_("this, or more about one verb"), verb_help },
	{ "version", "", GROUP_HELP, JSON, 0, 0, N_("which version this is, and which one runs"),
	  verb_version },
};

const size_t verbs_count = sizeof(verbs) / sizeof(verbs[0]);

const char *const verb_groups[GROUP_COUNT] = {
	[GROUP_LOOK] = N_("Look"),
	[GROUP_ANSWER] = N_("Answer a card"),
	[GROUP_QUIET] = N_("Time without cards"),
	[GROUP_SERVICE] = N_("The service"),
	[GROUP_HELP] = N_("Help"),
};

const struct verb *verb_find(const char *name)
{
	for (size_t i = 0; i < verbs_count; i++)
		if (strcmp(verbs[i].name, name) == 0)
			return &verbs[i];
	return NULL;
}

const char *verb_nearest(const char *name)
{
	const char *names[sizeof(verbs) / sizeof(verbs[0])];
	for (size_t i = 0; i < verbs_count; i++)
		names[i] = verbs[i].name;
	return text_nearest(name, names, verbs_count);
}
