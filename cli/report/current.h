/*
 * The current configuration, for the verbs that ask questions. It comes from limberd, which also
 * has what was set for this run only; without limberd from the files, which are read anyway, as
 * changes are tried on them.
 */
#ifndef LIMBER_CURRENT_H
#define LIMBER_CURRENT_H

#include "cli/report/settings.h"
#include "cli/shared/command.h"
#include "config/answers.h"
#include "core/base/zone.h"

struct current {
	struct config_layers layers;
	struct config *config; /* in force; NULL: no memory */
	struct config *kept;   /* by the files: what stays when limberd ends; it may be the same */
	struct answers lost;   /* what is missing of the answers, answers.h */
	struct zone zone;      /* of this process */
	struct realtime now;
	int32_t today;
};

/* Does not start limberd. A limberd that does not reply counts as not running. */
void current_init(struct current *ret, struct command *command);
void current_finish(struct current *current);

/*
 * The layers of the files, with care where answers are missing that limberd knew (answers.h):
 * *lost, NULL for not wanted. To be finished. Return 0 or -ENOMEM.
 */
int current_layers(struct config_layers *ret, struct answers *lost);

/*
 * The configuration in force, to be freed; NULL: limberd does not run or reply. A changed own item
 * may make its text invalid; it is then read as files with errors are at a start. The files do not
 * replace it, because they lack what was set for this run.
 */
struct config *current_in_force(struct command *command, const struct config_layers *files);

/* Never NULL: without a configuration the defaults. */
const struct health *current_health(const struct current *current);
bool current_setup_done(const struct current *current);

/* The same of what is kept. */
const struct health *current_kept(const struct current *current);
bool current_setup_kept(const struct current *current);

/* The items, the user's own after the built-in ones; NULL after the last. And an item by its id. */
const struct item *current_item(const struct current *current, size_t index);
const struct item *current_item_find(const struct current *current, const char *id);

/*
 * A value as a command line has it, without quotes and brackets: "08:00-20:00, 21:00-22:00"; ""
 * where none is given. `reminder` NULL: of the top level.
 */
enum { CURRENT_SIZE = 256 };
void config_value_say(const struct config *config, const char *reminder, const char *key,
		      char out[CURRENT_SIZE]);
void current_value(const struct current *current, const char *reminder, const char *key,
		   char out[CURRENT_SIZE]);

/*
 * The configuration that these settings would make; nothing is written. NULL with error lines
 * where they would make none. The caller frees either.
 */
struct config *current_try(struct current *current, const struct settings *settings,
			   struct config_errors *errors);

#endif
