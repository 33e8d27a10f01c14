/* limberd emits Noticed after each event, when its rows are stored: no time is spent between. */
#include <errno.h>
#include <string.h>

#include "cli/report/log.h"
#include "cli/shared/say.h"

/* Later revisions of so many of the newest rows are printed, too. */
enum { FOLLOWED = 64 };

struct following {
	struct log *log;
	uint64_t last;
	uint32_t revisions[FOLLOWED]; /* by sequence */
	int error;
};

/* With --json, a line each. */
static int row_alone(const struct record *row, void *user)
{
	struct log *log = user;
	log_measure(&log->columns, row);
	log->json = json_begin(stdout);
	int r = log_row(row, log);
	if (log->command->json)
		json_end(&log->json);
	return r;
}

static int row_look(struct following *following, const struct record *row, bool prints)
{
	struct log *log = following->log;
	uint32_t *known = &following->revisions[row->sequence % FOLLOWED];
	bool is_news = row->revision != *known || row->sequence > following->last;
	bool wanted = log->query.kinds == 0 || log->query.kinds >> row->kind & 1;
	*known = row->revision;
	if (!prints || !is_news || !wanted)
		return 0;
	int r = row_alone(row, log);
	return fflush(stdout) == 0 ? r : -EPIPE;
}

/* Sequences may have gaps of any length. */
static int rows_look(struct following *following, bool prints)
{
	struct record row;
	uint64_t last = following->last;
	int r = 0;
	if (!prints)
		r = store_last(following->log->history.store, &last);
	for (uint64_t i = last > FOLLOWED ? last - FOLLOWED + 1 : 1; r == 0; i = row.sequence + 1) {
		r = store_row_from(following->log->history.store, i, &row);
		if (r < 0)
			break;
		r = row_look(following, &row, prints);
		last = row.sequence > last ? row.sequence : last;
	}
	following->last = last;
	return r == -ENOENT ? 0 : r;
}

static int on_noticed(sd_bus_message *message, void *user, sd_bus_error *error)
{
	struct following *following = user;
	(void)message, (void)error;
	int r = rows_look(following, true);
	following->error = r < 0 ? r : following->error;
	return 0;
}

static enum exit_code follow_run(struct following *following)
{
	struct command *command = following->log->command;
	while (following->error == 0) {
		int r = sd_bus_process(command->bus, NULL);
		if (r == 0)
			r = sd_bus_wait(command->bus, UINT64_MAX);
		if (r < 0 && r != -EINTR)
			return complain(command, EXIT_NO_BUS, _("The bus is gone: %s"),
					strerror(-r));
	}
	return following->error == -EPIPE
		       ? EXIT_FINE
		       : history_failed(command, &following->log->history, following->error);
}

enum exit_code log_follow(struct log *log)
{
	static struct following following;
	struct command *command = log->command;
	following.log = log;
	TRY_EXIT(bus_open(command));
	if (!log->history.store || bus_owner(command->bus) == 0)
		return complain(command, EXIT_NO_DAEMON, _("limberd is not running: limber on"));
	int r = bus_match(command, "Noticed", on_noticed, &following);
	/* What has been is printed where it was asked for. */
	if (r >= 0)
		r = rows_look(&following, false);
	if (r >= 0 && (command->count > 0 || log->query.newest > 0))
		r = store_history(log->history.store, &log->query, row_alone, log);
	(void)fflush(stdout);
	if (r < 0)
		return history_failed(command, &log->history, r);
	return follow_run(&following);
}
