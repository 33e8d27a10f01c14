/*
 * The commands of the user that limber-hooks runs: the group `hooks` of a configuration. limberd
 * only checks them.
 */
#ifndef LIMBER_CONFIG_HOOKS_H
#define LIMBER_CONFIG_HOOKS_H

#include "config/config.h"
#include "config/hook.h"
#include "core/base/moment.h"

/* "on_card" … */
const char *hook_key(enum hook hook);

/*
 * The words of a command, ended by NULL, in one block to be freed; NULL: none is set, or no memory.
 * No shell reads them; a program "~/x" is "./x", for the home folder is where commands run.
 */
char **hook_words(const struct config *config, enum hook hook);

#define HOOK_TIME_LIMIT (10 * USEC_PER_SEC) /* where none is set */

/* How long a command may run. */
usec hook_time_limit(const struct config *config);

#endif
