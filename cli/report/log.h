/* Internal to limber log. */
#ifndef LIMBER_LOG_H
#define LIMBER_LOG_H

#include "cli/report/history.h"
#include "cli/report/log_row.h"

struct log {
	struct command *command;
	struct history history;
	struct history_query query;
	struct log_columns columns;
	struct json json;
	bool any;
};

/* Print a row, in an open array with --json. For store_history(); user: struct log. */
int log_row(const struct record *row, void *user);

/* log_follow.c: print rows as they come, until stopped. */
enum exit_code log_follow(struct log *log);

/* log_amend.c: limber log amend ROW NEW... */
enum exit_code log_amend(struct command *command);

#endif
