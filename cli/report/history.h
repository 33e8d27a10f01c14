/* The history in limberd's store, or the user's where no limberd runs; and which days of it. */
#ifndef LIMBER_HISTORY_H
#define LIMBER_HISTORY_H

#include "cli/report/span.h"
#include "cli/shared/bus.h"
#include "cli/shared/command.h"
#include "store/store.h"

struct history {
	char *folder;
	struct store *store; /* to read, also while limberd writes; NULL: nothing was stored yet */
};

#define HISTORY_OWNED BUS_CLEANUP(history_finish) struct history
void history_finish(struct history *history);

/* Failures are reported. */
enum exit_code history_open(struct command *command, struct history *ret);

/* Open the store to write many rows beside limberd; it is made if there is none. Failures are
 * reported. */
enum exit_code history_open_beside(struct command *command, struct history *ret);

/* Report a negative errno of a read; EXIT_FINE for 0. */
enum exit_code history_failed(const struct command *command, const struct history *history, int r);

/* The same for a failed write. */
enum exit_code history_unwritten(const struct command *command, const struct history *history,
				 int r);

/* Warn on stderr if limberd has rows that it cannot store. */
void history_lacks(struct command *command);

/* Whether water is written in ounces. */
bool history_ounces(void);

/* When days begin. A configuration that cannot be read is limberd's to report: what it can run with
 * counts here. */
usec history_day_starts(void);

/* Read the days of a text such as "week", seen from now. Text that is none is reported, and days
 * that are yet to come. */
enum exit_code history_span(const struct command *command, const char *text, struct span *ret);

#endif
