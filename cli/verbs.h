/* The table of verbs: parser, help, usage errors and the tests all read it. */
#ifndef LIMBER_VERBS_H
#define LIMBER_VERBS_H

#include <stddef.h>

#include "cli/command.h"

enum verb_group {
	GROUP_LOOK,    /* what is going on */
	GROUP_ANSWER,  /* answer a card */
	GROUP_QUIET,   /* breaks from cards */
	GROUP_SERVICE, /* the service itself */
	GROUP_HELP,
	GROUP_COUNT
};

enum verb_flag {
	VERB_CHANGES = 1 << 0, /* changes something: may start limberd */
	VERB_JSON = 1 << 1,    /* has --json */
	VERB_WHY = 1 << 2,     /* has --why TEXT */
	VERB_LIMIT = 1 << 3,   /* has -n N */
};

struct verb {
	const char *name;
	const char *arguments; /* as shown */
	enum verb_group group;
	unsigned flags;   /* enum verb_flag */
	int least, most;  /* words that must and may follow */
	const char *help; /* one line, marked for gettext */
	/* Returns once the verb is done and all is said. NULL: limber-report does it. */
	enum exit_code (*run)(struct command *command);
};

extern const struct verb verbs[];
extern const size_t verbs_count;

/* What a group is called, marked for gettext. */
extern const char *const verb_groups[GROUP_COUNT];

/* NULL for none. */
const struct verb *verb_find(const char *name);

/* The nearest verb to a mistyped one, NULL when none is near. */
const char *verb_nearest(const char *name);

enum exit_code verb_status(struct command *command);
enum exit_code verb_list(struct command *command);
enum exit_code verb_explain(struct command *command);
enum exit_code verb_watch(struct command *command);
enum exit_code verb_done(struct command *command);
enum exit_code verb_skip(struct command *command);
enum exit_code verb_snooze(struct command *command);
enum exit_code verb_undo(struct command *command);
enum exit_code verb_try(struct command *command);
enum exit_code verb_pause(struct command *command);
enum exit_code verb_resume(struct command *command);
enum exit_code verb_away(struct command *command);
enum exit_code verb_back(struct command *command);
enum exit_code verb_on(struct command *command);
enum exit_code verb_off(struct command *command);
enum exit_code verb_attach(struct command *command);
enum exit_code verb_help(struct command *command);
enum exit_code verb_version(struct command *command);

#endif
