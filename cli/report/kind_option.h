/* --kind of log and forget: rows of these kinds. */
#ifndef LIMBER_KIND_OPTION_H
#define LIMBER_KIND_OPTION_H

#include "cli/shared/command.h"

/* Set *ret to the kinds as in struct history_query; 0 without the option. Another word is reported.
 */
enum exit_code kind_option(const struct command *command, uint32_t *ret);

#endif
