/*
 * A bar is told when something changes and never asks by the clock: signals of limberd, its coming
 * and going, and one timer for the moment at which the line would say something else by itself. A
 * bar has no place for complaints, so a limberd that is not there is a line, too.
 */
#include "cli/limber/follow.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "cli/limber/format.h"
#include "cli/limber/waybar.h"
#include "cli/shared/bus.h"
#include "cli/shared/loop.h"
#include "cli/shared/say.h"
#include "cli/shared/when.h"

struct follow {
	struct command *command;
	const char *format;            /* NULL: --waybar */
	sd_event_source *timer, *soon; /* soon: after all signals that have come */
	struct waybar shown;
	char *line; /* the last one of a template */
};

static void tell_bar(struct follow *follow, const struct waybar *now)
{
	if (!follow->shown.class || !waybar_equal(now, &follow->shown)) {
		waybar_print(stdout, now);
		fflush(stdout);
	}
	follow->shown = *now;
}

static void tell_line(struct follow *follow, const struct status *status, const struct waybar *now)
{
	bool many = command_given(follow->command, OPTION_FOLLOW) != NULL;
	char *line = format_line(follow->format, status, now);
	for (char *at = line; many && line && (at = strchr(at, '\n'));)
		*at = ' ';
	if (line && (!follow->line || strcmp(line, follow->line) != 0)) {
		puts(line);
		fflush(stdout);
	}
	free(follow->line);
	follow->line = line;
}

/* Of a bar no minutes are left to be told; a template may name what grows by the minute. */
static uint64_t next_moment(const struct follow *follow, const struct status *status)
{
	uint64_t first = waybar_changes(status), day = when_midnight(status->now);
	if (!follow->format)
		return first;
	if (format_moves(follow->format))
		day = status->now + (uint64_t)USEC_PER_MIN - status->now % (uint64_t)USEC_PER_MIN;
	return first == 0 || day < first ? day : first;
}

/* Asks, and tells when it differs from what the bar has. Returns the next moment to do so. */
static uint64_t follow_ask(struct follow *follow)
{
	STATUS_OWNED *status = status_try(follow->command);
	struct waybar now;
	waybar_make(status, &now);
	if (follow->format)
		tell_line(follow, status, &now);
	else
		tell_bar(follow, &now);
	return status ? next_moment(follow, status) : 0;
}

static int follow_timer(struct follow *follow, uint64_t when);

static int follow_soon(sd_event_source *source, void *user)
{
	struct follow *follow = user;
	return follow_timer(follow, follow_ask(follow));
}

static int follow_due(sd_event_source *source, uint64_t when, void *user)
{
	return follow_soon(source, user);
}

/* Not within a second, however often limberd should change its mind. */
static int follow_timer(struct follow *follow, uint64_t when)
{
	const uint64_t second = (uint64_t)USEC_PER_SEC;
	uint64_t least = when_now() + second;
	if (when == 0)
		return sd_event_source_set_enabled(follow->timer, SD_EVENT_OFF);
	int r = sd_event_source_set_time(follow->timer, when > least ? when : least);
	return r < 0 ? r : sd_event_source_set_enabled(follow->timer, SD_EVENT_ONESHOT);
}

static int follow_signal(sd_bus_message *message, void *user, sd_bus_error *error)
{
	struct follow *follow = user;
	return sd_event_source_set_enabled(follow->soon, SD_EVENT_ONESHOT);
}

static int follow_init(struct loop *loop, void *user)
{
	struct follow *follow = user;
	sd_event *event = loop->event;
	TRY(bus_match_owner(follow->command, follow_signal, follow));
	TRY(bus_match_all(follow->command, follow_signal, follow));
	TRY(sd_event_add_time(event, &follow->timer, CLOCK_REALTIME, 0, 0, follow_due, follow));
	TRY(sd_event_source_set_enabled(follow->timer, SD_EVENT_OFF));
	TRY(sd_event_add_defer(event, &follow->soon, follow_soon, follow));
	TRY(sd_event_source_set_priority(follow->soon, SD_EVENT_PRIORITY_IDLE));
	return loop_follow_reader(loop);
}

/* Whether limberd has the reminders that a template names; without limberd they are not known. */
static enum exit_code follow_check(struct command *command, const char *format)
{
	char name[NAME_SIZE];
	enum exit_code code = format_check(command, format);
	if (code == EXIT_FINE)
		code = bus_open(command);
	STATUS_OWNED *status = code == EXIT_FINE ? status_try(command) : NULL;
	return status && format_stranger(format, status, name) ? bus_no_reminder(command, name)
							       : code;
}

enum exit_code follow_status(struct command *command)
{
	struct follow follow = { .command = command,
				 .format = command_given(command, OPTION_FORMAT) };
	enum exit_code code = follow.format ? follow_check(command, follow.format) : EXIT_FINE;
	if (code != EXIT_FINE)
		return code;
	if (command_given(command, OPTION_FOLLOW)) {
		struct loop loop = { command, NULL, follow_init, NULL, &follow };
		code = loop_run(&loop);
		sd_event_source_unref(follow.timer);
		sd_event_source_unref(follow.soon);
	} else if ((code = bus_open(command)) == EXIT_FINE) {
		follow_ask(&follow);
	}
	free(follow.line);
	return code;
}
