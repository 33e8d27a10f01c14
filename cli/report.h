/* The verbs of limber-report: those that read the store or the configuration's files. */
#ifndef LIMBER_REPORT_H
#define LIMBER_REPORT_H

#include <stdio.h>

#include "cli/command.h"
#include "cli/say.h"
#include "core/moment.h"
#include "core/outcome.h"

enum exit_code report_log(struct command *command);

/* Rows of history as lines for people, the oldest first, and as JSON. */
void log_print(FILE *out, const struct record records[], size_t count);
void log_json(FILE *out, const struct record records[], size_t count);

#endif
